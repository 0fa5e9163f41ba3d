// SPDX-License-Identifier: BSD-2-Clause
//
// The slow half of every memory access: what the soft TLB does not map. RAM with ordinary attributes goes into
// the TLB besides; what never goes there: devices, stores to pages that hold decoded code, and RAM whose accesses
// have to be aligned (SCTLR_EL1.A; Device memory, as all is with the MMU off). An access over the end of a page is
// done here by the TLB's entries of both.
// Arm ARM DDI 0487, B2.7.2 (alignment), D17.2.37 (syndromes).

import * as L from "../layout.ts"
import {
  EC_DATA_ABORT_LOWER,
  EC_INSTRUCTION_ABORT_LOWER,
  EC_PC_ALIGNMENT,
  FSC_ALIGNMENT,
  FSC_EXTERNAL,
  FSC_NONE,
  FSC_TRANSLATION,
  ISS_CM,
  ISS_S1PTW,
  ISS_WNR,
  record,
  syndrome,
} from "./fault.ts"
import { PSTATE_PAN, PSTATE_UAO, SCTLR_A } from "./registers.ts"
import { accessSyndrome } from "./syndrome.ts"
import { DeviceWays } from "./device-ways.ts"
import type { Tlb } from "./tlb.ts"
import type { RamPages } from "./ram-pages.ts"
import { type BusPort, type Emulation, fromPair, type Registers, type Views } from "./views.ts"
import {
  AS_EL0,
  EL0_SHIFT,
  NO_USER,
  UNALIGNED,
  USER_DATA,
  WANT_EXEC,
  WANT_READ,
  WANT_WRITE,
  type Walker,
} from "./walk.ts"

const WANT_BOTH = WANT_READ | WANT_WRITE

/** The decoder's side: decoded pages, and who is told when decoded code is written to. */
export interface CodeTracker {
  /** The decoded page of the host page at this offset, made if there is none. */
  pageFor(hostOffset: number): number
  codeWritten(hostOffset: number, size: number): void
  /** Counts a store into a page of code that is not being executed; true when it is data from now on. */
  storedInto(hostOffset: number): boolean
}

/** Of an access to a register: nobody emulates it. */
const DECLINED = -1

export class MemoryAccess {
  /** By number of the CPU. */
  readonly emulation: (Emulation | undefined)[] = []
  private readonly views: Views
  private readonly memory: RamPages
  private readonly bus: BusPort
  private readonly tlb: Tlb
  private readonly walker: Walker
  private readonly probe: Walker
  private readonly code: CodeTracker
  private readonly ways: DeviceWays

  /** `probe` is a walker of its own, for looks that must not disturb a fault being described. */
  constructor(
    views: Views,
    memory: RamPages,
    bus: BusPort,
    tlb: Tlb,
    walker: Walker,
    probe: Walker,
    code: CodeTracker,
  ) {
    this.views = views
    this.memory = memory
    this.bus = bus
    this.tlb = tlb
    this.walker = walker
    this.probe = probe
    this.code = code
    this.ways = new DeviceWays(views)
  }

  /** Host.memRead. */
  read(cpu: number, size: number, flags: number): number {
    return this.access(cpu, size, flags, (flags & L.ACC_ATOMIC) !== 0 ? WANT_READ | WANT_WRITE : WANT_READ)
  }

  /** Host.memWrite. */
  write(cpu: number, size: number, flags: number): number {
    return this.access(cpu, size, flags, WANT_WRITE)
  }

  /** Host.deviceRead. */
  deviceRead(cpu: number, way: number, low: number, size: number): number {
    const { registers, offsets, ends } = this.ways
    const offset = offsets[way] + low
    if (offset >= 0 && low + size <= ends[way]) {
      const value = registers[way].read(offset, size as 1 | 2 | 4)
      if (value !== undefined) return value | 0
    }
    this.views.i32[(cpu + L.STATUS_I32) >>> 2] = L.M_FAULT
    return 0
  }

