// SPDX-License-Identifier: BSD-2-Clause
//
// Software FP comparisons, conversions and estimates, against the host and against answers written out by
// hand from the Arm ARM's pseudocode.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { compare, comparison, convert, fromInteger, toInteger } from "./convert.ts"
import * as E from "./estimate.ts"
import * as F from "./format.ts"

const conversions = suite("software FP: conversions")
const estimates = suite("software FP: estimates")

const words = new DataView(new ArrayBuffer(8))
function bitsOf(value: number): bigint {
  words.setFloat64(0, value)
  return words.getBigUint64(0)
}
function singleBits(value: number): bigint {
  words.setFloat32(0, value)
  return BigInt(words.getUint32(0))
}
function singleOf(bits: bigint): number {
  words.setUint32(0, Number(bits))
  return words.getFloat32(0)
}

const VALUES = [0, -0, 1, -1.5, 0.1, 1e-40, -1e-46, 3.4028235677973366e38, 16777217, 1e300, -Infinity, 5e-324]

conversions("double to single rounds as the host does", () => {
  for (const value of VALUES) {
    const result = convert(new F.Environment(0), F.DOUBLE, F.SINGLE, bitsOf(value))
    assert.is(result, singleBits(Math.fround(value)), `${value}`)
  }
})

conversions("rounding to odd keeps that something was lost", () => {
  const env = new F.Environment(0)
  const result = convert(env, F.DOUBLE, F.SINGLE, bitsOf(1 + 2 ** -40), F.TO_ODD)
  assert.is(result, singleBits(1) | 1n)
  assert.is(env.flags, F.IXC)
})

conversions("half precision: known values, and NaNs keep their upper bits", () => {
  const half = (value: number, fpcr = 0) => convert(new F.Environment(fpcr), F.DOUBLE, F.HALF, bitsOf(value))
  assert.is(half(1), 0x3c00n)
  assert.is(half(65504), 0x7bffn)
  assert.is(half(65520), 0x7c00n)
  assert.is(half(2 ** -24), 1n)
  assert.is(half(-(2 ** -26)), 0x8000n)
  const nan = convert(new F.Environment(0), F.SINGLE, F.HALF, 0xffc0_2000n)
  assert.is(nan, 0xfe01n)
  assert.is(convert(new F.Environment(0), F.HALF, F.SINGLE, 0x3555n), singleBits(0.333251953125))
})

conversions("alternative half precision has numbers where infinities would be", () => {
  const ahp = 1 << 26
  const env = new F.Environment(ahp)
  assert.is(convert(env, F.HALF, F.SINGLE, 0x7c00n), singleBits(65536))
  assert.is(convert(env, F.DOUBLE, F.HALF, bitsOf(131008)), 0x7fffn)
  assert.is(env.flags, 0)
  for (const value of [Infinity, 1e9, NaN]) {
    const other = new F.Environment(ahp)
    assert.is(convert(other, F.DOUBLE, F.HALF, bitsOf(value)), Number.isNaN(value) ? 0n : 0x7fffn)
    assert.is(other.flags, F.IOC)
  }
})

conversions("to an integer: roundings, saturation, and what each raises", () => {
  const cases: ReadonlyArray<readonly [number, number, bigint, number]> = [
    [2.5, F.NEAREST, 2n, F.IXC],
    [2.5, F.TIES_AWAY, 3n, F.IXC],
    [-2.5, F.UP, 0xffff_fffen, F.IXC],
    [-2.5, F.DOWN, 0xffff_fffdn, F.IXC],
    [7, F.TO_ZERO, 7n, 0],
    [2147483648, F.TO_ZERO, 0x7fff_ffffn, F.IOC],
    [-2147483649, F.TO_ZERO, 0x8000_0000n, F.IOC],
    [-2147483648.5, F.TO_ZERO, 0x8000_0000n, F.IXC],
    [-Infinity, F.TO_ZERO, 0x8000_0000n, F.IOC],
    [NaN, F.TO_ZERO, 0n, F.IOC],
    [1e300, F.TO_ZERO, 0x7fff_ffffn, F.IOC],
  ]
  for (const [value, mode, expected, flags] of cases) {
    const env = new F.Environment(0)
    assert.is(toInteger(env, F.DOUBLE, bitsOf(value), 32, 0, true, mode), expected, `${value}`)
    assert.is(env.flags, flags, `${value}`)
  }
  const env = new F.Environment(0)
  assert.is(toInteger(env, F.DOUBLE, bitsOf(-1), 64, 0, false, F.TO_ZERO), 0n)
  assert.is(env.flags, F.IOC)
  assert.is(toInteger(new F.Environment(0), F.DOUBLE, bitsOf(1.25), 32, 8, true, F.TO_ZERO), 320n)
})

