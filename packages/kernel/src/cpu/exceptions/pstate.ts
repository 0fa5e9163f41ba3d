// SPDX-License-Identifier: BSD-2-Clause
//
// PSTATE in the CPU block, and as SPSR_ELx packs it for AArch64 (Arm ARM DDI 0487, C5.2.18): NZCV 31..28,
// UAO 23, PAN 22, SS 21, IL 20, SSBS 12, DAIF 9..6, M 4..0. The flags are kept apart as the generated code leaves
// them (layout.ts). UAO, PAN and SSBS are there where the model has them.

import * as L from "../layout.ts"
import { type CpuModel, has } from "../models/model.ts"
import { PSTATE_PAN, PSTATE_UAO, SCTLR_HI_DSSBS, SCTLR_SPAN } from "../mmu/registers.ts"
import type { Tlb } from "../mmu/tlb.ts"
import type { Views } from "../mmu/views.ts"

export const PSTATE_N = 1 << 31
export const PSTATE_Z = 1 << 30
export const PSTATE_C = 1 << 29
export const PSTATE_V = 1 << 28
export { PSTATE_PAN, PSTATE_UAO }
export const PSTATE_SSBS = 1 << 12
export const PSTATE_SS = 1 << 21
export const PSTATE_IL = 1 << 20
export const PSTATE_D = 1 << 9
export const PSTATE_A = 1 << 8
export const PSTATE_I = 1 << 7
export const PSTATE_F = 1 << 6
export const PSTATE_DAIF = PSTATE_D | PSTATE_A | PSTATE_I | PSTATE_F
const PSTATE_NZCV = PSTATE_N | PSTATE_Z | PSTATE_C | PSTATE_V

export const MODE_EL0T = 0
export const MODE_EL1T = 4
export const MODE_EL1H = 5

export class Pstate {
  /** Computes the flags that a region left as operands and form: FLAG_FORM is not 0. */
  settle: (cpu: number) => void = () => undefined
  private readonly views: Views
  private readonly tlb: Tlb

  /** Bits of SS_IL that this model has. */
  private readonly kept: number

  constructor(views: Views, tlb: Tlb, model: CpuModel) {
    this.views = views
    this.tlb = tlb
    this.kept =
      PSTATE_SS |
      PSTATE_IL |
      (has(model, "PAN") ? PSTATE_PAN : 0) |
      (has(model, "UAO") ? PSTATE_UAO : 0) |
      (has(model, "SSBS") ? PSTATE_SSBS : 0)
  }

  /** Whether a bit of PSTATE is set: PSTATE_PAN, PSTATE_UAO or PSTATE_SSBS. */
  isSet(cpu: number, bit: number): boolean {
    return (this.views.i32[(cpu + L.SS_IL_I32) >>> 2] & bit) !== 0
  }

  /** Sets or clears one of these bits; what it changes in translations follows. */
  put(cpu: number, bit: number, on: boolean): void {
    const before = this.views.i32[(cpu + L.SS_IL_I32) >>> 2]
    this.replace(cpu, on ? before | bit : before & ~bit)
  }

  private replace(cpu: number, value: number): void {
    const at = (cpu + L.SS_IL_I32) >>> 2
    const changed = this.views.i32[at] ^ value
    this.views.i32[at] = value
    if ((changed & value & PSTATE_PAN) !== 0) this.tlb.hideUser(cpu)
    if ((changed & PSTATE_UAO) !== 0) this.tlb.selectEl(cpu)
  }

  /** What an exception to EL1 leaves of them: PAN is set unless SCTLR_EL1.SPAN says no, SSBS is as it says. */
  takeException(cpu: number): void {
    const { i32 } = this.views
    const setsPan = (i32[(cpu + L.SLOT.SCTLR_EL1) >>> 2] & SCTLR_SPAN) === 0
    const ssbs = (i32[(cpu + L.SLOT.SCTLR_EL1 + 4) >>> 2] & SCTLR_HI_DSSBS) !== 0 ? PSTATE_SSBS : 0
    const pan = setsPan ? PSTATE_PAN : i32[(cpu + L.SS_IL_I32) >>> 2] & PSTATE_PAN
    this.replace(cpu, (pan | ssbs) & this.kept)
  }

