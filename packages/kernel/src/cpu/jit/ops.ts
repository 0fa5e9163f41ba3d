// SPDX-License-Identifier: BSD-2-Clause
//
// The meaning of descriptions in a region: operands are constants of the decoded instruction, registers are
// locals, flags stay unevaluated until somebody needs them, memory is the soft TLB or out. Whatever a region cannot
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
import { alignmentOf, READ_OPS, SIMD_LOAD, SIMD_STORE, TierOps, WRITE_OPS } from "../dsl/tier.ts"
import { HELPER_NAMES } from "../helpers/table.ts"
import { HELPER_ARGS } from "../interp/build.ts"
import * as L from "../layout.ts"
import { hasFused } from "../wasm/fused.ts"
import { OP } from "../wasm/opcodes.ts"
import { SIMD } from "../wasm/simd.ts"
import type { Effects } from "./effects.ts"
import { Limits } from "./fp-limits.ts"
import { bitOfX, bitsOf, CANONICAL, type FlagForm, formNumber, State, xOfBit } from "./state.ts"
import { type Window, Windows } from "./windows.ts"

/** Function indices of what a region calls: exports of the runtime module. */
export interface RegionRuntime {
  readonly ramRead: number
  readonly ramWrite: number
  readonly cold: number
  readonly helper: number
  readonly inPlace: number
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
  /** Has the cold tier run the current instruction in place of what is written of it. */
  inPlace(): void
}

type FlagKind = "add" | "sub" | "logic"

const { I32: I, I64: W, V128: Q } = TYPES
const I64X2_EXTRACT = 0xfd001d
const I64X2_REPLACE = 0xfd001e
const F32X4_EXTRACT = 0xfd001f
const F32X4_REPLACE = 0xfd0020
const F64X2_EXTRACT = 0xfd0021
const F64X2_REPLACE = 0xfd0022

export class JitOps extends TierOps {
  private readonly runtime: RegionRuntime
  flow: RegionFlow
  private readonly view: DataView
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
  readonly flagLocals = {
    nf: this.newLocal(W),
    zf: this.newLocal(W),
    cf: this.newLocal(I),
    vf: this.newLocal(W),
  }
  /** Locals of registers by number; 0 (the parameter): none yet. */
  private readonly xLocals = new Uint16Array(L.REG_DISCARD + 1)
  private readonly vLocals = new Uint16Array(32)
  /** Registers to load at entry: bits as in State. */
  loadedX = 0
  loadedV = 0
  usesFlags = false
  usesUnpriv = false
  private readonly pending = {
    64: { a: this.newLocal(W), b: this.newLocal(W), r: this.newLocal(W) },
    32: { a: this.newLocal(I), b: this.newLocal(I), r: this.newLocal(I) },
  }
  /** Locals of the values that FCMP compared, by width: made when they are needed. */
  private readonly compared = new Map<boolean, readonly [a: number, b: number]>()
  private readonly formLocal = this.newLocal(I)
  state = new State()
  /** Whether what has stayed changed over some ways out is stored on the straight line. */
  stores = true
  private nesting = 0
  /** The register that the instruction at hand addresses memory by, or adds a constant to; -1: none. */
  private baseRegister = -1
  /** What the instruction writes to that register is near what was there. */
  private keepsBase = false
  /** The instruction at hand adds an index to the register. */
  private isIndexed = false
  /** The cold tier runs the instruction at hand, in its place, when RAM is not known to answer. */
  private reachesDevice = false
  readonly windows = new Windows(this)
  readonly fpLimits = new Limits(this)
  /** Registers that the instruction at hand has read and written so far: bits as in State. */
  private readX = 0
  private wroteX = 0
  private readsV = 0
  private wroteV = 0

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

