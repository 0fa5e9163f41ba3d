// SPDX-License-Identifier: BSD-2-Clause
//
// Waiting in the host's time: until so much of it has passed, or somebody wakes us.

export class Wall {
  private wakeUp: (() => void) | undefined

  /** Comes back after `ms` (`Infinity`: not by itself), or at the next `wake`. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === Infinity ? undefined : setTimeout(resolve, Math.max(0, ms))
      // An interval keeps the process alive while nothing but a wake-up can end the wait.
      const keeper = timer === undefined ? setInterval(() => undefined, 0x7fff_ffff) : undefined
      this.wakeUp = () => {
        clearTimeout(timer)
        clearInterval(keeper)
        this.wakeUp = undefined
        resolve()
      }
    })
  }

  wake(): void {
    this.wakeUp?.()
  }

  /** Lets input, timers and signals of this process have their turn. */
  turn(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve))
  }
}
