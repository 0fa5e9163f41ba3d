// SPDX-License-Identifier: BSD-2-Clause
//
// What an instruction's description is written in: guest registers, flags, memory and control flow, on top
// of the expressions of code.ts. Each tier of the engine gives these words its own meaning; the description
// is the same. Rules for descriptions:
//
// - Operands that are known when code is made (split fields) are numbers; all others are expressions.
// - Registers are written after the last access that can fault, so that a fault leaves them untouched.
// - A value read from a register that the instruction writes, and used after that write, is bound with `let`.

import {
  Code,
  type F32,
  type F64,
  type I32,
  type I64,
  type Int,
  TYPES,
  type V128,
  type Value,
} from "./code.ts"
import { OP } from "../wasm/opcodes.ts"
import type { FpLimits } from "./fp-limits.ts"

/** Position of a register operand in the decoded instruction. */
export type Slot = 0 | 1 | 2 | 3
export type Size = 1 | 2 | 4 | 8

export abstract class Ops extends Code {
  // -- operands of the instruction ---------------------------------------------------------------

  /** The 64-bit operand of the decoded instruction. */
  abstract imm(): I64
  /** Its low word. */
  abstract imm32(): I32
  /** Its high word. */
  abstract immHigh32(): I32
  /** The small operand, 0 .. 65535. */
  abstract small(): I32
  /** Address of this instruction. */
  abstract pc(): I64

  // -- general registers -------------------------------------------------------------------------

  abstract x(slot: Slot): I64
  abstract setX(slot: Slot, value: I64): void
  /** Register number `n` (0 .. 30), whatever the operands. */
  abstract setXAt(n: number, value: I64): void

  w(slot: Slot): I32 {
    return this.wrap(this.x(slot))
  }

  /** Writes 32 bits; the upper half becomes zero. */
  setW(slot: Slot, value: I32): void {
    this.setX(slot, this.extendU(value))
  }

  /** A register of 64 bits, or its low 32. */
  r(slot: Slot, wide: boolean): Int {
    return wide ? this.x(slot) : this.w(slot)
  }

  setR(slot: Slot, value: Int): void {
    if (this.type(value) === TYPES.I64) this.setX(slot, value as I64)
    else this.setW(slot, value as I32)
  }

  /** The low word of the 64-bit operand at this width; of 64 bits, all of it. */
  immediate(wide: boolean): Int {
    return wide ? this.imm() : this.imm32()
  }

  constant(wide: boolean, lo: number): Int {
    return wide ? this.i64(lo) : this.i32(lo)
  }

  // -- vector registers --------------------------------------------------------------------------

  /** A vector register; `plus` counts on from the operand, 31 being followed by 0. */
  abstract v(slot: Slot, plus?: number): V128
  abstract setV(slot: Slot, value: V128, plus?: number): void
  /** Low 64 bits of a vector register. */
  abstract vLow(slot: Slot): I64
  /** Writes the low 64 bits of a vector register and clears the rest. */
  abstract setVLow(slot: Slot, value: I64): void

  /** The low double or single of a vector register. */
  d(slot: Slot): F64 {
    return this.unary<F64>(OP.f64_reinterpret_i64, TYPES.F64, this.vLow(slot))
  }
  s(slot: Slot): F32 {
    return this.unary<F32>(OP.f32_reinterpret_i32, TYPES.F32, this.wrap(this.vLow(slot)))
  }
  setD(slot: Slot, value: F64): void {
    this.setVLow(slot, this.unary<I64>(OP.i64_reinterpret_f64, TYPES.I64, value))
  }
  setS(slot: Slot, value: F32): void {
    this.setVLow(slot, this.extendU(this.unary<I32>(OP.i32_reinterpret_f32, TYPES.I32, value)))
  }

  // -- flags -------------------------------------------------------------------------------------

  /** a + b, setting NZCV; the result is bound. */
  abstract adds<T extends Int>(a: T, b: T): T
  /** a - b, setting NZCV. */
  abstract subs<T extends Int>(a: T, b: T): T
  /** a + b + C, setting NZCV. */
  abstract adcs<T extends Int>(a: T, b: T): T
  /** Sets N and Z from the value, C and V to 0; gives it back bound. */
  abstract logicFlags<T extends Int>(value: T): T
  /** C as 0 or 1. */
  abstract carry(): I32
  /** Whether the condition (0 .. 15, the `cond` field) holds: 0 or 1. */
  abstract condition(cond: number): I32
  /** NZCV in bits 31..28. */
  abstract nzcv(): I32
  abstract setNzcv(value: I32): void

