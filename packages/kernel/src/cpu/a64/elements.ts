// SPDX-License-Identifier: BSD-2-Clause
//
// FP operations of one element, for scalar and vector instructions alike: how the host computes them and
// when that is right (see floats.ts), else which operation of softfp/ does.

import { type I32, type I64, TYPES, type V128, type Value } from "../dsl/code.ts"
import type { Ops, Slot } from "../dsl/ops.ts"
import { shapeOf } from "../helpers/fp.ts"
import { type OperationName, operationNumber } from "../softfp/operations.ts"
import { OP } from "../wasm/opcodes.ts"
import { type Floats, inexactMode, plainMode, putScratch, toScratch } from "./floats.ts"
import { QUICK, writeQuick } from "./quick.ts"

interface Fast {
  readonly value: Value
  /** Mask of where the value is right, if Inexact says nothing new. */
  readonly right: Value
  /** Mask of where, besides, nothing was rounded away; asked while FPSR.IXC is clear. */
  readonly exact?: () => Value
}

export interface Element {
  readonly name: OperationName
  readonly operands: 1 | 2 | 3
  /** The host's way; operands are bound. */
  readonly fast?: (f: Floats, a: Value, b: Value, c: Value) => Fast
  /** The result can be inexact: the fast way needs FPSR.IXC set. */
  readonly inexact: boolean
  /** The result is a mask: all ones or zero. */
  readonly isMask: boolean
}

const element = (
  name: OperationName,
  operands: 1 | 2 | 3,
  fast?: Element["fast"],
  { inexact = true, isMask = false } = {},
): Element => ({ name, operands, inexact, isMask, ...(fast === undefined ? {} : { fast }) })

/** Right when finite: sums below the normal numbers are exact. */
const sum =
  (name: "add" | "sub"): NonNullable<Element["fast"]> =>
  (f, a, b) => {
    const value = f.o.let(f.two(name, a, b))
    const exact = () => f.exactSum(a, name === "add" ? b : f.o.let(f.one("neg", b)))
    return { value, right: f.finite(value), exact }
  }

function productOf(f: Floats, a: Value, b: Value): Fast {
  const value = f.o.let(f.two("mul", a, b))
  const nothing = f.both(f.either(f.isZero(a), f.isZero(b)), f.finite(value))
  const exact = () => f.either(nothing, f.exactProduct(a, b, value))
  return { value, right: f.either(f.normal(value), nothing), exact }
}

function negated(f: Floats, { value, right, ...rest }: Fast): Fast {
  return { value: f.one("neg", value), right, ...rest }
}

const fused =
  (negateProduct: boolean, negateAddend: boolean): NonNullable<Element["fast"]> =>
  (f, a, b, c) => {
    const x = negateProduct ? f.o.let(f.one("neg", a)) : a
    return f.fused(x, b, negateAddend ? f.o.let(f.one("neg", c)) : c)
  }

const chosen =
  (name: "min" | "max"): NonNullable<Element["fast"]> =>
  (f, a, b) => ({ value: f.two(name, a, b), right: f.ordered(a, b) })

const compared =
  (name: "eq" | "ge" | "gt" | "le" | "lt", magnitudes = false): NonNullable<Element["fast"]> =>
  (f, a, b) => {
    const of = (x: Value) => (magnitudes ? f.one("abs", x) : x)
    return { value: f.compare(name, of(a), of(b)), right: f.ordered(a, b) }
  }

const rounded =
  (name: "ceil" | "floor" | "trunc" | "nearest"): NonNullable<Element["fast"]> =>
  (f, a) => ({ value: f.round(name, a), right: f.compare("eq", a, a) })

function roundedAway(f: Floats, a: Value): Fast {
  return { value: roundAway(f, a), right: f.compare("eq", a, a) }
}

/** To the nearest integer, halves away from zero. */
export function roundAway(f: Floats, a: Value): Value {
  const whole = f.o.let(f.round("trunc", a))
  const rest = f.one("abs", f.two("sub", a, whole))
  return f.select(f.compare("ge", rest, f.const(0.5)), f.two("add", whole, f.withSignOf(a, 1)), whole)
}

/** From a constant less a product, scaled: FRECPS and FRSQRTS. */
const step =
  (from: number, scale: number): NonNullable<Element["fast"]> =>
  (f, a, b) => {
    const { value, right } = f.fused(f.o.let(f.one("neg", a)), b, f.o.let(f.const(from)))
    if (scale === 1) return { value, right }
    const scaled = f.o.let(f.two("mul", value, f.const(scale)))
    return { value: scaled, right: f.both(right, f.normal(scaled)) }
  }

const EXACT = { inexact: false }
const MASK = { inexact: false, isMask: true }

