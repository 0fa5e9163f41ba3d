// SPDX-License-Identifier: BSD-2-Clause
//
// Linux's table of its own symbols, found in an arm64 Image or in a guest's RAM by its structure and read in
// place. After Linux v5.0 to v6.12, scripts/kallsyms.c (write_src) and kernel/kallsyms.c, for kernels with
// CONFIG_KALLSYMS_BASE_RELATIVE, which arm64 always has. Left out: CONFIG_KALLSYMS_ABSOLUTE_PERCPU (x86), modules.
//
// Two orders of the tables exist, each table aligned to 4 or 8 bytes:
//   until 6.3   offsets, relative_base, num_syms, names, markers, [seqs_of_names,] token_table, token_index
//   since 6.4   num_syms, names, markers, token_table, token_index, offsets, relative_base, seqs_of_names

/** Where the tables lie: byte positions in the searched memory. */
export interface KallsymsLayout {
  /** Number of symbols. */
  readonly count: number
  readonly names: number
  readonly markers: number
  readonly tokenTable: number
  readonly tokenIndex: number
  readonly offsets: number
  readonly relativeBase: number
}

const TOKENS = 256
/** A marker stands at every 256th name. */
const MARKER_STRIDE = 256
/** The ten digits are never worth replacing: they stand for themselves at their own codes. */
const DIGITS = Uint8Array.from("0123456789", (digit) => digit.charCodeAt(0))
/** No kernel has more; it bounds the search for what lies between the tables. */
const MAX_SYMBOLS = 4_000_000
/** Memory may look like tables without being any, by chance or on purpose: what is tried is bounded. */
const MAX_CANDIDATES = 32
/** What follows the markers rises on by chance for no longer than this. */
const MAX_OVERRUN = 16
/** KSYM_NAME_LEN is 512: no compressed name is longer. */
const MAX_NAME = 512

class Words {
  readonly bytes: Uint8Array
  private readonly view: DataView

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Little-endian; 0 beyond the ends. */
  u16(at: number): number {
    return at >= 0 && at + 2 <= this.bytes.length ? this.view.getUint16(at, true) : 0
  }

  u32(at: number): number {
    return at >= 0 && at + 4 <= this.bytes.length ? this.view.getUint32(at, true) : 0
  }
}

const up = (at: number, align: number): number => Math.ceil(at / align) * align
const down = (at: number, align: number): number => Math.floor(at / align) * align

interface TokenTables {
  readonly table: number
  readonly index: number
}

/** The token tables around the digits at `digits`: the index repeats where every token begins. */
function tokenTables(words: Words, digits: number): TokenTables | undefined {
  const { bytes } = words
  let end = digits
  for (let token = 0x30; token < TOKENS; token++) {
    const nul = bytes.indexOf(0, end)
    if (nul < 0 || nul - end > MAX_NAME) return undefined
    end = nul + 1
  }
  for (let index = up(end, 2); index <= end + 8; index += 2) {
    const table = digits - words.u16(index + 2 * 0x30)
    if (words.u16(index) !== 0 || table < 0) continue
    const startsWhereOneEnds = (token: number) =>
      token === 0 || bytes[table + words.u16(index + 2 * token) - 1] === 0
    const rises = (token: number) =>
      token === 0 || words.u16(index + 2 * token) > words.u16(index + 2 * token - 2)
    const all = Array.from({ length: TOKENS }, (_, token) => token)
    if (all.every((token) => rises(token) && startsWhereOneEnds(token))) return { table, index }
  }
  return undefined
}

/** Length of the compressed name at `at` and of the length itself: ULEB128 since 6.1, one byte below 128 before. */
function nameLength(bytes: Uint8Array, at: number): { readonly length: number; readonly head: number } {
  const low = bytes[at] ?? 0
  return low < 0x80
    ? { length: low, head: 1 }
    : { length: (low & 0x7f) | ((bytes[at + 1] ?? 0) << 7), head: 2 }
}

/** Walks `count` names from `names`: they must meet every marker and end where the markers begin. */
function namesFit(words: Words, names: number, count: number, markers: number): boolean {
  let at = names
  for (let symbol = 0; symbol < count; symbol++) {
    if (symbol % MARKER_STRIDE === 0 && words.u32(markers + 4 * (symbol / MARKER_STRIDE)) !== at - names)
      return false
    const { length, head } = nameLength(words.bytes, at)
    at += length + head
    if (length === 0 || at > markers) return false
  }
  return markers - at < 8
}

/** The names before `markers`: their number stands in front of them. */
function namesBefore(words: Words, markers: number): { names: number; count: number } | undefined {
  let marked = 1
  while (words.u32(markers + 4 * marked) > words.u32(markers + 4 * marked - 4)) marked++
  // With a table of sequence numbers behind the markers, what follows them may seem to rise on.
  for (const least = Math.max(1, marked - MAX_OVERRUN); marked > least; marked--) {
    const last = words.u32(markers + 4 * (marked - 1))
    const first = down(markers - last, 4)
    for (let names = first; names >= Math.max(4, first - MARKER_STRIDE * MAX_NAME); names -= 4) {
      for (const count of [words.u32(names - 8), words.u32(names - 4)]) {
        if (Math.ceil(count / MARKER_STRIDE) === marked && namesFit(words, names, count, markers))
          return { names, count }
      }
    }
  }
  return undefined
}

