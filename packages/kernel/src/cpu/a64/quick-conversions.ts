// SPDX-License-Identifier: BSD-2-Clause
//
// The quickest way of FP conversions in a translated region; see quick.ts. Where a conversion cannot say
// anything new it asks for no more than FPCR; where it rounds, FPSR.IXC must be set. Halves are converted by
// shifting fields (normal results alone), since the host has none.

import { type F64, type I32, type I64, type Int, TYPES, type V128, type Value } from "../dsl/code.ts"
import type { FpLimits } from "../dsl/fp-limits.ts"
import type { Ops } from "../dsl/ops.ts"
import { OP } from "../wasm/opcodes.ts"
import * as W from "../wasm/simd.ts"
import { type Conversion, fitsFraction, FROM_INTEGER, isNone, powerOfTwo, ROUNDINGS } from "./conversion.ts"
import { laneOf, roundAway } from "./elements.ts"
import { Floats } from "./floats.ts"
import { everywhere, normal, type Quick } from "./quick.ts"
import { Lanes } from "./lanes.ts"

// -- integers ------------------------------------------------------------------------------------------

/** Whether the value fits the integer after rounding; `isTruncated` says that it is not yet rounded. */
function fits(f: Floats, { integer, isSigned }: Conversion, x: Value, isTruncated: boolean): Value {
  const bits = 8 << integer
  if (isSigned) return f.compare("lt", f.one("abs", x), f.const(2 ** (bits - 1)))
  const above = isTruncated ? f.compare("gt", x, f.const(-1)) : f.compare("ge", x, f.const(0))
  return f.both(above, f.compare("lt", x, f.const(2 ** bits)))
}

/** Multiplies by 2^by; exact, or out of every integer's range. */
function scaled(f: Floats, x: Value, by: I32): Value {
  const { o } = f
  if (isNone(o, by)) return x
  const power = powerOfTwo(o, by)
  if (f.isVector) {
    const single = o.unary(OP.f32_demote_f64, TYPES.F32, power)
    return f.two("mul", x, o.unary(W.SIMD.f32x4_splat, TYPES.V128, single))
  }
  return f.two("mul", x, f.wide ? power : o.unary(OP.f32_demote_f64, TYPES.F32, power))
}

function roundedFor(f: Floats, { mode }: Conversion, x: Value): Value {
  if (mode === TRUNCATES) return x
  return f.o.let(mode === TIES_AWAY ? roundAway(f, x) : f.round(ROUNDINGS[mode], x))
}
const TRUNCATES = 3
const TIES_AWAY = 4

/** One FP value (of the conversion's size) to an integer. */
export function quickToInteger(o: Ops, limits: FpLimits, conversion: Conversion, x: Value): Quick {
  const { float, integer, isSigned, mode, fraction } = conversion
  const f = new Floats(o, true, 0)
  const wide = float === 3 ? x : o.unary(OP.f64_promote_f32, TYPES.F64, x)
  const value = roundedFor(f, conversion, o.let(scaled(f, wide, fraction)))
  const inside = fits(f, conversion, value, mode === TRUNCATES) as I32
  const narrow = isSigned ? OP.i32_trunc_sat_f64_s : OP.i32_trunc_sat_f64_u
  const long = isSigned ? OP.i64_trunc_sat_f64_s : OP.i64_trunc_sat_f64_u
  const [op, type] = integer === 3 ? [long, TYPES.I64] : [narrow, TYPES.I32]
  return { value: o.unary<Int>(op, type, value), isRight: o.and(limits.isInexact(), inside) }
}

/** The FP lanes of a vector to integer lanes. */
export function quickLanesToInteger(f: Floats, limits: FpLimits, conversion: Conversion, n: V128): Quick {
  const { o } = f
  if (f.wide)
    return eachDouble(o, (lane) => quickToInteger(o, limits, conversion, o.let(laneOf(o, ONE(o), n, lane))))
  const value = roundedFor(f, conversion, o.let(scaled(f, n, conversion.fraction)))
  const inside = everywhere(f, fits(f, conversion, value, conversion.mode === TRUNCATES))
  const op = conversion.isSigned ? W.SIMD.i32x4_trunc_sat_f32x4_s : W.SIMD.i32x4_trunc_sat_f32x4_u
  return { value: o.unary<V128>(op, TYPES.V128, value), isRight: o.and(limits.isInexact(), inside) }
}

