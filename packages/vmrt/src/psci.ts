// SPDX-License-Identifier: BSD-2-Clause
//
// PSCI 1.1 (Arm DEN 0022 chapter 5) for the vCPUs of one VM. CPU_SUSPEND waits for an interrupt whatever
// power state is asked for, which the specification allows (a power-down state may be given as standby).
// Optional and left out: MIGRATE, SYSTEM_SUSPEND, statistics, MEM_PROTECT, OS-initiated mode.

import { guestOff, guestRestart, vcpuPowerOff, vcpuPowerOn } from "./guest.ts"
import { type CallOutcome, NOT_SUPPORTED, SMCCC_VERSION, returns } from "./smccc.ts"
import type { Vcpu } from "./vcpu.ts"
import type { Vm } from "./vm.ts"
import { waitForInterrupt } from "./wfx.ts"

const SUCCESS = 0n
const INVALID_PARAMETERS = -2n
const ALREADY_ON = -4n
const INVALID_ADDRESS = -9n

const VERSION_1_1 = 0x10001n
/** MIGRATE_INFO_TYPE: no Trusted OS, or one that needs no migration. */
const NO_MIGRATION = 2n
/** Bit 30: arguments are 64-bit. */
const SMC64 = 0x40000000
const AFFINITY_BITS = 0xff00ffffffn

type Call = (vm: Vm, vcpu: Vcpu, args: readonly bigint[]) => CallOutcome

interface PsciFunction {
  readonly name: string
  /** Exists with 64-bit arguments too. */
  readonly wide: boolean
  readonly call: Call
}

/** MPIDR layout to Aff3.Aff2.Aff1.Aff0 in 32 bits; undefined when other bits are set. */
function packAffinity(mpidr: bigint): number | undefined {
  if ((mpidr & ~AFFINITY_BITS) !== 0n) return undefined
  return Number((mpidr & 0xffffffn) | ((mpidr >> 8n) & 0xff000000n))
}

function cpuOn(vm: Vm, _vcpu: Vcpu, args: readonly bigint[]): CallOutcome {
  const [, mpidr = 0n, entry = 0n, context = 0n] = args
  const affinity = packAffinity(mpidr)
  const target = vm.vcpus.find((candidate) => candidate.affinity === affinity)
  if (target === undefined) return returns(INVALID_PARAMETERS)
  if (target.on) return returns(ALREADY_ON)
  if (vm.ram.gpaToVaddr(Number(entry), 4) === undefined) return returns(INVALID_ADDRESS)
  vcpuPowerOn(vm, target, entry, context)
  return returns(SUCCESS)
}

function cpuOff(vm: Vm, vcpu: Vcpu): CallOutcome {
  return { kind: "gone", go: () => vcpuPowerOff(vm, vcpu) }
}

function cpuSuspend(vm: Vm, vcpu: Vcpu): CallOutcome {
  waitForInterrupt(vm, vcpu)
  return returns(SUCCESS)
}

/** 0 ON when a vCPU of the affinity instance is on, 1 OFF. */
function affinityInfo(vm: Vm, _vcpu: Vcpu, args: readonly bigint[]): CallOutcome {
  const [, mpidr = 0n, level = 0n] = args
  const affinity = packAffinity(mpidr)
  if (affinity === undefined || level > 3n) return returns(INVALID_PARAMETERS)
  const shift = Number(level) * 8
  const members = vm.vcpus.filter((candidate) => candidate.affinity >>> shift === affinity >>> shift)
  if (members.length === 0) return returns(INVALID_PARAMETERS)
  return returns(members.some((member) => member.on) ? 0n : 1n)
}

function systemOff(vm: Vm): CallOutcome {
  return { kind: "gone", go: () => guestOff(vm) }
}

function systemReset(vm: Vm): CallOutcome {
  return { kind: "gone", go: () => guestRestart(vm) }
}

/** Type 0 is the architectural warm reset; vendor types are not known. */
function systemReset2(vm: Vm, _vcpu: Vcpu, args: readonly bigint[]): CallOutcome {
  return args[1] === 0n ? systemReset(vm) : returns(INVALID_PARAMETERS)
}

