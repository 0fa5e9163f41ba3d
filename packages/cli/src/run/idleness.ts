// SPDX-License-Identifier: BSD-2-Clause
//
// A guest that idles for good. Its timer wakes it again and again, so with the virtual clock, which skips the time
// between, such a run would never end. What was idle for long, said nothing, and can be told nothing, waits for
// what cannot come.

/** Guest time after which an idle guest is given up, ns: longer than what a script sleeps. */
const PATIENCE_NS = 600e9
/** What an idle guest executes at most, of the instructions that it had time for: its ticks. */
const IDLE_SHARE = 0.02

export class Idleness {
  private sinceNs = 0
  private instructions = 0

  /**
   * To be told the time (ns) and the instructions executed so far, again and again. `awaited`: something came from
   * the guest since, or may still come to it. Gives the idle seconds of a guest that idles for good.
   */
  look(nowNs: number, instructions: number, awaited: boolean): number | undefined {
    const idleNs = nowNs - this.sinceNs
    if (!awaited && idleNs < PATIENCE_NS) return undefined
    const idle = !awaited && instructions - this.instructions <= idleNs * IDLE_SHARE
    if (idle) return Math.round(idleNs / 1e9)
    this.sinceNs = nowNs
    this.instructions = instructions
    return undefined
  }
}
