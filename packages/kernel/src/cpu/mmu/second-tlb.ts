// SPDX-License-Identifier: BSD-2-Clause
//
// The second level of the soft TLB, for EL0's banks. The first is mapped directly: two pages whose addresses differ
// by a multiple of 16 MiB, a stack's and a heap's maybe, put each other out, and a guest that goes to both in turn
// would walk its tables at each access. Here the entries are once more, by another hash. The slow half of an access
// (interp/slow.ts for data in regions, the host else) enters one into the first level again where a walk would be next.
// An entry holds while EPOCH stands: whatever drops entries of the first level moves it.

import * as L from "../layout.ts"
import type { Views } from "./views.ts"

const TABLE_WORD = L.SECOND_TABLE_I32 >>> 2
const EPOCH_WORD = L.SECOND_EPOCH_I32 >>> 2
const AUX_WORD = L.TLB_AUX >>> 2

export class SecondTlb {
  private readonly views: Views

  constructor(views: Views) {
    this.views = views
  }

  /** `table` is the address of a bank's table in memory, a multiple of 64 KiB. Gives an index of words. */
  private placeOf(table: number, lo: number, hi: number): number {
    const hash = (lo >>> 12) ^ (lo >>> 23) ^ hi ^ ((table >>> 16) * L.SECOND_FACTOR)
    return (L.SECOND + (hash & (L.SECOND_COUNT - 1)) * L.SECOND_SIZE) >>> 2
  }

  /** Keeps what was entered into the first level at `entry`. */
  keep(table: number, lo: number, hi: number, entry: number): void {
    const { i32 } = this.views
    const at = this.placeOf(table, lo, hi)
    const from = entry >>> 2
    for (let word = 0; word < L.TLB_ENTRY_SIZE / 4; word++) i32[at + word] = i32[from + word]
    i32[at + TABLE_WORD] = table
    i32[at + EPOCH_WORD] = i32[L.EPOCH >>> 2]
  }

  /** Enters the page of a VA at `entry` of the first level: the offset of its host page, or -1 when it is not here. */
  enter(table: number, lo: number, hi: number, entry: number): number {
    const { i32 } = this.views
    const at = this.placeOf(table, lo, hi)
    const isPage = i32[at] === (lo & -4096) && i32[at + 1] === hi
    if (!isPage || i32[at + TABLE_WORD] !== table || i32[at + EPOCH_WORD] !== i32[L.EPOCH >>> 2]) return -1
    const to = entry >>> 2
    for (let word = 0; word < L.TLB_ENTRY_SIZE / 4; word++) i32[to + word] = i32[at + word]
    return i32[at + AUX_WORD] >>> 0
  }
}
