// SPDX-License-Identifier: BSD-2-Clause
//
// A growing byte buffer with the number formats of the WebAssembly binary format (core specification,
// section 5.2): LEB128 of 32 and 64 bits, the latter from two words so that no bigint is made.

export class ByteWriter {
  bytes: Uint8Array
  length = 0

  constructor(capacity = 256) {
    this.bytes = new Uint8Array(capacity)
  }

  reset(): void {
    this.length = 0
  }

  private grow(need: number): void {
    const bigger = new Uint8Array(Math.max(need, this.bytes.length * 2))
    bigger.set(this.bytes.subarray(0, this.length))
    this.bytes = bigger
  }

  u8(value: number): void {
    if (this.length === this.bytes.length) this.grow(this.length + 1)
    this.bytes[this.length++] = value
  }

  /** Unsigned LEB128 of a 32-bit value. */
  u32(value: number): void {
    let rest = value >>> 0
    while (rest >= 0x80) {
      this.u8((rest & 0x7f) | 0x80)
      rest >>>= 7
    }
    this.u8(rest)
  }

  /** Signed LEB128 of a 32-bit value. */
  s32(value: number): void {
    let rest = value | 0
    for (;;) {
      const low = rest & 0x7f
      rest >>= 7
      if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) {
        this.u8(low)
        return
      }
      this.u8(low | 0x80)
    }
  }

  /** Signed LEB128 of a 64-bit value given as two 32-bit words. */
  s64(lo: number, hi: number): void {
    let low = lo | 0
    let high = hi | 0
    for (;;) {
      const part = low & 0x7f
      low = (low >>> 7) | (high << 25)
      high >>= 7
      const sign = (part & 0x40) !== 0
      if ((low === 0 && high === 0 && !sign) || (low === -1 && high === -1 && sign)) {
        this.u8(part)
        return
      }
      this.u8(part | 0x80)
    }
  }

  raw(bytes: Uint8Array, from = 0, to = bytes.length): void {
    const count = to - from
    if (this.length + count > this.bytes.length) this.grow(this.length + count)
    this.bytes.set(from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to), this.length)
    this.length += count
  }

  /** A name: length and UTF-8 bytes. */
  name(text: string): void {
    const bytes = new TextEncoder().encode(text)
    this.u32(bytes.length)
    this.raw(bytes)
  }

  /** A copy of what was written. */
  take(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }
}
