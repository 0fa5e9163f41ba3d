// SPDX-License-Identifier: BSD-2-Clause
//
// Regions that are entered often are left often: a large loop has more ways than were seen when it got hot. Such a
// region is recorded again, for longer. Where control stays in the new graph for thousands of instructions, that takes
// the region's place; where it leaves soon all the same, as in code that calls here and there, the region is left as it
// is: more of its ways would make it larger and no faster. Holds what was recorded so far.

import type { RecordLimits, Recording } from "./record.ts"

/** Entries from one recording to the next. */
export const ENTRIES_BETWEEN = 7
export const GROWN_LIMITS: RecordLimits = { instructions: 2048, steps: 60_000, stale: 15_000 }
/** Ways that were taken less than once in so many times are left out. */
export const TAKEN_SELDOM = 100
/** Recordings of one region, and regions that are recorded at a time. */
const MAX_RECORDINGS = 8
const MAX_GROWING = 32
/** After so many recordings it is given up where control stayed for less than this part of what it must. */
const FEW = 2
const LEAST = 4
/** A region is made anew for so many times its instructions. */
const WIDER = 1.25

/** What to do after a recording: another, the region anew, or nothing any more. */
export type Verdict = "again" | "grow" | "leave"

interface Growing {
  readonly recording: Recording
  readonly count: number
}

export class Growth {
  /** Instructions for which control must stay, on the mean; 0: whatever is entered often grows. */
  private readonly stay: number
  /** By the decoded instruction where the region starts. */
  private readonly growing = new Map<number, Growing>()

  constructor(stay: number) {
    this.stay = stay
  }

  /** What was recorded from a decoded instruction so far. */
  earlier(entry: number): Recording | undefined {
    return this.growing.get(entry)?.recording
  }

  /** Notes a recording, which has the earlier ones in it, of a region that has so many instructions now. */
  note(entry: number, recording: Recording, now: number): Verdict {
    const count = (this.growing.get(entry)?.count ?? 0) + 1
    this.growing.delete(entry)
    const { steps, stale, graph } = recording
    const isFull = steps >= GROWN_LIMITS.steps || stale > GROWN_LIMITS.stale
    if (count === FEW && steps * LEAST < count * this.stay) return "leave"
    if (isFull || count >= MAX_RECORDINGS) {
      const isWider = this.stay === 0 || graph.size > now * WIDER
      return isWider && steps >= count * this.stay ? "grow" : "leave"
    }
    const [oldest] = this.growing.keys()
    if (oldest !== undefined && this.growing.size >= MAX_GROWING) this.growing.delete(oldest)
    this.growing.set(entry, { recording, count })
    return "again"
  }

  /** Decoded code changed: nothing that was recorded is believed. */
  forget(): void {
    this.growing.clear()
  }
}
