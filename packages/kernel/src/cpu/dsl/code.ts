// SPDX-License-Identifier: BSD-2-Clause
//
// A function body under construction: pure expressions as nodes in flat arrays, folded where their operands
// are constants, and statements that write WebAssembly at once. A node is written when a statement uses it,
// so a value that is used twice, or after what it was read from has changed, is bound with `let` first.
// Nodes and temporaries live until `endInstruction`.

import { ByteWriter } from "../wasm/bytes.ts"
import type { BranchHint } from "../wasm/module.ts"
import { EMPTY_BLOCK, F32, F64, I32, I64, OP, V128 } from "../wasm/opcodes.ts"
import { fold32, fold64, foldedHigh } from "./fold.ts"

/** Expressions by type: indices of nodes, told apart by the compiler. */
export type I32 = number & { readonly type: "i32" }
export type I64 = number & { readonly type: "i64" }
export type F32 = number & { readonly type: "f32" }
export type F64 = number & { readonly type: "f64" }
export type V128 = number & { readonly type: "v128" }
export type Int = I32 | I64
export type Value = I32 | I64 | F32 | F64 | V128

/** A structured label: the depth at which its block was opened. */
export type Label = number & { readonly label: true }

const CONST = 1
const LOCAL = 2
const UNARY = 3
const BINARY = 4
const TERNARY = 5
const LOAD = 6
const LANE = 7
const V128_CONST = 8
const SHUFFLE = 9

const POOL = 1 << 14

/** Nodes of the instruction at hand. One function is written at a time, so one set serves all. */
const POOLS = {
  kind: new Uint8Array(POOL),
  op: new Int32Array(POOL),
  typeOf: new Uint8Array(POOL),
  a: new Int32Array(POOL),
  b: new Int32Array(POOL),
  c: new Int32Array(POOL),
}

export class Code {
  /** Where code goes; may be exchanged while no block is open. */
  out: ByteWriter
  private readonly kind = POOLS.kind
  private readonly op = POOLS.op
  private readonly typeOf = POOLS.typeOf
  private readonly a = POOLS.a
  private readonly b = POOLS.b
  private readonly c = POOLS.c
  private nodes = 0
  private readonly patterns: Array<readonly number[]> = []
  private readonly params: number
  readonly localTypes: number[] = []
  /** How branches are likely to go, by their places in `out`. */
  hints: BranchHint[] = []
  private readonly free = new Map<number, number[]>()
  private readonly used: Array<{ type: number; index: number }> = []
  private depth = 0

  /** `params` is the number of parameters of the function; they are locals 0 .. params-1. */
  constructor(params: number, out = new ByteWriter(1 << 12)) {
    this.params = params
    this.out = out
  }

  // -- nodes ------------------------------------------------------------------------------------

  private node(kind: number, op: number, type: number, a: number, b: number, c: number): number {
    const id = this.nodes++
    if (id >= POOL) throw new Error("instruction too large for the node pool")
    this.kind[id] = kind
    this.op[id] = op
    this.typeOf[id] = type
    this.a[id] = a
    this.b[id] = b
    this.c[id] = c
    return id
  }

  type(value: Value): number {
    return this.typeOf[value]
  }

  isConst(value: Value): boolean {
    return this.kind[value] === CONST
  }

  /** Low word of a constant. */
  lo(value: Value): number {
    return this.a[value]
  }

  hi(value: Value): number {
    return this.b[value]
  }

  i32(value: number): I32 {
    return this.node(CONST, 0, I32, value | 0, 0, 0) as I32
  }

  /** A 64-bit constant; `hi` defaults to the sign of a safe integer `lo`. */
  i64(lo: number, hi = Math.floor(lo / 0x1_0000_0000)): I64 {
    return this.node(CONST, 0, I64, lo | 0, hi | 0, 0) as I64
  }

  local<T extends Value>(index: number, type: number): T {
    return this.node(LOCAL, 0, type, index, 0, 0) as T
  }

