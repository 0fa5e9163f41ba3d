// SPDX-License-Identifier: BSD-2-Clause
//
// Reciprocal and reciprocal square root estimates (Arm ARM DDI 0487, shared/functions/float: FPRecipEstimate,
// FPRSqrtEstimate, FPRecpX, UnsignedRecipEstimate, UnsignedRSqrtEstimate). Results have eight significant
// bits by definition.

import type { Unary } from "./arithmetic.ts"
import {
  DOWN,
  DZC,
  type Format,
  infinity,
  invalid,
  isNan,
  IXC,
  maxNormal,
  NEAREST,
  OFC,
  processNan,
  UFC,
  unpack,
  UP,
  bitLength,
  signOf,
  zero,
} from "./format.ts"

/** RecipEstimate: 256 .. 511 stands for 0.5 .. 1; the result for 1 .. 2. */
function reciprocalOf(scaled: number): number {
  return (Math.floor((1 << 19) / (scaled * 2 + 1)) + 1) >> 1
}

/** RecipSqrtEstimate: 128 .. 511 stands for 0.25 .. 1. */
function rootReciprocalOf(scaled: number): number {
  const odd = scaled < 256 ? scaled * 2 + 1 : ((scaled | 1) ^ 1) + 1
  const a = scaled < 256 ? odd : odd * 2
  let b = 512
  while (a * (b + 1) * (b + 1) < 1 << 28) b += 1
  return (b + 1) >> 1
}

const fieldsOf = (format: Format, bits: bigint) => ({
  exponent: Number((bits >> BigInt(format.fractionBits)) & BigInt(2 * format.bias + 1)),
  fraction: bits & ((1n << BigInt(format.fractionBits)) - 1n),
})

const compose = (format: Format, sign: number, exponent: number, fraction: bigint): bigint =>
  zero(format, sign) | (BigInt(exponent) << BigInt(format.fractionBits)) | fraction

/** The top eight bits of a fraction. */
const topEight = (format: Format, fraction: bigint) => Number(fraction >> BigInt(format.fractionBits - 8))
const fromTopEight = (format: Format, eight: number) =>
  BigInt(eight & 0xff) << BigInt(format.fractionBits - 8)

export const reciprocalEstimate: Unary = (env, format, a) => {
  const x = unpack(env, format, a)
  if (isNan(x)) return processNan(env, format, x.kind, a)
  if (x.kind === "infinity") return zero(format, x.sign)
  if (x.kind === "zero") {
    env.raise(DZC)
    return infinity(format, x.sign)
  }
  const top = bitLength(x.mantissa) - 1 + x.exponent
  if (top < -format.bias - 1) {
    env.raise(OFC | IXC)
    const mode = env.rounding
    const toInfinity = mode === NEAREST || (mode === UP && x.sign === 0) || (mode === DOWN && x.sign === 1)
    return toInfinity ? infinity(format, x.sign) : maxNormal(format, x.sign)
  }
  if (env.flushes && top >= format.bias - 1) {
    env.raise(UFC)
    return zero(format, x.sign)
  }
  const width = BigInt(format.fractionBits)
  let { exponent, fraction } = fieldsOf(format, a)
  if (exponent === 0) {
    const shift = fraction >> (width - 1n) === 0n ? 2n : 1n
    exponent = shift === 2n ? -1 : 0
    fraction = (fraction << shift) & ((1n << width) - 1n)
  }
  let resultExponent = 2 * format.bias - 1 - exponent
  let result = fromTopEight(format, reciprocalOf(256 | topEight(format, fraction)))
  if (resultExponent <= 0) {
    result = ((1n << width) | result) >> BigInt(1 - resultExponent)
    resultExponent = 0
  }
  return compose(format, x.sign, resultExponent, result)
}

export const rootEstimate: Unary = (env, format, a) => {
  const x = unpack(env, format, a)
  if (isNan(x)) return processNan(env, format, x.kind, a)
  if (x.kind === "zero") {
    env.raise(DZC)
    return infinity(format, x.sign)
  }
  if (x.sign === 1) return invalid(env, format)
  if (x.kind === "infinity") return zero(format, 0)
  const width = BigInt(format.fractionBits)
  let { exponent, fraction } = fieldsOf(format, a)
  if (exponent === 0) {
    while (fraction >> (width - 1n) === 0n) {
      fraction <<= 1n
      exponent -= 1
    }
    fraction = (fraction << 1n) & ((1n << width) - 1n)
  }
  const eight = topEight(format, fraction)
  const scaled = (exponent & 1) === 0 ? 256 | eight : 128 | (eight >> 1)
  const resultExponent = (3 * format.bias - 1 - exponent) >> 1
  return compose(format, 0, resultExponent, fromTopEight(format, rootReciprocalOf(scaled)))
}

/** FRECPX: the exponent inverted, the fraction cleared. */
export const exponentReciprocal: Unary = (env, format, a) => {
  const x = unpack(env, format, a)
  if (isNan(x)) return processNan(env, format, x.kind, a)
  const { exponent } = fieldsOf(format, a)
  const largest = 2 * format.bias
  return compose(format, signOf(format, a), exponent === 0 ? largest : largest + 1 - exponent, 0n)
}

/** URECPE of 32 bits: fixed point below one. */
export function unsignedReciprocal(a: number): number {
  if (a >>> 31 === 0) return 0xffff_ffff
  return (reciprocalOf(a >>> 23) << 23) >>> 0
}

/** URSQRTE of 32 bits. */
export function unsignedRootReciprocal(a: number): number {
  if (a >>> 30 === 0) return 0xffff_ffff
  return (rootReciprocalOf(a >>> 23) << 23) >>> 0
}
