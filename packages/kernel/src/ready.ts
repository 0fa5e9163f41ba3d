// SPDX-License-Identifier: BSD-2-Clause
//
// The scheduler's ready queues (seL4 reference manual, 6.1): strict priorities 0 .. 255, first come first
// served within one.

import type { Tcb } from "./object/tcb.ts"

const PRIORITIES = 256

export class ReadyQueues {
  private readonly queues: Tcb[][] = Array.from({ length: PRIORITIES }, () => [])
  /** No queue above this one holds anything. */
  private top = -1
  /** Times that a thread came or went, or was suspended. */
  changes = 0

  /** Puts a thread last in its priority; one that is queued stays where it is. */
  append(tcb: Tcb): void {
    if (tcb.queued) return
    tcb.queued = true
    this.changes += 1
    this.queues[tcb.priority].push(tcb)
    this.top = Math.max(this.top, tcb.priority)
  }

  remove(tcb: Tcb): void {
    if (!tcb.queued) return
    tcb.queued = false
    this.changes += 1
    const queue = this.queues[tcb.priority]
    if (queue[0] === tcb) queue.shift()
    else queue.splice(queue.indexOf(tcb), 1)
  }

  /** The thread that runs next, left in its queue. */
  head(): Tcb | undefined {
    while (this.top >= 0) {
      const queue = this.queues[this.top]
      if (queue.length > 0) return queue[0]
      this.top -= 1
    }
    return undefined
  }

  /** Threads that are ready and more urgent than this priority, the most urgent first. */
  above(priority: number): readonly Tcb[] {
    return this.queues
      .slice(priority + 1)
      .flat()
      .reverse()
  }

  /** Sends the thread behind the others of its priority. */
  rotate(tcb: Tcb): void {
    this.remove(tcb)
    this.append(tcb)
  }
}
