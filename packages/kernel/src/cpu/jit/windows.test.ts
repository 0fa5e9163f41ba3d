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
/** Between two pages that do not lie one behind the other. */
const PAIR_TURNED = 0xc0_1000
const FROM = 0x6000
const TO = 0x7000
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

/** A store and a load by each of these rows, and the bytes that each moves. */
const ROWS = [
  ["LDR/STR (unsigned offset)", { size: 1 }, 2],
  ["LDR/STR (unsigned offset)", { size: 2 }, 4],
  ["LDR/STR (unsigned offset)", { size: 3 }, 8],
  ["LDP/STP (offset)", { opc: 0, Rt2: 3 }, 8],
  ["LDP/STP (offset)", { opc: 2, Rt2: 3 }, 16],
  ["LDR/STR (unsigned offset, vector)", { size: 2 }, 4],
  ["LDR/STR (unsigned offset, vector)", { size: 3 }, 8],
  ["LDR/STR (unsigned offset, vector)", { size: 0, opc: 2 }, 16],
  ["LDP/STP (offset, vector)", { opc: 1, Rt2: 3 }, 16],
  ["LDP/STP (offset, vector)", { opc: 2, Rt2: 3 }, 32],
] as const

/** A machine with a region that loads and, if it is told to, stores where X0 points, and a way to run it there. */
function machine(row: string, fields: Readonly<Record<string, number>>, bytes: Uint8Array, stores: boolean) {
  const box = new Sandbox("recorded")
  const a = new Assembler(CODE)
  const access = (load: 0 | 1, Rn: number) => {
    if (row === "LDP/STP (offset)")
      a.insn(`${row} ${load === 1 ? "load" : "store"}`, { ...fields, Rt: 2, Rn })
    else if (row.startsWith("LDP")) a.insn(row, { ...fields, L: load, Rt: 2, Rn })
    else a.insn(row, { ...fields, opc: (fields["opc"] ?? 0) + load, Rt: 2, Rn })
  }
  access(1, 1)
  if (stores) access(0, 0)
  access(1, 0)
  access(0, 4)
  box.load(CODE, a.insn("BRK").finish())
  box.write(FROM, bytes)
  const run = (at: number) => {
    const registers = [at, FROM, 0, 0, TO]
    registers.forEach((value, n) => box.view.setBigUint64(box.cpu + L.X + n * 8, BigInt(value), true))
    // The interpreter has here what it loads and stores slowly.
    box.view.setBigUint64(box.cpu + L.DATA, NOBODY, true)
    for (let n = 0; n < 32; n += 8) box.view.setBigUint64(box.cpu + L.BOUNCE + n, NOBODY, true)
    box.run(CODE, 100)
  }
  for (let n = 0; n < 3; n++) run(END_OF_PAGE)
  box.runtime.translator.flush()
  assert.ok(box.runtime.translator.counts.regions > 0)
  return { box, run }
}

for (const [row, fields, size] of ROWS) {
  test(`${row} of ${size} bytes lies over the end of a page and stays in its region`, () => {
    const bytes = Uint8Array.from({ length: size }, (_, n) => 0x11 * (n & 7) + n + 1)
    const stores = size >= L.BOUNCE_LEAST
    const { box, run } = machine(row, fields, bytes, stores)
    for (const at of [END_OF_PAGE - 1, END_OF_PAGE - size + 1, PAIR_TURNED - 1]) {
      box.write(TO, new Uint8Array(size))
      box.write(at, stores ? new Uint8Array(size) : bytes)
      run(at)
      assert.equal([box.read(at, size), box.read(TO, size)], [bytes, bytes])
      assert.is(box.view.getBigUint64(box.cpu + L.DATA, true), NOBODY)
    }
  })
}

test.run()
