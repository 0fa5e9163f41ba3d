// SPDX-License-Identifier: BSD-2-Clause
//
// The soft TLB: banks of direct-mapped tables that the generated code looks into, one pair (EL1, EL0) for each
// of the address spaces used last, told apart by ASID as the architecture does (Arm ARM DDI 0487, D8.14): a
// guest that changes a table has to invalidate here as it has to on hardware. VMID, translation controls and
// HCR_EL2 belong to the CPU: a change of them flushes all. Entries of blocks are noted, so that an
// invalidation of any address in a block finds all its pages.

import * as L from "../layout.ts"
import { DeviceTlb } from "./device-tlb.ts"
import { PSTATE_UAO, TCR_A1, TCR_HI_AS } from "./registers.ts"
import type { Views } from "./views.ts"
import type { WalkCache } from "./walk-cache.ts"

const SPACES = L.BANK_SPACES
const CPU_BLOCK_SHIFT = Math.log2(L.CPU_BLOCK_SIZE)
const BANKS_PER_CPU = SPACES * 2
const PAGES = 0x10_0000
/** Filled tables of a bank. */
const HAS_READ = 1
const HAS_WRITE = 2
const HAS_CODE = 4
const TABLES = [L.TLB_READ, L.TLB_WRITE, L.TLB_CODE] as const
const TABLE_SIZE = L.TLB_ENTRIES * L.TLB_ENTRY_SIZE
/** Notes of blocks by a hash of their number: 2 MiB ones, then 1 GiB ones. */
const BLOCK_NOTES = 4096
const SMALL_BLOCK = 21
const LARGE_BLOCK = 30
/** VA bits 55..32: what a TLBI operand holds of the upper half. */
const VA_HI = 0xff_ffff
const NO_ASID = -1

export class Tlb {
  /** What no bank maps: devices. */
  readonly devices = new DeviceTlb()
  private readonly walks: WalkCache | undefined
  private readonly views: Views
  private readonly cpuCount: number
  private readonly asids: Int32Array
  private readonly lastUse: Float64Array
  private readonly current: Int32Array
  /** Bit n of a CPU: the EL1 bank of space n has data that EL0 may reach, noted while PSTATE.PAN was clear. */
  private readonly userSeen: Uint8Array
  private readonly filled: Uint8Array
  private readonly blocks: Uint8Array
  /** CPUs whose banks were made empty at least once; those of others are never used. */
  private readonly ready: Uint8Array
  /** One bit a host page: some write entry may map it. */
  private readonly written = new Uint32Array(PAGES / 32)
  private uses = 0

  /** `walks` is flushed with the entries. */
  constructor(views: Views, cpuCount: number, walks?: WalkCache) {
    this.walks = walks
    this.views = views
    this.cpuCount = cpuCount
    this.asids = new Int32Array(cpuCount * SPACES).fill(NO_ASID)
    this.lastUse = new Float64Array(cpuCount * SPACES)
    this.current = new Int32Array(cpuCount)
    this.userSeen = new Uint8Array(cpuCount)
    this.filled = new Uint8Array(cpuCount * BANKS_PER_CPU)
    this.ready = new Uint8Array(cpuCount)
    this.blocks = new Uint8Array(cpuCount * BLOCK_NOTES * 2)
  }

  private indexOf(cpu: number): number {
    return this.views.i32[(cpu + L.INDEX_I32) >>> 2]
  }

  private bankBase(index: number, bank: number): number {
    return L.CPU_BLOCKS + index * L.CPU_BLOCK_SIZE + L.BANKS + bank * L.BANK_SIZE
  }

  /** Empties everything of this CPU, whatever its banks hold, and chooses the bank of its present state. */
  reset(cpu: number): void {
    const index = this.indexOf(cpu)
    this.ready[index] = 1
    this.filled.fill(HAS_READ | HAS_WRITE | HAS_CODE, index * BANKS_PER_CPU, (index + 1) * BANKS_PER_CPU)
    this.flushAll(cpu)
  }

