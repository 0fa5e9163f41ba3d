// SPDX-License-Identifier: BSD-2-Clause
//
// The soft TLB: banks of direct-mapped tables that the generated code looks into, told apart by ASID as the
// architecture does (Arm ARM DDI 0487, D8.14): a guest that changes a table has to invalidate here as it has to on
// hardware. EL0 has a bank for each of the address spaces used last. EL1 has one for them all: global entries stay
// when the ASID changes, the others of the space that is left are dropped. A guest whose upper half is not global
// (as page-table isolation has it) gets a bank of EL1 for each space, too. VMID, translation controls and HCR_EL2
// belong to the CPU: a change of them flushes all. Entries of blocks are noted, so that an invalidation of any
// address in a block finds all its pages. Behind EL0's banks lies a second level.

import * as L from "../layout.ts"
import { DeviceTlb } from "./device-tlb.ts"
import { PSTATE_UAO, TCR_A1, TCR_HI_AS } from "./registers.ts"
import { SecondTlb } from "./second-tlb.ts"
import type { Views } from "./views.ts"
import type { WalkCache } from "./walk-cache.ts"

const CPU_BLOCK_SHIFT = Math.log2(L.CPU_BLOCK_SIZE)
const BANKS_PER_CPU = L.BANK_COUNT
/** Address spaces, with one bank for EL1 and with one each. */
const SPACES = BANKS_PER_CPU - 1
const SEPARATE_SPACES = BANKS_PER_CPU / 2
const PAGES = 0x10_0000
const TABLES = [L.TLB_READ, L.TLB_WRITE, L.TLB_CODE] as const
const WRITE_TABLE = 1
const CODE_TABLE = 2
/** Entries are emptied by chunks of 64, with a bit for each that was filled. */
const CHUNK_SHIFT = 6
const CHUNK_SIZE = L.TLB_ENTRY_SIZE << CHUNK_SHIFT
const TABLE_WORDS = L.TLB_ENTRIES >>> (CHUNK_SHIFT + 5)
const FILLED_WORDS = TABLES.length * TABLE_WORDS
/** Words of an entry that it is dropped by: its decoded page or its host page. */
const ADDEND_WORD = L.TLB_ADDEND >>> 2
const AUX_WORD = L.TLB_AUX >>> 2
/** Notes of blocks by a hash of their number: 2 MiB ones, then 1 GiB ones. */
const BLOCK_NOTES = 4096
const SMALL_BLOCK = 21
const LARGE_BLOCK = 30
/** VA bits 55..32: what a TLBI operand holds of the upper half. */
const VA_HI = 0xff_ffff
const NO_ASID = -1
/** The bank of EL1 while it is one for all spaces. */
const SHARED_BANK = 1
/** Words of a bit for each entry of a bank. */
const OWN_WORDS = (3 * L.TLB_ENTRIES) / 32
/** How the spaces of a CPU have EL1: one bank for all, that until the ASID changes, one bank each. */
const SHARED = 0
const TO_SEPARATE = 1
const SEPARATE = 2

export class Tlb {
  /** What no bank maps: devices. */
  readonly devices = new DeviceTlb()
  private readonly second: SecondTlb
  private readonly walks: WalkCache | undefined
  private readonly views: Views
  private readonly cpuCount: number
  private readonly asids: Int32Array
  private readonly lastUse: Float64Array
  private readonly current: Int32Array
  /** SHARED, TO_SEPARATE or SEPARATE by CPU. */
  private readonly modes: Uint8Array
  /** A bit for each entry of a CPU's shared bank: it is of one ASID, or of data that EL0 may reach. */
  private readonly own: Uint32Array
  /** Bit n of a CPU: EL1's bank in space n has data that EL0 may reach, noted while PSTATE.PAN was clear. */
  private readonly userSeen: Uint8Array
  /** By bank, then by chunk. */
  private readonly filled: Uint32Array
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
    this.second = new SecondTlb(views)
    this.cpuCount = cpuCount
    this.asids = new Int32Array(cpuCount * SPACES).fill(NO_ASID)
    this.lastUse = new Float64Array(cpuCount * SPACES)
    this.current = new Int32Array(cpuCount)
    this.modes = new Uint8Array(cpuCount)
    this.own = new Uint32Array(cpuCount * OWN_WORDS)
    this.userSeen = new Uint8Array(cpuCount)
    this.filled = new Uint32Array(cpuCount * BANKS_PER_CPU * FILLED_WORDS)
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
    this.modes[index] = SHARED
    const words = BANKS_PER_CPU * FILLED_WORDS
    this.filled.fill(0xffff_ffff, index * words, (index + 1) * words)
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

