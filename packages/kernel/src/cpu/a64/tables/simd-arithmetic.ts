// SPDX-License-Identifier: BSD-2-Clause
//
// Operations that several groups of Advanced SIMD instructions share: saturating sums and products,
// narrowing, shifts with rounding, polynomial products, pairs. Operands are bound by the caller.

import type { I32, V128 } from "../../dsl/code.ts"
import type { Lanes } from "../lanes.ts"

const LETTERS = ["B", "H", "S", "D"]

/** A row's name with the letter of its lane size, and what else tells it from its like. */
export function variant(name: string, size: number, ...words: readonly string[]): string {
  const all = [...words, LETTERS[size]].join(", ")
  return name.endsWith(")") ? `${name.slice(0, -1)}, ${all})` : `${name} (${all})`
}

export function addSaturating(l: Lanes, isSigned: boolean, a: V128, b: V128): V128 {
  const sum = l.let(l.add(a, b))
  if (!isSigned) {
    const over = l.let(l.gt(a, sum, false))
    l.saturated(over)
    return l.or(sum, over)
  }
  const over = l.let(l.signs(l.and(l.xor(a, sum), l.xor(b, sum))))
  l.saturated(over)
  return l.choose(over, l.bound(a), sum)
}

export function subSaturating(l: Lanes, isSigned: boolean, a: V128, b: V128): V128 {
  const difference = l.let(l.sub(a, b))
  if (!isSigned) {
    const over = l.let(l.gt(b, a, false))
    l.saturated(over)
    return l.andnot(difference, over)
  }
  const over = l.let(l.signs(l.and(l.xor(a, b), l.xor(a, difference))))
  l.saturated(over)
  return l.choose(over, l.bound(a), difference)
}

export function absoluteDifference(l: Lanes, isSigned: boolean, a: V128, b: V128): V128 {
  return l.sub(l.max(a, b, isSigned), l.min(a, b, isSigned))
}

/** Neighbours of n, then of m, combined. */
export function pairwise(l: Lanes, n: V128, m: V128, combine: (a: V128, b: V128) => V128): V128 {
  if (l.active === 16) return combine(l.evens(n, m), l.odds(n, m))
  const both = l.let(l.of(3).shuffle(n, m, (lane) => lane * 2))
  return combine(l.evens(both, both), l.odds(both, both))
}

/** Product over GF(2), its low half in lanes of the same size. */
export function polynomialProduct(l: Lanes, a: V128, b: V128): V128 {
  let sum = l.zero()
  for (let bit = 0; bit < 8; bit++) {
    const mask = l.signs(l.shlBy(b, l.bits - 1 - bit))
    sum = l.let(l.xor(sum, l.and(mask, l.shlBy(a, bit))))
  }
  return sum
}

/** (2 * a * b, rounded or not) in its upper half; lanes of 16 or 32 bits. */
export function doublingProductHigh(l: Lanes, rounding: boolean, a: V128, b: V128): V128 {
  const wide = l.of(l.size + 1)
  const over = l.let(l.and(l.eq(a, l.minimum()), l.eq(b, l.minimum())))
  l.saturated(over)
  const half = (high: boolean) => {
    const product = l.extmul(a, b, high, true)
    const raised = rounding ? wide.add(product, wide.const(2 ** (l.bits - 2))) : product
    return wide.shrBy(raised, l.bits - 1, true)
  }
  return l.xor(l.evens(half(false), half(true)), over)
}

/** 2 * product of double width, saturated; `wide` are the lanes of the product. */
export function doubledSaturating(wide: Lanes, product: V128): V128 {
  const doubled = wide.let(wide.shlBy(product, 1))
  const over = wide.let(wide.eq(doubled, wide.minimum()))
  wide.saturated(over)
  return wide.xor(doubled, over)
}

