// SPDX-License-Identifier: BSD-2-Clause
//
// A static ELF64 executable for AArch64 Linux from a few segments (System V ABI, ELF-64 object file format):
// header, program headers, contents. No sections.

export interface Segment {
  /** Virtual address, a multiple of 4096. */
  readonly at: number
  readonly bytes: Uint8Array
  /** Bytes in memory; more than `bytes` has are zero. */
  readonly size?: number
  readonly writable: boolean
}

const PAGE = 4096
const HEADER = 64
const PROGRAM_HEADER = 56
const ET_EXEC = 2
const EM_AARCH64 = 183
const PT_LOAD = 1
const [PF_X, PF_W, PF_R] = [1, 2, 4]

const pages = (bytes: number) => Math.ceil(bytes / PAGE) * PAGE

/** The file; segments that are not writable are executable. */
export function elf(entry: number, segments: readonly Segment[]): Uint8Array {
  const first = pages(HEADER + segments.length * PROGRAM_HEADER)
  const offsets = segments.map((_, n) =>
    segments.slice(0, n).reduce((at, s) => at + pages(s.bytes.length), first),
  )
  const end = segments.reduce((at, s) => at + pages(s.bytes.length), first)
  const file = new Uint8Array(end)
  const view = new DataView(file.buffer)
  const put64 = (at: number, value: number) => view.setBigUint64(at, BigInt(value), true)
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
  view.setUint16(16, ET_EXEC, true)
  view.setUint16(18, EM_AARCH64, true)
  view.setUint32(20, 1, true)
  put64(24, entry)
  put64(32, HEADER)
  view.setUint16(52, HEADER, true)
  view.setUint16(54, PROGRAM_HEADER, true)
  view.setUint16(56, segments.length, true)
  segments.forEach(({ at, bytes, size, writable }, n) => {
    const header = HEADER + n * PROGRAM_HEADER
    view.setUint32(header, PT_LOAD, true)
    view.setUint32(header + 4, PF_R | (writable ? PF_W : PF_X), true)
    put64(header + 8, offsets[n])
    put64(header + 16, at)
    put64(header + 24, at)
    put64(header + 32, bytes.length)
    put64(header + 40, size ?? bytes.length)
    put64(header + 48, PAGE)
    file.set(bytes, offsets[n])
  })
  return file
}
