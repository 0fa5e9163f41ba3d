// SPDX-License-Identifier: BSD-2-Clause
//
// Maps of devices that do not fit the guest's tree: of devices that it disables, of a part of their registers only, or
// over far more than it has.

import { type Diagnostic, warningAt } from "@vmm/diagnostic"

import { gicInterrupts, gicOf, nodeText } from "../../devices.ts"
import { attributePlace, removeElement, setAttribute } from "../../edit/system-edit.ts"
import { enableNode } from "../../edit/tree-edit.ts"
import type { GuestDevice, GuestMap, GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { endOf, groupedHex, listText, overlaps, PAGE, rangeText, roundUp } from "../../words.ts"
import { consoleNodes } from "../console/uarts.ts"
import { giveDevices, needsOf } from "./needs.ts"
import { displaced } from "../tree/displaced.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

/** A map whose devices the guest's tree all disables. */
export const disabled: Rule = (input, view) => {
  const consoles = consoleNodes(input, view)
  const gic = gicOf(input.guestTree, true)
  const moved = new Set(displaced(input, view).map(({ map }) => map))
  return view.maps.flatMap((map) => {
    if (map.ram || moved.has(map)) return []
    const held = view.devices.filter(({ ranges }) => ranges.some((range) => overlaps(range, map)))
    if (held.length === 0 || held.some((device) => device.enabled)) return []
    const told = held.some(({ node }) => consoles.has(node) || node === gic?.node)
    const needed = told || needsOf(input, view).some((need) => held.includes(need.needed))
    return needed ? [] : [disabledMap(input, view, map, held)]
  })
}

/** Takes out a map, its region when nothing else maps that, and the interrupts of the devices that it holds. */
function withoutMap(
  input: Agreement,
  view: GuestView,
  { map, region }: GuestMap,
  held: readonly GuestDevice[],
) {
  const { system, sources } = input
  const { protectionDomains, virtualMachines } = system
  const users = [...protectionDomains, ...virtualMachines].flatMap(({ maps }) => maps)
  const others = users.some((one) => one.region === map.region && one.place !== map.place)
  const raised = held.flatMap(({ node }) => gicInterrupts(input.guestTree, node, view.gic))
  const irqs = view.domain.irqs.filter(({ irq }) => raised.some(({ intid }) => intid === irq))
  const places = [map.place, ...(others ? [] : [region.place]), ...irqs.map(({ place }) => place)]
  return places.flatMap((place) => removeElement(sources.system, place))
}

function disabledMap(
  input: Agreement,
  view: GuestView,
  map: GuestMap,
  held: readonly GuestDevice[],
): Diagnostic {
  const { sources } = input
  const names = listText(held.map(({ node }) => nodeText(node)))
  const message = `'${map.region.name}' is mapped in '${view.vm.name}', and disabled in the guest's tree: ${names}`
  const there = held.map(({ node }) => related(propertyPlace(node, "status"), `${node.path} is disabled`))
  const enable = held.slice(0, 1).flatMap(({ node }) => enableNode(sources, node))
  const fixes = [
    ...fix("unmap", `do not map '${map.region.name}'`, withoutMap(input, view, map, held)),
    ...fix("enable-node", `enable ${nodeText(held[0]?.node ?? input.guestTree.root)}`, enable),
  ]
  const remedy = "enable the node in the overlay, or remove the map: no driver of the guest uses it"
  return warningAt(map.map.place, message, remedy, { code: "device-mapped-disabled", related: there, fixes })
}

/** The region that holds registers of the device which the machine is not given. */
const unmappedRegion = ({ system }: Agreement, view: GuestView, { ranges }: GuestDevice) =>
  system.memoryRegions.find(
    (region) =>
      region.physAddr !== undefined &&
      !view.maps.some((map) => map.region === region) &&
      ranges.some((range) => overlaps(range, { base: region.physAddr ?? 0, size: region.size })),
  )

/** Registers that reach beyond the map, or that another region has. */
export const partly: Rule = (input, view) =>
  view.devices.flatMap((device) => {
    const { node, enabled, reach, maps, ranges } = device
    const [map] = maps
    if (!enabled || reach !== "part" || device.emulated || node === view.gic?.node || map === undefined)
      return []
    const short = ranges.some((range) =>
      maps.some((one) => overlaps(one, range) && endOf(one) < endOf(range)),
    )
    const { system } = input.sources
    const rest = ranges.filter((range) => !maps.some((one) => overlaps(one, range)))
    const forgotten = short ? undefined : unmappedRegion(input, view, device)
    const place = short
      ? attributePlace(system, map.region.place, "size")
      : forgotten === undefined
        ? map.map.place
        : attributePlace(system, forgotten.place, "name")
    const message =
      `${nodeText(node)} has registers at ${listText(ranges.map(rangeText))}, and '${view.vm.name}' gets ` +
      `${listText(maps.map((one) => rangeText({ base: one.base, size: one.size })))} of them` +
      (forgotten === undefined ? "" : `: nothing maps '${forgotten.name}', where others are`)
    const there = [
      related(propertyPlace(node, "reg"), "its registers"),
      related(map.map.place, "mapped here"),
    ]
    const fixes = fix("map-rest", `map the rest of ${nodeText(node)}`, giveDevices(input, view, [device]))
    const remedy = short
      ? "make the memory region as large as the device's reg"
      : `map the rest too: ${listText(rest.map(rangeText))}`
    return [warningAt(place, message, remedy, { code: "device-partly-mapped", related: there, fixes })]
  })

/**
 * A region sixteen times (a digit 0 more) as long as the devices that the guest has in it, and over others that its
 * tree disables: the guest could touch what stays with the host.
 */
export const tooLong: Rule = (input, view) =>
  view.maps.flatMap((map) => {
    if (map.ram) return []
    const held = view.devices.filter(({ ranges }) => ranges.some((range) => overlaps(range, map)))
    const endOfAll = ({ ranges }: GuestDevice) =>
      Math.max(...ranges.filter((range) => overlaps(range, map)).map(endOf))
    const used = held.filter(({ enabled }) => enabled)
    const end = roundUp(Math.max(...used.map(endOfAll)), PAGE)
    const beyond = held.filter(({ ranges }) => ranges.every(({ base }) => base >= end))
    const own = end - map.base
    if (used.length === 0 || beyond.length === 0 || !zeroMore(map.size, own)) return []
    const { system } = input.sources
    const names = listText(
      beyond.map(({ node }) => nodeText(node)),
      4,
    )
    const message =
      `'${map.region.name}' gives '${view.vm.name}' ${rangeText({ base: map.base, size: map.size })}, and with ` +
      `${listText(used.map(({ node }) => `'${node.name}'`))} what the guest's tree disables: ${names}`
    const text = groupedHex(own)
    const fixes = fix(
      "region-size",
      `write size="${text}"`,
      setAttribute(system, map.region.place, "size", text),
    )
    const there = [
      ...used.slice(0, 1).map(({ node }) => related(propertyPlace(node, "reg"), `'${node.name}' ends here`)),
      related(map.map.place, "mapped here"),
    ]
    const more = { code: "region-zero-more", related: there, fixes }
    return [
      warningAt(attributePlace(system, map.region.place, "size"), message, `write size="${text}"`, more),
    ]
  })

/** `size` is `own` with zeros of hexadecimal behind it. */
function zeroMore(size: number, own: number): boolean {
  for (let long = own * 16; long <= size; long *= 16) if (long === size) return true
  return false
}
