// SPDX-License-Identifier: BSD-2-Clause
//
// Instructions of later architectures with known answers, in both tiers: what the oracle leaves out (FJCVTZS under
// FPCR.FZ) or cannot see (atomics that fault), and one of each kind.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as L from "../layout.ts"
import { MAX } from "../models/index.ts"
import { Sandbox } from "../sandbox.ts"
import { IDC, IOC, IXC } from "../softfp/format.ts"
import { tiersOf } from "../testing/tiers.ts"
import { encode } from "./asm.ts"

const test = suite("a64/extensions")
const bothTiers = tiersOf(MAX)
const FZ = 1 << 24
const Z = 4
const BRANCH_NEXT = 0x14000001

const doubleBits = (value: number) => {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  return view.getBigUint64(0).toString(16).padStart(16, "0")
}

/** FJCVTZS of a double: what, the flags and FPSR after it. */
function converts(bits: string, result: bigint, nzcv: number, fpsr: number, fpcr = 0): void {
  const words = [encode("FJCVTZS", { Rn: 0, Rd: 1 })]
  bothTiers({ words, v: { 0: bits }, fpcr }, (end) => {
    assert.equal([end.x(1), end.nzcv, end.fpsr], [result, nzcv, fpsr], bits)
  })
}

test("FJCVTZS is JavaScript's ToInt32, and says whether it lost anything", () => {
  for (const value of [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)]) {
    converts(doubleBits(value), BigInt.asUintN(32, BigInt(value)), Z, 0)
  }
  for (const value of [0.5, -1.5, 1e-300]) converts(doubleBits(value), BigInt((value | 0) >>> 0), 0, IXC)
  for (const value of [2 ** 31, -(2 ** 31) - 1, 1e10, 2 ** 83 + 2 ** 31, 1e300, Infinity, NaN]) {
    converts(doubleBits(value), BigInt((value | 0) >>> 0), 0, IOC)
  }
})

test("FJCVTZS of a negative zero and of a subnormal flushed is not exact", () => {
  converts(doubleBits(-0), 0n, 0, 0)
  converts(doubleBits(5e-324), 0n, 0, IDC, FZ)
  converts(doubleBits(5e-324), 0n, 0, IXC)
})

test("atomics give the old value and leave the new one", () => {
  const memory = new Uint8Array(16)
  new DataView(memory.buffer).setUint32(0, 0xffff_fff0, true)
  const words = [
    encode("LDADD", { size: 2, A: 1, R: 1, Rs: 1, Rn: 0, Rt: 2 }),
    encode("LDSMAX", { size: 0, A: 0, R: 0, Rs: 3, Rn: 0, Rt: 4 }),
    encode("SWP", { size: 3, A: 0, R: 0, Rs: 1, Rn: 5, Rt: 6 }),
    encode("CAS", { size: 3, L: 0, Rs: 1, o0: 0, Rn: 5, Rt: 3 }),
  ]
  const x = { 0: 0x2000n, 1: 0x18n, 3: 0x7fn, 5: 0x2008n }
  bothTiers({ words, x, memory }, (end) => {
    assert.is(end.x(2), 0xffff_fff0n)
    assert.is(end.x(4), 8n)
    assert.is(end.x(6), 0n)
    assert.is(end.x(1), 0x18n)
    assert.equal([...end.memory(16)], [0x7f, 0, 0, 0, 0, 0, 0, 0, 0x7f, 0, 0, 0, 0, 0, 0, 0])
  })
})

test("CASP swaps a pair of registers, X31 being none of them", () => {
  const memory = Uint8Array.from({ length: 16 }, (_, n) => n)
  const words = [
    encode("CASP", { sz: 1, L: 0, Rs: 4, o0: 0, Rn: 0, Rt: 6 }),
    encode("CASP", { sz: 0, L: 0, Rs: 30, o0: 0, Rn: 0, Rt: 6 }),
  ]
  const x = { 0: 0x2000n, 4: 0x0706_0504_0302_0100n, 5: 0x0f0e_0d0c_0b0a_0908n, 6: 1n, 7: 2n, 30: 5n }
  bothTiers({ words, x, memory }, (end) => {
    assert.is(end.x(5), 0x0f0e_0d0c_0b0a_0908n)
    assert.is(end.x(30), 1n)
    assert.equal([...end.memory(16)], [1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0])
  })
})

test("pairs that are loaded exclusive or compared are aligned to the size of the pair, and fault otherwise", () => {
  const cases = [
    { word: encode("LDXP/LDAXP", { sz: 1, Rs: 31, Rt2: 3, Rn: 0, Rt: 2 }), alignment: 16 },
    { word: encode("LDXP/LDAXP", { sz: 0, Rs: 31, Rt2: 3, Rn: 0, Rt: 2 }), alignment: 8 },
    { word: encode("CASP", { sz: 1, L: 0, Rs: 4, o0: 0, Rn: 0, Rt: 6 }), alignment: 16 },
    { word: encode("CASP", { sz: 0, L: 0, Rs: 4, o0: 0, Rn: 0, Rt: 6 }), alignment: 8 },
  ]
  for (const translation of ["off", "eager"] as const) {
    const box = new Sandbox(translation, MAX)
    for (const { word, alignment } of cases) {
      box.load(0x1000, [BRANCH_NEXT, word, BRANCH_NEXT, BRANCH_NEXT])
      for (let arrival = 0; arrival < 4; arrival++) {
        for (let at = 0x2000; at < 0x2020; at++) {
          box.view.setBigUint64(box.cpu + L.X, BigInt(at), true)
          box.run(0x1000, 3)
          const faults = box.view.getUint32(box.cpu + L.PC, true) === 0x1004
          assert.is(
            faults,
            at % alignment !== 0,
            `${translation}: ${word.toString(16)} at ${at.toString(16)}`,
          )
        }
      }
    }
  }
})

test.run()
