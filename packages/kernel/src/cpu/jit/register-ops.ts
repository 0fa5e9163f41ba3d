// SPDX-License-Identifier: BSD-2-Clause
//
// Operands and registers of descriptions in a region: operands are constants of the decoded instruction, registers
// are locals, of which entry loads those that are read before they are written.

import { type F32, type F64, type I32, type I64, TYPES, type V128 } from "../dsl/code.ts"
import type { Slot } from "../dsl/ops.ts"
import { SIMD_STORE, TierOps } from "../dsl/tier.ts"
import * as L from "../layout.ts"
import { OP } from "../wasm/opcodes.ts"
import { bitOfX, bitsOf, State, xOfBit } from "./state.ts"

const { I32: I, I64: W, V128: Q } = TYPES
const I64X2_EXTRACT = 0xfd001d
const I64X2_REPLACE = 0xfd001e
const F32X4_EXTRACT = 0xfd001f
const F32X4_REPLACE = 0xfd0020
const F64X2_EXTRACT = 0xfd0021
const F64X2_REPLACE = 0xfd0022

export abstract class RegisterOps extends TierOps {
  protected readonly view: DataView
  /** Address of the decoded instruction at hand, its page's number, and its address in bytes from the entry's page. */
  entry = 0
  page = 0
  index = 0
  pcOffset = 0
  /** Local of the region's entry in REGION_PAGES; 0: not asked for. */
  pagesLocal = 0
  readonly bankLocal = this.newLocal(I)
  readonly unprivLocal = this.newLocal(I)
  readonly budgetLocal = this.newLocal(I)
  readonly pageVaLocal = this.newLocal(W)
  /** Locals of registers by number; 0 (the parameter): none yet. */
  private readonly xLocals = new Uint16Array(L.REG_DISCARD + 1)
  private readonly vLocals = new Uint16Array(32)
  /** Registers to load at entry: bits as in State. */
  loadedX = 0
  loadedV = 0
  usesUnpriv = false
  state = new State()
  /** How many conditions of the instruction at hand hold what is written. */
  protected nesting = 0
  /** The register that the instruction at hand addresses memory by, or adds a constant to; -1: none. */
  protected baseRegister = -1
  /** What the instruction writes to that register is near what was there. */
  protected keepsBase = false
  /** Registers that the instruction at hand has read and written so far: bits as in State. */
  protected readX = 0
  protected wroteX = 0
  protected readsV = 0
  protected wroteV = 0

  constructor(view: DataView) {
    super(1)
    this.view = view
  }

  // -- operands ----------------------------------------------------------------------------------

  base(): I32 {
    return this.local<I32>(0, I)
  }
  bank(flags: number): I32 {
    if ((flags & L.ACC_UNPRIV) === 0) return this.local<I32>(this.bankLocal, I)
    this.usesUnpriv = true
    return this.local<I32>(this.unprivLocal, I)
  }
  imm(): I64 {
    return this.i64(
      this.view.getInt32(this.entry + L.INSN_IMM, true),
      this.view.getInt32(this.entry + L.INSN_IMM + 4, true),
    )
  }
  imm32(): I32 {
    return this.i32(this.view.getInt32(this.entry + L.INSN_IMM, true))
  }
  immHigh32(): I32 {
    return this.i32(this.view.getInt32(this.entry + L.INSN_IMM + 4, true))
  }
  small(): I32 {
    return this.i32(this.view.getUint16(this.entry + L.INSN_SMALL_U16, true))
  }
  pcAt(offset: number): I64 {
    return this.add(this.local<I64>(this.pageVaLocal, W), this.i64(offset))
  }
  pc(): I64 {
    return this.pcAt(this.pcOffset)
  }

  /** Address of the decoded page that the region's page of this number is now. */
  decodedPage(page: number): I32 {
    if (this.pagesLocal === 0) this.pagesLocal = this.newLocal(I)
    return this.load<I32>(OP.i32_load, I, this.local<I32>(this.pagesLocal, I), page * 4)
  }

  // -- registers ---------------------------------------------------------------------------------

