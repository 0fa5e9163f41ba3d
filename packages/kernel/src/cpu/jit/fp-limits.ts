// SPDX-License-Identifier: BSD-2-Clause
//
// The limits of FP results that a region keeps in locals, loaded at entry from FPCR and FPSR. Comparing a
// result with its limit asks for its range and for the mode at once. Both registers change in a region only
// through the cold tier, which sets bits of FPSR and clears none, so a limit is never too generous; one that
// has become too strict makes the region leave, to be entered with better ones.

import { type I32, TYPES, type Value } from "../dsl/code.ts"
import { type FpLimits, NORMAL_END } from "../dsl/fp-limits.ts"
import type { Ops } from "../dsl/ops.ts"
import { FPCR_I32, FPSR_I32 } from "../layout.ts"
import { IXC } from "../softfp/format.ts"
import { OP } from "../wasm/opcodes.ts"
import { splatOpcode } from "../wasm/simd.ts"

const { I32: I, I64: W, F32, F64, V128: Q } = TYPES

interface Limit {
  readonly local: number
  readonly type: number
  readonly value: (o: Ops, isOn: I32) => Value
  readonly needsInexact: boolean
}

export class Limits implements FpLimits {
  private readonly o: Ops
  private readonly known = new Map<string, Limit>()
  private inexactLocal: number | undefined

  constructor(o: Ops) {
    this.o = o
  }

  private limit(key: string, type: number, needsInexact: boolean, value: Limit["value"]): Value {
    let found = this.known.get(key)
    if (found === undefined) {
      found = { local: this.o.newLocal(type), type, value, needsInexact }
      this.known.set(key, found)
      if (needsInexact) this.isInexact()
    }
    return this.o.local(found.local, type)
  }
  private infinity(name: string, wide: boolean, isVector: boolean, needsInexact: boolean): Value {
    const type = isVector ? Q : wide ? F64 : F32
    return this.limit(`${name} ${wide} ${isVector}`, type, needsInexact, (o, isOn) => {
      // The quiet NaN's highest fraction bit goes where the limit is on.
      const off = o.eqz(isOn)
      const bits = wide
        ? o.or(o.i64(0, 0x7ff0_0000), o.shl(o.extendU(off), o.i64(51)))
        : o.or(o.i32(0x7f80_0000), o.shl(off, o.i32(22)))
      if (isVector) return o.unary(splatOpcode(wide ? 3 : 2), Q, bits)
      return o.unary(wide ? OP.f64_reinterpret_i64 : OP.f32_reinterpret_i32, type, bits)
    })
  }

  plain(wide: boolean, isVector: boolean): Value {
    return this.infinity("plain", wide, isVector, false)
  }
  inexact(wide: boolean, isVector: boolean): Value {
    return this.infinity("inexact", wide, isVector, true)
  }
  normal(wide: boolean, isVector: boolean): Value {
    const type = isVector ? Q : wide ? W : I
    return this.limit(`normal ${wide} ${isVector}`, type, true, (o, isOn) => {
      const [high, low] = NORMAL_END.wide
      const end = wide
        ? o.and(o.neg(o.extendU(isOn)), o.i64(low, high))
        : o.and(o.neg(isOn), o.i32(NORMAL_END.narrow))
      if (!isVector) return end
      const flipped = wide ? o.xor(end, o.i64(0, -0x8000_0000)) : o.xor(end, o.i32(-0x8000_0000))
      return o.unary(splatOpcode(wide ? 3 : 2), Q, flipped)
    })
  }
  isPlain(): I32 {
    return this.limit("isPlain", I, false, (_, isOn) => isOn) as I32
  }
  isInexact(): I32 {
    this.inexactLocal ??= this.o.newLocal(I)
    return this.o.local<I32>(this.inexactLocal, I)
  }

  /** At entry: what was used gets its value. */
  load(): void {
    const { o, inexactLocal } = this
    if (inexactLocal === undefined && this.known.size === 0) return
    const plain = o.let(o.eqz(o.field32(FPCR_I32)))
    const inexact = inexactLocal ?? o.temp(I)
    if (inexactLocal !== undefined) o.setLocal(inexact, this.current())
    for (const { local, value, needsInexact } of this.known.values()) {
      o.setLocal(local, value(o, needsInexact ? o.local<I32>(inexact, I) : plain))
    }
  }
  private current(): I32 {
    const { o } = this
    const known = o.and(o.shrU(o.field32(FPSR_I32), o.i32(Math.log2(IXC))), o.i32(1))
    return o.and(o.eqz(o.field32(FPCR_I32)), known)
  }
  /** Does it where inexact results raised something new at entry and do so no longer. */
  ifStale(act: () => void): void {
    if (this.inexactLocal === undefined) return
    const { o } = this
    o.if(o.and(o.eqz(this.isInexact()), this.current()), act, undefined, false)
  }
}