  /** A constant of the width of `like`. */
  constLike<T extends Int>(like: T, lo: number): T {
    return (this.typeOf[like] === I64 ? this.i64(lo) : this.i32(lo)) as T
  }

  unary<T extends Value>(op: number, type: number, a: Value): T {
    return this.node(UNARY, op, type, a, 0, 0) as T
  }

  binary<T extends Value>(op: number, type: number, a: Value, b: Value): T {
    if (this.kind[a] === CONST && this.kind[b] === CONST) {
      if (this.typeOf[a] === I32) {
        const folded = fold32(op, this.a[a], this.a[b])
        if (folded !== undefined) return this.i32(folded) as T
      } else {
        const folded = fold64(op, this.a[a], this.b[a], this.a[b], this.b[b])
        if (folded !== undefined) {
          return (type === I64 ? this.i64(folded, foldedHigh()) : this.i32(folded)) as T
        }
      }
    }
    return this.node(BINARY, op, type, a, b, 0) as T
  }

  ternary<T extends Value>(op: number, type: number, a: Value, b: Value, c: Value): T {
    return this.node(TERNARY, op, type, a, b, c) as T
  }

  /** A load (or other memory read) of raw memory: no effect on order is promised, bind with `let`. */
  load<T extends Value>(op: number, type: number, address: I32, offset = 0): T {
    return this.node(LOAD, op, type, address, offset, 0) as T
  }

  /** A vector instruction with a lane immediate. */
  laneOp<T extends Value>(op: number, type: number, a: Value, b: Value | -1, lane: number): T {
    return this.node(LANE, op, type, a, b, lane) as T
  }

  /** A 128-bit constant from four words, low first. */
  v128(w0: number, w1: number, w2: number, w3: number): V128 {
    const low = this.node(CONST, 0, I64, w0 | 0, w1 | 0, 0)
    const high = this.node(CONST, 0, I64, w2 | 0, w3 | 0, 0)
    return this.node(V128_CONST, 0, V128, low, high, 0) as V128
  }

  /** Sixteen bytes picked from a (0 .. 15) and b (16 .. 31) by a constant pattern. */
  shuffle(a: V128, b: V128, pattern: readonly number[]): V128 {
    return this.node(SHUFFLE, 0xfd000d, V128, a, b, this.patterns.push(pattern) - 1) as V128
  }

  private int<T extends Int>(op32: number, op64: number, a: T, b: T): T {
    const wide = this.typeOf[a] === I64
    if (wide !== (this.typeOf[b] === I64)) throw new Error("operands of different widths")
    return this.binary<T>(wide ? op64 : op32, wide ? I64 : I32, a, b)
  }

  private isZero(value: Value): boolean {
    return this.kind[value] === CONST && this.a[value] === 0 && this.b[value] === 0
  }