  /** Host.deviceWrite. */
  deviceWrite(cpu: number, way: number, low: number, size: number, value: number): void {
    const { registers, offsets, ends } = this.ways
    const offset = offsets[way] + low
    if (offset >= 0 && low + size <= ends[way]) {
      const stored = size === 4 ? value >>> 0 : size === 2 ? value & 0xffff : value & 0xff
      if (registers[way].write(offset, size as 1 | 2 | 4, stored)) return
    }
    this.views.i32[(cpu + L.STATUS_I32) >>> 2] = L.M_FAULT
  }

  private access(cpu: number, size: number, flags: number, want: number): number {
    const { i32 } = this.views
    const lo = i32[(cpu + L.VA) >>> 2]
    const hi = i32[(cpu + L.VA + 4) >>> 2]
    const pstate = i32[(cpu + L.SS_IL_I32) >>> 2]
    const unprivileged = (flags & L.ACC_UNPRIV) !== 0 && (pstate & PSTATE_UAO) === 0
    const asEl0 = unprivileged || i32[(cpu + L.EL_I32) >>> 2] === 0
    const mustAlign = (i32[(cpu + L.SLOT.SCTLR_EL1) >>> 2] & SCTLR_A) !== 0
    let wants = want | (asEl0 ? AS_EL0 : (pstate & PSTATE_PAN) !== 0 ? NO_USER : 0)
    // DC ZVA is no access that Device memory takes, aligned as it is.
    if (size === L.ZVA_SIZE) wants |= UNALIGNED
    if ((flags & L.ACC_PAIR) !== 0 && (lo & (size * 2 - 1)) !== 0) {
      return this.dataAbort(cpu, lo, hi, want, FSC_ALIGNMENT)
    }
    if ((lo & (size - 1)) !== 0) {
      if (mustAlign || (flags & L.ACC_ALIGNED) !== 0) {
        return this.dataAbort(cpu, lo, hi, want, FSC_ALIGNMENT)
      }
      wants |= UNALIGNED
      if ((lo & 0xfff) + size > 0x1000) return this.accessTwoPages(cpu, lo, hi, size, wants, flags)
    }
    const bank = i32[(cpu + (asEl0 ? L.BANK_UNPRIV_I32 : L.BANK_I32)) >>> 2]
    if (want !== WANT_BOTH) {
      const table = want === WANT_WRITE ? L.TLB_WRITE : L.TLB_READ
      const lost = this.tlb.enterAgain(bank, table, lo, hi)
      if (lost >= 0) return this.inRam(cpu, lost + (lo & 0xfff), size, flags, want === WANT_WRITE)
    }
    const key = bank | wants
    const { devices } = this.tlb
    const known = devices.find(key, lo, hi)
    if (known >= 0) return this.known(cpu, lo, hi, size, wants, flags, known)
    const walker = this.walker
    if (!walker.translate(cpu, lo, hi, wants)) return this.unmapped(cpu, lo, hi, size, wants, flags, key)
    const host = this.memory.find(walker.paLo, walker.paHi)
    const isWrite = (want & WANT_WRITE) !== 0
    if (host < 0) {
      // Translated code only asks: the access itself, which follows in the interpreter, is what leaves a trace.
      if ((flags & L.ACC_RAM_ONLY) !== 0) return L.M_FAULT
      devices.keep(key, lo, hi, walker.paLo, walker.paHi, FSC_NONE)
      i32[(cpu + L.DEVICE_SEEN_I32) >>> 2] = 1
      return this.device(cpu, lo, hi, fromPair(walker.paLo, walker.paHi), size, want)
    }
    const page = host - (host & 0xfff)
    let hasCode = isWrite && this.holdsCode(host)
    if (hasCode) {
      if ((flags & L.ACC_RAM_ONLY) !== 0) return L.M_FAULT
      hasCode = this.executes(cpu, page) || !this.code.storedInto(page)
    }
    if (!walker.device && !mustAlign && !hasCode) {
      this.enter(cpu, bank, lo, hi, page, asEl0, isWrite)
      if ((want & WANT_READ) !== 0 && isWrite) return L.M_RETRY
    }
    return this.inRam(cpu, host, size, flags, isWrite)
  }

