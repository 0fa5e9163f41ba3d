// SPDX-License-Identifier: BSD-2-Clause
//
// FP instructions with known answers, in the interpreter and in translated code, each by the host's way and
// by the software's: with FPSR.IXC set host arithmetic may be used, with it clear never where Inexact counts.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { DOUBLE, DZC, Environment, IDC, IOC, IXC, OFC, SINGLE, UFC } from "../softfp/format.ts"
import { multiplyAdd } from "../softfp/arithmetic.ts"
import { bothTiers, type End, type Start } from "../testing/tiers.ts"

const arithmetic = suite("FP arithmetic")
const other = suite("FP comparisons, conversions, moves")

const words = new DataView(new ArrayBuffer(8))
function d(value: number): string {
  words.setFloat64(0, value)
  return words.getBigUint64(0).toString(16).padStart(32, "0")
}
function s(...values: number[]): string {
  return values
    .map((value) => {
      words.setFloat32(0, value)
      return words.getUint32(0).toString(16).padStart(8, "0")
    })
    .join("")
    .padStart(32, "0")
}

/** Runs with IXC clear and set: the result is the same, the new flags are these. */
function bothWays(start: Start, flags: number, check: (end: End) => void): void {
  for (const before of [0, IXC]) {
    bothTiers({ ...start, fpsr: before }, (end) => {
      check(end)
      assert.is(end.fpsr, before | flags, "FPSR")
    })
  }
}

const one = (start: Start, flags: number, expected: string) =>
  bothWays(start, flags, (end) => assert.is(end.v(0), expected))

arithmetic("FADD rounds to nearest and clears the rest of the register", () => {
  one({ words: [0x1e622820], v: { 0: "f".repeat(32), 1: d(0.1), 2: d(0.2) } }, IXC, d(0.1 + 0.2))
  one({ words: [0x1e622820], v: { 1: d(1), 2: d(-1) } }, 0, d(0))
})

arithmetic("FMUL of singles underflows with UFC, overflows with OFC", () => {
  one({ words: [0x1e220820], v: { 1: s(2 ** -100), 2: s(2 ** -49) } }, 0, s(2 ** -149))
  one({ words: [0x1e220820], v: { 1: s(2 ** -100), 2: s(2 ** -60) } }, UFC | IXC, s(0))
  one({ words: [0x1e220820], v: { 1: s(2 ** 100), 2: s(2 ** 60) } }, OFC | IXC, s(Infinity))
  one({ words: [0x1e220820], v: { 1: s(0), 2: s(-3) } }, 0, s(-0))
})

arithmetic("FDIV by zero raises DZC; of zeros IOC with the default NaN", () => {
  one({ words: [0x1e621820], v: { 1: d(1), 2: d(-0) } }, DZC, d(-Infinity))
  one({ words: [0x1e621820], v: { 1: d(0), 2: d(0) } }, IOC, "7ff8000000000000".padStart(32, "0"))
})

arithmetic("FPCR: flush to zero, rounding up", () => {
  one({ words: [0x1e622820], fpcr: 1 << 24, v: { 1: d(5e-324), 2: d(1) } }, IDC, d(1))
  one({ words: [0x1e622820], fpcr: 1 << 22, v: { 1: d(1), 2: d(2 ** -60) } }, IXC, d(1 + 2 ** -52))
})

arithmetic("FMADD rounds once, of doubles and singles", () => {
  const a = 1 + 2 ** -30
  one({ words: [0x1f420c20], v: { 1: d(a), 2: d(a), 3: d(-1 - 2 ** -29) } }, 0, d(2 ** -60))
  const b = 1 + 2 ** -12
  one({ words: [0x1f020c20], v: { 1: s(b), 2: s(b), 3: s(-1 - 2 ** -11) } }, 0, s(2 ** -24))
})

arithmetic("FMADD by the host's way is FMADD by the software's", () => {
  let state = 7
  const random = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  const some = (wide: boolean, near: number) => {
    const value = (random() % 2 === 0 ? 1 : -1) * (1 + random() / 2 ** 32 + random() / 2 ** 52)
    const scaled = value * 2 ** ((random() % 12) - 6 + near)
    return wide ? scaled : Math.fround(scaled)
  }
  for (let n = 0; n < 60; n++) {
    const wide = n % 2 === 0
    const [a, b, c] = [some(wide, 0), some(wide, 0), some(wide, n % 3 === 0 ? -50 : 0)]
    const text = wide ? d : s
    const bits = (value: number) => BigInt(`0x${text(value)}`)
    const expected = multiplyAdd(new Environment(0), wide ? DOUBLE : SINGLE, bits(c), bits(a), bits(b))
    const start = { words: [wide ? 0x1f420c20 : 0x1f020c20], v: { 1: text(a), 2: text(b), 3: text(c) } }
    bothTiers({ ...start, fpsr: IXC }, (end) =>
      assert.is(end.v(0), expected.toString(16).padStart(32, "0"), `${a} * ${b} + ${c}`),
    )
  }
})

