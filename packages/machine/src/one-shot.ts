// SPDX-License-Identifier: BSD-2-Clause
//
// A timer inside a device: at most one pending expiry, which can be moved, cancelled, saved and taken back.

import type { EventQueue, ScheduledEvent } from "./clock.ts"

/** An alarm that can be set, moved and taken back. */
export class OneShot {
  private readonly events: EventQueue
  private readonly expire: () => void
  private pending: ScheduledEvent | undefined

  constructor(events: EventQueue, expire: () => void) {
    this.events = events
    this.expire = expire
  }

  /** Expires once at `atNs`, in place of any earlier arrangement. */
  arm(atNs: number): void {
    this.pending?.cancel()
    this.pending = this.events.schedule(atNs, () => {
      this.pending = undefined
      this.expire()
    })
  }

  cancel(): void {
    this.pending?.cancel()
    this.pending = undefined
  }

  get armed(): boolean {
    return this.pending !== undefined
  }

  /** The time of expiry in ns, -1 when not armed. */
  state(): number {
    return this.pending?.atNs ?? -1
  }

  fromState(atNs: number): void {
    if (atNs < 0) this.cancel()
    else this.arm(atNs)
  }
}
