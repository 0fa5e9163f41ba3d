// SPDX-License-Identifier: BSD-2-Clause
//
// PrimeCell Real Time Clock (PL031), after its Technical Reference Manual (DDI 0224C) chapter 3: a counter
// of seconds with a match interrupt. It starts at a fixed date, so that a run depends on nothing outside.

import type { Clock } from "../clock.ts"
import type { AccessSize, DeviceState, Line } from "../device.ts"
import type { DeviceContext, DeviceFactory } from "../device-factory.ts"
import { OneShot } from "../one-shot.ts"
import { loadArrays, saveArrays, stateField } from "../saved-arrays.ts"
import { primecellId } from "./primecell.ts"

const DR = 0x00
const MR = 0x04
const LR = 0x08
const CR = 0x0c
const IMSC = 0x10
const RIS = 0x14
const MIS = 0x18
const ICR = 0x1c
const PERIPH_ID = 0x00041031
const NS_PER_S = 1_000_000_000
/** 2024-01-01T00:00:00Z in Unix seconds: the date at power-on. */
const START_SECONDS = 1_704_067_200

/** A PL031 clock, which counts seconds of the machine's time. */
export class Pl031 {
  readonly name: string
  /** Seconds at time 0 (modulo 2^32), match, load, mask, raw status. */
  private readonly registers = new Uint32Array(5)
  private readonly line: Line
  private readonly clock: Clock
  private readonly alarm: OneShot

  constructor(context: DeviceContext) {
    this.name = context.path
    this.line = context.line(0)
    this.clock = context.clock
    this.alarm = new OneShot(context.events, () => {
      this.registers[4] = 1
      this.drive()
    })
    this.reset()
  }

  reset(): void {
    this.registers.fill(0)
    this.registers[0] = START_SECONDS
    this.alarm.cancel()
    this.drive()
  }

  private drive(): void {
    this.line.set((this.registers[3] & this.registers[4]) !== 0)
  }

  private elapsed(): number {
    return Math.floor(this.clock.nowNs() / NS_PER_S)
  }

  private now(): number {
    return (this.registers[0] + this.elapsed()) >>> 0
  }

  /** Schedules the second in which the counter reaches the match register. */
  private arm(): void {
    const wait = (this.registers[1] - this.now()) >>> 0
    this.alarm.arm((this.elapsed() + wait) * NS_PER_S)
  }

  read(offset: number, _size: AccessSize): number {
    switch (offset) {
      case DR:
        return this.now()
      case MR:
        return this.registers[1]
      case LR:
        return this.registers[2]
      case CR:
        return 1
      case IMSC:
        return this.registers[3]
      case RIS:
        return this.registers[4]
      case MIS:
        return this.registers[3] & this.registers[4]
      default:
        return Math.max(primecellId(offset, PERIPH_ID), 0)
    }
  }

  write(offset: number, _size: AccessSize, value: number): void {
    if (offset === MR) {
      this.registers[1] = value
      this.arm()
    } else if (offset === LR) {
      this.registers[2] = value
      this.registers[0] = value - this.elapsed()
      this.arm()
    } else if (offset === IMSC) {
      this.registers[3] = value & 1
    } else if (offset === ICR && (value & 1) !== 0) {
      this.registers[4] = 0
    }
    this.drive()
  }

  state(): DeviceState {
    return { registers: saveArrays({ registers: this.registers }), alarm: this.alarm.state() }
  }

  fromState(state: DeviceState): void {
    loadArrays(this.name, { registers: this.registers }, stateField(this.name, state, "registers"))
    this.alarm.fromState(Number(stateField(this.name, state, "alarm")))
    this.drive()
  }
}

export const pl031: DeviceFactory = (context) => new Pl031(context)
