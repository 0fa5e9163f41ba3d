// SPDX-License-Identifier: BSD-2-Clause
//
// What a report knows of the example beside the guest's tree: what the compiled system gave to whom, and the texts
// of the folder's files, which patches are made for.

import type { DtNode } from "@vmm/devicetree"
import { regRanges } from "@vmm/devicetree"
import type { ExampleFile } from "./patch/text-place.ts"

/** A memory region with its place; bytes. */
export interface RegionFacts {
  readonly name: string
  readonly physAddr: number
  readonly size: number
}

/** A region in an address space: guest-physical for a machine, virtual for a domain. */
export interface MapFacts {
  readonly region: string
  readonly vaddr: number
  /** Subset of "rwx". */
  readonly perms: string
}

/** What is given to whom; addresses and sizes in bytes. */
export interface SystemFacts {
  readonly regions: readonly RegionFacts[]
  /** Of the virtual machine. */
  readonly maps: readonly MapFacts[]
  /** Regions that other machines and domains map, with the holder's name. */
  readonly held: ReadonlyArray<{ readonly region: string; readonly holder: string }>
  /** Guest RAM, guest-physical. */
  readonly ram: ReadonlyArray<{ readonly gpa: number; readonly size: number }>
  /** Ids that the machine's domain has given to channels and interrupts. */
  readonly usedIds: readonly number[]
  /** The machine's domain may call the board's firmware (smc="true"). */
  readonly smc: boolean
  /** Every physical interrupt that a domain has. */
  readonly irqs: ReadonlyArray<{
    readonly intid: number
    readonly pd: string
    readonly trigger?: "level" | "edge"
  }>
}

export const NO_SYSTEM: SystemFacts = {
  regions: [],
  maps: [],
  held: [],
  ram: [],
  usedIds: [],
  smc: false,
  irqs: [],
}

/** The example's files; names from its folder. */
export interface ExampleFiles {
  readonly system?: ExampleFile
  /** For the guest, in the order in which they are applied. */
  readonly overlays: readonly ExampleFile[]
  readonly guest?: ExampleFile
}

export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The guest-physical stretch of a map. */
export function mapStretch(system: SystemFacts, map: MapFacts): Stretch {
  const size = system.regions.find(({ name }) => name === map.region)?.size ?? 0
  return { from: map.vaddr, to: map.vaddr + size }
}

/** The map of the machine that covers a guest-physical address. */
export function mapAt(system: SystemFacts, address: number): MapFacts | undefined {
  return system.maps.find((map) => {
    const { from, to } = mapStretch(system, map)
    return address >= from && address < to
  })
}

/** Whether the machine was given the first register of a node. */
export function isGiven(system: SystemFacts, node: DtNode): boolean {
  const [first] = regRanges(node)
  return first !== undefined && mapAt(system, first.address) !== undefined
}

/** What is left of a stretch without others. */
export function without(stretch: Stretch, others: readonly Stretch[]): readonly Stretch[] {
  return others.reduce<readonly Stretch[]>(
    (left, other) =>
      left.flatMap(({ from, to }) => {
        if (other.from >= to || other.to <= from) return [{ from, to }]
        const parts = [
          { from, to: Math.min(to, other.from) },
          { from: Math.max(from, other.to), to },
        ]
        return parts.filter((part) => part.from < part.to)
      }),
    [stretch],
  )
}