  add<T extends Int>(a: T, b: T): T {
    if (this.isZero(a)) return b
    return this.isZero(b) ? a : this.int(OP.i32_add, OP.i64_add, a, b)
  }
  sub<T extends Int>(a: T, b: T): T {
    return this.isZero(b) ? a : this.int(OP.i32_sub, OP.i64_sub, a, b)
  }
  mul<T extends Int>(a: T, b: T): T {
    return this.int(OP.i32_mul, OP.i64_mul, a, b)
  }
  and<T extends Int>(a: T, b: T): T {
    return this.int(OP.i32_and, OP.i64_and, a, b)
  }
  or<T extends Int>(a: T, b: T): T {
    if (this.isZero(a)) return b
    return this.isZero(b) ? a : this.int(OP.i32_or, OP.i64_or, a, b)
  }
  xor<T extends Int>(a: T, b: T): T {
    if (this.isZero(a)) return b
    return this.isZero(b) ? a : this.int(OP.i32_xor, OP.i64_xor, a, b)
  }
  shl<T extends Int>(a: T, b: T): T {
    return this.isZero(b) ? a : this.int(OP.i32_shl, OP.i64_shl, a, b)
  }
  shrU<T extends Int>(a: T, b: T): T {
    return this.isZero(b) ? a : this.int(OP.i32_shr_u, OP.i64_shr_u, a, b)
  }
  shrS<T extends Int>(a: T, b: T): T {
    return this.isZero(b) ? a : this.int(OP.i32_shr_s, OP.i64_shr_s, a, b)
  }
  /** Both are the same local, or the low half of it. */
  same(a: Int, b: Int): boolean {
    const kind = this.kind[a]
    if (kind !== this.kind[b] || this.op[a] !== this.op[b] || this.typeOf[a] !== this.typeOf[b]) return false
    return kind === UNARY
      ? this.same(this.a[a] as Int, this.a[b] as Int)
      : kind === LOCAL && this.a[a] === this.a[b]
  }
  rotr<T extends Int>(a: T, b: T): T {
    return this.isZero(b) ? a : this.int(OP.i32_rotr, OP.i64_rotr, a, b)
  }
  divU<T extends Int>(a: T, b: T): T {
    return this.int(OP.i32_div_u, OP.i64_div_u, a, b)
  }
  divS<T extends Int>(a: T, b: T): T {
    return this.int(OP.i32_div_s, OP.i64_div_s, a, b)
  }
  not<T extends Int>(a: T): T {
    return this.xor(a, this.constLike(a, -1))
  }
  neg<T extends Int>(a: T): T {
    return this.int(OP.i32_sub, OP.i64_sub, this.constLike(a, 0), a)
  }
  clz<T extends Int>(a: T): T {
    const wide = this.typeOf[a] === I64
    return this.unary<T>(wide ? OP.i64_clz : OP.i32_clz, wide ? I64 : I32, a)
  }

  private compare(op32: number, op64: number, a: Int, b: Int): I32 {
    if (this.typeOf[a] !== this.typeOf[b]) throw new Error("operands of different widths")
    return this.binary<I32>(this.typeOf[a] === I64 ? op64 : op32, I32, a, b)
  }

  eq<T extends Int>(a: T, b: T): I32 {
    return this.compare(OP.i32_eq, OP.i64_eq, a, b)
  }
  ne<T extends Int>(a: T, b: T): I32 {
    return this.compare(OP.i32_ne, OP.i64_ne, a, b)
  }
  ltU<T extends Int>(a: T, b: T): I32 {
    return this.compare(OP.i32_lt_u, OP.i64_lt_u, a, b)
  }
  ltS<T extends Int>(a: T, b: T): I32 {
    return this.compare(OP.i32_lt_s, OP.i64_lt_s, a, b)
  }
  geU<T extends Int>(a: T, b: T): I32 {
    return this.compare(OP.i32_ge_u, OP.i64_ge_u, a, b)
  }
  geS<T extends Int>(a: T, b: T): I32 {
    return this.compare(OP.i32_ge_s, OP.i64_ge_s, a, b)
  }
  gtS<T extends Int>(a: T, b: T): I32 {
    return this.compare(OP.i32_gt_s, OP.i64_gt_s, a, b)
  }
  gtU<T extends Int>(a: T, b: T): I32 {
    return this.compare(OP.i32_gt_u, OP.i64_gt_u, a, b)
  }
  eqz(a: Int): I32 {
    if (this.kind[a] === CONST) return this.i32(this.isZero(a) ? 1 : 0)
    return this.unary<I32>(this.typeOf[a] === I64 ? OP.i64_eqz : OP.i32_eqz, I32, a)
  }

