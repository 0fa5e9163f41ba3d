// SPDX-License-Identifier: BSD-2-Clause
//
// System instructions: cache maintenance (faults and DC ZVA, as caches are not modelled), TLB invalidation and
// address translation (Arm ARM DDI 0487, C5.3 to C5.5). The operand lies in DATA.

import * as L from "../layout.ts"
import type { MemoryAccess } from "../mmu/access.ts"
import { HCR_FB, PSTATE_PAN, TCR_HI_AS } from "../mmu/registers.ts"
import type { Tlb } from "../mmu/tlb.ts"
import type { Translator } from "../mmu/translate.ts"
import type { Views } from "../mmu/views.ts"
import { AS_EL0, NO_USER, WANT_READ, WANT_WRITE } from "../mmu/walk.ts"
import type { Special } from "./sysreg-table.ts"

/** What a TLBI reaches: everything, the pages of a VA at any level or at the last one, an ASID. */
type Scope = "all" | "va" | "leaf" | "asid"

export type Operation = (cpu: number, key: number) => number

export class Operations {
  private readonly views: Views
  private readonly tlb: Tlb
  private readonly memory: MemoryAccess
  private readonly translator: Translator
  private readonly cpuCount: number

  constructor(views: Views, tlb: Tlb, memory: MemoryAccess, translator: Translator, cpuCount: number) {
    this.views = views
    this.tlb = tlb
    this.memory = memory
    this.translator = translator
    this.cpuCount = cpuCount
  }

  private lo(cpu: number): number {
    return this.views.i32[(cpu + L.DATA) >>> 2]
  }

  private hi(cpu: number): number {
    return this.views.i32[(cpu + L.DATA + 4) >>> 2]
  }

  /** The instructions by the names that the table has for them. */
  table(): Partial<Record<Special, Operation>> {
    const translate = (asEl0: boolean, isWrite: boolean, usesPan = false): Operation => {
      return (cpu) => {
        const pan = usesPan && (this.views.i32[(cpu + L.SS_IL_I32) >>> 2] & PSTATE_PAN) !== 0
        const as = asEl0 ? AS_EL0 : pan ? NO_USER : 0
        return this.translator.addressTranslate(cpu, this.lo(cpu), this.hi(cpu), as, isWrite)
      }
    }
    return {
      "at-s1e1r": translate(false, false),
      "at-s1e1w": translate(false, true),
      "at-s1e0r": translate(true, false),
      "at-s1e0w": translate(true, true),
      "at-s1e1rp": translate(false, false, true),
      "at-s1e1wp": translate(false, true, true),
      "dc-ivac": (cpu) => this.memory.maintain(cpu, this.lo(cpu), this.hi(cpu), WANT_WRITE),
      // EL1 needs a translation, EL0 permission to read, too.
      "dc-by-va": (cpu) => {
        const want = this.views.i32[(cpu + L.EL_I32) >>> 2] === 0 ? WANT_READ : 0
        return this.memory.maintain(cpu, this.lo(cpu), this.hi(cpu), want)
      },
      "dc-zva": (cpu) => this.memory.zero(cpu, this.lo(cpu), this.hi(cpu)),
      "tlbi-all": (cpu) => this.invalidate(cpu, false, "all"),
      "tlbi-va": (cpu, key) => this.invalidate(cpu, false, vaForm(key)),
      "tlbi-asid": (cpu) => this.invalidate(cpu, false, "asid"),
      "tlbi-all-is": (cpu) => this.invalidate(cpu, true, "all"),
      "tlbi-va-is": (cpu, key) => this.invalidate(cpu, true, vaForm(key)),
      "tlbi-asid-is": (cpu) => this.invalidate(cpu, true, "asid"),
    }
  }

  /** Here, or on every CPU of the same VMID (the inner shareable forms, and all of them with HCR_EL2.FB). */
  private invalidate(cpu: number, shareable: boolean, what: Scope): number {
    const { i32 } = this.views
    const lo = this.lo(cpu)
    const hi = this.hi(cpu)
    if (!shareable && (i32[(cpu + L.SLOT.HCR_EL2) >>> 2] & HCR_FB) === 0) {
      this.invalidateOn(cpu, what, lo, hi)
      return L.R_NEXT
    }
    const vmid = i32[(cpu + L.SLOT.VTTBR_EL2 + 4) >>> 2] >>> 16
    for (let index = 0; index < this.cpuCount; index++) {
      const other = L.CPU_BLOCKS + index * L.CPU_BLOCK_SIZE
      if (i32[(other + L.SLOT.VTTBR_EL2 + 4) >>> 2] >>> 16 === vmid) this.invalidateOn(other, what, lo, hi)
    }
    return L.R_NEXT
  }

  /** The operand has the ASID in bits 63..48 and VA[55:12] in bits 43..0. */
  private invalidateOn(cpu: number, what: Scope, lo: number, hi: number): void {
    if (what === "all") this.tlb.flushAll(cpu)
    else if (what === "va" || what === "leaf") {
      this.tlb.flushVa(cpu, lo << 12, ((hi << 12) | (lo >>> 20)) & 0xff_ffff, what === "leaf")
    } else {
      const wide = (this.views.i32[(cpu + L.SLOT.TCR_EL1 + 4) >>> 2] & TCR_HI_AS) !== 0
      this.tlb.flushAsid(cpu, wide ? hi >>> 16 : (hi >>> 16) & 0xff)
    }
  }
}

/** TLBI VALE1 and VAALE1 have bit 2 of op2 set. */
function vaForm(key: number): Scope {
  return (key & 4) !== 0 ? "leaf" : "va"
}
