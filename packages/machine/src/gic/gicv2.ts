// SPDX-License-Identifier: BSD-2-Clause
//
// A GICv2 as a device: the register blocks that its node lists (distributor, CPU interface, virtual
// interface control, virtual CPU interface), each for the CPU whose access is on the bus, after the GICv2
// specification (IHI 0048B) and the GIC-400 manual (DDI 0471B). Grouping without the Security Extensions.

import type { AccessSize } from "../device.ts"
import { type DeviceContext, type Initiator, REGION_SHIFT, REGION_STRIDE } from "../device-factory.ts"
import { readGicdV2, writeGicdV2 } from "./gicd-v2.ts"
import { Gic } from "./gic.ts"
import { InterruptState, PRIVATE_INTIDS } from "./interrupt-state.ts"
import { VirtualCpuInterface } from "./virtual-interface.ts"

/** INTIDs of a GIC-400 with all of its 480 SPIs. */
const GICV2_INTIDS = 512
/** GICv2 has eight CPU interfaces at most. */
const GICV2_CPUS = 8
const OFFSET_MASK = REGION_STRIDE - 1

/** A GICv2 with its virtualisation half, for one to eight CPUs. */
export class GicV2 extends Gic {
  readonly version = 2
  private readonly initiator: Initiator

  /** Throws RangeError for more than eight CPUs. */
  constructor(context: Pick<DeviceContext, "path" | "cpuCount" | "initiator">) {
    if (context.cpuCount > GICV2_CPUS) {
      throw new RangeError(`${context.path}: a GICv2 serves 8 CPUs, the board has ${context.cpuCount}`)
    }
    const interrupts = new InterruptState(context.cpuCount, GICV2_INTIDS, true)
    super(context.path, interrupts, new VirtualCpuInterface(context.cpuCount, false))
    this.initiator = context.initiator
    this.routeToOnlyCpu()
  }

  /** With one CPU every SPI is its. */
  private routeToOnlyCpu(): void {
    if (this.cpuCount > 1) return
    for (let intid = PRIVATE_INTIDS; intid < this.intidCount; intid += 1) {
      this.interrupts.setRouted(0, intid, true)
    }
  }

  override reset(): void {
    super.reset()
    this.routeToOnlyCpu()
    this.update(-1)
  }

  override setTarget(intid: number, cpu: number): void {
    if (intid < PRIVATE_INTIDS) return
    for (let each = 0; each < this.cpuCount; each += 1) this.interrupts.setRouted(each, intid, each === cpu)
    this.update(-1)
  }

  override read(offset: number, size: AccessSize): number {
    const cpu = this.initiator.cpu
    const at = offset & OFFSET_MASK
    const region = offset >>> REGION_SHIFT
    if (region === 0) return readGicdV2(this.interrupts, cpu, at, size)
    return this.readInterface(region, cpu, at)
  }

  override write(offset: number, size: AccessSize, value: number): void {
    const cpu = this.initiator.cpu
    const at = offset & OFFSET_MASK
    const region = offset >>> REGION_SHIFT
    if (region === 0) writeGicdV2(this.interrupts, cpu, at, size, value)
    else this.writeInterface(region, cpu, at, value)
  }
}