const ONE = (o: Ops) => new Floats(o, true, 0)

/** An integer to FP. */
export function quickFromInteger(o: Ops, limits: FpLimits, conversion: Conversion, x: Int): Quick {
  const { float, integer, isSigned, fraction } = conversion
  const f = new Floats(o, float === 3, 0)
  const converted = o.unary(FROM_INTEGER[float][integer === 3 ? 1 : 0][isSigned ? 1 : 0], f.type, x)
  const value = scaled(f, converted, o.sub(o.i32(0), fraction))
  if (float === 3 && integer === 2) return { value, isRight: o.i32(1) }
  return { value, isRight: limits.isInexact(), orIf: () => fitsFraction(o, conversion, x) }
}

export function quickLanesFromInteger(f: Floats, limits: FpLimits, conversion: Conversion, n: V128): Quick {
  const { o } = f
  const l = f.integers
  if (f.wide) {
    return eachDouble(o, (lane) => quickFromInteger(o, limits, conversion, o.let(l.extract(n, lane))))
  }
  const op = conversion.isSigned ? W.SIMD.f32x4_convert_i32x4_s : W.SIMD.f32x4_convert_i32x4_u
  const converted = o.unary<V128>(op, TYPES.V128, n)
  return { value: scaled(f, converted, o.sub(o.i32(0), conversion.fraction)), isRight: limits.isInexact() }
}

function eachDouble(o: Ops, convert: (lane: number) => Quick): Quick {
  const [low, high] = [convert(0), convert(1)]
  const bits = (x: Value) =>
    o.type(x) === TYPES.F64 ? o.unary<I64>(OP.i64_reinterpret_f64, TYPES.I64, x) : (x as I64)
  const l = new Lanes(o, 3, 16)
  const value = l.replaceAt(l.splat(bits(low.value)), o.i32(1), bits(high.value))
  return { value, isRight: o.and(low.isRight, high.isRight) }
}

// -- precisions ----------------------------------------------------------------------------------------

/** Singles in the low half of a vector, or one, to doubles. */
export function quickWiden(o: Ops, limits: FpLimits, n: Value): Quick {
  const isVector = o.type(n) === TYPES.V128
  const source = new Floats(o, false, isVector ? 2 : 0)
  const isRight = everywhere(source, source.compare("le", n, limits.plain(false, isVector)))
  const op = isVector ? W.SIMD.f64x2_promote_low_f32x4 : OP.f64_promote_f32
  return { value: o.unary(op, isVector ? TYPES.V128 : TYPES.F64, n), isRight }
}

/** Two doubles of a vector, or one, to singles. */
export function quickNarrow(o: Ops, limits: FpLimits, n: Value): Quick {
  const isVector = o.type(n) === TYPES.V128
  const result = new Floats(o, false, isVector ? 2 : 0)
  const op = isVector ? W.SIMD.f32x4_demote_f64x2_zero : OP.f32_demote_f64
  const value = o.let(o.unary(op, result.type, n))
  const isRight = everywhere(result, normal(result, limits, value))
  if (isVector) return { value, isRight }
  const isZero = () => o.and(limits.isInexact(), ONE(o).isZero(n) as I32)
  return { value, isRight, orIf: isZero }
}

const HALF_EXPONENT = 0x7c00
const HALF_MAGNITUDE = 0x7fff
/** From the half's exponent at a single's place to the single's: 2^(127 - 15). */
const REBIAS = 2 ** 112

/** The half in the low 16 bits to a single, or (`wide`) a double. */
export function quickFromHalf(o: Ops, limits: FpLimits, half: I32, wide: boolean): Quick {
  const f = new Floats(o, false, 0)
  const single = (bits: I32) => o.unary(OP.f32_reinterpret_i32, TYPES.F32, bits)
  const magnitude = o.shl(o.and(half, o.i32(HALF_MAGNITUDE)), o.i32(13))
  const scaledUp = f.bits(f.two("mul", single(magnitude), f.const(REBIAS))) as I32
  const sign = o.shl(o.and(half, o.i32(0x8000)), o.i32(16))
  const value = single(o.or(scaledUp, sign))
  const isFinite = o.ne(o.and(half, o.i32(HALF_EXPONENT)), o.i32(HALF_EXPONENT))
  return {
    value: wide ? o.unary<F64>(OP.f64_promote_f32, TYPES.F64, value) : value,
    isRight: o.and(limits.isPlain(), isFinite),
  }
}

