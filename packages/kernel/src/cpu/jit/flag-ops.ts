// SPDX-License-Identifier: BSD-2-Clause
//
// The flags of a region: they stay unevaluated, as the operands of what set them, until somebody needs them.

import { type I32, type I64, type Int, TYPES, type Value } from "../dsl/code.ts"
import * as L from "../layout.ts"
import { OP } from "../wasm/opcodes.ts"
import { RegisterOps } from "./register-ops.ts"
import { CANONICAL, type FlagForm, formNumber } from "./state.ts"

type FlagKind = "add" | "sub" | "logic"

const { I32: I, I64: W } = TYPES

export abstract class FlagOps extends RegisterOps {
  readonly flagLocals = {
    nf: this.newLocal(W),
    zf: this.newLocal(W),
    cf: this.newLocal(I),
    vf: this.newLocal(W),
  }
  usesFlags = false
  private readonly pending = {
    64: { a: this.newLocal(W), b: this.newLocal(W), r: this.newLocal(W) },
    32: { a: this.newLocal(I), b: this.newLocal(I), r: this.newLocal(I) },
  }
  /** Locals of the values that FCMP compared, by width: made when they are needed. */
  private readonly compared = new Map<boolean, readonly [a: number, b: number]>()
  private readonly formLocal = this.newLocal(I)

  override if(condition: I32, then: () => void, otherwise?: () => void, likely?: boolean): void {
    this.nesting += 1
    super.if(condition, then, otherwise, likely)
    this.nesting -= 1
  }

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
}
