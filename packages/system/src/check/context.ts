// SPDX-License-Identifier: BSD-2-Clause
//
// What the rules across elements share: the flat list of protection domains, names resolved to indexes,
// and the sizes and page sizes of memory regions as they come out of attributes, prefill files and maps.

import type { Place } from "@vmm/diagnostic"

import { type Architecture, LARGE_PAGE, type ParseOptions, roundUp, SMALL_PAGE } from "../options.ts"
import { type FlatDomain, flattenDomains, type RawMachine, type RawMap, type RawRegion } from "../read/raw.ts"
import type { RawSystem } from "../read/raw.ts"
import type { Field } from "../read/reading.ts"

/** Undefined fields: not known because of a mistake reported elsewhere. */
export interface RegionFacts {
  readonly size: number | undefined
  /** As written, else the smallest. */
  readonly minPageSize: number | undefined
  /** As written, else the largest that fits size, phys_addr and every vaddr. */
  readonly pageSize: number | undefined
}

/** One list of maps: a protection domain's or a virtual machine's. */
export interface AddressSpace {
  readonly kind: "protection domain" | "virtual machine"
  readonly name: string
  readonly place: Place
  readonly maps: ReadonlyArray<RawMap>
  /** Of the protection domain. */
  readonly stackSize: number | undefined
}

export interface Context {
  readonly raw: RawSystem
  readonly options: ParseOptions
  readonly architecture: Architecture
  readonly cpus: number
  /** Every element and attribute was understood. */
  readonly readClean: boolean
  readonly domains: ReadonlyArray<FlatDomain>
  readonly machines: ReadonlyArray<RawMachine>
  readonly spaces: ReadonlyArray<AddressSpace>
  /** First region, domain of that name. */
  readonly regionIndex: ReadonlyMap<string, number>
  readonly domainIndex: ReadonlyMap<string, number>
  readonly regionFacts: ReadonlyArray<RegionFacts>
}

function indexByName(items: ReadonlyArray<{ readonly name: Field<string> }>): ReadonlyMap<string, number> {
  const index = new Map<string, number>()
  items.forEach(({ name }, at) => {
    if (name.value !== undefined && !index.has(name.value)) index.set(name.value, at)
  })
  return index
}

function spacesOf(domains: ReadonlyArray<FlatDomain>): AddressSpace[] {
  return domains.flatMap(({ domain }) => [
    {
      kind: "protection domain" as const,
      name: domain.name.value ?? "",
      place: domain.name.place,
      maps: domain.maps,
      stackSize: domain.stackSize.value,
    },
    ...domain.machines.map((machine) => ({
      kind: "virtual machine" as const,
      name: machine.name.value ?? "",
      place: machine.name.place,
      maps: machine.maps,
      stackSize: undefined,
    })),
  ])
}

function factsOf(
  region: RawRegion,
  maps: ReadonlyMap<string | undefined, ReadonlyArray<RawMap>>,
  io: ReadonlySet<string | undefined>,
  options: ParseOptions,
): RegionFacts {
  const path = region.prefillPath.value
  const bytes = path === undefined ? undefined : options.prefillSize?.(path)
  const minPageSize = region.written.pageSize ? region.pageSize.value : SMALL_PAGE
  const fromFile = bytes === undefined || minPageSize === undefined ? undefined : roundUp(bytes, minPageSize)
  // What the boot loader leaves is small, and its size not known here.
  const unknown = region.prefillBootinfo.value === undefined ? fromFile : minPageSize
  const size = region.written.size ? region.size.value : unknown
  if (region.written.pageSize || size === undefined) return { size, minPageSize, pageSize: minPageSize }
  const here = (maps.get(region.name.value) ?? []).map((map) => map.vaddr.value ?? 0)
  // The IOMMU has small pages only.
  const large =
    !io.has(region.name.value) &&
    [size, region.physAddr.value ?? 0, ...here].every((value) => value % LARGE_PAGE === 0)
  return { size, minPageSize, pageSize: large ? LARGE_PAGE : SMALL_PAGE }
}

export function contextOf(raw: RawSystem, options: ParseOptions, readClean: boolean): Context {
  const domains = flattenDomains(raw)
  const spaces = spacesOf(domains)
  const maps = groupBy(
    spaces.flatMap((space) => space.maps),
    (map) => map.region.value,
  )
  const io = new Set(raw.ioSpaces.flatMap((space) => space.maps.map((map) => map.region.value)))
  return {
    raw,
    options,
    architecture: options.architecture ?? "aarch64",
    cpus: options.cpus ?? 1,
    readClean,
    domains,
    machines: domains.flatMap(({ domain }) => domain.machines),
    spaces,
    regionIndex: indexByName(raw.regions),
    domainIndex: indexByName(domains.map(({ domain }) => domain)),
    regionFacts: raw.regions.map((region) => factsOf(region, maps, io, options)),
  }
}

/** The items of each key, in their order. */
export function groupBy<A, K>(
  items: ReadonlyArray<A>,
  key: (item: A) => K,
): ReadonlyMap<K, ReadonlyArray<A>> {
  const groups = new Map<K, A[]>()
  for (const item of items) {
    const k = key(item)
    const group = groups.get(k)
    if (group === undefined) groups.set(k, [item])
    else group.push(item)
  }
  return groups
}

/** Pairs of an item and the first one before it with the same key. Items without a key are left out. */
export function twins<A, K>(
  items: ReadonlyArray<A>,
  key: (item: A) => K | undefined,
): ReadonlyArray<readonly [first: A, again: A]> {
  const seen = new Map<K, A>()
  return items.flatMap((item) => {
    const k = key(item)
    if (k === undefined) return []
    const first = seen.get(k)
    if (first === undefined) seen.set(k, item)
    return first === undefined ? [] : [[first, item] as const]
  })
}
