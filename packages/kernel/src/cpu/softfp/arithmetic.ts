// SPDX-License-Identifier: BSD-2-Clause
//
// FP arithmetic exactly as the A64 instructions define it (Arm ARM DDI 0487, shared/functions/float: FPAdd,
// FPMul, FPDiv, FPSqrt, FPMulAdd, FPMax, the step functions and others). Operands and results are bits.

import {
  bitLength,
  DOWN,
  DZC,
  Environment,
  type Format,
  infinity,
  invalid,
  isNan,
  IOC,
  IXC,
  NEAREST,
  processNan,
  processNans,
  round,
  roundsUp,
  signBit,
  split,
  TIES_AWAY,
  TO_ZERO,
  type Unpacked,
  unpack,
  UP,
  zero,
} from "./format.ts"

export type Binary = (env: Environment, format: Format, a: bigint, b: bigint) => bigint
export type Unary = (env: Environment, format: Format, a: bigint) => bigint

export const negate = (format: Format, a: bigint): bigint => a ^ signBit(format)
export const absolute = (format: Format, a: bigint): bigint => a & ~signBit(format)

const isZero = (a: Unpacked) => a.kind === "zero"
const isInfinite = (a: Unpacked) => a.kind === "infinity"

const signed = (a: Unpacked) => (a.sign === 1 ? -a.mantissa : a.mantissa)

/** A sum of exact values a * 2^i and b * 2^j, rounded; zero takes its sign from the mode. */
function roundSum(
  env: Environment,
  format: Format,
  a: bigint,
  i: number,
  b: bigint,
  j: number,
  scale = 0,
): bigint {
  const low = Math.min(i, j)
  const sum = (a << BigInt(i - low)) + (b << BigInt(j - low))
  if (sum === 0n) return zero(format, env.rounding === DOWN ? 1 : 0)
  return round(env, format, sum < 0n ? 1 : 0, sum < 0n ? -sum : sum, low + scale)
}

export const add: Binary = (env, format, a, b) => {
  const [x, y] = [unpack(env, format, a), unpack(env, format, b)]
  const nan = processNans(env, format, [
    [x, a],
    [y, b],
  ])
  if (nan !== undefined) return nan
  if (isInfinite(x) && isInfinite(y) && x.sign !== y.sign) return invalid(env, format)
  if (isInfinite(x)) return infinity(format, x.sign)
  if (isInfinite(y)) return infinity(format, y.sign)
  if (isZero(x) && isZero(y) && x.sign === y.sign) return zero(format, x.sign)
  const [i, j] = [isZero(x) ? y.exponent : x.exponent, isZero(y) ? x.exponent : y.exponent]
  return roundSum(env, format, signed(x), i, signed(y), j)
}

export const subtract: Binary = (env, format, a, b) => {
  const [x, y] = [unpack(env, format, a), unpack(env, format, b)]
  const nan = processNans(env, format, [
    [x, a],
    [y, b],
  ])
  return nan ?? add(env, format, a, negate(format, b))
}

/** FPMul, or FPMulX where `extended`: infinity times zero is two. */
const product =
  (extended: boolean): Binary =>
  (env, format, a, b) => {
    const [x, y] = [unpack(env, format, a), unpack(env, format, b)]
    const nan = processNans(env, format, [
      [x, a],
      [y, b],
    ])
    if (nan !== undefined) return nan
    const sign = x.sign ^ y.sign
    if ((isInfinite(x) && isZero(y)) || (isZero(x) && isInfinite(y))) {
      return extended ? round(env, format, sign, 1n, 1) : invalid(env, format)
    }
    if (isInfinite(x) || isInfinite(y)) return infinity(format, sign)
    if (isZero(x) || isZero(y)) return zero(format, sign)
    return round(env, format, sign, x.mantissa * y.mantissa, x.exponent + y.exponent)
  }
export const multiply = product(false)
export const multiplyExtended = product(true)

