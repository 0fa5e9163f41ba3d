// SPDX-License-Identifier: BSD-2-Clause
//
// The second level of the soft TLB. The first is mapped directly: two pages whose addresses differ by a multiple of
// 16 MiB, a stack's and a heap's maybe, put each other out, and a guest that goes to both in turn would have each
// access walk its tables. Here all entries of data are once more, by another hash. An entry holds while EPOCH stands:
// whatever drops an entry of the first level moves it (mmu/tlb.ts, which fills both). Now and then the host is asked
// all the same, so that a page which was put out once comes back to where the generated code finds it.

import { type I32, type I64, TYPES } from "../dsl/code.ts"
import * as L from "../layout.ts"
import { OP } from "../wasm/opcodes.ts"
import type { InterpOps } from "./ops.ts"

const { I32: I, I64: W } = TYPES
const SHIFT = Math.log2(L.SECOND_SIZE)

/**
 * Where the second level maps an access with plain flags to `va`, whose last byte lies in the page `last`: does `then`
 * with its addend.
 */
export function ifSecond(o: InterpOps, va: I64, last: I64, table: number, then: (addend: I32) => void): void {
  const low = o.wrap(va)
  const high = o.wrap(o.shrU(va, o.i64(32)))
  const hash = o.xor(o.xor(o.shrU(low, o.i32(12)), o.shrU(low, o.i32(22))), high)
  const entry = o.let(o.shl(o.and(hash, o.i32(L.SECOND_COUNT - 1)), o.i32(SHIFT)))
  const word = (at: number) => o.load<I32>(OP.i32_load, I, entry, L.SECOND + at)
  // An access over the end of its page is nobody's.
  const page = o.eq(o.and(va, o.i64(-4096)), last)
  const tag = o.eq(o.load<I64>(OP.i64_load, W, entry, L.SECOND + L.SECOND_TAG), last)
  const other = o.or(
    o.xor(word(L.SECOND_TABLE_I32), o.add(o.field32(L.BANK_I32), o.i32(table))),
    o.xor(word(L.SECOND_EPOCH_I32), o.load<I32>(OP.i32_load, I, o.i32(0), L.EPOCH)),
  )
  o.if(o.and(o.and(page, tag), o.eqz(other)), () => {
    const uses = o.let(o.add(word(L.SECOND_USES_I32), o.i32(1)))
    o.store(OP.i32_store, entry, uses, L.SECOND + L.SECOND_USES_I32)
    o.if(o.and(uses, o.i32(L.SECOND_TURN - 1)), () => then(o.let(word(L.SECOND_ADDEND_I32))))
  })
}
