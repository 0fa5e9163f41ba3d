// SPDX-License-Identifier: BSD-2-Clause
//
// The second level of the soft TLB, for EL0's banks. The first is mapped directly: two pages whose addresses differ
// by a multiple of 16 MiB, a stack's and a heap's maybe, put each other out, and a guest that goes to both in turn
// would walk its tables at each access. Here the entries are once more, by another hash, and the host enters one into
// the first level again where it would have to walk. An entry holds while EPOCH stands: whatever drops entries of the
// first level moves it.

const COUNT = 2048
const WORDS = 8
const TAG_LO = 0
const TAG_HI = 1
const TABLE = 2
const EPOCH = 3
const DATA = 4
const HOST = 5

export class SecondTlb {
  private readonly words = new Int32Array(COUNT * WORDS)

  /** `table` is the address of a bank's table in memory, a multiple of 64 KiB. */
  private placeOf(table: number, lo: number, hi: number): number {
    return (((lo >>> 12) ^ (lo >>> 23) ^ hi ^ ((table >>> 16) * 37)) & (COUNT - 1)) * WORDS
  }

  keep(table: number, lo: number, hi: number, data: number, host: number, epoch: number): void {
    const { words } = this
    const at = this.placeOf(table, lo, hi)
    words[at + TAG_LO] = lo & -4096
    words[at + TAG_HI] = hi
    words[at + TABLE] = table
    words[at + EPOCH] = epoch
    words[at + DATA] = data
    words[at + HOST] = host
  }

  /** The place of the entry of a VA's page; -1: there is none. */
  find(table: number, lo: number, hi: number, epoch: number): number {
    const { words } = this
    const at = this.placeOf(table, lo, hi)
    const isPage = words[at + TAG_LO] === (lo & -4096) && words[at + TAG_HI] === hi
    return isPage && words[at + TABLE] === table && words[at + EPOCH] === epoch ? at : -1
  }

  /** Addend or decoded page of the entry at a place. */
  dataOf(at: number): number {
    return this.words[at + DATA]
  }

  /** Offset in memory of its host page. */
  hostOf(at: number): number {
    return this.words[at + HOST] >>> 0
  }
}