  /** Empties everything of this CPU, which `reset` made ready, and chooses the bank of its present state. */
  flushAll(cpu: number): void {
    this.walks?.clear()
    const index = this.indexOf(cpu)
    if (this.ready[index] === 0) return
    for (let bank = 0; bank < BANKS_PER_CPU; bank++) this.flushBank(index, bank)
    this.asids.fill(NO_ASID, index * SPACES, (index + 1) * SPACES)
    this.blocks.fill(0, index * BLOCK_NOTES * 2, (index + 1) * BLOCK_NOTES * 2)
    this.select(cpu)
  }

  private flushBank(index: number, bank: number): void {
    this.devices.clear()
    const at = index * BANKS_PER_CPU + bank
    const filled = this.filled[at]
    if (filled === 0) return
    const base = this.bankBase(index, bank)
    for (let table = 0; table < 3; table++) {
      const from = base + TABLES[table]
      if ((filled & (1 << table)) !== 0) this.views.u8.fill(0xff, from, from + TABLE_SIZE)
    }
    this.filled[at] = 0
  }

  private flushSpace(index: number, space: number): void {
    this.flushBank(index, space * 2)
    this.flushBank(index, space * 2 + 1)
  }

  /** The ASID in use: of TTBR1_EL1 with TCR_EL1.A1, else of TTBR0_EL1; 8 bits unless TCR_EL1.AS is set. */
  asidOf(cpu: number): number {
    const { i32 } = this.views
    const fromTtbr1 = (i32[(cpu + L.SLOT.TCR_EL1) >>> 2] & TCR_A1) !== 0
    const ttbr = fromTtbr1 ? L.SLOT.TTBR1_EL1 : L.SLOT.TTBR0_EL1
    const asid = i32[(cpu + ttbr + 4) >>> 2] >>> 16
    return (i32[(cpu + L.SLOT.TCR_EL1 + 4) >>> 2] & TCR_HI_AS) !== 0 ? asid : asid & 0xff
  }

  /** Chooses the banks of the present ASID and EL; the least recently used ones when it has none. */
  select(cpu: number): void {
    const index = this.indexOf(cpu)
    const asid = this.asidOf(cpu)
    const first = index * SPACES
    let space = this.current[index]
    if (this.asids[first + space] !== asid) {
      space = this.findSpace(first, asid)
      if (this.asids[first + space] !== asid) {
        this.flushSpace(index, space)
        this.asids[first + space] = asid
      }
      this.current[index] = space
    }
    this.lastUse[first + space] = ++this.uses
    this.selectEl(cpu)
  }

  private findSpace(first: number, asid: number): number {
    let oldest = 0
    for (let space = 0; space < SPACES; space++) {
      if (this.asids[first + space] === asid) return space
      if (this.lastUse[first + space] < this.lastUse[first + oldest]) oldest = space
    }
    return oldest
  }

  /** Points the CPU at the bank of its present EL. */
  selectEl(cpu: number): void {
    const { i32 } = this.views
    const index = i32[(cpu + L.INDEX_I32) >>> 2]
    const base = this.bankBase(index, this.current[index] * 2)
    const uao = (i32[(cpu + L.SS_IL_I32) >>> 2] & PSTATE_UAO) !== 0
    i32[(cpu + L.BANK_UNPRIV_I32) >>> 2] = uao ? base + L.BANK_SIZE : base
    i32[(cpu + L.BANK_I32) >>> 2] = base + i32[(cpu + L.EL_I32) >>> 2] * L.BANK_SIZE
  }

  /** A page that EL0 may reach was entered into the present EL1 bank. */
  noteUser(cpu: number): void {
    const index = this.indexOf(cpu)
    this.userSeen[index] |= 1 << this.current[index]
  }

