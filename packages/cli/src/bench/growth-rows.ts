// SPDX-License-Identifier: BSD-2-Clause
//
// What must not cost more as it grows: the code that is executed, the processes that take turns, the time a machine
// has been running. Each step is one line of shell that prints markers; a figure is the time between two of them by
// the units of work that lie there.

import { PROGRAMS } from "./rows.ts"

export interface Figure {
  readonly label: string
  /** Markers of the step, 0 .. */
  readonly from: number
  readonly to: number
  /** Instructions, switches. */
  readonly units: number
  /** It is one of those that are compared, the least grown first, to say how the cost grew. */
  readonly compared: boolean
}

export interface Step {
  /** `mark(n)`: the word of the line that is to be printed as marker n. */
  readonly line: (mark: (index: number) => string) => string
  readonly marks: number
  readonly figures: readonly Figure[]
}

export interface GrowthRow {
  readonly name: string
  readonly about: string
  /** What `units` are, and how many seconds are 1 of what is shown. */
  readonly unit: string
  readonly second: number
  readonly steps: (scale: number) => readonly Step[]
}

const KIB_OF_CODE = [100, 1024, 10 * 1024, 50 * 1024]
/** Instructions of the warm part of each step; the greatest code runs three times at least. */
const WARM = 40_000_000
const INSTRUCTIONS_A_KIB = 256

function codeStep(kib: number, scale: number): Step {
  const once = kib * INSTRUCTIONS_A_KIB
  const passes = 1 + Math.max(2, Math.round((WARM * scale) / once))
  const size = kib < 100 ? `${kib} KiB` : `${Number((kib / 1024).toFixed(1))} MiB`
  return {
    line: (mark) => `${PROGRAMS}/code ${kib} ${passes} ${mark(0)} ${mark(1)}; echo ${mark(2)}`,
    marks: 3,
    figures: [
      { label: `${size}, the first time`, from: 0, to: 1, units: once, compared: false },
      { label: `${size}, again`, from: 1, to: 2, units: once * (passes - 1), compared: true },
    ],
  }
}

const PROCESSES = [2, 20, 200]
const SWITCHES = 100_000

function processStep(count: number, scale: number): Step {
  const rounds = Math.max(2, Math.round((SWITCHES * scale) / count))
  return {
    line: (mark) => `${PROGRAMS}/processes ${count} ${rounds * count} ${mark(0)}; echo ${mark(1)}`,
    marks: 2,
    figures: [{ label: `${count} processes`, from: 0, to: 1, units: rounds * count, compared: true }],
  }
}

export const STEP_ROWS: readonly GrowthRow[] = [
  {
    name: "growth-code",
    about: "time per instruction by the amount of code that is executed round and round",
    unit: "ns an instruction",
    second: 1e9,
    steps: (scale) => KIB_OF_CODE.map((kib) => codeStep(Math.ceil(kib * Math.min(1, scale)), scale)),
  },
  {
    name: "growth-procs",
    about: "time per switch by the number of processes in a ring of pipes",
    unit: "us a switch",
    second: 1e6,
    steps: (scale) => PROCESSES.map((count) => processStep(count, scale)),
  },
]

/** Mixed work without end, one marker an iteration (mixed.sh): what a userland does, over other data every time. */
export const HOUR = {
  name: "growth-hour",
  about: "time of one iteration of mixed work, in the first and in the last part of a long run",
  unit: "s an iteration",
  /** Marker texts are `prefix` and the number of the iteration. */
  line: (prefix: string): string => `${PROGRAMS}/mixed.sh ${prefix}`,
} as const

export const GROWTH_NAMES: readonly string[] = [...STEP_ROWS.map(({ name }) => name), HOUR.name]
export const GROWTH_ABOUT: ReadonlyArray<{ readonly name: string; readonly about: string }> = [
  ...STEP_ROWS,
  HOUR,
]
