// SPDX-License-Identifier: BSD-2-Clause
//
// Invocations of the VCPU object (seL4, arch/arm/object/vcpu.c): SetTCB, InjectIRQ, ReadRegs, WriteRegs,
// AckVPPI, and what seL4 does not have: an interrupt taken back, what the last exit was, a translation by the guest's
// tables, vector registers, and the exclusive monitor.

import {
  seL4_DeleteFirst,
  seL4_IllegalOperation,
  seL4_InvalidArgument,
  seL4_RangeError,
} from "../api/error.ts"
import type { VcpuFaultInfo } from "../api/microkit.ts"
import { VCPU_FIELDS, type VcpuFieldName } from "../api/registers.ts"
import type { SysregSlot } from "../cpu/layout.ts"
import type { CNode } from "../object/cap.ts"
import { Tcb } from "../object/tcb.ts"
import { Vcpu } from "../object/vcpu.ts"
import { LR_ACTIVE, LR_EMPTY, LR_PENDING, type ListRegister, PPI_VIRTUAL_TIMER } from "../platform.ts"
import type { KernelState } from "../state.ts"
import { InvocationError, lookup } from "./lookup.ts"

const SLOT_OF_FIELD: Readonly<Record<VcpuFieldName, SysregSlot>> = {
  SCTLR: "SCTLR_EL1",
  TTBR0: "TTBR0_EL1",
  TTBR1: "TTBR1_EL1",
  TCR: "TCR_EL1",
  MAIR: "MAIR_EL1",
  AMAIR: "AMAIR_EL1",
  CIDR: "CONTEXTIDR_EL1",
  ACTLR: "ACTLR_EL1",
  CPACR: "CPACR_EL1",
  AFSR0: "AFSR0_EL1",
  AFSR1: "AFSR1_EL1",
  ESR: "ESR_EL1",
  FAR: "FAR_EL1",
  PAR: "PAR_EL1",
  VBAR: "VBAR_EL1",
  TPIDR_EL1: "TPIDR_EL1",
  VMPIDR_EL2: "VMPIDR_EL2",
  SP_EL1: "SP_EL1",
  ELR_EL1: "ELR_EL1",
  SPSR_EL1: "SPSR_EL1",
  CNTV_CTL: "CNTV_CTL_EL0",
  CNTV_CVAL: "CNTV_CVAL_EL0",
  CNTVOFF: "CNTVOFF_EL2",
  CNTKCTL_EL1: "CNTKCTL_EL1",
}

function fieldOf(field: number): VcpuFieldName {
  const name = VCPU_FIELDS[field]
  if (name === undefined) throw new InvocationError(seL4_InvalidArgument)
  return name
}

/** PSTATE.M[0] and EL1: the SP in use is SP_EL1. */
function usesSpEl1(vcpu: Vcpu): boolean {
  return (vcpu.cpu.pstate & 1) === 1
}

/** seL4_ARM_VCPU_SetTCB. */
export function setTcb(cspace: CNode, vcpuSlot: number, tcbSlot: number): void {
  const vcpu = lookup(cspace, vcpuSlot, Vcpu).object
  const tcb = lookup(cspace, tcbSlot, Tcb).object
  if (tcb.body !== undefined) throw new InvocationError(seL4_IllegalOperation)
  if (vcpu.tcb !== undefined) vcpu.tcb.vcpu = undefined
  if (tcb.vcpu !== undefined) tcb.vcpu.tcb = undefined
  vcpu.tcb = tcb
  tcb.vcpu = vcpu
}

/** The list registers of this vCPU: the core's when they are loaded, the saved ones otherwise. */
export function readList(state: KernelState, vcpu: Vcpu, index: number): ListRegister {
  const core = state.cores.find((one) => one.loaded === vcpu)
  return core === undefined ? vcpu.vgic.lists[index] : core.virtualInterface.readList(index)
}

export function writeList(state: KernelState, vcpu: Vcpu, index: number, value: ListRegister): void {
  const core = state.cores.find((one) => one.loaded === vcpu)
  if (core === undefined) vcpu.vgic.lists[index] = value
  else core.virtualInterface.writeList(index, value)
}

