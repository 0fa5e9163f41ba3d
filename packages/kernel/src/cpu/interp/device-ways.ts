// SPDX-License-Identifier: BSD-2-Clause
//
// An access of an emulated register by an instruction that reached it before: the entry of WAYS for its address is
// compared here, and who emulates the register is called with nothing in between (mmu/device-ways.ts keeps them).

import { type I32, type I64, TYPES } from "../dsl/code.ts"
import * as L from "../layout.ts"
import { WANT_READ, WANT_WRITE } from "../mmu/walk.ts"
import { OP } from "../wasm/opcodes.ts"
import type { InterpOps } from "./ops.ts"

/** Indices of Host.deviceRead and Host.deviceWrite. */
export interface DeviceCalls {
  readonly read: number
  readonly write: number
}

const { I32: I, I64: W } = TYPES

/**
 * Begins a slow function (cpu, va, size | flags << 8), or (cpu, va, value, size | flags << 8): returns from it where
 * the way is known and somebody answers.
 */
export function tryKnownWay(o: InterpOps, { read, write }: DeviceCalls, load: boolean): void {
  const va = () => o.local<I64>(1, W)
  const size = () => o.local<I32>(load ? 2 : 3, I)
  const entry = o.let(
    o.shl(o.and(o.shrU(o.wrap(o.field64(L.PC)), o.i32(2)), o.i32(L.WAY_COUNT - 1)), o.i32(5)),
  )
  const word = (at: number) => o.load<I32>(OP.i32_load, I, entry, L.WAYS + at)
  const wide = (at: number) => o.load<I64>(OP.i64_load, W, entry, L.WAYS + at)
  const isPlain = o.ltU(size(), o.i32(5))
  o.if(o.and(isPlain, o.eq(wide(L.WAY_PC), o.field64(L.PC))), () => {
    // What is not aligned is in no entry.
    const page = o.and(va(), o.extendU(o.sub(size(), o.i32(1))))
    const aligned = o.or(o.and(va(), o.i64(-4096)), page)
    const other = o.or(
      o.xor(word(L.WAY_EPOCH_I32), o.load<I32>(OP.i32_load, I, o.i32(0), L.EPOCH)),
      o.or(
        o.xor(word(L.WAY_BANK_I32), o.or(o.field32(L.BANK_I32), o.i32(load ? WANT_READ : WANT_WRITE))),
        o.xor(word(L.WAY_SS_IL_I32), o.field32(L.SS_IL_I32)),
      ),
    )
    o.if(o.and(o.eq(wide(L.WAY_PAGE), aligned), o.eqz(other)), () => {
      o.setField64(L.VA, va())
      o.setField32(L.DEVICE_SEEN_I32, o.i32(1))
      o.setField32(L.MOVED_I32, o.i32(0))
      o.setField32(L.STATUS_I32, o.i32(L.M_DONE))
      const low = o.and(o.wrap(va()), o.i32(0xfff))
      const args = [o.base(), o.shrU(entry, o.i32(5)), low, size()]
      const value = load ? o.let(o.call<I32>(read, I, args)) : undefined
      if (value === undefined) o.callRaw(write, [...args, o.wrap(o.local<I64>(2, W))])
      o.if(o.eq(o.field32(L.STATUS_I32), o.i32(L.M_DONE)), () => {
        o.if(
          o.field32(L.MOVED_I32),
          () => {
            o.setField32(L.EXC_KIND_I32, o.i32(L.EXC_MOVED))
            o.setField32(L.STATUS_I32, o.i32(L.M_FAULT))
          },
          () => o.if(o.field32(L.STOP_I32), () => o.setField32(L.STATUS_I32, o.i32(L.M_DONE_STOP))),
        )
        if (value === undefined) o.return()
        else o.return(o.extendU(value))
      })
    })
  })
}
