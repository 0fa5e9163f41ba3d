// SPDX-License-Identifier: BSD-2-Clause
//
// PrimeCell General Purpose I/O (PL061), after its Technical Reference Manual (DDI 0190B) chapter 3: eight
// pins, nothing connected to them: inputs read 0, outputs read back. The data register's address bits 9:2
// are the mask. Interrupt registers are storage; without input no pin raises one.

import type { AccessSize, DeviceState } from "../device.ts"
import type { DeviceFactory } from "../device-factory.ts"
import { loadArrays, saveArrays } from "../saved-arrays.ts"
import { primecellId } from "./primecell.ts"

const DATA_END = 0x400
const DIR = 0x400
const RIS = 0x414
const ICR = 0x41c
const STORED_END = 0x424
const PERIPH_ID = 0x00041061

/** A PL061 GPIO with nothing on its lines. */
export class Pl061 {
  readonly name: string
  private readonly data = new Uint8Array(1)
  /** GPIODIR, IS, IBE, IEV, IE, RIS, MIS, IC, AFSEL. */
  private readonly registers = new Uint8Array((STORED_END - DIR) / 4)

  constructor(name: string) {
    this.name = name
  }

  reset(): void {
    this.data.fill(0)
    this.registers.fill(0)
  }

  read(offset: number, _size: AccessSize): number {
    if (offset < DATA_END) return this.data[0] & this.registers[0] & (offset >>> 2)
    if (offset < STORED_END) return this.registers[(offset - DIR) >>> 2]
    return Math.max(primecellId(offset, PERIPH_ID), 0)
  }

  write(offset: number, _size: AccessSize, value: number): void {
    if (offset < DATA_END) {
      const mask = (offset >>> 2) & this.registers[0]
      this.data[0] = (this.data[0] & ~mask) | (value & mask)
    } else if (offset < STORED_END && (offset < RIS || offset > ICR)) {
      this.registers[(offset - DIR) >>> 2] = value
    }
  }

  state(): DeviceState {
    return saveArrays({ data: this.data, registers: this.registers })
  }

  fromState(state: DeviceState): void {
    loadArrays(this.name, { data: this.data, registers: this.registers }, state)
  }
}

export const pl061: DeviceFactory = (context) => new Pl061(context.path)
