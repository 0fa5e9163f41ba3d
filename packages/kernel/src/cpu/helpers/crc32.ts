// SPDX-License-Identifier: BSD-2-Clause
//
// CRC32 and CRC32C (Arm ARM DDI 0487, C6.2 CRC32B and others): the reflected polynomials 0x04C11DB7 and
// 0x1EDC6F41, a byte at a time from tables. Accumulator at SCRATCH, data at SCRATCH + 8.

import { SCRATCH } from "../layout.ts"

function table(polynomial: number): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) !== 0 ? (crc >>> 1) ^ polynomial : crc >>> 1
    return crc
  })
}

/** The polynomials bit-reversed. */
const CRC32 = table(0xedb88320)
const CRC32C = table(0x82f63b78)

/** Argument: log2 of the data's bytes, plus 4 for CRC32C. */
export function crc32Helper(view: DataView): (cpu: number, kind: number) => void {
  return (cpu, kind) => {
    const lookup = (kind & 4) !== 0 ? CRC32C : CRC32
    const bytes = 1 << (kind & 3)
    let crc = view.getInt32(cpu + SCRATCH, true)
    for (let at = 0; at < bytes; at++) {
      const byte = view.getUint8(cpu + SCRATCH + 8 + at)
      crc = lookup[(crc ^ byte) & 255] ^ (crc >>> 8)
    }
    view.setInt32(cpu + SCRATCH, crc, true)
  }
}