  /** An access that RAM answers. */
  private inRam(cpu: number, host: number, size: number, flags: number, isWrite: boolean): number {
    if ((flags & L.ACC_RAM_ONLY) !== 0) this.views.i32[(cpu + L.SCRATCH) >>> 2] = host
    else this.touch(host, cpu + L.DATA, size, isWrite)
    return L.M_DONE
  }

  /** Enters the host page of what the walker has just translated into the TLB. */
  private enter(
    cpu: number,
    bank: number,
    lo: number,
    hi: number,
    page: number,
    asEl0: boolean,
    isWrite: boolean,
  ): void {
    const { walker } = this
    const allowed = asEl0 ? walker.permissions >>> EL0_SHIFT : walker.permissions
    const isUsers = !asEl0 && (walker.permissions & USER_DATA) !== 0
    if (isUsers) this.tlb.noteUser(cpu)
    const own = walker.own || isUsers
    if ((allowed & WANT_READ) !== 0) this.tlb.fillRead(bank, lo, hi, page, walker.shift, own)
    if (isWrite) this.tlb.fillWrite(bank, lo, hi, page, walker.shift, own)
  }

  /** A page that RAM does not answer, out of the table of such. */
  private known(
    cpu: number,
    lo: number,
    hi: number,
    size: number,
    wants: number,
    flags: number,
    entry: number,
  ): number {
    if ((flags & L.ACC_RAM_ONLY) !== 0) return L.M_FAULT
    const { pageLows, pageHighs, faults } = this.tlb.devices
    this.views.i32[(cpu + L.DEVICE_SEEN_I32) >>> 2] = 1
    const page = pageLows[entry] | (lo & 0xfff)
    const fault = faults[entry]
    if (fault === FSC_NONE)
      return this.device(cpu, lo, hi, fromPair(page, pageHighs[entry]), size, wants & WANT_BOTH)
    const done = this.emulated(cpu, fromPair(page, pageHighs[entry]), size, wants)
    if (done !== DECLINED) return done
    this.walker.faultAtStage2(page, pageHighs[entry], fault)
    return this.abort(cpu, lo, hi, wants)
  }

  /** The walker found a fault. */
  private unmapped(
    cpu: number,
    lo: number,
    hi: number,
    size: number,
    wants: number,
    flags: number,
    key: number,
  ): number {
    const { walker } = this
    if (!walker.secondStage || walker.onWalk || (walker.fsc & ~3) !== FSC_TRANSLATION)
      return this.abort(cpu, lo, hi, wants)
    const { faultIpaLo, faultIpaHi, fsc } = walker
    if ((flags & L.ACC_RAM_ONLY) !== 0) return L.M_FAULT
    this.tlb.devices.keep(key, lo, hi, faultIpaLo, faultIpaHi, fsc)
    this.views.i32[(cpu + L.DEVICE_SEEN_I32) >>> 2] = 1
    const done = this.emulated(cpu, fromPair(faultIpaLo, faultIpaHi), size, wants)
    if (done !== DECLINED) return done
    walker.faultAtStage2(faultIpaLo, faultIpaHi, fsc)
    return this.abort(cpu, lo, hi, wants)
  }

  /** An access that a syndrome describes, answered by who emulates the register; DECLINED when nobody does. */
  private emulated(cpu: number, ipa: number, size: number, wants: number): number {
    const { i32 } = this.views
    const want = wants & WANT_BOTH
    if (want === WANT_BOTH || size > 4 || accessSyndrome(this.instruction(cpu)) === 0) return DECLINED
    const registers = this.emulation[i32[(cpu + L.INDEX_I32) >>> 2]]?.registersAt(ipa)
    if (registers === undefined || ipa + size > registers.base + registers.size) return DECLINED
    // What is not aligned takes the long way each time.
    if ((i32[(cpu + L.VA) >>> 2] & (size - 1)) === 0) this.ways.keep(cpu, want, ipa, registers)
    return this.ask(registers, cpu, ipa - registers.base, size as 1 | 2 | 4, want === WANT_WRITE)
  }

