// SPDX-License-Identifier: BSD-2-Clause
//
// Lane arithmetic for the descriptions of Advanced SIMD instructions: a vector register as lanes of one
// size, with the operations that WebAssembly has and those that it lacks (64-bit unsigned comparisons, 8-bit
// products, shifts by a different count in each lane). Values that are used twice are bound here.

import { type I32, type I64, type Int, TYPES, type V128 } from "../dsl/code.ts"
import type { Ops, Slot } from "../dsl/ops.ts"
import { FPSR_I32 } from "../layout.ts"
import * as W from "../wasm/simd.ts"

const QC_BIT = 27

/** Byte pattern of a shuffle: element `pick(i)` of `bytes` bytes for every lane i of the result. */
export function pattern(bytes: number, pick: (lane: number) => number): number[] {
  return Array.from({ length: 16 }, (_, at) => pick(Math.floor(at / bytes)) * bytes + (at % bytes))
}

/** A vector of all ones in its low `bytes` bytes. */
export function lowMask(o: Ops, bytes: number): V128 {
  const word = (n: number) => {
    const count = Math.max(0, Math.min(4, bytes - n * 4))
    return count === 4 ? -1 : (1 << (count * 8)) - 1
  }
  return o.v128(word(0), word(1), word(2), word(3))
}

export class Lanes {
  readonly o: Ops
  readonly size: W.LaneSize
  /** Bytes of the register that the instruction works on: 16, 8, or one lane. */
  readonly active: number

  constructor(o: Ops, size: number, active: number) {
    this.o = o
    this.size = size as W.LaneSize
    this.active = active
  }

  get bits(): number {
    return 8 << this.size
  }
  /** The same register in lanes of another size, all of it active where `active` is left out. */
  of(size: number, active = 16): Lanes {
    return new Lanes(this.o, size, active)
  }
  /** Lanes of double width; of a scalar, the one such lane. */
  get wide(): Lanes {
    const one = 1 << this.size
    return this.of(this.size + 1, this.active === one ? 2 * one : 16)
  }
  let(a: V128): V128 {
    return this.o.let(a)
  }

  // -- bits ----------------------------------------------------------------------------------------

  private two(op: number, a: V128, b: V128): V128 {
    return this.o.binary<V128>(op, TYPES.V128, a, b)
  }
  private one(op: number, a: V128): V128 {
    return this.o.unary<V128>(op, TYPES.V128, a)
  }
  and(a: V128, b: V128): V128 {
    return this.two(W.SIMD.and, a, b)
  }
  or(a: V128, b: V128): V128 {
    return this.two(W.SIMD.or, a, b)
  }
  xor(a: V128, b: V128): V128 {
    return this.two(W.SIMD.xor, a, b)
  }
  /** a AND NOT b. */
  andnot(a: V128, b: V128): V128 {
    return this.two(W.SIMD.andnot, a, b)
  }
  not(a: V128): V128 {
    return this.one(W.SIMD.not, a)
  }
  /** Bits of `yes` where the mask is set, of `no` elsewhere. */
  choose(mask: V128, yes: V128, no: V128): V128 {
    return this.o.ternary<V128>(W.SIMD.bitselect, TYPES.V128, yes, no, mask)
  }
  swizzle(table: V128, indices: V128): V128 {
    return this.two(W.SIMD.swizzle, table, indices)
  }

  // -- constants and single lanes ------------------------------------------------------------------

