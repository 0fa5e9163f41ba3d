// SPDX-License-Identifier: BSD-2-Clause
//
// A serial port that is the guest's console and whose node names no interrupt: Linux's drivers either do not take it or
// cannot open it (drivers/tty/serial), so early lines appear and no program's. The 8250 polls, and is left out.

import { compatibleOf, type DtNode } from "@vmm/devicetree"
import { errorAt } from "@vmm/diagnostic"

import { gicInterrupts, nodeText } from "../../devices.ts"
import { addInPlace } from "../../edit/tree-edit.ts"
import type { GuestView } from "../../guest-view.ts"
import { type Agreement, isLinux } from "../../input.ts"
import { consoleNodes } from "../console/uarts.ts"
import { atDeletion } from "../devices/deleted-property.ts"
import { fix, related, type Rule } from "../rule.ts"

const POLLS = /8250|16550|dw-apb-uart/
const FIRST_SPI = 32

const isSilent = (node: DtNode): boolean =>
  !node.properties.has("interrupts") &&
  !node.properties.has("interrupts-extended") &&
  !compatibleOf(node).some((name) => POLLS.test(name))

/** Interrupts of the VMM that no device of the guest raises: the port's own is among them. */
function unclaimed(input: Agreement, view: GuestView) {
  const raised = view.devices.flatMap(({ node }) => gicInterrupts(input.guestTree, node, view.gic))
  return view.domain.irqs.filter(({ irq }) => irq >= FIRST_SPI && !raised.some(({ intid }) => intid === irq))
}

export const portInterrupts: Rule = (input, view) => {
  if (!isLinux(input) || view.gic === undefined) return []
  const consoles = consoleNodes(input, view)
  const silent = view.devices.filter(
    ({ node, enabled, reach }) => enabled && reach !== "none" && consoles.has(node) && isSilent(node),
  )
  return silent.map(({ node }) => {
    const left = unclaimed(input, view)
    const [irq] = left.length === 1 ? left : []
    const value = irq && `<0 ${irq.irq - FIRST_SPI} ${irq.trigger === "edge" ? 1 : 4}>`
    const message = `${nodeText(node)} is the console of '${view.vm.name}' and has no interrupts: Linux cannot open it`
    const edits = value === undefined ? [] : addInPlace(input.sources, node, "interrupts", value)
    const fixes = fix("interrupts", `write interrupts = ${value}`, edits)
    const there =
      irq === undefined ? [] : [related(irq.place, `interrupt ${irq.irq} is handed on, and raised by nobody`)]
    const remedy = `write interrupts = ${value ?? "<0 n 4>"}; in it: SPI n is INTID n + 32`
    const more = { code: "console-no-interrupts", related: there, fixes }
    return atDeletion(input, node, "interrupts", errorAt(node.place, message, remedy, more))
  })
}
