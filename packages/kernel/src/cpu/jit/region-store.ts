// SPDX-License-Identifier: BSD-2-Clause
//
// Regions that outlive a run: one module of all their functions, and the code that each was made from. A region is
// used again only where memory holds the very words of all its instructions, so what was kept for one guest serves
// any other that has the same code, and nothing else. Numbers are words of 32 bits, low byte first; a checksum guards
// them. The module's bytes are the cache's to guard.
//
//   header    magic, version, regions, words after the header, their checksum, bytes of the module
//   records   for each region: hash of its entry's granule, word of the entry in its page, where its pages and its
//             function lie (see Record)
//   pages     for each region: number of pages; for each page: address less that of the entry's page in pages (low,
//             high), number of words, then word index and word by turns
//   module

import type { BranchHint } from "../wasm/module.ts"

/** A function as the code section of a module has it, without its size; hints by offsets into it. */
export interface FunctionBytes {
  readonly bytes: Uint8Array
  readonly hints: Int32Array
}

/** Instructions of one page: its address less that of the entry's page, and pairs of word index and word. */
export interface StoredPage {
  readonly delta: number
  readonly words: Int32Array
}

/** What a region was made from. */
export interface StoredSource {
  /** Word of the entry in its page, and a hash of the 16 words of its granule. */
  readonly index: number
  readonly granule: number
  readonly pages: readonly StoredPage[]
}

export interface StoredRegion extends StoredSource {
  readonly code: FunctionBytes
}

const MAGIC = 0x524d_4d56
const VERSION = 2
const HEADER_WORDS = 6
const PAGE = 4096
const GRANULE_WORDS = 16

/** Words of a record: granule, index, place of the pages, place and size of function (in the module) and hints. */
const RECORD_WORDS = 7

/** Hash of the granule of 16 words that word `at` lies in. */
export function granuleHash(words: Int32Array, at: number): number {
  let hash = 0x811c_9dc5 | 0
  const first = at - (at % GRANULE_WORDS)
  for (let n = first; n < first + GRANULE_WORDS; n++) hash = Math.imul(hash ^ words[n], 0x0100_0193)
  return hash
}

function checksum(words: Int32Array, from: number, to: number): number {
  let sum = 1
  for (let at = from; at < to; at++) sum = (Math.imul(sum, 31) + words[at]) | 0
  return sum
}

/** Hints as numbers: twice their place, and 1 where the branch is likely. */
export function packedHints(hints: readonly BranchHint[]): Int32Array {
  return Int32Array.from(hints, ({ at, likely }) => (at << 1) | (likely ? 1 : 0))
}

/** The bytes of a file, read where they are asked for. */
export class StoredRegions {
  readonly count: number
  readonly module: Uint8Array
  private readonly words: Int32Array

  /** Of bytes that `isWhole`. */
  constructor(bytes: Uint8Array) {
    const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
    this.words = new Int32Array(whole.buffer, whole.byteOffset, whole.length >>> 2)
    this.count = this.words[2]
    const module = (HEADER_WORDS + this.words[3]) * 4
    this.module = whole.subarray(module, module + this.words[5])
  }

  /** Whether bytes are a file of this format whose words are as they were written. */
  static isWhole(bytes: Uint8Array): boolean {
    if (bytes.length < HEADER_WORDS * 4 || bytes.length % 4 !== 0) return false
    const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
    const words = new Int32Array(whole.buffer, whole.byteOffset, whole.length >>> 2)
    const end = HEADER_WORDS + words[3]
    if (words[0] !== MAGIC || words[1] !== VERSION || words[3] < 0 || end > words.length) return false
    return (
      words[5] >= 0 && words[5] <= bytes.length - end * 4 && words[4] === checksum(words, HEADER_WORDS, end)
    )
  }

  private record(n: number): number {
    return HEADER_WORDS + n * RECORD_WORDS
  }
  granule(n: number): number {
    return this.words[this.record(n)]
  }
  index(n: number): number {
    return this.words[this.record(n) + 1]
  }
  pages(n: number): StoredPage[] {
    let at = this.words[this.record(n) + 2]
    return Array.from({ length: this.words[at++] }, () => {
      const [low, high, count] = [this.words[at], this.words[at + 1], this.words[at + 2]]
      const words = this.words.subarray(at + 3, at + 3 + count)
      at += 3 + count
      return { delta: (high * 0x1_0000_0000 + (low >>> 0)) * PAGE, words }
    })
  }
  region(n: number): StoredRegion {
    const [start, size, hintsAt, hints] = this.words.subarray(
      this.record(n) + 3,
      this.record(n) + RECORD_WORDS,
    )
    return {
      granule: this.granule(n),
      index: this.index(n),
      pages: this.pages(n),
      code: {
        bytes: this.module.subarray(start, start + size),
        hints: this.words.subarray(hintsAt, hintsAt + hints),
      },
    }
  }
}

function pageWords(pages: readonly StoredPage[]): number[] {
  const words = [pages.length]
  for (const { delta, words: own } of pages) {
    const high = Math.floor(delta / PAGE / 0x1_0000_0000)
    words.push((delta / PAGE - high * 0x1_0000_0000) | 0, high, own.length)
    for (const word of own) words.push(word)
  }
  return words
}

/** Bytes of a number in LEB128. */
function lebSize(value: number): number {
  return Math.max(1, Math.ceil((32 - Math.clz32(value)) / 7))
}

/** The bytes of regions and of the module that has their functions in the same order, at its end. */
export function writeRegions(regions: readonly StoredRegion[], module: Uint8Array): Uint8Array {
  const records: number[] = []
  const rest: number[] = []
  const begin = HEADER_WORDS + regions.length * RECORD_WORDS
  const size = ({ code }: StoredRegion) => lebSize(code.bytes.length) + code.bytes.length
  let place = module.length - regions.reduce((sum, region) => sum + size(region), 0)
  for (const { granule, index, pages, code } of regions) {
    const pagesAt = begin + rest.length
    for (const word of pageWords(pages)) rest.push(word)
    const hintsAt = begin + rest.length
    for (const hint of code.hints) rest.push(hint)
    place += lebSize(code.bytes.length)
    records.push(granule, index, pagesAt, place, code.bytes.length, hintsAt, code.hints.length)
    place += code.bytes.length
  }
  const count = records.length + rest.length
  const end = (HEADER_WORDS + count) * 4
  const bytes = new Uint8Array(end + ((module.length + 3) & ~3))
  const words = new Int32Array(bytes.buffer, 0, HEADER_WORDS + count)
  words.set(records, HEADER_WORDS)
  words.set(rest, begin)
  words.set([
    MAGIC,
    VERSION,
    regions.length,
    count,
    checksum(words, HEADER_WORDS, words.length),
    module.length,
  ])
  bytes.set(module, end)
  return bytes
}