  /** PSTATE.PAN was set: EL1 banks forget, with what else they hold, pages that EL0 may reach. */
  hideUser(cpu: number): void {
    const index = this.indexOf(cpu)
    const seen = this.userSeen[index]
    if (seen === 0) return
    for (let space = 0; space < SPACES; space++) {
      if ((seen & (1 << space)) !== 0) this.flushBank(index, space * 2 + 1)
    }
    this.userSeen[index] = 0
  }

  /** Notes that a table of a bank is in use, and the block that the page belongs to. */
  private note(bank: number, table: number, lo: number, hi: number, shift: number): void {
    const index = (bank - L.CPU_BLOCKS) >>> CPU_BLOCK_SHIFT
    const number = ((bank - this.bankBase(index, 0)) / L.BANK_SIZE) | 0
    this.filled[index * BANKS_PER_CPU + number] |= table
    if (shift > 12) this.blocks[this.noteOf(index, lo, hi & VA_HI, shift)] = 1
  }

  private noteOf(index: number, lo: number, hi: number, shift: number): number {
    const block = (hi << (32 - shift)) | (lo >>> shift)
    const set = shift === SMALL_BLOCK ? 0 : BLOCK_NOTES
    return index * BLOCK_NOTES * 2 + set + ((block ^ (block >>> 12)) & (BLOCK_NOTES - 1))
  }

  private fill(entry: number, lo: number, hi: number, addend: number, host: number): void {
    const { i32 } = this.views
    const at = entry >>> 2
    i32[at] = lo & -4096
    i32[at + 1] = hi
    i32[at + 2] = addend
    i32[at + 3] = host
  }

  private entryOf(bank: number, table: number, lo: number): number {
    return bank + table + ((lo >>> 12) & L.TLB_INDEX_MASK) * L.TLB_ENTRY_SIZE
  }

  /** Maps the page of a VA to the host page at `host` for reads. `shift` is the size of stage 1's leaf. */
  fillRead(bank: number, lo: number, hi: number, host: number, shift: number): void {
    this.note(bank, HAS_READ, lo, hi, shift)
    this.fill(this.entryOf(bank, L.TLB_READ, lo), lo, hi, (host - (lo & -4096)) | 0, host)
  }

  fillWrite(bank: number, lo: number, hi: number, host: number, shift: number): void {
    this.note(bank, HAS_WRITE, lo, hi, shift)
    this.fill(this.entryOf(bank, L.TLB_WRITE, lo), lo, hi, (host - (lo & -4096)) | 0, host)
    this.written[host >>> 17] |= 1 << (host >>> 12)
  }

  /** Maps the page of a VA to a decoded page. */
  fillCode(bank: number, lo: number, hi: number, host: number, decoded: number, shift: number): void {
    this.note(bank, HAS_CODE, lo, hi, shift)
    this.fill(this.entryOf(bank, L.TLB_CODE, lo), lo, hi, decoded, host)
  }

  /** Host page (byte offset) that the code table of the current bank has for this VA; -1: none. */
  codeHost(cpu: number, lo: number, hi: number): number {
    const { i32 } = this.views
    const at = this.entryOf(i32[(cpu + L.BANK_I32) >>> 2], L.TLB_CODE, lo) >>> 2
    return i32[at] === (lo & -4096) && i32[at + 1] === hi ? i32[at + 3] >>> 0 : -1
  }

  /** TLBI ASIDE1: drops the space of an ASID. (Global entries of it go too, which is allowed.) */
  flushAsid(cpu: number, asid: number): void {
    this.walks?.clear()
    const index = this.indexOf(cpu)
    for (let space = 0; space < SPACES; space++) {
      if (this.asids[index * SPACES + space] === asid) this.flushSpace(index, space)
    }
  }

