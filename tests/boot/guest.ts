// SPDX-License-Identifier: BSD-2-Clause
//
// A guest as a person at its console has it: launch it, wait for what it says, type, read the answer. Every guest
// runs in `vmm` as its own process, in a folder of its own.

import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

const ROOT = resolve(import.meta.dirname, "../..")
const VMM = join(ROOT, "scripts", "vmm.mjs")
/** The shell of examples/initramfs/init. */
const PROMPT = /(?:^|\n)\S+ # $/
/** busybox asks the terminal where its cursor is. */
const ESCAPE = new RegExp(`${String.fromCharCode(0x1b)}\\[[0-9;]*[A-Za-z]`, "g")
/** The longest that a test waits for anything, ms. */
const PATIENCE_MS = 240_000

export const example = (name: string): string => join(ROOT, "examples", name)
/** Boards of other people; absent where only this repository is. */
export const otherBoard = (name: string): string => join(ROOT, "..", "shared", "corpus", "boards", name)

export interface Done {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs `vmm` in `cwd` to its end. */
export function vmm(cwd: string, ...args: readonly string[]): Done {
  const { status, stdout, stderr } = spawnSync(process.execPath, [VMM, ...args], { cwd, encoding: "utf8" })
  return { code: status, out: stdout, err: stderr }
}

/** A folder for builds, gone when the process ends. */
export function workplace(): string {
  const folder = mkdtempSync(join(tmpdir(), "vmm-boot-"))
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/**
 * Builds a board's folder in `cwd`. Gives the reason why it cannot be had on this machine (no such folder, no way
 * to the guest's packages), or nothing; every other failure is thrown.
 */
export function cannotBuild(cwd: string, folder: string, ...args: readonly string[]): string | undefined {
  if (!existsSync(folder)) return `${folder} is not here`
  const { code, err } = vmm(cwd, "build", folder, ...args)
  if (code === 0) return undefined
  if (/debian:/.test(err)) return `the guest's packages cannot be had: ${err.split("\n")[0]}`
  throw new Error(err)
}

export class Guest {
  /** Everything that the console showed, without carriage returns and terminal escapes. */
  console = ""
  /** What `vmm` said beside it. */
  notes = ""
  /** Exit code, once it has ended. */
  readonly ended: Promise<number | null>
  private readonly process: ChildProcess
  private seen = 0
  private readonly listeners = new Set<() => void>()

  private constructor(cwd: string, args: readonly string[]) {
    this.process = spawn(process.execPath, [VMM, "run", ...args], { cwd })
    this.process.stdout?.setEncoding("utf8").on("data", (text: string) => {
      this.console = (this.console + text.replaceAll("\r", "")).replace(ESCAPE, "")
      this.tell()
    })
    this.process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.notes += text
    })
    this.process.stdin?.on("error", () => undefined)
    const kill = () => this.kill()
    process.on("exit", kill)
    this.ended = new Promise((done) => {
      this.process.on("close", (code) => {
        process.off("exit", kill)
        done(code)
        this.tell()
      })
    })
  }

  static launch(cwd: string, ...args: readonly string[]): Guest {
    return new Guest(cwd, args)
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }

  /** Waits until what came since the last wait matches, and gives it. */
  async until(expected: RegExp): Promise<string> {
    const deadline = performance.now() + PATIENCE_MS
    for (;;) {
      const fresh = this.console.slice(this.seen)
      if (expected.test(fresh)) {
        this.seen = this.console.length
        return fresh
      }
      const late = performance.now() > deadline
      if (late || this.process.exitCode !== null) {
        const why = late ? "took too long" : `ended with ${this.process.exitCode}`
        throw new Error(`the guest ${why}, waiting for ${expected}:\n${fresh.slice(-2000)}\n${this.notes}`)
      }
      await this.change()
    }
  }

  private change(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, 1000)
      const { listeners } = this
      function done() {
        clearTimeout(timer)
        listeners.delete(done)
        resolve()
      }
      listeners.add(done)
    })
  }

  /** The shell is there. */
  prompt(): Promise<string> {
    return this.until(PROMPT)
  }

  type(text: string): void {
    this.process.stdin?.write(text)
  }

  /** Runs a command in the shell; its output without the echo and the prompt. */
  async run(command: string): Promise<string> {
    this.type(`${command}\n`)
    const answer = await this.prompt()
    return answer
      .slice(answer.indexOf("\n") + 1)
      .replace(PROMPT, "")
      .trim()
  }

  /** Powers the guest off; the exit code. */
  async powerOff(): Promise<number | null> {
    this.type("poweroff -f\n")
    return await this.ended
  }

  kill(): void {
    this.process.kill("SIGTERM")
  }
}