function features(_vm: Vm, _vcpu: Vcpu, args: readonly bigint[]): CallOutcome {
  const asked = Number(BigInt.asUintN(32, args[1] ?? 0n))
  const known = asked === SMCCC_VERSION || find(asked) !== undefined
  return returns(known ? SUCCESS : NOT_SUPPORTED)
}

/** By bits 15:0 of the function id. */
const FUNCTIONS = new Map<number, PsciFunction>([
  [0x00, { name: "PSCI_VERSION", wide: false, call: () => returns(VERSION_1_1) }],
  [0x01, { name: "CPU_SUSPEND", wide: true, call: cpuSuspend }],
  [0x02, { name: "CPU_OFF", wide: false, call: cpuOff }],
  [0x03, { name: "CPU_ON", wide: true, call: cpuOn }],
  [0x04, { name: "AFFINITY_INFO", wide: true, call: affinityInfo }],
  [0x06, { name: "MIGRATE_INFO_TYPE", wide: false, call: () => returns(NO_MIGRATION) }],
  [0x08, { name: "SYSTEM_OFF", wide: false, call: systemOff }],
  [0x09, { name: "SYSTEM_RESET", wide: false, call: systemReset }],
  [0x0a, { name: "PSCI_FEATURES", wide: false, call: features }],
  [0x12, { name: "SYSTEM_RESET2", wide: true, call: systemReset2 }],
])

function find(functionId: number): PsciFunction | undefined {
  if (!isPsci(functionId)) return undefined
  const found = FUNCTIONS.get(functionId & 0xffff)
  return found !== undefined && (found.wide || (functionId & SMC64) === 0) ? found : undefined
}

/** Whether a function id is in PSCI's range: standard service calls 0x00 .. 0x1f. */
export function isPsci(functionId: number): boolean {
  return (((functionId & ~SMC64) >>> 0) - 0x84000000) >>> 5 === 0
}

/** Why CPU_ON was refused, in words. */
function cpuOnRefusal(vm: Vm, args: readonly bigint[], result: bigint): string | undefined {
  const [, mpidr = 0n, entry = 0n] = args
  const what = `CPU_ON of the processor 0x${mpidr.toString(16)} at 0x${entry.toString(16)}`
  if (result === INVALID_ADDRESS)
    return `${what} was refused (INVALID_ADDRESS): the guest has no RAM at that entry point`
  if (result === ALREADY_ON) return `${what} was refused (ALREADY_ON): that one runs`
  if (result !== INVALID_PARAMETERS) return undefined
  const has = vm.vcpus.map(({ affinity }) => `0x${affinity.toString(16)}`).join(", ")
  return `${what} was refused (INVALID_PARAMETERS): the machine's vCPUs are ${has}`
}

/** Refusals that are kept: a guest may ask for ever. */
const MAX_REFUSED = 8

function noteRefusal(vm: Vm, vcpu: Vcpu, text: string | undefined): void {
  if (text === undefined || vm.refusedCalls.size >= MAX_REFUSED || vm.refusedCalls.has(text)) return
  vm.refusedCalls.add(text)
  vm.log.info(`vCPU ${vcpu.id}: ${text}`)
}

/** Answers a PSCI call with x0..x7 as `args`, and records it. */
export function psciHandle(vm: Vm, vcpu: Vcpu, functionId: number, args: readonly bigint[]): CallOutcome {
  const found = find(functionId)
  const bits = (functionId & SMC64) === 0 ? 32 : 64
  const taken = args.map((value) => BigInt.asUintN(bits, value))
  const name = found?.name ?? `PSCI function 0x${functionId.toString(16)}`
  const outcome = found === undefined ? returns(NOT_SUPPORTED) : found.call(vm, vcpu, taken)
  const result = outcome.kind === "returns" ? Number(outcome.results[0]) : undefined
  if (found?.call === cpuOn && outcome.kind === "returns") {
    noteRefusal(vm, vcpu, cpuOnRefusal(vm, taken, outcome.results[0] ?? SUCCESS))
  }
  vm.microkit.vmEvent({ kind: "psci", vcpu: vcpu.id, function: name, args: taken.slice(1, 4), result })
  return outcome
}
