// SPDX-License-Identifier: BSD-2-Clause
//
// System registers that are storage, with what a write brings about: translation caches dropped, banks chosen,
// timers moved. MSR comes through here, and so does the kernel that sets a register of a vCPU.

import * as L from "../layout.ts"
import { type CpuModel, has } from "../models/model.ts"
import * as R from "../mmu/registers.ts"
import type { RamPages } from "../mmu/ram-pages.ts"
import type { Stage2 } from "../mmu/stage2.ts"
import type { Tlb } from "../mmu/tlb.ts"
import type { Views } from "../mmu/views.ts"
import { type GenericTimer, PHYSICAL_TIMER, VIRTUAL_TIMER } from "./timer.ts"

/** SCTLR_EL1 bits that read as one in Armv8.0: LSMAOE, nTLSMD, SPAN, EIS, TSCXT, EOS; with PAN, SPAN is free. */
const SCTLR_RES1 = 0x30d0_0800
/** Little-endian alone: E0E and EE are fixed at zero. */
const SCTLR_FIXED = R.SCTLR_E0E | R.SCTLR_EE
const SCTLR_TRANSLATION = R.SCTLR_M | R.SCTLR_A | R.SCTLR_WXN
const MPIDR_RES1 = 1 << 31
/** The physical counter is the guest's to read, the physical timer is not. */
const CNTHCTL_RESET = 1

export class RegisterStorage {
  private readonly views: Views
  private readonly tlb: Tlb
  private readonly stage2: Stage2
  private readonly pages: RamPages
  private readonly timers: readonly GenericTimer[]
  private readonly model: CpuModel

  constructor(
    views: Views,
    tlb: Tlb,
    stage2: Stage2,
    pages: RamPages,
    timers: readonly GenericTimer[],
    model: CpuModel,
  ) {
    this.views = views
    this.pages = pages
    this.tlb = tlb
    this.stage2 = stage2
    this.timers = timers
    this.model = model
  }

  /** The state after reset, all other registers being zero: identification and the counter's access. */
  reset(cpu: number): void {
    const { i32 } = this.views
    const index = i32[(cpu + L.INDEX_I32) >>> 2]
    i32[(cpu + L.SLOT.SCTLR_EL1) >>> 2] = SCTLR_RES1
    i32[(cpu + L.SLOT.VPIDR_EL2) >>> 2] = this.model.midr
    i32[(cpu + L.SLOT.CTR_EL0) >>> 2] = this.model.ctr
    i32[(cpu + L.SLOT.VMPIDR_EL2) >>> 2] = MPIDR_RES1 | index
    i32[(cpu + L.SLOT.CNTHCTL_EL2) >>> 2] = CNTHCTL_RESET
    i32[(cpu + L.SLOT.OSLAR_EL1) >>> 2] = 1
    i32[(cpu + L.EXCL_ADDR_I32) >>> 2] = -1
    this.pages.clear()
    this.stage2.flush(index)
    this.tlb.reset(cpu)
    this.timers[index]?.refresh()
  }

  /** Drops every cached translation of a CPU: tables changed behind its back. */
  flush(cpu: number): void {
    this.pages.clear()
    this.stage2.flush(this.views.i32[(cpu + L.INDEX_I32) >>> 2])
    this.tlb.flushAll(cpu)
  }

  private store(cpu: number, offset: number, lo: number, hi: number): boolean {
    const { i32 } = this.views
    const at = (cpu + offset) >>> 2
    const changed = i32[at] !== lo || i32[at + 1] !== hi
    i32[at] = lo
    i32[at + 1] = hi
    return changed
  }

  /** Where the register with this slot lives now: the current stack pointer is in SP. */
  place(cpu: number, offset: number): number {
    const spx = this.views.i32[(cpu + L.SPSEL_I32) >>> 2] !== 0
    return offset === (spx ? L.SLOT.SP_EL1 : L.SLOT.SP_EL0) ? L.SP : offset
  }

  /** Writes the register at this slot (a value of SLOT), with all that follows from it. */
  write(cpu: number, offset: number, lo: number, hi: number): void {
    const { i32 } = this.views
    switch (offset) {
      case L.SLOT.SCTLR_EL1: {
        const res1 = has(this.model, "PAN") ? SCTLR_RES1 & ~R.SCTLR_SPAN : SCTLR_RES1
        const value = (lo & ~SCTLR_FIXED) | res1
        const moved = (i32[(cpu + offset) >>> 2] ^ value) & SCTLR_TRANSLATION
        this.store(cpu, offset, value, has(this.model, "SSBS") ? hi & R.SCTLR_HI_DSSBS : 0)
        if (moved !== 0) this.tlb.flushAll(cpu)
        return
      }
      case L.SLOT.TTBR0_EL1:
      case L.SLOT.TTBR1_EL1:
        if (this.store(cpu, offset, lo, hi)) this.tlb.select(cpu)
        return
      case L.SLOT.TCR_EL1:
      case L.SLOT.MAIR_EL1:
        if (this.store(cpu, offset, lo, hi)) this.tlb.flushAll(cpu)
        return
      case L.SLOT.HCR_EL2: {
        const moved = (i32[(cpu + offset) >>> 2] ^ lo) & R.HCR_TRANSLATION
        this.store(cpu, offset, lo, hi)
        if (moved !== 0) this.flush(cpu)
        return
      }
      case L.SLOT.VTTBR_EL2:
      case L.SLOT.VTCR_EL2:
        if (this.store(cpu, offset, lo, hi)) this.flush(cpu)
        return
      case L.SLOT.SP_EL0:
      case L.SLOT.SP_EL1:
        this.store(cpu, this.place(cpu, offset), lo, hi)
        return
      default:
        this.writeTimer(cpu, offset, lo, hi)
    }
  }

  private writeTimer(cpu: number, offset: number, lo: number, hi: number): void {
    const timer = this.timers[this.views.i32[(cpu + L.INDEX_I32) >>> 2]]
    const control = offset === L.SLOT.CNTV_CTL_EL0 || offset === L.SLOT.CNTP_CTL_EL0
    this.store(cpu, offset, control ? lo & 3 : lo, control ? 0 : hi)
    switch (offset) {
      case L.SLOT.CNTV_CTL_EL0:
      case L.SLOT.CNTV_CVAL_EL0:
      case L.SLOT.CNTVOFF_EL2:
        timer?.changed(VIRTUAL_TIMER)
        return
      case L.SLOT.CNTP_CTL_EL0:
      case L.SLOT.CNTP_CVAL_EL0:
        timer?.changed(PHYSICAL_TIMER)
        return
      default:
    }
  }

  /** Lower half of the register at this slot as a read has it: ISTATUS of timers is of now. */
  readLow(cpu: number, offset: number): number {
    const timer = this.timers[this.views.i32[(cpu + L.INDEX_I32) >>> 2]]
    if (timer !== undefined && offset === L.SLOT.CNTV_CTL_EL0) return timer.control(VIRTUAL_TIMER)
    if (timer !== undefined && offset === L.SLOT.CNTP_CTL_EL0) return timer.control(PHYSICAL_TIMER)
    return this.views.i32[(cpu + this.place(cpu, offset)) >>> 2]
  }

  readHigh(cpu: number, offset: number): number {
    return this.views.i32[(cpu + this.place(cpu, offset) + 4) >>> 2]
  }
}
