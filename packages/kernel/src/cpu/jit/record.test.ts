// SPDX-License-Identifier: BSD-2-Clause
//
// What a recording does not follow: control that goes where no instruction can be.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { encode } from "../a64/asm.ts"
import * as L from "../layout.ts"
import { Sandbox } from "../sandbox.ts"

const test = suite("jit/record")
const CODE = 0x1000
const BRANCHES = ["BR", "BLR", "RET"] as const

for (const translation of ["off", "recorded", "eager"] as const) {
  test(`a branch to an address between two words faults there each time (${translation})`, () => {
    const box = new Sandbox(translation)
    const { view, cpu } = box
    let at = CODE
    for (const name of BRANCHES) {
      // Read from the wrong place, the number of the register is the number of a handler.
      for (let Rm = 0; Rm < 31; Rm++, at += 64) {
        const add = encode("ADD/ADDS/SUB/SUBS (register)", { sf: 1, Rm, Rn: 1, Rd: 2 })
        const branch = encode(name, { Rn: 3 })
        box.load(at, [encode("B", { imm26: 1 }), branch, add, add, encode("B", { imm26: 0 })])
        const to = at + 8 + 1 + (Rm % 3)
        for (let arrival = 0; arrival < 4; arrival++) {
          view.setBigUint64(cpu + L.X + 3 * L.REG_SIZE, BigInt(to), true)
          assert.is(box.run(at, 3), 3, "two branches, and what cannot be fetched")
          assert.is(view.getUint32(cpu + L.PC, true), to)
        }
      }
    }
  })
}

test.run()
