// SPDX-License-Identifier: BSD-2-Clause
//
// What is assembled by row and field against words that the Arm ARM and binutils give.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Assembler, encode, encodeRow, moveWords } from "./asm.ts"
import { Decoder } from "./decoder.ts"
import { A64 } from "./tables/index.ts"

const test = suite("a64/asm")
const hex = (word: number) => word.toString(16).padStart(8, "0")
const decoder = new Decoder(A64)

test("fields go where the manual has them", () => {
  assert.is(hex(encode("ADD/SUB (immediate)", { sf: 1, imm12: 1, Rn: 31, Rd: 0 })), "910007e0") // add x0, sp, #1
  assert.is(
    hex(encode("LDP/STP (pre-index) store", { opc: 2, imm7: -2, Rt2: 30, Rn: 31, Rt: 29 })),
    "a9bf7bfd",
  )
  assert.is(hex(encode("RET", { Rn: 30 })), "d65f03c0")
  assert.is(hex(encode("SVC", { imm16: 1 })), "d4000021")
})

test("bits that should be one are one", () => {
  assert.is(hex(encode("SMULH/UMULH", { U: 1, Rm: 2, Rn: 1, Rd: 0 })), "9bc27c20") // umulh x0, x1, x2
})

test("what does not fit or does not exist is refused by row and field", () => {
  assert.throws(() => encode("RET", { Rn: 32 }), /RET: Rn = 32 does not fit 5 bits/)
  assert.throws(() => encode("RET", { Rd: 0 }), /RET: there is no field Rd/)
  assert.throws(() => encode("RETURN"), /no row "RETURN"/)
})

test("every row has a name of its own", () => {
  assert.is(new Set(A64.map((row) => row.name)).size, A64.length)
})

test("a 64-bit constant takes no more words than it needs", () => {
  const words = (value: bigint) => moveWords(3, value).map(hex)
  assert.equal(words(0n), ["d2800003"])
  assert.equal(words(0x1234_0000n), ["d2a24683"])
  assert.equal(words(0xffff_ffff_ffff_fffen), ["92800023"]) // mov x3, #-2
  assert.equal(words(0x8000_0000_0000_0001n), ["d2800023", "f2f00003"])
  assert.is(words(0x1234_5678_9abc_def0n).length, 4)
})

test("labels are reached forwards and backwards", () => {
  const a = new Assembler(0x1000)
  a.label("start").to("data", "ADR", { Rd: 1 })
  a.to("data", "LDR/LDRSW (literal)", { opc: 1, Rt: 0 })
  a.to("start", "CBZ/CBNZ", { sf: 1, Rt: 0 }).to("start", "TBZ/TBNZ", { Rt: 2 }).to("start", "B")
  a.label("data").quad(0x1122_3344_5566_7788n)
  a.data(Uint8Array.of(1, 2, 3, 4, 5))
  assert.equal([...a.finish()].map(hex), [
    "100000a1",
    "58000080",
    "b4ffffc0",
    "3607ffa2",
    "17fffffc",
    "55667788",
    "11223344",
    "04030201",
    "00000005",
  ])
  assert.is(a.address("data"), 0x1014)
})

test("ADRP counts pages from the page of its own address", () => {
  const a = new Assembler(0x1ff8)
  a.to("far", "ADRP", { Rd: 0 }).to("far", "ADRP", { Rd: 0 })
  a.label("far").to("far", "ADRP", { Rd: 0 })
  const found = [...a.finish()].map((word) => decoder.find(word)?.fields)
  assert.equal(
    found.map((fields) => [fields?.["immhi"], fields?.["immlo"]]),
    [
      [0, 1],
      [0, 1],
      [0, 0],
    ],
  )
})

test("a label that is missing, twice there or out of reach is refused", () => {
  assert.throws(() => new Assembler(0).to("nowhere", "B").finish(), /no label nowhere/)
  assert.throws(() => new Assembler(0).label("here").to("here", "RET").finish(), /no PC-relative field/)
  assert.throws(() => new Assembler(0).label("a").label("a"), /a is there twice/)
  const far = new Assembler(0).to("end", "TBZ/TBNZ")
  for (let n = 0; n < 8192; n++) far.word(0)
  assert.throws(() => far.label("end").finish(), /imm14 = 8193 does not reach/)
})

test("whatever is encoded is found again", () => {
  for (const row of A64) {
    const word = encodeRow(row, {})
    const found = decoder.find(word)
    assert.ok(found === undefined || ((word ^ found.row.value) & found.row.mask) >>> 0 === 0, row.name)
  }
})

test.run()
