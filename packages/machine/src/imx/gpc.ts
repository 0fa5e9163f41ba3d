// SPDX-License-Identifier: BSD-2-Clause
//
// The General Power Controller, version 2 ("General Power Controller (GPC)" in the i.MX 8M Quad Reference
// Manual). It stands between the devices and the GIC: every shared peripheral interrupt passes through, its
// masks decide only what wakes the chip up. Requests to switch power domains complete at once.
// Left out: low-power modes themselves, so a mask has no effect beyond being stored.

import type { Line } from "../device.ts"
import type { DeviceFactory, InterruptController } from "../device-factory.ts"
import { GPC_TABLE, ISR_A53, ISR_M4, PU_PWRHSK } from "./gpc-table.ts"
import { RegisterDevice, RegisterMap } from "./register-device.ts"
import { SharedInputs } from "./shared-input.ts"

const GPC_MAP = new RegisterMap(GPC_TABLE)
const INPUTS = 128
const SPI = 0
/** PWRDNREQN bits 6:4 to PWRDNACKN bits 26:24. */
const HANDSHAKE_REQUESTS = 0x70
const HANDSHAKE_SHIFT = 20

class Gpc extends RegisterDevice implements InterruptController {
  private readonly parentLine: (specifier: readonly number[]) => Line
  private readonly outputs = new Map<number, Line>()
  private readonly inputs = new SharedInputs((spi, level) => this.outputs.get(spi)?.set(level))

  constructor(name: string, parentLine: (specifier: readonly number[]) => Line) {
    super(name, GPC_MAP)
    this.parentLine = parentLine
  }

  input(specifier: readonly number[]): Line {
    const [kind = -1, spi = -1] = specifier
    if (specifier.length !== 3 || kind !== SPI || spi < 0 || spi >= INPUTS) {
      throw new RangeError(
        `${this.name}: no input <${specifier.join(" ")}>; it takes <0 SPI flags> with SPI from 0 to ${INPUTS - 1}`,
      )
    }
    if (!this.outputs.has(spi)) this.outputs.set(spi, this.parentLine(specifier))
    return this.inputs.driver(spi)
  }

  protected override readRegister(offset: number): number {
    if (offset === PU_PWRHSK) {
      const value = this.peek(offset)
      return value | ((value & HANDSHAKE_REQUESTS) << HANDSHAKE_SHIFT)
    }
    if (offset >= ISR_A53 && offset < ISR_A53 + 16) return this.pending((offset - ISR_A53) >>> 2)
    if (offset >= ISR_M4 && offset < ISR_M4 + 16) return this.pending((offset - ISR_M4) >>> 2)
    return this.peek(offset)
  }

  /** Levels of the inputs 32 * word to 32 * word + 31. */
  private pending(word: number): number {
    let bits = 0
    for (let bit = 0; bit < 32; bit += 1) if (this.inputs.level(word * 32 + bit)) bits |= 1 << bit
    return bits >>> 0
  }
}

export const imxGpc: DeviceFactory = (context) =>
  new Gpc(context.path, (specifier) => context.parentLine(specifier))
