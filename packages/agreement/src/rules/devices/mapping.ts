// SPDX-License-Identifier: BSD-2-Clause
//
// Whether a map leads where it says: the guest's tree has a device at an IPA, the board's tree has it at a physical
// address, and the map must lead from the one to the other, uncached, with the right to read and write.

import { compatibleOf, type DtNode } from "@vmm/devicetree"
import { type Diagnostic, errorAt, type Fix, warningAt } from "@vmm/diagnostic"

import { deviceNodes, nodeText, rangesOf } from "../../devices.ts"
import { attributePlace, setAttribute } from "../../edit/system-edit.ts"
import { setTreeProperty } from "../../edit/tree-edit.ts"
import { memoryNodes } from "../../guest-memory.ts"
import type { GuestDevice, GuestMap, GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import {
  groupedHex,
  hex,
  LARGE_PAGE,
  MIB,
  overlaps,
  type Range,
  rangeText,
  roundDown,
  sizeText,
} from "../../words.ts"
import { consoleNodes } from "../console/uarts.ts"
import { deviceMaps, displaced, physicalOf, placeless } from "../tree/displaced.ts"
import { movedReg } from "../tree/moved-reg.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"
import { standsIn } from "./twins.ts"

const elsewhere: Rule = (input, view) =>
  displaced(input, view).map(({ map, nodes, wanted }) => {
    const moved = movedReg(input, view, map, nodes)
    if (moved !== undefined) return moved
    const { system } = input.sources
    const [node] = nodes
    const name = node === undefined ? "a device" : nodeText(node)
    const place = attributePlace(system, map.map.place, "vaddr")
    const vaddr = groupedHex(wanted)
    const message =
      `'${map.region.name}', the registers of ${name}, is mapped at ${hex(map.base)} in '${view.vm.name}', and the ` +
      `guest's tree has them at ${hex(wanted)}`
    const there = nodes.map((one) =>
      related(propertyPlace(one, "reg"), `the guest looks for ${nodeText(one)} here`),
    )
    const fixes = fix("vaddr", `write vaddr="${vaddr}"`, setAttribute(system, map.map.place, "vaddr", vaddr))
    return errorAt(place, message, `write vaddr="${vaddr}"`, {
      code: "device-mapped-elsewhere",
      related: there,
      fixes,
    })
  })

/** Registers that are RAM, as nobody says where they are. */
const withoutPlace: Rule = (input, view) =>
  placeless(input, view).map(({ map, node, phys }) => {
    const { name, place } = map.region
    const at = groupedHex(phys)
    const message =
      `memory region '${name}' has no phys_addr, so that it is RAM, and '${view.vm.name}' maps it at ` +
      `${hex(map.base)}, where its tree has ${nodeText(node)}: what it writes there reaches no device`
    const there = [
      related(map.map.place, "mapped here"),
      related(propertyPlace(node, "reg"), `the guest looks for ${nodeText(node)} here`),
    ]
    const edits = setAttribute(input.sources.system, place, "phys_addr", at)
    const fixes = fix("phys-addr", `write phys_addr="${at}"`, edits)
    const more = { code: "region-without-place", related: there, fixes }
    return errorAt(place, message, `write phys_addr="${at}"`, more)
  })

function boardNodesAt(input: Agreement, range: Range): readonly DtNode[] {
  return deviceNodes(input.hardware).filter((node) => rangesOf(node).some((one) => overlaps(one, range)))
}

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "")

/** Whether a memory region is called as a node is: its name, a label, or what it is compatible with. */
function calledAs(name: string, node: DtNode): boolean {
  const own = lettersOf(name)
  const words = [node.name.split("@")[0] ?? "", ...node.labels]
  const kinds = compatibleOf(node).map((one) => one.split(",")[1] ?? one)
  return words.some((word) => lettersOf(word) === own) || kinds.some((kind) => lettersOf(kind).endsWith(own))
}

/** The device behind a map by whose name its region goes, and not by that of the device that the guest looks for. */
function meantBehind(view: GuestView, map: GuestMap, wanted: DtNode, behind: readonly DtNode[]) {
  if (calledAs(map.region.name, wanted)) return undefined
  const nodes = behind.filter((node) => calledAs(map.region.name, node))
  return view.devices.find(({ node, enabled }) => enabled && nodes.some(({ path }) => path === node.path))
}

