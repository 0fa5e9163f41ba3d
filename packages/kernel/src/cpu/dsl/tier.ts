// SPDX-License-Identifier: BSD-2-Clause
//
// What both tiers do alike: flags computed from their operands, and the look into the soft TLB. The tiers differ
// in where the flags live and in what happens when the TLB does not know the page.

import { type I32, type I64, type Int, TYPES, type Value } from "./code.ts"
import { Ops, type Size } from "./ops.ts"
import * as L from "../layout.ts"
import { OP } from "../wasm/opcodes.ts"

export interface Probe {
  readonly hit: I32
  readonly host: I32
}

export const READ_OPS: Readonly<Record<Size, readonly [unsigned: number, signed: number]>> = {
  1: [OP.i64_load8_u, OP.i64_load8_s],
  2: [OP.i64_load16_u, OP.i64_load16_s],
  4: [OP.i64_load32_u, OP.i64_load32_s],
  8: [OP.i64_load, OP.i64_load],
}
const FLOAT_COMPARE = {
  eq: [OP.f32_eq, OP.f64_eq],
  ne: [OP.f32_ne, OP.f64_ne],
  lt: [OP.f32_lt, OP.f64_lt],
  gt: [OP.f32_gt, OP.f64_gt],
  le: [OP.f32_le, OP.f64_le],
  ge: [OP.f32_ge, OP.f64_ge],
} as const
export const WRITE_OPS: Readonly<Record<Size, number>> = {
  1: OP.i64_store8,
  2: OP.i64_store16,
  4: OP.i64_store32,
  8: OP.i64_store,
}
export const SIGN_OPS: Readonly<Record<Size, number>> = {
  1: OP.i64_extend8_s,
  2: OP.i64_extend16_s,
  4: OP.i64_extend32_s,
  8: 0,
}
export const SIMD_LOAD = 0xfd0000
export const SIMD_STORE = 0xfd000b

/** Bytes that an access of this size with these flags has to be aligned to; 1: none. */
export function alignmentOf(size: number, flags: number): number {
  if ((flags & L.ACC_ALIGNED) === 0) return 1
  return (flags & L.ACC_PAIR) !== 0 ? size * 2 : size
}

export abstract class TierOps extends Ops {
  /** Base of the CPU block. */
  abstract base(): I32
  /** Base of the TLB bank that an access with these flags uses. */
  abstract bank(flags: number): I32

  abstract nf(): I64
  abstract zf(): I64
  abstract cf(): I32
  abstract vf(): I64
  abstract putFlags(nf: I64, zf: I64, cf: I32, vf: I64): void

  // -- flags -------------------------------------------------------------------------------------

  private wide(value: Int): boolean {
    return this.type(value) === TYPES.I64
  }
  /** The value with its sign in bit 63. */
  private signed(value: Int): I64 {
    return this.wide(value) ? (value as I64) : this.extendS(value as I32)
  }
  private setFlags(result: Int, carry: I32, overflow: Int): void {
    const value = this.let(this.signed(result))
    this.putFlags(value, value, carry, this.signed(overflow))
  }

