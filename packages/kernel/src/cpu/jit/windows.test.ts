// SPDX-License-Identifier: BSD-2-Clause
//
// Accesses by one base register that go to two pages in turn: the soft TLB knows both, so nobody else is asked.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Assembler } from "../a64/asm.ts"
import * as L from "../layout.ts"
import { Sandbox } from "../sandbox.ts"

const test = suite("jit/windows")
const CODE = 0x1000
const END_OF_PAGE = 0x4000
const NOBODY = 0x5a5a_5a5an

test("a structure over the end of a page is read and written without a call, though windows miss", () => {
  const box = new Sandbox("recorded")
  const a = new Assembler(CODE)
  const access = (opc: number, imm12: number, Rt: number) =>
    a.insn("LDR/STR (unsigned offset)", { size: 3, opc, imm12, Rn: 0, Rt })
  for (let turn = 0; turn < 4; turn++) {
    access(1, 0, 1)
    access(1, 1, 2)
    a.insn("ADD/SUB (extended register)", { sf: 1, option: 3, Rm: 2, Rn: 1, Rd: 1 })
    access(0, 0, 1)
    access(0, 1, 2)
  }
  box.load(CODE, a.insn("BRK").finish())
  const run = () => {
    box.view.setBigUint64(box.cpu + L.X, BigInt(END_OF_PAGE - 8), true)
    box.view.setBigUint64(END_OF_PAGE + L.RAM_START - 8, 1n, true)
    box.view.setBigUint64(END_OF_PAGE + L.RAM_START, 10n, true)
    box.run(CODE, 100)
  }
  for (let n = 0; n < 5; n++) run()
  box.runtime.translator.flush()
  assert.ok(box.runtime.translator.counts.regions > 0)
  // Who is called notes the page that was asked for.
  box.view.setBigUint64(box.cpu + L.WINDOW_TAG, NOBODY, true)
  run()
  assert.is(box.view.getBigUint64(END_OF_PAGE + L.RAM_START - 8, true), 41n)
  assert.is(box.view.getBigUint64(box.cpu + L.WINDOW_TAG, true), NOBODY)
})

test.run()