conversions("from an integer with bits behind the point", () => {
  assert.is(fromInteger(new F.Environment(0), F.SINGLE, -320n, 8), singleBits(-1.25))
  const env = new F.Environment(0)
  assert.is(fromInteger(env, F.SINGLE, 16777217n, 0), singleBits(16777216))
  assert.is(env.flags, F.IXC)
  assert.is(fromInteger(env, F.SINGLE, 0n, 4), 0n)
})

conversions("comparisons order all numbers; NaNs are unordered and may be invalid", () => {
  const order = (a: number, b: number, signals = false) => {
    const env = new F.Environment(0)
    return [compare(env, F.DOUBLE, bitsOf(a), bitsOf(b), signals), env.flags]
  }
  assert.equal(order(1, 2), [8, 0])
  assert.equal(order(-Infinity, -1), [8, 0])
  assert.equal(order(Infinity, Infinity), [6, 0])
  assert.equal(order(0, -0), [6, 0])
  assert.equal(order(5e-324, 0), [2, 0])
  assert.equal(order(NaN, 0), [3, 0])
  assert.equal(order(NaN, 0, true), [3, F.IOC])
  const env = new F.Environment(0)
  assert.is(comparison("gt", true)(env, F.SINGLE, singleBits(-3), singleBits(2)), 0xffff_ffffn)
  assert.is(comparison("eq")(env, F.SINGLE, singleBits(3), singleBits(2)), 0n)
})

estimates("reciprocals are right to eight bits, roots likewise", () => {
  for (let n = 1; n < 400; n++) {
    const value = n * 0.37
    const env = new F.Environment(0)
    const reciprocal = singleOf(E.reciprocalEstimate(env, F.SINGLE, singleBits(value)))
    const root = singleOf(E.rootEstimate(env, F.SINGLE, singleBits(value)))
    assert.ok(Math.abs(reciprocal * Math.fround(value) - 1) < 2 ** -8, `1/${value}`)
    assert.ok(Math.abs(root * root * Math.fround(value) - 1) < 2 ** -7, `1/sqrt(${value})`)
    assert.is(env.flags, 0)
  }
})

estimates("of one, zero, infinity and beyond the range", () => {
  const env = new F.Environment(0)
  assert.is(E.reciprocalEstimate(env, F.SINGLE, singleBits(1)), 0x3f7f_8000n)
  assert.is(E.rootEstimate(env, F.SINGLE, singleBits(1)), 0x3f7f_8000n)
  assert.is(E.reciprocalEstimate(env, F.SINGLE, singleBits(-Infinity)), 0x8000_0000n)
  assert.is(E.rootEstimate(env, F.SINGLE, singleBits(Infinity)), 0n)
  assert.is(env.flags, 0)
  assert.is(E.reciprocalEstimate(env, F.SINGLE, 0n), singleBits(Infinity))
  assert.is(env.flags, F.DZC)
  const tiny = new F.Environment(0)
  assert.is(E.reciprocalEstimate(tiny, F.SINGLE, 1n), singleBits(Infinity))
  assert.is(tiny.flags, F.OFC | F.IXC)
  const down = new F.Environment(F.DOWN << 22)
  assert.is(E.reciprocalEstimate(down, F.SINGLE, 1n), F.maxNormal(F.SINGLE, 0))
  const flushing = new F.Environment(1 << 24)
  assert.is(E.reciprocalEstimate(flushing, F.SINGLE, singleBits(2 ** 127)), 0n)
  assert.is(flushing.flags, F.UFC)
  const negative = new F.Environment(0)
  assert.is(E.rootEstimate(negative, F.DOUBLE, bitsOf(-4)), F.defaultNan(F.DOUBLE))
  assert.is(negative.flags, F.IOC)
  assert.is(E.rootEstimate(new F.Environment(0), F.DOUBLE, 0n), bitsOf(Infinity))
  assert.is(E.exponentReciprocal(new F.Environment(0), F.SINGLE, singleBits(8)), singleBits(0.25))
})

estimates("results below the normal numbers are shifted into place", () => {
  const value = E.reciprocalEstimate(new F.Environment(0), F.SINGLE, singleBits(2 ** 127))
  assert.ok(Math.abs(singleOf(value) / 2 ** -127 - 1) < 2 ** -7)
  const small = E.rootEstimate(new F.Environment(0), F.DOUBLE, 1n)
  words.setBigUint64(0, small)
  assert.ok(Math.abs(words.getFloat64(0) / 2 ** 537 - 1) < 2 ** -7)
})

estimates("fixed point of 32 bits", () => {
  assert.is(E.unsignedReciprocal(0x7fff_ffff), 0xffff_ffff)
  assert.is(E.unsignedReciprocal(0x8000_0000), 0xff80_0000)
  assert.is(E.unsignedRootReciprocal(0x3fff_ffff), 0xffff_ffff)
  assert.is(E.unsignedRootReciprocal(0x4000_0000), 0xff80_0000)
})

conversions.run()
estimates.run()