/** Shift right by `less` + 1, rounding to nearest (halves up) where asked: 1 .. bits. */
export function shiftRight(l: Lanes, isSigned: boolean, rounding: boolean, a: V128, less: I32): V128 {
  const almost = l.shr(a, less, isSigned)
  if (!rounding) return l.shrBy(almost, 1, isSigned)
  const bound = l.let(almost)
  return l.add(l.shrBy(bound, 1, isSigned), l.and(bound, l.const(1)))
}

/** Lanes of x shifted left, saturated where a bit was lost that `lost` finds. */
function saturateLeft(l: Lanes, isSigned: boolean, x: V128, shifted: V128, lost: V128): V128 {
  return isSigned ? l.choose(lost, l.bound(x), shifted) : l.or(shifted, lost)
}

/** Shift by the signed low byte of each lane of `counts`: left where positive. */
export function shiftByRegister(
  l: Lanes,
  isSigned: boolean,
  saturating: boolean,
  rounding: boolean,
  x: V128,
  counts: V128,
): V128 {
  const count = l.let(l.shrBy(l.shlBy(counts, l.bits - 8), l.bits - 8, true))
  const toRight = l.let(l.signs(count))
  const most = l.const(l.bits - 1)
  const tooFar = l.let(l.gt(count, most, true))
  let left: V128 = l.let(l.andnot(l.shlEach(x, count), tooFar))
  if (saturating) {
    const kept = l.eq(l.shrEach(left, count, isSigned), x)
    const noneLeft = l.andnot(tooFar, l.eq(x, l.zero()))
    const lost = l.let(l.andnot(l.or(l.not(kept), noneLeft), toRight))
    l.saturated(lost)
    left = saturateLeft(l, isSigned, x, left, lost)
  }
  const less = l.let(l.not(count))
  const beyond = l.gt(less, most, true)
  const bounded = isSigned ? l.choose(l.let(beyond), most, less) : less
  const shifted = l.let(l.shrEach(x, l.let(bounded), isSigned))
  const almost = isSigned ? shifted : l.let(l.andnot(shifted, beyond))
  const half = l.shrBy(almost, 1, isSigned)
  const right = rounding ? l.add(half, l.and(almost, l.const(1))) : half
  return l.choose(toRight, right, left)
}

/** Shift left by the same count in every lane, saturating; `toUnsigned` takes signed to unsigned. */
export function shiftLeftSaturating(
  l: Lanes,
  isSigned: boolean,
  toUnsigned: boolean,
  x: V128,
  by: I32,
): V128 {
  const shifted = l.let(l.shl(x, by))
  const lost = l.let(l.not(l.eq(l.shr(shifted, by, isSigned && !toUnsigned), x)))
  if (!toUnsigned) {
    l.saturated(lost)
    return saturateLeft(l, isSigned, x, shifted, lost)
  }
  const negative = l.let(l.signs(x))
  l.saturated(l.or(lost, negative))
  return l.andnot(l.or(shifted, lost), negative)
}

/** Kinds of narrowing: plain, signed, unsigned, signed to unsigned. */
export type Narrowing = "plain" | "signed" | "unsigned" | "toUnsigned"

/** Lanes of `wide` brought to half their width, in the low half of the result. */
export function narrow(wide: Lanes, kind: Narrowing, value: V128): V128 {
  const half = wide.of(wide.size - 1)
  if (kind === "plain") return half.evens(value, value)
  const a = wide.let(value)
  const ones = 2 ** half.bits - 1
  const top = (bits: number) => (bits === 32 ? wide.o.v128(-1, 0, -1, 0) : wide.const(ones))
  let clamped: V128
  if (kind === "unsigned") {
    clamped = wide.min(a, top(half.bits), false)
  } else if (kind === "toUnsigned") {
    clamped = wide.max(wide.min(a, top(half.bits), true), wide.zero(), true)
  } else {
    const highest = 2 ** (half.bits - 1) - 1
    clamped = wide.max(wide.min(a, wide.const(highest), true), wide.const(-highest - 1), true)
  }
  const result = wide.let(clamped)
  wide.saturated(wide.not(wide.eq(result, a)))
  return half.evens(result, result)
}
