// SPDX-License-Identifier: BSD-2-Clause
//
// FP comparisons and conversions as the A64 instructions define them (Arm ARM DDI 0487,
// shared/functions/float: FPCompare, FPConvert, FPToFixed, FixedToFP).

import { absolute, order } from "./arithmetic.ts"
import {
  defaultNan,
  DOUBLE,
  type Environment,
  type Format,
  HALF,
  infinity,
  IOC,
  isNan,
  IXC,
  round,
  roundsUp,
  signOf,
  split,
  unpack,
  zero,
} from "./format.ts"

/** NZCV (N is 8) of a comparison: equal 6, less 8, greater 2, unordered 3. */
export function compare(
  env: Environment,
  format: Format,
  a: bigint,
  b: bigint,
  signalsQuiet: boolean,
): number {
  const [x, y] = [unpack(env, format, a), unpack(env, format, b)]
  if (isNan(x) || isNan(y)) {
    if (signalsQuiet || x.kind === "signaling" || y.kind === "signaling") env.raise(IOC)
    return 3
  }
  const sign = order(x, y)
  return sign === 0 ? 6 : sign < 0 ? 8 : 2
}

/** Which results of `compare` satisfy a vector comparison. */
const TESTS = {
  eq: (nzcv: number) => nzcv === 6,
  ge: (nzcv: number) => nzcv === 6 || nzcv === 2,
  gt: (nzcv: number) => nzcv === 2,
} as const

/** FCMEQ, FCMGE, FCMGT and, of magnitudes, FACGE and FACGT: all ones or zero. */
export const comparison =
  (test: keyof typeof TESTS, magnitudes = false) =>
  (env: Environment, format: Format, a: bigint, b: bigint): bigint => {
    const of = (bits: bigint) => (magnitudes ? absolute(format, bits) : bits)
    const nzcv = compare(env, format, of(a), of(b), test !== "eq")
    return TESTS[test](nzcv) ? (1n << BigInt(format.bits)) - 1n : 0n
  }

/** FPConvertNaN: sign and the upper fraction bits, quiet. */
function convertNan(from: Format, to: Format, bits: bigint): bigint {
  const fraction = bits & ((1n << BigInt(from.fractionBits - 1)) - 1n)
  const by = to.fractionBits - from.fractionBits
  const moved = by >= 0 ? fraction << BigInt(by) : fraction >> BigInt(-by)
  return zero(to, signOf(from, bits)) | defaultNan(to) | moved
}

/** FPConvert between formats. */
export function convert(
  env: Environment,
  from: Format,
  to: Format,
  bits: bigint,
  mode = env.rounding,
): bigint {
  const x = unpack(env, from, bits)
  const alternative = to === HALF && env.alternativeHalf
  if (isNan(x)) {
    if (x.kind === "signaling" || alternative) env.raise(IOC)
    if (alternative) return zero(to, x.sign)
    return env.defaultNan ? defaultNan(to) : convertNan(from, to, bits)
  }
  if (x.kind === "infinity") {
    if (!alternative) return infinity(to, x.sign)
    env.raise(IOC)
    return zero(to, x.sign) | 0x7fffn
  }
  if (x.kind === "zero") return zero(to, x.sign)
  return round(env, to, x.sign, x.mantissa, x.exponent, mode)
}

/** FPToFixed: times 2^fraction, to an integer of `bits` bits, saturating; as unsigned bits. */
export function toInteger(
  env: Environment,
  format: Format,
  value: bigint,
  bits: number,
  fraction: number,
  isSigned: boolean,
  mode: number,
): bigint {
  const x = unpack(env, format, value)
  const lowest = isSigned ? -(1n << BigInt(bits - 1)) : 0n
  const highest = isSigned ? -lowest - 1n : (1n << BigInt(bits)) - 1n
  const asBits = (integer: bigint) => BigInt.asUintN(bits, integer)
  if (isNan(x)) {
    env.raise(IOC)
    return 0n
  }
  if (x.kind === "zero") return 0n
  const saturate = () => {
    env.raise(IOC)
    return asBits(x.sign === 1 ? lowest : highest)
  }
  if (x.kind === "infinity" || x.exponent + fraction > 2 * DOUBLE.bits) return saturate()
  const [whole, rest] = split(x.mantissa, -(x.exponent + fraction))
  const magnitude = roundsUp(mode, x.sign, whole, rest) ? whole + 1n : whole
  const integer = x.sign === 1 ? -magnitude : magnitude
  if (integer < lowest || integer > highest) return saturate()
  if (rest !== 0) env.raise(IXC)
  return asBits(integer)
}

/** FixedToFP: an integer divided by 2^fraction. */
export function fromInteger(
  env: Environment,
  format: Format,
  value: bigint,
  fraction: number,
  mode = env.rounding,
): bigint {
  if (value === 0n) return 0n
  return round(env, format, value < 0n ? 1 : 0, value < 0n ? -value : value, -fraction, mode)
}
