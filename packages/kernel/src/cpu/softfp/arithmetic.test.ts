// SPDX-License-Identifier: BSD-2-Clause
//
// Software FP arithmetic against the host, which rounds to nearest as IEEE 754 says, and the rules that the
// host does not have against answers written out by hand from the Arm ARM's pseudocode.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as A from "./arithmetic.ts"
import * as F from "./format.ts"

const host = suite("software FP against the host")
const rules = suite("software FP: rules of A64")

const words = new DataView(new ArrayBuffer(8))

function bitsOf(value: number): bigint {
  words.setFloat64(0, value)
  return words.getBigUint64(0)
}
function valueOf(bits: bigint): number {
  words.setBigUint64(0, bits)
  return words.getFloat64(0)
}
function singleBits(value: number): bigint {
  words.setFloat32(0, value)
  return BigInt(words.getUint32(0))
}

/** xorshift32: the same numbers in every run. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

const SPECIAL = [0, -0, 1, -1, Infinity, -Infinity, 5e-324, 2 ** -1022, Number.MAX_VALUE, 0.1, 3]

/** A double with an exponent near enough that sums and products say something. */
function someDouble(random: () => number): number {
  if (random() % 8 === 0) return SPECIAL[random() % SPECIAL.length]
  const exponent = random() % 4 === 0 ? random() % 2047 : 980 + (random() % 90)
  const high = ((random() & 0x800f_ffff) | (exponent << 20)) >>> 0
  return valueOf((BigInt(high) << 32n) | BigInt(random() % 4 === 0 ? 0 : random()))
}

const HOST: Readonly<Record<string, readonly [A.Binary, (a: number, b: number) => number]>> = {
  add: [A.add, (a, b) => a + b],
  subtract: [A.subtract, (a, b) => a - b],
  multiply: [A.multiply, (a, b) => a * b],
  divide: [A.divide, (a, b) => a / b],
  squareRoot: [(env, format, a) => A.squareRoot(env, format, a), (a) => Math.sqrt(a)],
  maximum: [A.maximum, Math.max],
  minimum: [A.minimum, Math.min],
}

for (const [name, [soft, hard]] of Object.entries(HOST)) {
  host(`${name} of doubles rounds to nearest as the host does`, () => {
    const random = generator(1)
    for (let n = 0; n < 3000; n++) {
      const [a, b] = [someDouble(random), someDouble(random)]
      const result = valueOf(soft(new F.Environment(0), F.DOUBLE, bitsOf(a), bitsOf(b)))
      assert.ok(Object.is(result, hard(a, b)), `${name}(${a}, ${b}) = ${result}`)
    }
  })
  host(`${name} of singles is the double's result rounded`, () => {
    const random = generator(2)
    for (let n = 0; n < 2000; n++) {
      const [a, b] = [Math.fround(someDouble(random)), Math.fround(someDouble(random))]
      const result = soft(new F.Environment(0), F.SINGLE, singleBits(a), singleBits(b))
      const expected = Math.fround(hard(a, b))
      if (Number.isNaN(expected)) assert.is(result, F.defaultNan(F.SINGLE))
      else assert.is(result, singleBits(expected), `${name}(${a}, ${b})`)
    }
  })
}

host("a fused sum with a zero addend is the product, and Inexact tells the truth", () => {
  const random = generator(3)
  for (let n = 0; n < 2000; n++) {
    const [a, b] = [someDouble(random), someDouble(random)]
    const env = new F.Environment(0)
    const result = valueOf(A.multiplyAdd(env, F.DOUBLE, 0n, bitsOf(a), bitsOf(b)))
    assert.ok(result === a * b || Number.isNaN(a * b), `${a} * ${b}`)
    if (!Number.isFinite(a * b) || Math.abs(a * b) < 2 ** -900) continue
    const rest = valueOf(A.multiplyAdd(new F.Environment(0), F.DOUBLE, bitsOf(-result), bitsOf(a), bitsOf(b)))
    assert.is((env.flags & F.IXC) !== 0, rest !== 0)
  }
})

host("directed roundings enclose the nearest and differ by one unit at most", () => {
  const random = generator(4)
  for (let n = 0; n < 2000; n++) {
    const [a, b] = [bitsOf(someDouble(random)), bitsOf(someDouble(random))]
    const inMode = (mode: number) => valueOf(A.divide(new F.Environment(mode << 22), F.DOUBLE, a, b))
    const [nearest, up, down] = [inMode(F.NEAREST), inMode(F.UP), inMode(F.DOWN)]
    if (Number.isNaN(nearest)) continue
    assert.ok(down <= nearest && nearest <= up)
    assert.is(inMode(F.TO_ZERO), nearest < 0 || Object.is(nearest, -0) ? up : down)
  }
})

host("rounding to integral agrees with floor, ceil and trunc", () => {
  const random = generator(5)
  for (let n = 0; n < 1000; n++) {
    const a = someDouble(random)
    const inMode = (mode: number) =>
      valueOf(A.roundToIntegral(new F.Environment(0), F.DOUBLE, bitsOf(a), mode, false))
    assert.ok(Object.is(inMode(F.DOWN), Math.floor(a)))
    assert.ok(Object.is(inMode(F.UP), Math.ceil(a)))
    assert.ok(Object.is(inMode(F.TO_ZERO), Math.trunc(a)))
  }
})

const QUIET = 0x7ff8_0000_0000_0001n
const SIGNALING = 0x7ff0_0000_0000_0002n
const ONE = bitsOf(1)

