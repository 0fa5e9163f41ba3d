// SPDX-License-Identifier: BSD-2-Clause
//
// Which devices of the guest's tree raise which interrupts of its controller.

import { decodeGicInterrupt, type DeviceTree, interruptsOf, isEnabled, walk } from "@vmm/devicetree"

import type { InterruptSource } from "./lost-interrupts.ts"

/** Devices by their interrupts: SPIs and PPIs of the guest's tree. */
export function devicesOf(tree: DeviceTree | undefined): ReadonlyMap<number, readonly InterruptSource[]> {
  const found = new Map<number, InterruptSource[]>()
  if (tree === undefined) return found
  for (const node of walk(tree.root)) {
    if (!isEnabled(node)) continue
    for (const { cells } of interruptsOf(tree, node)) {
      const interrupt = decodeGicInterrupt(cells)
      if (interrupt === undefined) continue
      const { intid, trigger } = interrupt
      found.set(intid, [...(found.get(intid) ?? []), { node, trigger }])
    }
  }
  return found
}
