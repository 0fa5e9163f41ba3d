// SPDX-License-Identifier: BSD-2-Clause
//
// The interrupt request steering block (IRQ_STEER; chapter "Interrupt Steering (IRQ_STEER)" of the i.MX 8M
// Quad Reference Manual): 32 inputs to a register, the highest inputs in the register with the lowest
// address; every 64 inputs share one output. CHnMASK enables, CHnSET raises by software, CHnSTATUS shows.

import type { DeviceState, Line } from "../device.ts"
import type { DeviceFactory, InterruptController } from "../device-factory.ts"
import { RegisterDevice, RegisterMap, type RegisterTable } from "./register-device.ts"
import { SharedInputs } from "./shared-input.ts"

const CHANCTRL = 0x0
const FIRST = 0x4
const ALL = 0xffff_ffff
const INPUTS_PER_OUTPUT = 64

/** Registers of a block with `words` times 32 inputs. */
function irqsteerTable(words: number): RegisterTable {
  const block = 4 * words
  return [
    [CHANCTRL, "CHnCTL", 0, 0x1f],
    [FIRST, "CHnMASK", 0, ALL, { count: words }],
    [FIRST + block, "CHnSET", 0, ALL, { count: words }],
    [FIRST + 2 * block, "CHnSTATUS", 0, 0, { count: words }],
    [FIRST + 3 * block, "CHn_MINTDIS", 0, 0xff],
    [FIRST + 3 * block + 4, "CHn_MSTRSTAT", 0, 0],
  ]
}

class IrqSteer extends RegisterDevice implements InterruptController {
  private readonly words: number
  private readonly outputs: readonly Line[]
  private readonly inputs = new SharedInputs(() => this.update())

  /** `inputs` is a multiple of 32; there is one output for every 64 of them. */
  constructor(name: string, inputs: number, outputs: readonly Line[]) {
    super(name, new RegisterMap(irqsteerTable(inputs / 32)))
    this.words = inputs / 32
    this.outputs = outputs
  }

  input(specifier: readonly number[]): Line {
    const [number = -1] = specifier
    if (specifier.length !== 1 || number < 0 || number >= 32 * this.words) {
      throw new RangeError(
        `${this.name}: no input <${specifier.join(" ")}>; it has 0 to ${32 * this.words - 1}`,
      )
    }
    return this.inputs.driver(number)
  }

  /** Enabled and raised inputs of a group of 32, 0 the lowest. */
  private status(group: number): number {
    const at = FIRST + 4 * (this.words - 1 - group)
    let raised = this.peek(at + 4 * this.words)
    for (let bit = 0; bit < 32; bit += 1) if (this.inputs.level(32 * group + bit)) raised |= 1 << bit
    return (raised & this.peek(at)) >>> 0
  }

  private master(): number {
    let bits = 0
    for (let group = 0; group < this.words; group += 1) {
      if (this.status(group) !== 0) bits |= 1 << Math.floor((32 * group) / INPUTS_PER_OUTPUT)
    }
    return bits
  }

  private update(): void {
    const disabled = this.peek(FIRST + 12 * this.words)
    const active = this.master() & ~disabled
    this.outputs.forEach((line, output) => line.set((active & (1 << output)) !== 0))
  }

  protected override readRegister(offset: number): number {
    const index = (offset - FIRST) / 4 - 2 * this.words
    if (index >= 0 && index < this.words) return this.status(this.words - 1 - index)
    return index === this.words + 1 ? this.master() : this.peek(offset)
  }

  protected override writeRegister(offset: number, value: number): void {
    this.store(offset, value)
    this.update()
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

export const imxIrqSteer: DeviceFactory = (context) => {
  const inputs = context.u32("fsl,num-irqs") ?? 64
  if (inputs <= 0 || inputs % 32 !== 0) {
    throw new RangeError(`${context.path}: fsl,num-irqs is ${inputs}; it has to be a multiple of 32`)
  }
  const outputs = Math.ceil(inputs / INPUTS_PER_OUTPUT)
  return new IrqSteer(
    context.path,
    inputs,
    Array.from({ length: outputs }, (_, output) => context.line(output)),
  )
}
