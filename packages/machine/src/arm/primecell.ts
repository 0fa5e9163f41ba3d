// SPDX-License-Identifier: BSD-2-Clause
//
// The identification registers at the end of every Arm PrimeCell's 4 KiB: PeriphID0..3 at 0xfe0 and
// PCellID0..3 at 0xff0, one byte each, by which Linux's AMBA bus finds the driver.

const FIRST = 0xfe0
const CELL_ID = 0xb105f00d

/** The byte of an ID register, or -1 when `offset` is none. `periphId` has PeriphID3 in its top byte. */
export function primecellId(offset: number, periphId: number): number {
  if (offset < FIRST || offset >= 0x1000) return -1
  const n = (offset - FIRST) >>> 2
  return ((n < 4 ? periphId : CELL_ID) >>> ((n & 3) * 8)) & 0xff
}
