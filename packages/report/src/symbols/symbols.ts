// SPDX-License-Identifier: BSD-2-Clause
//
// Addresses of a Linux guest as names. The symbols come from the guest's RAM, where the kernel's own table holds
// the base that it runs at (address space randomisation included), or from the Image, where that base is not yet
// written; then the physical address decides, or VBAR_EL1. Modules and user space are left out.

import { findKallsyms, Kallsyms } from "./kallsyms.ts"

/** A symbol with what is added to it. */
export interface GuestSymbol {
  readonly name: string
  /** Bytes from the symbol to the address. */
  readonly offset: number
  /** Bytes to the next symbol, the symbol's size. */
  readonly size: number
}

/** As the kernel prints it: `name+0x10/0x50`. */
export function symbolText({ name, offset, size }: GuestSymbol): string {
  return `${name}+0x${offset.toString(16)}/0x${size.toString(16)}`
}

/** arm64 Image (Documentation/arm64/booting.rst): code1, a branch to the kernel's entry, and the magic "ARM\x64". */
const IMAGE_CODE1 = 4
const IMAGE_MAGIC = 56
const MAGIC = 0x644d5241
/** Where code1 branches to: since 5.8, and before. */
const ENTRIES = ["primary_entry", "stext"]
/** The kernel's exception vectors begin at a multiple of 2 KiB. */
const VECTORS = "vectors"

/** Target of the branch of the Image's header, from the image's begin; undefined without header. */
function entryOf(image: Uint8Array): number | undefined {
  if (image.length < IMAGE_MAGIC + 4) return undefined
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength)
  const branch = view.getUint32(IMAGE_CODE1, true)
  if (view.getUint32(IMAGE_MAGIC, true) !== MAGIC || branch >>> 26 !== 0b000101) return undefined
  return IMAGE_CODE1 + ((branch << 6) >> 6) * 4
}

/** Names for addresses of the guest's kernel. */
export class GuestSymbols {
  private readonly table: Kallsyms
  /** IPA of the first symbol, undefined when the image's header is gone. */
  private readonly firstIpa: number | undefined
  private vectorsOffset: number | undefined

  /**
   * @param table the guest's table
   * @param image memory of the guest from the begin of its kernel's image, or the Image itself
   * @param imageIpa IPA where the image begins
   */
  constructor(table: Kallsyms, image: Uint8Array, imageIpa: number) {
    this.table = table
    const entry = entryOf(image)
    let symbol = 0
    for (const name of table.allNames()) {
      if (entry !== undefined && this.firstIpa === undefined && ENTRIES.includes(name)) {
        this.firstIpa = imageIpa + entry - table.offset(symbol)
      }
      if (name === VECTORS) this.vectorsOffset = table.offset(symbol)
      symbol += 1
    }
  }

  /** Number of symbols. */
  get count(): number {
    return this.table.count
  }

  /** Virtual address of the first symbol: as the running kernel has it, or as its VBAR_EL1 tells. */
  base(vbar?: bigint): bigint | undefined {
    const { relativeBase } = this.table
    if (relativeBase !== 0n) return relativeBase
    if (vbar === undefined || vbar >> 63n === 0n || this.vectorsOffset === undefined) return undefined
    const base = vbar - BigInt(this.vectorsOffset)
    return (base & 0x7ffn) === 0n ? base : undefined
  }

  /**
   * The symbol of an address, undefined outside the kernel.
   * @param address virtual address of the guest
   * @param ipa the IPA behind it, where that is known; decides when the virtual address does not
   */
  symbolAt(address: bigint, ipa?: number, vbar?: bigint): GuestSymbol | undefined {
    const base = this.base(vbar)
    const virtual = base === undefined ? undefined : this.at(Number(address - base))
    if (virtual !== undefined || ipa === undefined || this.firstIpa === undefined) return virtual
    return this.at(ipa - this.firstIpa)
  }

  /** The first symbol of those at the greatest offset not above `offset`. */
  private at(offset: number): GuestSymbol | undefined {
    const { table } = this
    const last = table.count - 1
    if (offset < 0 || offset >= table.offset(last)) return undefined
    let [low, high] = [0, last]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (table.offset(middle) <= offset) low = middle
      else high = middle - 1
    }
    const start = table.offset(low)
    const size = table.offset(low + 1) - start
    while (low > 0 && table.offset(low - 1) === start) low--
    return { name: table.name(low), offset: offset - start, size }
  }
}

/**
 * The symbols of the Linux kernel in `image`, undefined when there are none to be found.
 * @param image guest RAM from where the kernel's Image was placed, its image_size long; or the Image itself
 * @param imageIpa IPA of the first byte
 */
export function readGuestSymbols(image: Uint8Array, imageIpa: number): GuestSymbols | undefined {
  const layout = findKallsyms(image)
  return layout === undefined ? undefined : new GuestSymbols(new Kallsyms(image, layout), image, imageIpa)
}