arithmetic("FSQRT, FMAXNM, FRINTA, FRINTX", () => {
  one({ words: [0x1e61c020], v: { 1: d(2) } }, IXC, d(Math.SQRT2))
  one({ words: [0x1e626820], v: { 1: d(NaN), 2: d(3) } }, 0, d(3))
  one({ words: [0x1e664020], v: { 1: d(-2.5) } }, 0, d(-3))
  one({ words: [0x1e664020], v: { 1: d(-0.25) } }, 0, d(-0))
  one({ words: [0x1e674020], v: { 1: d(2.5) } }, IXC, d(2))
  one({ words: [0x1e674020], v: { 1: d(4) } }, 0, d(4))
})

arithmetic("vectors: pairs, across lanes, by element, estimates", () => {
  const v = { 1: s(4, 3, 2, 1), 2: s(40, 30, 20, 10) }
  one({ words: [0x6e22d420], v }, 0, s(70, 30, 7, 3))
  one({ words: [0x6e30f820], v: { 1: s(-4, 3, -2, 1) } }, 0, s(3))
  one({ words: [0x6e30f820], v: { 1: s(-4, 3, NaN, 1) } }, 0, s(NaN))
  const two = (high: number, low: number) => d(high).slice(16) + d(low).slice(16)
  one({ words: [0x4fc21820], v: { 0: two(1, 2), 1: two(3, 4), 2: two(10, 99) } }, 0, two(31, 42))
  one({ words: [0x5ea1d820], v: { 1: s(1) } }, 0, "3f7f8000".padStart(32, "0"))
  const positive = "ffffffff0000000000000000ffffffff"
  one({ words: [0x4ea0c820], v: { 1: s(1, -1, 0, 2 ** -149) } }, 0, positive)
})

other("FCMP gives NZCV for less, equal, greater and unordered", () => {
  for (const [a, b, nzcv] of [
    [1, 2, 8],
    [0, -0, 6],
    [3, 2, 2],
    [NaN, 1, 3],
  ] as const) {
    bothWays({ words: [0x1e622020], v: { 1: d(a), 2: d(b) } }, 0, (end) => assert.is(end.nzcv, nzcv))
  }
  bothWays({ words: [0x1e202038], v: { 1: s(NaN) } }, IOC, (end) => assert.is(end.nzcv, 3))
})

other("FCCMP keeps the flags of the comparison before it, even where a NaN takes it out of a region", () => {
  // CMP X1, X2; FCCMP D1, D2, #5, EQ
  const start = { words: [0xeb02003f, 0x1e620425], v: { 1: d(NaN), 2: d(1) } }
  bothTiers({ ...start, x: { 1: 7n, 2: 7n } }, (end) => assert.is(end.nzcv, 3))
  bothTiers({ ...start, x: { 1: 7n, 2: 8n } }, (end) => assert.is(end.nzcv, 5))
})

other("to integers: rounding, saturation, fixed point", () => {
  const to = (word: number, v: string, flags: number, expected: bigint) =>
    bothWays({ words: [word], v: { 1: v } }, flags, (end) => assert.is(end.x(0), expected))
  to(0x1e780020, d(-1.5), IXC, 0xffff_ffffn)
  to(0x1e780020, d(-7), 0, 0xffff_fff9n)
  to(0x1e780020, d(1e10), IOC, 0x7fff_ffffn)
  to(0x9e240020, s(2.5), IXC, 3n)
  to(0x1e19e020, s(1.25), 0, 320n)
})

other("from integers, and between precisions", () => {
  one({ words: [0x1e220020], x: { 1: 16777217n } }, IXC, s(16777216))
  one({ words: [0x1e220020], x: { 1: 0xffff_ffffn } }, 0, s(-1))
  one({ words: [0x9e630020], x: { 1: 2n ** 63n } }, 0, d(2 ** 63))
  one({ words: [0x1e63c020], v: { 1: d(1) } }, 0, "3c00".padStart(32, "0"))
  one({ words: [0x1e624020], v: { 1: d(0.1) } }, IXC, s(Math.fround(0.1)))
  one({ words: [0x7e616820], v: { 1: d(1 + 2 ** -40) } }, IXC, "3f800001".padStart(32, "0"))
  const two = (high: number, low: number) => d(high).slice(16) + d(low).slice(16)
  one({ words: [0x0e616820], v: { 1: two(2, 0.5) } }, 0, s(2, 0.5))
})

other("FMOV of an immediate and of an upper half", () => {
  one({ words: [0x1e6f1000] }, 0, d(1.5))
  one(
    { words: [0x9eaf0020], v: { 0: "1".repeat(32) }, x: { 1: 0xabcn } },
    0,
    "0000000000000abc1111111111111111",
  )
})

arithmetic.run()
other.run()
