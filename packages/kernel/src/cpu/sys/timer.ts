// SPDX-License-Identifier: BSD-2-Clause
//
// The generic timer of one CPU: counters, the EL1 virtual and the EL1 physical timer (Arm ARM DDI 0487, D11).
// CVAL and CTL live in the CPU block; deadlines are events of the machine, outputs are lines. The event stream
// (CNTKCTL_EL1.EVNTEN) is left out: an untrapped WFE never waits for long.

import { type Clock, type EventQueue, type Line, nsAtTick, type ScheduledEvent, ticksAt } from "@vmm/machine"
import * as L from "../layout.ts"
import { fromPair, highOf, lowOf, type Views } from "../mmu/views.ts"

const CTL_ENABLE = 1
const CTL_IMASK = 2
const CTL_ISTATUS = 4
const NEVER = Infinity

/** Which of the two timers. */
export const VIRTUAL_TIMER = 0
export const PHYSICAL_TIMER = 1
export type TimerNumber = typeof VIRTUAL_TIMER | typeof PHYSICAL_TIMER

const CTL = [L.SLOT.CNTV_CTL_EL0, L.SLOT.CNTP_CTL_EL0] as const
const CVAL = [L.SLOT.CNTV_CVAL_EL0, L.SLOT.CNTP_CVAL_EL0] as const

export interface TimerParts {
  readonly clock: Clock
  readonly events: EventQueue
  /** CNTFRQ_EL0 in Hz. */
  readonly frequency: number
  /** Outputs of the virtual and the physical timer. */
  readonly virtualLine: Line
  readonly physicalLine: Line
}

export class GenericTimer {
  readonly frequency: number
  /** The counter that `readCounter` read last. */
  lo = 0
  hi = 0
  private readonly views: Views
  private readonly cpu: number
  private readonly clock: Clock
  private readonly events: EventQueue
  private readonly lines: readonly Line[]
  private readonly levels = [false, false]
  private readonly deadlines = [NEVER, NEVER]
  private readonly scheduled: (ScheduledEvent | undefined)[] = [undefined, undefined]
  private readonly expire = [() => this.expired(VIRTUAL_TIMER), () => this.expired(PHYSICAL_TIMER)]

  /** `cpu` is the base of the CPU's block. */
  constructor(views: Views, cpu: number, parts: TimerParts) {
    this.views = views
    this.cpu = cpu
    this.clock = parts.clock
    this.events = parts.events
    this.frequency = parts.frequency
    this.lines = [parts.virtualLine, parts.physicalLine]
  }

  /** Reads CNTVCT_EL0 (CNTPCT_EL0 less CNTVOFF_EL2) or CNTPCT_EL0 into `lo` and `hi`. */
  readCounter(timer: TimerNumber): void {
    this.countFrom(ticksAt(this.clock.nowNs(), this.frequency), timer)
  }

  private countFrom(ticks: number, timer: TimerNumber): void {
    const { u32 } = this.views
    const lo = lowOf(ticks) >>> 0
    const offset = (this.cpu + L.SLOT.CNTVOFF_EL2) >>> 2
    const offsetLo = timer === VIRTUAL_TIMER ? u32[offset] : 0
    const offsetHi = timer === VIRTUAL_TIMER ? u32[offset + 1] : 0
    this.lo = (lo - offsetLo) | 0
    this.hi = (highOf(ticks) - offsetHi - (lo < offsetLo ? 1 : 0)) | 0
  }

  /** Has the counter in `lo`, `hi` reached the timer's CVAL (both unsigned)? */
  private reached(timer: TimerNumber): boolean {
    const at = (this.cpu + CVAL[timer]) >>> 2
    const hi = this.views.u32[at + 1]
    return this.hi >>> 0 === hi ? this.lo >>> 0 >= this.views.u32[at] : this.hi >>> 0 > hi
  }

  /** CNTV_CTL_EL0 or CNTP_CTL_EL0 with ISTATUS as it is now. */
  control(timer: TimerNumber): number {
    const ctl = this.views.i32[(this.cpu + CTL[timer]) >>> 2] & (CTL_ENABLE | CTL_IMASK)
    if ((ctl & CTL_ENABLE) === 0) return ctl
    this.readCounter(timer)
    return this.reached(timer) ? ctl | CTL_ISTATUS : ctl
  }

  /** TVAL: what is left until CVAL, 32 bits. */
  timerValue(timer: TimerNumber): number {
    this.readCounter(timer)
    return (this.views.i32[(this.cpu + CVAL[timer]) >>> 2] - this.lo) | 0
  }

  /** Writes TVAL: CVAL becomes the counter plus a signed 32-bit number. */
  setTimerValue(timer: TimerNumber, value: number): void {
    this.readCounter(timer)
    const { i32 } = this.views
    const at = (this.cpu + CVAL[timer]) >>> 2
    const sum = (this.lo >>> 0) + (value >>> 0)
    i32[at] = lowOf(sum)
    i32[at + 1] = (this.hi + (value < 0 ? -1 : 0) + (sum >= 2 ** 32 ? 1 : 0)) | 0
    this.changed(timer)
  }

  /** CTL or CVAL was written: drives the line and moves the deadline; the run loop is to look at both. */
  changed(timer: TimerNumber): void {
    if (this.update(timer)) this.views.i32[(this.cpu + L.STOP_I32) >>> 2] = 1
  }

  /** CNTVOFF_EL2 or all of the state was written, or time was set. */
  refresh(): void {
    this.changed(VIRTUAL_TIMER)
    this.changed(PHYSICAL_TIMER)
  }

  private expired(timer: TimerNumber): void {
    this.scheduled[timer] = undefined
    this.deadlines[timer] = NEVER
    this.changed(timer)
  }

  /** True when the line or the deadline moved. */
  private update(timer: TimerNumber): boolean {
    const ctl = this.views.i32[(this.cpu + CTL[timer]) >>> 2]
    const ticks = ticksAt(this.clock.nowNs(), this.frequency)
    this.countFrom(ticks, timer)
    const armed = (ctl & (CTL_ENABLE | CTL_IMASK)) === CTL_ENABLE
    const level = armed && this.reached(timer)
    const moved = this.setDeadline(timer, armed && !level ? this.deadline(ticks, timer) : NEVER)
    if (level === this.levels[timer]) return moved
    this.levels[timer] = level
    this.lines[timer].set(level)
    return true
  }

  /** When CVAL will be reached, in ns; never when that is beyond 2^53 ticks. */
  private deadline(ticks: number, timer: TimerNumber): number {
    const at = (this.cpu + CVAL[timer]) >>> 2
    const { u32 } = this.views
    const borrow = u32[at] < this.lo >>> 0 ? 1 : 0
    const left = fromPair(u32[at] - (this.lo >>> 0), u32[at + 1] - (this.hi >>> 0) - borrow)
    const due = ticks + left
    return due <= Number.MAX_SAFE_INTEGER / 1024 ? nsAtTick(due, this.frequency) : NEVER
  }

  private setDeadline(timer: TimerNumber, atNs: number): boolean {
    if (this.deadlines[timer] === atNs) return false
    this.scheduled[timer]?.cancel()
    this.deadlines[timer] = atNs
    this.scheduled[timer] = atNs === NEVER ? undefined : this.events.schedule(atNs, this.expire[timer])
    return true
  }
}
