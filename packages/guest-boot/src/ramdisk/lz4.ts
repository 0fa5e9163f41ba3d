// SPDX-License-Identifier: BSD-2-Clause
//
// LZ4 in the legacy format, which `lz4 -l` writes and Linux unpacks (lib/decompress_unlz4.c): a magic number, then
// blocks, each with its packed size before it (LZ4 Block Format Description). Left out is the frame format, which Linux
// does not take, and dictionaries.

const MAGIC = 0x184c_2102
/** What a block comes to at most, bytes. */
const BLOCK = 8 * 2 ** 20
const MIN_MATCH = 4

/** Where writing goes on, and how far reading came. */
interface Cursor {
  from: number
  to: number
}

/** A length whose four bits in the token are all ones goes on in further bytes. */
function lengthOf(packed: Uint8Array, at: Cursor, bits: number): number {
  let length = bits
  for (let byte = 255; bits === 15 && byte === 255; length += byte) byte = packed[at.from++] ?? 0
  return length
}

/** One block into `plain`; gives its size, or undefined when it is damaged. */
function unpackBlock(packed: Uint8Array, plain: Uint8Array): number | undefined {
  const at: Cursor = { from: 0, to: 0 }
  while (at.from < packed.length) {
    const token = packed[at.from++] ?? 0
    const literals = lengthOf(packed, at, token >> 4)
    if (at.from + literals > packed.length || at.to + literals > plain.length) return undefined
    plain.set(packed.subarray(at.from, at.from + literals), at.to)
    at.from += literals
    at.to += literals
    if (at.from === packed.length) break
    const back = (packed[at.from] ?? 0) | ((packed[at.from + 1] ?? 0) << 8)
    at.from += 2
    const match = lengthOf(packed, at, token & 15) + MIN_MATCH
    if (back === 0 || back > at.to || at.to + match > plain.length || at.from > packed.length)
      return undefined
    // A match may reach into what it writes.
    if (back >= match) plain.copyWithin(at.to, at.to - back, at.to - back + match)
    else for (let end = at.to + match, to = at.to; to < end; to++) plain[to] = plain[to - back] ?? 0
    at.to += match
  }
  return at.to
}

export interface UnpackedLz4 {
  readonly plain: Uint8Array
  /** Bytes of the packed form, up to where its blocks end. */
  readonly used: number
  readonly state: "whole" | "cut" | "damaged" | "large"
}

/** The blocks of a file in the legacy format, `limit` bytes at most. */
export function unpackLz4(packed: Uint8Array, limit: number): UnpackedLz4 {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length)
  const parts: Uint8Array[] = []
  const block = new Uint8Array(BLOCK)
  let [at, total] = [4, 0]
  const end = (state: UnpackedLz4["state"]): UnpackedLz4 => ({ plain: Buffer.concat(parts), used: at, state })
  while (at + 4 <= packed.length) {
    const size = view.getUint32(at, true)
    if (size === 0) return end("whole")
    if (size === MAGIC) {
      at += 4
      continue
    }
    if (size > 2 * BLOCK) return end("damaged")
    if (at + 4 + size > packed.length) return end("cut")
    const plain = unpackBlock(packed.subarray(at + 4, at + 4 + size), block)
    if (plain === undefined) return end("damaged")
    total += plain
    if (total > limit) return end("large")
    parts.push(block.slice(0, plain))
    at += 4 + size
  }
  return end("whole")
}
