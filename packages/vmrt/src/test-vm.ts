// SPDX-License-Identifier: BSD-2-Clause
//
// For tests: a started VM over the fake Microkit, with an interrupt controller that records what it is told.

import { type Fault, encodeFault } from "@vmm/kernel/api"
import type { VmConfig } from "./config.ts"
import { sysregKey } from "./esr.ts"
import { FakeMicrokit, type FakeMicrokitOptions } from "./fake-microkit.ts"
import { faultHandle } from "./fault.ts"
import { guestSetupImages, guestStart } from "./guest.ts"
import type { InterruptController } from "./interrupt-controller.ts"
import { virqControllerInit } from "./virq.ts"
import { Vm } from "./vm.ts"

export const RAM = 0x40000000
export const ENTRY = RAM + 0x1000
export const DTB = RAM + 0x2000

export class FakeGic implements InterruptController {
  readonly calls: string[] = []
  readonly deactivated = new Map<number, (vcpu: number, intid: number) => void>()
  readonly distributor = {
    size: 0x10000,
    read: (vcpu: number, offset: number, size: number) => {
      this.calls.push(`read ${vcpu} ${offset} ${size}`)
      return 0x11223344
    },
    write: (vcpu: number, offset: number, size: number, value: number) => {
      this.calls.push(`write ${vcpu} ${offset} ${size} ${value}`)
    },
  }
  readonly redistributor = this.distributor
  inUse = 0

  setLevel = (intid: number, high: boolean, vcpu = 0) => this.record(`level ${intid} ${high} ${vcpu}`)
  pulse = (intid: number, vcpu = 0) => this.record(`pulse ${intid} ${vcpu}`)
  maintenance = (vcpu: number, index: number) => this.record(`maintenance ${vcpu} ${index}`)
  sgi1r = (vcpu: number, lo: number, hi: number) => this.record(`sgi1r ${vcpu} ${lo} ${hi}`)
  setOnline = (vcpu: number, online: boolean) => this.record(`online ${vcpu} ${online}`)
  reset = () => this.record("reset")
  listed = () => this.inUse

  onDeactivate(intid: number, callback: (vcpu: number, intid: number) => void): void {
    this.deactivated.set(intid, callback)
  }

  private record(call: string): void {
    this.calls.push(call)
  }
}

export interface TestVm {
  readonly microkit: FakeMicrokit
  readonly vm: Vm
  readonly gic: FakeGic
  /** Sends a fault to the VMM; true when it answers. */
  readonly fault: (fault: Fault, child?: number) => boolean
}

export function config(changes: Partial<VmConfig> = {}): VmConfig {
  return {
    name: "guest",
    vcpus: [0],
    gic: { version: 2, distributor: { base: 0x8000000, size: 0x10000 } },
    ramRegions: [{ gpa: RAM, size: 0x10000, vaddr: RAM }],
    images: [
      { name: "kernel", gpa: ENTRY, bytes: Uint8Array.of(1, 2, 3, 4) },
      { name: "device tree", gpa: DTB, bytes: Uint8Array.of(0xd0, 0x0d, 0xfe, 0xed) },
    ],
    entry: ENTRY,
    dtb: DTB,
    passthroughIrqs: [],
    ...changes,
  }
}

/** A VM that is set up and not started. */
export function makeVm(changes: Partial<VmConfig> = {}, options: FakeMicrokitOptions = {}): TestVm {
  const made = config(changes)
  const microkit = new FakeMicrokit({ vcpus: made.vcpus, ...options })
  const vm = new Vm(microkit, made)
  const gic = new FakeGic()
  virqControllerInit(vm, gic)
  return {
    microkit,
    vm,
    gic,
    fault: (fault, child = made.vcpus[0] ?? 0) => faultHandle(vm, child, encodeFault(fault)),
  }
}

/** A VM whose first vCPU runs; records are empty. */
export function runningVm(changes: Partial<VmConfig> = {}, options: FakeMicrokitOptions = {}): TestVm {
  const test = makeVm(changes, options)
  guestSetupImages(test.vm)
  guestStart(test.vm)
  test.microkit.takeCalls()
  test.gic.calls.length = 0
  return test
}

export const ESR_WFI = 0x06000000
export const ESR_WFE = 0x06000001
export const ESR_SMC = 0x5e000000
export const ESR_HVC = 0x5a000000

/** Syndrome of a trapped MSR (or MRS) of a system register. */
export function esrSysreg(
  op: readonly [number, number, number, number, number],
  rt: number,
  read: boolean,
): number {
  return (0x62000000 | sysregKey(...op) | (rt << 5) | (read ? 1 : 0)) >>> 0
}

export interface AbortSyndrome {
  readonly write?: boolean
  /** log2 of the size; with it ISV is 1. */
  readonly sas?: number
  readonly rt?: number
  readonly signExtend?: boolean
  readonly wide?: boolean
  readonly walk?: boolean
  readonly maintenance?: boolean
}

/** Syndrome of a stage 2 translation fault of a data access. */
export function esrAbort(of: AbortSyndrome): number {
  const bit = (value: boolean | undefined, at: number) => (value ? 1 << at : 0)
  const isv = of.sas === undefined ? 0 : (1 << 24) | (of.sas << 22) | ((of.rt ?? 0) << 16)
  const flags =
    bit(of.signExtend, 21) | bit(of.wide, 15) | bit(of.write, 6) | bit(of.walk, 7) | bit(of.maintenance, 8)
  return (0x92000006 | isv | flags) >>> 0
}

export interface AbortOf extends AbortSyndrome {
  readonly ipa: number
  readonly instruction?: number
  readonly far?: bigint
}

/** A data abort of vCPU 0: sets what the kernel shows of it and sends it. */
export function dataAbort(test: TestVm, of: AbortOf): boolean {
  const esr = esrAbort(of)
  const { ipa, instruction = 0, far = BigInt(of.ipa) } = of
  test.microkit.setFaultInfo(0, { esr, ipa, far, instruction })
  return test.fault({ kind: "VMFault", ip: 0x40001000n, address: ipa, prefetch: false, fsr: esr })
}

/** A firmware call of a vCPU by SMC; gives x0 afterwards as a signed number. */
export function smc(
  test: TestVm,
  functionId: number,
  args: readonly (number | bigint)[] = [],
  vcpu = 0,
): number {
  const id = test.vm.vcpus[vcpu]?.id ?? 0
  const values = [functionId, ...args]
  values.forEach((value, n) => test.microkit.vcpuWriteX(id, n, BigInt(value)))
  test.fault({ kind: "VCPUFault", hsr: ESR_SMC }, id)
  return Number(BigInt.asIntN(64, test.microkit.vcpuReadX(id, 0)))
}
