// SPDX-License-Identifier: BSD-2-Clause
//
// Devices that lie outside of the `ranges` of a bus above them: their addresses lead nowhere, and a guest finds none of
// their registers (Devicetree Specification v0.4, 2.3.8). Buses without `ranges` are tree-shape.ts's.

import { compatibleOf, type DtNode, isEnabled, stoppingBus, walk } from "@vmm/devicetree"
import { type Diagnostic, warningAt } from "@vmm/diagnostic"

import { busRangesFix } from "../../edit/bus-ranges-edit.ts"
import type { Agreement } from "../../input.ts"
import { countText, hex, listText } from "../../words.ts"
import { propertyPlace, related } from "../rule.ts"

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

/** Whether a memory region is where the device's reg or its name says; with both, the bus is what is wrong. */
function wanted({ system }: Agreement, { node, address }: Outside): "reg" | "bus" | undefined {
  const unit = Number.parseInt(node.name.split("@")[1] ?? "", 16)
  const given = system.memoryRegions.filter(({ physAddr }) => physAddr === address || physAddr === unit)
  if (given.length === 0) return undefined
  return unit === address && given.some(({ physAddr }) => physAddr === address) ? "bus" : "reg"
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
    const fixes = busRangesFix(
      input.sources,
      bus,
      outside.map(({ node }) => node),
    )
    if (outside.length === 1 && inside.length > 0 && first.node.parent === bus) {
      // Trees have routers whose registers nobody looks for: the .system file tells what is wanted.
      const party = wanted(input, first)
      if (party === undefined) return []
      const message = `${names} is at ${hex(first.address)}, outside of the ranges of '${bus.name}': ${nowhere}`
      const [ranges, reg] = [propertyPlace(bus, "ranges"), propertyPlace(first.node, "reg")]
      const theRanges = related(ranges, `the ranges of '${bus.name}'`)
      const [at, there, remedy] =
        party === "bus"
          ? [ranges, related(reg, `'${first.node.name}'`), "correct the size in the ranges of the bus"]
          : [reg, theRanges, "correct its reg, or the size in the ranges of the bus"]
      const more = { code, related: [there], fixes: party === "bus" ? fixes : [] }
      return [warningAt(at, message, remedy, more)]
    }
    const farthest = Math.max(...outside.map(({ address }) => address))
    const many = countText(outside.length, "device")
    const message = `the ranges of '${bus.name}' do not reach ${many} on it, ${names}: ${nowhere}`
    const there = outside
      .slice(0, 60)
      .map(({ node, address }) => related(propertyPlace(node, "reg"), `'${node.name}' is at ${hex(address)}`))
    const remedy = `correct the size in ranges (the last cell of its entry): they are at up to ${hex(farthest)}`
    return [warningAt(propertyPlace(bus, "ranges"), message, remedy, { code, related: there, fixes })]
  })
}
