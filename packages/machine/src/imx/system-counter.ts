// SPDX-License-Identifier: BSD-2-Clause
//
// The system counter ("System Counter (SYS_CTR)" in the i.MX 8M Quad Reference Manual): the count that the
// CPUs see as CNTPCT, in its read frame, its compare frame with two comparators, and its control frame, 64
// KiB each and in this order. Left out: stopping, setting or slowing the count.

import { type Clock, type EventQueue, type ScheduledEvent, nsAtTick, ticksAt } from "../clock.ts"
import type { DeviceState, Line } from "../device.ts"
import type { DeviceFactory } from "../device-factory.ts"
import { RegisterDevice, RegisterMap, type RegisterTable } from "./register-device.ts"

const CNTCV_LOW = 0x8
const CNTCV_HIGH = 0xc
const COMPARE = 0x1_0000
const CONTROL = 0x2_0000
/** Comparators: CMPCVL, CMPCVH and CMPCR, the second 0x100 after the first. */
const CMPCVL = COMPARE + 0x20
const CMPCVH = COMPARE + 0x24
const CMPCR = COMPARE + 0x2c
const COMPARATOR_STRIDE = 0x100
const COMPARATORS = 2

const CMPCR_EN = 1 << 0
const CMPCR_IMASK = 1 << 1
const CMPCR_ISTAT = 1 << 2
const CNTCR_EN = 1 << 0
const TWO_32 = 2 ** 32

function counterTable(hz: number): RegisterTable {
  const comparators = { count: COMPARATORS, stride: COMPARATOR_STRIDE }
  return [
    [0x0000, "CNTID (read)", 0, 0],
    [CNTCV_LOW, "CNTCV0 (read)", 0, 0],
    [CNTCV_HIGH, "CNTCV1 (read)", 0, 0],
    [CMPCVL, "CMPCVL", 0, 0xffff_ffff, comparators],
    [CMPCVH, "CMPCVH", 0, 0x00ff_ffff, comparators],
    [CMPCR, "CMPCR", 0, CMPCR_EN | CMPCR_IMASK, comparators],
    [CONTROL + 0x00, "CNTCR", CNTCR_EN, 0],
    [CONTROL + 0x04, "CNTSR", 0x0000_0100, 0],
    [CONTROL + CNTCV_LOW, "CNTCV0", 0, 0],
    [CONTROL + CNTCV_HIGH, "CNTCV1", 0, 0],
    [CONTROL + 0x20, "CNTFID0", hz, 0],
    [CONTROL + 0x24, "CNTFID1", 32_768, 0],
    [CONTROL + 0x28, "CNTFID2", 0, 0],
  ]
}

export interface SystemCounterPorts {
  readonly clock: Clock
  readonly events: EventQueue
  /** Frequency of the count in Hz. */
  readonly counterHz: number
  /** One line for each comparator; a comparator without one is only polled. */
  readonly lines: readonly Line[]
}

class SystemCounter extends RegisterDevice {
  private readonly ports: SystemCounterPorts
  private readonly pending: (ScheduledEvent | undefined)[] = []

  constructor(name: string, ports: SystemCounterPorts) {
    super(name, new RegisterMap(counterTable(ports.counterHz)))
    this.ports = ports
  }

  private ticks(): number {
    return ticksAt(this.ports.clock.nowNs(), this.ports.counterHz)
  }

  protected override readRegister(offset: number): number {
    const inFrame = offset & 0xffff
    const counts = offset < COMPARE || offset >= CONTROL
    if (counts && inFrame === CNTCV_LOW) return this.ticks() % TWO_32
    if (counts && inFrame === CNTCV_HIGH) return Math.floor(this.ticks() / TWO_32)
    const comparator = (offset - CMPCR) / COMPARATOR_STRIDE
    return this.peek(offset) | (this.fired(comparator) ? CMPCR_ISTAT : 0)
  }

  protected override writeRegister(offset: number, value: number): void {
    this.store(offset, value)
    if (offset >= COMPARE && offset < CONTROL) this.update()
  }

  private target(comparator: number): number {
    const at = comparator * COMPARATOR_STRIDE
    return this.peek(CMPCVH + at) * TWO_32 + this.peek(CMPCVL + at)
  }

  /** Is this an enabled comparator whose value the count has reached? False for any other number. */
  private fired(comparator: number): boolean {
    if (comparator < 0 || comparator >= COMPARATORS || !Number.isInteger(comparator)) return false
    const control = this.peek(CMPCR + comparator * COMPARATOR_STRIDE)
    return (control & CMPCR_EN) !== 0 && this.ticks() >= this.target(comparator)
  }

  private update(): void {
    for (let comparator = 0; comparator < COMPARATORS; comparator += 1) {
      const control = this.peek(CMPCR + comparator * COMPARATOR_STRIDE)
      const fired = this.fired(comparator)
      this.ports.lines[comparator]?.set(fired && (control & CMPCR_IMASK) === 0)
      this.pending[comparator]?.cancel()
      this.pending[comparator] = undefined
      if (fired || (control & CMPCR_EN) === 0) continue
      const atNs = nsAtTick(this.target(comparator), this.ports.counterHz)
      this.pending[comparator] = this.ports.events.schedule(atNs, () => this.update())
    }
  }

  override reset(): void {
    super.reset()
    this.update()
  }

  override fromState(state: DeviceState): void {
    super.fromState(state)
    this.update()
  }
}

export const imxSystemCounter: DeviceFactory = (context) => {
  const { clock, events, counterHz } = context
  const lines = Array.from({ length: context.lineCount }, (_, index) => context.line(index))
  return new SystemCounter(context.path, { clock, events, counterHz, lines })
}
