// SPDX-License-Identifier: BSD-2-Clause
//
// MRS, MSR and SYS: finds the register in the table, checks who asks, and reads or writes it. The GIC's system
// registers (ICC_*) belong to the interrupt controller. Order of checks as in the manual's pseudocode: UNDEFINED,
// what EL1 denies to EL0, what EL2 traps.

import type { Exceptions } from "../exceptions/exceptions.ts"
import { PSTATE_DAIF, PSTATE_PAN, PSTATE_SSBS, PSTATE_UAO, type Pstate } from "../exceptions/pstate.ts"
import { sysregKey } from "../host.ts"
import * as L from "../layout.ts"
import type { Feature } from "../models/features.ts"
import { CORTEX_A53, type CpuModel } from "../models/index.ts"
import { has } from "../models/model.ts"
import { HCR_FMO, HCR_IMO, HCR_TIDCP, SCTLR_UMA } from "../mmu/registers.ts"
import type { Views } from "../mmu/views.ts"
import type { AccessControl, GateCheck, TrapCheck } from "./access-control.ts"
import type { Operations } from "./operations.ts"
import type { Reader, Specials } from "./specials.ts"
import type { RegisterStorage } from "./storage.ts"
import { PLAIN_REGISTERS, type RegisterRow, systemRegisters } from "./sysreg-table.ts"

/** Answers of `GicCpuInterface.read` beside a value, and of `write`. */
export const GIC_UNDEFINED = -1
export const GIC_TRAPPED = -2

/** The GIC's CPU interface as system registers; with HCR_EL2.IMO and FMO the virtual one. */
export interface GicCpuInterface {
  /** The register's value (unsigned 32-bit), GIC_UNDEFINED, or GIC_TRAPPED (ICH_HCR_EL2 traps it to EL2). */
  read(cpu: number, key: number): number
  /** 0, GIC_UNDEFINED or GIC_TRAPPED. */
  write(cpu: number, key: number, lo: number, hi: number): number
}

const EL0_READ = 1
const EL0_WRITE = 2
const EL1_READ = 4
const EL1_WRITE = 8

interface Compiled {
  readonly key: number
  readonly rights: number
  readonly offset: number
  readonly lo: number
  readonly hi: number
  readonly read: Reader | undefined
  readonly write: Reader | undefined
  readonly trapped: TrapCheck | undefined
  readonly gate: GateCheck | undefined
}

/** ICC_* registers: op0 3, op1 0, CRn 4 (ICC_PMR_EL1) or 12 (from CRm 8 on). */
function isGicRegister(key: number): boolean {
  return (
    key === sysregKey(3, 0, 4, 6, 0) ||
    (key >>> 7 === sysregKey(3, 0, 12, 0, 0) >>> 7 && (key & 0x78) >= 0x40)
  )
}

const ICC_SGI1R = sysregKey(3, 0, 12, 11, 5)
const ICC_ASGI1R = sysregKey(3, 0, 12, 11, 6)
const ICC_SGI0R = sysregKey(3, 0, 12, 11, 7)

/** Generates SGIs, which the hypervisor has to do for its guest. */
function isGicSgi(key: number): boolean {
  return key === ICC_SGI1R || key === ICC_ASGI1R || key === ICC_SGI0R
}

/** IMPLEMENTATION DEFINED space: op0 1 or 3, CRn 11 or 15. */
function isImplementationDefined(key: number): boolean {
  const crn = (key >>> 7) & 15
  return ((key >>> 14) & 1) !== 0 && (crn === 11 || crn === 15)
}

/** MSR (immediate): op1 << 3 | op2. */
const IMM_UAO = 3
const IMM_PAN = 4
const IMM_SPSEL = 5
const IMM_SSBS = (3 << 3) | 1
/** The bit of PSTATE that an immediate sets or clears, the feature it needs, and whether EL0 may. */
const SWITCHES: Readonly<Record<number, readonly [bit: number, needs: Feature, el0: boolean]>> = {
  [IMM_UAO]: [PSTATE_UAO, "UAO", false],
  [IMM_PAN]: [PSTATE_PAN, "PAN", false],
  [IMM_SSBS]: [PSTATE_SSBS, "SSBS", true],
}
const IMM_DAIFSET = (3 << 3) | 6
const IMM_DAIFCLR = (3 << 3) | 7

