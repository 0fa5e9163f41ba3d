// SPDX-License-Identifier: BSD-2-Clause
//
// The answers as one tier of our CPU gives them.

import * as L from "../../layout.ts"
import type { Translation } from "../../runtime.ts"
import { Sandbox } from "../../sandbox.ts"
import { ANSWER_SIZE, type Case, INPUT_SIZE } from "./cases.ts"

const CODE = 0x1000
const BRANCH_NEXT = 0x1400_0001
const BRANCH_HERE = 0x1400_0000
/** Arrivals after which the translator has taken the code. */
const ARRIVALS = 3
/** The branch in front, the instruction, the branch behind. */
const LENGTH = 3

export class Ours {
  private readonly box: Sandbox
  private readonly bytes: Uint8Array

  constructor(translation: Translation) {
    this.box = new Sandbox(translation)
    this.bytes = new Uint8Array(this.box.runtime.memory.buffer)
  }

  /** Regions made so far. */
  get regions(): number {
    return this.box.runtime.translator.counts.regions
  }

  /** The answers of one case, mode by mode. Throws where the instruction is not executed. */
  answers({ name, word, inputs, modes }: Case): Uint8Array[] {
    this.box.load(CODE, [BRANCH_NEXT, word, BRANCH_NEXT, BRANCH_HERE])
    for (let n = 0; n < ARRIVALS; n++) this.box.run(CODE, LENGTH)
    return modes.map(({ fpcr, fpsr }) => {
      const answers = new Uint8Array((inputs.length / INPUT_SIZE) * ANSWER_SIZE)
      const view = new DataView(answers.buffer)
      for (let n = 0; n * INPUT_SIZE < inputs.length; n++) {
        this.enter(inputs.subarray(n * INPUT_SIZE, (n + 1) * INPUT_SIZE), fpcr, fpsr)
        if (this.box.run(CODE, LENGTH) !== LENGTH) throw new Error(`${name} is not executed`)
        this.leave(answers, view, n * ANSWER_SIZE)
      }
      return answers
    })
  }

  private enter(input: Uint8Array, fpcr: number, fpsr: number): void {
    const { view, cpu } = this.box
    this.bytes.set(input, cpu + L.V)
    this.bytes.fill(0, cpu + L.X, cpu + L.X + 8)
    this.bytes.copyWithin(cpu + L.X + 8, cpu + L.V + 16, cpu + L.V + 24)
    view.setInt32(cpu + L.FPCR_I32, fpcr, true)
    view.setInt32(cpu + L.FPSR_I32, fpsr, true)
    this.bytes.fill(0, cpu + L.NF, cpu + L.CF_I32 + 4)
    view.setInt32(cpu + L.ZF, 1, true)
  }

  private leave(answers: Uint8Array, to: DataView, at: number): void {
    const { view, cpu } = this.box
    answers.set(this.bytes.subarray(cpu + L.V, cpu + L.V + 16), at)
    answers.set(this.bytes.subarray(cpu + L.X, cpu + L.X + 8), at + 16)
    to.setInt32(at + 24, view.getInt32(cpu + L.FPSR_I32, true), true)
    const zero = view.getInt32(cpu + L.ZF, true) === 0 && view.getInt32(cpu + L.ZF + 4, true) === 0
    const n = view.getInt32(cpu + L.NF + 4, true) & -0x8000_0000
    const v = (view.getInt32(cpu + L.VF + 4, true) >>> 31) << 28
    to.setInt32(at + 28, n | (zero ? 1 << 30 : 0) | (view.getInt32(cpu + L.CF_I32, true) << 29) | v, true)
  }
}
