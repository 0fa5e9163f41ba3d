// SPDX-License-Identifier: BSD-2-Clause
//
// Maps that lead to a device of the board at an IPA where the guest's tree has nothing, and maps over a device of the
// guest's tree that lead to RAM, since their region has no phys_addr: mistakes of which several rules see an end.

import { type DtNode, findByPath } from "@vmm/devicetree"

import { rangesOf } from "../../devices.ts"
import type { GuestMap, GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { once } from "../../once.ts"
import { overlaps, PAGE, pagesOf, type Range, roundDown } from "../../words.ts"
import { holderOf } from "../devices/twins.ts"

/** A map at the wrong IPA: the board's device behind it is where the guest does not look for it. */
export interface Displaced {
  readonly map: GuestMap
  /** Nodes of the guest's tree that the map was meant for. */
  readonly nodes: readonly DtNode[]
  /** Where the guest's tree has them. */
  readonly wanted: number
}

/** Maps of what is no RAM, without the one of the CPU interface, which leads elsewhere on purpose. */
export const deviceMaps = (view: GuestView): readonly GuestMap[] => {
  const gicc = view.gic?.version === 2 ? view.gic.cpuInterface?.base : undefined
  return view.maps.filter((map) => !map.ram && map.phys !== undefined && map.base !== gicc)
}

/** Physical address of a guest's node: the board's own, or the same where only an overlay has it. */
export function physicalOf(input: Agreement, node: DtNode): readonly Range[] {
  const own = findByPath(input.hardware, node.path)
  const ranges = own === undefined ? [] : rangesOf(own)
  return ranges.length > 0 ? ranges : rangesOf(node)
}

export const displaced = once((input, view): readonly Displaced[] =>
  deviceMaps(view).flatMap((map) => {
    const phys = { base: map.phys ?? 0, size: map.size }
    const meant = view.devices.filter(
      ({ node, enabled, reach }) =>
        enabled &&
        reach === "none" &&
        node !== view.gic?.node &&
        physicalOf(input, node).some((range) => overlaps(pagesOf(range), phys)),
    )
    const used = view.devices.some((one) => one.enabled && one.ranges.some((range) => overlaps(range, map)))
    const [first] = meant
    if (first === undefined || used) return []
    const behind = physicalOf(input, first.node).find((range) => overlaps(pagesOf(range), phys))
    const ipa = first.ranges[0]
    if (behind === undefined || ipa === undefined) return []
    const wanted = roundDown(ipa.base - (behind.base - phys.base), PAGE)
    return [{ map, nodes: meant.map(({ node }) => node), wanted }]
  }),
)

/** A map where the guest's tree has a device of the board, of a region without phys_addr, which is in RAM so. */
export interface Placeless {
  readonly map: GuestMap
  readonly node: DtNode
  /** Where the device is on the board, as far as the map begins before it. */
  readonly phys: number
}

export const placeless = once((input, view): readonly Placeless[] => {
  const shared = new Set(
    input.system.protectionDomains.flatMap(({ maps }) => maps.map(({ region }) => region)),
  )
  return view.maps.flatMap((map) => {
    if (map.region.physAddr !== undefined || map.map.perms.execute || shared.has(map.map.region)) return []
    for (const { node, enabled, reach, ranges } of view.devices) {
      const [ipa] = ranges
      if (!enabled || reach !== "none" || ipa === undefined || node === view.gic?.node) continue
      const [board] = rangesOf(findByPath(input.hardware, node.path) ?? node)
      if (board === undefined || findByPath(input.hardware, node.path) === undefined) continue
      // Memory may stand in for what another machine has.
      if (holderOf(input, view.vm, board) !== undefined) continue
      if (ipa.base < map.base || !overlaps(ipa, map)) continue
      return [{ map, node, phys: roundDown(board.base - (ipa.base - map.base), PAGE) }]
    }
    return []
  })
})
