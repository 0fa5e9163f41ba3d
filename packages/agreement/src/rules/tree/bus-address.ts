// SPDX-License-Identifier: BSD-2-Clause
//
// Regions at an address that only a bus knows: the `reg` of a device below a bus with `ranges` counts from the bus, and
// the `.system` file wants what the CPU sees. Devicetree Specification v0.4, 2.3.8.

import { addressCells, type DtNode, propCells, regEntries, sizeCells } from "@vmm/devicetree"
import { type Diagnostic, errorAt } from "@vmm/diagnostic"
import type { MemoryRegion, RegionMap } from "@vmm/system"

import { deviceNodes, gicOf, nodeText, rangesOf } from "../../devices.ts"
import { attributePlace, setAttribute } from "../../edit/system-edit.ts"
import { type GuestView, guestViews } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { groupedHex, hex, MIB, overlaps, PAGE, pagesOf, roundDown } from "../../words.ts"
import { consoleNodes } from "../console/uarts.ts"
import { fix, propertyPlace, related } from "../rule.ts"

/** An entry of `reg` that a bus moves. */
interface Moved {
  readonly node: DtNode
  /** As the tree writes it. */
  readonly bus: number
  /** As the CPU sees it. */
  readonly cpu: number
}

function movedOf(node: DtNode): readonly Moved[] {
  const { parent } = node
  const cells = propCells(node, "reg")
  if (parent === undefined || cells === undefined) return []
  const [wide, long] = [addressCells(parent), sizeCells(parent)]
  if (wide < 1 || wide > 2) return []
  return regEntries(node).flatMap((entry, index) => {
    const at = index * (wide + long)
    const bus = cells.slice(at, at + wide).reduce((sum, cell) => sum * 2 ** 32 + cell, 0)
    return entry === undefined || entry.address === bus ? [] : [{ node, bus, cpu: entry.address }]
  })
}

const pageOf = (address: number): number => roundDown(address, PAGE)

/** True when nobody would look for RAM there: every guest that has the region has it uncached, and it is small. */
function isDevice(input: Agreement, region: MemoryRegion, maps: readonly RegionMap[]): boolean {
  const inRam = input.ram.some((ram) => overlaps(ram, { base: region.physAddr ?? 0, size: region.size }))
  return !inRam || (region.size < MIB && maps.length > 0 && maps.every((map) => !map.cached))
}

/** The node that is meant: the console, the interrupt controller, one that the guest uses; the first of several. */
function meantOf(input: Agreement, views: readonly GuestView[], found: readonly Moved[]): Moved | undefined {
  const consoles = new Set(views.flatMap((view) => [...consoleNodes(input, view)].map(({ path }) => path)))
  const used = new Set(
    views.flatMap((view) =>
      view.devices.filter(({ enabled, reach }) => enabled && reach === "none").map(({ node }) => node.path),
    ),
  )
  const gic = gicOf(input.hardware)?.node
  return (
    found.find(({ node }) => consoles.has(node.path)) ??
    found.find(({ node }) => node === gic) ??
    found.find(({ node }) => used.has(node.path)) ??
    found[0]
  )
}

/** Regions with the address of a device on its bus. */
export function busAddresses(input: Agreement): readonly Diagnostic[] {
  const { system } = input.sources
  const nodes = deviceNodes(input.hardware)
  const moved = nodes.flatMap(movedOf)
  if (moved.length === 0) return []
  const real = nodes.flatMap(rangesOf).map(pagesOf)
  const gic = gicOf(input.hardware)?.node
  return input.system.memoryRegions.flatMap((region, index) => {
    const { physAddr } = region
    if (physAddr === undefined) return []
    const there = { base: physAddr, size: region.size }
    if (real.some((range) => overlaps(range, there))) return []
    const near = moved.filter(({ bus }) => pageOf(bus) === pageOf(physAddr))
    const maps = input.system.virtualMachines.flatMap((vm) => vm.maps.filter((map) => map.region === index))
    if (near.length === 0 || !isDevice(input, region, maps)) return []
    const meant = meantOf(input, guestViews(input), near)
    if (meant === undefined) return []
    const phys = groupedHex(physAddr - pageOf(meant.bus) + pageOf(meant.cpu))
    // What is mapped by the same count moves with it.
    const own = moved.filter(({ node }) => node === meant.node)
    const edits = maps.flatMap((map) => {
      const by = own.find(({ bus }) => pageOf(bus) === pageOf(map.vaddr))
      const vaddr = by === undefined ? undefined : groupedHex(map.vaddr - pageOf(by.bus) + pageOf(by.cpu))
      return vaddr === undefined ? [] : setAttribute(system, map.place, "vaddr", vaddr)
    })
    const fixes = fix("cpu-address", `write phys_addr="${phys}"`, [
      ...setAttribute(system, region.place, "phys_addr", phys),
      ...edits,
    ])
    const bus = meant.node.parent?.path ?? "/"
    const message =
      `memory region '${region.name}' is at ${hex(meant.bus)}, where ${nodeText(meant.node)} is on its bus: the CPU ` +
      `sees it at ${hex(meant.cpu)}`
    const vaddr = edits.length === 0 ? "" : ", and its vaddr likewise"
    const remedy = `write phys_addr="${phys}"${vaddr}: the ranges of ${bus}, and of what is above it, move its reg`
    const same = nodes.filter((node) =>
      rangesOf(node).some((range) => overlaps(pagesOf(range), { base: pageOf(meant.cpu), size: PAGE })),
    )
    const more = same.map((node) => related(propertyPlace(node, "reg"), `reg of ${nodeText(node)}`))
    const code = meant.node === gic ? "gic-bus-address" : "region-bus-address"
    const place = attributePlace(system, region.place, "phys_addr")
    return [errorAt(place, message, remedy, { code, related: more, fixes })]
  })
}
