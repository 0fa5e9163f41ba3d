// SPDX-License-Identifier: BSD-2-Clause
//
// Regions that outlive a run: modules as they were made, V8's machine code of them, and the code of the guest that each
// region was made from. A region is used again only where memory holds the very words of all its instructions, so what
// was kept for one guest serves any other that has the same code, and nothing else. A file is parts one after the
// other, each a module. Numbers are words of 32 bits, low byte first; a checksum guards them. The bytes of module and
// machine code are the cache's to guard.
//
//   header    magic, version, regions, words after the header, their checksum, bytes of module and of machine code
//   records   for each region: hash of its entry's granule, word of the entry in its page (bit 31: it has grown), where
//             its pages lie
//   pages     for each region: number of pages; for each page: address less that of the entry's page in pages (low,
//             high), number of words, then word index and word by turns
//   module, machine code: each to a whole number of words

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
  /** It was made again from many recordings. */
  readonly isGrown: boolean
  readonly pages: readonly StoredPage[]
}

const MAGIC = 0x524d_4d56
const VERSION = 4
const HEADER_WORDS = 7
const PAGE = 4096
const GRANULE_WORDS = 16
/** Words of a record: granule, index, place of the pages. */
const RECORD_WORDS = 3

/** Bit of the second word of a record. */
const GROWN = 0x8000_0000

/** Hash of the granule of 16 words that word `at` lies in. */
export function granuleHash(words: Int32Array, at: number): number {
  let hash = 0x811c_9dc5 | 0
  const first = at - (at % GRANULE_WORDS)
  for (let n = first; n < first + GRANULE_WORDS; n++) hash = Math.imul(hash ^ words[n], 0x0100_0193)
  return hash
}

/** Of the words from place `from` on. */
export function checksum(words: Int32Array, from: number): number {
  let sum = 1
  for (let at = from; at < words.length; at++) sum = (Math.imul(sum, 31) + words[at]) | 0
  return sum
}

const wordsOf = (bytes: number): number => (bytes + 3) >>> 2

/** One part, read where it is asked for. */
export class StoredModule {
  readonly count: number
  /** The module, and V8's machine code of it; empty when it had none. */
  readonly module: Uint8Array
  readonly code: Uint8Array
  private readonly words: Int32Array

  /** `words`: those of the part. */
  constructor(words: Int32Array) {
    this.words = words
    this.count = words[2]
    const module = words.byteOffset + (HEADER_WORDS + words[3]) * 4
    this.module = new Uint8Array(words.buffer, module, words[5])
    this.code = new Uint8Array(words.buffer, module + wordsOf(words[5]) * 4, words[6])
  }

  private record(n: number): number {
    return HEADER_WORDS + n * RECORD_WORDS
  }
  granule(n: number): number {
    return this.words[this.record(n)]
  }
  index(n: number): number {
    return this.words[this.record(n) + 1] & ~GROWN
  }
  isGrown(n: number): boolean {
    return (this.words[this.record(n) + 1] & GROWN) !== 0
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

  sources(): StoredSource[] {
    return Array.from({ length: this.count }, (_, n) => ({
      index: this.index(n),
      granule: this.granule(n),
      isGrown: this.isGrown(n),
      pages: this.pages(n),
    }))
  }

  /** The part with other machine code. */
  withCode(code: Uint8Array): Uint8Array {
    const front = HEADER_WORDS + this.words[3] + wordsOf(this.module.length)
    const words = new Int32Array(front + wordsOf(code.length))
    words.set(this.words.subarray(0, front))
    words[6] = code.length
    const bytes = new Uint8Array(words.buffer)
    bytes.set(code, front * 4)
    return bytes
  }
}

/** Words of the part that begins at `from`; 0 when there is none that is as it was written. */
function partAt(words: Int32Array, from: number): number {
  if (words.length - from < HEADER_WORDS) return 0
  const [magic, version, regions, count, sum, module, code] = words.subarray(from, from + HEADER_WORDS)
  if (magic !== MAGIC || version !== VERSION || module < 0 || code < 0) return 0
  if (count < 0 || regions < 0 || regions * RECORD_WORDS > count) return 0
  const end = from + HEADER_WORDS + count
  const size = HEADER_WORDS + count + wordsOf(module) + wordsOf(code)
  if (size > words.length - from) return 0
  return checksum(words.subarray(0, end), from + HEADER_WORDS) === sum ? size : 0
}

/** The parts of a file; none when any is not as it was written. */
export function storedModules(file: Uint8Array): readonly StoredModule[] {
  if (file.length % 4 !== 0) return []
  const whole = file.byteOffset % 4 === 0 ? file : file.slice()
  const words = new Int32Array(whole.buffer, whole.byteOffset, whole.length >>> 2)
  const parts: StoredModule[] = []
  for (let at = 0; at < words.length;) {
    const size = partAt(words, at)
    if (size === 0) return []
    parts.push(new StoredModule(words.subarray(at, at + size)))
    at += size
  }
  return parts
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

/** The part of a module that has the regions made from `sources`, by their places. */
export function storedPart(
  sources: readonly StoredSource[],
  module: Uint8Array,
  code: Uint8Array,
): Uint8Array {
  const records: number[] = []
  const rest: number[] = []
  const begin = HEADER_WORDS + sources.length * RECORD_WORDS
  for (const { granule, index, isGrown, pages } of sources) {
    records.push(granule, isGrown ? index | GROWN : index, begin + rest.length)
    for (const word of pageWords(pages)) rest.push(word)
  }
  const count = records.length + rest.length
  const end = HEADER_WORDS + count
  const words = new Int32Array(end + wordsOf(module.length) + wordsOf(code.length))
  words.set(records, HEADER_WORDS)
  words.set(rest, begin)
  const sum = checksum(words.subarray(0, end), HEADER_WORDS)
  words.set([MAGIC, VERSION, sources.length, count, sum, module.length, code.length])
  const bytes = new Uint8Array(words.buffer)
  bytes.set(module, end * 4)
  bytes.set(code, (end + wordsOf(module.length)) * 4)
  return bytes
}
