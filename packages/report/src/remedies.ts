// SPDX-License-Identifier: BSD-2-Clause
//
// The ways out of an access that the guest was not given, computed from the device tree's node: take the device
// away from the guest's tree, take the driver away from its kernel, or give it the device. Each remedy has
// pieces of text that go into a file as they stand. Left out: following the clocks, pins and power domains that
// a device pulls in, and DMA.

import {
  type AddressRange,
  compatibleOf,
  decodeGicInterrupt,
  type DeviceTree,
  type DtNode,
  interruptsOf,
  regRanges,
} from "@vmm/devicetree"
import { groupedHex } from "./hex.ts"
import { neighboursIn, type Owner } from "./owner.ts"
import { DRIVERS } from "./tables/driver-table.ts"

/** Text for one place: a file, or an element of the `.system` file. */
export interface RemedyPiece {
  readonly where: string
  readonly text: string
}

export interface Remedy {
  readonly id: "disable-node" | "driver" | "map" | "permission" | "memory"
  /** One sentence: when this is the way, and what it is. */
  readonly title: string
  readonly pieces: readonly RemedyPiece[]
  /** What else to know before applying it. */
  readonly notes: readonly string[]
}

/** What is known of the access. */
export interface RemedyRequest {
  readonly tree: DeviceTree
  readonly owner: Owner
  /** IPA of the access. */
  readonly address: number
  readonly vm: string
  readonly pd: string
  /** Ids that the domain's channels and interrupts have already. */
  readonly usedIds: readonly number[]
  /** The page is mapped, without the right that the access needs. */
  readonly permission: boolean
}

const PAGE = 0x1000

/** A node's reference in an overlay: its label, else its path. */
function reference(node: DtNode): string {
  return node.labels[0] === undefined ? `&{${node.path}}` : `&${node.labels[0]}`
}

function disableNode(node: DtNode): Remedy {
  return {
    id: "disable-node",
    title: "The guest does not need the device: disable its node in an overlay of the guest's tree.",
    pieces: [
      {
        where: "a .dts file without /dts-v1/ beside the board's tree",
        text: `${reference(node)} {\n\tstatus = "disabled";\n};`,
      },
    ],
    notes: [],
  }
}

function driverHint(node: DtNode): Remedy | undefined {
  const compatible = compatibleOf(node)
  if (compatible.length === 0) return undefined
  const known = compatible.map((name) => DRIVERS[name]).find((driver) => driver !== undefined)
  const title = "Only the driver is unwanted: build the guest's kernel without it."
  if (known !== undefined) {
    const text = `# ${known.config} is not set`
    return {
      id: "driver",
      title,
      pieces: [{ where: `the kernel's .config (${known.source})`, text }],
      notes: [],
    }
  }
  const text = compatible.map((name) => `grep -rlF '"${name}"' drivers/ sound/ arch/arm64/`).join("\n")
  const where = "the kernel's source, to find the driver; the Makefile beside it names its CONFIG symbol"
  return { id: "driver", title, pieces: [{ where, text }], notes: [] }
}

function pages({ address, size }: AddressRange): AddressRange {
  const start = Math.floor(address / PAGE) * PAGE
  return { address: start, size: Math.max(1, Math.ceil((address + size - start) / PAGE)) * PAGE }
}

/** A name that the `.system` language takes, unlike others of its kind: `watchdog_30280000`. */
function regionName(node: DtNode, range: AddressRange): string {
  const base = (node.name.split("@")[0] ?? "").replace(/[^A-Za-z0-9_]/g, "_")
  return `${base === "" ? "region" : base}_${range.address.toString(16)}`
}

/** The node's `reg` in whole pages, what shares pages joined. */
function regionsOf(node: DtNode): readonly AddressRange[] {
  const joined: AddressRange[] = []
  for (const range of [...regRanges(node)].sort((a, b) => a.address - b.address).map(pages)) {
    const before = joined.at(-1)
    if (before === undefined || range.address >= before.address + before.size) {
      joined.push(range)
      continue
    }
    const size = Math.max(before.size, range.address + range.size - before.address)
    joined[joined.length - 1] = { address: before.address, size }
  }
  return joined
}

function interruptLines(tree: DeviceTree, node: DtNode, usedIds: readonly number[]): readonly string[] {
  const taken = new Set(usedIds)
  return interruptsOf(tree, node).flatMap(({ cells }) => {
    const interrupt = decodeGicInterrupt(cells)
    if (interrupt?.kind !== "spi") return []
    let id = 1
    while (taken.has(id)) id++
    taken.add(id)
    const trigger = interrupt.trigger === "edge" ? ' trigger="edge"' : ""
    return [`<irq irq="${interrupt.intid}" id="${id}"${trigger} />`]
  })
}

function mapDevice(request: RemedyRequest): Remedy {
  const { tree, owner, address, vm, pd, usedIds } = request
  const { node } = owner
  const device = owner.facts.kind === "device"
  const regions = device ? regionsOf(node) : [pages({ address, size: 1 })]
  const named = regions.map((range) => ({ range, name: regionName(node, range) }))
  const memory = named.map(
    ({ name, range }) =>
      `<memory_region name="${name}" size="${groupedHex(range.size)}" phys_addr="${groupedHex(range.address)}" />`,
  )
  const maps = named.map(
    ({ name, range }) =>
      `<map mr="${name}" vaddr="${groupedHex(range.address)}" perms="rw" cached="false" />`,
  )
  const irqs = device ? interruptLines(tree, node, usedIds) : []
  const shared = regions
    .flatMap((range) => neighboursIn(tree, node, range))
    .filter(({ parent }) => parent !== node)
  const others = [...new Set(shared.map(({ path }) => path))].filter(
    (path) => !node.path.startsWith(`${path}/`),
  )
  return {
    id: "map",
    title: "The guest shall have the device: map its registers, and hand it its interrupts.",
    pieces: [
      { where: "<system>", text: memory.join("\n") },
      { where: `<virtual_machine name="${vm}">`, text: maps.join("\n") },
      ...(irqs.length === 0 ? [] : [{ where: `<protection_domain name="${pd}">`, text: irqs.join("\n") }]),
    ],
    notes: others.length === 0 ? [] : [`The same pages hold registers of ${others.join(", ")}.`],
  }
}

/** The ways out, in the order in which one tries them; empty when none can be named. */
export function remediesFor(request: RemedyRequest): readonly Remedy[] {
  const { owner, permission, vm } = request
  const { node, facts } = owner
  if (permission) {
    const title = `The page is mapped in ${vm} without this right: correct perms of its <map> in the .system file.`
    return [{ id: "permission", title, pieces: [], notes: [] }]
  }
  if (facts.kind === "memory") {
    const title =
      `The guest's tree promises RAM here, and the .system file does not map it in ${vm}: ` +
      `make the size of the mapped region and the reg of ${node.path} (${facts.place}) agree.`
    return [{ id: "memory", title, pieces: [], notes: [] }]
  }
  if (facts.kind === "window") return [mapDevice(request)]
  const driver = driverHint(node)
  return [
    ...(facts.disabledBy === undefined ? [disableNode(node)] : []),
    ...(driver === undefined ? [] : [driver]),
    mapDevice(request),
  ]
}
