// SPDX-License-Identifier: BSD-2-Clause
//
// Stamps events with the instruction count and the time and hands them on. It exists before the board and
// the kernel, so that both record through it. Without a sink nothing is built: callers ask `on` first. The last events
// are kept in any case, as numbers.

import type { EventSink } from "@vmm/machine"
import type { MachineClock } from "./clock.ts"
import type { EventBody, TraceSink } from "./events/event.ts"
import { LastEvents, type LastKind } from "./events/last-events.ts"

/** Gives events their instruction count and time, and hands them to whoever listens. */
export class Recorder {
  /** Whether anybody listens. */
  readonly on: boolean
  /** The board's event sink: device events become part of the record. */
  readonly device: EventSink
  readonly last = new LastEvents()
  private readonly clock: MachineClock
  private readonly sink: TraceSink | undefined

  constructor(clock: MachineClock, sink?: TraceSink) {
    this.clock = clock
    this.sink = sink
    this.on = sink !== undefined
    this.device = {
      event: (device, what, data) => this.emit({ type: "device", device, what, data }),
    }
  }

  /** Keeps one of the last events. */
  note(kind: LastKind, name: string, first: number, second: number): void {
    this.last.note(kind, name, first, second, this.clock.nowNs())
  }

  emit(body: EventBody): void {
    this.sink?.({ icount: this.clock.instructions(), timeNs: this.clock.nowNs(), ...body })
  }
}