  /** Low 32 bits of a 64-bit value. */
  wrap(a: I64): I32 {
    if (this.kind[a] === CONST) return this.i32(this.a[a])
    if (
      this.kind[a] === UNARY &&
      (this.op[a] === OP.i64_extend_i32_u || this.op[a] === OP.i64_extend_i32_s)
    ) {
      return this.a[a] as I32
    }
    return this.unary<I32>(OP.i32_wrap_i64, I32, a)
  }
  extendU(a: I32): I64 {
    if (this.kind[a] === CONST) return this.i64(this.a[a], 0)
    return this.unary<I64>(OP.i64_extend_i32_u, I64, a)
  }
  extendS(a: I32): I64 {
    if (this.kind[a] === CONST) return this.i64(this.a[a], this.a[a] >> 31)
    return this.unary<I64>(OP.i64_extend_i32_s, I64, a)
  }
  /** condition ? yes : no; both are evaluated. */
  select<T extends Value>(condition: I32, yes: T, no: T): T {
    if (this.kind[condition] === CONST) return this.a[condition] !== 0 ? yes : no
    return this.ternary<T>(OP.select, this.typeOf[yes], yes, no, condition)
  }

  // -- writing ----------------------------------------------------------------------------------

  /** Writes the expression: its value is on the stack. */
  emit(value: Value): void {
    const out = this.out
    const op = this.op[value]
    switch (this.kind[value]) {
      case CONST:
        if (this.typeOf[value] === I32) {
          out.u8(OP.i32_const)
          out.s32(this.a[value])
        } else {
          out.u8(OP.i64_const)
          out.s64(this.a[value], this.b[value])
        }
        return
      case LOCAL:
        out.u8(OP.local_get)
        out.u32(this.a[value])
        return
      case UNARY:
        this.emit(this.a[value] as Value)
        this.opcode(op)
        return
      case BINARY:
        this.emit(this.a[value] as Value)
        this.emit(this.b[value] as Value)
        this.opcode(op)
        return
      case TERNARY:
        this.emit(this.a[value] as Value)
        this.emit(this.b[value] as Value)
        this.emit(this.c[value] as Value)
        this.opcode(op)
        return
      case LOAD:
        this.emit(this.a[value] as Value)
        this.opcode(op)
        this.memarg(this.b[value])
        return
      default:
        this.emitVector(value, op)
    }
  }

  private emitVector(value: Value, op: number): void {
    if (this.kind[value] === LANE) {
      this.emit(this.a[value] as Value)
      if (this.b[value] >= 0) this.emit(this.b[value] as Value)
      this.opcode(op)
      this.out.u8(this.c[value])
      return
    }
    if (this.kind[value] === SHUFFLE) {
      this.emit(this.a[value] as Value)
      this.emit(this.b[value] as Value)
      this.opcode(op)
      for (const lane of this.patterns[this.c[value]]) this.out.u8(lane)
      return
    }
    this.opcode(0xfd000c)
    for (const half of [this.a[value], this.b[value]]) {
      for (const word of [this.a[half], this.b[half]]) {
        for (let shift = 0; shift < 32; shift += 8) this.out.u8((word >>> shift) & 0xff)
      }
    }
  }

  /** An opcode, with its prefix where it has one. */
  opcode(op: number): void {
    if (op < 0x100) {
      this.out.u8(op)
    } else {
      this.out.u8(op >>> 16)
      this.out.u32(op & 0xffff)
    }
  }

  memarg(offset: number): void {
    this.out.u8(0) // alignment hint: none promised
    this.out.u32(offset)
  }

  // -- locals -----------------------------------------------------------------------------------

  /** A local of this type that lives as long as the function. */
  newLocal(type: number): number {
    this.localTypes.push(type)
    return this.params + this.localTypes.length - 1
  }

  /** A local of this type until the end of the instruction. */
  temp(type: number): number {
    const index = this.free.get(type)?.pop() ?? this.newLocal(type)
    this.used.push({ type, index })
    return index
  }

  setLocal(index: number, value: Value): void {
    this.emit(value)
    this.out.u8(OP.local_set)
    this.out.u32(index)
  }

