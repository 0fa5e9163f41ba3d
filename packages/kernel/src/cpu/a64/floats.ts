// SPDX-License-Identifier: BSD-2-Clause
//
// Host FP arithmetic for the descriptions of FP instructions, of one element (f32 or f64) or of all lanes of
// a vector alike, with the question when the host's answer is the A64 one: FPCR is zero (round to nearest,
// no flush, NaNs propagate), FPSR.IXC is set already so that Inexact says nothing new, and the result raises
// nothing else. In every other case the helper of softfp/ computes. The fused product sum is exact: singles
// through doubles rounded to odd, doubles by error-free sums (Boldo and Melquiond, "Emulation of FMA and
// correctly rounded sums: proved algorithms using rounding to odd", IEEE TC 57(4), 2008).

import { type F64, type I32, type I64, type Int, TYPES, type V128, type Value } from "../dsl/code.ts"
import type { Ops, Slot } from "../dsl/ops.ts"
import { FP_SCRATCH, FPCR_I32, FPSR_I32 } from "../layout.ts"
import { IXC } from "../softfp/format.ts"
import { OP } from "../wasm/opcodes.ts"
import * as W from "../wasm/simd.ts"
import { Lanes, lowMask } from "./lanes.ts"

/** Scalar opcodes of f32; those of f64 stand at a fixed distance. */
const SCALAR = {
  abs: OP.f32_abs,
  neg: OP.f32_neg,
  sqrt: OP.f32_sqrt,
  add: OP.f32_add,
  sub: OP.f32_sub,
  mul: OP.f32_mul,
  div: OP.f32_div,
  min: OP.f32_min,
  max: OP.f32_max,
} as const
const SCALAR_DOUBLE = OP.f64_abs - OP.f32_abs
const SCALAR_ROUND = { ceil: OP.f32_ceil, floor: OP.f32_floor, trunc: OP.f32_trunc, nearest: OP.f32_nearest }
const SCALAR_COMPARE = {
  eq: OP.f32_eq,
  ne: OP.f32_ne,
  lt: OP.f32_lt,
  gt: OP.f32_gt,
  le: OP.f32_le,
  ge: OP.f32_ge,
}
const SCALAR_COMPARE_DOUBLE = OP.f64_eq - OP.f32_eq

export type Rounding = keyof typeof SCALAR_ROUND

const MIN_NORMAL = { 2: 2 ** -126, 3: 2 ** -1022 } as const

/** One element (`lanes` 0) or `lanes` lanes of a vector. A mask is an i32 condition, or lanes of ones. */
export class Floats {
  readonly o: Ops
  readonly wide: boolean
  readonly lanes: number

  constructor(o: Ops, wide: boolean, lanes: number) {
    this.o = o
    this.wide = wide
    this.lanes = lanes
  }

  get isVector(): boolean {
    return this.lanes > 0
  }
  get size(): 2 | 3 {
    return this.wide ? 3 : 2
  }
  get type(): number {
    if (this.isVector) return TYPES.V128
    return this.wide ? TYPES.F64 : TYPES.F32
  }
  /** The vector's lanes as integers; of a scalar, its one lane. */
  get integers(): Lanes {
    return new Lanes(this.o, this.size, this.isVector ? this.lanes << this.size : 1 << this.size)
  }

  read(slot: Slot): Value {
    if (this.isVector) return this.o.v(slot)
    return this.wide ? this.o.d(slot) : this.o.s(slot)
  }
  put(slot: Slot, value: Value): void {
    if (this.isVector) this.integers.put(slot, value as V128)
    else if (this.wide) this.o.setD(slot, value as F64)
    else this.o.setS(slot, value as never)
  }

  // -- arithmetic ----------------------------------------------------------------------------------

