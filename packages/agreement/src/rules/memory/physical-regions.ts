// SPDX-License-Identifier: BSD-2-Clause
//
// Memory regions against the board, whoever maps them: fixed addresses must be RAM or registers of devices; registers
// are mapped uncached, and files are filled into RAM.

import type { DtNode } from "@vmm/devicetree"
import { type Diagnostic, errorAt, warningAt } from "@vmm/diagnostic"
import type { MemoryRegion, RegionMap } from "@vmm/system"

import { deviceNodes, nodeText, rangesOf } from "../../devices.ts"
import { attributePlace, removeAttribute, setAttribute } from "../../edit/system-edit.ts"
import type { Agreement } from "../../input.ts"
import { gapsOf, groupedHex, MIB, overlaps, pagesOf, type Range, rangeText } from "../../words.ts"
import { nowhere } from "../devices/nowhere.ts"
import { inBoth } from "./region-mixed.ts"
import { fix } from "../rule.ts"

/** Device registers that somebody maps cached. */
export function cachedDevices(input: Agreement): readonly Diagnostic[] {
  const { system, sources } = input
  const nodes = deviceNodes(input.hardware)
  const maps: readonly RegionMap[] = [
    ...system.protectionDomains.flatMap((domain) => domain.maps),
    ...system.virtualMachines.flatMap((machine) => machine.maps),
  ]
  return maps.flatMap((map) => {
    const region = system.memoryRegions[map.region]
    if (!map.cached || region?.physAddr === undefined) return []
    const range = { base: region.physAddr, size: region.size }
    const node = nodes.find((one) => rangesOf(one).some((own) => overlaps(own, range)))
    if (node === undefined || input.ram.some((ram) => overlaps(ram, range))) return []
    const message = `registers of a device ('${region.name}', ${nodeText(node)}) are mapped cached`
    const fixes = fix(
      "uncached",
      'write cached="false"',
      setAttribute(sources.system, map.place, "cached", "false"),
    )
    return [warningAt(map.place, message, 'write cached="false"', { code: "device-map-cached", fixes })]
  })
}

const looksLikeRam = (input: Agreement, region: MemoryRegion, index: number): boolean =>
  region.size >= MIB &&
  input.system.virtualMachines.some((vm) => vm.maps.some((map) => map.region === index && map.perms.execute))

/** Fixed regions that are neither RAM nor registers. */
export function offBoard(input: Agreement): readonly Diagnostic[] {
  const nodes = deviceNodes(input.hardware)
  const known = [...input.ram, ...nodes.flatMap(rangesOf).map(pagesOf), ...busRanges(input)]
  return input.system.memoryRegions.flatMap((region, index) => {
    if (region.physAddr === undefined) return []
    const range = { base: region.physAddr, size: region.size }
    const gaps = gapsOf(range, known)
    if (gaps.length === 0) return inBoth(input, region, index, nodes)
    const { system } = input.sources
    if (looksLikeRam(input, region, index)) return [ramOffBoard(input, region, range)]
    const what = `memory region '${region.name}' ${rangeText(range)}`
    const inside = gaps.reduce((sum, { size }) => sum + size, 0) < range.size
    if (inside) {
      const message = `${what} reaches beyond the board's devices: nothing is at ${gaps.map(rangeText).join(", ")}`
      const code = "region-beyond-device"
      const [gap] = gaps
      const whole = gap === undefined ? 0 : gap.base - range.base
      const size = groupedHex(whole)
      const fits = whole > 0 && whole % region.pageSize === 0
      const edits = fits ? setAttribute(system, region.place, "size", size) : []
      const fixes = fix("region-size", `write size="${size}"`, edits)
      const at = attributePlace(system, region.place, "size")
      return [warningAt(at, message, "make the region as long as the device's reg", { code, fixes })]
    }
    return [
      nowhere(input, region, index, `${what} is neither RAM nor the registers of a device of the board`),
    ]
  })
}

function ramOffBoard(input: Agreement, region: MemoryRegion, range: Range): Diagnostic {
  const { system } = input.sources
  const message =
    `memory region '${region.name}' ${rangeText(range)}, RAM of a guest, lies outside of the board's RAM, ` +
    `${input.ram.map(rangeText).join(", ")}`
  const fixes = fix("no-phys-addr", "delete phys_addr", removeAttribute(system, region.place, "phys_addr"))
  const place = attributePlace(system, region.place, "phys_addr")
  return errorAt(place, message, "delete phys_addr, so that it gets free RAM", {
    code: "ram-off-board",
    fixes,
  })
}

/** `reg` of plain buses: registers too, if of no driver's. */
function busRanges(input: Agreement): readonly Range[] {
  const all: Range[] = []
  const visit = (node: DtNode): void => {
    for (const child of node.children) {
      if (child.name.includes("@") && !child.name.startsWith("memory"))
        all.push(...rangesOf(child).map(pagesOf))
      visit(child)
    }
  }
  visit(input.hardware.root)
  return all
}

/** Prefill files in what is no RAM. */
export function prefills(input: Agreement): readonly Diagnostic[] {
  return input.system.memoryRegions.flatMap((region) => {
    if (region.prefill === undefined || region.physAddr === undefined) return []
    if (gapsOf({ base: region.physAddr, size: region.size }, input.ram).length === 0) return []
    const message = `memory region '${region.name}' has a prefill file, but its phys_addr is not RAM`
    const edits = removeAttribute(input.sources.system, region.place, "phys_addr")
    const fixes = fix("no-phys-addr", "delete phys_addr", edits)
    return [
      warningAt(region.prefill.place, message, "delete phys_addr, or move it into RAM", {
        code: "prefill-no-ram",
        fixes,
      }),
    ]
  })
}