  /** Evaluates now, once: the result may be used any number of times. */
  let<T extends Value>(value: T): T {
    if (this.kind[value] === CONST) return value
    const index = this.temp(this.typeOf[value])
    this.setLocal(index, value)
    return this.local<T>(index, this.typeOf[value])
  }

  /** The same of what no local holds; a local has to stay as it is as long as the result is used. */
  letOrLocal<T extends Value>(value: T): T {
    return this.kind[value] === LOCAL ? value : this.let(value)
  }

  /** Frees nodes and temporaries; values made before may not be used after. */
  endInstruction(): void {
    this.nodes = 0
    this.patterns.length = 0
    for (const { type, index } of this.used) {
      const list = this.free.get(type)
      if (list === undefined) this.free.set(type, [index])
      else list.push(index)
    }
    this.used.length = 0
  }

  // -- statements -------------------------------------------------------------------------------

  /** Stores to raw memory. */
  store(op: number, address: I32, value: Value, offset = 0): void {
    this.emit(address)
    this.emit(value)
    this.opcode(op)
    this.memarg(offset)
  }

  /** Opens a block, loop or if (whose condition is on the stack); `end` closes it. */
  open(op: number, result = EMPTY_BLOCK): Label {
    this.out.u8(op)
    this.out.u8(result)
    return this.depth++ as Label
  }

  end(): void {
    this.out.u8(OP.end)
    this.depth -= 1
  }

  br(label: Label): void {
    this.out.u8(OP.br)
    this.out.u32(this.depth - 1 - label)
  }

  /** `likely`: whether the branch is expected to be taken, where that is known. */
  brIf(condition: I32, label: Label, likely?: boolean): void {
    this.emit(condition)
    if (likely !== undefined) this.hint(likely)
    this.out.u8(OP.br_if)
    this.out.u32(this.depth - 1 - label)
  }

  /** br_table over `index` to these labels, the last being the default. */
  brTable(index: I32, labels: readonly Label[], otherwise: Label): void {
    this.emit(index)
    this.out.u8(OP.br_table)
    this.out.u32(labels.length)
    for (const label of labels) this.out.u32(this.depth - 1 - label)
    this.out.u32(this.depth - 1 - otherwise)
  }

  /** Says how the `if` or `br_if` that is written next is likely to go; its condition is on the stack. */
  hint(likely: boolean): void {
    this.hints.push({ at: this.out.length, likely })
  }

  /** `likely`: whether the condition is expected to hold, where that is known. */
  if(condition: I32, then: () => void, otherwise?: () => void, likely?: boolean): void {
    this.emit(condition)
    if (likely !== undefined) this.hint(likely)
    this.open(OP.if)
    then()
    if (otherwise !== undefined) {
      this.out.u8(OP.else)
      otherwise()
    }
    this.end()
  }

  /** Calls a function; results stay on the stack. */
  callRaw(index: number, args: readonly Value[]): void {
    for (const arg of args) this.emit(arg)
    this.out.u8(OP.call)
    this.out.u32(index)
  }

  /** Calls a function with one result, bound at once. */
  call<T extends Value>(index: number, type: number, args: readonly Value[]): T {
    this.callRaw(index, args)
    const local = this.temp(type)
    this.out.u8(OP.local_set)
    this.out.u32(local)
    return this.local<T>(local, type)
  }

  /** Calls a function of this type through table 0. */
  callIndirect<T extends Value>(typeIndex: number, type: number, args: readonly Value[], target: I32): T {
    for (const arg of args) this.emit(arg)
    this.emit(target)
    this.out.u8(OP.call_indirect)
    this.out.u32(typeIndex)
    this.out.u8(0)
    const local = this.temp(type)
    this.out.u8(OP.local_set)
    this.out.u32(local)
    return this.local<T>(local, type)
  }

  return(value?: Value): void {
    if (value !== undefined) this.emit(value)
    this.out.u8(OP.return)
  }
}

export const TYPES = { I32, I64, F32, F64, V128 } as const