  two(name: W.FloatLaneOp, a: Value, b: Value): Value {
    const scalar = SCALAR[name] + (this.wide ? SCALAR_DOUBLE : 0)
    return this.o.binary(this.isVector ? W.floatLaneOpcode(name, this.wide) : scalar, this.type, a, b)
  }
  one(name: "abs" | "neg" | "sqrt", a: Value): Value {
    const scalar = SCALAR[name] + (this.wide ? SCALAR_DOUBLE : 0)
    return this.o.unary(this.isVector ? W.floatLaneOpcode(name, this.wide) : scalar, this.type, a)
  }
  round(name: Rounding, a: Value): Value {
    const scalar = SCALAR_ROUND[name] + (this.wide ? SCALAR_DOUBLE : 0)
    return this.o.unary(this.isVector ? W.floatRoundOpcode(name, this.wide) : scalar, this.type, a)
  }
  compare(name: W.FloatComparison, a: Value, b: Value): Value {
    if (this.isVector) return this.o.binary(W.floatCompareOpcode(name, this.wide), TYPES.V128, a, b)
    return this.o.binary(SCALAR_COMPARE[name] + (this.wide ? SCALAR_COMPARE_DOUBLE : 0), TYPES.I32, a, b)
  }
  const(value: number): Value {
    const { o } = this
    const words = this.wide
      ? new Int32Array(Float64Array.of(value).buffer)
      : new Int32Array(Float32Array.of(value).buffer)
    if (this.isVector) return o.v128(words[0], words[1] ?? words[0], words[0], words[1] ?? words[0])
    return this.wide
      ? o.unary(OP.f64_reinterpret_i64, TYPES.F64, o.i64(words[0], words[1]))
      : o.unary(OP.f32_reinterpret_i32, TYPES.F32, o.i32(words[0]))
  }
  /** The bits of a scalar. */
  bits(a: Value): Int {
    return this.wide
      ? this.o.unary<I64>(OP.i64_reinterpret_f64, TYPES.I64, a)
      : this.o.unary<I32>(OP.i32_reinterpret_f32, TYPES.I32, a)
  }

  // -- masks ---------------------------------------------------------------------------------------

  both(a: Value, b: Value): Value {
    return this.isVector ? this.integers.and(a as V128, b as V128) : this.o.and(a as I32, b as I32)
  }
  either(a: Value, b: Value): Value {
    return this.isVector ? this.integers.or(a as V128, b as V128) : this.o.or(a as I32, b as I32)
  }
  /** Whether a mask holds in all lanes that count. */
  holds(mask: Value): I32 {
    if (!this.isVector) return mask as I32
    const { o } = this
    const active = this.lanes << this.size
    const checked = active === 16 ? (mask as V128) : this.integers.or(mask as V128, this.unused(active))
    return o.unary<I32>(W.allTrueOpcode(this.size), TYPES.I32, checked)
  }
  private unused(active: number): V128 {
    return this.integers.not(lowMask(this.o, active))
  }

  /** Whether |a| is finite. */
  finite(a: Value): Value {
    return this.compare("lt", this.one("abs", a), this.const(Infinity))
  }
  /** Whether a is finite and larger in magnitude than every number whose making may underflow. */
  normal(a: Value): Value {
    const magnitude = this.o.let(this.one("abs", a))
    const above = this.compare("gt", magnitude, this.const(MIN_NORMAL[this.size]))
    return this.both(above, this.compare("lt", magnitude, this.const(Infinity)))
  }
  /** Whether neither is a NaN. */
  ordered(a: Value, b: Value): Value {
    return this.both(this.compare("eq", a, a), this.compare("eq", b, b))
  }
  isZero(a: Value): Value {
    return this.compare("eq", a, this.const(0))
  }
  /** `yes` where the mask holds. */
  select(mask: Value, yes: Value, no: Value): Value {
    if (this.isVector) return this.integers.choose(mask as V128, yes as V128, no as V128)
    return this.o.select(mask as I32, yes, no)
  }
  /** A positive constant with the sign of a. */
  withSignOf(a: Value, value: number): Value {
    const constant = this.const(value)
    if (!this.isVector) {
      return this.o.binary(this.wide ? OP.f64_copysign : OP.f32_copysign, this.type, constant, a)
    }
    const l = this.integers
    return l.or(l.and(a as V128, l.minimum()), constant as V128)
  }

  // -- the fused product sum -----------------------------------------------------------------------

  /** a * b + c rounded once, and the mask of where that is right; bound operands. */
  fused(a: Value, b: Value, c: Value): { value: Value; right: Value } {
    return this.wide ? fusedDouble(this, a, b, c) : this.fusedSingle(a, b, c)
  }

