// SPDX-License-Identifier: BSD-2-Clause
//
// The i.MX GPIO port ("General Purpose Input/Output (GPIO)" in the i.MX 8M Quad Reference Manual): 32 pins,
// outputs read back, inputs driven by other devices' lines or 0, level and edge interrupts, one line for
// pins 0 to 15 and one for 16 to 31.

import type { DeviceState, Line } from "../device.ts"
import type { DeviceFactory, InterruptController } from "../device-factory.ts"
import { RegisterDevice, RegisterMap, type RegisterTable, numberOf, record } from "./register-device.ts"
import { SharedInputs } from "./shared-input.ts"

const DR = 0x00
const GDIR = 0x04
const PSR = 0x08
const ICR1 = 0x0c
const ICR2 = 0x10
const IMR = 0x14
const ISR = 0x18
const EDGE_SEL = 0x1c
const ALL = 0xffff_ffff
const LOW_HALF = 0xffff

const GPIO_TABLE: RegisterTable = [
  [DR, "DR", 0, ALL],
  [GDIR, "GDIR", 0, ALL],
  [PSR, "PSR", 0, 0],
  [ICR1, "ICR1", 0, ALL],
  [ICR2, "ICR2", 0, ALL],
  [IMR, "IMR", 0, ALL],
  [ISR, "ISR", 0, 0, { oneToClear: ALL }],
  [EDGE_SEL, "EDGE_SEL", 0, ALL],
]
const GPIO_MAP = new RegisterMap(GPIO_TABLE)

/** Interrupt conditions of ICR, two bits for each pin. */
const LOW_LEVEL = 0
const HIGH_LEVEL = 1
const RISING = 2

class ImxGpio extends RegisterDevice implements InterruptController {
  private readonly lines: readonly Line[]
  private readonly wires = new SharedInputs((pin, level) => this.drive(pin, level))
  /** Levels that the outside puts on the pins. */
  private outside = 0
  /** Levels of the pads when they were last looked at, for edges. */
  private pads = 0

  constructor(name: string, lines: readonly Line[]) {
    super(name, GPIO_MAP)
    this.lines = lines
    this.update()
  }

  input(specifier: readonly number[]): Line {
    const [pin = -1] = specifier
    if (specifier.length !== 2 || pin < 0 || pin > 31) {
      throw new RangeError(
        `${this.name}: no pin <${specifier.join(" ")}>; it takes <pin flags>, pins 0 to 31`,
      )
    }
    return this.wires.driver(pin)
  }

  /** Puts a level on a pin from outside. */
  drive(pin: number, level: boolean): void {
    this.outside = (level ? this.outside | (1 << pin) : this.outside & ~(1 << pin)) >>> 0
    this.update()
  }

  /** Levels of the pads: what this port drives where it drives, else what the outside does. */
  private padLevels(): number {
    const outputs = this.peek(GDIR)
    return ((this.peek(DR) & outputs) | (this.outside & ~outputs)) >>> 0
  }

  protected override readRegister(offset: number): number {
    return offset === DR || offset === PSR ? this.padLevels() : this.peek(offset)
  }

  protected override writeRegister(offset: number, value: number): void {
    this.store(offset, value)
    this.update()
  }

  private condition(pin: number): number {
    return (this.peek(pin < 16 ? ICR1 : ICR2) >>> (2 * (pin & 15))) & 3
  }

  /** Raises ISR for the levels that stand and the edges since last time, then drives the lines. */
  private update(): void {
    const pads = this.padLevels()
    const changed = pads ^ this.pads
    this.pads = pads
    let raised = changed & this.peek(EDGE_SEL)
    for (let pin = 0; pin < 32; pin += 1) {
      const bit = 1 << pin
      if ((this.peek(EDGE_SEL) & bit) !== 0) continue
      const condition = this.condition(pin)
      const high = (pads & bit) !== 0
      const active =
        condition === LOW_LEVEL
          ? !high
          : condition === HIGH_LEVEL
            ? high
            : (changed & bit) !== 0 && high === (condition === RISING)
      if (active) raised |= bit
    }
    this.poke(ISR, this.peek(ISR) | raised)
    const pending = this.peek(ISR) & this.peek(IMR)
    this.lines[0]?.set((pending & LOW_HALF) !== 0)
    this.lines[1]?.set(pending >>> 16 !== 0)
  }

  override reset(): void {
    super.reset()
    this.pads = this.padLevels()
    this.update()
  }

  override state(): DeviceState {
    return { registers: this.registersState(), outside: this.outside, pads: this.pads }
  }

  override fromState(state: DeviceState): void {
    const saved = record(state, this.name)
    this.registersFrom(saved["registers"])
    this.outside = numberOf(saved["outside"])
    this.pads = numberOf(saved["pads"])
    this.update()
  }
}

export const imxGpio: DeviceFactory = (context) =>
  new ImxGpio(context.path, [context.line(0), context.line(1)])
