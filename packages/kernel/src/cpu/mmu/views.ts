// SPDX-License-Identifier: BSD-2-Clause
//
// Typed views of the one linear memory that the generated code and its JavaScript helpers share, and the two
// narrow interfaces through which the MMU sees the machine: RAM by physical address, and the bus.

/** RAM: where the byte at a physical address lies in linear memory. */
export interface PhysicalPages {
  /** Host offset (unsigned) of the byte at `pa` (below 2^48), or -1 when there is no RAM. */
  hostOffset(pa: number): number
}

/** Everything that is not RAM. Values are unsigned 32-bit. */
export interface BusPort {
  /** Undefined when nobody answers: an external abort. */
  read(pa: number, size: 1 | 2 | 4): number | undefined
  write(pa: number, size: 1 | 2 | 4, value: number): boolean
}

/** Emulated registers side by side. Asked while the CPU executes the access. Values are 32-bit. */
export interface Registers {
  /** IPA of the first byte. */
  readonly base: number
  /** Bytes. */
  readonly size: number
  /** Undefined when nobody answers now: the access becomes an exit. `offset` is in bytes. */
  read(offset: number, size: 1 | 2 | 4): number | undefined
  write(offset: number, size: 1 | 2 | 4, value: number): boolean
}

/** What somebody emulates where stage 2 maps nothing. An access that nobody answers becomes an exit. */
export interface Emulation {
  /** The registers around an IPA (below 2^48); undefined when there are none. */
  registersAt(ipa: number): Registers | undefined
}

export class Views {
  readonly buffer: ArrayBuffer
  readonly u8: Uint8Array
  readonly i32: Int32Array
  readonly u32: Uint32Array
  readonly f64: Float64Array
  readonly data: DataView

  constructor(buffer: ArrayBuffer) {
    this.buffer = buffer
    this.u8 = new Uint8Array(buffer)
    this.i32 = new Int32Array(buffer)
    this.u32 = new Uint32Array(buffer)
    this.f64 = new Float64Array(buffer)
    this.data = new DataView(buffer)
  }
}

const TWO_32 = 0x1_0000_0000

/** The number that a pair of 32-bit halves stands for; exact below 2^53. */
export function fromPair(lo: number, hi: number): number {
  return (hi >>> 0) * TWO_32 + (lo >>> 0)
}

/** Upper half of a number below 2^53, as the signed 32-bit integer that a view holds. */
export function highOf(value: number): number {
  return Math.floor(value / TWO_32) | 0
}

/** Lower half of a number below 2^53. V8 divides for a remainder by an instruction of a hundred cycles. */
export function lowOf(value: number): number {
  return (value - Math.floor(value / TWO_32) * TWO_32) | 0
}
