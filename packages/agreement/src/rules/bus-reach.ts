// SPDX-License-Identifier: BSD-2-Clause
//
// Devices that lie outside of the `ranges` of a bus above them: their addresses lead nowhere, and a guest finds none of
// their registers (Devicetree Specification v0.4, 2.3.8). Buses without `ranges` are tree-shape.ts's.

import { compatibleOf, type DtNode, isEnabled, stoppingBus, walk } from "@vmm/devicetree"
import { type Diagnostic, warningAt } from "@vmm/diagnostic"

import type { Agreement } from "../input.ts"
import { countText, hex, listText } from "../words.ts"
import { propertyPlace, related } from "./rule.ts"

interface Outside {
  readonly node: DtNode
  /** Address on the bus that stops it. */
  readonly address: number
}

function stopped(input: Agreement): ReadonlyMap<DtNode, readonly Outside[]> {
  const found = new Map<DtNode, readonly Outside[]>()
  for (const node of walk(input.guestTree.root)) {
    const stop = isEnabled(node) && compatibleOf(node).length > 0 ? stoppingBus(node) : undefined
    if (stop === undefined) continue
    found.set(stop.bus, [...(found.get(stop.bus) ?? []), { node, address: stop.address }])
  }
  return found
}

/** Whether a memory region is where the device's reg or its name says. */
function wanted({ system }: Agreement, { node, address }: Outside): boolean {
  const unit = Number.parseInt(node.name.split("@")[1] ?? "", 16)
  return system.memoryRegions.some(({ physAddr }) => physAddr === address || physAddr === unit)
}

/** Each bus whose ranges do not reach what hangs on it; one device among many is told at its reg. */
export function busReach(input: Agreement): readonly Diagnostic[] {
  return [...stopped(input)].flatMap(([bus, outside]) => {
    const [first] = outside
    if (first === undefined) return []
    const inside = bus.children.filter((one) => one.properties.has("reg") && stoppingBus(one) === undefined)
    const names = listText(
      outside.map(({ node }) => `'${node.name}'`),
      4,
    )
    const nowhere = "nobody finds the registers"
    const code = "bus-ranges-short"
    if (outside.length === 1 && inside.length > 0 && first.node.parent === bus) {
      // Trees have routers whose registers nobody looks for: the .system file tells what is wanted.
      if (!wanted(input, first)) return []
      const message = `${names} is at ${hex(first.address)}, outside of the ranges of '${bus.name}': ${nowhere}`
      const there = [related(propertyPlace(bus, "ranges"), `the ranges of '${bus.name}'`)]
      const remedy = "correct its reg, or the size in the ranges of the bus"
      return [warningAt(propertyPlace(first.node, "reg"), message, remedy, { code, related: there })]
    }
    const farthest = Math.max(...outside.map(({ address }) => address))
    const many = countText(outside.length, "device")
    const message = `the ranges of '${bus.name}' do not reach ${many} on it, ${names}: ${nowhere}`
    const there = outside
      .slice(0, 60)
      .map(({ node, address }) => related(propertyPlace(node, "reg"), `'${node.name}' is at ${hex(address)}`))
    const remedy = `correct the size in ranges (the last cell of its entry): they are at up to ${hex(farthest)}`
    return [warningAt(propertyPlace(bus, "ranges"), message, remedy, { code, related: there })]
  })
}
