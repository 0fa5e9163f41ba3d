// SPDX-License-Identifier: BSD-2-Clause
//
// An instruction of a region that the cold tier runs in a rare case, behind a branch that wrote a register: that is the
// branch's, and is not read back from the CPU's block with what the instruction wrote.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { encode } from "../a64/asm.ts"
import * as L from "../layout.ts"
import { Sandbox } from "../sandbox.ts"

const test = suite("jit/cold")
const CODE = 0x1000
const SIGNALLING_NAN = 0x7ff0_0000_0000_0001n
const QUIET_NAN = 0x7ff8_0000_0000_0001n
/** FADD D0, D1, D2, and FMLA V0.2D, V1.2D, V2.2D. */
const SUMS = [0x1e62_2820, 0x4e62_cc20]

for (const translation of ["off", "recorded", "eager"] as const) {
  test(`a function that begins with a sum of NaNs returns to where it was called from (${translation})`, () => {
    for (const sum of SUMS) {
      const box = new Sandbox(translation)
      const { view, cpu } = box
      const next = encode("B", { imm26: 1 })
      box.load(CODE, [next, encode("BLR", { Rn: 3 }), sum, next, encode("B", { imm26: 0 })])
      for (let arrival = 0; arrival < 5; arrival++) {
        view.setBigUint64(cpu + L.X + 3 * L.REG_SIZE, BigInt(CODE + 8), true)
        view.setBigUint64(cpu + L.X + 30 * L.REG_SIZE, 0n, true)
        for (const n of [1, 2]) view.setBigUint64(cpu + L.V + n * 16, SIGNALLING_NAN, true)
        assert.is(box.run(CODE, 4), 4)
        assert.is(view.getBigUint64(cpu + L.X + 30 * L.REG_SIZE, true), BigInt(CODE + 8))
        assert.is(view.getBigUint64(cpu + L.V, true), QUIET_NAN)
      }
    }
  })
}

test.run()
