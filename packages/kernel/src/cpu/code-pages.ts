// SPDX-License-Identifier: BSD-2-Clause
//
// Decoded pages: for every host page that code was fetched from, 1024 decoded instructions, filled 64 bytes
// of code (a granule) at a time when they are first reached. A store into a decoded granule puts it back to
// undecoded; a page that is stored to again and again counts as data and is given back. When the pool is
// used up some pages are given back, in their turn.

import { type Decoder, HANDLER_PAGE_END, HANDLER_UNDECODED } from "./a64/decoder.ts"
import * as L from "./layout.ts"

/** Bytes of code whose decoding is tracked as one. */
export const GRANULE = 64
const GRANULE_WORDS = GRANULE / 4
const PAGE_SHIFT = 12
/** Stores into a page with decoded code, after which it is taken for data (a freed page in a new role). */
const STORES_UNTIL_DATA = 32
/** Pages that are given back at a time when the pool is used up. */
const EVICTED = 64
const ALL_GRANULES = (1n << 64n) - 1n

/** A decoded page, then the table index of the region that starts at each of its instructions. */
export const REGION_TABLE = L.DECODED_PAGE_SIZE
const SLOT_SIZE = L.DECODED_PAGE_SIZE + 4096

/** Told when decoded or translated code is no longer what memory holds. */
export interface CodeListener {
  /** The granules of `bits` (bit n: bytes 64n .. 64n+63) of the page with this decoded page changed. */
  granulesDropped(decodedPage: number, bits: bigint): void
  /** The granule of word `first` of a page, which lies in memory at `host`, was decoded. */
  granuleDecoded(decodedPage: number, host: number, first: number): void
  /** All decoded pages were given back. */
  allDropped(): void
}

export class CodePages {
  private readonly decoder: Decoder
  private readonly view: DataView
  private readonly words: Uint32Array
  private readonly bytes: Uint8Array
  private readonly owners: number[] = []
  private readonly stores: number[] = []
  private readonly freePages: number[] = []
  private next = L.DECODE_POOL
  /** From here on the pool was never used. */
  private pristine = L.DECODE_POOL
  /** Number of the page that was given back last for want of room. */
  private turn = 0
  /** Drops soft-TLB entries: write entries of a page that becomes code; all code entries. */
  dropWriteEntries: (hostPage: number) => void = () => undefined
  dropCodeEntries: () => void = () => undefined
  dropCodePage: (decodedPage: number) => void = () => undefined
  listener: CodeListener | undefined
  /**
   * Decodes what is not decoded of the instructions from `at` on, for the words at [from, end). The engine's own
   * remembers words (interp/granule.ts).
   */
  decodeWords: (at: number, from: number, end: number) => void

  constructor(buffer: ArrayBuffer, decoder: Decoder) {
    this.decoder = decoder
    this.view = new DataView(buffer)
    this.words = new Uint32Array(buffer)
    this.bytes = new Uint8Array(buffer)
    this.decodeWords = (at, from, end) => {
      for (let word = from; word < end; word += 4, at += L.INSN_SIZE) {
        if (this.view.getUint16(at, true) === HANDLER_UNDECODED) this.decodeWord(this.words[word >>> 2], at)
      }
    }
  }

  /** Decodes a word into the decoded instruction at `at`. */
  decodeWord(word: number, at: number): void {
    this.decoder.decodeInto(word, this.view, at)
  }

  /** The decoded page of the host page at `hostOffset` (4 KiB aligned), made if there is none. */
  pageFor(hostOffset: number): number {
    const meta = (L.PAGE_META >>> 2) + (hostOffset >>> PAGE_SHIFT)
    const known = this.words[meta]
    if (known !== 0) return known
    const page = this.takePage()
    // What was never used is zero as it is, and takes no memory of the host until it is written.
    if (page < this.pristine) this.bytes.fill(0, page, page + SLOT_SIZE)
    else this.pristine = page + SLOT_SIZE
    this.view.setUint16(page + 1024 * L.INSN_SIZE + L.INSN_HANDLER_U16, HANDLER_PAGE_END, true)
    this.owners[this.slotOf(page)] = hostOffset
    this.stores[this.slotOf(page)] = 0
    this.words[meta] = page
    this.dropWriteEntries(hostOffset >>> PAGE_SHIFT)
    return page
  }

  private takePage(): number {
    const free = this.freePages.pop()
    if (free !== undefined) return free
    if (this.next + SLOT_SIZE > L.DECODE_POOL_END) return this.evict()
    const page = this.next
    this.next += SLOT_SIZE
    return page
  }

