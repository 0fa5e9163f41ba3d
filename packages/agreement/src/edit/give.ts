// SPDX-License-Identifier: BSD-2-Clause
//
// The lines of a `.system` file that give a machine a device: memory regions for what no region holds yet, maps, and
// interrupts with free channels. Regions that are there are used; physical ranges of regions must not overlap.

import type { DtNode } from "@vmm/devicetree"
import type { Edit, Place } from "@vmm/diagnostic"

import type { GuestView } from "../guest-view.ts"
import type { Agreement } from "../input.ts"
import { endOf, groupedHex, overlaps, pagesOf, type Range } from "../words.ts"
import { insertAfter, insertFirst } from "./system-edit.ts"

/** Physical pages, and the IPA at which the guest shall see them. */
export interface Wanted {
  readonly name: string
  readonly ipa: number
  readonly phys: Range
}

export interface WantedIrq {
  readonly intid: number
  readonly trigger: "level" | "edge"
}

/** A name for a region out of a node's label or name: letters, digits and underscores. */
export function regionName(node: DtNode): string {
  const base = node.labels[0] ?? node.name
  return base.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_+|_+$/g, "") || "device"
}

interface Piece extends Range {
  readonly region: string | undefined
}

/** `wanted` cut by the regions that are there. A region is mapped whole, so its piece is the region. */
function cut(wanted: Range, regions: ReadonlyArray<Range & { readonly name: string }>): readonly Piece[] {
  const pieces: Piece[] = []
  let at = wanted.base
  for (const region of regions.filter((one) => overlaps(one, wanted)).sort((a, b) => a.base - b.base)) {
    if (region.base > at) pieces.push({ base: at, size: region.base - at, region: undefined })
    pieces.push({ base: region.base, size: region.size, region: region.name })
    at = Math.max(at, endOf(region))
  }
  if (at < endOf(wanted)) pieces.push({ base: at, size: endOf(wanted) - at, region: undefined })
  return pieces
}

function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let count = 2; taken.has(free); count++) free = `${name}_${count}`
  taken.add(free)
  return free
}

/** Joins what lies page to page and moves alike, so that neighbours get one region. */
function joined(wanted: readonly Wanted[]): readonly Wanted[] {
  const result: Wanted[] = []
  const whole = wanted.map(({ name, ipa, phys }) => {
    const pages = pagesOf(phys)
    return { name, ipa: ipa - (phys.base - pages.base), phys: pages }
  })
  for (const one of whole.sort((a, b) => a.phys.base - b.phys.base)) {
    const before = result.at(-1)
    const same = before !== undefined && before.ipa - before.phys.base === one.ipa - one.phys.base
    if (before === undefined || !same || one.phys.base >= endOf(before.phys)) result.push(one)
    else {
      const size = Math.max(endOf(before.phys), endOf(one.phys)) - before.phys.base
      result[result.length - 1] = { ...before, phys: { base: before.phys.base, size } }
    }
  }
  return result
}

const last = <A extends { readonly place: Place }>(list: readonly A[]): Place | undefined =>
  [...list].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column).at(-1)?.place

/** Channels of a domain that nothing uses, lowest first, from 1 on. */
function freeChannels(input: Agreement, domainIndex: number): Generator<number> {
  const { system } = input
  const used = new Set([
    ...(system.protectionDomains[domainIndex]?.irqs ?? []).map(({ id }) => id),
    ...system.channels.flatMap(({ ends }) =>
      ends.flatMap((end) => (end.protectionDomain === domainIndex ? [end.id] : [])),
    ),
  ])
  return (function* () {
    for (let id = 1; id <= 61; id++) if (!used.has(id)) yield id
  })()
}

/** Edits that make regions and maps. */
export function giveRanges(input: Agreement, view: GuestView, wanted: readonly Wanted[]): readonly Edit[] {
  const { system, sources } = input
  const taken = new Set(system.memoryRegions.map(({ name }) => name))
  const regions = system.memoryRegions.flatMap(({ name, physAddr, size }) =>
    physAddr === undefined ? [] : [{ name, base: physAddr, size }],
  )
  const [newRegions, newMaps]: [string[], string[]] = [[], []]
  for (const { name, ipa, phys } of joined(wanted)) {
    for (const piece of cut(phys, regions)) {
      const vaddr = ipa + piece.base - phys.base
      const there = view.maps.some((map) => map.region.name === piece.region && map.base === vaddr)
      if (there) continue
      const region = piece.region ?? freeName(name, taken)
      if (piece.region === undefined) {
        const size = groupedHex(piece.size)
        newRegions.push(
          `<memory_region name="${region}" size="${size}" phys_addr="${groupedHex(piece.base)}" />`,
        )
      }
      newMaps.push(`<map mr="${region}" vaddr="${groupedHex(vaddr)}" perms="rw" cached="false" />`)
    }
  }
  const lastRegion = last(system.memoryRegions)
  const lastMap = last(view.vm.maps) ?? last(view.vm.vcpus)
  return [
    ...(lastRegion === undefined
      ? insertFirst(sources.system, system.place, newRegions)
      : insertAfter(sources.system, lastRegion, newRegions)),
    ...(lastMap === undefined ? [] : insertAfter(sources.system, lastMap, newMaps)),
  ]
}

/** Edits that hand interrupts to the machine's VMM. */
export function giveIrqs(input: Agreement, view: GuestView, wanted: readonly WantedIrq[]): readonly Edit[] {
  const free = freeChannels(input, view.vm.protectionDomain)
  const lines = wanted.flatMap(({ intid, trigger }) => {
    const { value, done } = free.next()
    if (done === true) return []
    return [`<irq irq="${intid}" id="${value}"${trigger === "edge" ? ' trigger="edge"' : ""} />`]
  })
  const { domain } = view
  return insertAfter(input.sources.system, last(domain.irqs) ?? domain.programImage.place, lines)
}