export const ELEMENTS = {
  add: element("add", 2, sum("add")),
  sub: element("sub", 2, sum("sub")),
  mul: element("mul", 2, productOf),
  mulx: element("mulx", 2, productOf),
  nmul: element("nmul", 2, (f, a, b) => negated(f, productOf(f, a, b))),
  div: element("div", 2, (f, a, b) => {
    const value = f.o.let(f.two("div", a, b))
    const nothing = f.both(f.isZero(a), f.isZero(value))
    const exact = () => {
      const back = f.o.let(f.two("mul", value, b))
      return f.either(nothing, f.both(f.compare("eq", back, a), f.exactProduct(value, b, back)))
    }
    return { value, right: f.either(f.normal(value), nothing), exact }
  }),
  sqrt: element("sqrt", 1, (f, a) => {
    const value = f.o.let(f.one("sqrt", a))
    return { value, right: f.finite(value) }
  }),
  max: element("max", 2, chosen("max"), EXACT),
  min: element("min", 2, chosen("min"), EXACT),
  maxnm: element("maxnm", 2, chosen("max"), EXACT),
  minnm: element("minnm", 2, chosen("min"), EXACT),
  abd: element("abd", 2, (f, a, b) => {
    const value = f.o.let(f.one("abs", f.two("sub", a, b)))
    return { value, right: f.finite(value) }
  }),
  madd: element("madd", 3, fused(false, false)),
  msub: element("msub", 3, fused(true, false)),
  nmadd: element("nmadd", 3, fused(true, true)),
  nmsub: element("nmsub", 3, fused(false, true)),
  recps: element("recps", 2, step(2, 1)),
  rsqrts: element("rsqrts", 2, step(3, 0.5)),
  recpe: element("recpe", 1),
  rsqrte: element("rsqrte", 1),
  recpx: element("recpx", 1),
  urecpe: element("urecpe", 1),
  ursqrte: element("ursqrte", 1),
  cmeq: element("cmeq", 2, compared("eq"), MASK),
  cmge: element("cmge", 2, compared("ge"), MASK),
  cmgt: element("cmgt", 2, compared("gt"), MASK),
  cmle: element("cmle", 2, compared("le"), MASK),
  cmlt: element("cmlt", 2, compared("lt"), MASK),
  acge: element("acge", 2, compared("ge", true), MASK),
  acgt: element("acgt", 2, compared("gt", true), MASK),
  rintn: element("rintn", 1, rounded("nearest"), EXACT),
  rintp: element("rintp", 1, rounded("ceil"), EXACT),
  rintm: element("rintm", 1, rounded("floor"), EXACT),
  rintz: element("rintz", 1, rounded("trunc"), EXACT),
  rinta: element("rinta", 1, roundedAway, EXACT),
  rintx: element("rintx", 1, rounded("nearest")),
  rinti: element("rinti", 1, rounded("nearest"), EXACT),
  rint32z: element("rint32z", 1),
  rint32x: element("rint32x", 1),
  rint64z: element("rint64z", 1),
  rint64x: element("rint64x", 1),
} satisfies Record<OperationName, Element>

function putResult(f: Floats, slot: Slot, { isMask }: Element, value: Value): void {
  const { o } = f
  if (!isMask || f.isVector) return f.put(slot, value)
  const ones = o.neg(value as I32)
  o.setVLow(slot, f.wide ? (o.extendS(ones) as I64) : o.extendU(ones))
}

/** Computes an element of every lane of the operands and writes the destination. */
export function compute(f: Floats, slot: Slot, what: Element, operands: readonly Value[]): void {
  const { o } = f
  const bound = operands.map((value) => o.let(value))
  const slow = () => {
    toScratch(f, bound)
    o.helper("fp", [o.i32(operationNumber(what.name)), o.i32(shapeOf(f.size, Math.max(1, f.lanes)))])
    putScratch(o, slot, f.isVector)
  }
  if (what.fast === undefined) return slow()
  const [a, b, c] = bound
  const quick = QUICK[what.name]
  if (o.limits !== undefined && quick !== undefined) {
    const way = quick(f, o.limits, a, b ?? a, c ?? a)
    return writeQuick(f, way, () => putResult(f, slot, what, way.value))
  }
  const { value, right, exact } = what.fast(f, a, b ?? a, c ?? a)
  const result = o.let(value)
  const put = () => putResult(f, slot, what, result)
  const isRight = o.let(f.holds(right))
  const otherwise = () => {
    if (exact === undefined) return slow()
    // FPSR.IXC may be clear: a result that lost nothing is right all the same.
    o.if(o.and(o.and(plainMode(o), isRight), f.holds(exact())), put, slow)
  }
  o.if(o.and(what.inexact ? inexactMode(o) : plainMode(o), isRight), put, otherwise)
}

/** One lane of a vector, as a scalar of this kind takes it. */
export function laneOf(o: Ops, f: Floats, value: V128, lane: number): Value {
  const one = f.integers.extract(value, lane)
  return f.wide
    ? o.unary(OP.f64_reinterpret_i64, TYPES.F64, one)
    : o.unary(OP.f32_reinterpret_i32, TYPES.F32, one)
}
