// SPDX-License-Identifier: BSD-2-Clause
//
// Regions that may be made early. A region pays after some 65,000 arrivals at its code; made after a quarter of them it
// pays more where a guest stays (a boot's regions serve the next boot, a loop that reads a file serves all of it), and
// not at all in a compiler, which goes on to other code. So a run begins with a number of them, and gets more as it
// executes.

/** Instructions that bring one more early region: some 60 ms of a guest, for 4 ms that a region costs. */
const EVERY = 2 ** 25

export class Ration {
  /** The most that a run may save; it may begin with more. */
  private readonly most: number
  private left: number
  /** Instructions that have not brought a region yet. */
  private odd = 0
  /** Instructions executed by each CPU, as they were told last. */
  private readonly executed = new Map<number, number>()

  constructor(first: number, most: number) {
    this.most = most
    this.left = first
  }

  /** Notes how many instructions a CPU has executed since it was made. */
  note(cpu: number, executed: number): void {
    this.odd += Math.max(executed - (this.executed.get(cpu) ?? 0), 0)
    this.executed.set(cpu, executed)
    const more = Math.floor(this.odd / EVERY)
    this.odd -= more * EVERY
    if (this.left < this.most) this.left = Math.min(this.left + more, this.most)
  }

  /** Whether a region may be made early. */
  get isLeft(): boolean {
    return this.left > 0
  }

  /** A region was made, or taken from an earlier run. */
  spend(): void {
    if (this.left > 0) this.left -= 1
  }
}
