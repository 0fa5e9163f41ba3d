// SPDX-License-Identifier: BSD-2-Clause
//
// A driver for a guest's console behind a process: starts it, waits for text on its stdout, types lines into its
// stdin, and keeps the arrival time of all output. For benchmarks and for tests that boot whole guests.

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process"

import * as Data from "effect/Data"

import { adopt, killGroup, release } from "./live-processes.ts"
import { peakRssMib } from "./process-tree.ts"

export interface ConsoleCommand {
  /** What messages call the process. */
  readonly name: string
  readonly file: string
  readonly args: readonly string[]
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>
}

/** What was waited for. */
export interface Found {
  readonly match: RegExpExecArray
  /** Output from where the previous wait ended up to the match. */
  readonly before: string
  /** When the end of the match arrived, ms of `performance.now()`. */
  readonly atMs: number
}

/** The process did not start, or ended or was silent while something was waited for, or said something wrong. */
export class ConsoleError extends Data.TaggedError("ConsoleError")<{
  readonly reason: "start" | "exit" | "timeout" | "wrong"
  /** One line. */
  readonly text: string
  /** The last lines of its stdout, then of its stderr, without control sequences. */
  readonly console: readonly string[]
  readonly stderr: readonly string[]
}> {
  override get message(): string {
    const part = (title: string, lines: readonly string[]) =>
      lines.length === 0 ? "" : `\n  ${title}:\n${lines.map((line) => `  | ${line}`).join("\n")}`
    const nothing = this.reason !== "start" && this.console.length === 0 ? "\n  the console was silent" : ""
    const shown = part("last lines of the console", this.console)
    return `${this.text}${nothing}${shown}${part("last lines of its stderr", this.stderr)}`
  }
}

/** A match must not be longer; it bounds how far a search goes back, characters. */
const LONGEST_MATCH = 0x1000
const TAIL_LINES = 15
const TAIL = 0x4000

// ECMA-48 control sequences, and single control characters but line feed and tab.
// oxlint-disable-next-line no-control-regex
const CONTROLS = /\x1b\[[0-?]*[ -/]*[@-~]|[\x00-\x08\x0b-\x1f\x7f]/g

function lastLines(text: string): readonly string[] {
  const lines = text.slice(-TAIL).replace(CONTROLS, "").split("\n")
  return lines.filter((line) => line.trim() !== "").slice(-TAIL_LINES)
}

export class ConsoleDriver {
  readonly name: string
  /** When the process was started, ms of `performance.now()`. */
  readonly startedMs: number
  /** All output on stdout so far. */
  output = ""
  private readonly child: ChildProcessWithoutNullStreams
  private stderr = ""
  /** Where the last wait ended, index into `output`. */
  private cursor = 0
  /** Length of `output` at each arrival. */
  private readonly arrivals: Array<{ readonly length: number; readonly atMs: number }> = []
  /** How the process ended. */
  private end: { readonly reason: "start" | "exit"; readonly text: string } | undefined
  private code: number | undefined
  private look: () => void = () => undefined
  private readonly closed: Promise<void>

  /** Starts the process, the leader of a process group of its own. */
  constructor({ name, file, args, env }: ConsoleCommand) {
    this.name = name
    this.startedMs = performance.now()
    this.child = spawn(file, [...args], { stdio: "pipe", detached: true, env: { ...process.env, ...env } })
    const { pid } = this.child
    if (pid !== undefined) adopt(pid)
    this.closed = new Promise((resolve) => {
      this.child.on("error", (cause) => {
        this.end ??= { reason: "start", text: `${name} does not start: ${cause.message}` }
        this.look()
        if (pid === undefined) resolve()
      })
      this.child.on("close", (code, signal) => {
        if (pid !== undefined) release(pid)
        this.code = code ?? undefined
        const how = signal === null ? `with exit code ${code}` : `by ${signal}`
        this.end ??= { reason: "exit", text: `${name} ended ${how}` }
        this.look()
        resolve()
      })
    })
    this.listen()
  }

  private listen(): void {
    const { stdin, stdout, stderr } = this.child
    stdout.setEncoding("utf8").on("data", (text: string) => {
      this.output += text
      this.arrivals.push({ length: this.output.length, atMs: performance.now() })
      this.look()
    })
    stderr.setEncoding("utf8").on("data", (text: string) => {
      this.stderr = (this.stderr + text).slice(-TAIL)
    })
    stdin.on("error", (cause) => {
      this.stderr += `\ncannot type to ${this.name}: ${cause.message}\n`
    })
  }

  /** An error of this process with what it said last. */
  error(reason: ConsoleError["reason"], text: string): ConsoleError {
    const stderr = reason === "start" ? [] : lastLines(this.stderr)
    return new ConsoleError({ reason, text, console: lastLines(this.output), stderr })
  }

  private arrivalOf(index: number): number {
    const arrival = this.arrivals.findLast(
      ({ length }, at, all) => length >= index && (all[at - 1]?.length ?? 0) < index,
    )
    return arrival?.atMs ?? this.startedMs
  }

  private take(match: RegExpExecArray): Found {
    const end = match.index + match[0].length
    const found = { match, before: this.output.slice(this.cursor, match.index), atMs: this.arrivalOf(end) }
    this.cursor = end
    return found
  }

  /**
   * Waits until output after the previous match matches `pattern` (at most 4096 characters); one wait at a time.
   * Rejects with ConsoleError after `timeoutMs`, or when the process ends without it. `what` names it in messages.
   */
  waitFor(pattern: RegExp, timeoutMs: number, what: string = `${pattern}`): Promise<Found> {
    const search = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}g`)
    let from = this.cursor
    return new Promise<Found>((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer)
        this.look = () => undefined
        act()
      }
      const timer = setTimeout(() => {
        const text = `${this.name} did not reach ${what} within ${timeoutMs / 1000} s`
        settle(() => reject(this.error("timeout", text)))
      }, timeoutMs)
      this.look = () => {
        search.lastIndex = from
        const match = search.exec(this.output)
        const { end } = this
        if (match !== null) settle(() => resolve(this.take(match)))
        else if (end?.reason === "start") settle(() => reject(this.error("start", end.text)))
        else if (end !== undefined) settle(() => reject(this.error("exit", `${end.text} before ${what}`)))
        else from = Math.max(from, this.output.length - LONGEST_MATCH)
      }
      this.look()
    })
  }

  /** Types `text` and a carriage return, as the Return key does. */
  line(text: string): void {
    this.type(`${text}\r`)
  }

  type(text: string): void {
    if (this.end === undefined) this.child.stdin.write(text)
  }

  /** Ends the input. */
  endInput(): void {
    this.child.stdin.end()
  }

  /** Peak resident sets of the process and what it started, MiB; undefined when it has ended. */
  peakRssMib(): number | undefined {
    const { pid } = this.child
    return pid === undefined || this.end !== undefined ? undefined : peakRssMib(pid)
  }

  /** The exit code once the process has ended by itself; undefined when a signal ended it. */
  async exit(timeoutMs: number): Promise<number | undefined> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      const text = `${this.name} did not end within ${timeoutMs / 1000} s`
      timer = setTimeout(() => reject(this.error("timeout", text)), timeoutMs)
    })
    await Promise.race([this.closed, late]).finally(() => clearTimeout(timer))
    if (this.end?.reason === "start") throw this.error("start", this.end.text)
    return this.code
  }

  /** Kills the process and what it started; resolves when its output has ended. */
  async stop(): Promise<void> {
    const { pid } = this.child
    if (pid !== undefined && this.end === undefined) killGroup(pid)
    await this.closed
  }
}
