// SPDX-License-Identifier: BSD-2-Clause
//
// A device without a model: its registers answer like memory that is zero at first, so that a driver which
// only stores goes on, and the first touch is told to the event sink, so that a person sees what was met.

import type { Clock } from "./clock.ts"
import type { AccessSize, DeviceState, EventSink, MmioDevice } from "./device.ts"
import type { DeviceFactory } from "./device-factory.ts"
import { stateField } from "./saved-arrays.ts"

/** Reads of a register with no write between them, the last of them at `atNs`. */
export interface Polled {
  readonly offset: number
  readonly reads: number
  readonly atNs: number
}

/** A device without a model: it answers like memory and tells its first touch. */
export class StubDevice implements MmioDevice {
  readonly name: string
  private readonly compatible: string
  private readonly sink: EventSink
  /** Words that were written, by offset / 4. */
  private readonly words = new Map<number, number>()
  private touched = false
  private readonly clock: Clock
  /** The register that was read last, how often since the last write, and when. */
  private readonly last = { offset: 0, reads: 0, atNs: 0 }

  /** `compatible`: what the event says this is; the node's most specific string. */
  constructor(name: string, compatible: string, sink: EventSink, clock: Clock) {
    this.name = name
    this.compatible = compatible
    this.sink = sink
    this.clock = clock
  }

  reset(): void {
    this.words.clear()
    this.touched = false
    this.last.reads = 0
  }

  /** What somebody reads again and again, perhaps for a bit that only a model would set. */
  get polled(): Polled {
    return { ...this.last }
  }

  private touch(offset: number, write: boolean): void {
    if (this.touched) return
    this.touched = true
    this.sink.event(this.name, "stub-first-touch", { compatible: this.compatible, offset, write })
  }

  read(offset: number, size: AccessSize): number {
    this.touch(offset, false)
    this.last.offset = offset
    this.last.reads += 1
    this.last.atNs = this.clock.nowNs()
    const word = (this.words.get(Math.floor(offset / 4)) ?? 0) >>> ((offset & 3) * 8)
    return size === 4 ? word : word & (size === 1 ? 0xff : 0xffff)
  }

  write(offset: number, size: AccessSize, value: number): void {
    this.touch(offset, true)
    this.last.reads = 0
    const at = Math.floor(offset / 4)
    const shift = (offset & 3) * 8
    const mask = size === 4 ? 0xffffffff : (size === 1 ? 0xff : 0xffff) << shift
    this.words.set(at, (((this.words.get(at) ?? 0) & ~mask) | ((value << shift) & mask)) >>> 0)
  }

  state(): DeviceState {
    return { touched: this.touched, words: [...this.words].map(([at, value]) => [at, value]) }
  }

  fromState(state: DeviceState): void {
    this.touched = stateField(this.name, state, "touched") === true
    const words = stateField(this.name, state, "words")
    if (!Array.isArray(words)) throw new RangeError(`${this.name}: the saved words are no list`)
    this.words.clear()
    for (const entry of words) {
      if (Array.isArray(entry)) this.words.set(Number(entry[0]), Number(entry[1]))
    }
  }
}

/** The factory for what no other one makes. */
export const stub: DeviceFactory = (context) =>
  new StubDevice(context.path, context.compatible[0] ?? "", context.sink, context.clock)
