// SPDX-License-Identifier: BSD-2-Clause
//
// System registers whose reads or writes are computed: PSTATE fields, identification that depends on the
// board, caches, timers, FP control, debug (Arm ARM DDI 0487, D17).
// A reader leaves its value in DATA; a writer finds it there. Both answer R_NEXT, R_STOP or R_FAULT.

import {
  PSTATE_A,
  PSTATE_DAIF,
  PSTATE_F,
  PSTATE_I,
  PSTATE_PAN,
  PSTATE_SSBS,
  PSTATE_UAO,
  type Pstate,
} from "../exceptions/pstate.ts"
import { type Exceptions, VFIQ, VIRQ, VSERROR } from "../exceptions/exceptions.ts"
import * as L from "../layout.ts"
import { type CpuModel, idRegister } from "../models/model.ts"
import { DCZID_BS, DCZID_DZP, HCR_TDZ, SCTLR_DZE } from "../mmu/registers.ts"
import type { Views } from "../mmu/views.ts"
import type { RegisterStorage } from "./storage.ts"
import type { Special } from "./sysreg-table.ts"
import { type GenericTimer, PHYSICAL_TIMER, type TimerNumber, VIRTUAL_TIMER } from "./timer.ts"

/** ID_AA64PFR0_EL1.GIC: system register interface of GICv3. */
const PFR0_GIC = 1 << 24
/** OSLSR_EL1: OSLM 0b10 in bits 3 and 0, OSLK bit 1. */
const OSLSR_OSLM = 1 << 3
const OSLSR_OSLK = 1 << 1
/** FPCR: AHP, DN, FZ, RMode. FPSR: QC and the cumulative exception bits; NZCV is AArch32's. */
const FPCR_BITS = 0x07c0_0000
const FPSR_BITS = 0x0800_009f

export type Reader = (cpu: number, key: number) => number

export interface SpecialParts {
  readonly views: Views
  readonly pstate: Pstate
  readonly exceptions: Exceptions
  readonly storage: RegisterStorage
  readonly timers: readonly GenericTimer[]
  /** The board's GIC has a system register interface. */
  readonly gicSystemRegisters: boolean
  readonly model: CpuModel
}

export class Specials {
  private readonly parts: SpecialParts
  private readonly views: Views

  constructor(parts: SpecialParts) {
    this.parts = parts
    this.views = parts.views
  }

  private put(cpu: number, lo: number, hi = 0): number {
    const { i32 } = this.views
    i32[(cpu + L.DATA) >>> 2] = lo
    i32[(cpu + L.DATA + 4) >>> 2] = hi
    return L.R_NEXT
  }

  private value(cpu: number): number {
    return this.views.i32[(cpu + L.DATA) >>> 2]
  }

  private field(cpu: number, offset: number): number {
    return this.views.i32[(cpu + offset) >>> 2]
  }

  private timer(cpu: number): GenericTimer {
    return this.parts.timers[this.field(cpu, L.INDEX_I32)]
  }

  /** R_STOP when STOP was set meanwhile. */
  private after(cpu: number): number {
    return this.field(cpu, L.STOP_I32) !== 0 ? L.R_STOP : L.R_NEXT
  }

  readers(): Partial<Record<Special, Reader>> {
    const [pfr0Low, pfr0High] = idRegister(this.parts.model, "ID_AA64PFR0_EL1")
    const pfr0 = pfr0Low | (this.parts.gicSystemRegisters ? PFR0_GIC : 0)
    const { pstate } = this.parts
    return {
      pfr0: (cpu) => this.put(cpu, pfr0, pfr0High),
      dczid: (cpu) => this.put(cpu, DCZID_BS | (this.zvaProhibited(cpu) ? DCZID_DZP : 0)),
      ccsidr: (cpu) => this.put(cpu, this.cacheSize(cpu)),
      "current-el": (cpu) => this.put(cpu, this.field(cpu, L.EL_I32) << 2),
      pan: (cpu) => this.put(cpu, pstate.get(cpu) & PSTATE_PAN),
      uao: (cpu) => this.put(cpu, pstate.get(cpu) & PSTATE_UAO),
      ssbs: (cpu) => this.put(cpu, pstate.get(cpu) & PSTATE_SSBS),
      spsel: (cpu) => this.put(cpu, this.field(cpu, L.SPSEL_I32)),
      daif: (cpu) => this.put(cpu, this.field(cpu, L.DAIF_I32)),
      nzcv: (cpu) => this.put(cpu, pstate.nzcv(cpu)),
      fpcr: (cpu) => this.put(cpu, this.field(cpu, L.FPCR_I32)),
      fpsr: (cpu) => this.put(cpu, this.field(cpu, L.FPSR_I32)),
      isr: (cpu) => this.put(cpu, this.pending(cpu)),
      cntfrq: (cpu) => this.put(cpu, this.timer(cpu).frequency),
      cntpct: (cpu) => this.counter(cpu, PHYSICAL_TIMER),
      cntvct: (cpu) => this.counter(cpu, VIRTUAL_TIMER),
      "cntv-ctl": (cpu) => this.put(cpu, this.timer(cpu).control(VIRTUAL_TIMER)),
      "cntp-ctl": (cpu) => this.put(cpu, this.timer(cpu).control(PHYSICAL_TIMER)),
      "cntv-tval": (cpu) => this.put(cpu, this.timer(cpu).timerValue(VIRTUAL_TIMER)),
      "cntp-tval": (cpu) => this.put(cpu, this.timer(cpu).timerValue(PHYSICAL_TIMER)),
      oslsr: (cpu) => {
        return this.put(cpu, OSLSR_OSLM | ((this.field(cpu, L.SLOT.OSLAR_EL1) & 1) !== 0 ? OSLSR_OSLK : 0))
      },
      debug: (cpu, key) => {
        const at = this.debugRegister(key)
        return this.put(cpu, this.field(cpu, at), this.field(cpu, at + 4))
      },
      nothing: (cpu) => this.put(cpu, 0),
    }
  }