export interface RegisterParts {
  readonly views: Views
  readonly pstate: Pstate
  readonly exceptions: Exceptions
  readonly control: AccessControl
  readonly storage: RegisterStorage
  readonly specials: Specials
  readonly operations: Operations
  readonly gic: GicCpuInterface | undefined
  readonly model: CpuModel
}

function rightsOf(row: RegisterRow): number {
  return (
    (row.el0[0] === "r" ? EL0_READ : 0) |
    (row.el0[1] === "w" ? EL0_WRITE : 0) |
    (row.el1[0] === "r" ? EL1_READ : 0) |
    (row.el1[1] === "w" ? EL1_WRITE : 0)
  )
}

export class SystemRegisters {
  private readonly parts: RegisterParts
  private readonly views: Views
  private readonly rows: readonly Compiled[]
  private readonly index = new Int16Array(0x1_0000).fill(-1)

  constructor(parts: RegisterParts) {
    this.parts = parts
    this.views = parts.views
    const readers = parts.specials.readers()
    const writers = { ...parts.specials.writers(), ...parts.operations.table() }
    this.rows = systemRegisters(parts.model).map((row) => ({
      key: row.key,
      rights: rightsOf(row),
      offset: row.offset,
      lo: row.lo | 0,
      hi: row.hi | 0,
      read: row.special === undefined ? undefined : readers[row.special],
      write: row.special === undefined ? undefined : writers[row.special],
      trapped: parts.control.trapCheck(row.trap),
      gate: parts.control.gateCheck(row.gate),
    }))
    this.rows.forEach((row, at) => (this.index[row.key] = at))
  }

  /** The row when the access is allowed; undefined with the exception recorded. */
  private find(cpu: number, key: number, isRead: boolean): Compiled | undefined {
    const at = this.index[key]
    const { control } = this.parts
    const el0 = this.views.i32[(cpu + L.EL_I32) >>> 2] === 0
    const need = isRead ? (el0 ? EL0_READ : EL1_READ) : el0 ? EL0_WRITE : EL1_WRITE
    if (at < 0 || (this.rows[at].rights & need) === 0) {
      this.refuse(cpu, key, isRead)
      return undefined
    }
    const row = this.rows[at]
    if (row.gate !== undefined && row.gate(cpu, key, isRead) === L.R_FAULT) return undefined
    if (row.trapped?.(cpu, isRead) === true) {
      control.trapToEl2(cpu, key, isRead)
      return undefined
    }
    return row
  }

  /** UNDEFINED, unless EL2 wants to see accesses to IMPLEMENTATION DEFINED registers (HCR_EL2.TIDCP). */
  private refuse(cpu: number, key: number, isRead: boolean): number {
    const tidcp = (this.views.i32[(cpu + L.SLOT.HCR_EL2) >>> 2] & HCR_TIDCP) !== 0
    const el1 = this.views.i32[(cpu + L.EL_I32) >>> 2] === 1
    if (tidcp && el1 && isImplementationDefined(key)) return this.parts.control.trapToEl2(cpu, key, isRead)
    return this.parts.control.undefinedInstruction(cpu)
  }

  private after(cpu: number): number {
    return this.views.i32[(cpu + L.STOP_I32) >>> 2] !== 0 ? L.R_STOP : L.R_NEXT
  }

  /** Host.sysRead. */
  read(cpu: number, key: number): number {
    if (isGicRegister(key)) return this.readGic(cpu, key)
    const row = this.find(cpu, key, true)
    if (row === undefined) return L.R_FAULT
    if (row.read !== undefined) return row.read(cpu, key)
    const { i32 } = this.views
    const data = (cpu + L.DATA) >>> 2
    if (row.offset < 0) {
      i32[data] = row.lo
      i32[data + 1] = row.hi
    } else {
      i32[data] = i32[(cpu + row.offset) >>> 2]
      i32[data + 1] = i32[(cpu + row.offset + 4) >>> 2]
    }
    return L.R_NEXT
  }

  /** Host.sysWrite. */
  write(cpu: number, key: number): number {
    if (isGicRegister(key)) return this.writeGic(cpu, key)
    const row = this.find(cpu, key, false)
    if (row === undefined) return L.R_FAULT
    if (row.write !== undefined) return row.write(cpu, key)
    const data = (cpu + L.DATA) >>> 2
    this.parts.storage.write(cpu, row.offset, this.views.i32[data], this.views.i32[data + 1])
    return this.after(cpu)
  }