/** Devices that the guest looks for in a map, and finds there when it lies at `base` and leads to `phys`. */
function served(input: Agreement, view: GuestView, base: number, phys: number, size: number): number {
  const fits = ({ node, enabled, ranges }: GuestDevice) =>
    enabled &&
    node !== view.gic?.node &&
    ranges.some((range, index) => {
      const behind = physicalOf(input, node)[index]?.base
      return behind !== undefined && overlaps(range, { base, size }) && behind - phys === range.base - base
    })
  return view.devices.filter(fits).length
}

/** The device behind a map, when the guest finds more of its devices in the region once the map moves to that one. */
function betterMoved(
  input: Agreement,
  view: GuestView,
  { base, size, phys = 0 }: GuestMap,
  behind: readonly DtNode[],
  expected: number,
): GuestDevice | undefined {
  const device = view.devices.find(
    ({ node, enabled }) => enabled && behind.some(({ path }) => path === node.path),
  )
  const [range] = device?.ranges ?? []
  const at = device === undefined ? undefined : physicalOf(input, device.node)[0]?.base
  if (range === undefined || at === undefined) return undefined
  const moved = served(input, view, range.base - (at - phys), phys, size)
  return moved > served(input, view, base, expected, size) ? device : undefined
}

/** Region and device are one by their names: the map is at the wrong IPA. */
function notThere(
  input: Agreement,
  view: GuestView,
  { map, region, base, phys = 0 }: GuestMap,
  wanted: DtNode,
  { node, ranges }: GuestDevice,
): Diagnostic {
  const { system } = input.sources
  const behind = physicalOf(input, node)[0]?.base ?? phys
  const text = groupedHex((ranges[0]?.base ?? behind) - (behind - phys))
  const message =
    `'${region.name}', the registers of ${nodeText(node)}, is mapped at ${hex(base)} in '${view.vm.name}', where the ` +
    `guest's tree has ${nodeText(wanted)}`
  const there = [
    related(propertyPlace(node, "reg"), `the guest looks for ${nodeText(node)} here`),
    related(propertyPlace(wanted, "reg"), `${nodeText(wanted)} is here`),
  ]
  // Two maps in each other's place change it at once: one address is not for both.
  const target = { base: Number(text.replaceAll("_", "")), size: map.size }
  const partner = view.maps.find((one) => one.map !== map && overlaps(one, target))
  const other =
    partner === undefined ? [] : setAttribute(system, partner.map.place, "vaddr", groupedHex(base))
  const edits = [...setAttribute(system, map.place, "vaddr", text), ...other]
  const title = partner === undefined ? `write vaddr="${text}"` : `exchange it with '${partner.region.name}'`
  const fixes = fix("vaddr", title, edits)
  const more = { code: "device-mapped-elsewhere", related: there, fixes }
  return errorAt(attributePlace(system, map.place, "vaddr"), message, `write vaddr="${text}"`, more)
}

/** The guest looks for one device and gets another, or nothing. */
const other: Rule = (input, view) =>
  deviceMaps(view).flatMap((map) => {
    const [found] = view.devices.flatMap((device) =>
      device.enabled && device.node !== view.gic?.node
        ? device.ranges.flatMap((range, index) => {
            const phys = physicalOf(input, device.node)[index]
            return phys !== undefined && overlaps(range, map) ? [{ node: device.node, range, phys }] : []
          })
        : [],
    )
    if (found === undefined || map.phys === undefined) return []
    const { node, range, phys } = found
    const expected = phys.base - (range.base - map.base)
    if (expected === map.phys) return []
    const { system } = input.sources
    const candidates = boardNodesAt(input, { base: map.phys, size: map.size })
    if (standsIn(input, view, node, phys, candidates)) return []
    const own =
      meantBehind(view, map, node, candidates) ?? betterMoved(input, view, map, candidates, expected)
    if (own !== undefined) return [notThere(input, view, map, node, own)]
    const behind = candidates.map(nodeText)[0]
    const message =
      `'${map.region.name}' is mapped at ${hex(map.base)}, where the guest's tree has ${nodeText(node)}, ` +
      `and leads to ` +
      `physical ${hex(map.phys)}: ${behind === undefined ? "no device of the board" : `registers of ${behind}`}`
    const text = groupedHex(expected)
    const fixes = fix(
      "phys-addr",
      `write phys_addr="${text}"`,
      setAttribute(system, map.region.place, "phys_addr", text),
    )
    const there = [
      related(map.map.place, "mapped here"),
      related(propertyPlace(node, "reg"), `${nodeText(node)} is at ${hex(phys.base)}`),
    ]
    const place = attributePlace(system, map.region.place, "phys_addr")
    return [
      errorAt(place, message, `write phys_addr="${text}"`, {
        code: "device-maps-other",
        related: there,
        fixes,
      }),
    ]
  })

