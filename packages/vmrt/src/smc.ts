// SPDX-License-Identifier: BSD-2-Clause
//
// The SMC Calling Convention (Arm DEN 0028, version 1.1) for both conduits: what the VMM answers itself
// (architecture and PSCI), what a handler of the VMM answers, and what goes on to the board's firmware when
// the domain holds the SMC cap (libvmm smc.c). Everything else is NOT_SUPPORTED.

import { hex } from "./log.ts"
import { isPsci, psciHandle } from "./psci.ts"
import { type CallOutcome, NOT_SUPPORTED, SMCCC_VERSION, returns } from "./smccc.ts"
import type { Vcpu } from "./vcpu.ts"
import type { SmcHandler, Vm } from "./vm.ts"

/** Owning entities, bits 29:24 of a function id. */
export const SMC_OWNER_ARCH = 0
export const SMC_OWNER_CPU = 1
export const SMC_OWNER_SIP = 2
export const SMC_OWNER_OEM = 3
export const SMC_OWNER_STANDARD = 4
export const SMC_OWNER_STANDARD_HYP = 5
export const SMC_OWNER_VENDOR_HYP = 6
const SMC_OWNER_TRUSTED = 48

const OWNERS = ["architecture", "CPU", "SiP", "OEM", "standard", "standard hypervisor", "vendor hypervisor"]

const SMCCC_ARCH_FEATURES = 0x80000001
const VERSION_1_1 = 0x10001n

/** Queries that a guest sends to find out: no reason to bother a person. TRNG, SoC id, hypervisor UID. */
const PROBES = new Set([0x84000050, 0x80000002, 0xc6000000, 0x86000000, 0xc5000020])
/** Call UID of the vendor hypervisor services: Linux asks for it at every boot, others mean the service. */
const HYPERVISOR_UID = 0x8600ff01

/** The owner of a function id in words, such as `SiP service`. */
export function smcOwnerName(functionId: number): string {
  const owner = (functionId >>> 24) & 63
  return `${OWNERS[owner] ?? (owner < SMC_OWNER_TRUSTED ? "reserved" : "trusted OS")} service`
}

/** Registers what answers the calls of one owner; PSCI and the architecture's calls stay with vmrt. */
export function smcRegisterHandler(vm: Vm, owner: number, handler: SmcHandler): void {
  vm.smcHandlers.set(owner, handler)
}

/** Registers what answers the silicon provider's calls. */
export function smcRegisterSipHandler(vm: Vm, handler: SmcHandler): void {
  smcRegisterHandler(vm, SMC_OWNER_SIP, handler)
}

/** Hands a call to the board's firmware; undefined when the domain holds no SMC cap. */
export function smcSipForward(vm: Vm, args: readonly bigint[]): readonly bigint[] | undefined {
  return vm.microkit.smcCall(args)
}

/** Owners whose calls mean the board's firmware: CPU, SiP, OEM, trusted applications and OS. */
function isFirmwares(owner: number): boolean {
  return (owner >= SMC_OWNER_CPU && owner <= SMC_OWNER_OEM) || owner >= SMC_OWNER_TRUSTED
}

function archCall(functionId: number, args: readonly bigint[]): bigint {
  if (functionId === SMCCC_VERSION) return VERSION_1_1
  if (functionId !== SMCCC_ARCH_FEATURES) return NOT_SUPPORTED
  const asked = Number(BigInt.asUintN(32, args[1] ?? 0n))
  return asked === SMCCC_VERSION || asked === SMCCC_ARCH_FEATURES ? 0n : NOT_SUPPORTED
}

/** Whether no person should hear of a call that nobody answers: "maybe" when that depends on who asks. */
export function isProbe(functionId: number): boolean | "maybe" {
  return functionId === HYPERVISOR_UID ? "maybe" : PROBES.has(functionId)
}

function unknownCall(vm: Vm, vcpu: Vcpu, functionId: number, conduit: "smc" | "hvc"): CallOutcome {
  const owner = (functionId >>> 24) & 63
  const data = { vcpu: vcpu.id, function: hex(functionId), owner: smcOwnerName(functionId) }
  vm.microkit.vmEvent({ kind: "vm-note", what: "smc-not-supported", data })
  if (isProbe(functionId) === false) {
    const why = isFirmwares(owner) ? `no handler, and ${vm.microkit.name} has no smc="true"` : "no handler"
    const what = `${smcOwnerName(functionId)}, function ${hex(functionId & 0xffff)}`
    const call = `${conduit.toUpperCase()} ${hex(functionId)} (${what})`
    vm.log.once(`vCPU ${vcpu.id}: ${call} answers NOT_SUPPORTED: ${why}`)
  }
  return { ...returns(NOT_SUPPORTED), unanswered: true }
}

interface OwnedCall {
  readonly functionId: number
  readonly conduit: "smc" | "hvc"
  /** X0 .. X7. */
  readonly args: readonly bigint[]
}

function ownedCall(vm: Vm, vcpu: Vcpu, { functionId, conduit, args }: OwnedCall): CallOutcome {
  const owner = (functionId >>> 24) & 63
  const answer =
    vm.smcHandlers.get(owner)?.(vcpu.index, args) ??
    (isFirmwares(owner) ? smcSipForward(vm, args) : undefined)
  return answer === undefined
    ? unknownCall(vm, vcpu, functionId, conduit)
    : { kind: "returns", results: answer }
}

/**
 * Answers a guest's SMC or HVC whose PC already stands behind the instruction. `immediate` is that of the
 * instruction; only 0 is a call by the convention. Returns X0 .. X7 of a call that nobody answers.
 */
export function smcHandle(
  vm: Vm,
  vcpu: Vcpu,
  immediate: number,
  conduit: "smc" | "hvc" = "smc",
): readonly bigint[] | undefined {
  const args = Array.from({ length: 8 }, (_, n) => vcpu.x(n))
  const functionId = Number(BigInt.asUintN(32, args[0] ?? 0n))
  const owner = (functionId >>> 24) & 63
  const outcome: CallOutcome =
    immediate !== 0
      ? unknownCall(vm, vcpu, functionId, conduit)
      : isPsci(functionId)
        ? psciHandle(vm, vcpu, functionId, args)
        : owner === SMC_OWNER_ARCH && functionId >>> 31 === 1
          ? returns(archCall(functionId, args))
          : ownedCall(vm, vcpu, { functionId, conduit, args })
  if (outcome.kind === "gone") {
    outcome.go()
    return undefined
  }
  outcome.results.forEach((value, n) => vcpu.setX(n, value))
  return outcome.unanswered === true ? args : undefined
}
