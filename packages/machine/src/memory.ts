// SPDX-License-Identifier: BSD-2-Clause
//
// The board's RAM: address ranges of its device tree, backed by one ArrayBuffer that the CPU's generated
// code also addresses. Backing is given out in chunks of 2 MiB on first use, so an 8 GiB board costs what
// its guests touch. Physical addresses are numbers below 2^48; bytes are little-endian.

import type { DeviceState } from "./device.ts"

/** A half-open range of physical addresses. */
export interface RamRange {
  readonly base: number
  readonly size: number
}

/** Bytes of a page. */
export const PAGE_SIZE = 0x1000
const CHUNK_BITS = 21
const CHUNK_SIZE = 1 << CHUNK_BITS

interface Bank extends RamRange {
  /** Chunk number -> host offset, or -1 while it is not backed. */
  readonly chunks: Int32Array
}

/** The board's RAM, backed 2 MiB at a time as it is used. */
export class PhysicalMemory {
  readonly buffer: ArrayBuffer
  readonly u8: Uint8Array
  readonly ranges: readonly RamRange[]
  private readonly view: DataView
  private readonly banks: Bank[]
  private readonly hostStart: number
  private readonly hostLimit: number
  private hostNext: number

  /** RAM ranges are multiples of 4 KiB; backing lives in `buffer` at [hostStart, hostLimit), 2 MiB aligned. */
  constructor(buffer: ArrayBuffer, hostStart: number, hostLimit: number, ranges: readonly RamRange[]) {
    this.buffer = buffer
    this.u8 = new Uint8Array(buffer)
    this.view = new DataView(buffer)
    this.ranges = ranges
    this.hostStart = hostStart
    this.hostLimit = hostLimit
    this.hostNext = hostStart
    this.banks = ranges.map((range) => ({
      ...range,
      chunks: new Int32Array(Math.ceil(((range.base % CHUNK_SIZE) + range.size) / CHUNK_SIZE)).fill(-1),
    }))
  }

  /** Host offset of the byte at `pa` as an unsigned number, or -1 when there is no RAM. Backs it if needed. */
  hostOffset(pa: number): number {
    for (const bank of this.banks) {
      if (pa >= bank.base && pa < bank.base + bank.size) {
        const relative = pa - (bank.base - (bank.base % CHUNK_SIZE))
        const chunk = Math.floor(relative / CHUNK_SIZE)
        if (bank.chunks[chunk] === -1) bank.chunks[chunk] = this.backChunk() | 0
        return (bank.chunks[chunk] >>> 0) + (relative % CHUNK_SIZE)
      }
    }
    return -1
  }

  isRam(pa: number): boolean {
    return this.ranges.some((range) => pa >= range.base && pa < range.base + range.size)
  }

  private backChunk(): number {
    const at = this.hostNext
    if (at + CHUNK_SIZE > this.hostLimit) {
      throw new Error(
        `the host memory for RAM is used up (${(this.hostLimit - this.hostStart) / 2 ** 20} MiB)`,
      )
    }
    this.hostNext = at + CHUNK_SIZE
    return at
  }

  readU32(pa: number): number {
    return this.view.getUint32(this.hostOf(pa, 4), true)
  }

  writeU32(pa: number, value: number): void {
    this.view.setUint32(this.hostOf(pa, 4), value, true)
  }

  /** Copies out `size` bytes at `pa`; the range must be RAM. */
  read(pa: number, size: number): Uint8Array {
    const out = new Uint8Array(size)
    this.eachPiece(pa, size, (host, at, length) => out.set(this.u8.subarray(host, host + length), at))
    return out
  }

  /** Copies `bytes` to `pa`; the range must be RAM. */
  write(pa: number, bytes: Uint8Array): void {
    this.eachPiece(pa, bytes.length, (host, at, length) => this.u8.set(bytes.subarray(at, at + length), host))
  }

  fill(pa: number, size: number, value: number): void {
    this.eachPiece(pa, size, (host, _at, length) => this.u8.fill(value, host, host + length))
  }

  private eachPiece(
    pa: number,
    size: number,
    visit: (host: number, at: number, length: number) => void,
  ): void {
    for (let at = 0; at < size;) {
      const length = Math.min(size - at, CHUNK_SIZE - ((pa + at) % CHUNK_SIZE))
      visit(this.hostOf(pa + at, length), at, length)
      at += length
    }
  }

  private hostOf(pa: number, size: number): number {
    const host = this.hostOffset(pa)
    const end = this.ranges.some((range) => pa >= range.base && pa + size <= range.base + range.size)
    if (host < 0 || !end)
      throw new RangeError(`no RAM at [0x${pa.toString(16)}..0x${(pa + size).toString(16)})`)
    return host
  }

  /** Every backed chunk that is not all zero, in address order: what a snapshot or a hash has to see. */
  *backed(): Generator<{ readonly pa: number; readonly bytes: Uint8Array }> {
    for (const bank of this.banks) {
      const first = bank.base - (bank.base % CHUNK_SIZE)
      for (const [chunk, host] of bank.chunks.entries()) {
        if (host !== -1 && !this.isZero(host >>> 0)) {
          const at = host >>> 0
          yield { pa: first + chunk * CHUNK_SIZE, bytes: this.u8.subarray(at, at + CHUNK_SIZE) }
        }
      }
    }
  }

  private isZero(host: number): boolean {
    return new Uint32Array(this.buffer, host, CHUNK_SIZE / 4).every((word) => word === 0)
  }

  /** All of RAM back to zero and unbacked, as after power-on. */
  reset(): void {
    this.u8.fill(0, this.hostStart, this.hostNext)
    this.hostNext = this.hostStart
    for (const bank of this.banks) bank.chunks.fill(-1)
  }

  /** Where the backing lies; the contents are saved apart, from `backed()`. */
  state(): DeviceState {
    return { next: this.hostNext, banks: this.banks.map((bank) => [...bank.chunks]) }
  }
}
