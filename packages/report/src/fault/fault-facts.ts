// SPDX-License-Identifier: BSD-2-Clause
//
// What a report of a fault starts from.

import { bits } from "../hex.ts"

/** What the VM runtime knows of the fault; its UnhandledFault has all of this. */
export interface FaultFacts {
  readonly vm: string
  /** The protection domain that runs the VM. */
  readonly pd: string
  readonly vcpu: number
  /** seL4's name of the fault, such as `VMFault`. */
  readonly fault: string
  /** One sentence: why nobody could handle it. */
  readonly reason: string
  /** Somebody emulates the registers at the address, and not this way of reaching them. */
  readonly emulated?: true
  /** A call to firmware or hypervisor that nobody answers; the guest goes on. */
  readonly call?: {
    readonly conduit: "smc" | "hvc"
    /** W0. */
    readonly functionId: number
    readonly immediate: number
    /** X0 .. X7. */
    readonly args: readonly bigint[]
  }
  /** The guest's virtual PC, and the IPA behind it where there is one. */
  readonly ip: bigint
  readonly ipIpa: number | undefined
  /** ESR_EL2, 32-bit unsigned. */
  readonly esr: number
  /** FAR_EL2 and the IPA of the access; meaningful for aborts. */
  readonly far: bigint
  readonly ipa: number
  /** Of an abort; `size` in bytes where the instruction tells. */
  readonly access:
    | { readonly kind: "read" | "write" | "execute"; readonly size: number | undefined }
    | undefined
  /** The instruction word at the PC, 0 when it cannot be read. */
  readonly instruction: number
  /** `pc`, `sp`, `spsr`, `x0` .. and `SCTLR`, `VBAR` .. by seL4's names. */
  readonly registers: Readonly<Record<string, bigint>>
}

/** The exception level that the guest was at, by SPSR_EL2: 0 or 1. */
export const levelOf = (fault: FaultFacts): number =>
  bits(Number((fault.registers["spsr"] ?? 0n) & 0xffffffffn), 3, 2)

/** A program of the guest, which has the page by /dev/mem, UIO or the like: no driver of its kernel. */
export const byProgram = (fault: FaultFacts): boolean =>
  fault.registers["spsr"] !== undefined && levelOf(fault) === 0