  /** Sets NZCV as FCMP does from two bound values of one kind, F64 or F32, NaNs among them. */
  abstract floatFlags(a: Value, b: Value): void

  // -- memory ------------------------------------------------------------------------------------

  /** Reads guest memory, bound; sign- or zero-extended to 64 bits. `flags` are ACC_ of layout.ts. */
  abstract read(size: Size, signed: boolean, address: I64, flags?: number): I64
  abstract write(size: Size, address: I64, value: I64, flags?: number): void
  /** Two neighbours of 4 or 8 bytes with one look; bound, the lower address first. Neither moves when one faults. */
  abstract readPair(size: 4 | 8, signed: boolean, address: I64): readonly [I64, I64]
  abstract writePair(size: 4 | 8, address: I64, low: I64, high: I64): void
  /** Nothing where the TLB maps an address for reading, so that it is known to be mapped; `slow` where it does not. */
  abstract touch(address: I64, slow: () => void): void
  /** Zeroes the block of ZVA_SIZE bytes around an address; `slow` does it where no fast way is there. */
  abstract zeroBlock(address: I64, slow: () => void): void
  /** Loads 4 or 8 bytes into a vector register and clears the rest. */
  loadLow(slot: Slot, size: 4 | 8, address: I64): void {
    this.setVLow(slot, this.read(size, false, address))
  }
  /** Stores the low 4 or 8 bytes of a vector register. */
  storeLow(slot: Slot, size: 4 | 8, address: I64): void {
    this.write(size, address, this.vLow(slot))
  }
  /** Two vectors that lie one behind the other, bound. */
  readVPair(address: I64): readonly [V128, V128] {
    return [this.readV(address), this.readV(this.add(address, this.i64(16)))]
  }
  writeVPair(address: I64, low: V128, high: V128): void {
    this.writeV(address, low)
    this.writeV(this.add(address, this.i64(16)), high)
  }
  abstract readV(address: I64): V128
  abstract writeV(address: I64, value: V128): void

  // -- the CPU block -----------------------------------------------------------------------------

  abstract field32(offset: number): I32
  abstract setField32(offset: number, value: I32): void
  abstract field64(offset: number): I64
  abstract setField64(offset: number, value: I64): void
  /** A 64-bit field whose offset in the CPU block is computed. */
  abstract fieldAt(offset: I32): I64
  abstract setFieldAt(offset: I32, value: I64): void

  // -- control flow ------------------------------------------------------------------------------

  /** Goes to this instruction's address plus the 64-bit operand. */
  abstract jump(): void
  abstract jumpIf(condition: I32): void
  abstract jumpTo(address: I64): void

  // -- the slow half -----------------------------------------------------------------------------

  /** Calls a host helper; its answer (an R_ constant) decides how the instruction ends. */
  abstract hostEnds(name: HostCall, args: readonly I32[]): void
  /** Calls a host helper in the middle of an instruction; only R_NEXT and R_STOP go on. */
  abstract host(name: HostCall, args: readonly I32[]): void
  /** Ends the instruction with an R_ constant. */
  abstract ends(status: number): void
  /** In a region: what quick FP results are compared with. */
  get limits(): FpLimits | undefined {
    return undefined
  }
  /** In a region: whether the host's fused product sums may be used (`relaxed_madd`). */
  get hasFused(): boolean {
    return false
  }
  /**
   * In a region: the cold tier runs the whole instruction, which has written nothing yet. It gets the registers that
   * were read so far and leaves those that the other way, described before, writes. No flags, no memory.
   */
  cold(): void {
    throw new Error("there is no colder tier")
  }
  /** Calls a pure helper (no faults, result in the CPU block), by name. */
  abstract helper(name: string, args: readonly I32[]): void
}

/** Helpers of host.ts that instructions call. The CPU block is passed by the tier. */
export type HostCall = "sysRead" | "sysWrite" | "msrImm" | "eret" | "generate" | "wait"
