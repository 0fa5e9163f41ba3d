// SPDX-License-Identifier: BSD-2-Clause
//
// A program of a user that does not come back from an entry point: nothing else of this process runs then, neither
// time limits nor signals. A worker watches a counter of entries; when one lasts too long it halts the main thread
// with the debugger's protocol (Node's inspector, connectToMainThread; Debugger.pause,
// Debugger.evaluateOnCallFrame), which knows the line, and has it tell and end the process. Started for runs with
// programs of users alone. What is entered besides entry points: a module while it is loaded, and each piece of a
// run, in which handlers of registers are called.

import { Worker } from "node:worker_threads"

import type { EntryWatch } from "@vmm/kernel"

/** Checks, a second apart, between which an entry point must come back. */
const CHECKS = 15

const HOOK = "vmm.program-hangs"

/** Runs in the worker, as a script: beat[0] counts entries and returns, beat[1] is how many are open. */
const WATCHER = `
const { workerData } = require("node:worker_threads")
const inspector = require("node:inspector")
const beat = new Int32Array(workerData.beat)
let last = -1
let same = 0
let halted = false
setInterval(() => {
  if (halted) return
  same = beat[1] > 0 && beat[0] === last ? same + 1 : 0
  last = beat[0]
  if (same >= workerData.checks) halt()
}, 1000)
function halt() {
  halted = true
  const session = new inspector.Session()
  session.connectToMainThread()
  const urls = new Map()
  session.on("Debugger.scriptParsed", ({ params }) => urls.set(params.scriptId, params.url))
  session.on("Debugger.paused", ({ params }) => {
    const frames = params.callFrames.map(({ functionName, location }) => {
      const { scriptId, lineNumber, columnNumber } = location
      const at = [urls.get(scriptId), lineNumber + 1, columnNumber + 1].join(":")
      return "    at " + functionName + " (" + at + ")"
    })
    const hook = "globalThis[Symbol.for(" + JSON.stringify(workerData.hook) + ")]"
    const expression = hook + "(" + JSON.stringify(frames.join("\\n")) + ")"
    const { callFrameId } = params.callFrames[0]
    session.post("Debugger.evaluateOnCallFrame", { callFrameId, expression }, () => {
      session.post("Debugger.resume")
      session.post("Debugger.disable")
      session.disconnect()
      same = 0
      halted = false
    })
  })
  session.post("Debugger.enable")
  session.post("Debugger.pause")
}
`

/** What is entered that is no entry point. */
export const MODULE = "module"
export const PIECE = "piece"

/** Which entry point of whom, and the stack of where it is, as an Error's. */
export interface Hang {
  readonly pd: string
  readonly entry: string
  readonly stack: string
  /** Seconds that it was waited for. */
  readonly seconds: number
}

export class HangWatch implements EntryWatch {
  private readonly beat = new Int32Array(new SharedArrayBuffer(8))
  private readonly open: Array<{ readonly pd: string; readonly entry: string }> = []
  private readonly worker: Worker

  private readonly exits: () => void

  /**
   * @param hung tells and ends the process, or lets it go on; it runs in the middle of whatever hangs
   * @param ended is told when the process ends while something is entered: a program has called process.exit
   */
  constructor(hung: (hang: Hang) => void, ended: (inside: Omit<Hang, "seconds">) => void) {
    this.exits = () => {
      if (this.inside !== undefined) ended({ ...this.inside, stack: new Error().stack ?? "" })
    }
    process.on("exit", this.exits)
    Reflect.set(globalThis, Symbol.for(HOOK), (stack: string) => {
      const { pd, entry } = this.open.at(-1) ?? { pd: "", entry: "" }
      hung({ pd, entry, stack, seconds: CHECKS })
    })
    const workerData = { beat: this.beat.buffer, checks: CHECKS, hook: HOOK }
    this.worker = new Worker(WATCHER, { eval: true, workerData, execArgv: [] })
    this.worker.unref()
  }

  enter(pd: string, entry: string): void {
    this.open.push({ pd, entry })
    this.tick()
  }

  leave(): void {
    this.open.pop()
    this.tick()
  }

  /** What is entered and has not come back; undefined for nothing. */
  get inside(): { readonly pd: string; readonly entry: string } | undefined {
    return this.open.at(-1)
  }

  async stop(): Promise<void> {
    process.off("exit", this.exits)
    await this.worker.terminate()
  }

  private tick(): void {
    this.beat[0] = (this.beat[0] ?? 0) + 1
    this.beat[1] = this.open.length
  }
}
