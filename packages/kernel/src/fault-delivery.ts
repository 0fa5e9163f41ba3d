// SPDX-License-Identifier: BSD-2-Clause
//
// From a processor's exit to a fault message (seL4, arch/arm/c_traps.c and 64/kernel/vspace.c): which
// exception classes become which fault, and how the message gets to the handler's endpoint. A guest's HVC
// never performs a system call here: it always arrives as UnknownSyscall.

import { type Fault, encodeFault, seL4_Fault_UnknownSyscall, seL4_Fault_UserException } from "./api/fault.ts"
import type { Message } from "./api/message.ts"
import type { Cpu, Exit } from "./cpu/types.ts"
import type { Tcb } from "./object/tcb.ts"
import type { Vcpu } from "./object/vcpu.ts"
import { type KernelState, wakeReceiver } from "./state.ts"

/** ESR_ELx.EC (Arm ARM, D24.2.40). */
const EC_HVC64 = 0x16
const EC_INSTRUCTION_ABORT_LOWER = 0x20
const EC_DATA_ABORT_LOWER = 0x24
/** EC 0, IL 1: what seL4 takes for an undefined instruction. */
const ESR_UNKNOWN = 0x2000000

/** SP_EL0, wherever it lives: PSTATE.M[0] says whether SP_EL1 is the current one. */
export function spEl0(cpu: Cpu): bigint {
  return (cpu.pstate & 1) === 0 ? cpu.sp : cpu.sysreg("SP_EL0")
}

/** The fault that an exit of this processor is. */
export function faultOf(cpu: Cpu, exit: Exit): Fault {
  const ec = exit.esr >>> 26
  if (ec === EC_DATA_ABORT_LOWER || ec === EC_INSTRUCTION_ABORT_LOWER) {
    const prefetch = ec === EC_INSTRUCTION_ABORT_LOWER
    return { kind: "VMFault", ip: cpu.pc, address: exit.ipa, prefetch, fsr: exit.esr }
  }
  if (ec === EC_HVC64) {
    const x = Array.from({ length: 8 }, (_, n) => cpu.reg(n))
    const [sp, lr, spsr, syscall] = [spEl0(cpu), cpu.reg(30), cpu.pstate, cpu.reg(7)]
    return { kind: "UnknownSyscall", x, faultIp: cpu.pc, sp, lr, spsr, syscall }
  }
  if (exit.esr === ESR_UNKNOWN) {
    const [sp, spsr] = [spEl0(cpu), cpu.pstate]
    return { kind: "UserException", faultIp: cpu.pc, sp, spsr, number: exit.esr, code: 0 }
  }
  return { kind: "VCPUFault", hsr: exit.esr }
}

/** Blocks the thread on its fault and queues the message at its handler. A thread without one just stops. */
export function sendFault(state: KernelState, tcb: Tcb, message: Message): void {
  state.ready.remove(tcb)
  const handler = tcb.faultHandler
  if (handler === undefined) {
    tcb.state = "inactive"
    state.log("kernel", `Found thread has no fault handler while trying to handle: ${tcb.name}`)
    return
  }
  tcb.state = "faulted"
  handler.object.send({ thread: tcb, badge: handler.badge, message })
  if (handler.object.receiver !== undefined) wakeReceiver(state, handler.object.receiver)
}

/** Sends a fault of a vCPU to its VMM. */
export function vcpuFault(state: KernelState, vcpu: Vcpu, fault: Fault): void {
  if (vcpu.tcb !== undefined) sendFault(state, vcpu.tcb, encodeFault(fault))
}

/**
 * What a fault handler's answer does (seL4's handleFaultReply): UnknownSyscall and UserException copy the
 * registers that came back; a label other than 0 leaves the thread stopped there. Returns whether it goes on.
 */
export function applyReply(cpu: Cpu | undefined, sent: Message, reply: Message): boolean {
  const words = reply.words
  if (cpu !== undefined && sent.label === seL4_Fault_UnknownSyscall) {
    words.slice(0, 8).forEach((value, n) => cpu.setReg(n, value))
    if (words.length > 8) cpu.pc = words[8]
    if (words.length > 9) setSpEl0(cpu, words[9])
    if (words.length > 10) cpu.setReg(30, words[10])
    if (words.length > 11) cpu.pstate = Number(words[11])
    return reply.label === 0
  }
  if (cpu !== undefined && sent.label === seL4_Fault_UserException) {
    if (words.length > 0) cpu.pc = words[0]
    if (words.length > 1) setSpEl0(cpu, words[1])
    if (words.length > 2) cpu.pstate = Number(words[2])
    return reply.label === 0
  }
  return true
}

/** Writes SP_EL0, wherever it lives. */
export function setSpEl0(cpu: Cpu, value: bigint): void {
  if ((cpu.pstate & 1) === 0) cpu.sp = value
  else cpu.setSysreg("SP_EL0", value)
}
