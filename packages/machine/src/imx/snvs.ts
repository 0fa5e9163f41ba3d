// SPDX-License-Identifier: BSD-2-Clause
//
// Secure Non-Volatile Storage ("Secure Non-Volatile Storage (SNVS)" in the i.MX 8M Quad Reference Manual):
// the low-power real-time counter at 32,768 Hz, its control and status, and the general purpose registers.
// Left out: the alarm, tamper detection, the master key, the power key.

import { type Clock, ticksAt } from "../clock.ts"
import type { DeviceState } from "../device.ts"
import type { DeviceFactory } from "../device-factory.ts"
import { RegisterDevice, RegisterMap, type RegisterTable, numberOf, record } from "./register-device.ts"

const RTC_HZ = 32_768
const LPCR = 0x38
const LPSRTCMR = 0x50
const LPSRTCLR = 0x54
const LPCR_SRTC_ENV = 1 << 0
const ALL = 0xffff_ffff
const TWO_32 = 2 ** 32
/** The counter has 47 bits: 15 in LPSRTCMR. */
const HIGH_BITS = 0x7fff

const SNVS_TABLE: RegisterTable = [
  [0x00, "HPLR", 0, ALL],
  [0x04, "HPCOMR", 0, ALL],
  [0x08, "HPCR", 0, ALL],
  [0x14, "HPSR", 0x8000_3000, 0, { oneToClear: 0x3 }],
  [0x24, "HPRTCMR", 0, HIGH_BITS],
  [0x28, "HPRTCLR", 0, ALL],
  [0x2c, "HPTAMR", 0, HIGH_BITS],
  [0x30, "HPTALR", 0, ALL],
  [0x34, "LPLR", 0, ALL],
  [LPCR, "LPCR", 0x0000_0020, ALL],
  [0x4c, "LPSR", 0x0000_0008, 0, { oneToClear: ALL }],
  [LPSRTCMR, "LPSRTCMR", 0, HIGH_BITS],
  [LPSRTCLR, "LPSRTCLR", 0, ALL],
  [0x58, "LPTAR", 0, ALL],
  [0x5c, "LPSMCMR", 0, 0],
  [0x60, "LPSMCLR", 0, 0],
  [0x64, "LPPGDR", 0, ALL],
  [0x68, "LPGPR0 (legacy)", 0, ALL],
  [0x90, "LPGPR", 0, ALL, { count: 8 }],
  [0xbf8, "HPVIDR1", 0x003e_0400, 0],
  [0xbfc, "HPVIDR2", 0, 0],
]
const SNVS_MAP = new RegisterMap(SNVS_TABLE)

class Snvs extends RegisterDevice {
  private readonly clock: Clock
  /** Value of the counter when it was last set, stopped or started, and the time of that in ns. */
  private base = 0
  private sinceNs = 0

  constructor(name: string, clock: Clock) {
    super(name, SNVS_MAP)
    this.clock = clock
  }

  private running(): boolean {
    return (this.peek(LPCR) & LPCR_SRTC_ENV) !== 0
  }

  private counter(): number {
    const ticks = this.running() ? ticksAt(this.clock.nowNs() - this.sinceNs, RTC_HZ) : 0
    return this.base + ticks
  }

  private setCounter(value: number): void {
    this.base = value
    this.sinceNs = this.clock.nowNs()
  }

  protected override readRegister(offset: number): number {
    if (offset === LPSRTCMR) return Math.floor(this.counter() / TWO_32) & HIGH_BITS
    if (offset === LPSRTCLR) return this.counter() % TWO_32
    return this.peek(offset)
  }

  protected override writeRegister(offset: number, value: number): void {
    const now = this.counter()
    if (offset === LPSRTCMR) this.setCounter((value & HIGH_BITS) * TWO_32 + (now % TWO_32))
    else if (offset === LPSRTCLR) this.setCounter(Math.floor(now / TWO_32) * TWO_32 + value)
    else {
      if (offset === LPCR) this.setCounter(now)
      this.store(offset, value)
    }
  }

  override reset(): void {
    super.reset()
    this.setCounter(0)
  }

  override state(): DeviceState {
    return { registers: this.registersState(), base: this.base, sinceNs: this.sinceNs }
  }

  override fromState(state: DeviceState): void {
    const saved = record(state, this.name)
    this.registersFrom(saved["registers"])
    this.base = numberOf(saved["base"])
    this.sinceNs = numberOf(saved["sinceNs"])
  }
}

export const imxSnvs: DeviceFactory = (context) => new Snvs(context.path, context.clock)
