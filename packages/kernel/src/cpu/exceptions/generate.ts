// SPDX-License-Identifier: BSD-2-Clause
//
// Exceptions that an instruction asks for (SVC, HVC, SMC, BRK), those for what it may not do (undefined,
// FP trap, alignment of PC and SP), and WFI and WFE with their traps (Arm ARM DDI 0487, D1.3.5, D1.6, C6.2).
// HLT is undefined, as halting debug is never enabled. EL3 is the kernel's, too: SMC always leaves to EL2.

import {
  GEN_BRK,
  GEN_FP_TRAP,
  GEN_HLT,
  GEN_HVC,
  GEN_PC_ALIGN,
  GEN_SMC,
  GEN_SP_ALIGN,
  GEN_SVC,
  GEN_UNDEFINED,
} from "../host.ts"
import * as L from "../layout.ts"
import {
  EC_BRK64,
  EC_FP,
  EC_HVC64,
  EC_PC_ALIGNMENT,
  EC_SMC64,
  EC_SP_ALIGNMENT,
  EC_SVC64,
  EC_WFX,
  record,
  recordUndefined,
  syndrome,
} from "../mmu/fault.ts"
import { HCR_HCD, HCR_TWE, HCR_TWI, SCTLR_NTWE, SCTLR_NTWI } from "../mmu/registers.ts"
import type { Views } from "../mmu/views.ts"

/** Kinds of Host.wait. SEV and SEVL are hints that only the event register sees. */
export const WAIT_WFI = 0
export const WAIT_WFE = 1
export const WAIT_SEV = 2
export const WAIT_SEVL = 3

/** ISS bits CV and COND = always, which trapped FP and WFx instructions report. */
const ISS_COND_ALWAYS = (1 << 24) | (0xe << 20)
/** CPACR_EL1.FPEN, bits 21..20; CPTR_EL2.TFP; MDCR_EL2.TDE. */
const FPEN_SHIFT = 20
const CPTR_TFP = 1 << 10
const MDCR_TDE = 1 << 8

export class Generate {
  private readonly views: Views
  private readonly cpuCount: number

  constructor(views: Views, cpuCount: number) {
    this.views = views
    this.cpuCount = cpuCount
  }

  private raise(cpu: number, kind: number, ec: number, iss: number): number {
    record(this.views, cpu, kind, syndrome(ec, iss))
    return L.R_FAULT
  }

  private undefinedInstruction(cpu: number): number {
    recordUndefined(this.views, cpu)
    return L.R_FAULT
  }

  /** Host.generate. */
  generate(cpu: number, kind: number, imm: number): number {
    const { i32 } = this.views
    const el = i32[(cpu + L.EL_I32) >>> 2]
    switch (kind) {
      case GEN_SVC:
        return this.raise(cpu, L.EXC_SYNC, EC_SVC64, imm)
      case GEN_HVC: {
        const disabled = (i32[(cpu + L.SLOT.HCR_EL2) >>> 2] & HCR_HCD) !== 0
        if (el === 0 || disabled) return this.undefinedInstruction(cpu)
        return this.raise(cpu, L.EXC_EL2, EC_HVC64, imm)
      }
      case GEN_SMC:
        return el === 0 ? this.undefinedInstruction(cpu) : this.raise(cpu, L.EXC_EL2, EC_SMC64, imm)
      case GEN_BRK: {
        const toEl2 = (i32[(cpu + L.SLOT.MDCR_EL2) >>> 2] & MDCR_TDE) !== 0
        return this.raise(cpu, toEl2 ? L.EXC_EL2 : L.EXC_SYNC, EC_BRK64, imm)
      }
      case GEN_FP_TRAP:
        return this.checkFp(cpu)
      case GEN_PC_ALIGN: {
        const pc = (cpu + L.PC) >>> 2
        record(this.views, cpu, L.EXC_SYNC, syndrome(EC_PC_ALIGNMENT, 0), i32[pc], i32[pc + 1])
        return L.R_FAULT
      }
      case GEN_SP_ALIGN:
        return this.raise(cpu, L.EXC_SYNC, EC_SP_ALIGNMENT, 0)
      case GEN_HLT:
      case GEN_UNDEFINED:
        return this.undefinedInstruction(cpu)
      default:
        throw new RangeError(`no exception of kind ${kind}`)
    }
  }

  /** R_NEXT when FP and Advanced SIMD may be used here, else the trap (EL1's first, then EL2's). */
  checkFp(cpu: number): number {
    const { i32 } = this.views
    const fpen = (i32[(cpu + L.SLOT.CPACR_EL1) >>> 2] >>> FPEN_SHIFT) & 3
    const open = i32[(cpu + L.EL_I32) >>> 2] === 0 ? fpen === 3 : (fpen & 1) !== 0
    if (!open) return this.raise(cpu, L.EXC_SYNC, EC_FP, ISS_COND_ALWAYS)
    if ((i32[(cpu + L.SLOT.CPTR_EL2) >>> 2] & CPTR_TFP) !== 0) {
      return this.raise(cpu, L.EXC_EL2, EC_FP, ISS_COND_ALWAYS)
    }
    return L.R_NEXT
  }

  /** Host.wait: R_NEXT when there is nothing to wait for, R_STOP when there is, R_FAULT when it is trapped. */
  wait(cpu: number, kind: number): number {
    const { i32 } = this.views
    const event = (cpu + L.EVENT_I32) >>> 2
    if (kind === WAIT_SEVL) i32[event] = 1
    else if (kind === WAIT_SEV) this.sendEvent()
    else if (kind === WAIT_WFI) {
      if (i32[(cpu + L.VIRQ_I32) >>> 2] !== 0) return L.R_NEXT
      return this.suspend(cpu, SCTLR_NTWI, HCR_TWI, 0)
    } else {
      if (i32[event] !== 0 || i32[(cpu + L.VIRQ_I32) >>> 2] !== 0) {
        i32[event] = 0
        return L.R_NEXT
      }
      return this.suspend(cpu, SCTLR_NTWE, HCR_TWE, 1)
    }
    return L.R_NEXT
  }

  /** SEV: every CPU's event register. */
  private sendEvent(): void {
    for (let index = 0; index < this.cpuCount; index++) {
      this.views.i32[(L.CPU_BLOCKS + index * L.CPU_BLOCK_SIZE + L.EVENT_I32) >>> 2] = 1
    }
  }

  /** Trapped from EL0 to EL1 unless SCTLR_EL1 allows it, then to EL2 by HCR_EL2; else the run loop sees it. */
  private suspend(cpu: number, allow: number, trap: number, isWfe: number): number {
    const { i32 } = this.views
    const iss = ISS_COND_ALWAYS | isWfe
    const allowed = (i32[(cpu + L.SLOT.SCTLR_EL1) >>> 2] & allow) !== 0
    if (i32[(cpu + L.EL_I32) >>> 2] === 0 && !allowed) return this.raise(cpu, L.EXC_SYNC, EC_WFX, iss)
    if ((i32[(cpu + L.SLOT.HCR_EL2) >>> 2] & trap) !== 0) return this.raise(cpu, L.EXC_EL2, EC_WFX, iss)
    if (isWfe === 0) i32[(cpu + L.WFI_I32) >>> 2] = 1
    i32[(cpu + L.STOP_I32) >>> 2] = 1
    return L.R_STOP
  }
}
