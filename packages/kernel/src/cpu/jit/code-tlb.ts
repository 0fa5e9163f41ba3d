// SPDX-License-Identifier: BSD-2-Clause
//
// A look into the code TLB of a CPU's current bank.

import * as L from "../layout.ts"

/** Address of the decoded page that the code TLB has for this VA; 0: none. */
export function codeTlb(i32: Int32Array, cpu: number, lo: number, hi: number): number {
  const bank = i32[(cpu + L.BANK_I32) >>> 2]
  const at = (bank + L.TLB_CODE + ((lo >>> 12) & L.TLB_INDEX_MASK) * L.TLB_ENTRY_SIZE) >>> 2
  return i32[at] === (lo & -4096) && i32[at + 1] === hi ? i32[at + (L.TLB_ADDEND >> 2)] : 0
}