  /** Who sets PC meanwhile has dealt with the instruction. */
  private ask(registers: Registers, cpu: number, offset: number, size: 1 | 2 | 4, isWrite: boolean): number {
    const { i32, u8, u32, data } = this.views
    const place = cpu + L.DATA
    i32[(cpu + L.MOVED_I32) >>> 2] = 0
    if (isWrite) {
      const value = size === 4 ? u32[place >>> 2] : size === 2 ? data.getUint16(place, true) : u8[place]
      if (!registers.write(offset, size, value)) return DECLINED
    } else {
      const value = registers.read(offset, size)
      if (value === undefined) return DECLINED
      u32[place >>> 2] = value
    }
    if (i32[(cpu + L.MOVED_I32) >>> 2] === 0) return this.done(cpu)
    i32[(cpu + L.EXC_KIND_I32) >>> 2] = L.EXC_MOVED
    return L.M_FAULT
  }

  /** Is the host page the one that PC is in? */
  private executes(cpu: number, page: number): boolean {
    const { i32 } = this.views
    return this.tlb.codeHost(cpu, i32[(cpu + L.PC) >>> 2], i32[(cpu + L.PC + 4) >>> 2]) === page
  }

  private holdsCode(host: number): boolean {
    return this.views.i32[(L.PAGE_META >>> 2) + (host >>> 12)] !== 0
  }

  /** Copies `size` bytes between RAM and a place of the CPU's block. */
  private touch(host: number, data: number, size: number, isWrite: boolean): void {
    const from = isWrite ? data : host
    const to = isWrite ? host : data
    if (((from | to | size) & 3) === 0) {
      const { i32 } = this.views
      for (let n = 0; n < size; n += 4) i32[(to + n) >>> 2] = i32[(from + n) >>> 2]
    } else {
      const { u8 } = this.views
      for (let n = 0; n < size; n++) u8[to + n] = u8[from + n]
    }
    if (isWrite) this.written(host, size)
  }

  /** Tells the decoder when bytes that it has decoded were written. */
  private written(host: number, size: number): void {
    if (!this.holdsCode(host)) return
    const { u32 } = this.views
    const first = host >>> 6
    const last = (host + size - 1) >>> 6
    for (let granule = first; granule <= last; granule++) {
      if ((u32[(L.CODE_GRANULES >>> 2) + (granule >>> 5)] & (1 << granule)) !== 0) {
        this.code.codeWritten(host, size)
        return
      }
    }
  }

  /** Both pages are checked before a byte moves. */
  private accessTwoPages(
    cpu: number,
    lo: number,
    hi: number,
    size: number,
    wants: number,
    flags: number,
  ): number {
    if ((flags & ~L.ACC_RAM_ONLY) === 0 && this.acrossRam(cpu, lo, hi, size, wants, flags !== 0)) {
      return L.M_DONE
    }
    if ((flags & L.ACC_RAM_ONLY) !== 0) return L.M_FAULT
    return this.walkTwoPages(cpu, lo, hi, size, wants)
  }

  /**
   * An access over the end of a page whose pages the TLB has, or may have. `isAsked`: with ACC_RAM_ONLY, by way of
   * BOUNCE. False: nothing was done.
   */
  private acrossRam(
    cpu: number,
    lo: number,
    hi: number,
    size: number,
    wants: number,
    isAsked: boolean,
  ): boolean {
    const isWrite = (wants & WANT_WRITE) !== 0
    if (isAsked && isWrite && size < L.BOUNCE_LEAST) return false
    const first = this.pageOf(cpu, lo, hi, wants)
    if (first < 0) return false
    const nextLo = ((lo & -4096) + 0x1000) | 0
    const second = this.pageOf(cpu, nextLo, nextLo === 0 ? (hi + 1) | 0 : hi, wants)
    if (second < 0) return false
    const firstSize = 0x1000 - (lo & 0xfff)
    const data = cpu + (isAsked ? L.BOUNCE : L.DATA)
    this.touch(first + (lo & 0xfff), data, firstSize, isWrite)
    this.touch(second, data + firstSize, size - firstSize, isWrite)
    if (isAsked) this.views.i32[(cpu + L.SCRATCH) >>> 2] = cpu + L.BOUNCE
    return true
  }

