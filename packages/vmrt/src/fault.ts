// SPDX-License-Identifier: BSD-2-Clause
//
// Faults of a vCPU and who handles them (libvmm fault.c): emulated registers, traps, firmware calls,
// interrupts. What nobody handles stops the guest and is reported with all that is known about it.

import { type Fault, type Message, decodeFault, faultName } from "@vmm/kernel/api"
import * as esr from "./esr.ts"
import { guestStop } from "./guest.ts"
import {
  bytesOf,
  decodeLoadStore,
  type LoadStore,
  loadStoreOfSyndrome,
  whyNotEmulated,
} from "./load-store.ts"
import { hex } from "./log.ts"
import { emulate, firstByte } from "./mmio.ts"
import type { MmioHandler } from "./interrupt-controller.ts"
import { isProbe, smcHandle } from "./smc.ts"
import { sysregHandle } from "./sysreg.ts"
import { type Access, describeFault } from "./unhandled-fault.ts"
import type { Vcpu } from "./vcpu.ts"
import { virqHandleVppi } from "./virq.ts"
import type { Vm } from "./vm.ts"
import { range } from "./vm-exceptions.ts"
import { waitForInterrupt } from "./wfx.ts"

/** Undefined when the fault is dealt with, else why not, and the access that it was. */
type Unhandled = { readonly reason: string; readonly access?: Access; readonly emulated?: true } | undefined

/** Emulates the registers at [base, base + size) with `handler`. Faults the domain on an overlap. */
export function faultRegisterVmExceptionHandler(
  vm: Vm,
  base: number,
  size: number,
  handler: MmioHandler,
): void {
  vm.exceptions.register(base, size, handler)
}

function dataAbort(vm: Vm, vcpu: Vcpu, address: number, fsr: number): Unhandled {
  const { instruction, far } = vm.microkit.vcpuFaultInfo(vcpu.id)
  const decoded: LoadStore | undefined = esr.abortHasSyndrome(fsr)
    ? loadStoreOfSyndrome(fsr)
    : decodeLoadStore(instruction)
  const writes = esr.abortIsWrite(fsr) || decoded?.load === false
  const access: Access = {
    kind: writes ? "write" : "read",
    size: decoded === undefined ? undefined : bytesOf(decoded),
  }
  const give = (reason: string): Unhandled => ({ reason, access })
  if (esr.abortIsWalk(fsr)) {
    return give(`the guest's own translation tables lie at ${hex(address)}, where it has no memory`)
  }
  const at = vm.exceptions.find(address)
  if (at === undefined) {
    const near = vm.exceptions.before(address)
    if (near === undefined) return give(`nothing is mapped or emulated at ${hex(address)}`)
    const reason = `${hex(address)} is behind the emulated registers ${range(near.base, near.size)}`
    return { reason, access, emulated: true }
  }
  if (esr.abortIsMaintenance(fsr)) {
    vcpu.advance() // emulated registers are not cached
    return undefined
  }
  if (decoded === undefined) return { reason: whyNotEmulated(instruction), access, emulated: true }
  const gpa = firstByte(vcpu, decoded, address, far)
  const bytes = bytesOf(decoded)
  if (gpa === undefined || gpa < at.base || gpa + bytes > at.base + at.size) {
    const reason = `${bytes} bytes at ${hex(gpa ?? address)} reach beyond the emulated registers`
    return { reason, access, emulated: true }
  }
  if (emulate(vcpu, at, gpa, decoded)) vcpu.advance()
  return undefined
}

/** Answers a call whose instruction is behind the PC; one that nobody knows is told the first time. */
function answerCall(vm: Vm, vcpu: Vcpu, message: Message, conduit: "smc" | "hvc", immediate: number): void {
  const args = smcHandle(vm, vcpu, immediate, conduit)
  if (args === undefined) return
  const functionId = Number(BigInt.asUintN(32, args[0] ?? 0n))
  const key = `${conduit} ${immediate} ${functionId}`
  const probe = isProbe(functionId)
  if (probe === true || vm.unanswered.has(key)) return
  vm.unanswered.add(key)
  const call = {
    conduit,
    functionId,
    immediate,
    args,
    ...(probe === "maybe" ? { probe: true as const } : {}),
  }
  const reason = `nobody answers ${conduit.toUpperCase()} ${hex(functionId)}`
  vm.onUnhandledFault(
    describeFault(vm.microkit, vm.config.name, vcpu.id, message, reason, undefined, { call }),
  )
}