/** Four halves in the low half of a vector to singles. */
export function quickLanesFromHalf(o: Ops, limits: FpLimits, n: V128): Quick {
  const l = new Lanes(o, 2, 16)
  const f = new Floats(o, false, 4)
  const halves = o.let(l.of(1).extend(n, false, false))
  const magnitude = l.shlBy(l.and(halves, l.const(HALF_MAGNITUDE)), 13)
  const scaledUp = f.two("mul", magnitude, f.const(REBIAS)) as V128
  const sign = l.shlBy(l.and(halves, l.const(0x8000)), 16)
  const special = l.eq(l.and(halves, l.const(HALF_EXPONENT)), l.const(HALF_EXPONENT))
  const any = o.unary<I32>(W.SIMD.any_true, TYPES.I32, special)
  return { value: l.or(scaledUp, sign), isRight: o.and(limits.isPlain(), o.eqz(any)) }
}

/** Magnitudes that round to normal halves: 2^-14 up to 65520, as a single's bits and a double's high word. */
const TO_HALF = { low: 0x3880_0000, high: 0x477f_f000, lowWide: 0x3f10_0000, highWide: 0x40ef_fe00 }

/** A single or double to a half: its 16 bits. */
export function quickToHalf(o: Ops, limits: FpLimits, x: Value): Quick {
  const wide = o.type(x) === TYPES.F64
  const bits = o.let(new Floats(o, wide, 0).bits(x))
  const as = (lo: number, hi = 0) => (wide ? o.i64(lo, hi) : o.i32(lo)) as Int
  const shift = wide ? 42 : 13
  const magnitude = o.let(wide ? o.and(bits, o.i64(-1, 0x7fff_ffff)) : o.and(bits, o.i32(0x7fff_ffff)))
  const isOdd = o.and(o.shrU(magnitude, as(shift)), as(1))
  const almostHalf = wide ? o.i64(-1, (1 << 9) - 1) : o.i32(0xfff)
  const rounded = o.shrU(o.add(o.add(magnitude, almostHalf as Int), isOdd), as(shift))
  const narrow = (value: Int) => (wide ? o.wrap(value as I64) : (value as I32))
  const rebiased = o.sub(narrow(rounded), o.i32((wide ? 1008 : 112) << 10))
  const sign = o.and(narrow(o.shrU(bits, as(wide ? 48 : 16))), o.i32(0x8000))
  const isZero = o.let(o.eqz(magnitude))
  const value = o.or(o.select(isZero, o.i32(0), rebiased), sign)
  const low = wide ? as(0, TO_HALF.lowWide) : as(TO_HALF.low)
  const span = wide ? as(0, TO_HALF.highWide - TO_HALF.lowWide) : as(TO_HALF.high - TO_HALF.low)
  const isNormal = o.ltU(o.sub(magnitude, low), span)
  return { value, isRight: o.and(limits.isInexact(), o.or(isNormal, isZero)) }
}

/** Four singles to halves in the low half of a vector. */
export function quickLanesToHalf(o: Ops, limits: FpLimits, n: V128): Quick {
  const l = new Lanes(o, 2, 16)
  const magnitude = o.let(l.and(n, l.const(0x7fff_ffff)))
  const isOdd = l.and(l.shrBy(magnitude, 13, false), l.const(1))
  const rounded = l.shrBy(l.add(l.add(magnitude, l.const(0xfff)), isOdd), 13, false)
  const isZero = o.let(l.eq(magnitude, l.zero()))
  const value = l.andnot(l.sub(rounded, l.const(112 << 10)), isZero)
  const sign = l.and(l.shrBy(n, 16, false), l.const(0x8000))
  // Both bounds are positive, so signed comparisons do.
  const above = l.gt(magnitude, l.const(TO_HALF.low - 1), true)
  const below = l.gt(l.const(TO_HALF.high), magnitude, true)
  const right = l.or(isZero, l.and(above, below))
  const isRight = o.and(limits.isInexact(), everywhere(new Floats(o, false, 4), right))
  const words = o.let(l.or(value, sign))
  return { value: l.of(1).evens(words, words), isRight }
}
