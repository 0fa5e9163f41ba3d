// SPDX-License-Identifier: BSD-2-Clause
//
// How a protection domain reaches its memory: through its own address space. Values are little-endian.
// Every access that a map of the domain does not allow is a VM fault of the domain (a thrown PdFault).

/**
 * Addresses are virtual addresses of the domain, numbers below 2^48. In device memory an access is aligned
 * and of the width given (8 bytes go as two of 4, low word first); byte ranges there go byte by byte.
 */
export interface DomainMemory {
  read8(vaddr: number): number
  read16(vaddr: number): number
  /** Unsigned 32-bit. */
  read32(vaddr: number): number
  /** Unsigned 64-bit. */
  read64(vaddr: number): bigint
  write8(vaddr: number, value: number): void
  write16(vaddr: number, value: number): void
  write32(vaddr: number, value: number): void
  write64(vaddr: number, value: bigint): void
  /** A copy of `size` bytes. */
  readBytes(vaddr: number, size: number): Uint8Array
  writeBytes(vaddr: number, bytes: Uint8Array): void
  /** Sets `size` bytes to `value` (0 .. 255). */
  fill(vaddr: number, size: number, value: number): void
  /** Whether the whole range is mapped with this right. */
  isMapped(vaddr: number, size: number, write: boolean): boolean
}
