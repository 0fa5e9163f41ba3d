// SPDX-License-Identifier: BSD-2-Clause
//
// How much a run does between two looks at the world. With the virtual clock every piece has the same number of
// instructions, so that input that waits arrives at the same one in every run; with the real clock a piece is as
// long as the host needs to stay responsive.

/** Host milliseconds between two looks at the world. */
const TARGET_MS = 8
const VIRTUAL_PIECE = 500_000
const LEAST = 20_000
const MOST = 50_000_000

export class Pace {
  /** Instructions of the next piece. */
  instructions = VIRTUAL_PIECE
  private readonly fixed: boolean

  constructor(fixed: boolean) {
    this.fixed = fixed
  }

  /** A piece of `instructions` took `ms`. */
  took(instructions: number, ms: number): void {
    if (this.fixed || instructions < LEAST || ms <= 0) return
    const wanted = (instructions / ms) * TARGET_MS
    const next = (this.instructions + wanted) / 2
    this.instructions = Math.round(Math.min(MOST, Math.max(LEAST, next)))
  }
}
