// SPDX-License-Identifier: BSD-2-Clause
//
// All that is known of a fault that nobody handled, gathered before the guest is stopped, for whoever tells
// a person about it.

import { type Message, type Microkit, TCB_FIELDS, VCPU_FIELDS, faultName } from "@vmm/kernel/api"

/** A call by the SMC Calling Convention (Arm DEN 0028) that nobody answers. */
export interface UnansweredCall {
  readonly conduit: "smc" | "hvc"
  /** W0: the function id. */
  readonly functionId: number
  /** The instruction's immediate; only 0 is a call by the convention. */
  readonly immediate: number
  /** X0 .. X7 as they were. */
  readonly args: readonly bigint[]
  /** Linux asks for it at every boot, and takes NOT_SUPPORTED for an answer. */
  readonly probe?: true
}

/** A fault that nobody handled, with all that is known of it. */
export interface UnhandledFault {
  /** Name of the virtual machine, and of the domain that runs it. */
  readonly vm: string
  readonly pd: string
  /** The vCPU's id. */
  readonly vcpu: number
  /** seL4's name of the fault, such as `VMFault`, and the message as it arrived. */
  readonly fault: string
  readonly message: Message
  /** One sentence: why nobody could handle it. */
  readonly reason: string
  /** Present for a call that nobody answers; the guest got NOT_SUPPORTED and goes on. */
  readonly call?: UnansweredCall
  /** Somebody emulates the registers at the address, and not this way of reaching them. */
  readonly emulated?: true
  /** PC: the guest's virtual address, and the IPA behind it where the guest's tables have one. */
  readonly ip: bigint
  readonly ipIpa: number | undefined
  /** ESR_EL2, 32-bit unsigned. */
  readonly esr: number
  /** FAR_EL2, the guest's virtual address; meaningful for aborts. */
  readonly far: bigint
  /** IPA of the access; meaningful for aborts. */
  readonly ipa: number
  /** Of an abort; `size` in bytes where the instruction tells. */
  readonly access:
    | { readonly kind: "read" | "write" | "execute"; readonly size: number | undefined }
    | undefined
  /** The instruction word at the PC, 0 when it cannot be read. */
  readonly instruction: number
  /** `pc`, `sp`, `spsr`, `x0` .. and `SCTLR`, `TTBR0` .. by seL4's names. */
  readonly registers: Readonly<Record<string, bigint>>
}

/** The access of an abort; undefined for other faults. */
export type Access = UnhandledFault["access"]

/** Every register that the invocations can read. */
function readRegisters(microkit: Microkit, vcpu: number): Record<string, bigint> {
  const tcb = TCB_FIELDS.map((name, field) => [name, microkit.vcpuReadTcb(vcpu, field)] as const)
  const el1 = VCPU_FIELDS.map((name, field) => [name, microkit.vcpuReadReg(vcpu, field)] as const)
  return Object.fromEntries([...tcb, ...el1])
}

/** Reads the state of a vCPU that has just faulted. */
export function describeFault(
  microkit: Microkit,
  vm: string,
  vcpu: number,
  message: Message,
  reason: string,
  access: Access,
  more: Pick<UnhandledFault, "call" | "emulated"> = {},
): UnhandledFault {
  const registers = readRegisters(microkit, vcpu)
  // The PC stands behind a call that was answered.
  const ip = (registers["pc"] ?? 0n) - (more.call === undefined ? 0n : 4n)
  const { esr, far, ipa, instruction } = microkit.vcpuFaultInfo(vcpu)
  return {
    vm,
    pd: microkit.name,
    vcpu,
    fault: faultName(message.label),
    message,
    reason,
    ip,
    ipIpa: microkit.vcpuTranslate(vcpu, ip),
    esr,
    far,
    ipa,
    access,
    instruction,
    registers,
    ...more,
  }
}
