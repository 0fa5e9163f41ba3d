// SPDX-License-Identifier: BSD-2-Clause
//
// Advanced SIMD instructions with known answers, in the interpreter and in translated code. Words are as the
// assembler makes them (aarch64-linux-gnu-as); vectors are hexadecimal, lane 0 last.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { bothTiers } from "../testing/tiers.ts"

const move = suite("Advanced SIMD: moves")
const integer = suite("Advanced SIMD: integers")

const BYTES = "0f0e0d0c0b0a09080706050403020100"
const ONES = "ffffffffffffffffffffffffffffffff"

move("DUP copies one element to all", () => {
  bothTiers({ words: [0x4e070420], v: { 1: BYTES } }, (end) =>
    assert.is(end.v(0), "03030303030303030303030303030303"),
  )
})

move("EXT of 64 bits takes the low halves and clears the rest", () => {
  bothTiers({ words: [0x2e021820], v: { 1: BYTES, 2: ONES } }, (end) =>
    assert.is(end.v(0), "0000000000000000ffffff0706050403"),
  )
})

move("TBL gives zero where the index is outside, TBX keeps the destination", () => {
  const v = { 0: ONES, 1: BYTES, 2: "000102030405060708090a0b0c0dff10" }
  bothTiers({ words: [0x4e020020], v }, (end) => assert.is(end.v(0), "000102030405060708090a0b0c0d0000"))
  bothTiers({ words: [0x4e021020], v }, (end) => assert.is(end.v(0), "000102030405060708090a0b0c0dffff"))
})

move("a list of registers goes on from 31 to 0", () => {
  const v = { 31: BYTES, 0: ONES, 2: "00000000000000000000000000001f0f" }
  bothTiers({ words: [0x4e0223e3], v }, (end) => assert.is(end.v(3), "0000000000000000000000000000ff0f"))
})

move("SMOV extends the sign of an element, UMOV does not", () => {
  const v = { 1: "000000000000000000000000000000ff" }
  bothTiers({ words: [0x4e012c20, 0x0e013c22], v }, (end) => {
    assert.is(end.x(0), 0xffff_ffff_ffff_ffffn)
    assert.is(end.x(2), 0xffn)
  })
})

move("LD3 takes structures apart and the base moves", () => {
  const memory = Uint8Array.from({ length: 48 }, (_, at) => at)
  bothTiers({ words: [0x4cdf4020], x: { 1: 0x2000n }, memory }, (end) => {
    assert.is(end.v(0), "2d2a2724211e1b1815120f0c09060300")
    assert.is(end.v(2), "2f2c292623201d1a1714110e0b080502")
    assert.is(end.x(1), 0x2030n)
  })
})

move("ST2 of words puts two registers together", () => {
  const v = { 0: "00000003000000020000000100000000", 1: "0000000d0000000c0000000b0000000a" }
  bothTiers({ words: [0x4c008820], x: { 1: 0x2000n }, v }, (end) =>
    assert.equal(
      [...end.memory(32)].filter((_, at) => at % 4 === 0),
      [0, 10, 1, 11, 2, 12, 3, 13],
    ),
  )
})

integer("CMEQ of bytes gives all ones where equal", () => {
  bothTiers({ words: [0x6e228c20], v: { 1: BYTES, 2: "0f0e0000000a00080006000400020000" } }, (end) =>
    assert.is(end.v(0), "ffff000000ff00ff00ff00ff00ff00ff"),
  )
})

integer("a signed sum that saturates sets QC", () => {
  const v = { 1: "0000000000000000000000000000807f", 2: "0000000000000000000000000000ff01" }
  bothTiers({ words: [0x4e220c20], v }, (end) => {
    assert.is(end.v(0), "0000000000000000000000000000807f")
    assert.is(end.fpsr, 1 << 27)
  })
  bothTiers({ words: [0x4e220c20], v: { 1: BYTES, 2: BYTES } }, (end) => assert.is(end.fpsr, 0))
})

integer("lanes outside the register's active half do not saturate", () => {
  const v = { 1: "7f000000000000000000000000000000", 2: "01000000000000000000000000000000" }
  bothTiers({ words: [0x0e220c20], v }, (end) => {
    assert.is(end.v(0), "0".repeat(32))
    assert.is(end.fpsr, 0)
  })
})

integer("SRSHL rounds to the right and shifts out everything beyond the width", () => {
  const v = { 1: "00000000000000008000000000000003", 2: "000000000000007f000000ff000000ff" }
  bothTiers({ words: [0x4ea25420], v }, (end) => assert.is(end.v(0), "0000000000000000c000000000000002"))
})

const VALUES = "80007fff0100ff8000ff00807f01ffff"

integer("narrowing: SHRN cuts, SQXTUN saturates to unsigned and sets QC", () => {
  bothTiers({ words: [0x0f0c8420], v: { 1: VALUES } }, (end) => {
    assert.is(end.v(0), "000000000000000000ff10f80f08f0ff")
    assert.is(end.fpsr, 0)
  })
  bothTiers({ words: [0x2e212820], v: { 1: VALUES } }, (end) => {
    assert.is(end.v(0), "000000000000000000ffff00ff80ff00")
    assert.is(end.fpsr, 1 << 27)
  })
})

integer("ADDV, CNT and REV64 work on the low half alone", () => {
  bothTiers({ words: [0x0e31b820], v: { 1: BYTES } }, (end) => assert.is(end.v(0), "1c".padStart(32, "0")))
  bothTiers({ words: [0x0e205820], v: { 1: BYTES } }, (end) =>
    assert.is(end.v(0), "0302020102010100".padStart(32, "0")),
  )
  bothTiers({ words: [0x0e200820], v: { 1: BYTES } }, (end) =>
    assert.is(end.v(0), "0001020304050607".padStart(32, "0")),
  )
})

integer("USRA by the whole width adds nothing", () => {
  bothTiers({ words: [0x6f401420], v: { 0: BYTES, 1: ONES } }, (end) => assert.is(end.v(0), BYTES))
})

integer("SQDMULH by an element saturates where both are lowest", () => {
  const v = { 1: "80000000400000000000000200000000", 2: "80000000000000000000000000000000" }
  bothTiers({ words: [0x4fa2c820], v }, (end) => {
    assert.is(end.v(0), "7fffffffc0000000fffffffe00000000")
    assert.is(end.fpsr, 1 << 27)
  })
})

integer("UMLAL2 multiplies the upper halves to double width", () => {
  const v = { 0: "00000001".repeat(4), 1: `ffff${"0".repeat(28)}`, 2: `ffff${"0".repeat(28)}` }
  bothTiers({ words: [0x6e628020], v }, (end) => assert.is(end.v(0), "fffe0002000000010000000100000001"))
})

integer("MOVI of a byte mask, BIC of an immediate", () => {
  bothTiers({ words: [0x6f05e540] }, (end) => assert.is(end.v(0), "ff00ff00ff00ff00".repeat(2)))
  bothTiers({ words: [0x2f00b7e0], v: { 0: ONES } }, (end) =>
    assert.is(end.v(0), "e0ffe0ffe0ffe0ff".padStart(32, "0")),
  )
})

move.run()
integer.run()
