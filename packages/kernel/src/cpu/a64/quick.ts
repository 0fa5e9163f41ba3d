// SPDX-License-Identifier: BSD-2-Clause
//
// The quickest way of FP operations in a translated region: host arithmetic, and one comparison of the result
// with a limit that the region keeps (dsl/fp-limits.ts), which asks for its range and for FPCR and FPSR at
// once. Whatever does not pass goes to the cold tier, whose way (elements.ts) knows all cases.

import { type I32, type I64, TYPES, type V128, type Value } from "../dsl/code.ts"
import { type FpLimits, NORMAL_START } from "../dsl/fp-limits.ts"
import type { OperationName } from "../softfp/operations.ts"
import * as W from "../wasm/simd.ts"
import type { Floats, Rounding } from "./floats.ts"

export interface Quick {
  readonly value: Value
  /** Whether the value is right. */
  readonly isRight: I32
  /** Asked where it may not be: whether it is all the same. */
  readonly orIf?: () => I32
}

type Way = (f: Floats, limits: FpLimits, a: Value, b: Value, c: Value) => Quick

/** 1 where the mask is set in all lanes that count; of a scalar's condition, itself. */
export function everywhere(f: Floats, mask: Value): I32 {
  if (!f.isVector) return mask as I32
  const { o } = f
  const all = (1 << f.lanes) - 1
  const bits = o.unary<I32>(W.bitmaskOpcode(f.size), TYPES.I32, mask)
  return o.eq(f.lanes << f.size === 16 ? bits : o.and(bits, o.i32(all)), o.i32(all))
}

const inexact = (f: Floats, limits: FpLimits) => limits.inexact(f.wide, f.isVector)
const plain = (f: Floats, limits: FpLimits) => limits.plain(f.wide, f.isVector)

/** Whether the value is finite, FPCR zero and FPSR.IXC set. */
export function finite(f: Floats, limits: FpLimits, value: Value): Value {
  return f.compare("lt", f.one("abs", value), inexact(f, limits))
}

/** The same, and the value larger than all whose making may underflow; bound operand. */
export function normal(f: Floats, limits: FpLimits, value: Value): Value {
  const { o } = f
  const end = limits.normal(f.wide, f.isVector)
  const [high, low] = NORMAL_START.wide
  if (!f.isVector) {
    const bits = f.bits(value)
    if (!f.wide) {
      const twice = o.shl(bits as I32, o.i32(1))
      return o.ltU(o.sub(twice, o.i32(NORMAL_START.narrow)), end as I32)
    }
    return o.ltU(o.sub(o.shl(bits as I64, o.i64(1)), o.i64(low, high)), end as I64)
  }
  const l = f.integers.of(f.size)
  const start = f.wide
    ? o.v128(low, high ^ -0x8000_0000, low, high ^ -0x8000_0000)
    : l.const(NORMAL_START.narrow ^ -0x8000_0000)
  const twice = l.add(value as V128, value as V128)
  return o.binary(W.compareOpcode("gt_s", f.size), TYPES.V128, end, l.sub(twice, start))
}

/** Whether neither is a NaN, and FPCR zero. */
function ordered(f: Floats, limits: FpLimits, a: Value, b: Value): Value {
  const limit = plain(f, limits)
  return f.both(f.compare("le", a, limit), f.compare("le", b, limit))
}

const sum =
  (name: "add" | "sub"): Way =>
  (f, limits, a, b) => {
    const value = f.o.let(f.two(name, a, b))
    return { value, isRight: everywhere(f, finite(f, limits, value)) }
  }

function productOf(f: Floats, limits: FpLimits, a: Value, b: Value): Quick {
  const value = f.o.let(f.two("mul", a, b))
  return {
    value,
    isRight: everywhere(f, normal(f, limits, value)),
    orIf: factorIsZero(f, limits, a, b, value),
  }
}

/** Zero times a finite number; of vectors, lane by lane beside normal ones. */
const factorIsZero = (f: Floats, limits: FpLimits, a: Value, b: Value, value: Value) => () => {
  const zero = f.both(f.either(f.isZero(a), f.isZero(b)), finite(f, limits, value))
  return everywhere(f, f.isVector ? f.either(zero, normal(f, limits, value)) : zero)
}

/** a * b + c or c - a * b on the host; undefined where it does not round once. */
function hostFused(f: Floats, negated: boolean, a: Value, b: Value, c: Value): Value | undefined {
  const { o } = f
  if (!o.hasFused) return undefined
  const op = W.maddOpcode(f.wide, negated)
  if (f.isVector) return o.ternary(op, TYPES.V128, a, b, c)
  const spread = (x: Value) => o.unary<V128>(f.wide ? W.SIMD.f64x2_splat : W.SIMD.f32x4_splat, TYPES.V128, x)
  const sums = o.ternary<V128>(op, TYPES.V128, spread(a), spread(b), spread(c))
  const lane = f.wide ? W.SIMD.f64x2_extract_lane : W.SIMD.f32x4_extract_lane
  return o.laneOp(lane, f.type, sums, -1, 0)
}