  /** Gives back some pages, the ones whose turn it is; gives one of them. */
  private evict(): number {
    const count = this.slotOf(this.next)
    for (let n = 0; n < EVICTED; n++) {
      this.turn = (this.turn + 1) % count
      const page = L.DECODE_POOL + this.turn * SLOT_SIZE
      const host = this.owners[this.turn]
      const meta = (L.PAGE_META >>> 2) + (host >>> PAGE_SHIFT)
      if (this.words[meta] !== page) continue
      this.words[meta] = 0
      this.clearGranules(host)
      this.listener?.granulesDropped(page, ALL_GRANULES)
      this.freePages.push(page)
    }
    this.dropCodeEntries()
    return this.freePages.pop() ?? this.evict()
  }

  /**
   * Counts a store into the host page at `hostOffset`, which holds decoded code and is not being executed.
   * True: it is taken for data from now on, and stores to it need no care.
   */
  storedInto(hostOffset: number): boolean {
    const meta = (L.PAGE_META >>> 2) + (hostOffset >>> PAGE_SHIFT)
    const page = this.words[meta]
    const slot = this.slotOf(page)
    this.stores[slot] += 1
    if (this.stores[slot] < STORES_UNTIL_DATA) return false
    this.words[meta] = 0
    this.clearGranules(hostOffset)
    this.dropCodePage(page)
    this.listener?.granulesDropped(page, ALL_GRANULES)
    this.freePages.push(page)
    return true
  }

  private clearGranules(hostOffset: number): void {
    const granules = L.CODE_GRANULES + ((hostOffset >>> PAGE_SHIFT) << 3)
    this.bytes.fill(0, granules, granules + 8)
  }

  private slotOf(address: number): number {
    return Math.floor((address - L.DECODE_POOL) / SLOT_SIZE)
  }

  /** Decoded page and host page that a decoded instruction's address lies in. */
  locate(entry: number): { readonly page: number; readonly host: number; readonly index: number } {
    const slot = this.slotOf(entry)
    const page = L.DECODE_POOL + slot * SLOT_SIZE
    return { page, host: this.owners[slot], index: (entry - page) / L.INSN_SIZE }
  }

  /** Decodes the granule around the decoded instruction at `entry`. */
  decode(entry: number): void {
    const { page, host, index } = this.locate(entry)
    const first = index - (index % GRANULE_WORDS)
    const from = host + first * 4
    this.decodeWords(page + first * L.INSN_SIZE, from, from + GRANULE)
    const granule = (host >>> 6) + first / GRANULE_WORDS
    this.bytes[L.CODE_GRANULES + (granule >>> 3)] |= 1 << (granule & 7)
    this.listener?.granuleDecoded(page, host, first)
  }

  /** Nothing was decoded since the start or the last `dropAll`. */
  get isEmpty(): boolean {
    return this.owners.length === 0
  }

  /** Memory at [hostOffset, hostOffset + size) was written: forget what was decoded from there. */
  codeWritten(hostOffset: number, size: number): void {
    for (let at = hostOffset - (hostOffset % GRANULE); at < hostOffset + size; at += GRANULE) {
      const page = this.words[(L.PAGE_META >>> 2) + (at >>> PAGE_SHIFT)]
      const granule = at >>> 6
      const byte = L.CODE_GRANULES + (granule >>> 3)
      const bit = 1 << (granule & 7)
      if (page === 0 || (this.bytes[byte] & bit) === 0) continue
      this.bytes[byte] &= ~bit
      const inPage = (at & 4095) / GRANULE
      for (let n = 0; n < GRANULE_WORDS; n++) {
        const address = page + (inPage * GRANULE_WORDS + n) * L.INSN_SIZE
        this.view.setUint16(address + L.INSN_HANDLER_U16, HANDLER_UNDECODED, true)
      }
      this.listener?.granulesDropped(page, 1n << BigInt(inPage))
    }
  }

  /** Gives back every decoded page, as after a reset of RAM. */
  dropAll(): void {
    for (const host of this.owners) {
      this.words[(L.PAGE_META >>> 2) + (host >>> PAGE_SHIFT)] = 0
      this.clearGranules(host)
    }
    this.owners.length = 0
    this.freePages.length = 0
    this.next = L.DECODE_POOL
    this.dropCodeEntries()
    this.listener?.allDropped()
  }
}
