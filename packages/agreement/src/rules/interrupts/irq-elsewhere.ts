// SPDX-License-Identifier: BSD-2-Clause
//
// An <irq> of a device that a guest has, in a domain that is not its VMM.

import { type Diagnostic, warningAt } from "@vmm/diagnostic"

import { gicInterrupts, nodeText } from "../../devices.ts"
import { giveIrqs } from "../../edit/give.ts"
import { removeElement } from "../../edit/system-edit.ts"
import type { GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { overlaps } from "../../words.ts"
import { fix, related } from "../rule.ts"

/** Handed to a domain that is neither the guest's VMM nor a driver of the device. */
export function elsewhere(input: Agreement, view: GuestView): readonly Diagnostic[] {
  const others = input.system.protectionDomains.filter(
    (domain) =>
      domain !== view.domain &&
      !input.system.virtualMachines.some(
        (vm) => input.system.protectionDomains[vm.protectionDomain] === domain,
      ),
  )
  return view.devices.flatMap(({ node, enabled, reach, ranges, maps }) => {
    if (!enabled || reach === "none" || node === view.gic?.node) return []
    return gicInterrupts(input.guestTree, node, view.gic).flatMap((interrupt) => {
      const { intid } = interrupt
      if (interrupt.kind !== "spi" || view.domain.irqs.some(({ irq }) => irq === intid)) return []
      return others.flatMap((domain) => {
        const irq = domain.irqs.find((one) => one.irq === intid)
        const drives = domain.maps.some(({ region }) => {
          const base = input.system.memoryRegions[region]?.physAddr
          const size = input.system.memoryRegions[region]?.size ?? 0
          return base !== undefined && ranges.some((one) => overlaps(one, { base, size }))
        })
        if (irq === undefined || drives) return []
        const message =
          `interrupt ${intid} of ${nodeText(node)}, which '${view.vm.name}' has, goes to '${domain.name}', and ` +
          `not to its VMM '${view.domain.name}': the guest never sees it`
        const edits = [
          ...removeElement(input.sources.system, irq.place),
          ...giveIrqs(input, view, [interrupt]),
        ]
        const there = maps
          .slice(0, 1)
          .map(({ map }) => related(map.place, "the guest has the device by this map"))
        const remedy = `move the <irq> to protection domain '${view.domain.name}'`
        const more = { code: "irq-in-other-domain", related: there, fixes: fix("move-irq", remedy, edits) }
        return [warningAt(irq.place, message, remedy, more)]
      })
    })
  })
}
