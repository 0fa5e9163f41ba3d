// SPDX-License-Identifier: BSD-2-Clause
//
// What device trees tell of the numbers that a `.system` file repeats, for its reader to mend what it cannot read.

import { type DeviceTree, findByPath, isEnabled, regRanges } from "@vmm/devicetree"
import type { KnownDevice, Surroundings } from "@vmm/system"

import { deviceNodes, gicInterrupts, gicOf, rangesOf } from "./devices.ts"
import { memoryNodes } from "./guest-memory.ts"

/** The board's devices, and the guest's RAM and interrupt controller. */
export function surroundingsOf(hardware: DeviceTree, guestTree: DeviceTree): Surroundings {
  const gic = gicOf(hardware, true)
  const devices = deviceNodes(hardware).map((node): KnownDevice => {
    const own = findByPath(guestTree, node.path)
    return {
      names: [node.name.split("@")[0] ?? "", ...node.labels],
      ranges: rangesOf(node),
      interrupts: gicInterrupts(hardware, node, gic).flatMap(({ kind, intid }) =>
        kind === "spi" ? intid : [],
      ),
      wanted: own !== undefined && isEnabled(own),
    }
  })
  const { virtualInterface: board } = gic ?? {}
  const guest = gicOf(guestTree)?.cpuInterface
  return {
    devices,
    guestRam: memoryNodes(guestTree)
      .flatMap((node) => regRanges(node).map(({ address, size }) => ({ base: address, size })))
      .filter(({ size }) => size > 0),
    elsewhere:
      board === undefined || guest === undefined ? [] : [{ physAddr: board.base, vaddr: guest.base }],
  }
}
