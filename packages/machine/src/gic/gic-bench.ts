// SPDX-License-Identifier: BSD-2-Clause
//
// What the GIC's tests share: a controller with some CPUs, whose registers are reached by region and offset
// as a given CPU, and whose output lines are remembered.

import { REGION_STRIDE } from "../device-factory.ts"
import { Bench } from "../imx/testing.ts"
import { GicV2 } from "./gicv2.ts"
import { GicV3 } from "./gicv3.ts"

export class GicBench {
  readonly gic: GicV2 | GicV3
  readonly irq: boolean[] = []
  readonly virq: boolean[] = []
  readonly vfiq: boolean[] = []
  private readonly initiator = { cpu: 0 }

  constructor(version: 2 | 3, cpuCount: number) {
    const regs = [0, 1, 2, 3, 4].map((n) => ({ base: n * 0x1000000, size: 0x100000 }))
    const context = { ...new Bench().context("gic"), cpuCount, regs, initiator: this.initiator }
    this.gic = version === 2 ? new GicV2(context) : new GicV3(context)
    for (let cpu = 0; cpu < cpuCount; cpu += 1) {
      this.gic.connect(cpu, {
        irq: { set: (level) => (this.irq[cpu] = level) },
        virq: { set: (level) => (this.virq[cpu] = level) },
        vfiq: { set: (level) => (this.vfiq[cpu] = level) },
      })
    }
  }

  read(region: number, offset: number, cpu = 0, size: 1 | 2 | 4 = 4): number {
    this.initiator.cpu = cpu
    return this.gic.read(region * REGION_STRIDE + offset, size) >>> 0
  }

  write(region: number, offset: number, value: number, cpu = 0, size: 1 | 2 | 4 = 4): void {
    this.initiator.cpu = cpu
    this.gic.write(region * REGION_STRIDE + offset, size, value)
  }
}
