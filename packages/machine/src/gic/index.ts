// SPDX-License-Identifier: BSD-2-Clause
//
// The physical interrupt controllers, by compatible string.

import { GICS } from "@vmm/devicetree"
import type { MmioDevice } from "../device.ts"
import type { DeviceFactory } from "../device-factory.ts"
import { Gic } from "./gic.ts"
import { GicV2 } from "./gicv2.ts"
import { GicV3 } from "./gicv3.ts"

export { type CpuInputs, Gic, type GicControl, MAINTENANCE_INTID, type Trigger } from "./gic.ts"
export { GicV2 } from "./gicv2.ts"
export { GicV3 } from "./gicv3.ts"
export { SYSREG_DONE, SYSREG_TRAPPED, SYSREG_UNDEFINED } from "./icv-registers.ts"
export type { ListRegister, VirtualInterface, VirtualInterfaceState } from "./virtual-control.ts"
export { LR_ACTIVE, LR_INVALID, LR_PENDING, LR_PENDING_ACTIVE } from "./virtual-interface.ts"

/** Whether the device is a GIC of either version. */
export function isGic(device: MmioDevice): device is Gic {
  return device instanceof Gic
}

const FACTORIES: Readonly<Record<2 | 3, DeviceFactory>> = {
  2: (context) => new GicV2(context),
  3: (context) => new GicV3(context),
}

/** Interrupt controllers, by compatible string. */
export const GIC_FACTORIES: ReadonlyMap<string, DeviceFactory> = new Map(
  [...GICS].map(([compatible, version]) => [compatible, FACTORIES[version]]),
)
