// SPDX-License-Identifier: BSD-2-Clause
//
// Translations of pages that RAM does not answer, for the slow half of an access: where a device's page lies, or
// which fault of stage 2 its access gives. They hold as long as nothing is invalidated: every TLB maintenance
// empties all of it. A page that stage 1 does not map is never kept (Arm ARM DDI 0487, D8.14).

const ENTRIES = 64
const NO_KEY = -1

export class DeviceTlb {
  private readonly keys = new Int32Array(ENTRIES).fill(NO_KEY)
  private readonly lows = new Int32Array(ENTRIES)
  private readonly highs = new Int32Array(ENTRIES)
  /** Page of the PA, or of the IPA where stage 2 faults. */
  readonly pageLows = new Int32Array(ENTRIES)
  readonly pageHighs = new Int32Array(ENTRIES)
  /** Fault status code of stage 2, 0 for a device. */
  readonly faults = new Int32Array(ENTRIES)
  private empty = true

  private placeOf(key: number, lo: number): number {
    return ((lo >>> 12) ^ (key >>> 3)) & (ENTRIES - 1)
  }

  /** Number of the entry for a VA; -1: none. `key` tells the regime and what the access wants. */
  find(key: number, lo: number, hi: number): number {
    const at = this.placeOf(key, lo)
    return this.keys[at] === key && this.lows[at] === lo >>> 12 && this.highs[at] === hi ? at : -1
  }

  keep(key: number, lo: number, hi: number, pageLo: number, pageHi: number, fault: number): void {
    const at = this.placeOf(key, lo)
    this.keys[at] = key
    this.lows[at] = lo >>> 12
    this.highs[at] = hi
    this.pageLows[at] = pageLo & -4096
    this.pageHighs[at] = pageHi
    this.faults[at] = fault
    this.empty = false
  }

  clear(): void {
    if (this.empty) return
    this.keys.fill(NO_KEY)
    this.empty = true
  }
}
