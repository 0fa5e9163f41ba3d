// SPDX-License-Identifier: BSD-2-Clause
//
// Who may touch a system register: what EL1 denies to EL0 (SCTLR_EL1, CNTKCTL_EL1, MDSCR_EL1), and what EL2
// traps (HCR_EL2, CPTR_EL2, MDCR_EL2, CNTHCTL_EL2). Arm ARM DDI 0487, D1.3.6 and D17; the syndrome of a trapped
// MSR, MRS or system instruction is EC 0x18.

import type { Generate } from "../exceptions/generate.ts"
import * as L from "../layout.ts"
import type { MemoryAccess } from "../mmu/access.ts"
import { EC_SYSREG, record, recordUndefined, syndrome } from "../mmu/fault.ts"
import * as R from "../mmu/registers.ts"
import type { Views } from "../mmu/views.ts"
import type { Gate, Trap } from "./sysreg-table.ts"

const MDCR_TDA = 1 << 9
const MDCR_TDOSA = 1 << 10
const MDCR_TDRA = 1 << 11
const CPTR_TCPAC = 1 << 31
const CNTHCTL_EL1PCTEN = 1 << 0
const CNTHCTL_EL1PCEN = 1 << 1
const CNTKCTL_EL0PCTEN = 1 << 0
const CNTKCTL_EL0VCTEN = 1 << 1
const CNTKCTL_EL0VTEN = 1 << 8
const CNTKCTL_EL0PTEN = 1 << 9
const MDSCR_TDCC = 1 << 12

const TO_EL1 = L.EXC_SYNC
const TO_EL2 = L.EXC_EL2

/** True when EL2 traps the access. */
export type TrapCheck = (cpu: number, isRead: boolean) => boolean
/** R_NEXT when EL1 lets it pass, R_FAULT with the exception recorded. */
export type GateCheck = (cpu: number, key: number, isRead: boolean) => number

export class AccessControl {
  private readonly views: Views
  private readonly generate: Generate
  private readonly memory: MemoryAccess

  constructor(views: Views, generate: Generate, memory: MemoryAccess) {
    this.views = views
    this.generate = generate
    this.memory = memory
  }

  /** Records a trapped access: EC 0x18 with the instruction's fields, of `key` and of the word at PC. */
  private trap(cpu: number, kind: number, key: number, isRead: boolean): number {
    const rt = this.memory.instruction(cpu) & 31
    const op0 = key >>> 14
    const op1 = (key >>> 11) & 7
    const crn = (key >>> 7) & 15
    const crm = (key >>> 3) & 15
    const fields = (op0 << 20) | ((key & 7) << 17) | (op1 << 14) | (crn << 10) | (rt << 5) | (crm << 1)
    record(this.views, cpu, kind, syndrome(EC_SYSREG, fields | (isRead ? 1 : 0)))
    return L.R_FAULT
  }

  trapToEl1(cpu: number, key: number, isRead: boolean): number {
    return this.trap(cpu, TO_EL1, key, isRead)
  }

  trapToEl2(cpu: number, key: number, isRead: boolean): number {
    return this.trap(cpu, TO_EL2, key, isRead)
  }

  undefinedInstruction(cpu: number): number {
    recordUndefined(this.views, cpu)
    return L.R_FAULT
  }

  private bit(cpu: number, slot: number, mask: number): boolean {
    return (this.views.i32[(cpu + slot) >>> 2] & mask) !== 0
  }

  private inHcr(mask: number): TrapCheck {
    return (cpu) => this.bit(cpu, L.SLOT.HCR_EL2, mask)
  }

