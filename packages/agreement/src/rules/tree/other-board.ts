// SPDX-License-Identifier: BSD-2-Clause
//
// A `.system` file beside the device tree of another board: none of the devices that it gives to guests is where this
// board has one; and an overlay that speaks of another board's nodes.

import { propString, walk } from "@vmm/devicetree"
import { type Diagnostic, type Edit, errorAt, warningAt } from "@vmm/diagnostic"
import type { MemoryRegion } from "@vmm/system"

import { deviceNodes, exactNode, gicOf, rangesOf } from "../../devices.ts"
import { attributePlace, removeElement } from "../../edit/system-edit.ts"
import type { Agreement } from "../../input.ts"
import { countText, hex, overlaps, PAGE, roundDown } from "../../words.ts"
import { uartKind } from "../console/uarts.ts"
import { fix, related } from "../rule.ts"

/** So many new nodes with nothing in them are no slips. */
const STRANGE = 5

/** An overlay that sets words of nodes which the board has not: it was written for another one. */
export function otherOverlay({ guestTree, hardware, sources }: Agreement): readonly Diagnostic[] {
  const nodes = [...walk(guestTree.root)]
  return sources.overlays.flatMap(({ file }) => {
    const strange = nodes.filter(
      (node) =>
        node.place.file === file &&
        exactNode(hardware, node.path) === undefined &&
        propString(node, "status") !== undefined &&
        !node.properties.has("compatible") &&
        !node.properties.has("reg"),
    )
    const met = nodes.filter(
      ({ place, laterPlaces }) => place.file !== file && laterPlaces.some((one) => one.file === file),
    )
    const [first] = strange
    if (first === undefined || strange.length < STRANGE || strange.length <= met.length) return []
    const model = propString(hardware.root, "model") ?? hardware.root.place.file
    const message =
      `"${model}" has none of ${countText(strange.length, "node")} that this overlay disables or enables, ` +
      `${first.path} first: it is another board's`
    const there = [related(hardware.root.place, "the board's tree")]
    const remedy = "take the overlay that belongs to this board; what it was to disable is told below"
    return [warningAt(first.place, message, remedy, { code: "overlay-of-another-board", related: there })]
  })
}

/** One region may be a slip; with so many the file is another board's. */
const ENOUGH = 2

export function otherBoard(input: Agreement): readonly Diagnostic[] {
  const { system, ram, hardware, sources } = input
  const given = new Set(system.virtualMachines.flatMap(({ maps }) => maps.map(({ region }) => region)))
  const regions = system.memoryRegions.flatMap((region, index) => {
    const { physAddr, size } = region
    if (physAddr === undefined || !given.has(index)) return []
    return ram.some((one) => overlaps(one, { base: physAddr, size }))
      ? []
      : [{ region, index, physAddr, size }]
  })
  const [first] = regions
  if (first === undefined || regions.length < ENOUGH) return []
  const nodes = deviceNodes(hardware)
  const starts = nodes.flatMap((node) => rangesOf(node).map(({ base }) => roundDown(base, PAGE)))
  // A region may begin before its first device, or in the middle of a device's registers.
  const begins = ({ physAddr, size }: { readonly physAddr: number; readonly size: number }) =>
    starts.some((start) => start >= physAddr && start < physAddr + size)
  if (regions.some(begins)) return []
  const model = propString(hardware.root, "model") ?? hardware.root.place.file
  const gicv = gicOf(hardware)?.virtualInterface
  const port = nodes.find((node) => uartKind(node) !== undefined)
  const message =
    `none of ${countText(regions.length, "device region")} of this file is where "${model}" has a device: they are ` +
    "another board's"
  const own = [
    ...(gicv === undefined ? [] : [`its GICV is at ${hex(gicv.base)}`]),
    ...(port === undefined ? [] : [`'${port.name}' at ${hex(rangesOf(port)[0]?.base ?? 0)}`]),
  ]
  const remedy =
    "put the addresses of this board here and in the maps, or take the device tree that belongs to the file" +
    (own.length === 0 ? "" : `: ${own.join(", ")}`)
  const there = [related(hardware.root.place, "the board's tree")]
  const place = attributePlace(sources.system, first.region.place, "phys_addr")
  const fixes = fix(
    "other-board",
    "take them out with their maps and interrupts",
    withoutDevices(input, regions),
  )
  return [errorAt(place, message, remedy, { code: "system-of-another-board", related: there, fixes })]
}

/** Regions, their maps and the interrupts of virtual machines taken out: what this board has is given anew. */
function withoutDevices(
  { system, sources }: Agreement,
  regions: ReadonlyArray<{ readonly region: MemoryRegion; readonly index: number }>,
): readonly Edit[] {
  const gone = new Set(regions.map(({ index }) => index))
  const machines = new Set(system.virtualMachines.map((vm) => vm.protectionDomain))
  const domains = system.protectionDomains.filter((_, index) => machines.has(index))
  const maps = [...system.protectionDomains, ...system.virtualMachines].flatMap((one) => one.maps)
  const places = [
    ...regions.map(({ region }) => region.place),
    ...maps.filter(({ region }) => gone.has(region)).map((map) => map.place),
    ...domains.flatMap(({ irqs }) => irqs.map((irq) => irq.place)),
  ]
  return places.flatMap((place) => removeElement(sources.system, place))
}