  /** Host page of a VA by the TLB, which it is entered into if it may be; -1: it may not. */
  private pageOf(cpu: number, lo: number, hi: number, wants: number): number {
    const { walker, tlb } = this
    const isWrite = (wants & WANT_WRITE) !== 0
    const bank = this.views.i32[(cpu + L.BANK_I32) >>> 2]
    const table = isWrite ? L.TLB_WRITE : L.TLB_READ
    const known = tlb.hostOf(bank, table, lo, hi)
    if (known >= 0) return known
    const lost = tlb.enterAgain(bank, table, lo, hi)
    if (lost >= 0) return lost
    if (!walker.translate(cpu, lo, hi, wants) || walker.device) return -1
    const host = this.memory.find(walker.paLo & -4096, walker.paHi)
    if (host < 0 || (isWrite && this.holdsCode(host))) return -1
    this.enter(cpu, bank, lo, hi, host, (wants & AS_EL0) !== 0, isWrite)
    return host
  }

  private walkTwoPages(cpu: number, lo: number, hi: number, size: number, wants: number): number {
    const walker = this.walker
    const firstSize = 0x1000 - (lo & 0xfff)
    const nextLo = ((lo & -4096) + 0x1000) | 0
    const nextHi = nextLo === 0 ? (hi + 1) | 0 : hi
    if (!walker.translate(cpu, lo, hi, wants)) return this.abort(cpu, lo, hi, wants)
    const firstLo = walker.paLo
    const firstHi = walker.paHi
    if (!walker.translate(cpu, nextLo, nextHi, wants)) return this.abort(cpu, nextLo, nextHi, wants)
    const isWrite = (wants & WANT_WRITE) !== 0
    const ok =
      this.piece(cpu, firstLo, firstHi, firstSize, 0, isWrite) &&
      this.piece(cpu, walker.paLo, walker.paHi, size - firstSize, firstSize, isWrite)
    if (!ok) return this.dataAbort(cpu, lo, hi, wants, FSC_EXTERNAL)
    return this.done(cpu)
  }

  private piece(cpu: number, lo: number, hi: number, size: number, at: number, isWrite: boolean): boolean {
    const host = this.memory.find(lo, hi)
    if (host < 0) return this.transfer(cpu, fromPair(lo, hi), size, 1, at, isWrite)
    this.touch(host, cpu + L.DATA + at, size, isWrite)
    return true
  }

  private device(cpu: number, lo: number, hi: number, pa: number, size: number, want: number): number {
    const unit = pa % size === 0 ? Math.min(size, 4) : 1
    const isWrite = (want & WANT_WRITE) !== 0
    const ok = this.transfer(cpu, pa, size, unit as 1 | 2 | 4, 0, isWrite)
    return ok ? this.done(cpu) : this.dataAbort(cpu, lo, hi, want, FSC_EXTERNAL)
  }

  private done(cpu: number): number {
    return this.views.i32[(cpu + L.STOP_I32) >>> 2] !== 0 ? L.M_DONE_STOP : L.M_DONE
  }

  /** On the bus in pieces of `unit` bytes, low addresses first. False: somebody did not answer. */
  private transfer(
    cpu: number,
    pa: number,
    size: number,
    unit: 1 | 2 | 4,
    at: number,
    isWrite: boolean,
  ): boolean {
    const { data, u8, u32 } = this.views
    const from = cpu + L.DATA + at
    for (let n = 0; n < size; n += unit) {
      const place = from + n
      if (isWrite) {
        const value = unit === 4 ? u32[place >>> 2] : unit === 2 ? data.getUint16(place, true) : u8[place]
        if (!this.bus.write(pa + n, unit, value)) return false
      } else {
        const value = this.bus.read(pa + n, unit)
        if (value === undefined) return false
        if (unit === 4) u32[place >>> 2] = value
        else if (unit === 2) data.setUint16(place, value, true)
        else u8[place] = value
      }
    }
    return true
  }