  writers(): Partial<Record<Special, Reader>> {
    const { pstate, storage, exceptions } = this.parts
    const control = (slot: number): Reader => {
      return (cpu) => {
        storage.write(cpu, slot, this.value(cpu), 0)
        return this.after(cpu)
      }
    }
    const putBit = (bit: number): Reader => {
      return (cpu) => {
        pstate.put(cpu, bit, (this.value(cpu) & bit) !== 0)
        return L.R_NEXT
      }
    }
    return {
      pan: putBit(PSTATE_PAN),
      uao: putBit(PSTATE_UAO),
      ssbs: putBit(PSTATE_SSBS),
      spsel: (cpu) => {
        pstate.enter(cpu, 1, this.value(cpu) & 1)
        return L.R_NEXT
      },
      daif: (cpu) => {
        this.views.i32[(cpu + L.DAIF_I32) >>> 2] = this.value(cpu) & PSTATE_DAIF
        exceptions.stopIfInterrupted(cpu)
        return this.after(cpu)
      },
      nzcv: (cpu) => {
        pstate.setNzcv(cpu, this.value(cpu))
        return L.R_NEXT
      },
      fpcr: (cpu) => {
        this.views.i32[(cpu + L.FPCR_I32) >>> 2] = this.value(cpu) & FPCR_BITS
        return L.R_NEXT
      },
      fpsr: (cpu) => {
        this.views.i32[(cpu + L.FPSR_I32) >>> 2] = this.value(cpu) & FPSR_BITS
        return L.R_NEXT
      },
      "cntv-ctl": control(L.SLOT.CNTV_CTL_EL0),
      "cntp-ctl": control(L.SLOT.CNTP_CTL_EL0),
      "cntv-tval": (cpu) => this.setTimerValue(cpu, VIRTUAL_TIMER),
      "cntp-tval": (cpu) => this.setTimerValue(cpu, PHYSICAL_TIMER),
      oslar: (cpu) => {
        this.views.i32[(cpu + L.SLOT.OSLAR_EL1) >>> 2] = this.value(cpu) & 1
        return L.R_NEXT
      },
      debug: (cpu, key) => {
        const at = (cpu + this.debugRegister(key)) >>> 2
        this.views.i32[at] = this.value(cpu)
        this.views.i32[at + 1] = this.field(cpu, L.DATA + 4)
        return L.R_NEXT
      },
      nothing: () => L.R_NEXT,
    }
  }

  private counter(cpu: number, timer: TimerNumber): number {
    const source = this.timer(cpu)
    source.readCounter(timer)
    return this.put(cpu, source.lo, source.hi)
  }

  private setTimerValue(cpu: number, timer: TimerNumber): number {
    this.timer(cpu).setTimerValue(timer, this.value(cpu))
    return this.after(cpu)
  }

  private zvaProhibited(cpu: number): boolean {
    if ((this.field(cpu, L.SLOT.HCR_EL2) & HCR_TDZ) !== 0) return true
    return this.field(cpu, L.EL_I32) === 0 && (this.field(cpu, L.SLOT.SCTLR_EL1) & SCTLR_DZE) === 0
  }

  /** CSSELR_EL1: bit 0 instruction, bits 3..1 level less one. Caches that are not there read as zero. */
  private cacheSize(cpu: number): number {
    const selected = this.field(cpu, L.SLOT.CSSELR_EL1) & 15
    return this.parts.model.ccsidr[selected] ?? 0
  }

  /** ISR_EL1: what is asserted, masked or not. */
  private pending(cpu: number): number {
    const asserted = this.field(cpu, L.VIRQ_I32)
    return (
      ((asserted & VIRQ) !== 0 ? PSTATE_I : 0) |
      ((asserted & VFIQ) !== 0 ? PSTATE_F : 0) |
      ((asserted & VSERROR) !== 0 ? PSTATE_A : 0)
    )
  }

  /** DBGBVR, DBGBCR, DBGWVR, DBGWCR (op2 4 .. 7) of number CRm. */
  private debugRegister(key: number): number {
    return L.DEBUG_REGS + ((key >>> 3) & 15) * 32 + ((key & 7) - 4) * 8
  }
}
