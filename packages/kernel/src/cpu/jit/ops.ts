// SPDX-License-Identifier: BSD-2-Clause
//
// The meaning of descriptions in a translated region: operands are constants, guest registers are locals,
// flags stay unevaluated until somebody needs them, memory is the soft TLB or out. Whatever a region cannot
// do itself it leaves to the interpreter by bailing out before the instruction has changed anything.

import { REGION_BIT } from "../a64/decoder.ts"
import {
  type F32,
  type F64,
  type I32,
  type I64,
  type Int,
  TYPES,
  type V128,
  type Value,
} from "../dsl/code.ts"
import type { FpLimits } from "../dsl/fp-limits.ts"
import type { Size, Slot } from "../dsl/ops.ts"
import { SIGN_OPS, SIMD_LOAD, SIMD_STORE, TierOps } from "../dsl/tier.ts"
import { HELPER_NAMES } from "../helpers/table.ts"
import { HELPER_ARGS } from "../interp/build.ts"
import * as L from "../layout.ts"
import { hasFused } from "../wasm/fused.ts"
import { OP } from "../wasm/opcodes.ts"
import { Limits } from "./fp-limits.ts"

/** Function indices of what a region calls: exports of the runtime module. */
export interface RegionRuntime {
  readonly ramRead: number
  readonly ramWrite: number
  readonly ramReadV: number
  readonly ramWriteV: number
  readonly cold: number
  readonly helper: number
}

/** How the region's control flow takes what an instruction says. */
export interface RegionFlow {
  jump(): void
  jumpIf(condition: I32): void
  jumpTo(address: I64): void
  /** Leaves before the current instruction, for the interpreter to run it. */
  bail(): void
  /** Leaves after the current instruction, which is done. */
  leaveAfter(): void
}

/**
 * How the flags are kept: in their locals, as the operands of what set them (64 or 32 bits wide), or as the
 * form local says at run time: where nobody reads them before they are set again.
 */
export interface FlagForm {
  readonly kind: "canonical" | "add" | "sub" | "logic" | "float" | "deferred"
  readonly wide: boolean
}
type FlagKind = "add" | "sub" | "logic"

export const CANONICAL: FlagForm = { kind: "canonical", wide: true }
export const DEFERRED: FlagForm = { kind: "deferred", wide: true }
const KINDS = ["canonical", "add", "sub", "logic", "float"]

const { I32: I, I64: W, V128: Q } = TYPES
const I64X2_EXTRACT = 0xfd001d
const I64X2_REPLACE = 0xfd001e
const F32X4_EXTRACT = 0xfd001f
const F32X4_REPLACE = 0xfd0020
const F64X2_EXTRACT = 0xfd0021
const F64X2_REPLACE = 0xfd0022

/**
 * What a region does with a kind of register. While its first block is written, in order and once, a register
 * that is written before it is read need not be loaded at entry.
 */
export class RegisterUse {
  /** Written anywhere: stored at the common exit. */
  readonly written = new Set<number>()
  /** Loaded at entry. */
  readonly loaded = new Set<number>()
  private defined: ReadonlySet<number> | undefined

  /** A read or a write; `maybe` says that the write is on one way only. */
  touch(n: number, isWrite: boolean, maybe = false): void {
    if (this.defined === undefined) {
      if (!this.written.has(n) && (!isWrite || maybe)) this.loaded.add(n)
    } else if (!this.defined.has(n)) {
      this.loaded.add(n)
    }
    if (isWrite) this.written.add(n)
  }

  /** From here on control may have come any way: only what was written so far is known to be defined. */
  leaveFirstBlock(): void {
    this.defined ??= new Set(this.written)
  }
}