const within = (value: number, limit: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= limit

/** The first argument of InjectIRQ that is out of its range, in words. */
export function wrongInjection(
  irq: number,
  priority: number,
  group: number,
  index: number,
  lists: number,
): string | undefined {
  const given = [
    ["the number", irq, 1023],
    ["the priority", priority, 31],
    ["the group", group, 1],
    ["the list register", index, lists - 1],
  ] as const
  const wrong = given.find(([, value, last]) => !within(value, last))
  return wrong === undefined ? undefined : `${wrong[0]} ${wrong[1]}, which goes from 0 to ${wrong[2]}`
}

/** seL4_ARM_VCPU_InjectIRQ: a pending interrupt that asks for maintenance when the guest ends it. */
export function injectIrq(
  state: KernelState,
  cspace: CNode,
  slot: number,
  irq: number,
  priority: number,
  group: number,
  index: number,
): void {
  const vcpu = lookup(cspace, slot, Vcpu).object
  const lists = vcpu.vgic.lists.length
  if (!within(irq, 1023) || !within(priority, 31) || !within(group, 1) || !within(index, lists - 1)) {
    throw new InvocationError(seL4_RangeError)
  }
  if ((readList(state, vcpu, index).state & LR_ACTIVE) !== 0) throw new InvocationError(seL4_DeleteFirst)
  writeList(state, vcpu, index, { state: LR_PENDING, intid: irq, priority, group, eoi: true })
  vcpu.injected[irq] = 1
  state.recorder.note("inject", vcpu.name, irq, index)
  if (state.recorder.on) {
    const [type, name] = ["irq-injected", vcpu.name] as const
    state.recorder.emit({ type, vcpu: name, intid: irq, listRegister: index, priority, group })
  }
}

/** Added: empties a list register whose interrupt is pending and not active; false when it is not so. */
export function retractIrq(state: KernelState, cspace: CNode, slot: number, index: number): boolean {
  const vcpu = lookup(cspace, slot, Vcpu).object
  if (!within(index, vcpu.vgic.lists.length - 1)) throw new InvocationError(seL4_RangeError)
  if (readList(state, vcpu, index).state !== LR_PENDING) return false
  writeList(state, vcpu, index, LR_EMPTY)
  return true
}

/** seL4_ARM_VCPU_AckVPPI: the virtual timer's PPI is the only one. */
export function ackVppi(state: KernelState, cspace: CNode, slot: number, irq: number): void {
  const vcpu = lookup(cspace, slot, Vcpu).object
  if (!within(irq, 31)) throw new InvocationError(seL4_RangeError)
  if (irq !== PPI_VIRTUAL_TIMER) throw new InvocationError(seL4_InvalidArgument)
  vcpu.vppiMasked = false
  if (state.recorder.on) state.recorder.emit({ type: "vppi-acked", vcpu: vcpu.name, intid: irq })
}

/** seL4_ARM_VCPU_ReadRegs. */
export function readVcpuReg(cspace: CNode, slot: number, field: number): bigint {
  const vcpu = lookup(cspace, slot, Vcpu).object
  const name = fieldOf(field)
  if (name === "SP_EL1" && usesSpEl1(vcpu)) return vcpu.cpu.sp
  return vcpu.cpu.sysreg(SLOT_OF_FIELD[name])
}

/** seL4_ARM_VCPU_WriteRegs. */
export function writeVcpuReg(cspace: CNode, slot: number, field: number, value: bigint): void {
  const vcpu = lookup(cspace, slot, Vcpu).object
  const name = fieldOf(field)
  if (name === "SP_EL1" && usesSpEl1(vcpu)) vcpu.cpu.sp = BigInt.asUintN(64, value)
  else vcpu.cpu.setSysreg(SLOT_OF_FIELD[name], BigInt.asUintN(64, value))
}

/** Added: the syndrome registers and the instruction of the last exit. */
export function readFaultInfo(cspace: CNode, slot: number): VcpuFaultInfo {
  const exit = lookup(cspace, slot, Vcpu).object.lastExit
  const hpfar = BigInt(Math.floor(exit.ipa / 0x1000)) << 4n
  return { esr: exit.esr, far: exit.far, hpfar, ipa: exit.ipa, instruction: exit.instruction }
}

/** Added: the IPA of a guest VA, by the guest's own tables at EL1. */
export function translateVa(cspace: CNode, slot: number, va: bigint): number | undefined {
  const vcpu = lookup(cspace, slot, Vcpu).object
  const pa = vcpu.cpu.translate(va, 1)
  return pa === undefined ? undefined : vcpu.stage2.ipaOf(pa)
}

function vectorOf(cspace: CNode, slot: number, n: number): Vcpu {
  const vcpu = lookup(cspace, slot, Vcpu).object
  if (!within(n, 31)) throw new InvocationError(seL4_RangeError)
  return vcpu
}

/** Added: vector register `n`, 128 bits. */
export function readVector(cspace: CNode, slot: number, n: number): bigint {
  return vectorOf(cspace, slot, n).cpu.vector(n)
}

export function writeVector(cspace: CNode, slot: number, n: number, value: bigint): void {
  vectorOf(cspace, slot, n).cpu.setVector(n, BigInt.asUintN(128, value))
}

/** Added: opens the exclusive monitor; it lasts if this vCPU is the next to run. */
export function watchExclusive(
  state: KernelState,
  cspace: CNode,
  slot: number,
  va: bigint,
  size: number,
): void {
  const vcpu = lookup(cspace, slot, Vcpu).object
  if (!within(size, 16)) throw new InvocationError(seL4_RangeError)
  vcpu.cpu.watchExclusive(va, size)
  state.monitored = vcpu
}
