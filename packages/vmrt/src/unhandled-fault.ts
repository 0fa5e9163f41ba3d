// SPDX-License-Identifier: BSD-2-Clause
//
// All that is known of a fault that nobody handled, gathered before the guest is stopped, for whoever tells
// a person about it.

import { type Message, type Microkit, TCB_FIELDS, VCPU_FIELDS, faultName } from "@vmm/kernel/api"

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

export type Access = UnhandledFault["access"]

/** Every register that the invocations can read. */
export function readRegisters(microkit: Microkit, vcpu: number): Record<string, bigint> {
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
): UnhandledFault {
  const registers = readRegisters(microkit, vcpu)
  const ip = registers["pc"] ?? 0n
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
  }
}
