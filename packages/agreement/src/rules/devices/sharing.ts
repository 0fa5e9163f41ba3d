// SPDX-License-Identifier: BSD-2-Clause
//
// What more than one party has: devices and RAM of two machines, and devices that do DMA, which need the guest's RAM
// where the guest believes it is, since no stage 2 translation stands between them and memory.

import { compatibleOf, type DtNode, hasProp, propCells } from "@vmm/devicetree"
import { type Diagnostic, errorAt, type Fix, warningAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { attributePlace, insertAfter, removeElement, setAttribute } from "../../edit/system-edit.ts"
import type { GuestDevice, GuestMap, GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { DMA_COMPATIBLE, DMA_NAMES } from "../../tables/dma-table.ts"
import { endOf, gapsOf, groupedHex, hex, listText, MIB, overlaps } from "../../words.ts"
import { consoleNodes } from "../console/uarts.ts"
import { bootRam } from "../memory/memory-node.ts"
import { fix, related, type Rule } from "../rule.ts"
import { freeTwin, standInFix, twinFix } from "./twins.ts"

/** A device that reads and writes memory itself. */
export function isMaster(node: DtNode): boolean {
  const name = node.name.split("@")[0] ?? ""
  if (hasProp(node, "iommus") || hasProp(node, "dma-coherent")) return true
  return DMA_NAMES.test(name) || compatibleOf(node).some((one) => DMA_COMPATIBLE.test(one))
}

/** True when a bus above the node moves DMA addresses, so that 1:1 is not what it takes. */
function translated(node: DtNode): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if ((propCells(at, "dma-ranges")?.length ?? 0) > 0 && !identity(at)) return true
  }
  return false
}

/** dma-ranges whose child and parent addresses are the same cells. */
function identity(bus: DtNode): boolean {
  const cells = propCells(bus, "dma-ranges") ?? []
  const wide = propCells(bus, "#address-cells")?.[0] ?? 2
  const outer = bus.parent === undefined ? 2 : (propCells(bus.parent, "#address-cells")?.[0] ?? 2)
  const number = (part: readonly number[]) => part.reduce((sum, cell) => sum * 2 ** 32 + cell, 0)
  return number(cells.slice(0, wide)) === number(cells.slice(wide, wide + outer))
}

function mastersOf(view: GuestView): readonly GuestDevice[] {
  return view.devices.filter(
    ({ node, enabled, reach }) => enabled && reach === "all" && isMaster(node) && !translated(node),
  )
}

export const dma: Rule = (input, view) => {
  const masters = mastersOf(view)
  if (masters.length === 0) return []
  const names = listText(masters.map(({ node }) => nodeText(node)))
  return bootRam(view).flatMap((ram) => {
    if (ram.region.physAddr === ram.base) return []
    return [dmaFinding(input, view, ram, names, masters)]
  })
}

function dmaFinding(
  input: Agreement,
  view: GuestView,
  ram: GuestMap,
  names: string,
  masters: readonly GuestDevice[],
): Diagnostic {
  const { system } = input.sources
  const fixed = ram.region.physAddr !== undefined
  const where = fixed
    ? `at physical ${hex(ram.phys ?? 0)}`
    : ram.phys === ram.base
      ? "wherever there is room, today by chance at the same address"
      : "wherever there is room"
  const message =
    `${names} of '${view.vm.name}' can do DMA, and RAM '${ram.region.name}', which the guest sees at ` +
    `${hex(ram.base)}, ` +
    `lies ${where}`
  const text = groupedHex(ram.base)
  const remedy =
    `a device is given guest addresses and takes them for physical ones: write phys_addr="${text}" so that both ` +
    "are the same (1:1), or leave the device to a domain that knows where memory is"
  const others = input.system.memoryRegions.flatMap((region) =>
    region === ram.region || region.physAddr === undefined
      ? []
      : [{ base: region.physAddr, size: region.size }],
  )
  const wanted = { base: ram.base, size: ram.size }
  const free =
    gapsOf(wanted, input.ram).length === 0 &&
    !others.some((one) => overlaps(one, wanted)) &&
    ram.base % ram.region.pageSize === 0
  const edits = free ? setAttribute(system, ram.region.place, "phys_addr", text) : []
  const fixes = fix("one-to-one", `write phys_addr="${text}"`, edits)
  const there = [
    related(ram.map.place, "the guest sees it here"),
    ...masters
      .slice(0, 6)
      .map(({ node }) => related(node.place, `${nodeText(node)} reads and writes memory itself`)),
  ]
  const place = fixed ? attributePlace(system, ram.region.place, "phys_addr") : ram.region.place
  return warningAt(place, message, remedy, { code: "dma-needs-one-to-one", related: there, fixes })
}

/** Physical memory that two machines have. */
export function shared(input: Agreement, views: readonly GuestView[]): readonly Diagnostic[] {
  const findings: Diagnostic[] = []
  views.forEach((later, index) => {
    for (const map of later.maps) {
      for (const earlier of views.slice(0, index)) {
        const other = earlier.maps.find((one) => samePages(one, map))
        if (other === undefined || isGicv(later, map)) continue
        findings.push(...sharedFinding(input, [earlier, other], [later, map]))
        break
      }
    }
  })
  return [...findings, ...domains(input, views)]
}

function samePages(a: GuestMap, b: GuestMap): boolean {
  if (a.region === b.region) return true
  if (a.phys === undefined || b.phys === undefined) return false
  return overlaps({ base: a.phys, size: a.size }, { base: b.phys, size: b.size })
}