rules("the first signaling NaN is given, made quiet; then the first quiet one", () => {
  const env = new F.Environment(0)
  assert.is(A.add(env, F.DOUBLE, QUIET, SIGNALING), 0x7ff8_0000_0000_0002n)
  assert.is(env.flags, F.IOC)
  const second = new F.Environment(0)
  assert.is(A.add(second, F.DOUBLE, ONE, QUIET), QUIET)
  assert.is(second.flags, 0)
})

rules("DN gives the default NaN", () => {
  assert.is(A.multiply(new F.Environment(1 << 25), F.DOUBLE, QUIET, ONE), F.defaultNan(F.DOUBLE))
})

rules("FZ flushes inputs with IDC and tiny results with UFC alone", () => {
  const env = new F.Environment(1 << 24)
  assert.is(A.add(env, F.DOUBLE, 1n, ONE), ONE)
  assert.is(env.flags, F.IDC)
  const tiny = new F.Environment(1 << 24)
  assert.is(A.multiply(tiny, F.DOUBLE, bitsOf(-(2 ** -600)), bitsOf(2 ** -600)), F.zero(F.DOUBLE, 1))
  assert.is(tiny.flags, F.UFC)
})

rules("tininess is found before rounding", () => {
  // The largest subnormal and more than half a unit: the result is the smallest normal number.
  const env = new F.Environment(0)
  const result = A.multiply(env, F.DOUBLE, bitsOf(2 ** -1022), bitsOf(1 - 2 ** -53))
  assert.is(result, bitsOf(2 ** -1022))
  assert.is(env.flags, F.UFC | F.IXC)
})

rules("overflow gives infinity or the largest number by mode", () => {
  const double = bitsOf(Number.MAX_VALUE)
  for (const [mode, expected] of [
    [F.NEAREST, Infinity],
    [F.UP, Infinity],
    [F.DOWN, Number.MAX_VALUE],
    [F.TO_ZERO, Number.MAX_VALUE],
  ] as const) {
    const env = new F.Environment(mode << 22)
    assert.is(valueOf(A.add(env, F.DOUBLE, double, double)), expected)
    assert.is(env.flags, F.OFC | F.IXC)
  }
})

rules("division by zero, and what is invalid", () => {
  const byZero = new F.Environment(0)
  assert.is(valueOf(A.divide(byZero, F.DOUBLE, ONE, bitsOf(-0))), -Infinity)
  assert.is(byZero.flags, F.DZC)
  const infinite = bitsOf(Infinity)
  const invalids: ReadonlyArray<(env: F.Environment) => bigint> = [
    (env) => A.divide(env, F.DOUBLE, 0n, 0n),
    (env) => A.multiply(env, F.DOUBLE, 0n, infinite),
    (env) => A.subtract(env, F.DOUBLE, infinite, infinite),
    (env) => A.squareRoot(env, F.DOUBLE, bitsOf(-1)),
    (env) => A.multiplyAdd(env, F.DOUBLE, QUIET, 0n, infinite),
    (env) => A.multiplyAdd(env, F.DOUBLE, bitsOf(-Infinity), infinite, ONE),
  ]
  for (const compute of invalids) {
    const env = new F.Environment(0)
    assert.is(compute(env), F.defaultNan(F.DOUBLE))
    assert.is(env.flags, F.IOC)
  }
})

rules("an exact zero sum is negative only when rounding down", () => {
  assert.is(A.subtract(new F.Environment(0), F.DOUBLE, ONE, ONE), 0n)
  assert.is(A.subtract(new F.Environment(F.DOWN << 22), F.DOUBLE, ONE, ONE), F.zero(F.DOUBLE, 1))
})

rules("a fused sum rounds once", () => {
  const a = 1 + 2 ** -30
  const result = valueOf(
    A.multiplyAdd(new F.Environment(0), F.DOUBLE, bitsOf(-1 - 2 ** -29), bitsOf(a), bitsOf(a)),
  )
  assert.is(result, 2 ** -60)
  assert.is(a * a - 1 - 2 ** -29, 0)
})

rules("infinity times zero is two for FMULX, FRECPS and 1.5 for FRSQRTS", () => {
  const env = new F.Environment(0)
  const infinite = bitsOf(-Infinity)
  assert.is(valueOf(A.multiplyExtended(env, F.DOUBLE, infinite, 0n)), -2)
  assert.is(valueOf(A.reciprocalStep(env, F.DOUBLE, infinite, 0n)), 2)
  assert.is(valueOf(A.rootStep(env, F.DOUBLE, infinite, 0n)), 1.5)
  assert.is(valueOf(A.reciprocalStep(env, F.DOUBLE, bitsOf(3), bitsOf(0.25))), 1.25)
  assert.is(valueOf(A.rootStep(env, F.DOUBLE, bitsOf(4), bitsOf(0.5))), 0.5)
  assert.is(env.flags, 0)
})

rules("the NUM forms prefer a number to one quiet NaN", () => {
  const env = new F.Environment(0)
  assert.is(A.maximumNumber(env, F.DOUBLE, QUIET, ONE), ONE)
  assert.is(A.minimumNumber(env, F.DOUBLE, ONE, QUIET), ONE)
  assert.is(A.maximumNumber(env, F.DOUBLE, QUIET, QUIET), QUIET)
  assert.is(env.flags, 0)
})

host.run()
rules.run()
