// SPDX-License-Identifier: BSD-2-Clause
//
// Decoded pages: for every host page that code was fetched from, 1024 decoded instructions, filled 64 bytes
// of code (a granule) at a time when they are first reached. A store into a decoded granule puts it back to
// undecoded. When the pool is used up all pages are given back at once.

import { type Decoder, HANDLER_PAGE_END, HANDLER_UNDECODED } from "./a64/decoder.ts"
import * as L from "./layout.ts"

/** Bytes of code whose decoding is tracked as one. */
export const GRANULE = 64
const GRANULE_WORDS = GRANULE / 4
const PAGE_SHIFT = 12

/** A decoded page, then the table index of the region that starts at each of its instructions. */
export const REGION_TABLE = L.DECODED_PAGE_SIZE
const SLOT_SIZE = L.DECODED_PAGE_SIZE + 4096

/** Told when decoded or translated code is no longer what memory holds. */
export interface CodeListener {
  /** The granules of `bits` (bit n: bytes 64n .. 64n+63) of the page with this decoded page changed. */
  granulesDropped(decodedPage: number, bits: bigint): void
  /** All decoded pages were given back. */
  allDropped(): void
}

export class CodePages {
  private readonly decoder: Decoder
  private readonly view: DataView
  private readonly words: Uint32Array
  private readonly bytes: Uint8Array
  private readonly owners: number[] = []
  private next = L.DECODE_POOL
  /** Drops soft-TLB entries: write entries of a page that becomes code; all code entries. */
  dropWriteEntries: (hostPage: number) => void = () => undefined
  dropCodeEntries: () => void = () => undefined
  listener: CodeListener | undefined

  constructor(buffer: ArrayBuffer, decoder: Decoder) {
    this.decoder = decoder
    this.view = new DataView(buffer)
    this.words = new Uint32Array(buffer)
    this.bytes = new Uint8Array(buffer)
  }

  /** The decoded page of the host page at `hostOffset` (4 KiB aligned), made if there is none. */
  pageFor(hostOffset: number): number {
    const meta = (L.PAGE_META >>> 2) + (hostOffset >>> PAGE_SHIFT)
    const known = this.words[meta]
    if (known !== 0) return known
    if (this.next + SLOT_SIZE > L.DECODE_POOL_END) this.dropAll()
    const page = this.next
    this.next += SLOT_SIZE
    this.bytes.fill(0, page, page + SLOT_SIZE)
    this.view.setUint16(page + 1024 * L.INSN_SIZE + L.INSN_HANDLER_U16, HANDLER_PAGE_END, true)
    this.owners[this.slotOf(page)] = hostOffset
    this.words[meta] = page
    this.dropWriteEntries(hostOffset >>> PAGE_SHIFT)
    return page
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
    for (let at = first; at < first + GRANULE_WORDS; at++) {
      const address = page + at * L.INSN_SIZE
      if (this.view.getUint16(address, true) === HANDLER_UNDECODED) {
        this.decoder.decodeInto(this.words[(host >>> 2) + at], this.view, address)
      }
    }
    const granule = (host >>> 6) + first / GRANULE_WORDS
    this.bytes[L.CODE_GRANULES + (granule >>> 3)] |= 1 << (granule & 7)
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
      const granules = L.CODE_GRANULES + (host >>> 9)
      this.bytes.fill(0, granules, granules + 8)
    }
    this.owners.length = 0
    this.next = L.DECODE_POOL
    this.dropCodeEntries()
    this.listener?.allDropped()
  }
}
