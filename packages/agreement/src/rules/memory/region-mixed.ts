// SPDX-License-Identifier: BSD-2-Clause
//
// A memory region that begins in RAM and ends in devices, or the other way round. Microkit takes it (microkit#509), and
// caches are then wrong for one of the two; it becomes a region for each part, mapped where the whole was.

import type { DtNode } from "@vmm/devicetree"
import { type Diagnostic, type Edit, warningAt } from "@vmm/diagnostic"
import type { MemoryRegion, RegionMap } from "@vmm/system"

import { rangesOf } from "../../devices.ts"
import { insertAfter, setAttribute } from "../../edit/system-edit.ts"
import type { Agreement } from "../../input.ts"
import { gapsOf, groupedHex, overlaps, PAGE, type Range, rangeText } from "../../words.ts"
import { fix } from "../rule.ts"

interface Part extends Range {
  readonly ram: boolean
}

/** RAM and what is none, in the order of addresses. */
function partsOf(range: Range, ram: readonly Range[]): readonly Part[] {
  const others = gapsOf(range, ram)
  return [
    ...others.map((one) => ({ ...one, ram: false })),
    ...gapsOf(range, others).map((one) => ({ ...one, ram: true })),
  ]
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.base - b.base)
}

const permsText = ({ perms }: RegionMap): string =>
  `${perms.read ? "r" : ""}${perms.write ? "w" : ""}${perms.execute ? "x" : ""}`

/** The region ends with its first part; the others are regions behind it, and maps behind its maps. */
function split(
  input: Agreement,
  region: MemoryRegion,
  index: number,
  parts: readonly Part[],
): readonly Edit[] {
  const { system, sources } = input
  const [first, ...rest] = parts
  if (first === undefined || parts.some(({ base, size }) => base % PAGE !== 0 || size % PAGE !== 0)) return []
  const names = new Set(system.memoryRegions.map(({ name }) => name))
  const named = rest.map((part, at) => {
    const wish = `${region.name}_${part.ram ? "ram" : "devices"}`
    const name = names.has(wish) ? `${wish}_${at + 2}` : wish
    names.add(name)
    return { ...part, name }
  })
  const whole = ({ base, size }: Range) => base % region.pageSize === 0 && size % region.pageSize === 0
  const page = groupedHex(region.pageSize)
  const elements = named.map(({ name, base, size, ...part }) => {
    const pages = region.pageSize !== PAGE && whole({ base, size }) && part.ram ? ` page_size="${page}"` : ""
    return `<memory_region name="${name}" size="${groupedHex(size)}"${pages} phys_addr="${groupedHex(base)}" />`
  })
  const maps = [...system.protectionDomains, ...system.virtualMachines]
    .flatMap((one) => one.maps)
    .filter((map) => map.region === index)
  return [
    ...setAttribute(sources.system, region.place, "size", groupedHex(first.size)),
    ...(whole(first) ? [] : setAttribute(sources.system, region.place, "page_size", groupedHex(PAGE))),
    ...insertAfter(sources.system, region.place, elements),
    ...maps.flatMap((map) =>
      insertAfter(
        sources.system,
        map.place,
        named.map(({ name, base, ram }) => {
          const vaddr = groupedHex(map.vaddr + base - first.base)
          const perms = ram ? permsText(map) : permsText(map).replace("x", "")
          return `<map mr="${name}" vaddr="${vaddr}" perms="${perms}"${ram ? "" : ' cached="false"'} />`
        }),
      ),
    ),
  ]
}

/** Of the region at `index`, which has a place of its own. */
export function inBoth(
  input: Agreement,
  region: MemoryRegion,
  index: number,
  nodes: readonly DtNode[],
): readonly Diagnostic[] {
  const range = { base: region.physAddr ?? 0, size: region.size }
  const parts = partsOf(range, input.ram)
  const mixed =
    new Set(parts.map(({ ram }) => ram)).size > 1 &&
    nodes.some((node) => rangesOf(node).some((one) => overlaps(one, range)))
  if (!mixed) return []
  const message = `memory region '${region.name}' ${rangeText(range)} is partly RAM and partly registers of devices`
  const told = parts.map((part) => `${rangeText(part)} (${part.ram ? "RAM" : "devices"})`).join(", ")
  const fixes = fix(
    "split-region",
    `make a region of each part of '${region.name}'`,
    split(input, region, index, parts),
    ["Where the region was only meant to be one of them, write the size of that one."],
  )
  const remedy = `make it a region for each part: ${told}`
  return [warningAt(region.place, message, remedy, { code: "region-mixed", fixes })]
}
