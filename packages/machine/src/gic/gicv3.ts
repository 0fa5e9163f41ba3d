// SPDX-License-Identifier: BSD-2-Clause
//
// A GICv3 as a device (IHI 0069, GIC-500): distributor, redistributors, the system registers of the CPU
// interfaces, and the memory-mapped GICC, GICH and GICV that cores of its time have beside them. All views
// of the virtual interface are one state. The physical ICC registers are reached through GicControl.

import type { AccessSize, DeviceState } from "../device.ts"
import { type DeviceContext, type Initiator, REGION_SHIFT, REGION_STRIDE } from "../device-factory.ts"
import { loadArrays, saveArrays, stateField } from "../saved-arrays.ts"
import { DistributorV3, FRAME_SIZE } from "./gicd-v3.ts"
import { Gic } from "./gic.ts"
import { readIch, readIchHigh, writeIch } from "./ich-registers.ts"
import { readIcv, writeIcv } from "./icv-registers.ts"
import { InterruptState } from "./interrupt-state.ts"
import { VirtualCpuInterface } from "./virtual-interface.ts"

/** INTIDs of a GIC-500 with all of its 960 SPIs. */
const GICV3_INTIDS = 992
const OFFSET_MASK = REGION_STRIDE - 1

/** A GICv3 with its virtualisation half, without ITS and LPIs. */
export class GicV3 extends Gic {
  readonly version = 3
  private readonly initiator: Initiator
  private readonly distributor: DistributorV3
  /** First CPU of each redistributor region; region n is `reg` entry n + 1. */
  private readonly firstCpu: readonly number[]

  constructor(context: DeviceContext) {
    const interrupts = new InterruptState(context.cpuCount, GICV3_INTIDS, false)
    super(context.path, interrupts, new VirtualCpuInterface(context.cpuCount, true))
    this.initiator = context.initiator
    const affinities = context.affinities ?? Array.from({ length: context.cpuCount }, (_, cpu) => cpu)
    this.distributor = new DistributorV3(interrupts, affinities)
    const regions = context.u32("#redistributor-regions") ?? 1
    const firstCpu: number[] = []
    let cpu = 0
    for (const reg of context.regs.slice(1, 1 + regions)) {
      firstCpu.push(cpu)
      cpu += Math.floor(reg.size / FRAME_SIZE)
    }
    this.firstCpu = firstCpu
  }

  override reset(): void {
    super.reset()
    this.distributor.reset()
    this.update(-1)
  }

  override setTarget(intid: number, cpu: number): void {
    this.distributor.setTarget(intid, cpu)
  }

  /** GICv3 does not tell who sent an SGI. */
  override sendSgi(target: number, sgi: number, _source: number): void {
    this.interrupts.latched[target] |= 1 << sgi
    this.update(target)
  }

  override read(offset: number, size: AccessSize): number {
    const cpu = this.initiator.cpu
    const at = offset & OFFSET_MASK
    const region = offset >>> REGION_SHIFT
    if (region === 0) return this.distributor.readDistributor(at, size)
    if (region <= this.firstCpu.length) {
      const target = this.firstCpu[region - 1] + Math.floor(at / FRAME_SIZE)
      if (target >= this.cpuCount) return 0
      return this.distributor.readRedistributor(target, at % FRAME_SIZE, size)
    }
    return this.readInterface(region - this.firstCpu.length, cpu, at)
  }

  override write(offset: number, size: AccessSize, value: number): void {
    const cpu = this.initiator.cpu
    const at = offset & OFFSET_MASK
    const region = offset >>> REGION_SHIFT
    if (region === 0) {
      this.distributor.writeDistributor(at, size, value)
      return
    }
    if (region <= this.firstCpu.length) {
      const target = this.firstCpu[region - 1] + Math.floor(at / FRAME_SIZE)
      if (target >= this.cpuCount) return
      this.distributor.writeRedistributor(target, at % FRAME_SIZE, size, value)
      return
    }
    this.writeInterface(region - this.firstCpu.length, cpu, at, value)
  }

  override readVirtualRegister(cpu: number, key: number): number {
    return readIcv(this.virtualCpu, cpu, key)
  }

  override writeVirtualRegister(cpu: number, key: number, value: number): number {
    return writeIcv(this.virtualCpu, cpu, key, value)
  }

  override readHypervisorRegister(cpu: number, key: number): number {
    return readIch(this.virtualCpu, cpu, key)
  }

  override readHypervisorRegisterHigh(cpu: number, key: number): number {
    return readIchHigh(this.virtualCpu, cpu, key)
  }

  override writeHypervisorRegister(cpu: number, key: number, low: number, high: number): number {
    return writeIch(this.virtualCpu, cpu, key, low, high)
  }

  override state(): DeviceState {
    const { routes, waker } = this.distributor
    return { common: super.state(), distributor: saveArrays({ routes, waker }) }
  }

  override fromState(state: DeviceState): void {
    const { routes, waker } = this.distributor
    loadArrays(this.name, { routes, waker }, stateField(this.name, state, "distributor"))
    super.fromState(stateField(this.name, state, "common"))
  }
}