  private fusedSingle(a: Value, b: Value, c: Value): { value: Value; right: Value } {
    const { o } = this
    if (!this.isVector) {
      const d = new Floats(o, true, 0)
      const promote = (x: Value) => o.unary<F64>(OP.f64_promote_f32, TYPES.F64, x)
      const sum = singleSum(d, promote(a), promote(b), promote(c))
      const value = o.let(o.unary(OP.f32_demote_f64, TYPES.F32, sum))
      return { value, right: this.either(this.normal(value), this.exactAddend(a, b, value)) }
    }
    const d = new Floats(o, true, 2)
    const lanes = this.integers.of(3)
    const half = (high: boolean) => {
      const part = (x: Value) => {
        const low = high ? lanes.odds(x as V128, x as V128) : (x as V128)
        return o.unary<V128>(W.SIMD.f64x2_promote_low_f32x4, TYPES.V128, low)
      }
      const sum = singleSum(d, part(a), part(b), part(c))
      return o.unary<V128>(W.SIMD.f32x4_demote_f64x2_zero, TYPES.V128, sum)
    }
    const low = half(false)
    const value = o.let(this.lanes === 2 ? low : lanes.evens(low, half(true)))
    return { value, right: this.either(this.normal(value), this.exactAddend(a, b, value)) }
  }
  // -- what was rounded away -----------------------------------------------------------------------

  /** Mask of where a + b is `sum` exactly; bound operands of a finite sum. */
  exactSum(a: Value, b: Value): Value {
    return this.isZero(twoSum(this, a, b)[1])
  }
  /** Mask of where a * b is `product` exactly; false where doubles cannot tell. */
  exactProduct(a: Value, b: Value, product: Value): Value {
    if (!this.wide) return this.exactSingleProduct(a, b, product)
    return this.both(this.isZero(productError(this, a, b, product)), insideLimits(this, a, b, product))
  }
  private exactSingleProduct(a: Value, b: Value, product: Value): Value {
    const { o } = this
    const d = new Floats(o, true, this.isVector ? 2 : 0)
    const equal = (promote: (x: Value) => Value) =>
      d.compare("eq", d.two("mul", promote(a), promote(b)), promote(product))
    if (!this.isVector) return equal((x) => o.unary<F64>(OP.f64_promote_f32, TYPES.F64, x))
    const l = this.integers
    const promoted = (x: Value) => o.unary<V128>(W.SIMD.f64x2_promote_low_f32x4, TYPES.V128, x)
    const low = o.let(equal(promoted) as V128)
    if (this.lanes === 2) return l.evens(low, low)
    return l.evens(low, equal((x) => promoted(l.of(3).odds(x as V128, x as V128))) as V128)
  }
  /** Where the product is zero, the sum is the addend; but zeros have signs to think of. */
  exactAddend(a: Value, b: Value, value: Value): Value {
    const none = this.either(this.isZero(a), this.isZero(b))
    return this.both(none, this.both(this.finite(value), this.compare("ne", value, this.const(0))))
  }
}

/** Sum and its exact error (Knuth's TwoSum); bound operands. */
function twoSum(f: Floats, a: Value, b: Value): [sum: Value, error: Value] {
  const sum = f.o.let(f.two("add", a, b))
  const back = f.o.let(f.two("sub", sum, a))
  const error = f.two("add", f.two("sub", a, f.two("sub", sum, back)), f.two("sub", b, back))
  return [sum, f.o.let(error)]
}

/** A rounded sum with its error made a sum rounded to odd. */
function toOdd(f: Floats, sum: Value, error: Value): Value {
  const { o } = f
  if (f.isVector) {
    const l = f.integers.of(3)
    const bits = sum as V128
    const step = l.or(l.signs(l.xor(bits, error as V128)), l.const(1))
    const even = l.eq(l.and(bits, l.const(1)), l.zero())
    return l.add(bits, l.and(step, l.and(even, f.compare("ne", error, f.const(0)) as V128)))
  }
  const bits = o.let(f.bits(sum) as I64)
  const step = o.or(o.shrS(o.xor(bits, f.bits(error) as I64), o.i64(63)), o.i64(1))
  const change = o.and(f.compare("ne", error, f.const(0)) as I32, o.eqz(o.and(bits, o.i64(1))))
  return o.unary<F64>(OP.f64_reinterpret_i64, TYPES.F64, o.add(bits, o.and(step, o.neg(o.extendU(change)))))
}

/** a * b + c of singles, in double rounded to odd: the product is exact. */
function singleSum(d: Floats, a: Value, b: Value, c: Value): Value {
  const [product, addend] = [d.o.let(d.two("mul", a, b)), d.o.let(c)]
  return toOdd(d, ...twoSum(d, product, addend))
}

