// SPDX-License-Identifier: BSD-2-Clause
//
// Where the last-level tables of stage 1 lie that were walked last, as the walk caches of hardware keep them (Arm
// ARM DDI 0487, D8.14.4: intermediate levels of a walk may be cached until a TLB maintenance instruction reaches
// them). Only tables that were valid are kept. A change of translation controls flushes the TLB, and this with it.
// A table in the upper half whose pages are global serves every ASID, as its pages do.

const ENTRIES = 512
const BLOCK_SHIFT = 21
/** In the low word of a TTBR, where it is zero: the entry is of any ASID. */
const ANY_ASID = 2
const TABLE_HIGH = 0xffff

export class WalkCache {
  /** CPU block, block of 2 MiB (low word of its VA, upper half) and TTBR that an entry is of; 0 in `cpus`: none. */
  private readonly cpus = new Int32Array(ENTRIES)
  private readonly blocks = new Int32Array(ENTRIES)
  private readonly uppers = new Int32Array(ENTRIES)
  private readonly ttbrLows = new Int32Array(ENTRIES)
  private readonly ttbrHighs = new Int32Array(ENTRIES)
  /** Word index in linear memory of the table, and what the tables above say (upper halves of descriptors). */
  readonly tables = new Int32Array(ENTRIES)
  readonly attributes = new Int32Array(ENTRIES)

  /** The upper half of the address space has the upper half of the entries. */
  private placeOf(lo: number, hi: number): number {
    return ((lo >>> BLOCK_SHIFT) & (ENTRIES / 2 - 1)) + (hi < 0 ? ENTRIES / 2 : 0)
  }

  /** Number of the entry for a VA under a TTBR; -1: none. */
  find(cpu: number, lo: number, hi: number, ttbrLow: number, ttbrHigh: number): number {
    const at = this.placeOf(lo, hi)
    if (this.cpus[at] !== cpu || this.blocks[at] !== lo >>> BLOCK_SHIFT || this.uppers[at] !== hi) return -1
    const low = this.ttbrLows[at]
    const high = this.ttbrHighs[at]
    const isIt =
      low === ttbrLow ? high === ttbrHigh : low === (ttbrLow | ANY_ASID) && high === (ttbrHigh & TABLE_HIGH)
    return isIt ? at : -1
  }

  /** Keeps the table of level 3 that a walk came to; `global`: for any ASID. */
  keep(
    cpu: number,
    lo: number,
    hi: number,
    ttbrLow: number,
    ttbrHigh: number,
    table: number,
    attributes: number,
    global: boolean,
  ): void {
    const at = this.placeOf(lo, hi)
    this.cpus[at] = cpu
    this.blocks[at] = lo >>> BLOCK_SHIFT
    this.uppers[at] = hi
    this.ttbrLows[at] = global ? ttbrLow | ANY_ASID : ttbrLow
    this.ttbrHighs[at] = global ? ttbrHigh & TABLE_HIGH : ttbrHigh
    this.tables[at] = table
    this.attributes[at] = attributes
  }

  clear(): void {
    this.cpus.fill(0)
  }
}