  /** The checks behind a register's `trap`. */
  trapCheck(trap: Trap): TrapCheck | undefined {
    switch (trap) {
      case "none":
        return undefined
      case "TVM":
        return (cpu, isRead) => this.bit(cpu, L.SLOT.HCR_EL2, isRead ? R.HCR_TRVM : R.HCR_TVM)
      case "TID1":
        return this.inHcr(R.HCR_TID1)
      case "TID2":
        return this.inHcr(R.HCR_TID2)
      case "TID3":
        return this.inHcr(R.HCR_TID3)
      case "TACR":
        return this.inHcr(R.HCR_TACR)
      case "TSW":
        return this.inHcr(R.HCR_TSW)
      case "TPC":
        return this.inHcr(R.HCR_TPC)
      case "TPU":
        return this.inHcr(R.HCR_TPU)
      case "TTLB":
        return this.inHcr(R.HCR_TTLB)
      case "TDZ":
        return this.inHcr(R.HCR_TDZ)
      case "TCPAC":
        return (cpu) => this.bit(cpu, L.SLOT.CPTR_EL2, CPTR_TCPAC)
      case "TDA":
        return (cpu) => this.bit(cpu, L.SLOT.MDCR_EL2, MDCR_TDA)
      case "TDOSA":
        return (cpu) => this.bit(cpu, L.SLOT.MDCR_EL2, MDCR_TDOSA)
      case "TDRA":
        return (cpu) => this.bit(cpu, L.SLOT.MDCR_EL2, MDCR_TDRA)
      case "EL1PCTEN":
        return (cpu) => !this.bit(cpu, L.SLOT.CNTHCTL_EL2, CNTHCTL_EL1PCTEN)
      case "EL1PCEN":
        return (cpu) => !this.bit(cpu, L.SLOT.CNTHCTL_EL2, CNTHCTL_EL1PCEN)
    }
  }

  /** EL0 may when any bit of `mask` is set in this register. */
  private el0Needs(slot: number, mask: number): GateCheck {
    return (cpu, key, isRead) => {
      const el0 = this.views.i32[(cpu + L.EL_I32) >>> 2] === 0
      return el0 && !this.bit(cpu, slot, mask) ? this.trap(cpu, TO_EL1, key, isRead) : L.R_NEXT
    }
  }

  /** The checks behind a register's `gate`. */
  gateCheck(gate: Gate): GateCheck | undefined {
    switch (gate) {
      case "none":
        return undefined
      case "UCT":
        return this.el0Needs(L.SLOT.SCTLR_EL1, R.SCTLR_UCT)
      case "UCI":
        return this.el0Needs(L.SLOT.SCTLR_EL1, R.SCTLR_UCI)
      case "DZE":
        return this.el0Needs(L.SLOT.SCTLR_EL1, R.SCTLR_DZE)
      case "UMA":
        return this.el0Needs(L.SLOT.SCTLR_EL1, R.SCTLR_UMA)
      case "EL0PCTEN":
        return this.el0Needs(L.SLOT.CNTKCTL_EL1, CNTKCTL_EL0PCTEN)
      case "EL0VCTEN":
        return this.el0Needs(L.SLOT.CNTKCTL_EL1, CNTKCTL_EL0VCTEN)
      case "EL0xCTEN":
        return this.el0Needs(L.SLOT.CNTKCTL_EL1, CNTKCTL_EL0PCTEN | CNTKCTL_EL0VCTEN)
      case "EL0VTEN":
        return this.el0Needs(L.SLOT.CNTKCTL_EL1, CNTKCTL_EL0VTEN)
      case "EL0PTEN":
        return this.el0Needs(L.SLOT.CNTKCTL_EL1, CNTKCTL_EL0PTEN)
      case "TDCC":
        return (cpu, key, isRead) => {
          const denied =
            this.views.i32[(cpu + L.EL_I32) >>> 2] === 0 && this.bit(cpu, L.SLOT.MDSCR_EL1, MDSCR_TDCC)
          return denied ? this.trap(cpu, TO_EL1, key, isRead) : L.R_NEXT
        }
      case "FPEN":
        return (cpu) => this.generate.checkFp(cpu)
      case "SPx":
        return (cpu) =>
          this.views.i32[(cpu + L.SPSEL_I32) >>> 2] === 0 ? this.undefinedInstruction(cpu) : L.R_NEXT
    }
  }
}
