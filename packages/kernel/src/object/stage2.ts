// SPDX-License-Identifier: BSD-2-Clause
//
// The stage 2 address space of a virtual machine: real VMSAv8-64 tables in physical memory (Arm ARM, D8.3
// and D8.6; seL4's configuration: 40-bit IPA, 4 KiB granule, start at level 1 with two concatenated tables).
// Pages of 4 KiB and blocks of 2 MiB.

import type { PhysicalMemory } from "@vmm/machine"
import type { KernelObject } from "./cap.ts"
import { type FrameSource, LARGE_PAGE, SMALL_PAGE } from "./frame.ts"

/** IPAs are below this: 40 bits. */
const IPA_LIMIT = 2 ** 40
/** VTCR_EL2: T0SZ 24, SL0 1, IRGN0 and ORGN0 write-back, SH0 inner, TG0 4 KiB, PS 40 bits, RES1 bit 31. */
export const VTCR = 0x80023558n

const ROOT_SIZE = 0x2000
const TABLE = 3
const BLOCK = 1
const PAGE = 3
const ACCESS_FLAG = 1 << 10
const INNER_SHAREABLE = 3 << 8
const READ = 1 << 6
const WRITE = 2 << 6
const NORMAL_WRITE_BACK = 15 << 2
/** Bit 54 in the upper word. */
const EXECUTE_NEVER = 1 << 22

export interface Stage2Rights {
  readonly read: boolean
  readonly write: boolean
  readonly execute: boolean
  /** False: Device-nGnRnE, as seL4 maps what is not cached. */
  readonly cached: boolean
}

interface Range {
  readonly ipa: number
  readonly pa: number
  readonly size: number
}

export class Stage2 implements KernelObject {
  readonly type = "vspace"
  /** Physical address of the root. */
  readonly root: number
  readonly vmid: number
  /** Called after an unmap: drops what the processors have cached of this space. */
  onUnmap: () => void = () => undefined
  private readonly memory: PhysicalMemory
  private readonly source: FrameSource
  private readonly ranges: Range[] = []

  constructor(memory: PhysicalMemory, source: FrameSource, vmid: number) {
    this.memory = memory
    this.source = source
    this.vmid = vmid
    this.root = source.take(ROOT_SIZE)
    memory.fill(this.root, ROOT_SIZE, 0)
  }

  /** VTTBR_EL2: VMID in bits 63..48, root. */
  get vttbr(): bigint {
    return (BigInt(this.vmid) << 48n) | BigInt(this.root)
  }

  /**
   * Maps `size` bytes at `ipa` to `pa` in pages of `pageSize` (4 KiB or 2 MiB), all multiples of it. Throws
   * RangeError for an IPA outside 40 bits or one that is mapped already.
   */
  map(ipa: number, pa: number, size: number, pageSize: number, rights: Stage2Rights): void {
    if (ipa + size > IPA_LIMIT) throw new RangeError(`IPA 0x${(ipa + size).toString(16)} exceeds 40 bits`)
    if (ipa % pageSize !== 0 || pa % pageSize !== 0 || size % pageSize !== 0) {
      throw new RangeError(`0x${ipa.toString(16)} -> 0x${pa.toString(16)} is not aligned to its page size`)
    }
    const low =
      ACCESS_FLAG |
      INNER_SHAREABLE |
      (rights.read ? READ : 0) |
      (rights.write ? WRITE : 0) |
      (rights.cached ? NORMAL_WRITE_BACK : 0) |
      (pageSize === LARGE_PAGE ? BLOCK : PAGE)
    const high = rights.execute ? 0 : EXECUTE_NEVER
    for (let at = 0; at < size; at += pageSize) this.mapPage(ipa + at, pa + at, pageSize, low, high)
    this.ranges.push({ ipa, pa, size })
  }

  /** Unmaps whole pages of `[ipa, ipa + size)`; what is not mapped is passed over. */
  unmap(ipa: number, size: number): void {
    for (let at = ipa; at < ipa + size;) {
      const entry = this.entryOf(at)
      if (entry === undefined) {
        at += SMALL_PAGE
        continue
      }
      this.memory.writeU32(entry.at, 0)
      this.memory.writeU32(entry.at + 4, 0)
      at += entry.size - (at % entry.size)
    }
    this.onUnmap()
  }

  /** Physical address of an IPA by a walk of the tables; undefined when nothing is mapped. */
  translate(ipa: number): number | undefined {
    const entry = this.entryOf(ipa)
    if (entry === undefined) return undefined
    return this.outputOf(entry.at, entry.size) + (ipa % entry.size)
  }

  /** An IPA that is mapped to this physical address; undefined when none is. */
  ipaOf(pa: number): number | undefined {
    for (const range of this.ranges) {
      if (pa >= range.pa && pa < range.pa + range.size) {
        const ipa = range.ipa + (pa - range.pa)
        if (this.translate(ipa) === pa) return ipa
      }
    }
    return undefined
  }

  private mapPage(ipa: number, pa: number, pageSize: number, low: number, high: number): void {
    let entry = this.next(this.root + Math.floor(ipa / 2 ** 30) * 8)
    entry += (Math.floor(ipa / LARGE_PAGE) % 512) * 8
    if (pageSize === SMALL_PAGE) entry = this.next(entry) + (Math.floor(ipa / SMALL_PAGE) % 512) * 8
    if ((this.memory.readU32(entry) & 1) !== 0) {
      throw new RangeError(`IPA 0x${ipa.toString(16)} is mapped already`)
    }
    this.memory.writeU32(entry, ((pa % 2 ** 32) | low) >>> 0)
    this.memory.writeU32(entry + 4, (Math.floor(pa / 2 ** 32) | high) >>> 0)
  }

  /** The table that the entry at `at` names, made when there is none. */
  private next(at: number): number {
    const low = this.memory.readU32(at)
    if ((low & 3) === TABLE) return this.outputOf(at, SMALL_PAGE)
    if ((low & 1) !== 0) throw new RangeError("a block of 2 MiB is mapped here already")
    const table = this.source.take(SMALL_PAGE)
    this.memory.fill(table, SMALL_PAGE, 0)
    this.memory.writeU32(at, ((table % 2 ** 32) | TABLE) >>> 0)
    this.memory.writeU32(at + 4, Math.floor(table / 2 ** 32))
    return table
  }

  /** The leaf entry of an IPA: where it lies and how much it maps. */
  private entryOf(ipa: number): { readonly at: number; readonly size: number } | undefined {
    if (ipa < 0 || ipa >= IPA_LIMIT) return undefined
    const first = this.root + Math.floor(ipa / 2 ** 30) * 8
    if ((this.memory.readU32(first) & 1) === 0) return undefined
    const second = this.outputOf(first, SMALL_PAGE) + (Math.floor(ipa / LARGE_PAGE) % 512) * 8
    const low = this.memory.readU32(second)
    if ((low & 1) === 0) return undefined
    if ((low & 3) === BLOCK) return { at: second, size: LARGE_PAGE }
    const third = this.outputOf(second, SMALL_PAGE) + (Math.floor(ipa / SMALL_PAGE) % 512) * 8
    return (this.memory.readU32(third) & 1) === 0 ? undefined : { at: third, size: SMALL_PAGE }
  }

  /** Output address of a descriptor, bits 47..12, aligned to `size`. */
  private outputOf(at: number, size: number): number {
    const address = (this.memory.readU32(at + 4) & 0xffff) * 2 ** 32 + this.memory.readU32(at)
    return address - (address % size)
  }
}
