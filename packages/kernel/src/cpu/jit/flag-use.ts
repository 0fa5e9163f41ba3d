// SPDX-License-Identifier: BSD-2-Clause
//
// Which handlers read and which write the flags, found by running their descriptions once with operations
// that only take notes. What this says decides where the translator may forget flags.

import { type I32, type I64, type Int, TYPES, type V128 } from "../dsl/code.ts"
import type { Size, Slot } from "../dsl/ops.ts"
import { TierOps } from "../dsl/tier.ts"
import type { Handler } from "../a64/decoder.ts"

export interface FlagUse {
  readonly reads: boolean
  readonly writes: boolean
}

class NoteOps extends TierOps {
  reads = false
  writes = false

  private i(): I32 {
    return this.local<I32>(0, TYPES.I32)
  }
  private l(): I64 {
    return this.local<I64>(1, TYPES.I64)
  }
  private q(): V128 {
    return this.local<V128>(2, TYPES.V128)
  }
  override adds<T extends Int>(a: T): T {
    this.writes = true
    return a
  }
  override subs<T extends Int>(a: T): T {
    this.writes = true
    return a
  }
  override adcs<T extends Int>(a: T): T {
    this.reads = true
    this.writes = true
    return a
  }
  override logicFlags<T extends Int>(a: T): T {
    this.writes = true
    return a
  }
  override setNzcv(): void {
    this.writes = true
  }
  override floatFlags(): void {
    this.writes = true
  }
  override carry(): I32 {
    this.reads = true
    return this.i()
  }
  override condition(): I32 {
    this.reads = true
    return this.i()
  }
  override nzcv(): I32 {
    this.reads = true
    return this.i()
  }
  override read(): I64 {
    return this.l()
  }
  override write(): void {}
  override readV(): V128 {
    return this.q()
  }
  override writeV(): void {}
  base = () => this.i()
  bank = () => this.i()
  nf = () => this.l()
  zf = () => this.l()
  cf = () => this.i()
  vf = () => this.l()
  putFlags(): void {}
  missRead(_size: Size): void {}
  missWrite(): void {}
  missReadV(): void {}
  missWriteV(): void {}
  imm = () => this.l()
  imm32 = () => this.i()
  immHigh32 = () => this.i()
  small = () => this.i()
  pc = () => this.l()
  x(_slot: Slot): I64 {
    return this.l()
  }
  setX(): void {}
  setXAt(): void {}
  v = () => this.q()
  setV(): void {}
  vLow = () => this.l()
  setVLow(): void {}
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

const known = new WeakMap<Handler, FlagUse>()

export function flagUse(handler: Handler): FlagUse {
  const before = known.get(handler)
  if (before !== undefined) return before
  const o = new NoteOps(3)
  handler.row.meaning(o, handler.regs, handler.split)
  const use = { reads: o.reads, writes: o.writes }
  known.set(handler, use)
  return use
}
