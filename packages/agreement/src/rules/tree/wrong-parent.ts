// SPDX-License-Identifier: BSD-2-Clause
//
// A device whose interrupts go to a controller that counts fewer cells than the GIC, and that are written as the GIC's
// (arm,gic.yaml): a line copied from a node under another controller. Such a list reads as several interrupts and
// resolves, so that nothing but the `.system` file, which has the GIC's number, shows that it is wrong.

import { interruptParent, propCells, propU32, referenceTo } from "@vmm/devicetree"
import { errorAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { addInPlace } from "../../edit/tree-edit.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

const GIC_CELLS = 3

export const wrongParent: Rule = (input, view) => {
  const gic = view.gic?.node
  if (gic === undefined || propU32(gic, "#interrupt-cells") !== GIC_CELLS) return []
  return view.devices.flatMap(({ node, enabled, reach }) => {
    const [kind, number = 0, flags = 0, ...more] = propCells(node, "interrupts") ?? []
    const parent = interruptParent(input.guestTree, node)
    if (!enabled || reach === "none" || parent === undefined || parent === gic) return []
    const own = propU32(parent, "#interrupt-cells") ?? GIC_CELLS
    const asGic = kind === 0 && more.length === 0 && [1, 4].includes(flags & 15)
    if (own >= GIC_CELLS || !asGic || GIC_CELLS % own !== 0) return []
    const irq = view.domain.irqs.find((one) => one.irq === number + 32)
    if (irq === undefined) return []
    const value = `<${referenceTo(gic)}>`
    const message =
      `interrupts of ${nodeText(node)} are written for the GIC (SPI ${number}, INTID ${number + 32}), and its ` +
      `interrupt-parent is ${nodeText(parent)}, whose #interrupt-cells is ${own}`
    // In place: the board's wires, too, are what the tree says.
    const edits = addInPlace(input.sources, node, "interrupt-parent", value)
    const fixes = fix("interrupt-parent", `write interrupt-parent = ${value}`, edits)
    const there = [related(irq.place, `the VMM expects INTID ${irq.irq}`)]
    const remedy = `write interrupt-parent = ${value};`
    return [
      errorAt(propertyPlace(node, "interrupt-parent", "interrupts"), message, remedy, {
        code: "interrupt-parent-cells",
        related: there,
        fixes,
      }),
    ]
  })
}
