// SPDX-License-Identifier: BSD-2-Clause
//
// Rows, fields, handlers and operands of instruction words.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as L from "../layout.ts"
import { Decoder, FIRST_HANDLER, HANDLER_UNDEFINED } from "./decoder.ts"
import { row, type Row, type RowOptions, signed } from "./row.ts"
import { A64 } from "./tables/index.ts"

const test = suite("a64/decoder")
const decoder = new Decoder(A64)
const nothing = () => undefined

function one(pattern: string, options: RowOptions = {}): Row {
  return row("a row", pattern, options, nothing)
}

function decoded(word: number): DataView {
  const view = new DataView(new ArrayBuffer(L.INSN_SIZE))
  decoder.decodeInto(word, view, 0)
  return view
}
const slots = (word: number) => [0, 1, 2].map((slot) => decoded(word).getUint8(L.INSN_REGS_U8 + slot))

test("a pattern has 32 bits of 0, 1, x and fields", () => {
  const { mask, value, fields } = one("1 00x op:2 0000 imm:12 11111 Rd:5")
  assert.equal([mask.toString(16), value.toString(16)], ["e3c003e0", "800003e0"])
  assert.equal(
    fields.map(({ name, shift, width }) => [name, shift, width]),
    [
      ["op", 26, 2],
      ["imm", 10, 12],
      ["Rd", 0, 5],
    ],
  )
  assert.throws(() => one("1"), /the pattern has 1 bits/)
  assert.throws(() => one("2".padEnd(32, "0")), /'2' in pattern/)
})

test("a field is read with its sign", () => {
  assert.equal([signed(0x1ff, 9), signed(0xff, 9), signed(0x100, 9)], [-1, 255, -256])
})

test("number 31 is SP, zero or nowhere, as the operand says", () => {
  assert.equal(slots(0x9100_03ff), [L.REG_SP, L.REG_SP, 0]) // mov sp, sp
  assert.equal(slots(0xcb1f_03ff), [L.REG_DISCARD, L.REG_ZERO, L.REG_ZERO]) // sub xzr, xzr, xzr
  assert.equal(slots(0x3dc0_03ff).slice(0, 2), [31, L.REG_SP]) // ldr q31, [sp]
})

test("operands of 64 bits are whole", () => {
  const movn = decoded(0x92ff_ffe0) // movn x0, #0xffff, lsl #48
  assert.is(movn.getBigUint64(L.INSN_IMM, true), 0xffff_ffff_ffffn)
  const adrp = decoded(0x9080_0000) // adrp x0, -4 GiB
  assert.is(adrp.getBigInt64(L.INSN_IMM, true), -0x1_0000_0000n)
})

test("split fields choose the handler, others do not", () => {
  const handler = (word: number) => decoder.find(word)?.handler
  assert.is(handler(0x9100_0420), handler(0x913f_fc00))
  assert.is.not(handler(0x9100_0420), handler(0x1100_0420))
  const found = decoder.handlers[handler(0x9100_0420) ?? 0]
  assert.equal(found?.split, { sf: 1, op: 0 })
})

test("a special case stands before its general case", () => {
  assert.is(decoder.find(0xaa01_03e0)?.row.name, "MOV (register)")
  assert.is(decoder.find(0xaa01_0020)?.row.name, "AND/ORR/EOR/ANDS (register)")
  assert.match(decoder.find(0xaa01_0420)?.row.name ?? "", /shifted register/)
})

test("what no row has is UNDEFINED and keeps its word", () => {
  assert.is(decoder.find(0), undefined)
  const view = decoded(0x0000_dead)
  assert.is(view.getUint16(L.INSN_HANDLER_U16, true), HANDLER_UNDEFINED)
  assert.is(view.getUint32(L.INSN_IMM, true), 0xdead)
})

test("fields that a row refuses go to later rows", () => {
  const first = row("first", "0000 op:4 000000000000000000000000", { only: (f) => f["op"] === 1 }, nothing)
  const second = row("second", "0000 xxxx 0000000000000000000 imm:5", { when: (f) => f["imm"] < 4 }, nothing)
  const two = new Decoder([first, second])
  const name = (word: number) => two.find(word)?.row.name
  assert.equal([name(0x0100_0000), name(0x0200_0000), name(0x0200_0005)], ["first", "second", undefined])
})

test("split values that do not exist have no handler", () => {
  const split = one("0000 op:2 00000000000000000000000000", { split: ["op"], only: (f) => f["op"] !== 2 })
  const { handlers } = new Decoder([split])
  assert.equal(
    handlers.slice(FIRST_HANDLER).map((handler) => handler?.split["op"]),
    [0, 1, undefined, 3],
  )
})

test("a register or split field that the pattern lacks is a mistake in the table", () => {
  const zeros = "0".repeat(32)
  assert.throws(() => new Decoder([one(zeros, { regs: { d: "Rd" } })]), /no register field Rd/)
  assert.throws(() => new Decoder([one(zeros, { split: ["op"] })]), /no field op to split/)
})

test.run()