  /**
   * TLBI VAE1 and VAAE1: drops the pages of a VA (bits 55..12, any top byte), those of its block included,
   * in every space: entries of other ASIDs may be global. The forms for the last level leave walks alone.
   */
  flushVa(cpu: number, lo: number, hi: number, lastLevel = false): void {
    if (!lastLevel) this.walks?.clear()
    this.devices.clear()
    const index = this.indexOf(cpu)
    const small = this.blocks[this.noteOf(index, lo, hi & VA_HI, SMALL_BLOCK)] !== 0
    const large = this.blocks[this.noteOf(index, lo, hi & VA_HI, LARGE_BLOCK)] !== 0
    for (let bank = 0; bank < BANKS_PER_CPU; bank++) {
      const filled = this.filled[index * BANKS_PER_CPU + bank]
      const base = this.bankBase(index, bank)
      for (let table = 0; table < 3; table++) {
        if ((filled & (1 << table)) === 0) continue
        this.dropVa(base + TABLES[table], lo, hi)
        if (small) this.dropBlock(base + TABLES[table], lo, hi, SMALL_BLOCK)
        if (large) this.dropBlock(base + TABLES[table], lo, hi, LARGE_BLOCK)
      }
    }
  }

  private dropVa(table: number, lo: number, hi: number): void {
    const { i32 } = this.views
    const at = this.entryOf(table, 0, lo) >>> 2
    if (i32[at] === (lo & -4096) && ((i32[at + 1] ^ hi) & VA_HI) === 0) {
      i32[at] = -1
      i32[at + 1] = -1
    }
  }

  private dropBlock(table: number, lo: number, hi: number, shift: number): void {
    const { i32 } = this.views
    const end = (table + TABLE_SIZE) >>> 2
    for (let at = table >>> 2; at < end; at += 4) {
      if ((i32[at] ^ lo) >>> shift === 0 && ((i32[at + 1] ^ hi) & VA_HI) === 0) {
        i32[at] = -1
        i32[at + 1] = -1
      }
    }
  }

  /** A page got its first decoded code: stores to it have to be seen, so no bank may map it for writing. */
  dropWriteEntries(hostPage: number): void {
    if ((this.written[hostPage >>> 5] & (1 << hostPage)) === 0) return
    this.written[hostPage >>> 5] &= ~(1 << hostPage)
    const { i32 } = this.views
    const host = (hostPage << 12) | 0
    for (let number = 0; number < this.cpuCount * BANKS_PER_CPU; number++) {
      if ((this.filled[number] & HAS_WRITE) === 0) continue
      const index = Math.floor(number / BANKS_PER_CPU)
      const from = (this.bankBase(index, number % BANKS_PER_CPU) + L.TLB_WRITE) >>> 2
      for (let at = from; at < from + TABLE_SIZE / 4; at += 4) {
        if (i32[at + 3] === host) {
          i32[at] = -1
          i32[at + 1] = -1
        }
      }
    }
  }

  /** A decoded page was given back: no bank may point at it. */
  dropCodePage(decoded: number): void {
    const { i32 } = this.views
    for (let number = 0; number < this.cpuCount * BANKS_PER_CPU; number++) {
      if ((this.filled[number] & HAS_CODE) === 0) continue
      const index = Math.floor(number / BANKS_PER_CPU)
      const from = (this.bankBase(index, number % BANKS_PER_CPU) + L.TLB_CODE) >>> 2
      for (let at = from; at < from + TABLE_SIZE / 4; at += 4) {
        if (i32[at + 2] === decoded) {
          i32[at] = -1
          i32[at + 1] = -1
        }
      }
    }
  }

  /** All decoded pages were given back: no bank may point at one. */
  dropCodeEntries(): void {
    for (let number = 0; number < this.cpuCount * BANKS_PER_CPU; number++) {
      if ((this.filled[number] & HAS_CODE) === 0) continue
      const index = Math.floor(number / BANKS_PER_CPU)
      const from = this.bankBase(index, number % BANKS_PER_CPU) + L.TLB_CODE
      this.views.u8.fill(0xff, from, from + TABLE_SIZE)
      this.filled[number] &= ~HAS_CODE
    }
  }
}
