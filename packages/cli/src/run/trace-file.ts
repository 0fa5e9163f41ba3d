// SPDX-License-Identifier: BSD-2-Clause
//
// The record of a run in a file: one event a line (the schema is that of @vmm/kernel/events).

import { closeSync, openSync, writeSync } from "node:fs"

import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { eventLine, type TraceEvent, type TraceSink } from "@vmm/kernel/events"

import { type BadInput, fileError } from "../bad-input.ts"

const PIECE = 0x1_0000

class TraceFile {
  private readonly file: number
  private text = ""
  private failed = false
  private readonly log: (line: string) => void

  constructor(path: string, log: (line: string) => void) {
    this.file = openSync(path, "w")
    this.log = log
  }

  readonly sink: TraceSink = (event: TraceEvent) => {
    this.text += `${eventLine(event)}\n`
    if (this.text.length >= PIECE) this.flush()
  }

  private flush(): void {
    const { text } = this
    this.text = ""
    if (this.failed || text === "") return
    try {
      writeSync(this.file, text)
    } catch (cause) {
      this.failed = true
      this.log(`the trace ends here: ${cause instanceof Error ? cause.message : String(cause)}`)
    }
  }

  close(): void {
    this.flush()
    closeSync(this.file)
  }
}

/** A trace into the file at `path`, whole on disk when the scope closes. */
export function openTrace(
  path: string,
  log: (line: string) => void,
): Effect.Effect<TraceSink, BadInput, Scope.Scope> {
  const open = Effect.try({
    try: () => new TraceFile(path, log),
    catch: () =>
      fileError(path, "the trace cannot be written there", "name a file in a folder that you may write to"),
  })
  return Effect.acquireRelease(open, (trace) => Effect.sync(() => trace.close())).pipe(
    Effect.map(({ sink }) => sink),
  )
}
