// SPDX-License-Identifier: BSD-2-Clause
//
// Constant tables in linear memory that descriptions of instructions read: CRC32 eight bytes at a time ("slicing by
// eight", Kounavis and Berry 2005), and AES by vector permutes (Hamburg, "Accelerating AES with Vector Permute
// Instructions", CHES 2009, whose code is in the public domain): the S-box as an inversion of nibbles
// between two linear maps, each a pair of tables of 16 bytes.

import { CONSTANTS } from "./layout.ts"

/** Table n (0 .. 7) of a polynomial: the CRC of a byte with n zero bytes behind it. 256 words each. */
export const CRC32_TABLES = CONSTANTS
export const CRC32C_TABLES = CONSTANTS + 0x2000
export const CRC_TABLE_SIZE = 0x400
/** The polynomials 0x04C11DB7 and 0x1EDC6F41, bit-reversed. */
const CRC32_POLYNOMIAL = 0xedb88320
const CRC32C_POLYNOMIAL = 0x82f63b78

/** Tables of 16 bytes. Inversion of nibbles, and multiplied by the constant of the field's representation. */
export const AES_INVERSE = CONSTANTS + 0x4000
export const AES_INVERSE_TIMES = AES_INVERSE + 0x10
/** The maps into and out of that representation: low and high nibble; the two halves of the result. */
export const AES_ENCRYPT = AES_INVERSE + 0x20
export const AES_DECRYPT = AES_INVERSE + 0x60
export const AES_MAP_LOW = 0x00
export const AES_MAP_HIGH = 0x10
export const AES_OUT_FIRST = 0x20
export const AES_OUT_SECOND = 0x30

/** The tables' bytes, from the lowest on. */
const AES_BYTES: ReadonlyArray<readonly [at: number, bytes: string]> = [
  [AES_INVERSE, "8001080d0f06050e020c0b0a09030704"],
  [AES_INVERSE_TIMES, "80070b0f060a0401090805020c0e0d03"],
  [AES_ENCRYPT + AES_MAP_LOW, "00702a5a98e8b2c20878225290e0baca"],
  [AES_ENCRYPT + AES_MAP_HIGH, "004d7c317d30014c81ccfdb0fcb180cd"],
  [AES_ENCRYPT + AES_OUT_FIRST, "00c7bd6f176dd2d078a802c57abfaa15"],
  [AES_ENCRYPT + AES_OUT_SECOND, "006abb5fa574e4cffa352b41d1901e8e"],
  [AES_DECRYPT + AES_MAP_LOW, "005f540b045b500f1a454e111e414a15"],
  [AES_DECRYPT + AES_MAP_HIGH, "00650560e683e38694f191f472177712"],
  [AES_DECRYPT + AES_OUT_FIRST, "0040f97e53ea87132d3e94d4b96daac7"],
  [AES_DECRYPT + AES_OUT_SECOND, "001d44930f56d7129c8ec5d859814bca"],
]

function crcTables(polynomial: number): Int32Array {
  const words = new Int32Array(8 * 256)
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) !== 0 ? (crc >>> 1) ^ polynomial : crc >>> 1
    words[byte] = crc
  }
  for (let at = 256; at < words.length; at++) {
    const before = words[at - 256]
    words[at] = words[before & 255] ^ (before >>> 8)
  }
  return words
}

/** Puts every table in its place. */
export function fillConstants(view: DataView): void {
  const put = (at: number, words: Int32Array) =>
    words.forEach((word, n) => view.setInt32(at + n * 4, word, true))
  put(CRC32_TABLES, crcTables(CRC32_POLYNOMIAL))
  put(CRC32C_TABLES, crcTables(CRC32C_POLYNOMIAL))
  for (const [at, text] of AES_BYTES) {
    for (let n = 0; n < 16; n++) view.setUint8(at + n, Number.parseInt(text.slice(n * 2, n * 2 + 2), 16))
  }
}
