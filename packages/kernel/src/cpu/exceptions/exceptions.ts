// SPDX-License-Identifier: BSD-2-Clause
//
// Taking exceptions to EL1 and returning from them (Arm ARM DDI 0487, D1.3 and D1.4; pseudocode
// AArch64.TakeException, AArch64.ExceptionReturn). An exception to EL2 leaves the run loop, for EL2 is the
// kernel. Software step and halting debug are left out: PSTATE.SS is kept, and nothing steps.

import * as L from "../layout.ts"
import {
  EC_DATA_ABORT_LOWER,
  EC_ILLEGAL_STATE,
  EC_INSTRUCTION_ABORT_LOWER,
  EC_PC_ALIGNMENT,
  EC_SERROR,
  EC_SVC64,
  EC_WATCHPOINT_LOWER,
  record,
  recordUndefined,
  syndrome,
} from "../mmu/fault.ts"
import { TCR_HI_TBI0, TCR_HI_TBI1 } from "../mmu/registers.ts"
import type { Views } from "../mmu/views.ts"
import { PSTATE_A, PSTATE_DAIF, PSTATE_F, PSTATE_I, PSTATE_IL, type Pstate } from "./pstate.ts"

/** Offsets from VBAR_EL1: by where the exception comes from, then by its kind. */
const FROM_SP0 = 0x000
const FROM_SPX = 0x200
const FROM_LOWER = 0x400
const KIND_SYNC = 0x000
const KIND_IRQ = 0x080
const KIND_FIQ = 0x100
const KIND_SERROR = 0x180

/** Bits of VIRQ_I32. */
export const VIRQ = 1
export const VFIQ = 2
export const VSERROR = 4

function hasFar(ec: number): boolean {
  switch (ec) {
    case EC_INSTRUCTION_ABORT_LOWER:
    case EC_INSTRUCTION_ABORT_LOWER + 1:
    case EC_PC_ALIGNMENT:
    case EC_DATA_ABORT_LOWER:
    case EC_DATA_ABORT_LOWER + 1:
    case EC_WATCHPOINT_LOWER:
    case EC_WATCHPOINT_LOWER + 1:
      return true
    default:
      return false
  }
}

export class Exceptions {
  /** By number of the CPU: whether its exception to EL2 was dealt with, so that it goes on at PC. */
  readonly intercept: (() => boolean)[] = []
  private readonly views: Views
  private readonly pstate: Pstate

  constructor(views: Views, pstate: Pstate) {
    this.views = views
    this.pstate = pstate
  }

  /** Host.deliver: takes the exception in EXC_*. 0: go on at PC; 1: it is EL2's, leave the run loop. */
  deliver(cpu: number): number {
    const { i32 } = this.views
    if (i32[(cpu + L.EXC_KIND_I32) >>> 2] === L.EXC_MOVED) return 0
    const esr = i32[(cpu + L.EXC_ESR_I32) >>> 2]
    const ec = esr >>> 26
    // SVC returns to the instruction after it. HVC does, too, but the kernel wants the HVC's own address.
    if (ec === EC_SVC64) this.advance(cpu)
    if (i32[(cpu + L.EXC_KIND_I32) >>> 2] === L.EXC_EL2) {
      this.showToEl2(cpu, esr)
      return this.intercept[i32[(cpu + L.INDEX_I32) >>> 2]]?.() === true ? 0 : 1
    }
    i32[(cpu + L.EXC_KIND_I32) >>> 2] = 0
    if (hasFar(ec)) this.copy(cpu, L.SLOT.FAR_EL1, L.EXC_FAR)
    this.takeSync(cpu, esr)
    return 0
  }

  private takeSync(cpu: number, esr: number): void {
    const { i32 } = this.views
    i32[(cpu + L.SLOT.ESR_EL1) >>> 2] = esr
    i32[(cpu + L.SLOT.ESR_EL1 + 4) >>> 2] = 0
    this.enterEl1(cpu, KIND_SYNC)
  }

  private advance(cpu: number): void {
    const { i32 } = this.views
    const next = (i32[(cpu + L.PC) >>> 2] + 4) | 0
    i32[(cpu + L.PC) >>> 2] = next
    if (next >= 0 && next < 4) i32[(cpu + L.PC + 4) >>> 2] += 1
  }

  private copy(cpu: number, to: number, from: number): void {
    const { i32 } = this.views
    i32[(cpu + to) >>> 2] = i32[(cpu + from) >>> 2]
    i32[(cpu + to + 4) >>> 2] = i32[(cpu + from + 4) >>> 2]
  }

  /** ESR_EL2, FAR_EL2 and HPFAR_EL2 (FIPA[47:12] in bits 39..4) as the exception leaves them. */
  private showToEl2(cpu: number, esr: number): void {
    const { i32 } = this.views
    i32[(cpu + L.SLOT.ESR_EL2) >>> 2] = esr
    i32[(cpu + L.SLOT.ESR_EL2 + 4) >>> 2] = 0
    if (!hasFar(esr >>> 26)) return
    this.copy(cpu, L.SLOT.FAR_EL2, L.EXC_FAR)
    const lo = i32[(cpu + L.EXC_IPA) >>> 2]
    const hi = i32[(cpu + L.EXC_IPA + 4) >>> 2]
    i32[(cpu + L.SLOT.HPFAR_EL2) >>> 2] = ((lo >>> 12) << 4) | (hi << 24)
    i32[(cpu + L.SLOT.HPFAR_EL2 + 4) >>> 2] = hi >>> 8
  }

