// SPDX-License-Identifier: BSD-2-Clause
//
// Runs test files in child processes side by side. A child takes the next file when it is done with its last, so
// the share of each follows from how long its files take. A file that hangs or ends its process costs that
// process alone: the file is named and failed, and a new child goes on with the rest.

import { type ChildProcess, fork } from "node:child_process"
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { broken, type Order, type Outcome } from "./outcome.ts"

const WORKER = join(import.meta.dirname, "worker.ts")

export interface PoolOptions {
  readonly root: string
  readonly files: readonly string[]
  /** Child processes at a time, at least 1. */
  readonly jobs: number
  /** The longest that one file may take, ms. */
  readonly timeoutMs: number
  /** Called once a file, in the order in which files end, with all that it printed. */
  readonly done: (outcome: Outcome, output: string) => void
}

/** Ends a child and what it started: it leads a process group of its own. */
function end(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, "SIGKILL")
  } catch {
    child.kill("SIGKILL") // the group is gone already
  }
}

/** One child after another until the queue is empty. */
class Lane {
  readonly #options: PoolOptions
  readonly #queue: string[]
  readonly #log: string
  readonly #fd: number
  #read = 0
  #child: ChildProcess | undefined

  constructor(options: PoolOptions, queue: string[], log: string) {
    this.#options = options
    this.#queue = queue
    this.#log = log
    this.#fd = openSync(log, "a+")
  }

  async run(): Promise<void> {
    for (let file = this.#queue.shift(); file !== undefined; file = this.#queue.shift()) {
      const { outcome, why } = await this.#runFile(file)
      this.#options.done(outcome, this.#output() + why)
    }
    const order: Order = { root: this.#options.root }
    this.#child?.send(order)
    closeSync(this.#fd)
  }

  stop(): void {
    if (this.#child !== undefined) end(this.#child)
  }

  /** What was printed since the last call. */
  #output(): string {
    const bytes = readFileSync(this.#log)
    const text = bytes.toString("utf8", this.#read)
    this.#read = bytes.length
    return text
  }

  #start(): ChildProcess {
    const child = fork(WORKER, { detached: true, stdio: ["ignore", this.#fd, this.#fd, "ipc"] })
    child.on("exit", () => {
      if (this.#child === child) this.#child = undefined
    })
    return child
  }

  #runFile(file: string): Promise<{ outcome: Outcome; why: string }> {
    const { root, timeoutMs } = this.#options
    const child = (this.#child ??= this.#start())
    const started = performance.now()
    return new Promise((resolve) => {
      const settle = (outcome: Outcome, why = "") => {
        clearTimeout(timer)
        child.removeAllListeners("message").off("exit", onExit).off("error", onError)
        resolve({ outcome, why })
      }
      const lose = (why: string) => {
        end(child)
        this.#child = undefined
        settle(broken(file, performance.now() - started), `\n${file}: ${why}\n`)
      }
      const timer = setTimeout(() => lose(`did not come back within ${timeoutMs / 1000} s`), timeoutMs)
      const onExit = (code: number | null, signal: string | null) =>
        lose(`its process ended before its tests did (${signal ?? `exit code ${code}`})`)
      const onError = (error: Error) => lose(`its process failed: ${error.message}`)
      child.once("message", (outcome) => settle(outcome as Outcome))
      child.once("exit", onExit)
      child.once("error", onError)
      const order: Order = { root, file }
      child.send(order)
    })
  }
}

/** Runs every file; resolves when all have ended. Ctrl-C or SIGTERM ends the children too. */
export async function runPool(options: PoolOptions): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "vmm-test-"))
  const queue = [...options.files]
  const count = Math.max(1, Math.min(options.jobs, queue.length))
  const lanes = Array.from({ length: count }, (_, i) => new Lane(options, queue, join(scratch, `${i}.log`)))
  const stop = (signal: NodeJS.Signals) => {
    for (const lane of lanes) lane.stop()
    rmSync(scratch, { recursive: true, force: true })
    process.exit(signal === "SIGINT" ? 130 : 143)
  }
  process.on("SIGINT", stop).on("SIGTERM", stop)
  await Promise.all(lanes.map((lane) => lane.run()))
  process.off("SIGINT", stop).off("SIGTERM", stop)
  rmSync(scratch, { recursive: true, force: true })
}
