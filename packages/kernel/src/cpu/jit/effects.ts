// SPDX-License-Identifier: BSD-2-Clause
//
// What a handler reads and writes of registers and flags, found by running its description once with
// operations that only take notes. This decides what a region loads, stores and may forget.

import { type I32, type I64, type Int, TYPES, type V128 } from "../dsl/code.ts"
import type { Size, Slot } from "../dsl/ops.ts"
import { TierOps } from "../dsl/tier.ts"
import type { Handler } from "../a64/decoder.ts"

/** A vector operand: its slot, and how many registers further on. */
export interface VectorOperand {
  readonly slot: number
  readonly plus: number
}

export interface Effects {
  readonly readsFlags: boolean
  readonly writesFlags: boolean
  readonly readsX: readonly number[]
  readonly writesX: readonly number[]
  /** Registers by number that are written whatever the operands. */
  readonly writesFixed: readonly number[]
  readonly readsV: readonly VectorOperand[]
  readonly writesV: readonly VectorOperand[]
  /** Slot of the register that memory is addressed by, or that a constant is added to; -1: none. */
  readonly base: number
  /** Slot of the register that is added to that one for the address; -1: none. */
  readonly index: number
  /** What is written to the base register lies near what was there. */
  readonly movesBase: boolean
  /** Accesses to memory: as often a region may have to be left. */
  readonly accesses: number
  /** Bytes of an access that is no pair. */
  readonly bytes: number
  readonly loads: boolean
  readonly stores: boolean
}

class NoteOps extends TierOps {
  readsFlags = false
  writesFlags = false
  accesses = 0
  bytes = 0
  loads = false
  stores = false
  readonly readsX = new Set<number>()
  readonly writesX = new Set<number>()
  readonly writesFixed = new Set<number>()
  readonly readsV = new Map<number, VectorOperand>()
  readonly writesV = new Map<number, VectorOperand>()
  private nesting = 0

  private i(): I32 {
    return this.local<I32>(0, TYPES.I32)
  }
  private l(): I64 {
    return this.local<I64>(1, TYPES.I64)
  }
  private q(): V128 {
    return this.local<V128>(2, TYPES.V128)
  }
  /** A write on one way only leaves the old value on the other: it reads besides. */
  override if(condition: I32, then: () => void, otherwise?: () => void): void {
    this.nesting += 1
    super.if(condition, then, otherwise)
    this.nesting -= 1
  }
  override adds<T extends Int>(a: T): T {
    this.noteFlags()
    return a
  }
  override subs<T extends Int>(a: T): T {
    this.noteFlags()
    return a
  }
  override adcs<T extends Int>(a: T): T {
    this.readsFlags = true
    this.noteFlags()
    return a
  }
  override logicFlags<T extends Int>(a: T): T {
    this.noteFlags()
    return a
  }
  override setNzcv(): void {
    this.noteFlags()
  }
  override floatFlags(): void {
    this.noteFlags()
  }
  private noteFlags(): void {
    if (this.nesting > 0) this.readsFlags = true
    this.writesFlags = true
  }
  override carry(): I32 {
    this.readsFlags = true
    return this.i()
  }
  override condition(): I32 {
    this.readsFlags = true
    return this.i()
  }
  override nzcv(): I32 {
    this.readsFlags = true
    return this.i()
  }
  read(size: Size): I64 {
    this.accesses += 1
    this.bytes = size
    this.loads = true
    return this.l()
  }
  write(size: Size): void {
    this.accesses += 1
    this.bytes = size
    this.stores = true
  }
  readPair(): readonly [I64, I64] {
    this.accesses += 1
    this.loads = true
    return [this.l(), this.l()]
  }
  writePair(): void {
    this.accesses += 1
    this.stores = true
  }
  touch(): void {
    this.accesses += 1
  }
  zeroBlock(): void {
    this.accesses += 1
  }
  readV(): V128 {
    this.accesses += 1
    this.bytes = 16
    this.loads = true
    return this.q()
  }
  writeV(): void {
    this.accesses += 1
    this.bytes = 16
    this.stores = true
  }
  base = () => this.i()
  bank = () => this.i()
  nf = () => this.l()
  zf = () => this.l()
  cf = () => this.i()
  vf = () => this.l()
  putFlags(): void {
    this.noteFlags()
  }
  imm = () => this.l()
  imm32 = () => this.i()
  immHigh32 = () => this.i()
  small = () => this.i()
  pc = () => this.l()
  x(slot: Slot): I64 {
    this.readsX.add(slot)
    return this.l()
  }
  setX(slot: Slot): void {
    if (this.nesting > 0) this.readsX.add(slot)
    this.writesX.add(slot)
  }
  setXAt(n: number): void {
    if (this.nesting > 0) throw new Error("a register by number is written on one way only")
    this.writesFixed.add(n)
  }
  v(slot: Slot, plus = 0): V128 {
    this.readsV.set(slot * 32 + plus, { slot, plus })
    return this.q()
  }
  setV(slot: Slot, _value?: V128, plus = 0): void {
    if (this.nesting > 0) this.v(slot, plus)
    this.writesV.set(slot * 32 + plus, { slot, plus })
  }
  vLow(slot: Slot): I64 {
    this.v(slot)
    return this.l()
  }
  setVLow(slot: Slot): void {
    this.setV(slot)
  }
  field32 = () => this.i()
  setField32(): void {}
  field64 = () => this.l()
  setField64(): void {}
  fieldAt = () => this.l()
  setFieldAt(): void {}
  jump(): void {}
  jumpIf(): void {}
  jumpTo(): void {}
  hostEnds(): void {}
  host(): void {}
  ends(): void {}
  helper(): void {}
}

/** By handler number; another decoder's handler of the same number is another object. */
const known: Array<{ readonly handler: Handler; readonly effects: Effects } | undefined> = []

export function effectsOf(handler: Handler): Effects {
  const before = known[handler.id]
  if (before?.handler === handler) return before.effects
  const o = new NoteOps(3)
  handler.row.meaning(o, handler.regs, handler.split)
  const isIndexed = handler.row.name.startsWith("LDR/STR (register")
  const effects = {
    readsFlags: o.readsFlags,
    writesFlags: o.writesFlags,
    readsX: [...o.readsX],
    writesX: [...o.writesX],
    writesFixed: [...o.writesFixed],
    readsV: [...o.readsV.values()],
    writesV: [...o.writesV.values()],
    base: /\(register/.test(handler.row.name) && !isIndexed ? -1 : (handler.regs["n"] ?? -1),
    index: isIndexed ? (handler.regs["m"] ?? -1) : -1,
    accesses: o.accesses,
    bytes: o.bytes,
    loads: o.loads,
    stores: o.stores,
    movesBase: /index|^ADD\/SUB \(immediate\)/.test(handler.row.name),
  }
  known[handler.id] = { handler, effects }
  return effects
}