  /** Regions that execute hold on to entries: they leave when some are dropped. */
  private changed(): void {
    this.views.i32[L.EPOCH >>> 2] += 1
  }

  private flushBank(index: number, bank: number): void {
    this.devices.clear()
    this.changed()
    const first = (index * BANKS_PER_CPU + bank) * FILLED_WORDS
    const base = this.bankBase(index, bank)
    for (let word = 0; word < FILLED_WORDS; word++) {
      let bits = this.filled[first + word]
      if (bits === 0) continue
      this.filled[first + word] = 0
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits)
        bits ^= 1 << bit
        const from = base + (word * 32 + bit) * CHUNK_SIZE
        this.views.u8.fill(0xff, from, from + CHUNK_SIZE)
      }
    }
  }

  /** Number of EL0's bank of a space. */
  private userBank(index: number, space: number): number {
    if (this.modes[index] === SEPARATE) return space * 2
    return space === 0 ? 0 : space + 1
  }

  private flushSpace(index: number, space: number): void {
    this.flushBank(index, this.userBank(index, space))
    if (this.modes[index] === SEPARATE) this.flushBank(index, space * 2 + 1)
    else if (space === this.current[index]) this.dropOwn(index)
  }

  /** Drops the entries of the shared bank that are of one ASID or that EL0 may reach. */
  private dropOwn(index: number): void {
    this.devices.clear()
    this.changed()
    const { i32 } = this.views
    const { own } = this
    const first = index * OWN_WORDS
    const base = this.bankBase(index, SHARED_BANK) >>> 2
    for (let word = 0; word < OWN_WORDS; word++) {
      let bits = own[first + word]
      if (bits === 0) continue
      own[first + word] = 0
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits)
        bits ^= 1 << bit
        const at = base + (word * 32 + bit) * 4
        i32[at] = -1
        i32[at + 1] = -1
      }
    }
  }

  /** The ASID changes: nothing of the old one may be seen. */
  private leaveSpace(index: number): void {
    if (this.modes[index] === SEPARATE) return
    if (this.modes[index] === SHARED) {
      this.dropOwn(index)
      return
    }
    for (let bank = 0; bank < BANKS_PER_CPU; bank++) this.flushBank(index, bank)
    this.asids.fill(NO_ASID, index * SPACES, (index + 1) * SPACES)
    this.modes[index] = SEPARATE
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
      this.leaveSpace(index)
      space = this.findSpace(index, asid)
      if (this.asids[first + space] !== asid) {
        this.flushSpace(index, space)
        this.asids[first + space] = asid
      }
      this.current[index] = space
    }
    this.lastUse[first + space] = ++this.uses
    this.selectEl(cpu)
  }

  private findSpace(index: number, asid: number): number {
    const first = index * SPACES
    const spaces = this.modes[index] === SEPARATE ? SEPARATE_SPACES : SPACES
    let oldest = 0
    for (let space = 0; space < spaces; space++) {
      if (this.asids[first + space] === asid) return space
      if (this.lastUse[first + space] < this.lastUse[first + oldest]) oldest = space
    }
    return oldest
  }

  /** Points the CPU at the bank of its present EL. */
  selectEl(cpu: number): void {
    const { i32 } = this.views
    const index = i32[(cpu + L.INDEX_I32) >>> 2]
    const el0 = this.bankBase(index, this.userBank(index, this.current[index]))
    const el1 = this.modes[index] === SEPARATE ? el0 + L.BANK_SIZE : this.bankBase(index, SHARED_BANK)
    const uao = (i32[(cpu + L.SS_IL_I32) >>> 2] & PSTATE_UAO) !== 0
    i32[(cpu + L.BANK_UNPRIV_I32) >>> 2] = uao ? el1 : el0
    i32[(cpu + L.BANK_I32) >>> 2] = i32[(cpu + L.EL_I32) >>> 2] !== 0 ? el1 : el0
  }

  /** A page that EL0 may reach is entered into the present EL1 bank, as one that is not global. */
  noteUser(cpu: number): void {
    const index = this.indexOf(cpu)
    this.userSeen[index] |= 1 << this.current[index]
  }

  /** PSTATE.PAN was set: EL1 banks forget pages that EL0 may reach, separate ones with what else they hold. */
  hideUser(cpu: number): void {
    const index = this.indexOf(cpu)
    const seen = this.userSeen[index]
    if (seen === 0) return
    this.userSeen[index] = 0
    if (this.modes[index] !== SEPARATE) {
      this.dropOwn(index)
      return
    }
    for (let space = 0; space < SEPARATE_SPACES; space++) {
      if ((seen & (1 << space)) !== 0) this.flushBank(index, space * 2 + 1)
    }
  }

  /** Notes the block that a page belongs to. */
  private note(bank: number, lo: number, hi: number, shift: number): void {
    if (shift <= 12) return
    const index = (bank - L.CPU_BLOCKS) >>> CPU_BLOCK_SHIFT
    this.blocks[this.noteOf(index, lo, hi & VA_HI, shift)] = 1
  }

  private noteOf(index: number, lo: number, hi: number, shift: number): number {
    const block = (hi << (32 - shift)) | (lo >>> shift)
    const set = shift === SMALL_BLOCK ? 0 : BLOCK_NOTES
    return index * BLOCK_NOTES * 2 + set + ((block ^ (block >>> 12)) & (BLOCK_NOTES - 1))
  }

  /** `own`: of one ASID alone, or of data that EL0 may reach. */
  private fill(
    bank: number,
    table: number,
    lo: number,
    hi: number,
    addend: number,
    host: number,
    own: boolean,
  ): void {
    const { i32 } = this.views
    const index = (bank - L.CPU_BLOCKS) >>> CPU_BLOCK_SHIFT
    const bankNumber = ((bank - this.bankBase(index, 0)) / L.BANK_SIZE) | 0
    const number = ((lo >>> 12) & L.TLB_INDEX_MASK) + table / L.TLB_ENTRY_SIZE
    const chunks = (index * BANKS_PER_CPU + bankNumber) * FILLED_WORDS
    this.filled[chunks + (number >>> (CHUNK_SHIFT + 5))] |= 1 << (number >>> CHUNK_SHIFT)
    if (bankNumber === SHARED_BANK) {
      if (!own) this.own[index * OWN_WORDS + (number >>> 5)] &= ~(1 << number)
      else {
        this.own[index * OWN_WORDS + (number >>> 5)] |= 1 << number
        if (hi < 0 && this.modes[index] === SHARED) this.modes[index] = TO_SEPARATE
      }
    }
    const entry = this.entryOf(bank, table, lo)
    const at = entry >>> 2
    i32[at] = lo & -4096
    i32[at + 1] = hi
    i32[at + 2] = addend
    i32[at + 3] = host
    const isUsers = this.modes[index] === SEPARATE ? (bankNumber & 1) === 0 : bankNumber !== SHARED_BANK
    if (isUsers) this.second.keep(bank + table, lo, hi, entry)
  }

  /**
   * Host page (byte offset) of a VA that a table of a bank (TLB_READ and so on) lost to another page, which it is
   * entered into again; -1: there is none. All notes of the entry stand since it was filled, EPOCH being as it was.
   */
  enterAgain(bank: number, table: number, lo: number, hi: number): number {
    return this.second.enter(bank + table, lo, hi, this.entryOf(bank, table, lo))
  }

  private entryOf(bank: number, table: number, lo: number): number {
    return bank + table + ((lo >>> 12) & L.TLB_INDEX_MASK) * L.TLB_ENTRY_SIZE
  }

  /**
   * Maps the page of a VA to the host page at `host` for reads. `shift` is the size of stage 1's leaf; `own`: it is
   * of one ASID, or of data that EL0 may reach.
   */
  fillRead(bank: number, lo: number, hi: number, host: number, shift: number, own = false): void {
    this.note(bank, lo, hi, shift)
    this.fill(bank, L.TLB_READ, lo, hi, (host - (lo & -4096)) | 0, host, own)
  }

  fillWrite(bank: number, lo: number, hi: number, host: number, shift: number, own = false): void {
    this.note(bank, lo, hi, shift)
    this.fill(bank, L.TLB_WRITE, lo, hi, (host - (lo & -4096)) | 0, host, own)
    this.written[host >>> 17] |= 1 << (host >>> 12)
  }

  /** Maps the page of a VA to a decoded page. */
  fillCode(
    bank: number,
    lo: number,
    hi: number,
    host: number,
    decoded: number,
    shift: number,
    own = false,
  ): void {
    this.note(bank, lo, hi, shift)
    this.fill(bank, L.TLB_CODE, lo, hi, decoded, host, own)
  }

  /** Host page (byte offset) that a table of a bank has for this VA; -1: none. */
  hostOf(bank: number, table: number, lo: number, hi: number): number {
    const { i32 } = this.views
    const at = this.entryOf(bank, table, lo) >>> 2
    return i32[at] === (lo & -4096) && i32[at + 1] === hi ? i32[at + 3] >>> 0 : -1
  }

  /** The same of the code table of the current bank. */
  codeHost(cpu: number, lo: number, hi: number): number {
    return this.hostOf(this.views.i32[(cpu + L.BANK_I32) >>> 2], L.TLB_CODE, lo, hi)
  }

  /** TLBI ASIDE1: drops the space of an ASID. (Global entries in banks of its own go too, which is allowed.) */
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
    this.changed()
    const index = this.indexOf(cpu)
    const small = this.blocks[this.noteOf(index, lo, hi & VA_HI, SMALL_BLOCK)] !== 0
    const large = this.blocks[this.noteOf(index, lo, hi & VA_HI, LARGE_BLOCK)] !== 0
    const chunk = ((lo >>> 12) & L.TLB_INDEX_MASK) >>> CHUNK_SHIFT
    for (let bank = 0; bank < BANKS_PER_CPU; bank++) {
      const base = this.bankBase(index, bank)
      for (let table = 0; table < 3; table++) {
        const chunks = ((index * BANKS_PER_CPU + bank) * TABLES.length + table) * TABLE_WORDS
        const isFilled = (this.filled[chunks + (chunk >>> 5)] & (1 << chunk)) !== 0
        if (isFilled) this.dropVa(base + TABLES[table], lo, hi)
        if (small) this.dropBlock(base + TABLES[table], chunks, lo, hi, SMALL_BLOCK)
        if (large) this.dropBlock(base + TABLES[table], chunks, lo, hi, LARGE_BLOCK)
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

  /** First word of the next chunk of a table, from chunk `from` on, that was filled; -1: there is none. */
  private nextChunk(chunks: number, from: number): number {
    for (let chunk = from; chunk < TABLE_WORDS * 32; chunk++) {
      const bits = this.filled[chunks + (chunk >>> 5)] >>> chunk
      if ((bits & 1) !== 0) return chunk
      if (bits === 0) chunk |= 31
    }
    return -1
  }

  private dropBlock(table: number, chunks: number, lo: number, hi: number, shift: number): void {
    const { i32 } = this.views
    for (let chunk = this.nextChunk(chunks, 0); chunk >= 0; chunk = this.nextChunk(chunks, chunk + 1)) {
      const from = (table + chunk * CHUNK_SIZE) >>> 2
      for (let at = from; at < from + CHUNK_SIZE / 4; at += 4) {
        if ((i32[at] ^ lo) >>> shift === 0 && ((i32[at + 1] ^ hi) & VA_HI) === 0) {
          i32[at] = -1
          i32[at + 1] = -1
        }
      }
    }
  }

  /** Drops from one table of all banks the entries that have `value` in a word. */
  private dropWhere(table: number, word: number, value: number): void {
    this.changed()
    const { i32 } = this.views
    for (let number = 0; number < this.cpuCount * BANKS_PER_CPU; number++) {
      const chunks = (number * TABLES.length + table) * TABLE_WORDS
      const index = Math.floor(number / BANKS_PER_CPU)
      const base = this.bankBase(index, number % BANKS_PER_CPU) + TABLES[table]
      for (let chunk = this.nextChunk(chunks, 0); chunk >= 0; chunk = this.nextChunk(chunks, chunk + 1)) {
        const from = (base + chunk * CHUNK_SIZE) >>> 2
        for (let at = from; at < from + CHUNK_SIZE / 4; at += 4) {
          if (i32[at + word] !== value) continue
          i32[at] = -1
          i32[at + 1] = -1
        }
      }
    }
  }

  /** A page got its first decoded code: stores to it have to be seen, so no bank may map it for writing. */
  dropWriteEntries(hostPage: number): void {
    if ((this.written[hostPage >>> 5] & (1 << hostPage)) === 0) return
    this.written[hostPage >>> 5] &= ~(1 << hostPage)
    this.dropWhere(WRITE_TABLE, AUX_WORD, (hostPage << 12) | 0)
  }

  /** A decoded page was given back: no bank may point at it. */
  dropCodePage(decoded: number): void {
    this.dropWhere(CODE_TABLE, ADDEND_WORD, decoded)
  }

  /** All decoded pages were given back: no bank may point at one. */
  dropCodeEntries(): void {
    this.changed()
    for (let number = 0; number < this.cpuCount * BANKS_PER_CPU; number++) {
      const chunks = (number * TABLES.length + CODE_TABLE) * TABLE_WORDS
      const index = Math.floor(number / BANKS_PER_CPU)
      const base = this.bankBase(index, number % BANKS_PER_CPU) + L.TLB_CODE
      for (let chunk = this.nextChunk(chunks, 0); chunk >= 0; chunk = this.nextChunk(chunks, chunk + 1)) {
        this.views.u8.fill(0xff, base + chunk * CHUNK_SIZE, base + (chunk + 1) * CHUNK_SIZE)
      }
      this.filled.fill(0, chunks, chunks + TABLE_WORDS)
    }
  }
}
