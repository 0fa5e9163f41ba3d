// SPDX-License-Identifier: BSD-2-Clause
//
// An address that a protection domain's program used and that no map of it reaches: whose it is elsewhere, and the
// lines of the `.system` file after which it is the domain's too.

import type { Fix } from "@vmm/diagnostic"
import { addDomainMap, type ExampleFiles, growRegion, moveDomainMap } from "@vmm/report"

import type { CompiledDomain, CompiledMap, CompiledRegion, CompiledSystem } from "../../compile/compiled.ts"

const hex = (value: number): string => `0x${value.toString(16)}`

/** The map at an address, or the one that ends nearest below it. */
export function nearestMap(system: CompiledSystem, domain: CompiledDomain, address: number) {
  const maps = domain.maps.map((map) => {
    const size = system.regions.find(({ name }) => name === map.region)?.size ?? 0
    return { ...map, end: map.vaddr + size }
  })
  const inside = maps.find(({ vaddr, end }) => address >= vaddr && address < end)
  const below = maps.filter(({ end }) => end <= address).sort((a, b) => b.end - a.end)[0]
  return { inside, below }
}

/** What an address is elsewhere. */
interface Elsewhere {
  readonly region: string
  /** Where the region begins there. */
  readonly base: number
  readonly text: string
}

/** Whose address it is elsewhere: a region's on the board, or where a guest or another domain maps one. */
export function elsewhere(
  system: CompiledSystem,
  domain: CompiledDomain,
  address: number,
): Elsewhere | undefined {
  const holds = (base: number, size = 0) => address >= base && address < base + size
  const sizeOf = (region: string) => system.regions.find(({ name }) => name === region)?.size
  const own = (region: string) => domain.maps.find((map) => map.region === region)
  const ends = (region: string) => {
    const map = own(region)
    return map === undefined
      ? `which ${domain.name} does not map`
      : `which ${domain.name} maps at ${hex(map.vaddr)}`
  }
  const holding = (holder: string, maps: readonly CompiledMap[] = []) =>
    maps
      .filter(({ vaddr, region }) => holds(vaddr, sizeOf(region)))
      .map(({ vaddr, region }) => ({ holder, vaddr, region }))
  const guests = system.domains.flatMap(({ vm }) => (vm === undefined ? [] : holding(vm.name, vm.maps)))
  const domains = system.domains.flatMap(({ name, maps }) =>
    name === domain.name ? [] : holding(name, maps),
  )
  const others = [...domains, ...guests]
  const physical = system.regions.filter(({ physAddr, size }) => holds(physAddr, size))
  const region = physical.find(({ name }) => own(name) !== undefined) ?? physical[0]
  const seen = others.find((map) => own(map.region) !== undefined) ?? guests[0] ?? domains[0]
  if (
    region !== undefined &&
    (own(region.name) !== undefined || seen?.region === region.name || seen === undefined)
  ) {
    const text = `that is the physical address of "${region.name}", ${ends(region.name)}`
    return { region: region.name, base: region.physAddr, text }
  }
  if (seen === undefined) return undefined
  const text = `${seen.holder} has "${seen.region}" there, ${ends(seen.region)}`
  return { region: seen.region, base: seen.vaddr, text }
}

const PAGE = 0x1000
/** The widest access. */
const WIDTH = 8
const up = (value: number, unit: number): number => Math.ceil(value / unit) * unit
const crosses = (from: number, to: number, base: number, size: number) => from < base + size && base < to

/** Whether a stretch of the domain's address space is free but for one region. */
function isFree(
  system: CompiledSystem,
  { maps }: CompiledDomain,
  stretch: { readonly from: number; readonly to: number },
  but: string,
): boolean {
  return maps.every(({ region, vaddr }) => {
    const size = system.regions.find(({ name }) => name === region)?.size ?? 0
    return region === but || !crosses(stretch.from, stretch.to, vaddr, size)
  })
}

/** Digits of an address without those that only tell its size. */
const digits = (address: number): string => address.toString(16).replace(/0+$/, "")

function oneDigitOff(a: number, b: number): boolean {
  const [one, other] = [a.toString(16), b.toString(16)]
  return one.length === other.length && [...one].filter((digit, at) => digit !== other[at]).length === 1
}

/** The only map whose address may have been meant to be this one: a zero too many, a wrong digit. */
function misspelt(system: CompiledSystem, domain: CompiledDomain, address: number) {
  const found = domain.maps.flatMap(({ region, vaddr }) => {
    const size = system.regions.find(({ name }) => name === region)?.size ?? PAGE
    const base = address - (address % up(size, PAGE))
    const near = digits(base) === digits(vaddr) || oneDigitOff(base, vaddr)
    return base > 0 && near && isFree(system, domain, { from: base, to: base + size }, region)
      ? [{ region, base }]
      : []
  })
  return found.length === 1 ? found[0] : undefined
}

/** A longer region where the access is behind its end, and all who map it have the room. */
function longer(
  system: CompiledSystem,
  domain: CompiledDomain,
  address: number,
  example: ExampleFiles,
): readonly Fix[] {
  const { below } = nearestMap(system, domain, address)
  const region = system.regions.find(({ name }) => name === below?.region)
  if (below === undefined || region === undefined || address - below.end >= region.size) return []
  // A guest's tree would have to tell of it.
  if (system.domains.some(({ vm }) => vm?.maps.some((map) => map.region === region.name))) return []
  const size = up(address + WIDTH - below.vaddr, region.pageSize)
  const room = system.domains.every((space) =>
    space.maps
      .filter((map) => map.region === region.name)
      .every(({ vaddr }) => isFree(system, space, { from: vaddr, to: vaddr + size }, region.name)),
  )
  return room ? growRegion(example, region.name, size) : []
}

/** A map like those that others have of the region. */
function mapLike(system: CompiledSystem, { name }: CompiledRegion, vaddr: number, write: boolean) {
  const maps = system.domains.flatMap((one) => [...one.maps, ...(one.vm?.maps ?? [])])
  const cached = maps.find(({ region }) => region === name)?.cached ?? false
  return { region: name, vaddr, perms: write ? "rw" : "r", cached }
}

/** Lines after which the program's access is allowed, the likeliest meant first. */
export function missingMapFixes(
  system: CompiledSystem,
  domain: CompiledDomain,
  access: { readonly address: number; readonly write: boolean },
  example: ExampleFiles,
): readonly Fix[] {
  const { address, write } = access
  if (address < PAGE) return []
  const there = elsewhere(system, domain, address)
  const grown = there === undefined ? longer(system, domain, address, example) : []
  if (grown.length > 0) return grown
  const meant = there ?? misspelt(system, domain, address)
  const region = system.regions.find(({ name }) => name === meant?.region)
  if (meant === undefined || region === undefined) return []
  if (!isFree(system, domain, { from: meant.base, to: meant.base + region.size }, region.name)) return []
  if (domain.maps.some((map) => map.region === region.name)) {
    return moveDomainMap(example, domain.name, region.name, meant.base)
  }
  const notes = [`Or mend the address in the program, where it means something else.`]
  return addDomainMap(example, domain.name, mapLike(system, region, meant.base, write), notes)
}
