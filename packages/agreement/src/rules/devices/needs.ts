// SPDX-License-Identifier: BSD-2-Clause
//
// What drivers of a guest need beside their own registers, by the references of the guest's tree, and the edits that
// give devices to a guest.

import { dependenciesOf, type DtNode } from "@vmm/devicetree"

import { gicInterrupts } from "../../devices.ts"
import { giveIrqs, giveRanges, regionName } from "../../edit/give.ts"
import type { GuestDevice, GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { once } from "../../once.ts"
import { consoleNodes } from "../console/uarts.ts"

/** Edits that give devices with all of their registers and interrupts. */
export function giveDevices(input: Agreement, view: GuestView, nodes: readonly GuestDevice[]) {
  const wanted = nodes.flatMap(({ node, ranges }) =>
    ranges.map((range) => ({ name: regionName(node), ipa: range.base, phys: range })),
  )
  const irqs = nodes
    .flatMap(({ node }) => gicInterrupts(input.guestTree, node, view.gic))
    .filter(({ kind, intid }) => kind === "spi" && !view.domain.irqs.some(({ irq }) => irq === intid))
  return [...giveRanges(input, view, wanted), ...giveIrqs(input, view, irqs)]
}

/** What an enabled device that the guest has needs, as it stands. */
export interface Need {
  readonly needed: GuestDevice
  readonly by: DtNode
  readonly property: string
  readonly disabledBy: DtNode | undefined
}

/** The chains of all devices that the guest has, each needed node once. */
export const needsOf = once((input, view): readonly Need[] => {
  const consoles = consoleNodes(input, view)
  const users = view.devices.filter(
    ({ node, enabled, reach }) =>
      enabled && node !== view.gic?.node && (reach !== "none" || consoles.has(node)),
  )
  const found = new Map<DtNode, Need>()
  const first = users.filter(({ node }) => consoles.has(node))
  for (const user of new Set([...first, ...users])) {
    for (const { node, by, property, disabledBy } of dependenciesOf(input.guestTree, user.node)) {
      // An SMMU is not for a guest: dma-memory.ts tells of it.
      if (property === "iommus" || by.properties.has("#iommu-cells")) continue
      const needed = view.devices.find((device) => device.node === node)
      if (needed === undefined || found.has(node)) continue
      found.set(node, { needed, by, property, disabledBy })
    }
  }
  return [...found.values()]
})