  private enterEl1(cpu: number, kind: number): void {
    const { i32 } = this.views
    const fromEl0 = i32[(cpu + L.EL_I32) >>> 2] === 0
    const fromSp0 = i32[(cpu + L.SPSEL_I32) >>> 2] === 0
    i32[(cpu + L.SLOT.SPSR_EL1) >>> 2] = this.pstate.get(cpu)
    i32[(cpu + L.SLOT.SPSR_EL1 + 4) >>> 2] = 0
    this.copy(cpu, L.SLOT.ELR_EL1, L.PC)
    i32[(cpu + L.DAIF_I32) >>> 2] = PSTATE_DAIF
    this.pstate.takeException(cpu)
    this.pstate.enter(cpu, 1, 1)
    // VBAR_EL1 bits 10..0 are RES0.
    const offset = (fromEl0 ? FROM_LOWER : fromSp0 ? FROM_SP0 : FROM_SPX) + kind
    i32[(cpu + L.PC) >>> 2] = (i32[(cpu + L.SLOT.VBAR_EL1) >>> 2] & ~0x7ff) | offset
    i32[(cpu + L.PC + 4) >>> 2] = i32[(cpu + L.SLOT.VBAR_EL1 + 4) >>> 2]
  }

  /** Virtual interrupts that are asserted and that PSTATE does not mask: bits VIRQ, VFIQ, VSERROR. */
  unmasked(cpu: number): number {
    const { i32 } = this.views
    const asserted = i32[(cpu + L.VIRQ_I32) >>> 2]
    if (asserted === 0) return 0
    const daif = i32[(cpu + L.DAIF_I32) >>> 2]
    const masked =
      ((daif & PSTATE_I) !== 0 ? VIRQ : 0) |
      ((daif & PSTATE_F) !== 0 ? VFIQ : 0) |
      ((daif & PSTATE_A) !== 0 ? VSERROR : 0)
    return asserted & ~masked
  }

  /** Makes the run loop look when an unmasked interrupt waits. */
  stopIfInterrupted(cpu: number): void {
    if (this.unmasked(cpu) !== 0) this.views.i32[(cpu + L.STOP_I32) >>> 2] = 1
  }

  /** Takes the most urgent unmasked virtual interrupt; false when there is none. PC is the next instruction's. */
  takeInterrupt(cpu: number): boolean {
    const waiting = this.unmasked(cpu)
    if ((waiting & VSERROR) !== 0) this.takeSError(cpu)
    else if ((waiting & VFIQ) !== 0) this.takeFiq(cpu)
    else if ((waiting & VIRQ) !== 0) this.takeIrq(cpu)
    return waiting !== 0
  }

  takeIrq(cpu: number): void {
    this.enterEl1(cpu, KIND_IRQ)
  }

  takeFiq(cpu: number): void {
    this.enterEl1(cpu, KIND_FIQ)
  }

  /** Takes a virtual SError, which is then no longer pending. */
  takeSError(cpu: number): void {
    const { i32 } = this.views
    i32[(cpu + L.VIRQ_I32) >>> 2] &= ~VSERROR
    i32[(cpu + L.SLOT.ESR_EL1) >>> 2] = syndrome(EC_SERROR, 0)
    i32[(cpu + L.SLOT.ESR_EL1 + 4) >>> 2] = 0
    this.enterEl1(cpu, KIND_SERROR)
  }

  /** Host.eret. A return to a mode that is not there sets PSTATE.IL, and the next instruction faults. */
  eret(cpu: number): number {
    const { i32 } = this.views
    if (i32[(cpu + L.EL_I32) >>> 2] === 0) {
      recordUndefined(this.views, cpu)
      return L.R_FAULT
    }
    this.pstate.set(cpu, i32[(cpu + L.SLOT.SPSR_EL1) >>> 2])
    this.copy(cpu, L.PC, L.SLOT.ELR_EL1)
    this.dropTag(cpu)
    i32[(cpu + L.EXCL_ADDR_I32) >>> 2] = -1
    i32[(cpu + L.EVENT_I32) >>> 2] = 1
    if ((i32[(cpu + L.SS_IL_I32) >>> 2] & PSTATE_IL) !== 0) {
      record(this.views, cpu, L.EXC_SYNC, syndrome(EC_ILLEGAL_STATE, 0))
      return L.R_FAULT
    }
    this.stopIfInterrupted(cpu)
    return L.R_JUMP
  }

  /** AArch64.BranchAddr: a target in a range whose top byte is ignored loses it. */
  private dropTag(cpu: number): void {
    const { i32 } = this.views
    const hi = i32[(cpu + L.PC + 4) >>> 2]
    const bit = (hi & (1 << 23)) !== 0 ? TCR_HI_TBI1 : TCR_HI_TBI0
    if ((i32[(cpu + L.SLOT.TCR_EL1 + 4) >>> 2] & bit) !== 0) i32[(cpu + L.PC + 4) >>> 2] = (hi << 8) >> 8
  }
}