  private number(slot: Slot): number {
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
  private register(n: number): I64 {
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
    this.keepFlags({ kind, wide: isWide })
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
    this.keepFlags({ kind: "float", wide })
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
    switch (cond) {
      case 0:
        return is("eq")
      case 1:
        return is("ne")
      case 2:
      case 5:
        return this.eqz(is("lt"))
      case 3:
      case 4:
        return is("lt")
      case 6:
        return this.eqz(ordered())
      case 7:
        return ordered()
      case 8:
        return this.eqz(is("le"))
      case 9:
        return is("le")
      case 10:
        return is("ge")
      case 11:
        return this.eqz(is("ge"))
      case 12:
        return is("gt")
      case 13:
        return this.eqz(is("gt"))
      default:
        return this.i32(1)
    }
  }
  override if(condition: I32, then: () => void, otherwise?: () => void, likely?: boolean): void {
    this.nesting += 1
    super.if(condition, then, otherwise, likely)
    this.nesting -= 1
  }
  putFlags(nf: I64, zf: I64, cf: I32, vf: I64): void {
    const { flagLocals } = this
    const values = [this.let(nf), this.let(zf), this.let(cf), this.let(vf)] as const
    this.setLocal(flagLocals.nf, values[0])
    this.setLocal(flagLocals.zf, values[1])
    this.setLocal(flagLocals.cf, values[2])
    this.setLocal(flagLocals.vf, values[3])
    this.keepFlags(CANONICAL)
    this.usesFlags = true
  }
  private keepFlags(form: FlagForm): void {
    this.state.flags = form
    this.state.flagsAge = 0
  }
  private get flags(): FlagForm {
    return this.state.flags
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
    switch (cond) {
      case 0:
        return this.eq(a, b)
      case 1:
        return this.ne(a, b)
      case 2:
        return this.geU(a, b)
      case 3:
        return this.ltU(a, b)
      case 4:
        return this.ltS(this.operand("r"), this.constLike(a, 0))
      case 5:
        return this.geS(this.operand("r"), this.constLike(a, 0))
      case 6:
      case 7:
        return super.condition(cond)
      case 8:
        return this.gtU(a, b)
      case 9:
        return this.geU(b, a)
      case 10:
        return this.geS(a, b)
      case 11:
        return this.ltS(a, b)
      case 12:
        return this.gtS(a, b)
      case 13:
        return this.geS(b, a)
      default:
        return this.i32(1)
    }
  }
  /** Writes the flags to their locals where they are only remembered. */
  materialize(): void {
    if (this.flags.kind !== "canonical") this.putFlags(this.nf(), this.zf(), this.cf(), this.vf())
  }
  /**
   * Before ways meet where nobody reads the flags: notes at run time how they are kept. Those in their locals, and
   * compared floats, go to the CPU block.
   */
  noteForm(): void {
    const { flags } = this
    if (flags.kind === "deferred") return
    const isKept = flags.kind === "canonical" || flags.kind === "float"
    if (isKept && this.state.flagsAge >= 0) {
      this.storeFlags()
      this.state.flagsAge = -1
    }
    this.setLocal(this.formLocal, this.i32(formNumber(flags)))
  }
  /** Brings the flags of the CPU block up to date: as they are, or as operands and form for the runtime to settle. */
  storeFlags(): void {
    const { kind } = this.flags
    if (kind === "canonical") {
      this.usesFlags = true
      this.setField64(L.NF, this.local<I64>(this.flagLocals.nf, W))
      this.setField64(L.ZF, this.local<I64>(this.flagLocals.zf, W))
      this.setField32(L.CF_I32, this.local<I32>(this.flagLocals.cf, I))
      this.setField64(L.VF, this.local<I64>(this.flagLocals.vf, W))
      this.setField32(L.FLAG_FORM_I32, this.i32(0))
      return
    }
    if (kind === "float") {
      const [a, b] = this.comparedFloats()
      const op = this.flags.wide ? OP.f64_store : OP.f32_store
      this.store(op, this.base(), a, L.FLAG_FA)
      this.store(op, this.base(), b, L.FLAG_FB)
      return this.setField32(L.FLAG_FORM_I32, this.i32(formNumber(this.flags)))
    }
    const { 64: wide, 32: narrow } = this.pending
    if (kind === "deferred" || this.flags.wide) {
      this.setField64(L.FLAG_A, this.local<I64>(wide.a, W))
      if (kind !== "logic") this.setField64(L.FLAG_B, this.local<I64>(wide.b, W))
    }
    if (kind === "deferred" || !this.flags.wide) {
      this.setField32(L.FLAG_A_I32, this.local<I32>(narrow.a, I))
      if (kind !== "logic") this.setField32(L.FLAG_B_I32, this.local<I32>(narrow.b, I))
    }
    const deferred = kind === "deferred"
    this.setField32(
      L.FLAG_FORM_I32,
      deferred ? this.local<I32>(this.formLocal, I) : this.i32(formNumber(this.flags)),
    )
  }

  // -- ways out ----------------------------------------------------------------------------------

  private storeX(mask: number): void {
    this.loadedX |= mask & ~this.state.definedX
    for (const bit of bitsOf(mask)) {
      const n = xOfBit(bit)
      this.setField64(L.X + n * L.REG_SIZE, this.local<I64>(this.xLocal(n), W))
    }
  }
  private storeV(mask: number): void {
    this.loadedV |= mask & ~this.state.definedV
    for (const n of bitsOf(mask)) {
      this.store(SIMD_STORE, this.base(), this.local<V128>(this.vLocal(n), Q), L.V + n * 16)
    }
  }
  /** Stores the registers that the CPU block does not have, but for these. */
  storeRegisters(exceptX = 0, exceptV = 0): void {
    this.storeX(this.state.allX & ~exceptX)
    this.storeV(this.state.allV & ~exceptV)
  }
  /** Stores what the CPU block does not have; for a way out, after which nothing else is written. */
  storeChanged(): void {
    this.storeRegisters()
    if (this.state.flagsAge >= 0) this.storeFlags()
  }
  /** Before a way out that will hardly ever be taken: stores what has waited for long. */
  private ageChanged(): void {
    if (this.nesting > 0 || !this.stores) return
    this.storeX(this.state.ageX())
    this.storeV(this.state.ageV())
    if (this.state.ageFlags()) this.storeFlags()
  }

  // -- memory ------------------------------------------------------------------------------------

  /** An instruction begins whose base register is in this slot (-1: none). */
  enterInstruction({ base, index, movesBase }: Effects, reachesDevice: boolean, strays: boolean): void {
    // Here, not at its end: what a branch goes on to is written before the branch ends.
    this.readX = 0
    this.wroteX = 0
    this.readsV = 0
    this.wroteV = 0
    this.reachesDevice = reachesDevice
    this.isIndexed = index >= 0
    if (this.isIndexed && strays) base = -1
    this.baseRegister = base < 0 ? -1 : this.number(base as Slot)
    this.keepsBase = movesBase || this.baseRegister === L.REG_SP
  }

  /**
   * Host address of an access to RAM, bound; leaves the region where it cannot be had. The first access by a base
   * register goes through the TLB and leaves a window; those after it look there first.
   */
  private hostAddress(va: I64, table: number, size: number, flags: number): I32 {
    this.ageChanged()
    const result = this.temp(I)
    const aligned = alignmentOf(size, flags)
    const mayKeep = flags === 0 && aligned === 1 && this.nesting === 0 && !this.reachesDevice
    const base = mayKeep ? this.baseRegister : -1
    if (base < 0 || base === L.REG_ZERO || base === L.REG_DISCARD) {
      this.setAddress(va, table, size, aligned, flags, result)
      return this.local<I32>(result, I)
    }
    const window = this.windows.of(table, base, this.isIndexed, size)
    if (!this.looksFirst(table, base)) {
      this.throughTlb(window, va, table, size, result)
      return this.local<I32>(result, I)
    }
    const start = this.local<I64>(window.start, W)
    const offset = this.let(this.sub(va, start))
    this.emit(this.ltU(offset, this.local<I64>(window.room, W)))
    const host = this.add(this.wrap(offset), this.local<I32>(window.host, I))
    this.either(
      () => this.setLocal(result, host),
      () => {
        this.missedWindow(window, this.let(this.add(offset, start)), table, size, result)
      },
    )
    return this.local<I32>(result, I)
  }
  /**
   * Before a loop with this instruction, `entry` being where it is decoded: opens the windows it will look into where
   * its base register points, if none was opened on the way to here. `jumps`: registers that the loop sets anew.
   */
  guessWindows(entry: number, { base, index, loads, stores }: Effects, jumps: number): void {
    const n = this.view.getUint8(entry + L.INSN_REGS_U8 + base)
    if (n === L.REG_ZERO || n === L.REG_DISCARD || (jumps & bitOfX(n)) !== 0) return
    this.isIndexed = index >= 0
    for (const table of [...(loads ? [L.TLB_READ] : []), ...(stores ? [L.TLB_WRITE] : [])]) {
      if (!this.noteWindow(table, n)) {
        this.windows.guess(this.windows.of(table, n, this.isIndexed, 1), this.register(n))
      }
    }
  }
  /** Whether a window was opened on every way to here; from now on it was. */
  private noteWindow(table: number, base: number): boolean {
    const { state } = this
    const bit = bitOfX(base)
    const by = this.isIndexed ? "At" : "By"
    const which = table === L.TLB_READ ? (`reads${by}` as const) : (`writes${by}` as const)
    const known = (state[which] & bit) !== 0
    state[which] |= bit
    return known
  }
  /** Whether an access by this register looks into its window first; from now on others do. */
  private looksFirst(table: number, base: number): boolean {
    return this.noteWindow(table, base) || (this.isIndexed && this.windows.inLoop)
  }
  /** Sets `result` where the window did not know it. */
  private missedWindow(window: Window, va: I64, table: number, size: number, result: number): void {
    const { windows } = this
    if (!windows.notes(window)) {
      // Where a structure lies over the end of a page, every other access comes here.
      this.throughTlb(window, va, table, size, result)
      return
    }
    if (this.isIndexed) this.setAddress(va, table, size, 1, 0, result)
    else this.slowAddress(va, table, size, 0, result)
    windows.note(window, va, size, this.budgetLocal)
  }
  /** Sets `result` by the TLB. */
  private setAddress(
    va: I64,
    table: number,
    size: number,
    aligned: number,
    flags: number,
    result: number,
  ): void {
    const { hit, host } = this.probe(va, table, size, aligned, flags)
    this.emit(hit)
    this.either(
      () => this.setLocal(result, host),
      () => this.slowAddress(va, table, size, flags, result),
    )
  }
  /** Sets `result` by the TLB, and opens the window there. */
  private throughTlb(window: Window, va: I64, table: number, size: number, result: number): void {
    const page = this.let(this.and(this.add(va, this.i64(size - 1)), this.i64(-4096)))
    const offset = this.and(this.wrap(this.shrU(va, this.i64(8))), this.i32(L.TLB_INDEX_MASK << 4))
    const entry = this.let(this.add(this.bank(0), offset))
    this.emit(this.eq(this.load<I64>(OP.i64_load, W, entry, table + L.TLB_TAG), page))
    this.either(
      () => {
        const addend = this.let(this.load<I32>(OP.i32_load, I, entry, table + L.TLB_ADDEND))
        this.windows.open(window, page, addend)
        this.setLocal(result, this.add(this.wrap(va), addend))
      },
      () => this.slowAndOpen(window, va, table, size, result),
    )
  }
  private slowAndOpen(window: Window, va: I64, table: number, size: number, result: number): void {
    this.slowAddress(va, table, size, 0, result)
    const isKnown = this.field64(L.WINDOW_KNOWN)
    this.windows.open(window, this.field64(L.WINDOW_TAG), this.field32(L.WINDOW_ADDEND_I32), isKnown)
  }
  /** On the condition that is on the stack, which mostly holds. */
  private either(then: () => void, otherwise: () => void): void {
    this.hint(true)
    this.open(OP.if)
    then()
    this.out.u8(OP.else)
    otherwise()
    this.end()
  }
  private slowAddress(va: I64, table: number, size: number, flags: number, result: number): void {
    if (this.reachesDevice) return this.flow.inPlace()
    const slow = table === L.TLB_READ ? this.runtime.ramRead : this.runtime.ramWrite
    this.callRaw(slow, [this.base(), va, this.i32(size | ((flags | L.ACC_RAM_ONLY) << 8))])
    this.out.u8(OP.i32_eqz)
    this.hint(false)
    this.open(OP.if)
    this.flow.bail()
    this.end()
    // V8 knows that what it loads has no high half, and so that the way of the hit needs not clear it.
    this.setLocal(result, this.field32(L.SCRATCH))
  }
  read(size: Size, isSigned: boolean, address: I64, flags = 0): I64 {
    const host = this.hostAddress(this.let(address), L.TLB_READ, size, flags)
    return this.let(this.load<I64>(READ_OPS[size][isSigned ? 1 : 0], W, host))
  }
  write(size: Size, address: I64, value: I64, flags = 0): void {
    this.store(WRITE_OPS[size], this.hostAddress(this.let(address), L.TLB_WRITE, size, flags), value)
  }
  readPair(size: 4 | 8, isSigned: boolean, address: I64): readonly [I64, I64] {
    const host = this.hostAddress(this.let(address), L.TLB_READ, size * 2, 0)
    const op = READ_OPS[size][isSigned ? 1 : 0]
    return [this.let(this.load<I64>(op, W, host)), this.let(this.load<I64>(op, W, host, size))]
  }
  writePair(size: 4 | 8, address: I64, low: I64, high: I64): void {
    const host = this.hostAddress(this.let(address), L.TLB_WRITE, size * 2, 0)
    this.store(WRITE_OPS[size], host, low)
    this.store(WRITE_OPS[size], host, high, size)
  }
  touch(address: I64): void {
    this.hostAddress(this.let(address), L.TLB_READ, 1, 0)
  }
  zeroBlock(address: I64): void {
    const va = this.let(this.and(address, this.i64(-L.ZVA_SIZE)))
    this.zero(this.hostAddress(va, L.TLB_WRITE, L.ZVA_SIZE, L.ACC_ALIGNED))
  }
  override loadLow(slot: Slot, size: 4 | 8, address: I64): void {
    const host = this.hostAddress(this.let(address), L.TLB_READ, size, 0)
    const op = size === 8 ? SIMD.v128_load64_zero : SIMD.v128_load32_zero
    this.setV(slot, this.load<V128>(op, Q, host))
  }
  override storeLow(slot: Slot, size: 4 | 8, address: I64): void {
    const host = this.hostAddress(this.let(address), L.TLB_WRITE, size, 0)
    if (size === 8) this.store(OP.f64_store, host, this.d(slot))
    else this.store(OP.f32_store, host, this.s(slot))
  }
  override readVPair(address: I64): readonly [V128, V128] {
    const host = this.hostAddress(this.let(address), L.TLB_READ, 32, 0)
    return [this.let(this.load<V128>(SIMD_LOAD, Q, host)), this.let(this.load<V128>(SIMD_LOAD, Q, host, 16))]
  }
  override writeVPair(address: I64, low: V128, high: V128): void {
    const host = this.hostAddress(this.let(address), L.TLB_WRITE, 32, 0)
    this.store(SIMD_STORE, host, low)
    this.store(SIMD_STORE, host, high, 16)
  }
  readV(address: I64): V128 {
    const host = this.hostAddress(this.let(address), L.TLB_READ, 16, 0)
    return this.let(this.load<V128>(SIMD_LOAD, Q, host))
  }
  writeV(address: I64, value: V128): void {
    this.store(SIMD_STORE, this.hostAddress(this.let(address), L.TLB_WRITE, 16, 0), value)
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

  /** Calls the cold tier's handler of the instruction at hand, the CPU block being true; binds the answer. */
  callInPlace(): I32 {
    const decoded = this.add(this.decodedPage(this.page), this.i32(this.index * L.INSN_SIZE))
    return this.call<I32>(this.runtime.inPlace, I, [this.base(), decoded, this.i32(this.handlerAt())])
  }
  /** Takes over what the cold tier has written to registers: slots of general ones, numbers, slots of vectors. */
  reload({ writesX, writesFixed, writesV }: Effects): void {
    for (const n of [...writesX.map((slot) => this.number(slot as Slot)), ...writesFixed]) {
      if (n !== L.REG_DISCARD) this.setLocal(this.xLocal(n), this.field64(L.X + n * L.REG_SIZE))
    }
    for (const { slot, plus } of writesV) {
      const n = (this.number(slot as Slot) + plus) & 31
      this.setLocal(this.vLocal(n), this.load<V128>(SIMD_LOAD, Q, this.base(), L.V + n * 16))
    }
  }
  private handlerAt(): number {
    return this.view.getUint16(this.entry, true) & ~REGION_BIT
  }

  // -- the rare ways of FP -----------------------------------------------------------------------

  override get limits(): FpLimits {
    return this.fpLimits
  }
  override get hasFused(): boolean {
    return hasFused()
  }
  override cold(): void {
    const { wroteX, wroteV } = this
    this.storeX(this.readX)
    this.storeV(this.readsV)
    const handler = this.i32(this.handlerAt())
    const decoded = this.add(this.decodedPage(this.page), this.i32(this.index * L.INSN_SIZE))
    this.callRaw(this.runtime.cold, [this.base(), decoded, handler])
    for (const bit of bitsOf(wroteX)) {
      const n = xOfBit(bit)
      this.setXAt(n, this.field64(L.X + n * L.REG_SIZE))
    }
    for (const n of bitsOf(wroteV)) {
      this.setLocal(this.vLocal(n), this.load<V128>(SIMD_LOAD, Q, this.base(), L.V + n * 16))
    }
    this.fpLimits.ifStale(() => this.flow.leaveAfter())
  }
}
