// SPDX-License-Identifier: BSD-2-Clause
//
// Floating-point numbers as the A64 instructions see them (Arm ARM DDI 0487, shared/functions/float): the
// formats, unpacking with flush to zero, NaN rules, and rounding in any mode with the exceptions it raises.
// Values are exact: an integer times a power of two. This is the rare path, so bigint is used.

export interface Format {
  readonly bits: number
  readonly fractionBits: number
  readonly bias: number
}

export const HALF: Format = { bits: 16, fractionBits: 10, bias: 15 }
export const SINGLE: Format = { bits: 32, fractionBits: 23, bias: 127 }
export const DOUBLE: Format = { bits: 64, fractionBits: 52, bias: 1023 }

/** Cumulative exception bits of FPSR (D19.2 "FPSR"). */
export const IOC = 1
export const DZC = 2
export const OFC = 4
export const UFC = 8
export const IXC = 16
export const IDC = 128

/** Control bits of FPCR. */
const FZ = 1 << 24
const DN = 1 << 25
const AHP = 1 << 26

/** Rounding: FPCR.RMode's four, then the two that instructions ask for. */
export const NEAREST = 0
export const UP = 1
export const DOWN = 2
export const TO_ZERO = 3
export const TIES_AWAY = 4
export const TO_ODD = 5

/** FPCR, and the exceptions that were raised under it. */
export class Environment {
  readonly fpcr: number
  flags = 0

  constructor(fpcr: number) {
    this.fpcr = fpcr
  }
  get rounding(): number {
    return (this.fpcr >>> 22) & 3
  }
  get flushes(): boolean {
    return (this.fpcr & FZ) !== 0
  }
  get defaultNan(): boolean {
    return (this.fpcr & DN) !== 0
  }
  /** Half precision has numbers where infinities and NaNs would be. */
  get alternativeHalf(): boolean {
    return (this.fpcr & AHP) !== 0
  }
  raise(flags: number): void {
    this.flags |= flags
  }
}

export type Kind = "zero" | "number" | "infinity" | "quiet" | "signaling"

/** (-1)^sign * mantissa * 2^exponent, or what `kind` says. */
export interface Unpacked {
  readonly kind: Kind
  readonly sign: number
  readonly mantissa: bigint
  readonly exponent: number
}

const ONE = 1n
const onesOf = (bits: number) => (ONE << BigInt(bits)) - ONE

export const signOf = (format: Format, bits: bigint): number => Number(bits >> BigInt(format.bits - 1))
export const signBit = (format: Format): bigint => ONE << BigInt(format.bits - 1)
const maxBiased = (format: Format) => 2 * format.bias + 1

export function zero(format: Format, sign: number): bigint {
  return sign === 1 ? signBit(format) : 0n
}
export function infinity(format: Format, sign: number): bigint {
  return zero(format, sign) | (BigInt(maxBiased(format)) << BigInt(format.fractionBits))
}
export function maxNormal(format: Format, sign: number): bigint {
  return infinity(format, sign) - ONE
}
export function defaultNan(format: Format): bigint {
  return infinity(format, 0) | (ONE << BigInt(format.fractionBits - 1))
}

/** FPUnpack and FPUnpackCV. */
export function unpack(env: Environment, format: Format, bits: bigint): Unpacked {
  const sign = signOf(format, bits)
  const fraction = bits & onesOf(format.fractionBits)
  const biased = Number((bits >> BigInt(format.fractionBits)) & BigInt(maxBiased(format)))
  const lowest = 1 - format.bias - format.fractionBits
  const special = (kind: Kind): Unpacked => ({ kind, sign, mantissa: 0n, exponent: 0 })
  if (biased === 0) {
    if (fraction === 0n) return special("zero")
    if (env.flushes && format !== HALF) {
      env.raise(IDC)
      return special("zero")
    }
    return { kind: "number", sign, mantissa: fraction, exponent: lowest }
  }
  if (biased === maxBiased(format) && !(format === HALF && env.alternativeHalf)) {
    if (fraction === 0n) return special("infinity")
    return special(fraction >> BigInt(format.fractionBits - 1) === ONE ? "quiet" : "signaling")
  }
  const mantissa = fraction | (ONE << BigInt(format.fractionBits))
  return { kind: "number", sign, mantissa, exponent: biased - 1 + lowest }
}