  /** DC ZVA: zeroes the 64-byte block of a VA. R_NEXT or R_FAULT. */
  zero(cpu: number, lo: number, hi: number): number {
    const { i32, u8 } = this.views
    const noUser = (i32[(cpu + L.SS_IL_I32) >>> 2] & PSTATE_PAN) !== 0 ? NO_USER : 0
    const wants = WANT_WRITE | UNALIGNED | (i32[(cpu + L.EL_I32) >>> 2] === 0 ? AS_EL0 : noUser)
    const walker = this.walker
    if (!walker.translate(cpu, lo, hi, wants)) {
      this.abort(cpu, lo, hi, wants)
      return L.R_FAULT
    }
    const host = this.memory.find(walker.paLo & -L.ZVA_SIZE, walker.paHi)
    if (host < 0) {
      this.dataAbort(cpu, lo, hi, wants, FSC_EXTERNAL)
      return L.R_FAULT
    }
    const mustAlign = (i32[(cpu + L.SLOT.SCTLR_EL1) >>> 2] & SCTLR_A) !== 0
    if (!mustAlign && !this.holdsCode(host)) {
      const bank = i32[(cpu + L.BANK_I32) >>> 2]
      const isUsers = (wants & AS_EL0) === 0 && (walker.permissions & USER_DATA) !== 0
      if (isUsers) this.tlb.noteUser(cpu)
      const [page, own] = [host - (host & 0xfff), walker.own || isUsers]
      const allowed = (wants & AS_EL0) !== 0 ? walker.permissions >>> EL0_SHIFT : walker.permissions
      // As a store leaves it, which is how regions do this.
      if ((allowed & WANT_READ) !== 0) this.tlb.fillRead(bank, lo, hi, page, walker.shift, own)
      this.tlb.fillWrite(bank, lo, hi, page, walker.shift, own)
    }
    u8.fill(0, host, host + L.ZVA_SIZE)
    this.written(host, L.ZVA_SIZE)
    return L.R_NEXT
  }

  /** Cache maintenance by VA: only its faults. R_NEXT or R_FAULT. `want` is 0 or WANT_READ or WANT_WRITE. */
  maintain(cpu: number, lo: number, hi: number, want: number): number {
    const wants = want | (this.views.i32[(cpu + L.EL_I32) >>> 2] === 0 ? AS_EL0 : 0)
    if (!this.walker.translate(cpu, lo, hi, wants)) {
      this.abort(cpu, lo, hi, wants | WANT_WRITE, ISS_CM)
      return L.R_FAULT
    }
    this.keepReadable(cpu, lo, hi)
    return L.R_NEXT
  }

  /** What the walker has just translated is kept for reads, if it is memory that may be read as it is. */
  private keepReadable(cpu: number, lo: number, hi: number): void {
    const { i32 } = this.views
    const { walker } = this
    const asEl0 = i32[(cpu + L.EL_I32) >>> 2] === 0
    const allowed = asEl0 ? walker.permissions >>> EL0_SHIFT : walker.permissions
    const isUsers = !asEl0 && (walker.permissions & USER_DATA) !== 0
    const mustAlign = (i32[(cpu + L.SLOT.SCTLR_EL1) >>> 2] & SCTLR_A) !== 0
    const isHidden = isUsers && (i32[(cpu + L.SS_IL_I32) >>> 2] & PSTATE_PAN) !== 0
    if (walker.device || mustAlign || isHidden || (allowed & WANT_READ) === 0) return
    const host = this.memory.find(walker.paLo & -4096, walker.paHi)
    if (host < 0) return
    if (isUsers) this.tlb.noteUser(cpu)
    this.tlb.fillRead(i32[(cpu + L.BANK_I32) >>> 2], lo, hi, host, walker.shift, walker.own || isUsers)
  }

