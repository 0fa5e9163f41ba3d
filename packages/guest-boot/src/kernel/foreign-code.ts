// SPDX-License-Identifier: BSD-2-Clause
//
// Machine code of other processors, told by its first instructions where nothing else says what a flat binary holds:
// 32-bit Arm (Arm ARM DDI 0406, A5.1: all but a few instructions have the condition "always"), A64 with its bytes the
// other way round, RISC-V (unprivileged specification, 24: major opcodes), x86-64 as compilers begin functions, boot
// sectors. Better nothing than a guess: only what cannot well be A64 is told.

/** Instructions that are looked at, and how many there must be. */
const LOOKED_AT = 16
const FEWEST = 3

function wordsOf(bytes: Uint8Array, littleEndian: boolean): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = Math.min(LOOKED_AT, bytes.byteLength >> 2)
  const all = Array.from({ length: count }, (_, n) => view.getUint32(4 * n, littleEndian))
  const end = all.indexOf(0)
  return end < 0 ? all : all.slice(0, end)
}

/** Top bytes of what A64 programs begin with: branches, moves, ADR, loads and stores, system instructions. */
const A64_TOPS = new Set([
  0x10, 0x14, 0x17, 0x18, 0x30, 0x34, 0x35, 0x36, 0x37, 0x50, 0x52, 0x54, 0x58, 0x70, 0x72, 0x8b, 0x90, 0x91,
  0x92, 0x94, 0x97, 0xa9, 0xaa, 0xb0, 0xb2, 0xb4, 0xb5, 0xb9, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xeb,
  0xf0, 0xf1, 0xf2, 0xf9,
])
const looksA64 = (word: number): boolean => A64_TOPS.has(word >>> 24)

/** Major opcodes of RV64I, with both lowest bits set. */
const RISCV = new Set([0x03, 0x0f, 0x13, 0x17, 0x1b, 0x23, 0x33, 0x37, 0x3b, 0x63, 0x67, 0x6f, 0x73])

/** ENDBR64; PUSH RBP, MOV RBP, RSP; the same behind an ENDBR64. */
const X86_64: readonly (readonly number[])[] = [
  [0xf3, 0x0f, 0x1e, 0xfa],
  [0x55, 0x48, 0x89, 0xe5],
]
const BOOT_SECTOR = 512

/** What the code is for; undefined for A64, and for what might be. */
export function foreignCode(bytes: Uint8Array): string | undefined {
  if (X86_64.some((start) => start.every((byte, n) => bytes[n] === byte))) return "x86-64"
  if (bytes[BOOT_SECTOR - 2] === 0x55 && bytes[BOOT_SECTOR - 1] === 0xaa && bytes[0] === 0xeb) {
    return "x86, a boot sector"
  }
  const words = wordsOf(bytes, true)
  if (words.length < FEWEST) return undefined
  if (words.every((word) => word >>> 28 === 0xe)) return "32-bit Arm"
  const isA64 = words.filter(looksA64).length * 2 >= words.length
  if (isA64) return undefined
  if (words.every((word) => RISCV.has(word & 0x7f))) return "RISC-V"
  const swapped = wordsOf(bytes, false)
  return swapped.length === words.length && swapped.every(looksA64) ? "arm64, big-endian" : undefined
}
