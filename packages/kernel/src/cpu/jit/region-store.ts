// SPDX-License-Identifier: BSD-2-Clause
//
// Regions that outlive a run: their functions with the code that they were made from. A region is used again only
// where memory holds the very words of all its instructions, so what was kept for one guest serves any other that
// has the same code, and nothing else. The bytes are words of 32 bits, low byte first; a checksum guards them, since
// their functions are believed.

import type { BranchHint } from "../wasm/module.ts"

/** A function as the code section of a module has it, without its size; hints by offsets into it. */
export interface FunctionBytes {
  readonly bytes: Uint8Array
  readonly hints: readonly BranchHint[]
}

/** Instructions of one page: its address less that of the entry's page, and pairs of word index and word. */
export interface StoredPage {
  readonly delta: number
  readonly words: Int32Array
}

export interface StoredRegion {
  /** Word of the entry in its page, and a hash of the 16 words of its granule. */
  readonly index: number
  readonly granule: number
  readonly pages: readonly StoredPage[]
  readonly code: FunctionBytes
}

const MAGIC = 0x524d_4d56
const VERSION = 1
const HEADER_WORDS = 4
const PAGE = 4096
const GRANULE_WORDS = 16
/** Bounds of what is kept: regions, and bytes of functions. */
const MAX_REGIONS = 20_000
const MAX_BYTES = 48 << 20

/** Hash of the granule of 16 words that word `at` lies in. */
export function granuleHash(words: Int32Array, at: number): number {
  let hash = 0x811c_9dc5 | 0
  const first = at - (at % GRANULE_WORDS)
  for (let n = first; n < first + GRANULE_WORDS; n++) hash = Math.imul(hash ^ words[n], 0x0100_0193)
  return hash
}

function checksum(words: Int32Array): number {
  let sum = 1
  for (let at = HEADER_WORDS; at < words.length; at++) sum = (Math.imul(sum, 31) + words[at]) | 0
  return sum
}

class Reader {
  private readonly words: Int32Array
  private at = HEADER_WORDS

  constructor(words: Int32Array) {
    this.words = words
  }
  private next(): number {
    return this.words[this.at++]
  }
  private run(count: number): Int32Array {
    const run = this.words.subarray(this.at, this.at + count)
    this.at += count
    return run
  }
  region(): StoredRegion {
    const index = this.next()
    const granule = this.next()
    const pages = Array.from({ length: this.next() }, () => {
      const low = this.next() >>> 0
      const delta = (this.next() * 0x1_0000_0000 + low) * PAGE
      return { delta, words: this.run(this.next()) }
    })
    const size = this.next()
    const run = this.run((size + 3) >>> 2)
    const bytes = new Uint8Array(run.buffer, run.byteOffset, size)
    const hints = Array.from(this.run(this.next()), (hint) => ({ at: hint >>> 1, likely: (hint & 1) !== 0 }))
    return { index, granule, pages, code: { bytes, hints } }
  }
}

function wordsOf(region: StoredRegion): number[] {
  const { index, granule, pages, code } = region
  const words = [index, granule, pages.length]
  for (const { delta, words: own } of pages) {
    const high = Math.floor(delta / PAGE / 0x1_0000_0000)
    words.push((delta / PAGE - high * 0x1_0000_0000) | 0, high, own.length, ...own)
  }
  words.push(code.bytes.length)
  const padded = new Uint8Array((code.bytes.length + 3) & ~3)
  padded.set(code.bytes)
  for (const word of new Int32Array(padded.buffer)) words.push(word)
  words.push(code.hints.length)
  for (const { at, likely } of code.hints) words.push((at << 1) | (likely ? 1 : 0))
  return words
}

/** The regions in `bytes`; none where the bytes are not of this format, or damaged. */
export function readRegions(bytes: Uint8Array): StoredRegion[] {
  if (bytes.length < HEADER_WORDS * 4 || bytes.length % 4 !== 0) return []
  const words = new Int32Array(bytes.slice().buffer)
  if (words[0] !== MAGIC || words[1] !== VERSION || words[3] !== checksum(words)) return []
  const reader = new Reader(words)
  return Array.from({ length: words[2] }, () => reader.region())
}

/** The bytes of regions, as many as are kept, the first ones first. */
export function writeRegions(regions: readonly StoredRegion[]): Uint8Array {
  const runs: number[][] = []
  let size = 0
  for (const region of regions) {
    size += region.code.bytes.length
    if (runs.length >= MAX_REGIONS || size > MAX_BYTES) break
    runs.push(wordsOf(region))
  }
  const words = new Int32Array(runs.reduce((sum, run) => sum + run.length, HEADER_WORDS))
  let at = HEADER_WORDS
  for (const run of runs) {
    words.set(run, at)
    at += run.length
  }
  words.set([MAGIC, VERSION, runs.length])
  words[3] = checksum(words)
  return new Uint8Array(words.buffer)
}