  protected number(slot: Slot): number {
    return this.view.getUint8(this.entry + L.INSN_REGS_U8 + slot)
  }
  xLocal(n: number): number {
    if (this.xLocals[n] === 0) this.xLocals[n] = this.newLocal(W)
    return this.xLocals[n]
  }
  vLocal(n: number): number {
    if (this.vLocals[n] === 0) this.vLocals[n] = this.newLocal(Q)
    return this.vLocals[n]
  }
  /** A register is read that was not written on every way to here: entry has to load it. */
  private needX(n: number): void {
    this.loadedX |= bitOfX(n) & ~this.state.definedX
  }
  private needV(n: number): void {
    this.loadedV |= (1 << n) & ~this.state.definedV
  }
  x(slot: Slot): I64 {
    return this.register(this.number(slot))
  }
  protected register(n: number): I64 {
    if (n === L.REG_ZERO || n === L.REG_DISCARD) return this.i64(0)
    this.readX |= bitOfX(n)
    this.needX(n)
    return this.local<I64>(this.xLocal(n), W)
  }
  setX(slot: Slot, value: I64): void {
    this.setXAt(this.number(slot), value)
  }
  setXAt(n: number, value: I64): void {
    if (n === L.REG_DISCARD) return
    if (this.nesting > 0) this.needX(n)
    this.setLocal(this.xLocal(n), value)
    this.wroteX |= bitOfX(n)
    this.state.writeX(n, n === this.baseRegister && this.keepsBase)
  }
  v(slot: Slot, plus = 0): V128 {
    const n = (this.number(slot) + plus) & 31
    this.readsV |= 1 << n
    this.needV(n)
    return this.local<V128>(this.vLocal(n), Q)
  }
  setV(slot: Slot, value: V128, plus = 0): void {
    const n = (this.number(slot) + plus) & 31
    if (this.nesting > 0) this.needV(n)
    this.setLocal(this.vLocal(n), value)
    this.wroteV |= 1 << n
    this.state.writeV(n)
  }
  vLow(slot: Slot): I64 {
    return this.laneOp<I64>(I64X2_EXTRACT, W, this.v(slot), -1, 0)
  }
  setVLow(slot: Slot, value: I64): void {
    this.setV(slot, this.laneOp<V128>(I64X2_REPLACE, Q, this.v128(0, 0, 0, 0), value, 0))
  }

  override d(slot: Slot): F64 {
    return this.laneOp<F64>(F64X2_EXTRACT, TYPES.F64, this.v(slot), -1, 0)
  }
  override s(slot: Slot): F32 {
    return this.laneOp<F32>(F32X4_EXTRACT, TYPES.F32, this.v(slot), -1, 0)
  }
  override setD(slot: Slot, value: F64): void {
    this.setV(slot, this.laneOp<V128>(F64X2_REPLACE, Q, this.v128(0, 0, 0, 0), value, 0))
  }
  override setS(slot: Slot, value: F32): void {
    this.setV(slot, this.laneOp<V128>(F32X4_REPLACE, Q, this.v128(0, 0, 0, 0), value, 0))
  }

  // -- the CPU block -----------------------------------------------------------------------------

  protected storeX(mask: number): void {
    this.loadedX |= mask & ~this.state.definedX
    for (const bit of bitsOf(mask)) {
      const n = xOfBit(bit)
      this.setField64(L.X + n * L.REG_SIZE, this.local<I64>(this.xLocal(n), W))
    }
  }
  protected storeV(mask: number): void {
    this.loadedV |= mask & ~this.state.definedV
    for (const n of bitsOf(mask)) {
      this.store(SIMD_STORE, this.base(), this.local<V128>(this.vLocal(n), Q), L.V + n * 16)
    }
  }
  field32(offset: number): I32 {
    return this.load<I32>(OP.i32_load, I, this.base(), offset)
  }
  setField32(offset: number, value: I32): void {
    this.store(OP.i32_store, this.base(), value, offset)
  }
  field64(offset: number): I64 {
    return this.load<I64>(OP.i64_load, W, this.base(), offset)
  }
  setField64(offset: number, value: I64): void {
    this.store(OP.i64_store, this.base(), value, offset)
  }
  fieldAt(offset: I32): I64 {
    return this.load<I64>(OP.i64_load, W, this.add(this.base(), offset))
  }
  setFieldAt(offset: I32, value: I64): void {
    this.store(OP.i64_store, this.add(this.base(), offset), value)
  }
}
