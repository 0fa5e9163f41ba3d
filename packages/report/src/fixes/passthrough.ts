// SPDX-License-Identifier: BSD-2-Clause
//
// The lines of a `.system` file that give a device to a virtual machine: its registers and those of all that it
// drags in, page by page, without what the machine has already, and its interrupts. A region that is there is
// mapped and not made again.

import {
  type AddressRange,
  decodeGicInterrupt,
  dependenciesOf,
  type Dependency,
  type DeviceTree,
  type DtNode,
  interruptsOf,
  regRanges,
} from "@vmm/devicetree"
import { mapStretch, type RegionFacts, type Stretch, type SystemFacts, without } from "../example.ts"
import { groupedHex } from "../hex.ts"
import { neighboursIn } from "../fault/owner.ts"
import type { SystemLines } from "../patch/system-patch.ts"

const PAGE = 0x1000
/** Channel ids, Microkit's limit. */
const MAX_IDS = 62

export interface Passthrough {
  readonly lines: SystemLines
  /** Devices that come with it, and why. */
  readonly dragged: readonly Dependency[]
  readonly notes: readonly string[]
  /** Another machine or domain has the device already. */
  readonly taken: boolean
  /** The registers are a region of the system already: only its map is missing. */
  readonly mapMissing: boolean
}

function pages({ address, size }: AddressRange): Stretch {
  const from = Math.floor(address / PAGE) * PAGE
  return { from, to: from + Math.max(1, Math.ceil((address + size - from) / PAGE)) * PAGE }
}

/** The node's `reg` in whole pages, what shares pages joined. */
function stretchesOf(node: DtNode): readonly Stretch[] {
  const joined: Stretch[] = []
  for (const range of regRanges(node)
    .map(pages)
    .sort((a, b) => a.from - b.from)) {
    const before = joined.at(-1)
    if (before === undefined || range.from > before.to) joined.push(range)
    else joined[joined.length - 1] = { from: before.from, to: Math.max(before.to, range.to) }
  }
  return joined
}

/** A name that the `.system` language takes, unlike others: `watchdog_30280000`. */
function regionName(node: DtNode, from: number, taken: ReadonlySet<string>): string {
  const base = (node.name.split("@")[0] ?? "").replace(/[^A-Za-z0-9_]/g, "_")
  const name = `${base === "" ? "region" : base}_${from.toString(16)}`
  let unlike = name
  for (let n = 2; taken.has(unlike); n++) unlike = `${name}_${n}`
  return unlike
}

const stretchOf = ({ physAddr, size }: RegionFacts): Stretch => ({ from: physAddr, to: physAddr + size })
const overlap = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to

/** Gathers lines for one node after another. */
class Gatherer {
  readonly regions: string[] = []
  readonly maps: string[] = []
  readonly notes: string[] = []
  readonly holders = new Set<string>()
  reused = 0
  private readonly system: SystemFacts
  private readonly names: Set<string>
  private readonly given: Stretch[]

  constructor(system: SystemFacts) {
    this.system = system
    this.names = new Set(system.regions.map(({ name }) => name))
    this.given = system.maps.map((map) => mapStretch(system, map))
  }

  add(node: DtNode, stretches: readonly Stretch[]): void {
    for (const stretch of stretches.flatMap((one) => without(one, this.given))) this.addStretch(node, stretch)
  }

  private addStretch(node: DtNode, stretch: Stretch): void {
    const existing = this.system.regions.filter((region) => overlap(stretchOf(region), stretch))
    for (const region of existing) {
      this.map(region.name, region.physAddr)
      this.given.push(stretchOf(region))
      this.reused += 1
      for (const { holder } of this.system.held.filter((one) => one.region === region.name)) {
        this.holders.add(holder)
        this.notes.push(
          `${holder} has memory region "${region.name}" too: two owners of one device disturb each other`,
        )
      }
    }
    for (const { from, to } of without(stretch, existing.map(stretchOf))) {
      const name = regionName(node, from, this.names)
      this.names.add(name)
      this.regions.push(
        `<memory_region name="${name}" size="${groupedHex(to - from)}" phys_addr="${groupedHex(from)}" />`,
      )
      this.map(name, from)
      this.given.push({ from, to })
    }
  }

  private map(region: string, vaddr: number): void {
    this.maps.push(`<map mr="${region}" vaddr="${groupedHex(vaddr)}" perms="rw" cached="false" />`)
  }
}

function interruptLines(
  tree: DeviceTree,
  node: DtNode,
  system: SystemFacts,
  notes: string[],
): readonly string[] {
  const taken = new Set(system.usedIds)
  return interruptsOf(tree, node).flatMap(({ cells }) => {
    const interrupt = decodeGicInterrupt(cells)
    if (interrupt?.kind !== "spi") return []
    const owner = system.irqs.find(({ intid }) => intid === interrupt.intid)
    if (owner !== undefined) return []
    let id = 1
    while (taken.has(id)) id++
    if (id >= MAX_IDS) {
      notes.push(`its interrupt ${interrupt.intid} finds no free id`)
      return []
    }
    taken.add(id)
    const trigger = interrupt.trigger === "edge" ? ' trigger="edge"' : ""
    return [`<irq irq="${interrupt.intid}" id="${id}"${trigger} />`]
  })
}

/** Others whose registers lie in the same pages and that are no part of the device. */
function sharedPages(tree: DeviceTree, node: DtNode, stretches: readonly Stretch[]): readonly string[] {
  const others = stretches
    .flatMap(({ from, to }) => neighboursIn(tree, node, { address: from, size: to - from }))
    .filter(({ path }) => !path.startsWith(`${node.path}/`) && !node.path.startsWith(`${path}/`))
  const names = [...new Set(others.map(({ path }) => path))]
  return names.length === 0 ? [] : [`The same pages hold registers of ${names.join(", ")}.`]
}

/** Everything that `node` needs to work in the machine. */
export function passThrough(tree: DeviceTree, node: DtNode, system: SystemFacts): Passthrough {
  const gatherer = new Gatherer(system)
  const own = stretchesOf(node)
  gatherer.add(node, own)
  const [made, reused, taken] = [gatherer.regions.length, gatherer.reused, gatherer.holders.size > 0]
  const dependencies = dependenciesOf(tree, node)
  const dragged: Dependency[] = []
  for (const dependency of dependencies) {
    if (dependency.disabledBy !== undefined) {
      const { node: needed, property } = dependency
      gatherer.notes.push(`It names ${needed.path} in ${property}, which is disabled in the guest's tree.`)
      continue
    }
    const before = gatherer.maps.length
    gatherer.add(dependency.node, stretchesOf(dependency.node))
    if (gatherer.maps.length > before) dragged.push(dependency)
  }
  const irqs = interruptLines(tree, node, system, gatherer.notes)
  return {
    lines: { regions: gatherer.regions, maps: gatherer.maps, irqs },
    dragged,
    notes: [...gatherer.notes, ...sharedPages(tree, node, own)],
    taken,
    mapMissing: made === 0 && reused > 0 && !taken,
  }
}

/** One page at an address that belongs to no device. */
export function passPage(node: DtNode, address: number, system: SystemFacts): Passthrough {
  const gatherer = new Gatherer(system)
  gatherer.add(node, [pages({ address, size: 1 })])
  const lines = { regions: gatherer.regions, maps: gatherer.maps, irqs: [] }
  return { lines, dragged: [], notes: gatherer.notes, taken: gatherer.holders.size > 0, mapMissing: false }
}