  nzcv(cpu: number): number {
    const { i32 } = this.views
    if (i32[(cpu + L.FLAG_FORM_I32) >>> 2] !== 0) this.settle(cpu)
    const n = i32[(cpu + L.NF + 4) >>> 2] & PSTATE_N
    const z = (i32[(cpu + L.ZF) >>> 2] | i32[(cpu + L.ZF + 4) >>> 2]) === 0 ? PSTATE_Z : 0
    const c = i32[(cpu + L.CF_I32) >>> 2] !== 0 ? PSTATE_C : 0
    const v = (i32[(cpu + L.VF + 4) >>> 2] >>> 31) << 28
    return n | z | c | v
  }

  setNzcv(cpu: number, value: number): void {
    const { i32 } = this.views
    i32[(cpu + L.FLAG_FORM_I32) >>> 2] = 0
    i32[(cpu + L.NF) >>> 2] = 0
    i32[(cpu + L.NF + 4) >>> 2] = value & PSTATE_N
    i32[(cpu + L.ZF) >>> 2] = (value & PSTATE_Z) === 0 ? 1 : 0
    i32[(cpu + L.ZF + 4) >>> 2] = 0
    i32[(cpu + L.CF_I32) >>> 2] = (value >>> 29) & 1
    i32[(cpu + L.VF) >>> 2] = 0
    i32[(cpu + L.VF + 4) >>> 2] = (value & PSTATE_V) << 3
  }

  /** As SPSR has it, a signed 32-bit integer. */
  get(cpu: number): number {
    const { i32 } = this.views
    const mode = (i32[(cpu + L.EL_I32) >>> 2] << 2) | i32[(cpu + L.SPSEL_I32) >>> 2]
    const masks = i32[(cpu + L.DAIF_I32) >>> 2] & PSTATE_DAIF
    return this.nzcv(cpu) | (i32[(cpu + L.SS_IL_I32) >>> 2] & this.kept) | masks | mode
  }

  /** Takes all of an SPSR. False, and IL set with EL and SP unchanged, for a mode that EL1 may not return to. */
  set(cpu: number, spsr: number): boolean {
    const { i32 } = this.views
    const mode = spsr & 31
    const legal = mode === MODE_EL0T || mode === MODE_EL1T || mode === MODE_EL1H
    this.setNzcv(cpu, spsr & PSTATE_NZCV)
    i32[(cpu + L.DAIF_I32) >>> 2] = spsr & PSTATE_DAIF
    this.replace(cpu, (spsr & this.kept) | (legal ? 0 : PSTATE_IL))
    if (legal) this.enter(cpu, mode >>> 2, mode & 1)
    return legal
  }

  /** Changes EL and SP selection: the stack pointer of the old mode is put away, the new one's taken. */
  enter(cpu: number, el: number, spsel: number): void {
    const { i32 } = this.views
    const oldEl = i32[(cpu + L.EL_I32) >>> 2]
    const oldSpsel = i32[(cpu + L.SPSEL_I32) >>> 2]
    if (oldSpsel !== spsel) {
      const away = (cpu + (oldSpsel !== 0 ? L.SLOT.SP_EL1 : L.SLOT.SP_EL0)) >>> 2
      const from = (cpu + (spsel !== 0 ? L.SLOT.SP_EL1 : L.SLOT.SP_EL0)) >>> 2
      const sp = (cpu + L.SP) >>> 2
      i32[away] = i32[sp]
      i32[away + 1] = i32[sp + 1]
      i32[sp] = i32[from]
      i32[sp + 1] = i32[from + 1]
      i32[(cpu + L.SPSEL_I32) >>> 2] = spsel
    }
    if (oldEl !== el) {
      i32[(cpu + L.EL_I32) >>> 2] = el
      this.tlb.selectEl(cpu)
    }
  }
}
