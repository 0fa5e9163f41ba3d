// SPDX-License-Identifier: BSD-2-Clause
//
// A virtual machine as its guest will find it: RAM, devices that stage 2 maps, devices that the VMM emulates, and
// for every node of the guest's tree whether its registers are there.

import { type DtNode, isEnabled } from "@vmm/devicetree"
import type { MemoryRegion, ProtectionDomain, RegionMap, VirtualMachine } from "@vmm/system"

import { deviceNodes, type Gic, gicOf, rangesOf } from "./devices.ts"
import { guestMemory } from "./guest-memory.ts"
import type { Agreement } from "./input.ts"
import { endOf, overlaps, PAGE, type Range, roundDown } from "./words.ts"

/** A map of the machine with what it maps. `base` is an IPA. */
export interface GuestMap extends Range {
  readonly map: RegionMap
  readonly region: MemoryRegion
  /** Undefined while the region has no place. */
  readonly phys: number | undefined
  /** Memory, and no registers. */
  readonly ram: boolean
}

/** How much of a node's registers the guest reaches. */
export type Reach = "all" | "part" | "none"

export interface GuestDevice {
  readonly node: DtNode
  readonly enabled: boolean
  readonly ranges: readonly Range[]
  readonly reach: Reach
  /** The VMM answers every access. */
  readonly emulated: boolean
  /** Maps that hold some of its registers. */
  readonly maps: readonly GuestMap[]
}

export interface GuestView {
  readonly vm: VirtualMachine
  readonly domain: ProtectionDomain
  /** The guest's own memory, without what it shares with others. */
  readonly ram: readonly GuestMap[]
  readonly maps: readonly GuestMap[]
  readonly gic: Gic | undefined
  readonly emulated: readonly Range[]
  /** False when the VMM is a program of the user's, which may emulate more. */
  readonly simpleVmm: boolean
  readonly devices: readonly GuestDevice[]
}

const GICD_V2_SIZE = 0x1000
const GICD_V3_SIZE = 0x1_0000
const GICR_SIZE = 0x2_0000

/** What the VMM answers: distributor and, on a GICv3, a redistributor a vCPU. */
function emulatedRanges(gic: Gic | undefined, vcpus: number): readonly Range[] {
  if (gic?.distributor === undefined) return []
  const distributor = { base: gic.distributor.base, size: gic.version === 2 ? GICD_V2_SIZE : GICD_V3_SIZE }
  if (gic.redistributors === undefined) return [distributor]
  return [distributor, { base: gic.redistributors.base, size: GICR_SIZE * vcpus }]
}

/** Pages of `range` that none of `parts` holds: those whose first byte is in no part. */
export function uncovered(range: Range, parts: readonly Range[]): number {
  const start = roundDown(range.base, PAGE)
  const pages = Math.ceil((endOf(range) - start) / PAGE)
  const indexOf = (address: number) => Math.min(Math.max(Math.ceil((address - start) / PAGE), 0), pages)
  let [missing, seen] = [0, 0]
  for (const part of parts.toSorted((a, b) => a.base - b.base)) {
    missing += Math.max(indexOf(part.base) - seen, 0)
    seen = Math.max(seen, indexOf(endOf(part)))
  }
  return missing + pages - seen
}

function reachOf(ranges: readonly Range[], parts: readonly Range[]): Reach {
  let [missing, all] = [0, 0]
  for (const range of ranges) {
    missing += uncovered(
      range,
      parts.filter((part) => overlaps(part, range)),
    )
    all += Math.ceil((endOf(range) - roundDown(range.base, PAGE)) / PAGE)
  }
  return missing === 0 ? "all" : missing === all ? "none" : "part"
}

function mapsOf(input: Agreement, vm: VirtualMachine, nodes: readonly DtNode[]): readonly GuestMap[] {
  const { system, ram } = input
  /** Data over registers that the guest looks for, which the VMM does not reach: a phys_addr that was mistyped. */
  const meantForDevice = (map: RegionMap) =>
    !map.perms.execute &&
    !system.protectionDomains.some(({ maps }) => maps.some((one) => one.region === map.region)) &&
    nodes.some(
      (node) =>
        isEnabled(node) && rangesOf(node).some((own) => overlaps(own, { base: map.vaddr, size: map.size })),
    )
  return vm.maps.flatMap((map) => {
    const region = system.memoryRegions[map.region]
    if (region === undefined) return []
    const phys = region.physAddr ?? input.physAddr?.(map.region)
    const inRam = (address: number) => ram.some((range) => address >= range.base && address < endOf(range))
    const isRam = region.physAddr === undefined || (inRam(region.physAddr) && !meantForDevice(map))
    return [{ base: map.vaddr, size: map.size, map, region, phys, ram: isRam }]
  })
}

function deviceOf(
  input: Agreement,
  node: DtNode,
  maps: readonly GuestMap[],
  emulated: readonly Range[],
): GuestDevice {
  // Some trees tell a device of the memory that it may use in its reg.
  const ranges = rangesOf(node).filter((range) => !input.ram.some((ram) => overlaps(ram, range)))
  // RAM over registers gives the guest none of them.
  const own = maps.filter((map) => !map.ram && ranges.some((range) => overlaps(map, range)))
  const reach = reachOf(ranges, own)
  const enabled = isEnabled(node)
  const answered = reach !== "all" && reachOf(ranges, [...own, ...emulated]) === "all"
  return { node, enabled, ranges, reach, emulated: answered, maps: own }
}

/** Every machine of the system. */
export function guestViews(input: Agreement): readonly GuestView[] {
  const gic = gicOf(input.guestTree)
  const nodes = deviceNodes(input.guestTree)
  return input.system.virtualMachines.flatMap((vm) => {
    const domain = input.system.protectionDomains[vm.protectionDomain]
    if (domain === undefined) return []
    const maps = mapsOf(input, vm, nodes)
    const memory = maps.filter((map) => map.ram).sort((a, b) => a.base - b.base)
    const ram = guestMemory(input.guestTree, memory)
    const emulated = emulatedRanges(gic, vm.vcpus.length)
    const all = nodes.map((node) => deviceOf(input, node, maps, emulated))
    const devices = all.filter(({ ranges }) => ranges.length > 0)
    const simpleVmm = input.simpleVmm(vm.protectionDomain)
    return [{ vm, domain, ram, maps, gic, emulated, simpleVmm, devices }]
  })
}

/** The map that holds an IPA. */
export function mapAt(view: GuestView, ipa: number): GuestMap | undefined {
  return view.maps.find((map) => ipa >= map.base && ipa < endOf(map))
}
