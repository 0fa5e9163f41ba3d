// SPDX-License-Identifier: BSD-2-Clause
//
// The memory of a system as it is drawn: physical memory with who may touch it, and what each guest sees, in the order
// of addresses, with the gaps between. What a guest's tree has enabled and nobody gives is shown too.

import type { Permissions } from "@vmm/system"

import { deviceNodes, rangesOf } from "../devices.ts"
import { type GuestView, guestViews } from "../guest-view.ts"
import type { Agreement } from "../input.ts"
import { endOf, gapsOf, overlaps, type Range } from "../words.ts"

/** What a stretch is: RAM of somebody, free RAM, RAM that nobody gets, registers, what a VMM answers, or a hole. */
export type Kind = "ram" | "free" | "kept" | "device" | "emulated" | "lost" | "gap"

export interface Stretch extends Range {
  readonly kind: Kind
  readonly name: string
  /** Who may touch it, such as `linux rwx`; where it is in a guest's view, such as `0x4000_0000`. */
  readonly notes: readonly string[]
  /** Physical address behind a stretch of a guest. */
  readonly phys?: number | undefined
}

/** What `vmm map` draws: physical memory, and what each guest sees; stretches by rising address. */
export interface MemoryMap {
  readonly physical: readonly Stretch[]
  readonly guests: ReadonlyArray<{
    readonly name: string
    readonly vmm: string
    readonly stretches: readonly Stretch[]
  }>
}

const rightsText = ({ read, write, execute }: Permissions): string =>
  `${read ? "r" : "-"}${write ? "w" : "-"}${execute ? "x" : "-"}`

/** Sorted, with a gap wherever nothing is between two stretches. */
function withGaps(
  stretches: readonly Stretch[],
  inGap: (gap: Range) => readonly string[],
): readonly Stretch[] {
  const sorted = [...stretches].sort((a, b) => a.base - b.base || b.size - a.size)
  const result: Stretch[] = []
  let at: number | undefined
  for (const stretch of sorted) {
    if (at !== undefined && stretch.base > at) {
      const gap = { base: at, size: stretch.base - at }
      result.push({ ...gap, kind: "gap", name: "", notes: inGap(gap) })
    }
    result.push(stretch)
    at = Math.max(at ?? 0, endOf(stretch))
  }
  return result
}

function users(input: Agreement, region: number): readonly string[] {
  const { protectionDomains, virtualMachines } = input.system
  return [
    ...protectionDomains.flatMap(({ name, maps }) =>
      maps.flatMap((map) => (map.region === region ? [`${name} ${rightsText(map.perms)}`] : [])),
    ),
    ...virtualMachines.flatMap(({ name, maps }) =>
      maps.flatMap((map) => (map.region === region ? [`${name} ${rightsText(map.perms)}`] : [])),
    ),
  ]
}

const inRam = (input: Agreement, range: Range): boolean => input.ram.some((ram) => overlaps(ram, range))

function physical(input: Agreement): readonly Stretch[] {
  const regions = input.system.memoryRegions.flatMap((region, index): Stretch[] => {
    const base = region.physAddr ?? input.physAddr?.(index)
    if (base === undefined) return []
    const range = { base, size: region.size }
    const kind = inRam(input, range) ? "ram" : "device"
    const who = users(input, index)
    const node = deviceNodes(input.hardware).find((one) => rangesOf(one).some((own) => overlaps(own, range)))
    const what = kind === "device" && node !== undefined ? [node.name] : []
    return [{ ...range, kind, name: region.name, notes: [...(who.length === 0 ? ["nobody"] : who), ...what] }]
  })
  const kept = input.kept
    .filter((range) => range.size > 0)
    .map(({ base, size, what }): Stretch => ({ base, size, kind: "kept", name: what, notes: [] }))
  const free = input.ram
    .flatMap((ram) => gapsOf(ram, [...regions, ...kept]))
    .map((range): Stretch => ({ ...range, kind: "free", name: "free RAM", notes: [] }))
  const devices = deviceNodes(input.hardware)
  return withGaps([...regions, ...kept, ...free], (gap) => {
    const inside = devices.filter((node) => rangesOf(node).some((range) => overlaps(range, gap)))
    return inside.length === 0
      ? []
      : [`${inside.length} device${inside.length === 1 ? "" : "s"} that nobody has`]
  })
}

/** What a VMM's distributor and redistributors are called. */
const EMULATED = ["GIC distributor", "GIC redistributors"]

function guest(view: GuestView): readonly Stretch[] {
  const maps = view.maps.map((map): Stretch => {
    const nodes = view.devices.filter(({ maps: own }) => own.includes(map))
    const enabled = nodes.filter((device) => device.enabled)
    const names = enabled.length > 0 ? enabled : nodes
    const gicc = view.gic?.cpuInterface?.base === map.base ? ["the guest's CPU interface (GICC)"] : []
    const off = nodes.length > 0 && enabled.length === 0 ? ["disabled in the guest's tree"] : []
    return {
      base: map.base,
      size: map.size,
      kind: map.ram ? "ram" : "device",
      name: map.region.name,
      phys: map.phys,
      notes: [
        rightsText(map.map.perms),
        ...(map.ram ? [] : names.filter(({ node }) => node !== view.gic?.node).map(({ node }) => node.name)),
        ...gicc,
        ...off,
      ],
    }
  })
  const emulated = view.emulated.map((range, index): Stretch => {
    const name = EMULATED[index] ?? "emulated"
    return { ...range, kind: "emulated", name, notes: [`${view.domain.name} answers`] }
  })
  const lost = view.devices.filter(
    ({ enabled, reach, emulated: answered, node }) =>
      enabled && reach === "none" && !answered && node !== view.gic?.node,
  )
  return withGaps([...maps, ...emulated], (gap) => {
    const inside = lost.filter(({ ranges }) => ranges.some((range) => overlaps(range, gap)))
    return inside.map(({ node }) => node.name)
  }).map((stretch) =>
    stretch.kind === "gap" && stretch.notes.length > 0 ? { ...stretch, kind: "lost" } : stretch,
  )
}

/** The picture of a system. */
export function memoryMap(input: Agreement): MemoryMap {
  return {
    physical: physical(input),
    guests: guestViews(input).map((view) => ({
      name: view.vm.name,
      vmm: view.domain.name,
      stretches: guest(view),
    })),
  }
}
