// SPDX-License-Identifier: BSD-2-Clause
//
// The PCI Express host of i.MX8MQ with an empty slot ("PCI Express (PCIe)" in the i.MX 8M Quad Reference
// Manual): its root port can be configured, its link never comes up. The first region of the node is the DBI,
// the second the window to configuration space, which reads all ones where no device answers (PCI Express
// Base Specification 3.0, 2.3.2). Left out: everything beyond the slot.

import type { AccessSize } from "../device.ts"
import { type DeviceFactory, REGION_SHIFT, REGION_STRIDE } from "../device-factory.ts"
import { ATU, ATU_REGIONS, ATU_STRIDE, PCIE_TABLE } from "./pcie-table.ts"
import { RegisterDevice, RegisterMap } from "./register-device.ts"

const PCIE_MAP = new RegisterMap(PCIE_TABLE)
const ATU_END = ATU + 2 * ATU_REGIONS * ATU_STRIDE

class ImxPcie extends RegisterDevice {
  constructor(name: string) {
    super(name, PCIE_MAP)
  }

  override read(offset: number, size: AccessSize): number {
    if (offset >>> REGION_SHIFT === 0) return super.read(offset % REGION_STRIDE, size)
    return size === 4 ? 0xffff_ffff : 2 ** (8 * size) - 1
  }

  override write(offset: number, size: AccessSize, value: number): void {
    if (offset >>> REGION_SHIFT === 0) super.write(offset % REGION_STRIDE, size, value)
  }

  /** Address translation regions that do not exist read 0, which is how software counts them. */
  protected override writeRegister(offset: number, value: number): void {
    if (offset < ATU_END) this.store(offset, value)
  }
}

export const imxPcie: DeviceFactory = (context) => new ImxPcie(context.path)
