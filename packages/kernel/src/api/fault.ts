// SPDX-License-Identifier: BSD-2-Clause
//
// Fault messages as seL4 with MCS sends them (libsel4: sel4/faults.h, sel4_arch_include/aarch64
// constants.h): labels, message registers, and both directions between a typed fault and its message.
// A VMM gets them in `fault(child, message)`.

import type { Message } from "./message.ts"

export const seL4_Fault_NullFault = 0
export const seL4_Fault_CapFault = 1
export const seL4_Fault_UnknownSyscall = 2
export const seL4_Fault_UserException = 3
export const seL4_Fault_DebugException = 4
export const seL4_Fault_Timeout = 5
export const seL4_Fault_VMFault = 6
export const seL4_Fault_VGICMaintenance = 7
export const seL4_Fault_VCPUFault = 8
export const seL4_Fault_VPPIEvent = 9

const NAMES = [
  "NullFault",
  "CapFault",
  "UnknownSyscall",
  "UserException",
  "DebugException",
  "Timeout",
  "VMFault",
  "VGICMaintenance",
  "VCPUFault",
  "VPPIEvent",
]

/** The fault's name without seL4's prefix, such as `VMFault`. */
export function faultName(label: number): string {
  return NAMES[label] ?? `fault ${label}`
}

/** Message registers of VMFault. Addr is an IPA for a guest, IP the guest's virtual PC. */
export const seL4_VMFault_IP = 0
export const seL4_VMFault_Addr = 1
export const seL4_VMFault_PrefetchFault = 2
export const seL4_VMFault_FSR = 3
export const seL4_VGICMaintenance_IDX = 0
export const seL4_VCPUFault_HSR = 0
export const seL4_VPPIEvent_IRQ = 0
/** UnknownSyscall: X0..X7 in registers 0..7. */
export const seL4_UnknownSyscall_X0 = 0
export const seL4_UnknownSyscall_FaultIP = 8
export const seL4_UnknownSyscall_SP = 9
export const seL4_UnknownSyscall_LR = 10
export const seL4_UnknownSyscall_SPSR = 11
export const seL4_UnknownSyscall_Syscall = 12
export const seL4_UserException_FaultIP = 0
export const seL4_UserException_SP = 1
export const seL4_UserException_SPSR = 2
export const seL4_UserException_Number = 3
export const seL4_UserException_Code = 4

/** A fault's message decoded (`decodeFault`): seL4's labels and message registers as named fields. */
export type Fault =
  | {
      readonly kind: "VMFault"
      /** PC of the access: a VA of the guest. */
      readonly ip: bigint
      /** IPA for a guest, virtual address for a protection domain; a number below 2^48. */
      readonly address: number
      readonly prefetch: boolean
      /** ESR_EL2, 32-bit unsigned. */
      readonly fsr: number
    }
  /** List register whose interrupt the guest ended, -1 when unknown. */
  | { readonly kind: "VGICMaintenance"; readonly index: number }
  /** HSR: ESR_EL2, 32-bit unsigned. */
  | { readonly kind: "VCPUFault"; readonly hsr: number }
  | { readonly kind: "VPPIEvent"; readonly irq: number }
  | {
      readonly kind: "UnknownSyscall"
      /** X0 .. X7. */
      readonly x: readonly bigint[]
      readonly faultIp: bigint
      readonly sp: bigint
      readonly lr: bigint
      readonly spsr: number
      /** X7, where seL4 looks for the number of the system call. */
      readonly syscall: bigint
    }
  | {
      readonly kind: "UserException"
      readonly faultIp: bigint
      readonly sp: bigint
      readonly spsr: number
      readonly number: number
      readonly code: number
    }

const word = (m: Message, register: number): bigint => m.words[register] ?? 0n
const int = (m: Message, register: number): number => Number(word(m, register))

/** Reads a fault message; undefined when the label is none of those that a guest or a domain can cause. */
export function decodeFault(m: Message): Fault | undefined {
  switch (m.label) {
    case seL4_Fault_VMFault:
      return {
        kind: "VMFault",
        ip: word(m, seL4_VMFault_IP),
        address: int(m, seL4_VMFault_Addr),
        prefetch: word(m, seL4_VMFault_PrefetchFault) !== 0n,
        fsr: int(m, seL4_VMFault_FSR),
      }
    case seL4_Fault_VGICMaintenance:
      return { kind: "VGICMaintenance", index: Number(BigInt.asIntN(64, word(m, seL4_VGICMaintenance_IDX))) }
    case seL4_Fault_VCPUFault:
      return { kind: "VCPUFault", hsr: int(m, seL4_VCPUFault_HSR) }
    case seL4_Fault_VPPIEvent:
      return { kind: "VPPIEvent", irq: int(m, seL4_VPPIEvent_IRQ) }
    case seL4_Fault_UnknownSyscall:
      return {
        kind: "UnknownSyscall",
        x: m.words.slice(seL4_UnknownSyscall_X0, seL4_UnknownSyscall_FaultIP),
        faultIp: word(m, seL4_UnknownSyscall_FaultIP),
        sp: word(m, seL4_UnknownSyscall_SP),
        lr: word(m, seL4_UnknownSyscall_LR),
        spsr: int(m, seL4_UnknownSyscall_SPSR),
        syscall: word(m, seL4_UnknownSyscall_Syscall),
      }
    case seL4_Fault_UserException:
      return {
        kind: "UserException",
        faultIp: word(m, seL4_UserException_FaultIP),
        sp: word(m, seL4_UserException_SP),
        spsr: int(m, seL4_UserException_SPSR),
        number: int(m, seL4_UserException_Number),
        code: int(m, seL4_UserException_Code),
      }
    default:
      return undefined
  }
}

/** The message that seL4 sends for a fault. */
export function encodeFault(fault: Fault): Message {
  switch (fault.kind) {
    case "VMFault":
      return {
        label: seL4_Fault_VMFault,
        words: [fault.ip, BigInt(fault.address), fault.prefetch ? 1n : 0n, BigInt(fault.fsr)],
      }
    case "VGICMaintenance":
      return { label: seL4_Fault_VGICMaintenance, words: [BigInt.asUintN(64, BigInt(fault.index))] }
    case "VCPUFault":
      return { label: seL4_Fault_VCPUFault, words: [BigInt(fault.hsr)] }
    case "VPPIEvent":
      return { label: seL4_Fault_VPPIEvent, words: [BigInt(fault.irq)] }
    case "UnknownSyscall":
      return {
        label: seL4_Fault_UnknownSyscall,
        words: [...fault.x, fault.faultIp, fault.sp, fault.lr, BigInt(fault.spsr), fault.syscall],
      }
    case "UserException":
      return {
        label: seL4_Fault_UserException,
        words: [fault.faultIp, fault.sp, BigInt(fault.spsr), BigInt(fault.number), BigInt(fault.code)],
      }
  }
}