export const divide: Binary = (env, format, a, b) => {
  const [x, y] = [unpack(env, format, a), unpack(env, format, b)]
  const nan = processNans(env, format, [
    [x, a],
    [y, b],
  ])
  if (nan !== undefined) return nan
  const sign = x.sign ^ y.sign
  if ((isInfinite(x) && isInfinite(y)) || (isZero(x) && isZero(y))) return invalid(env, format)
  if (isInfinite(x) || isZero(y)) {
    if (!isInfinite(x)) env.raise(DZC)
    return infinity(format, sign)
  }
  if (isZero(x) || isInfinite(y)) return zero(format, sign)
  // Enough bits for any rounding, and below them one that tells whether there are more.
  const up = Math.max(0, format.fractionBits + 3 + bitLength(y.mantissa) - bitLength(x.mantissa))
  const dividend = x.mantissa << BigInt(up)
  const quotient = dividend / y.mantissa
  const sticky = quotient * y.mantissa === dividend ? 0n : 1n
  return round(env, format, sign, (quotient << 1n) | sticky, x.exponent - y.exponent - up - 1)
}

/** Largest integer whose square is at most `value` > 0. */
function integerRoot(value: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(bitLength(value) / 2))
  for (;;) {
    const next = (root + value / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

export const squareRoot: Unary = (env, format, a) => {
  const x = unpack(env, format, a)
  if (isNan(x)) return processNan(env, format, x.kind, a)
  if (isZero(x)) return zero(format, x.sign)
  if (x.sign === 1) return invalid(env, format)
  if (isInfinite(x)) return infinity(format, 0)
  let up = Math.max(0, 2 * (format.fractionBits + 3) - bitLength(x.mantissa))
  if (((x.exponent - up) & 1) !== 0) up += 1
  const radicand = x.mantissa << BigInt(up)
  const root = integerRoot(radicand)
  const sticky = root * root === radicand ? 0n : 1n
  return round(env, format, 0, (root << 1n) | sticky, (x.exponent - up) / 2 - 1)
}

/** FPMulAdd: c + a * b with one rounding. */
export function multiplyAdd(env: Environment, format: Format, c: bigint, a: bigint, b: bigint): bigint {
  const [z, x, y] = [unpack(env, format, c), unpack(env, format, a), unpack(env, format, b)]
  const impossible = (isInfinite(x) && isZero(y)) || (isZero(x) && isInfinite(y))
  const nan = processNans(env, format, [
    [z, c],
    [x, a],
    [y, b],
  ])
  if (nan !== undefined) return z.kind === "quiet" && impossible ? invalid(env, format) : nan
  const sign = x.sign ^ y.sign
  const infinite = isInfinite(x) || isInfinite(y)
  if (impossible || (isInfinite(z) && infinite && z.sign !== sign)) return invalid(env, format)
  if (isInfinite(z)) return infinity(format, z.sign)
  if (infinite) return infinity(format, sign)
  const none = isZero(x) || isZero(y)
  if (isZero(z) && none && z.sign === sign) return zero(format, sign)
  const exact = none ? 0n : x.mantissa * y.mantissa
  const exponent = none ? z.exponent : x.exponent + y.exponent
  return roundSum(
    env,
    format,
    signed(z),
    isZero(z) ? exponent : z.exponent,
    sign === 1 ? -exact : exact,
    exponent,
  )
}

/** FPRecipStepFused: 2 - a * b, and FPRSqrtStepFused: (3 - a * b) / 2. */
const step =
  (from: bigint, scale: number): Binary =>
  (env, format, operand, b) => {
    const a = negate(format, operand)
    const [x, y] = [unpack(env, format, a), unpack(env, format, b)]
    const nan = processNans(env, format, [
      [x, a],
      [y, b],
    ])
    if (nan !== undefined) return nan
    const sign = x.sign ^ y.sign
    if ((isInfinite(x) && isZero(y)) || (isZero(x) && isInfinite(y))) {
      return round(env, format, 0, from, scale)
    }
    if (isInfinite(x) || isInfinite(y)) return infinity(format, sign)
    const exact = isZero(x) || isZero(y) ? 0n : x.mantissa * y.mantissa
    const exponent = exact === 0n ? 0 : x.exponent + y.exponent
    return roundSum(env, format, from, 0, sign === 1 ? -exact : exact, exponent, scale)
  }
export const reciprocalStep = step(2n, 0)
export const rootStep = step(3n, -1)

/** Order of two values that are no NaNs: negative, zero or positive. */
export function order(x: Unpacked, y: Unpacked): number {
  const rank = (a: Unpacked) => (isInfinite(a) ? 1 - 2 * a.sign : 0)
  if (isInfinite(x) || isInfinite(y)) return rank(x) - rank(y)
  const low = Math.min(isZero(x) ? y.exponent : x.exponent, isZero(y) ? x.exponent : y.exponent)
  const at = (a: Unpacked) => (isZero(a) ? 0n : signed(a) << BigInt(a.exponent - low))
  const [p, q] = [at(x), at(y)]
  return p < q ? -1 : p > q ? 1 : 0
}

/** FPMax and FPMin. */
const extreme =
  (direction: 1 | -1): Binary =>
  (env, format, a, b) => {
    const [x, y] = [unpack(env, format, a), unpack(env, format, b)]
    const nan = processNans(env, format, [
      [x, a],
      [y, b],
    ])
    if (nan !== undefined) return nan
    const chosen = order(x, y) * direction > 0 ? x : y
    if (isInfinite(chosen)) return infinity(format, chosen.sign)
    if (isZero(chosen)) {
      if (!isZero(x) || !isZero(y)) return zero(format, chosen.sign)
      return zero(format, direction === 1 ? x.sign & y.sign : x.sign | y.sign)
    }
    return round(env, format, chosen.sign, chosen.mantissa, chosen.exponent)
  }
export const maximum = extreme(1)
export const minimum = extreme(-1)

/** FPMaxNum and FPMinNum: one quiet NaN gives way to a number. */
const extremeNumber =
  (direction: 1 | -1): Binary =>
  (env, format, a, b) => {
    const quiet = (bits: bigint) => unpack(new Environment(env.fpcr), format, bits).kind === "quiet"
    const least = infinity(format, direction === 1 ? 1 : 0)
    const [p, q] = [quiet(a), quiet(b)]
    return extreme(direction)(env, format, p && !q ? least : a, q && !p ? least : b)
  }
export const maximumNumber = extremeNumber(1)
export const minimumNumber = extremeNumber(-1)

export const absoluteDifference: Binary = (env, format, a, b) => absolute(format, subtract(env, format, a, b))

/** FPRoundInt: to an integral value; `exact` raises Inexact. */
export function roundToIntegral(
  env: Environment,
  format: Format,
  a: bigint,
  mode: number,
  exact: boolean,
): bigint {
  const x = unpack(env, format, a)
  if (isNan(x)) return processNan(env, format, x.kind, a)
  if (isInfinite(x)) return infinity(format, x.sign)
  if (isZero(x)) return zero(format, x.sign)
  const [whole, rest] = split(x.mantissa, -x.exponent)
  const rounded = roundsUp(mode, x.sign, whole, rest) ? whole + 1n : whole
  if (exact && rest !== 0) env.raise(IXC)
  return rounded === 0n ? zero(format, x.sign) : round(env, format, x.sign, rounded, 0, TO_ZERO)
}

/** FPRoundIntN: to an integral value of 32 or 64 bits; what does not fit is the lowest one. */
export function roundToSize(env: Environment, format: Format, a: bigint, mode: number, bits: number): bigint {
  const x = unpack(env, format, a)
  if (isZero(x)) return zero(format, x.sign)
  const lowest = () => {
    env.raise(IOC)
    return round(env, format, 1, 1n, bits - 1, TO_ZERO)
  }
  if (isNan(x) || isInfinite(x) || x.exponent > 2 * bits) return lowest()
  const [whole, rest] = split(x.mantissa, -x.exponent)
  const rounded = roundsUp(mode, x.sign, whole, rest) ? whole + 1n : whole
  if (rounded > (1n << BigInt(bits - 1)) - (x.sign === 1 ? 0n : 1n)) return lowest()
  if (rest !== 0) env.raise(IXC)
  return rounded === 0n ? zero(format, x.sign) : round(env, format, x.sign, rounded, 0, TO_ZERO)
}

export const INTEGRAL_MODES = { N: NEAREST, P: UP, M: DOWN, Z: TO_ZERO, A: TIES_AWAY } as const