/** Finds markers and names before the token table; between them lie at most 3 bytes for each symbol. */
function findNames(words: Words, tokenTable: number) {
  const lowest = Math.max(0, tokenTable - 4 * MAX_SYMBOLS)
  let seen = 0
  for (let markers = down(tokenTable, 4) - 8; markers > lowest; markers -= 4) {
    const first = words.u32(markers + 4)
    if (words.u32(markers) !== 0 || first < 2 * MARKER_STRIDE || first > MARKER_STRIDE * MAX_NAME) continue
    if (words.u32(markers + 8) <= first && words.u32(markers + 8) !== 0) continue
    const found = namesBefore(words, markers)
    if (found !== undefined) return { ...found, markers }
    seen += 1
    if (seen >= MAX_CANDIDATES) return undefined
  }
  return undefined
}

/** Offsets are sorted: the symbols lie in the order of their addresses. */
function sorted(words: Words, at: number, count: number): boolean {
  if (at < 0 || at + 4 * count > words.bytes.length) return false
  for (let symbol = 1; symbol < count; symbol++) {
    if (words.u32(at + 4 * symbol) < words.u32(at + 4 * symbol - 4)) return false
  }
  return words.u32(at + 4 * (count - 1)) > words.u32(at)
}

function findOffsets(words: Words, names: number, count: number, tokenIndex: number) {
  const numSyms = words.u32(names - 8) === count ? names - 8 : names - 4
  const after = up(tokenIndex + 2 * TOKENS, 4)
  const places = [
    { offsets: down(numSyms - 8 - 4 * count, 8), relativeBase: numSyms - 8 },
    { offsets: up(after, 8), relativeBase: up(up(after, 8) + 4 * count, 8) },
    { offsets: after, relativeBase: up(after + 4 * count, 8) },
  ]
  return places.find(({ offsets }) => sorted(words, offsets, count))
}

/** The tables in `bytes`, undefined when there are none. Takes some milliseconds for each 100 MiB. */
export function findKallsyms(bytes: Uint8Array): KallsymsLayout | undefined {
  const words = new Words(bytes)
  const memory = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pattern = Buffer.from([...DIGITS].flatMap((digit) => [digit, 0]))
  let candidates = 0
  for (let at = memory.indexOf(pattern); at >= 0; at = memory.indexOf(pattern, at + 1)) {
    const tokens = tokenTables(words, at)
    if (tokens === undefined) continue
    candidates += 1
    if (candidates > MAX_CANDIDATES) return undefined
    const names = findNames(words, tokens.table)
    if (names === undefined) continue
    const offsets = findOffsets(words, names.names, names.count, tokens.index)
    if (offsets !== undefined)
      return { ...names, ...offsets, tokenTable: tokens.table, tokenIndex: tokens.index }
  }
  return undefined
}

/** Reads names and offsets out of the tables, one symbol at a time as the kernel does. */
export class Kallsyms {
  readonly layout: KallsymsLayout
  private readonly words: Words
  private readonly tokens: readonly string[]

  constructor(bytes: Uint8Array, layout: KallsymsLayout) {
    this.words = new Words(bytes)
    this.layout = layout
    this.tokens = Array.from({ length: TOKENS }, (_, token) => {
      const start = layout.tokenTable + this.words.u16(layout.tokenIndex + 2 * token)
      const end = bytes.indexOf(0, start)
      return String.fromCharCode(...bytes.subarray(start, Math.min(end < 0 ? start : end, start + MAX_NAME)))
    })
  }

  get count(): number {
    return this.layout.count
  }

  /** What the kernel adds to an offset: the virtual address of its first symbol; 0 before it relocated itself. */
  get relativeBase(): bigint {
    const low = BigInt(this.words.u32(this.layout.relativeBase))
    return (BigInt(this.words.u32(this.layout.relativeBase + 4)) << 32n) | low
  }

  /** Offset of a symbol from the first one, bytes; symbols are sorted by it. */
  offset(symbol: number): number {
    return this.words.u32(this.layout.offsets + 4 * symbol)
  }

  /** The name, without the letter of its type. */
  name(symbol: number): string {
    const { names, markers } = this.layout
    let at = names + this.words.u32(markers + 4 * Math.floor(symbol / MARKER_STRIDE))
    for (let skip = symbol % MARKER_STRIDE; skip > 0; skip--) at = this.after(at)
    return this.text(at).slice(1)
  }

  /** All names in the order of the symbols: much quicker than one by one. */
  *allNames(): Generator<string> {
    let at = this.layout.names
    for (let symbol = 0; symbol < this.count; symbol++) {
      yield this.text(at).slice(1)
      at = this.after(at)
    }
  }

  private after(at: number): number {
    const { length, head } = nameLength(this.words.bytes, at)
    return at + length + head
  }

  private text(at: number): string {
    const { length, head } = nameLength(this.words.bytes, at)
    let text = ""
    for (let i = at + head; i < at + head + length; i++) text += this.tokens[this.words.bytes[i] ?? 0] ?? ""
    return text
  }
}