const rights: Rule = (input, view) => {
  const consoles = consoleNodes(input, view)
  return deviceMaps(view).flatMap((map) => {
    const { read, write } = map.map.perms
    const [device] = view.devices.filter(
      ({ node, enabled, ranges }) =>
        enabled && node !== view.gic?.node && ranges.some((range) => overlaps(range, map)),
    )
    if ((read && write) || device === undefined) return []
    const { system } = input.sources
    const message =
      `'${view.vm.name}' may not ${read ? "write" : "read"} the registers of ` +
      `${nodeText(device.node)} ('${map.region.name}')`
    const fixes = fix("device-perms", 'write perms="rw"', setAttribute(system, map.map.place, "perms", "rw"))
    const place = attributePlace(system, map.map.place, "perms")
    const more = {
      code: "device-map-permissions",
      fixes,
      related: [related(device.node.place, "this device")],
    }
    const remedy = 'a driver reads and writes: write perms="rw"'
    return [
      consoles.has(device.node)
        ? errorAt(place, message, remedy, more)
        : warningAt(place, message, remedy, more),
    ]
  })
}

/** Registers that the guest may execute: a processor may then fetch from them by itself (Arm ARM, B2.3.7). */
const executable: Rule = (input, view) =>
  deviceMaps(view).flatMap((map) => {
    const { execute, read, write } = map.map.perms
    if (!execute) return []
    const { system } = input.sources
    const perms = `${read ? "r" : ""}${write ? "w" : ""}`
    const message =
      `'${view.vm.name}' may execute the registers of '${map.region.name}': a processor then may fetch ` +
      "from them ahead, which a device takes for reads"
    const fixes = fix(
      "device-perms",
      `write perms="${perms}"`,
      setAttribute(system, map.map.place, "perms", perms),
    )
    const place = attributePlace(system, map.map.place, "perms")
    return [warningAt(place, message, `write perms="${perms}"`, { code: "device-map-executable", fixes })]
  })

/** RAM that ends where the device begins, and memory nodes that say so. */
function belowDevice(input: Agreement, ram: GuestMap, device: Range): readonly Fix[] {
  const size = roundDown(device.base - ram.base, Math.max(ram.region.pageSize, LARGE_PAGE))
  const node = memoryNodes(input.guestTree).find((one) => rangesOf(one).some(({ base }) => base === ram.base))
  if (size < MIB || node === undefined) return []
  const cell = (value: number) => `${hex(Math.floor(value / 2 ** 32))} ${hex(value % 2 ** 32)}`
  const wide = (node.properties.get("reg")?.value.length ?? 16) >= 16
  const reg = wide ? `<${cell(ram.base)} ${cell(size)}>` : `<${hex(ram.base)} ${hex(size)}>`
  return fix("smaller-region", `make '${ram.region.name}' ${sizeText(size)}`, [
    ...setAttribute(input.sources.system, ram.region.place, "size", groupedHex(size)),
    ...setTreeProperty(input.sources, node, "reg", reg),
  ])
}

/** RAM over a device: the guest's accesses end in memory. */
const covered: Rule = (input, view) =>
  view.ram.flatMap((ram) => {
    const device = view.devices.find(
      ({ enabled, ranges }) => enabled && ranges.some((range) => overlaps(range, ram)),
    )
    if (device === undefined || device.node === view.gic?.node) return []
    const range = device.ranges.find((one) => overlaps(one, ram)) ?? ram
    const message =
      `RAM '${ram.region.name}' of '${view.vm.name}' lies at ` +
      `${rangeText({ base: ram.base, size: ram.size })}, over the ` +
      `registers of ${nodeText(device.node)} at ${rangeText(range)}`
    const there = [related(propertyPlace(device.node, "reg"), "the device's registers")]
    const place = attributePlace(input.sources.system, ram.map.place, "vaddr")
    const fixes = belowDevice(input, ram, range)
    const remedy = `map it elsewhere, or make it smaller${fixes[0] === undefined ? "" : `: ${fixes[0].title}`}`
    return [warningAt(place, message, remedy, { code: "ram-over-device", related: there, fixes })]
  })

export const mappingRules: readonly Rule[] = [elsewhere, withoutPlace, other, rights, executable, covered]