export class JitOps extends TierOps {
  private readonly runtime: RegionRuntime
  flow: RegionFlow
  private readonly view: DataView
  /** Address of the decoded instruction at hand, and its offset in the page in bytes. */
  entry = 0
  pcOffset = 0
  readonly bankLocal = this.newLocal(I)
  readonly unprivLocal = this.newLocal(I)
  readonly budgetLocal = this.newLocal(I)
  readonly pageVaLocal = this.newLocal(W)
  readonly flagLocals = {
    nf: this.newLocal(W),
    zf: this.newLocal(W),
    cf: this.newLocal(I),
    vf: this.newLocal(W),
  }
  readonly xLocals = new Map<number, number>()
  readonly vLocals = new Map<number, number>()
  readonly xUse = new RegisterUse()
  readonly vUse = new RegisterUse()
  usesFlags = false
  /** The flags differ, or may, from what they were at entry. */
  setsFlags = false
  private readonly pending = {
    64: { a: this.newLocal(W), b: this.newLocal(W), r: this.newLocal(W) },
    32: { a: this.newLocal(I), b: this.newLocal(I), r: this.newLocal(I) },
  }
  /** Locals of the values that FCMP compared, by width: made when they are needed. */
  private readonly compared = new Map<boolean, readonly [a: number, b: number]>()
  flags = CANONICAL
  private readonly formLocal = this.newLocal(I)
  /** Forms in which flags may leave the region, by their number. */
  private readonly forms = new Map<number, FlagForm>()
  private nesting = 0
  readonly fpLimits = new Limits(this)
  /** Registers by number that the instruction at hand has read and written so far. */
  private readonly seen = {
    xRead: new Set<number>(),
    xWritten: new Set<number>(),
    vRead: new Set<number>(),
    vWritten: new Set<number>(),
  }

  constructor(runtime: RegionRuntime, flow: RegionFlow, view: DataView) {
    super(1)
    this.runtime = runtime
    this.flow = flow
    this.view = view
  }

  // -- operands ----------------------------------------------------------------------------------