  /** Host.fetch. */
  fetch(cpu: number): number {
    const { i32 } = this.views
    const lo = i32[(cpu + L.PC) >>> 2]
    const hi = i32[(cpu + L.PC + 4) >>> 2]
    if ((lo & 3) !== 0) {
      record(this.views, cpu, L.EXC_SYNC, syndrome(EC_PC_ALIGNMENT, 0), lo, hi)
      return L.R_FAULT
    }
    const bank = i32[(cpu + L.BANK_I32) >>> 2]
    if (this.tlb.enterAgain(bank, L.TLB_CODE, lo, hi) >= 0) return L.R_NEXT
    const walker = this.walker
    const wants = i32[(cpu + L.EL_I32) >>> 2] === 0 ? WANT_EXEC | AS_EL0 : WANT_EXEC
    if (!walker.translate(cpu, lo, hi, wants)) {
      this.abort(cpu, lo, hi, wants)
      return L.R_FAULT
    }
    const host = this.memory.find(walker.paLo & -4096, walker.paHi)
    if (host < 0) {
      this.recordAbort(cpu, lo, hi, WANT_EXEC, FSC_EXTERNAL, false)
      return L.R_FAULT
    }
    const decoded = this.code.pageFor(host)
    this.tlb.fillCode(bank, lo, hi, host, decoded, walker.shift, walker.own)
    return L.R_NEXT
  }

  /** The instruction word at PC, or 0 when it cannot be read. No side effects. */
  instruction(cpu: number): number {
    const { i32, u32 } = this.views
    const lo = i32[(cpu + L.PC) >>> 2]
    const hi = i32[(cpu + L.PC + 4) >>> 2]
    let page = this.tlb.codeHost(cpu, lo, hi)
    if (page < 0) {
      const asEl0 = i32[(cpu + L.EL_I32) >>> 2] === 0 ? AS_EL0 : 0
      if (!this.probe.translate(cpu, lo, hi, WANT_EXEC | asEl0)) return 0
      page = this.memory.find(this.probe.paLo & -4096, this.probe.paHi)
      if (page < 0) return 0
    }
    return u32[(page + (lo & 0xffc)) >>> 2]
  }

  private abort(cpu: number, lo: number, hi: number, wants: number, iss = 0): number {
    this.recordWalkerFault(cpu, lo, hi, wants, iss)
    return L.M_FAULT
  }

  /** Records the fault that the walker found; `iss` are further syndrome bits. */
  recordWalkerFault(cpu: number, lo: number, hi: number, wants: number, iss: number): void {
    const walker = this.walker
    const bits = iss | (walker.onWalk ? ISS_S1PTW : 0)
    this.recordAbort(cpu, lo, hi, wants, walker.fsc | bits, walker.secondStage)
  }

  private dataAbort(cpu: number, lo: number, hi: number, wants: number, fsc: number): number {
    this.recordAbort(cpu, lo, hi, wants, fsc, false)
    return L.M_FAULT
  }

  /** Records an abort of the access that `wants` describes; `iss` are DFSC, S1PTW and CM. */
  private recordAbort(cpu: number, lo: number, hi: number, wants: number, iss: number, toEl2: boolean): void {
    const { i32 } = this.views
    const isFetch = (wants & WANT_EXEC) !== 0
    const lower = isFetch ? EC_INSTRUCTION_ABORT_LOWER : EC_DATA_ABORT_LOWER
    const sameLevel = !toEl2 && i32[(cpu + L.EL_I32) >>> 2] === 1
    let bits = iss
    if ((wants & WANT_WRITE) !== 0) bits |= ISS_WNR
    const describes = toEl2 && !isFetch && (iss & (ISS_S1PTW | ISS_CM)) === 0
    if (describes) bits |= accessSyndrome(this.instruction(cpu))
    const kind = toEl2 ? L.EXC_EL2 : L.EXC_SYNC
    record(this.views, cpu, kind, syndrome(sameLevel ? lower + 1 : lower, bits), lo, hi)
    if (toEl2) {
      i32[(cpu + L.EXC_IPA) >>> 2] = this.walker.faultIpaLo
      i32[(cpu + L.EXC_IPA + 4) >>> 2] = this.walker.faultIpaHi
    }
  }
}
