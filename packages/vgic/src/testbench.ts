// SPDX-License-Identifier: BSD-2-Clause
//
// For tests: a vGIC whose list registers are a plain table, with a guest that can end interrupts.

import { Vgic, type VgicOptions } from "./vgic.ts"

export interface Injected {
  readonly vcpu: number
  readonly intid: number
  readonly priority: number
  readonly group: number
  readonly index: number
}

export class Testbench {
  readonly injected: Injected[] = []
  readonly messages: string[] = []
  readonly retracted: Array<{ readonly vcpu: number; readonly index: number }> = []
  /** List registers whose interrupt the guest has begun, as `vcpu:index`. */
  readonly begun = new Set<string>()
  /** List registers that the kernel refuses, as `vcpu:index`. */
  readonly refused = new Set<string>()
  readonly gic: Vgic

  constructor(options: Omit<VgicOptions, "inject" | "retract" | "log">) {
    this.gic = new Vgic({
      ...options,
      inject: (vcpu, intid, priority, group, index) => {
        if (this.refused.has(`${vcpu}:${index}`)) return false
        this.injected.push({ vcpu, intid, priority, group, index })
        return true
      },
      retract: (vcpu, index) => {
        if (this.begun.has(`${vcpu}:${index}`)) return false
        this.retracted.push({ vcpu, index })
        return true
      },
      log: (message) => this.messages.push(message),
    })
  }

  /** INTIDs injected so far, in order. */
  intids(): number[] {
    return this.injected.map((entry) => entry.intid)
  }

  /** The guest ends the interrupt that it was given last under this INTID. */
  end(intid: number): void {
    const entry = this.injected.findLast((candidate) => candidate.intid === intid)
    if (entry === undefined) throw new Error(`${intid} was never injected`)
    this.gic.maintenance(entry.vcpu, entry.index)
  }

  read(offset: number, vcpu = 0): number {
    return this.gic.distributor.read(vcpu, offset, 4)
  }

  write(offset: number, value: number, vcpu = 0): void {
    this.gic.distributor.write(vcpu, offset, 4, value)
  }

  /** Sets the bit of `intid` in the register file at `base` (ISENABLER, ISPENDR ..). */
  setBit(base: number, intid: number, vcpu = 0): void {
    this.write(base + (intid >> 5) * 4, 1 << (intid & 31), vcpu)
  }

  bit(base: number, intid: number, vcpu = 0): number {
    return (this.read(base + (intid >> 5) * 4, vcpu) >>> (intid & 31)) & 1
  }

  readRedistributor(offset: number, vcpu = 0): number {
    return this.gic.redistributor?.read(vcpu, offset, 4) ?? -1
  }

  writeRedistributor(offset: number, value: number, vcpu = 0): void {
    this.gic.redistributor?.write(vcpu, offset, 4, value)
  }
}

/** A GICv2 with its distributor on and SPIs 40..47 enabled. */
export function gicV2(vcpus = 1): Testbench {
  const bench = new Testbench({ version: 2, vcpus })
  bench.write(0x000, 1)
  bench.write(0x104, 0xff00)
  return bench
}

/** A GICv3 with its distributor on and SPIs 40..47 enabled. */
export function gicV3(vcpus = 1): Testbench {
  const bench = new Testbench({ version: 3, vcpus })
  bench.write(0x0000, 0x13)
  bench.write(0x0104, 0xff00)
  return bench
}
