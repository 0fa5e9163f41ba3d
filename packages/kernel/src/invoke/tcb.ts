// SPDX-License-Identifier: BSD-2-Clause
//
// Invocations of the TCB object (seL4 reference manual, 6.1): Suspend, Resume, ReadRegisters and
// WriteRegisters. A TypeScript domain has no registers; reading them is an illegal operation.

import { seL4_IllegalOperation, seL4_InvalidArgument } from "../api/error.ts"
import {
  TCB_FIELDS,
  TCB_GENERAL,
  TCB_PC,
  TCB_SP,
  TCB_SPSR,
  TCB_TPIDR_EL0,
  TCB_TPIDRRO_EL0,
} from "../api/registers.ts"
import type { Cpu } from "../cpu/types.ts"
import { setSpEl0, spEl0 } from "../fault-delivery.ts"
import type { CNode } from "../object/cap.ts"
import { Tcb } from "../object/tcb.ts"
import { type KernelState, resume, suspend } from "../state.ts"
import { InvocationError, lookup } from "./lookup.ts"

/** Bits of SPSR that a user may set, and what seL4 makes of the rest is left to the processor. */
const SPSR_MASK = 0xffffffffn

function cpuOf(cspace: CNode, slot: number): Cpu {
  const tcb = lookup(cspace, slot, Tcb).object
  if (tcb.vcpu === undefined) throw new InvocationError(seL4_IllegalOperation)
  return tcb.vcpu.cpu
}

function checkField(field: number): void {
  if (TCB_FIELDS[field] === undefined) throw new InvocationError(seL4_InvalidArgument)
}

/** seL4_TCB_ReadRegisters, one field of seL4_UserContext. */
export function readTcb(cspace: CNode, slot: number, field: number): bigint {
  const cpu = cpuOf(cspace, slot)
  checkField(field)
  switch (field) {
    case TCB_PC:
      return cpu.pc
    case TCB_SP:
      return spEl0(cpu)
    case TCB_SPSR:
      return BigInt(cpu.pstate >>> 0)
    case TCB_TPIDR_EL0:
      return cpu.sysreg("TPIDR_EL0")
    case TCB_TPIDRRO_EL0:
      return cpu.sysreg("TPIDRRO_EL0")
    default:
      return cpu.reg(TCB_GENERAL[field])
  }
}

/** seL4_TCB_WriteRegisters, one field, without resuming. */
export function writeTcb(cspace: CNode, slot: number, field: number, value: bigint): void {
  const cpu = cpuOf(cspace, slot)
  checkField(field)
  const word = BigInt.asUintN(64, value)
  switch (field) {
    case TCB_PC:
      cpu.pc = word
      return
    case TCB_SP:
      setSpEl0(cpu, word)
      return
    case TCB_SPSR:
      writeSpsr(cpu, Number(word & SPSR_MASK))
      return
    case TCB_TPIDR_EL0:
      cpu.setSysreg("TPIDR_EL0", word)
      return
    case TCB_TPIDRRO_EL0:
      cpu.setSysreg("TPIDRRO_EL0", word)
      return
    default:
      cpu.setReg(TCB_GENERAL[field], word)
  }
}

/** PSTATE decides which SP register is the current one, so both are carried over. */
function writeSpsr(cpu: Cpu, spsr: number): void {
  const el0 = spEl0(cpu)
  const el1 = (cpu.pstate & 1) === 1 ? cpu.sp : cpu.sysreg("SP_EL1")
  cpu.pstate = spsr
  setSpEl0(cpu, el0)
  if ((spsr & 1) === 1) cpu.sp = el1
  else cpu.setSysreg("SP_EL1", el1)
}

/** seL4_TCB_WriteRegisters with one register and `resume` set: what microkit_vcpu_restart does. */
export function restartAt(state: KernelState, cspace: CNode, slot: number, pc: bigint): void {
  writeTcb(cspace, slot, TCB_PC, pc)
  resume(state, lookup(cspace, slot, Tcb).object)
}

/** seL4_TCB_Resume. */
export function resumeTcb(state: KernelState, cspace: CNode, slot: number): void {
  resume(state, lookup(cspace, slot, Tcb).object)
}

/** seL4_TCB_Suspend. */
export function suspendTcb(state: KernelState, cspace: CNode, slot: number): void {
  suspend(state, lookup(cspace, slot, Tcb).object)
}