/** Splits into two halves of 26 bits (Veltkamp). */
function halves(f: Floats, a: Value): [high: Value, low: Value] {
  const scaled = f.o.let(f.two("mul", a, f.const(2 ** 27 + 1)))
  const high = f.o.let(f.two("sub", scaled, f.two("sub", scaled, a)))
  return [high, f.o.let(f.two("sub", a, high))]
}

/** Where no step of the double algorithm can overflow or lose bits below the smallest number. */
const OPERAND_LIMIT = 2 ** 990
const PRODUCT_LIMITS = [2 ** -900, 2 ** 900] as const

/** The exact error of a product of doubles (Dekker), inside the limits. */
function productError(f: Floats, a: Value, b: Value, product: Value): Value {
  const [aHigh, aLow] = halves(f, a)
  const [bHigh, bLow] = halves(f, b)
  const first = f.two("sub", f.two("mul", aHigh, bHigh), product)
  const middle = f.two("add", f.two("add", first, f.two("mul", aHigh, bLow)), f.two("mul", aLow, bHigh))
  return f.o.let(f.two("add", middle, f.two("mul", aLow, bLow)))
}

/** Mask of where that error is exact. */
function insideLimits(f: Floats, a: Value, b: Value, product: Value): Value {
  const below = (x: Value, limit: number) => f.compare("lt", f.one("abs", x), f.const(limit))
  const above = f.compare("gt", f.one("abs", product), f.const(PRODUCT_LIMITS[0]))
  const operands = f.both(below(a, OPERAND_LIMIT), below(b, OPERAND_LIMIT))
  return f.both(f.both(above, below(product, PRODUCT_LIMITS[1])), operands)
}

function fusedDouble(f: Floats, a: Value, b: Value, c: Value): { value: Value; right: Value } {
  const { o } = f
  const product = o.let(f.two("mul", a, b))
  const error = productError(f, a, b, product)
  const [low, lowError] = twoSum(f, c, error)
  const [high, highError] = twoSum(f, product, low)
  const value = o.let(f.two("add", high, toOdd(f, ...twoSum(f, lowError, highError))))
  const addend = f.compare("lt", f.one("abs", c), f.const(PRODUCT_LIMITS[1]))
  const right = f.both(f.both(insideLimits(f, a, b, product), addend), f.normal(value))
  return { value, right: f.either(right, f.exactAddend(a, b, value)) }
}

// -- when the host may compute -----------------------------------------------------------------------

/** Whether FPCR asks for nothing special. */
export function plainMode(o: Ops): I32 {
  return o.eqz(o.field32(FPCR_I32))
}

/** Whether, beyond that, an inexact result raises nothing new. */
export function inexactMode(o: Ops): I32 {
  const clear = o.xor(o.and(o.field32(FPSR_I32), o.i32(IXC)), o.i32(IXC))
  return o.eqz(o.or(o.field32(FPCR_I32), clear))
}

/** Puts operands where the helpers find them. */
export function toScratch(f: Floats, operands: readonly Value[]): void {
  const { o } = f
  operands.forEach((value, at) => {
    const place = FP_SCRATCH + at * 16
    if (f.isVector) {
      const l = f.integers.of(3)
      o.setField64(place, l.extract(value as V128, 0) as I64)
      o.setField64(place + 8, l.extract(value as V128, 1) as I64)
    } else if (f.wide) o.setField64(place, f.bits(value) as I64)
    else o.setField32(place, f.bits(value) as I32)
  })
}

/** The scalar that a helper left in place of an operand. */
export function fromScratch(f: Floats, which: number): Value {
  const { o } = f
  const place = FP_SCRATCH + which * 16
  return f.wide
    ? o.unary(OP.f64_reinterpret_i64, TYPES.F64, o.field64(place))
    : o.unary(OP.f32_reinterpret_i32, TYPES.F32, o.field32(place))
}

/** Writes what a helper left, 16 bytes or the 8 of a scalar. */
export function putScratch(o: Ops, slot: Slot, isVector: boolean): void {
  if (!isVector) return o.setVLow(slot, o.field64(FP_SCRATCH))
  const l = new Lanes(o, 3, 16)
  o.setV(slot, l.replaceAt(l.splat(o.field64(FP_SCRATCH)), o.i32(1), o.field64(FP_SCRATCH + 8)))
}