  base(): I32 {
    return this.local<I32>(0, I)
  }
  bank(flags: number): I32 {
    return this.local<I32>((flags & L.ACC_UNPRIV) !== 0 ? this.unprivLocal : this.bankLocal, I)
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

  override endInstruction(): void {
    super.endInstruction()
    for (const set of Object.values(this.seen)) set.clear()
  }

  // -- registers ---------------------------------------------------------------------------------

  private number(slot: Slot): number {
    return this.view.getUint8(this.entry + L.INSN_REGS_U8 + slot)
  }
  private xLocal(n: number): number {
    let index = this.xLocals.get(n)
    if (index === undefined) this.xLocals.set(n, (index = this.newLocal(W)))
    return index
  }
  private vLocal(n: number): number {
    let index = this.vLocals.get(n)
    if (index === undefined) this.vLocals.set(n, (index = this.newLocal(Q)))
    return index
  }
  x(slot: Slot): I64 {
    const n = this.number(slot)
    if (n === L.REG_ZERO || n === L.REG_DISCARD) return this.i64(0)
    this.seen.xRead.add(n)
    this.xUse.touch(n, false)
    return this.local<I64>(this.xLocal(n), W)
  }
  setX(slot: Slot, value: I64): void {
    this.setXAt(this.number(slot), value)
  }
  setXAt(n: number, value: I64): void {
    if (n === L.REG_DISCARD) return
    this.setLocal(this.xLocal(n), value)
    this.seen.xWritten.add(n)
    this.xUse.touch(n, true, this.nesting > 0)
  }
  v(slot: Slot, plus = 0): V128 {
    const n = (this.number(slot) + plus) & 31
    this.seen.vRead.add(n)
    this.vUse.touch(n, false)
    return this.local<V128>(this.vLocal(n), Q)
  }
  setV(slot: Slot, value: V128, plus = 0): void {
    const n = (this.number(slot) + plus) & 31
    this.setLocal(this.vLocal(n), value)
    this.seen.vWritten.add(n)
    this.vUse.touch(n, true, this.nesting > 0)
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

  // -- flags -------------------------------------------------------------------------------------

  /** Remembers the operands of what sets the flags instead of computing them. */
  private remember<T extends Int>(kind: FlagKind, a: T, b: T | undefined, result: (a: T, b: T) => T): T {
    const isWide = this.type(a) === W
    const type = isWide ? W : I
    const locals = this.pending[isWide ? 64 : 32]
    const left = this.let(a)
    const right = b === undefined ? left : this.let(b)
    this.setLocal(locals.a, left)
    this.setLocal(locals.b, right)
    this.setLocal(locals.r, result(left, right))
    this.flags = { kind, wide: isWide }
    this.usesFlags = true
    this.setsFlags = true
    return this.local<T>(locals.r, type)
  }
  override adds<T extends Int>(a: T, b: T): T {
    if (this.nesting > 0) return super.adds(a, b)
    return this.remember("add", a, b, (x, y) => this.add(x, y))
  }
  override subs<T extends Int>(a: T, b: T): T {
    if (this.nesting > 0) return super.subs(a, b)
    return this.remember("sub", a, b, (x, y) => this.sub(x, y))
  }
  override logicFlags<T extends Int>(value: T): T {
    if (this.nesting > 0) return super.logicFlags(value)
    return this.remember("logic", value, undefined, (x) => x)
  }
  override floatFlags(a: Value, b: Value): void {
    if (this.nesting > 0) return super.floatFlags(a, b)
    const type = this.type(a)
    const wide = type === TYPES.F64
    const locals = this.comparedLocals(wide)
    this.setLocal(locals[0], a)
    this.setLocal(locals[1], b)
    this.flags = { kind: "float", wide }
    this.usesFlags = true
    this.setsFlags = true
  }
  private comparedLocals(wide: boolean): readonly [a: number, b: number] {
    let locals = this.compared.get(wide)
    const type = wide ? TYPES.F64 : TYPES.F32
    if (locals === undefined) this.compared.set(wide, (locals = [this.newLocal(type), this.newLocal(type)]))
    return locals
  }
  private comparedFloats(): [a: Value, b: Value] {
    const { wide } = this.flags
    const [a, b] = this.comparedLocals(wide)
    const type = wide ? TYPES.F64 : TYPES.F32
    return [this.local(a, type), this.local(b, type)]
  }
  /** A condition after FCMP: NaNs make N and Z clear, C and V set. */
  private conditionOfFloats(cond: number): I32 {
    const [a, b] = this.comparedFloats()
    const is = (name: "eq" | "ne" | "lt" | "gt" | "le" | "ge") => this.floatCompare(name, a, b)
    const ordered = () => this.and(this.floatCompare("eq", a, a), this.floatCompare("eq", b, b))
    const tests = [
      () => is("eq"),
      () => is("ne"),
      () => this.eqz(is("lt")),
      () => is("lt"),
      () => is("lt"),
      () => this.eqz(is("lt")),
      () => this.eqz(ordered()),
      ordered,
      () => this.eqz(is("le")),
      () => is("le"),
      () => is("ge"),
      () => this.eqz(is("ge")),
      () => is("gt"),
      () => this.eqz(is("gt")),
      () => this.i32(1),
      () => this.i32(1),
    ]
    return tests[cond]()
  }
  override if(condition: I32, then: () => void, otherwise?: () => void): void {
    this.nesting += 1
    super.if(condition, then, otherwise)
    this.nesting -= 1
  }
  putFlags(nf: I64, zf: I64, cf: I32, vf: I64): void {
    const { flagLocals } = this
    const values = [this.let(nf), this.let(zf), this.let(cf), this.let(vf)] as const
    this.setLocal(flagLocals.nf, values[0])
    this.setLocal(flagLocals.zf, values[1])
    this.setLocal(flagLocals.cf, values[2])
    this.setLocal(flagLocals.vf, values[3])
    this.flags = CANONICAL
    this.usesFlags = true
    this.setsFlags = true
  }
  /** A remembered operand. */
  private operand(which: "a" | "b" | "r"): Int {
    if (this.flags.kind === "deferred") throw new Error("flags are read that nobody was to read")
    const locals = this.pending[this.flags.wide ? 64 : 32]
    return this.local<Int>(locals[which], this.flags.wide ? W : I)
  }
  private widened(value: Int): I64 {
    return this.flags.wide ? (value as I64) : this.extendS(value as I32)
  }
  nf(): I64 {
    this.usesFlags = true
    if (this.flags.kind === "float") return this.flagsOfFloats(...this.comparedFloats())[0]
    return this.flags.kind === "canonical"
      ? this.local<I64>(this.flagLocals.nf, W)
      : this.widened(this.operand("r"))
  }
  zf(): I64 {
    this.usesFlags = true
    if (this.flags.kind === "float") return this.flagsOfFloats(...this.comparedFloats())[1]
    return this.flags.kind === "canonical"
      ? this.local<I64>(this.flagLocals.zf, W)
      : this.widened(this.operand("r"))
  }
  cf(): I32 {
    this.usesFlags = true
    if (this.flags.kind === "float") return this.flagsOfFloats(...this.comparedFloats())[2]
    if (this.flags.kind === "canonical") return this.local<I32>(this.flagLocals.cf, I)
    if (this.flags.kind === "logic") return this.i32(0)
    if (this.flags.kind === "sub") return this.geU(this.operand("a"), this.operand("b"))
    return this.ltU(this.operand("r"), this.operand("a"))
  }
  vf(): I64 {
    this.usesFlags = true
    if (this.flags.kind === "float") return this.flagsOfFloats(...this.comparedFloats())[3]
    if (this.flags.kind === "canonical") return this.local<I64>(this.flagLocals.vf, W)
    if (this.flags.kind === "logic") return this.i64(0)
    const [a, b, r] = [this.operand("a"), this.operand("b"), this.operand("r")]
    if (this.flags.kind === "sub") return this.widened(this.and(this.xor(a, b), this.xor(a, r)))
    return this.widened(this.and(this.xor(a, r), this.xor(b, r)))
  }
  override condition(cond: number): I32 {
    if (this.flags.kind === "float") return this.conditionOfFloats(cond)
    if (this.flags.kind === "sub") return this.afterCompare(cond, this.operand("a"), this.operand("b"))
    if (this.flags.kind === "logic" && cond < 14) {
      const zero = this.constLike(this.operand("r"), 0)
      if (cond >> 1 === 3 || cond >> 1 === 1) return this.i32(cond & 1)
      if (cond >> 1 === 4) return this.i32(cond & 1)
      return this.afterCompare(cond, this.operand("r"), zero)
    }
    return super.condition(cond)
  }
  /** A condition after a comparison of a and b. */
  private afterCompare(cond: number, a: Int, b: Int): I32 {
    const zero = this.constLike(a, 0)
    const tests = [
      () => this.eq(a, b),
      () => this.ne(a, b),
      () => this.geU(a, b),
      () => this.ltU(a, b),
      () => this.ltS(this.operand("r"), zero),
      () => this.geS(this.operand("r"), zero),
      () => super.condition(6),
      () => super.condition(7),
      () => this.gtU(a, b),
      () => this.geU(b, a),
      () => this.geS(a, b),
      () => this.ltS(a, b),
      () => this.gtS(a, b),
      () => this.geS(b, a),
      () => this.i32(1),
      () => this.i32(1),
    ]
    return tests[cond]()
  }
  /** Writes the flags to their locals where they are only remembered. */
  materialize(): void {
    if (this.flags.kind !== "canonical") this.putFlags(this.nf(), this.zf(), this.cf(), this.vf())
  }
  /** Notes at run time how the flags are kept, for `settleFlags` to know. */
  noteForm(): void {
    if (this.flags.kind === "deferred") return
    const number = KINDS.indexOf(this.flags.kind) * 2 + (this.flags.wide ? 0 : 1)
    this.forms.set(number, this.flags)
    this.setLocal(this.formLocal, this.i32(number))
  }
  /** Writes the flags to their locals from whatever form was noted. */
  settleFlags(): void {
    for (const [number, form] of this.forms) {
      if (form.kind === "canonical") continue
      super.if(this.eq(this.local<I32>(this.formLocal, I), this.i32(number)), () => {
        this.flags = form
        this.materialize()
      })
    }
  }

  // -- memory ------------------------------------------------------------------------------------

  private afterMiss(): void {
    super.if(this.eq(this.field32(L.STATUS_I32), this.i32(L.M_FAULT)), () => this.flow.bail())
  }
  missRead(size: Size, isSigned: boolean, va: I64, flags: number, result: number): void {
    const code = this.i32(size | ((flags | L.ACC_RAM_ONLY) << 8))
    const raw = this.call<I64>(this.runtime.ramRead, W, [this.base(), va, code])
    this.afterMiss()
    this.setLocal(result, isSigned && size < 8 ? this.unary<I64>(SIGN_OPS[size], W, raw) : raw)
  }
  missWrite(size: Size, va: I64, data: I64, flags: number): void {
    this.callRaw(this.runtime.ramWrite, [
      this.base(),
      va,
      data,
      this.i32(size | ((flags | L.ACC_RAM_ONLY) << 8)),
    ])
    this.afterMiss()
  }
  missReadV(va: I64, result: number): void {
    this.callRaw(this.runtime.ramReadV, [this.base(), va, this.i32(L.ACC_RAM_ONLY)])
    this.afterMiss()
    this.setLocal(result, this.load<V128>(SIMD_LOAD, Q, this.base(), L.DATA))
  }
  missWriteV(va: I64, data: V128): void {
    this.store(SIMD_STORE, this.base(), data, L.DATA)
    this.callRaw(this.runtime.ramWriteV, [this.base(), va, this.i32(L.ACC_RAM_ONLY)])
    this.afterMiss()
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

  // -- control flow ------------------------------------------------------------------------------

  jump(): void {
    this.flow.jump()
  }
  jumpIf(condition: I32): void {
    this.flow.jumpIf(condition)
  }
  jumpTo(address: I64): void {
    this.flow.jumpTo(address)
  }
  hostEnds(): void {
    this.flow.bail()
  }
  host(): void {
    this.flow.bail()
  }
  ends(): void {
    this.flow.bail()
  }
  /** Helpers are pure: a region calls them where it is. */
  helper(name: string, args: readonly I32[]): void {
    const padded = Array.from({ length: HELPER_ARGS }, (_, n) => args[n] ?? this.i32(0))
    this.callRaw(this.runtime.helper, [this.base(), this.i32(HELPER_NAMES.indexOf(name)), ...padded])
  }

  // -- the rare ways of FP -----------------------------------------------------------------------

  override get limits(): FpLimits {
    return this.fpLimits
  }
  override get hasFused(): boolean {
    return hasFused()
  }
  override cold(): void {
    const { seen, view, entry } = this
    for (const n of seen.xRead) this.setField64(L.X + n * L.REG_SIZE, this.local<I64>(this.xLocal(n), W))
    for (const n of seen.vRead)
      this.store(SIMD_STORE, this.base(), this.local(this.vLocal(n), Q), L.V + n * 16)
    const handler = this.i32(view.getUint16(entry, true) & ~REGION_BIT)
    this.callRaw(this.runtime.cold, [this.base(), this.i32(entry), handler])
    for (const n of seen.xWritten) this.setXAt(n, this.field64(L.X + n * L.REG_SIZE))
    for (const n of seen.vWritten) {
      this.setLocal(this.vLocal(n), this.load<V128>(SIMD_LOAD, Q, this.base(), L.V + n * 16))
    }
    this.fpLimits.ifStale(() => this.flow.leaveAfter())
  }
}
