// SPDX-License-Identifier: BSD-2-Clause
//
// Memory of devices that the guest has, where its tree hands it out: the SMMU that their DMA goes through
// (bindings/iommu/iommu.txt), the reserved memory that they work in (reserved-memory.yaml, memory-region), and what
// their bus can reach (dma-ranges, Devicetree Specification v0.4, 2.3.9).

import {
  addressCells,
  type DtNode,
  findByPath,
  findByPhandle,
  isEnabled,
  propCells,
  regRanges,
  sizeCells,
} from "@vmm/devicetree"
import { type Diagnostic, type Fix, warningAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { setAttribute } from "../../edit/system-edit.ts"
import { deleteTreeProperty, disableNodes, enableNode, setTreeProperty } from "../../edit/tree-edit.ts"
import type { GuestDevice, GuestMap, GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import {
  countText,
  endOf,
  gapsOf,
  groupedHex,
  hex,
  holds,
  LARGE_PAGE,
  listText,
  type Range,
} from "../../words.ts"
import { rangeText, roundUp, sizeText } from "../../words.ts"
import { bootRam, memoryNodes } from "./memory-node.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"
import { isMaster } from "../devices/sharing.ts"

const given = (view: GuestView): readonly GuestDevice[] =>
  view.devices.filter(({ node, enabled, reach }) => enabled && reach !== "none" && node !== view.gic?.node)

const number = (cells: readonly number[]): number => cells.reduce((sum, cell) => sum * 2 ** 32 + cell, 0)

/** Why an SMMU is of no use to the guest; undefined when it has it. */
function smmuTrouble(view: GuestView, smmu: DtNode | undefined): string | undefined {
  if (smmu === undefined) return "names no node of the guest's tree"
  if (!isEnabled(smmu)) return `names ${nodeText(smmu)}, which the guest's tree disables`
  const device = view.devices.find(({ node }) => node === smmu)
  const lost = device?.reach === "none" && !device.emulated && view.simpleVmm
  return lost ? `names ${nodeText(smmu)}, which '${view.vm.name}' is not given` : undefined
}

/** Devices whose driver waits for an SMMU that does not come. */
const iommus: Rule = (input, view) => {
  const found = given(view).flatMap(({ node }) => {
    const cells = propCells(node, "iommus")
    if (cells?.[0] === undefined) return []
    const why = smmuTrouble(view, findByPhandle(input.guestTree, cells[0]))
    return why === undefined ? [] : [{ node, why, smmu: findByPhandle(input.guestTree, cells[0]) }]
  })
  return lostIommus(input, found)
}

interface LostIommu {
  readonly node: DtNode
  readonly why: string
  readonly smmu: DtNode | undefined
}

function lostIommus(input: Agreement, found: readonly LostIommu[]): readonly Diagnostic[] {
  const [first] = found
  if (first === undefined) return []
  const nodes = found.map(({ node }) => node)
  const more = nodes.length === 1 ? "" : ` (and ${countText(nodes.length - 1, "other device")})`
  const message = `iommus of ${nodeText(first.node)}${more} ${first.why}: Linux lets no driver in before it comes`
  const smmus = [...new Set(found.flatMap(({ smmu }) => (smmu !== undefined && isEnabled(smmu) ? smmu : [])))]
  const edits = [
    ...nodes.flatMap((node) => deleteTreeProperty(input.sources, node, "iommus")),
    ...disableNodes(input.sources, smmus),
  ]
  const fixes = fix(
    "no-iommus",
    `take iommus away from ${listText(
      nodes.map(({ name }) => `'${name}'`),
      4,
    )}`,
    edits,
    ["Without an SMMU a device reaches all memory; it is given guest addresses, so RAM must lie one to one."],
  )
  const remedy = "take iommus out of the guest's tree, and let RAM lie where the guest sees it"
  const others = smmus.map((node) => related(node.place, `${nodeText(node)} stays with the host`))
  const parts = found.length === 1 ? [] : found.flatMap((one) => lostIommus(input, [one]))
  const told = { code: "iommu-not-given", related: others, fixes, ...(parts.length === 0 ? {} : { parts }) }
  return [warningAt(propertyPlace(first.node, "iommus"), message, remedy, told)]
}

const rangesIn = (node: DtNode): readonly Range[] =>
  regRanges(node).map(({ address, size }) => ({ base: address, size }))

/** Why a driver does not get its reserved memory; undefined when it does. */
function regionTrouble(view: GuestView, region: DtNode | undefined): string | undefined {
  if (region === undefined) return "names no node of the guest's tree"
  const what = `names reserved memory '${region.name}'`
  if (!isEnabled(region)) return `${what}, which the guest's tree disables`
  const outside = rangesIn(region).find((range) => !view.maps.some((map) => holds(map, range)))
  return outside && `${what}, and '${view.vm.name}' has no memory at ${rangeText(outside)}`
}

/** memory-region of a device that the guest has. */
const memoryRegions: Rule = (input, view) =>
  given(view).flatMap(({ node }): Diagnostic[] => {
    const cells = propCells(node, "memory-region") ?? []
    const nodes = cells.map((cell) => findByPhandle(input.guestTree, cell))
    const [at] = nodes.flatMap((one, index) => (regionTrouble(view, one) === undefined ? [] : [index]))
    if (at === undefined) return []
    const region = nodes[at]
    const message = `memory-region of ${nodeText(node)} ${regionTrouble(view, region)}: its driver fails without it`
    const enable =
      region !== undefined && !isEnabled(region) && regionTrouble(view, enabled(region)) === undefined
    const fixes = [
      ...fix("enable-region", `enable '${region?.name}'`, enable ? enableNode(input.sources, region) : []),
      ...fix("no-memory-region", "take memory-region away: the driver takes memory of the guest's RAM", [
        ...deleteTreeProperty(input.sources, node, "memory-region"),
      ]),
      ...fix("disable-user", `disable '${node.name}'`, disableNodes(input.sources, [node])),
    ]
    const remedy = fixes[0]?.title ?? "let it name reserved memory inside of the guest's RAM"
    const others = region === undefined ? [] : [related(region.place, "the reserved memory")]
    const more = { code: "memory-region-lost", related: others, fixes }
    return [warningAt(propertyPlace(node, "memory-region"), message, remedy, more)]
  })

/** A node as it is when it is enabled. */
const enabled = (node: DtNode): DtNode => ({
  ...node,
  properties: new Map([...node.properties].filter(([name]) => name !== "status")),
})

/** Reserved memory that Linux is to find a place for, and that the guest's RAM does not hold. */
const dynamic: Rule = (input, view) => {
  const nodes = findByPath(input.guestTree, "/reserved-memory")?.children.filter(isEnabled) ?? []
  const total = view.ram.reduce((sum, { size }) => sum + size, 0)
  return nodes.flatMap((node): Diagnostic[] => {
    const size = number(propCells(node, "size") ?? [])
    if (node.properties.has("reg") || size === 0 || node.parent === undefined) return []
    const cells = propCells(node, "alloc-ranges") ?? []
    const wide = addressCells(node.parent)
    const all = wide + sizeCells(node.parent)
    const windows = Array.from({ length: Math.floor(cells.length / all) }, (_, index) => {
      const own = cells.slice(index * all, (index + 1) * all)
      return { base: number(own.slice(0, wide)), size: number(own.slice(wide)) }
    })
    const room = (ram: Range) =>
      windows.length === 0
        ? ram.size
        : Math.max(...windows.map((one) => Math.min(endOf(one), endOf(ram)) - Math.max(one.base, ram.base)))
    if (view.ram.length === 0 || view.ram.some((ram) => room(ram) >= size)) return []
    const where = windows.length === 0 ? "" : ` in ${windows.map(rangeText).join(", ")}`
    const message =
      `reserved memory '${node.name}' wants ${sizeText(size)}${where}, which the ${sizeText(total)} of RAM of ` +
      `'${view.vm.name}' ${total >= size ? "do not have there" : "are not"}: Linux leaves it out`
    const place = propertyPlace(node, "alloc-ranges", "size")
    const fixes = fix(
      "no-reserve",
      `disable '${node.name}' in the guest's tree`,
      disableNodes(input.sources, [node]),
    )
    const remedy = "disable it, or make it smaller, in the guest's overlay"
    return [warningAt(place, message, remedy, { code: "reserved-too-large", fixes })]
  })
}

/** What a bus lets its devices reach, in CPU addresses; undefined where it says nothing. */
function dmaWindow(bus: DtNode): readonly Range[] | undefined {
  const cells = propCells(bus, "dma-ranges")
  if (cells === undefined || cells.length === 0 || bus.parent === undefined) return undefined
  const [inner, outer, size] = [addressCells(bus), addressCells(bus.parent), sizeCells(bus)]
  const all = inner + outer + size
  return Array.from({ length: Math.floor(cells.length / all) }, (_, index) => {
    const own = cells.slice(index * all + inner, (index + 1) * all)
    return { base: number(own.slice(0, outer)), size: number(own.slice(outer)) }
  })
}

/** The guest's RAM where the bus reaches it, one to one, at a place of the board that nothing else has. */
function movedRam(input: Agreement, view: GuestView, ram: GuestMap, reach: readonly Range[]): readonly Fix[] {
  const { system, sources } = input
  const fixed = system.memoryRegions.flatMap((region) =>
    region === ram.region || region.physAddr === undefined
      ? []
      : [{ base: region.physAddr, size: region.size }],
  )
  const maps = view.maps.filter((map) => map !== ram)
  const free = input.ram
    .flatMap((range) => gapsOf(range, [...fixed, ...input.kept, ...maps]))
    .flatMap((range) => reach.map((one) => common(range, one)))
  const room = free.find(({ base, size }) => roundUp(base, LARGE_PAGE) + ram.size <= base + size)
  const [node] = memoryNodes(input)
  if (room === undefined || node === undefined) return []
  const base = roundUp(room.base, LARGE_PAGE)
  const [place, wide] = [groupedHex(base), (node.properties.get("reg")?.value.length ?? 16) >= 16]
  const cell = (value: number) =>
    wide ? `${hex(Math.floor(value / 2 ** 32))} ${hex(value % 2 ** 32)}` : hex(value)
  const title = `put RAM '${ram.region.name}' at ${place}, where the bus reaches it`
  return fix("move-ram", title, [
    ...setAttribute(sources.system, ram.region.place, "phys_addr", place),
    ...setAttribute(sources.system, ram.map.place, "vaddr", place),
    ...setTreeProperty(input.sources, node, "reg", `<${cell(base)} ${cell(ram.size)}>`),
  ])
}

function common(a: Range, b: Range): Range {
  const base = Math.max(a.base, b.base)
  return { base, size: Math.max(0, Math.min(endOf(a), endOf(b)) - base) }
}

/** dma-ranges that an overlay of the guest has made up: empty, it lets the devices reach everything. */
function freeBus(input: Agreement, bus: DtNode): readonly Fix[] {
  const file = bus.properties.get("dma-ranges")?.place.file
  if (!input.sources.overlays.some((overlay) => overlay.file === file)) return []
  const edits = deleteTreeProperty(input.sources, bus, "dma-ranges")
  return fix("no-dma-ranges", `take dma-ranges of '${bus.name}' out of the overlay`, edits)
}

/** RAM that the bus of a device does not reach. */
const window: Rule = (input, view) => {
  const told = new Set<DtNode>()
  return given(view).flatMap(({ node }): Diagnostic[] => {
    const [ram] = bootRam(view)
    if (!isMaster(node) || ram === undefined) return []
    for (let bus = node.parent; bus !== undefined; bus = bus.parent) {
      const reach = dmaWindow(bus)
      if (reach === undefined || told.has(bus)) continue
      told.add(bus)
      const there = { base: ram.phys ?? ram.base, size: ram.size }
      if (reach.some((one) => holds(one, there) || holds(one, ram))) return []
      const message =
        `dma-ranges of '${bus.name}' lets ${nodeText(node)} reach ${reach.map(rangeText).join(", ")}, and the RAM of ` +
        `'${view.vm.name}' lies at ${rangeText(there)}: Linux copies through other memory or refuses`
      const fixes = [...freeBus(input, bus), ...movedRam(input, view, ram, reach)]
      const remedy =
        fixes[0]?.title ?? "put the guest's RAM where its devices reach it, by phys_addr and vaddr"
      const others = [related(ram.map.place, `RAM '${ram.region.name}'`)]
      const more = { code: "dma-ranges-miss-ram", related: others, fixes }
      return [warningAt(propertyPlace(bus, "dma-ranges"), message, remedy, more)]
    }
    return []
  })
}

export const dmaMemory: readonly Rule[] = [iommus, memoryRegions, dynamic, window]