function vcpuFault(vm: Vm, vcpu: Vcpu, message: Message, hsr: number): Unhandled {
  const ec = esr.exceptionClass(hsr)
  if (ec === esr.EC_WFX) {
    vcpu.advance()
    if (!esr.wfxIsWfe(hsr)) waitForInterrupt(vm, vcpu)
    return undefined
  }
  if (ec === esr.EC_SMC64) {
    vcpu.advance()
    answerCall(vm, vcpu, message, "smc", esr.immediate16(hsr))
    return undefined
  }
  if (ec === esr.EC_SYSREG) {
    const trap = esr.sysregTrap(hsr)
    if (sysregHandle(vm, vcpu, trap)) return undefined
    return { reason: `${trap.read ? "MRS" : "MSR"} of ${trap.name} traps, and nobody emulates that register` }
  }
  return { reason: `unknown vCPU exception, EC ${hex(ec)}` }
}

/** A guest's HVC: seL4 takes it for a system call it does not know. FaultIP is the HVC itself. */
function hypervisorCall(vm: Vm, vcpu: Vcpu, message: Message, faultIp: bigint): Unhandled {
  const syndrome = vm.microkit.vcpuFaultInfo(vcpu.id).esr
  vcpu.pc = faultIp + 4n
  const immediate = esr.exceptionClass(syndrome) === esr.EC_HVC64 ? esr.immediate16(syndrome) : 0
  answerCall(vm, vcpu, message, "hvc", immediate)
  return undefined
}

function dispatch(vm: Vm, vcpu: Vcpu, message: Message, fault: Fault): Unhandled {
  switch (fault.kind) {
    case "VMFault":
      if (!fault.prefetch) return dataAbort(vm, vcpu, fault.address, fault.fsr)
      return {
        reason: `the guest jumped to ${hex(fault.address)}, where it has no memory to execute`,
        access: { kind: "execute", size: 4 },
      }
    case "VCPUFault":
      return vcpuFault(vm, vcpu, message, fault.hsr)
    case "UnknownSyscall":
      return hypervisorCall(vm, vcpu, message, fault.faultIp)
    case "VGICMaintenance":
      vm.gic.maintenance(vcpu.index, fault.index)
      return undefined
    case "VPPIEvent":
      virqHandleVppi(vm, vcpu.index, fault.irq)
      return undefined
    case "UserException":
      return { reason: `undefined instruction at ${hex(fault.faultIp)}` }
  }
}

function giveUp(vm: Vm, vcpu: Vcpu, message: Message, unhandled: NonNullable<Unhandled>): void {
  const { reason, access, emulated } = unhandled
  const more = emulated === true ? { emulated } : {}
  const fault = describeFault(vm.microkit, vm.config.name, vcpu.id, message, reason, access, more)
  vm.onUnhandledFault(fault)
  guestStop(vm)
  const text = `${vm.config.name} vCPU ${vcpu.id}: ${fault.fault} at PC ${hex(fault.ip)}: ${reason}`
  vm.microkit.vmEvent({ kind: "vm-fault", vcpu: vcpu.id, label: message.label, words: message.words, text })
}

/**
 * Handles a fault of child `child`; to be called from the domain's `fault` entry point. True: answer, so
 * that the vCPU goes on. False: leave it; it sleeps, is off, or has died, and what could be said was.
 */
export function faultHandle(vm: Vm, child: number, message: Message): boolean {
  const vcpu = vm.vcpuOf(child)
  if (vcpu === undefined) {
    vm.log.error(`${faultName(message.label)} of child ${child}, which is no vCPU of ${vm.config.name}`)
    return false
  }
  vcpu.faulted = true
  const fault = decodeFault(message)
  const unhandled: Unhandled =
    fault === undefined
      ? { reason: `unknown fault label ${message.label}` }
      : dispatch(vm, vcpu, message, fault)
  if (unhandled !== undefined) giveUp(vm, vcpu, message, unhandled)
  vcpu.faulted = false
  return vcpu.on && !vcpu.asleep
}