/** The operand as arithmetic takes it: a subnormal one is zero where FPCR says so. */
export function flush(env: Environment, format: Format, bits: bigint): bigint {
  const value = unpack(env, format, bits)
  return value.kind === "zero" ? zero(format, value.sign) : bits
}

export const isNan = ({ kind }: Unpacked): boolean => kind === "quiet" || kind === "signaling"

/** FPProcessNaN. */
export function processNan(env: Environment, format: Format, kind: Kind, bits: bigint): bigint {
  if (kind === "signaling") env.raise(IOC)
  return env.defaultNan ? defaultNan(format) : bits | (ONE << BigInt(format.fractionBits - 1))
}

/** FPProcessNaNs of two or three operands: the first signaling one, else the first quiet one. */
export function processNans(
  env: Environment,
  format: Format,
  operands: ReadonlyArray<readonly [Unpacked, bigint]>,
): bigint | undefined {
  const found =
    operands.find(([value]) => value.kind === "signaling") ??
    operands.find(([value]) => value.kind === "quiet")
  return found === undefined ? undefined : processNan(env, format, found[0].kind, found[1])
}

export function invalid(env: Environment, format: Format): bigint {
  env.raise(IOC)
  return defaultNan(format)
}

export function bitLength(value: bigint): number {
  let length = 0
  let rest = value
  while (rest >= 0x1_0000_0000n) {
    rest >>= 32n
    length += 32
  }
  return length + 32 - Math.clz32(Number(rest))
}

/** An integer divided by 2^shift: what is whole, and the rest: 0, below half, half, above half. */
export function split(value: bigint, shift: number): readonly [whole: bigint, rest: 0 | 1 | 2 | 3] {
  if (shift <= 0) return [value << BigInt(-shift), 0]
  const whole = value >> BigInt(shift)
  const rest = value - (whole << BigInt(shift))
  if (rest === 0n) return [whole, 0]
  const half = ONE << BigInt(shift - 1)
  return [whole, rest < half ? 1 : rest === half ? 2 : 3]
}

/** Whether the magnitude grows by one in this mode. */
export function roundsUp(mode: number, sign: number, whole: bigint, rest: number): boolean {
  if (rest === 0) return false
  if (mode === NEAREST) return rest === 3 || (rest === 2 && (whole & ONE) === ONE)
  if (mode === UP) return sign === 0
  if (mode === DOWN) return sign === 1
  if (mode === TIES_AWAY) return rest >= 2
  return mode === TO_ODD && (whole & ONE) === 0n
}

function overflow(env: Environment, format: Format, sign: number, mode: number): bigint {
  env.raise(OFC | IXC)
  const toInfinity =
    mode === NEAREST || mode === TIES_AWAY || (mode === UP && sign === 0) || (mode === DOWN && sign === 1)
  return toInfinity ? infinity(format, sign) : maxNormal(format, sign)
}

/** FPRound of (-1)^sign * mantissa * 2^exponent, mantissa > 0. Tininess is found before rounding. */
export function round(
  env: Environment,
  format: Format,
  sign: number,
  mantissa: bigint,
  exponent: number,
  mode = env.rounding,
): bigint {
  const top = bitLength(mantissa) - 1 + exponent
  const lowest = 1 - format.bias
  if (env.flushes && format !== HALF && top < lowest) {
    env.raise(UFC)
    return zero(format, sign)
  }
  const unit = Math.max(top, lowest) - format.fractionBits
  const [whole, rest] = split(mantissa, unit - exponent)
  const biased = top < lowest ? 0 : top - lowest + 1
  if (biased === 0 && rest !== 0) env.raise(UFC)
  const rounded = roundsUp(mode, sign, whole, rest) ? whole + ONE : whole
  // A carry out of the fraction lands in the exponent, as it should.
  const base = BigInt(biased === 0 ? 0 : biased - 1) << BigInt(format.fractionBits)
  const magnitude = base + rounded
  if (format === HALF && env.alternativeHalf) {
    if (magnitude >= signBit(HALF)) {
      env.raise(IOC)
      return zero(HALF, sign) | 0x7fffn
    }
  } else if (magnitude >= infinity(format, 0)) {
    return overflow(env, format, sign, mode)
  }
  if (rest !== 0) env.raise(IXC)
  return zero(format, sign) | magnitude
}