function fusedOf(f: Floats, limits: FpLimits, negated: boolean, a: Value, b: Value, c: Value): Quick {
  const { o } = f
  const host = hostFused(f, negated, a, b, c)
  if (host !== undefined) {
    const value = o.let(host)
    return {
      value,
      isRight: everywhere(f, normal(f, limits, value)),
      orIf: factorIsZero(f, limits, a, b, value),
    }
  }
  const { value, right } = f.fused(negated ? o.let(f.one("neg", a)) : a, b, c)
  return { value, isRight: o.and(limits.isInexact(), everywhere(f, right)) }
}

const fused =
  (negateProduct: boolean, negateAddend: boolean): Way =>
  (f, limits, a, b, c) =>
    fusedOf(f, limits, negateProduct, a, b, negateAddend ? f.o.let(f.one("neg", c)) : c)

const chosen =
  (name: "min" | "max"): Way =>
  (f, limits, a, b) => {
    // The host gives a NaN for a NaN, so one look at the result will do.
    const value = f.o.let(f.two(name, a, b))
    return { value, isRight: everywhere(f, f.compare("le", value, plain(f, limits))) }
  }

const compared =
  (name: "eq" | "ge" | "gt" | "le" | "lt", magnitudes = false): Way =>
  (f, limits, a, b) => {
    const of = (x: Value) => (magnitudes ? f.one("abs", x) : x)
    return { value: f.o.let(f.compare(name, of(a), of(b))), isRight: everywhere(f, ordered(f, limits, a, b)) }
  }

const rounded =
  (name: Rounding, isExact = true): Way =>
  (f, limits, a) => {
    const value = f.o.let(f.round(name, a))
    const limit = isExact ? plain(f, limits) : inexact(f, limits)
    return { value, isRight: everywhere(f, f.compare("le", value, limit)) }
  }

/** From a constant less a product, scaled: FRECPS and FRSQRTS. */
const step =
  (from: number, scale: number): Way =>
  (f, limits, a, b) => {
    const { value, isRight } = fusedOf(f, limits, true, a, b, f.o.let(f.const(from)))
    if (scale === 1) return { value, isRight }
    const scaled = f.o.let(f.two("mul", value, f.const(scale)))
    return { value: scaled, isRight: f.o.and(isRight, everywhere(f, normal(f, limits, scaled))) }
  }

/** What is not here has the cold tier's way alone, or none but the helper's. */
export const QUICK: Readonly<Partial<Record<OperationName, Way>>> = {
  add: sum("add"),
  sub: sum("sub"),
  mul: productOf,
  mulx: productOf,
  nmul: (f, limits, a, b) => {
    const { value, ...rest } = productOf(f, limits, a, b)
    return { value: f.one("neg", value), ...rest }
  },
  div: (f, limits, a, b) => {
    const value = f.o.let(f.two("div", a, b))
    const isZero = () => everywhere(f, f.both(f.isZero(a), finite(f, limits, value)))
    const isRight = everywhere(f, normal(f, limits, value))
    return f.isVector ? { value, isRight } : { value, isRight, orIf: isZero }
  },
  sqrt: (f, limits, a) => {
    const value = f.o.let(f.one("sqrt", a))
    return { value, isRight: everywhere(f, finite(f, limits, value)) }
  },
  max: chosen("max"),
  min: chosen("min"),
  maxnm: chosen("max"),
  minnm: chosen("min"),
  abd: (f, limits, a, b) => {
    const value = f.o.let(f.one("abs", f.two("sub", a, b)))
    return { value, isRight: everywhere(f, f.compare("lt", value, inexact(f, limits))) }
  },
  madd: fused(false, false),
  msub: fused(true, false),
  nmadd: fused(true, true),
  nmsub: fused(false, true),
  recps: step(2, 1),
  rsqrts: step(3, 0.5),
  cmeq: compared("eq"),
  cmge: compared("ge"),
  cmgt: compared("gt"),
  cmle: compared("le"),
  cmlt: compared("lt"),
  acge: compared("ge", true),
  acgt: compared("gt", true),
  rintn: rounded("nearest"),
  rintp: rounded("ceil"),
  rintm: rounded("floor"),
  rintz: rounded("trunc"),
  rintx: rounded("nearest", false),
  rinti: rounded("nearest"),
}

/** Writes a quick result, or has the cold tier run the instruction. */
export function writeQuick(f: Floats, { isRight, orIf }: Quick, put: () => void): void {
  const { o } = f
  if (o.isConst(isRight)) return put()
  const cold = () => o.cold()
  o.if(isRight, put, orIf === undefined ? cold : () => o.if(orIf(), put, cold), true)
}
