// SPDX-License-Identifier: BSD-2-Clause
//
// A guest that restarts without end: it panics of the same thing again (panic=N on its command line), or asks for a
// reset each time that it came up. While something may still be typed, a restart is somebody's wish.

/** Restarts in a row, with nobody to ask for them, from which on they count as without end. */
const MANY = 5

export class Restarts {
  private count = 0
  private panic: string | undefined

  /** To be told each restart; gives how many there were when there is no end to see. */
  note(panic: string | undefined, awaited: boolean): number | undefined {
    if (awaited) {
      this.count = 0
      this.panic = undefined
      return undefined
    }
    this.count += 1
    const same = panic !== undefined && panic === this.panic
    this.panic = panic
    return same || this.count >= MANY ? this.count : undefined
  }
}