  /** Present, and asked by EL1; else the exception is recorded. */
  private gicAnswers(cpu: number, key: number, isRead: boolean): GicCpuInterface | undefined {
    const { gic, control } = this.parts
    const el0 = this.views.i32[(cpu + L.EL_I32) >>> 2] === 0
    const virtual = (this.views.i32[(cpu + L.SLOT.HCR_EL2) >>> 2] & (HCR_IMO | HCR_FMO)) !== 0
    if (gic === undefined || el0) control.undefinedInstruction(cpu)
    else if (isGicSgi(key) && !isRead && virtual) control.trapToEl2(cpu, key, isRead)
    else return gic
    return undefined
  }

  private readGic(cpu: number, key: number): number {
    const value = this.gicAnswers(cpu, key, true)?.read(this.views.i32[(cpu + L.INDEX_I32) >>> 2], key)
    if (value === undefined) return L.R_FAULT
    if (value < 0) return this.gicRefuses(cpu, key, value, true)
    this.views.i32[(cpu + L.DATA) >>> 2] = value | 0
    this.views.i32[(cpu + L.DATA + 4) >>> 2] = 0
    return this.after(cpu)
  }

  private writeGic(cpu: number, key: number): number {
    const { i32 } = this.views
    const gic = this.gicAnswers(cpu, key, false)
    if (gic === undefined) return L.R_FAULT
    const data = (cpu + L.DATA) >>> 2
    const answer = gic.write(i32[(cpu + L.INDEX_I32) >>> 2], key, i32[data], i32[data + 1])
    return answer < 0 ? this.gicRefuses(cpu, key, answer, false) : this.after(cpu)
  }

  private gicRefuses(cpu: number, key: number, answer: number, isRead: boolean): number {
    const { control } = this.parts
    return answer === GIC_TRAPPED ? control.trapToEl2(cpu, key, isRead) : control.undefinedInstruction(cpu)
  }

  /** Host.msrImm: SPSel, DAIFSet, DAIFClr, PAN, UAO, SSBS. `op` = op1 << 3 | op2. */
  msrImm(cpu: number, op: number, imm: number): number {
    const { i32 } = this.views
    const { control, pstate, exceptions, model } = this.parts
    const el0 = i32[(cpu + L.EL_I32) >>> 2] === 0
    const daif = (cpu + L.DAIF_I32) >>> 2
    const bits = (imm << 6) & PSTATE_DAIF
    const found = SWITCHES[op]
    if (found !== undefined && has(model, found[1]) && (found[2] || !el0)) {
      pstate.put(cpu, found[0], (imm & 1) !== 0)
      return L.R_NEXT
    }
    switch (op) {
      case IMM_SPSEL:
        if (el0) break
        pstate.enter(cpu, 1, imm & 1)
        return L.R_NEXT
      case IMM_DAIFSET:
      case IMM_DAIFCLR:
        if (el0 && (i32[(cpu + L.SLOT.SCTLR_EL1) >>> 2] & SCTLR_UMA) === 0) {
          return control.trapToEl1(cpu, sysregKey(0, 3, 4, imm, op & 7), false)
        }
        i32[daif] = op === IMM_DAIFSET ? i32[daif] | bits : i32[daif] & ~bits
        exceptions.stopIfInterrupted(cpu)
        return this.after(cpu)
      default:
    }
    return control.undefinedInstruction(cpu)
  }
}

/** The plain registers are those of every model. */
const BY_KEY = new Map(systemRegisters(CORTEX_A53).map((row) => [row.key, row]))

/** Byte offset of a register that generated code may read or write without asking; -1 when it may not. */
export function plainOffset(key: number, isWrite: boolean): number {
  const row = BY_KEY.get(key)
  if (row === undefined || !PLAIN_REGISTERS.includes(row.name)) return -1
  return row.el1[isWrite ? 1 : 0] === "-" ? -1 : row.offset
}

/** Lowest EL that may do it without an exception. SP_EL0 is undefined, too, while SPSel is 0. */
export function plainMinimumEl(key: number, isWrite: boolean): 0 | 1 {
  return BY_KEY.get(key)?.el0[isWrite ? 1 : 0] === "-" ? 1 : 0
}