/** Every machine has the one GICV page of its core. */
function isGicv(view: GuestView, map: GuestMap): boolean {
  const gicc = view.gic?.cpuInterface?.base
  return gicc !== undefined && gicc >= map.base && gicc < endOf(map)
}

/** A region that nobody maps, as large as a guest's RAM is. */
function unusedRam(input: Agreement): string | undefined {
  const { protectionDomains, virtualMachines, memoryRegions } = input.system
  const used = new Set(
    [...protectionDomains, ...virtualMachines].flatMap(({ maps }) => maps.map(({ region }) => region)),
  )
  const free = memoryRegions.filter(
    ({ physAddr, size }, index) => physAddr === undefined && size >= MIB && !used.has(index),
  )
  return free.length === 1 ? free[0]?.name : undefined
}

/** A region of their own for the machine and its VMM: an unused one, or a new one as large. */
function ownRam(input: Agreement, view: GuestView, { map, region }: GuestMap): readonly Fix[] {
  const { system } = input.sources
  const names = new Set(input.system.memoryRegions.map(({ name }) => name))
  const wanted = `${region.name}_${view.vm.name}`.replaceAll(/[^\w-]/g, "_")
  const unused = unusedRam(input)
  const name = unused ?? [wanted, `${wanted}_2`, `${wanted}_3`].find((one) => !names.has(one))
  if (name === undefined) return []
  const size = `size="${groupedHex(region.size)}" page_size="${groupedHex(region.pageSize)}"`
  const made = unused === undefined ? [`<memory_region name="${name}" ${size} />`] : []
  const own = view.domain.maps.filter((one) => one.region === map.region)
  return fix("own-ram", `give '${view.vm.name}' memory region '${name}'`, [
    ...(made.length === 0 ? [] : insertAfter(system, region.place, made)),
    ...[map, ...own].flatMap((one) => setAttribute(system, one.place, "mr", name)),
  ])
}

function sharedFinding(
  input: Agreement,
  [earlier, other]: readonly [GuestView, GuestMap],
  [later, map]: readonly [GuestView, GuestMap],
): readonly Diagnostic[] {
  const { system } = input.sources
  const there = [related(other.map.place, `'${earlier.vm.name}' has it by this map`)]
  const edits = removeElement(system, map.map.place)
  if (map.ram) {
    const boots = (view: GuestView, one: GuestMap) => bootRam(view)[0] === one
    if (!boots(earlier, other) || !boots(later, map)) return []
    const message =
      `'${earlier.vm.name}' and '${later.vm.name}' have the same RAM '${map.region.name}': each VMM copies its ` +
      "kernel over the other's"
    const remedy = `give '${later.vm.name}' a memory region of its own`
    const more = { code: "ram-shared", related: there, fixes: ownRam(input, later, map) }
    return [errorAt(map.map.place, message, remedy, more)]
  }
  const device = later.devices.find(({ enabled, maps }) => enabled && maps.includes(map))
  const what = device === undefined ? `registers '${map.region.name}'` : nodeText(device.node)
  const message =
    `'${earlier.vm.name}' and '${later.vm.name}' both have ${what}: two drivers set it up ` +
    `against each other`
  const port = device !== undefined && consoleNodes(input, later).has(device.node) ? device : undefined
  const twin = port === undefined ? undefined : freeTwin(input, later, port.node)
  const alone = port !== undefined && twin === undefined
  const unshare = () =>
    fix("unshare", `take it from '${later.vm.name}'`, edits, [
      "The guests share one device tree: the node stays enabled in both.",
    ])
  const fixes =
    port === undefined
      ? unshare()
      : twin === undefined
        ? standInFix(input, later, port, map)
        : twinFix(input, later, port.ranges[0]?.base ?? 0, twin, map)
  const remedy = alone
    ? `leave it to one of the two; memory in its place lets '${later.vm.name}' run, and what it prints is lost`
    : "leave it to one of the two; the other gets a virtual device, or its node disabled"
  return [warningAt(map.map.place, message, remedy, { code: "device-shared", related: there, fixes })]
}

/** A device of a machine that a domain, its VMM or another, maps too, so that both write its registers. */
function domains(input: Agreement, views: readonly GuestView[]): readonly Diagnostic[] {
  return views.flatMap((view) =>
    view.maps.flatMap((map) => {
      if (map.ram || isGicv(view, map)) return []
      const device = view.devices.find(({ enabled, maps }) => enabled && maps.includes(map))
      const other = input.system.protectionDomains.find(
        (domain) =>
          (domain !== view.domain || map.map.perms.write) &&
          domain.maps.some(
            (one) => one.region === map.map.region && (domain !== view.domain || one.perms.write),
          ),
      )
      if (device === undefined || other === undefined) return []
      const own = other.maps.find((one) => one.region === map.map.region)
      const there = own === undefined ? [] : [related(own.place, `'${other.name}' has it by this map`)]
      const message = `'${view.vm.name}' and protection domain '${other.name}' both have ${nodeText(device.node)}`
      const remedy = "leave the device to one of the two"
      const edits =
        other === view.domain && own !== undefined ? removeElement(input.sources.system, own.place) : []
      const fixes = fix("unshare", `take it from '${other.name}'`, edits)
      return [warningAt(map.map.place, message, remedy, { code: "device-shared", related: there, fixes })]
    }),
  )
}
