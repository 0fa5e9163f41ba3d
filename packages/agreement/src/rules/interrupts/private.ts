// SPDX-License-Identifier: BSD-2-Clause
//
// An `<irq>` of a private interrupt: each core has its own of them, INTIDs 0 to 31 (GIC architecture, 2.2.1), and
// those of timers and of the interrupt controller are the kernel's. It hands the virtual timer's and the maintenance
// interrupt to the VMM by its own faults (VPPI event, VGIC maintenance), never by an `<irq>`.

import { compatibleOf, type DtNode, walk } from "@vmm/devicetree"
import { type Diagnostic, warningAt } from "@vmm/diagnostic"
import type { Irq } from "@vmm/system"

import { gicInterrupts, gicOf, nodeText } from "../../devices.ts"
import { attributePlace, removeElement } from "../../edit/system-edit.ts"
import type { Agreement } from "../../input.ts"
import { fix, propertyPlace, related } from "../rule.ts"

interface Private {
  readonly intid: number
  readonly node: DtNode
  readonly what: string
}

/** Of the architected timer, in the order of its binding (arm,arch_timer.yaml). */
const TIMERS = [
  "the secure physical timer's",
  "the physical timer's",
  "the virtual timer's",
  "the hypervisor timer's",
] as const

/** Private interrupts of timers and of the interrupt controller. */
function privateOf({ hardware: tree }: Agreement): readonly Private[] {
  const gic = gicOf(tree, true)
  return [...walk(tree.root)].flatMap((node) => {
    const timer = compatibleOf(node).some((name) => /^arm,armv[78]-timer$/.test(name))
    if (!timer && node !== gic?.node) return []
    return gicInterrupts(tree, node, gic).flatMap(({ intid, kind }, index) => {
      const what = timer ? TIMERS[index] : "the maintenance interrupt"
      return kind === "spi" || what === undefined ? [] : [{ intid, node, what }]
    })
  })
}

/** What is said of an `<irq>` for one of them; undefined for any other. */
export function privateInterrupt(input: Agreement, domain: string, irq: Irq): Diagnostic | undefined {
  const own = irq.irq < 32 ? privateOf(input).find(({ intid }) => intid === irq.irq) : undefined
  if (own === undefined) return undefined
  const { system } = input.sources
  const place = attributePlace(system, irq.place, "irq", "number")
  const message =
    `interrupt ${irq.irq} is private to each core (PPI ${irq.irq - 16}): ${own.what}, which the kernel ` +
    `keeps and never hands to '${domain}'`
  const remedy = "remove the element: the guest gets its timer's interrupts from the VMM without it"
  const fixes = fix("remove-irq", "remove the <irq>", removeElement(system, irq.place))
  const there = [related(propertyPlace(own.node, "interrupts"), `interrupts of ${nodeText(own.node)}`)]
  return warningAt(place, message, remedy, { code: "irq-private", related: there, fixes })
}
