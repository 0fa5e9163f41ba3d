// SPDX-License-Identifier: BSD-2-Clause
//
// How often each encoding was executed by the interpreter and inside of regions, and what else was done. Tallies
// add up, and are plain data: they go between processes and into files.

import type { Decoder } from "../a64/decoder.ts"
import type { Row } from "../a64/row.ts"
import type { CpuModel } from "../models/index.ts"
import { exclusion, groupOf, handlerName } from "./rows.ts"

/** Executions by handler number; holes and zeros are none. */
export class Coverage {
  readonly interpreter: number[] = []
  readonly regions: number[] = []
  /** Of recorded regions: what they executed right behind a call, and behind a return. */
  readonly called: number[] = []
  readonly returned: number[] = []

  clear(): void {
    this.interpreter.length = 0
    this.regions.length = 0
    this.called.length = 0
    this.returned.length = 0
  }

  /** One execution of an instruction; the interpreter executes every one of them. */
  count(handler: number, inRegion: boolean): void {
    this.interpreter[handler] = (this.interpreter[handler] ?? 0) + 1
    if (inRegion) this.regions[handler] = (this.regions[handler] ?? 0) + 1
  }

  /** One execution in a recorded region, behind an instruction of this row. */
  countBehind(row: Row | undefined, handler: number): void {
    const isCall = row?.flow === "call" || row?.name === "BLR"
    if (isCall) this.called[handler] = (this.called[handler] ?? 0) + 1
    if (row?.name === "RET") this.returned[handler] = (this.returned[handler] ?? 0) + 1
  }

  /** As it is now, without holes. */
  lists(): Pick<Tally, "interpreter" | "regions" | "called" | "returned"> {
    const [interpreter, regions, called, returned] = [
      this.interpreter,
      this.regions,
      this.called,
      this.returned,
    ].map((counts) => Array.from(counts, (n) => n ?? 0))
    return { interpreter, regions, called, returned }
  }
}

export interface Tally {
  readonly sequences: number
  /** Words tried for being instructions at all. */
  readonly words: number
  /** Instructions executed in whole sequences by the interpreter, and regions made. */
  readonly executed: number
  readonly made: number
  readonly interpreter: readonly number[]
  readonly regions: readonly number[]
  /** Executions in recorded regions right behind a call, and behind a return. */
  readonly called: readonly number[]
  readonly returned: readonly number[]
  /** Each difference cut down and told in lines; words that only one side takes for instructions, a line each. */
  readonly differences: ReadonlyArray<readonly string[]>
  readonly wrongWords: readonly string[]
}

export const NOTHING: Tally = {
  sequences: 0,
  words: 0,
  executed: 0,
  made: 0,
  interpreter: [],
  regions: [],
  called: [],
  returned: [],
  differences: [],
  wrongWords: [],
}

function added(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, n) => (a[n] ?? 0) + (b[n] ?? 0))
}

export function sum(a: Tally, b: Tally): Tally {
  return {
    sequences: a.sequences + b.sequences,
    words: a.words + b.words,
    executed: a.executed + b.executed,
    made: a.made + b.made,
    interpreter: added(a.interpreter, b.interpreter),
    regions: added(a.regions, b.regions),
    called: added(a.called, b.called),
    returned: added(a.returned, b.returned),
    differences: [...a.differences, ...b.differences],
    wrongWords: [...a.wrongWords, ...b.wrongWords],
  }
}

/** An encoding and how often it was executed in each tier. */
export interface EncodingCount {
  readonly encoding: string
  readonly group: string
  readonly interpreter: number
  readonly regions: number
}

interface Tried {
  readonly decoder: Decoder
  readonly model: CpuModel
}

/** Every encoding that is tried, those of rows that match. */
export function encodingCounts({ decoder, model }: Tried, tally: Tally, rows = /^/): EncodingCount[] {
  return decoder.handlers.flatMap((handler) => {
    if (handler === undefined || exclusion(handler.row, model) !== undefined || !rows.test(handler.row.name))
      return []
    const { id, row } = handler
    const [interpreter, regions] = [tally.interpreter[id] ?? 0, tally.regions[id] ?? 0]
    return [{ encoding: handlerName(handler), group: groupOf(row), interpreter, regions }]
  })
}