  /** The same 32-bit signed constant in every lane. */
  const(value: number): V128 {
    const { o, size } = this
    if (size === 3) return o.v128(value, value >> 31, value, value >> 31)
    const low = size === 2 ? value : value & ((1 << this.bits) - 1)
    const word = size === 0 ? low * 0x01010101 : size === 1 ? low * 0x00010001 : low
    return o.v128(word, word, word, word)
  }
  zero(): V128 {
    return this.o.v128(0, 0, 0, 0)
  }
  /** The lowest signed value in every lane. */
  minimum(): V128 {
    return this.size === 3
      ? this.o.v128(0, -0x8000_0000, 0, -0x8000_0000)
      : this.const(this.size === 2 ? -0x8000_0000 : 1 << (this.bits - 1))
  }
  splat(value: Int): V128 {
    const { o, size } = this
    const isWide = o.type(value) === TYPES.I64
    if (size === 3 && !isWide) throw new Error("a lane of 64 bits needs an i64")
    return o.unary<V128>(W.splatOpcode(size), TYPES.V128, isWide && size < 3 ? o.wrap(value as I64) : value)
  }
  /** A lane as i32, or i64 of 64 bits. */
  extract(a: V128, lane: number, isSigned = false): Int {
    const type = this.size === 3 ? TYPES.I64 : TYPES.I32
    return this.o.laneOp<Int>(W.extractOpcode(this.size, isSigned), type, a, -1, lane)
  }
  /** As `extract`, with a lane number that may not be known. */
  extractAt(a: V128, lane: I32, isSigned = false): Int {
    const { o } = this
    if (o.isConst(lane)) return this.extract(a, o.lo(lane), isSigned)
    return this.extract(this.swizzle(a, this.bytesOf(lane)), 0, isSigned)
  }
  /** Indices of the bytes of lane `lane`, repeated in every lane. */
  private bytesOf(lane: I32): V128 {
    const bytes = this.of(0)
    const { o } = this
    const within = Array.from({ length: 4 }, (_, word) => {
      const byte = (at: number) => (word * 4 + at) & ((1 << this.size) - 1)
      return byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24)
    })
    const first = bytes.splat(o.shl(lane, o.i32(this.size)))
    return bytes.add(first, o.v128(within[0], within[1], within[2], within[3]))
  }
  /** Lane `lane` in every lane. */
  duplicate(a: V128, lane: I32): V128 {
    if (this.o.isConst(lane)) return this.splat(this.extract(a, this.o.lo(lane)))
    return this.swizzle(a, this.bytesOf(lane))
  }
  /** `a` with one lane replaced by a scalar of the lane's type. */
  replaceAt(a: V128, lane: I32, value: Int): V128 {
    const { o } = this
    if (o.isConst(lane)) {
      return o.laneOp<V128>(W.replaceOpcode(this.size), TYPES.V128, a, value, o.lo(lane))
    }
    const bytes = this.of(0)
    const numbers = (word: number) => {
      const byte = (at: number) => (word * 4 + at) >> this.size
      return byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24)
    }
    const mine = bytes.eq(bytes.splat(lane), o.v128(numbers(0), numbers(1), numbers(2), numbers(3)))
    return this.choose(mine, this.splat(value), a)
  }

  // -- arithmetic ----------------------------------------------------------------------------------

  private lane(name: W.LaneOp, a: V128, b: V128): V128 {
    return this.two(W.laneOpcode(name, this.size), a, b)
  }
  add(a: V128, b: V128): V128 {
    return this.lane("add", a, b)
  }
  sub(a: V128, b: V128): V128 {
    return this.lane("sub", a, b)
  }
  neg(a: V128): V128 {
    return this.one(W.laneOpcode("neg", this.size), a)
  }
  abs(a: V128): V128 {
    return this.one(W.laneOpcode("abs", this.size), a)
  }
  mul(a: V128, b: V128): V128 {
    if (this.size > 0) return this.lane("mul", a, b)
    const [x, y] = [this.let(a), this.let(b)]
    return this.evens(this.extmul(x, y, false, false), this.extmul(x, y, true, false))
  }
  shl(a: V128, by: I32): V128 {
    return this.o.binary<V128>(W.laneOpcode("shl", this.size), TYPES.V128, a, by)
  }
  /** Shift right by 0 .. bits - 1. */
  shr(a: V128, by: I32, isSigned: boolean): V128 {
    return this.o.binary<V128>(W.laneOpcode(isSigned ? "shr_s" : "shr_u", this.size), TYPES.V128, a, by)
  }
  shlBy(a: V128, by: number): V128 {
    return by === 0 ? a : this.shl(a, this.o.i32(by))
  }
  shrBy(a: V128, by: number, isSigned: boolean): V128 {
    return by === 0 ? a : this.shr(a, this.o.i32(by), isSigned)
  }
  /** The sign of every lane in all its bits. */
  signs(a: V128): V128 {
    return this.shrBy(a, this.bits - 1, true)
  }

  // -- comparisons: all ones or all zeros ----------------------------------------------------------

  eq(a: V128, b: V128): V128 {
    return this.two(W.compareOpcode("eq", this.size), a, b)
  }
  gt(a: V128, b: V128, isSigned: boolean): V128 {
    if (isSigned) return this.two(W.compareOpcode("gt_s", this.size), a, b)
    if (this.size < 3) return this.two(W.compareOpcode("gt_u", this.size as 0 | 1 | 2), a, b)
    return this.gt(this.xor(a, this.minimum()), this.xor(b, this.minimum()), true)
  }
  ge(a: V128, b: V128, isSigned: boolean): V128 {
    if (isSigned) return this.two(W.compareOpcode("ge_s", this.size), a, b)
    if (this.size < 3) return this.two(W.compareOpcode("ge_u", this.size as 0 | 1 | 2), a, b)
    return this.ge(this.xor(a, this.minimum()), this.xor(b, this.minimum()), true)
  }
  min(a: V128, b: V128, isSigned: boolean): V128 {
    if (this.size < 3) return this.lane(isSigned ? "min_s" : "min_u", a, b)
    const [x, y] = [this.let(a), this.let(b)]
    return this.choose(this.gt(x, y, isSigned), y, x)
  }
  max(a: V128, b: V128, isSigned: boolean): V128 {
    if (this.size < 3) return this.lane(isSigned ? "max_s" : "max_u", a, b)
    const [x, y] = [this.let(a), this.let(b)]
    return this.choose(this.gt(x, y, isSigned), x, y)
  }

  // -- moves between lanes -------------------------------------------------------------------------

  shuffle(a: V128, b: V128, pick: (lane: number) => number): V128 {
    return this.o.shuffle(a, b, pattern(1 << this.size, pick))
  }
  /** The even lanes of a, then those of b. */
  evens(a: V128, b: V128): V128 {
    return this.shuffle(a, b, (lane) => lane * 2)
  }
  odds(a: V128, b: V128): V128 {
    return this.shuffle(a, b, (lane) => lane * 2 + 1)
  }
  /** Lanes in reverse order within groups of `count`. */
  reversed(a: V128, count: number): V128 {
    return this.shuffle(a, a, (lane) => lane ^ (count - 1))
  }

  // -- double width: these lanes are the narrow ones -----------------------------------------------

  /** The low or high half of the lanes, widened. */
  extend(a: V128, high: boolean, isSigned: boolean): V128 {
    return this.one(W.extendOpcode(this.size, high, isSigned), a)
  }
  extmul(a: V128, b: V128, high: boolean, isSigned: boolean): V128 {
    return this.two(W.extmulOpcode(this.size, high, isSigned), a, b)
  }
  /** Sums of neighbours, widened. */
  addPairsLong(a: V128, isSigned: boolean): V128 {
    if (this.size < 2) return this.one(W.extaddPairwiseOpcode(this.size as 0 | 1, isSigned), a)
    const wide = this.of(this.size + 1)
    const x = this.let(a)
    const even = wide.shrBy(wide.shlBy(x, this.bits), this.bits, isSigned)
    return wide.add(even, wide.shrBy(x, this.bits, isSigned))
  }

  // -- saturation ----------------------------------------------------------------------------------

  /** Records in FPSR.QC that active lanes of the mask have saturated. */
  saturated(mask: V128): void {
    const { o, active } = this
    const seen = active === 16 ? mask : this.and(mask, lowMask(o, active))
    const any = o.unary<I32>(W.SIMD.any_true, TYPES.I32, seen)
    o.setField32(FPSR_I32, o.or(o.field32(FPSR_I32), o.shl(any, o.i32(QC_BIT))))
  }
  /** The bound on the side of each lane's sign: lowest where negative, highest elsewhere. */
  bound(a: V128): V128 {
    return this.xor(this.signs(a), this.not(this.minimum()))
  }

  // -- shifts by a count in each lane --------------------------------------------------------------

  /** Shifts each lane by the low bits of its count, 0 .. bits - 1. */
  private stepwise(a: V128, counts: V128, shift: (value: V128, by: number) => V128): V128 {
    let value = a
    for (let bit = 0; 1 << bit < this.bits; bit++) {
      const mask = this.signs(this.shlBy(counts, this.bits - 1 - bit))
      const before = this.let(value)
      value = this.choose(mask, shift(before, 1 << bit), before)
    }
    return this.let(value)
  }
  /** Left by counts of 0 .. bits - 1. */
  shlEach(a: V128, counts: V128): V128 {
    return this.stepwise(a, counts, (value, by) => this.shlBy(value, by))
  }
  shrEach(a: V128, counts: V128, isSigned: boolean): V128 {
    return this.stepwise(a, counts, (value, by) => this.shrBy(value, by, isSigned))
  }

  // -- results -------------------------------------------------------------------------------------

  /** Writes the active bytes of a vector and clears the rest of the register. */
  put(slot: Slot, value: V128, plus = 0): void {
    const { o, active } = this
    o.setV(slot, active === 16 ? value : this.and(value, lowMask(o, active)), plus)
  }
  /** Writes the low half, or (`high`) the upper half beside what the register holds. */
  putHalf(slot: Slot, value: V128, high: boolean): void {
    const { o } = this
    const halves = this.of(3)
    if (high)
      o.setV(
        slot,
        halves.shuffle(o.v(slot), value, (lane) => (lane === 0 ? 0 : 2)),
      )
    else halves.of(3, 8).put(slot, value)
  }
  /** A scalar of the lane's type (i32 or i64) as the register's only content. */
  putScalar(slot: Slot, value: Int): void {
    const { o } = this
    const wide = o.type(value) === TYPES.I64 ? (value as I64) : o.extendU(value as I32)
    o.setVLow(slot, this.size < 2 ? o.and(wide, o.i64((1 << this.bits) - 1)) : wide)
  }
}

/** The 64-bit operand in both halves of a vector. */
export function splatImmediate(o: Ops): V128 {
  const imm = o.imm()
  if (o.isConst(imm)) return o.v128(o.lo(imm), o.hi(imm), o.lo(imm), o.hi(imm))
  return o.unary<V128>(W.splatOpcode(3), TYPES.V128, imm)
}