  adds<T extends Int>(left: T, right: T): T {
    const a = this.let(left)
    const b = this.let(right)
    const result = this.let(this.add(a, b))
    const overflow = this.and(this.xor(a, result), this.xor(b, result))
    this.setFlags(result, this.ltU(result, a), overflow)
    return result
  }
  subs<T extends Int>(left: T, right: T): T {
    const a = this.let(left)
    const b = this.let(right)
    const result = this.let(this.sub(a, b))
    const overflow = this.and(this.xor(a, b), this.xor(a, result))
    this.setFlags(result, this.geU(a, b), overflow)
    return result
  }
  adcs<T extends Int>(left: T, right: T): T {
    const a = this.let(left)
    const b = this.let(right)
    const carryIn = this.let(this.carry())
    const wideCarry = (this.wide(a) ? this.extendU(carryIn) : carryIn) as T
    const result = this.let(this.add(this.add(a, b), wideCarry))
    const overflow = this.and(this.xor(a, result), this.xor(b, result))
    const carry = this.or(this.ltU(result, a), this.and(carryIn, this.eq(result, a)))
    this.setFlags(result, carry, overflow)
    return result
  }
  logicFlags<T extends Int>(value: T): T {
    const result = this.let(value)
    const wide = this.let(this.signed(result))
    this.putFlags(wide, wide, this.i32(0), this.i64(0))
    return result
  }
  carry(): I32 {
    return this.cf()
  }
  private zeroFlag(): I32 {
    return this.eqz(this.zf())
  }
  private signsDiffer(): I32 {
    return this.ltS(this.xor(this.nf(), this.vf()), this.i64(0))
  }
  condition(cond: number): I32 {
    const holds = [
      () => this.zeroFlag(),
      () => this.carry(),
      () => this.ltS(this.nf(), this.i64(0)),
      () => this.ltS(this.vf(), this.i64(0)),
      () => this.and(this.carry(), this.eqz(this.zeroFlag())),
      () => this.eqz(this.signsDiffer()),
      () => this.eqz(this.or(this.zeroFlag(), this.signsDiffer())),
      () => this.i32(1),
    ][cond >> 1]()
    return (cond & 1) !== 0 && cond !== 15 ? this.eqz(holds) : holds
  }
  nzcv(): I32 {
    const top = (value: I64) => this.wrap(this.shrU(value, this.i64(63)))
    const n = this.shl(top(this.nf()), this.i32(31))
    const z = this.shl(this.zeroFlag(), this.i32(30))
    const c = this.shl(this.carry(), this.i32(29))
    return this.or(this.or(n, z), this.or(c, this.shl(top(this.vf()), this.i32(28))))
  }
  setNzcv(value: I32): void {
    const bits = this.let(value)
    this.putFlags(
      this.extendS(bits),
      this.extendU(this.and(this.not(bits), this.i32(1 << 30))),
      this.and(this.shrU(bits, this.i32(29)), this.i32(1)),
      this.extendS(this.shl(bits, this.i32(3))),
    )
  }

  /** Compares two F64 or two F32. */
  protected floatCompare(name: keyof typeof FLOAT_COMPARE, a: Value, b: Value): I32 {
    return this.binary<I32>(FLOAT_COMPARE[name][this.type(a) === TYPES.F64 ? 1 : 0], TYPES.I32, a, b)
  }
  /** The flags that FCMP gives for a and b, as `putFlags` takes them. */
  protected flagsOfFloats(a: Value, b: Value): [nf: I64, zf: I64, cf: I32, vf: I64] {
    const top = (flag: I32) => this.shl(this.extendU(flag), this.i64(63))
    const ordered = this.and(this.floatCompare("eq", a, a), this.floatCompare("eq", b, b))
    return [
      top(this.floatCompare("lt", a, b)),
      this.extendU(this.floatCompare("ne", a, b)),
      this.eqz(this.floatCompare("lt", a, b)),
      top(this.eqz(ordered)),
    ]
  }
  floatFlags(a: Value, b: Value): void {
    this.putFlags(...this.flagsOfFloats(a, b))
  }

  // -- memory ------------------------------------------------------------------------------------

  /**
   * Looks up an access of `size` bytes in the soft TLB: whether it maps all of it, and the host address it then
   * has. `aligned`: the access has to be aligned to this many bytes (its size, or 1 for none).
   */
  protected probe(va: I64, table: number, size: number, aligned: number, flags: number): Probe {
    const offset = this.and(this.wrap(this.shrU(va, this.i64(8))), this.i32(L.TLB_INDEX_MASK << 4))
    const entry = this.let(this.add(this.bank(flags), offset))
    const tag = this.load<I64>(OP.i64_load, TYPES.I64, entry, table + L.TLB_TAG)
    const last = aligned >= size ? va : this.add(va, this.i64(size - 1))
    const page = this.and(last, this.i64(-4096 | (aligned >= size ? aligned - 1 : 0)))
    const addend = this.load<I32>(OP.i32_load, TYPES.I32, entry, table + L.TLB_ADDEND)
    return { hit: this.eq(tag, page), host: this.add(this.wrap(va), addend) }
  }

  /** Zeroes ZVA_SIZE bytes of host memory. */
  protected zero(host: I32): void {
    for (let at = 0; at < L.ZVA_SIZE; at += 16) this.store(SIMD_STORE, host, this.v128(0, 0, 0, 0), at)
  }
}
