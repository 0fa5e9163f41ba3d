// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about maps: the region exists, the address is a multiple of its page size and inside the address
// space, and no two maps of one address space overlap. One region may be mapped twice at two addresses.

import { regionRemedy, range } from "./check-regions.ts"
import type { AddressSpace, Context } from "./context.ts"
import { type Diagnostic, errorAt } from "@vmm/diagnostic"
import { domainSpaceEnd, MACHINE_SPACE_END, SMALL_PAGE, STACK_SIZES } from "./options.ts"
import type { RawMap } from "./raw.ts"
import { hex } from "./values.ts"

/** A map whose range is known. */
interface Placed {
  readonly map: RawMap
  readonly region: string
  readonly vaddr: number
  readonly size: number
}

function spaceEnd(space: AddressSpace): number {
  return space.kind === "virtual machine"
    ? MACHINE_SPACE_END
    : domainSpaceEnd(space.stackSize ?? STACK_SIZES.default)
}

function referenceFindings(map: RawMap, context: Context): Diagnostic[] {
  const name = map.region.value
  if (name === undefined) return []
  const index = context.regionIndex.get(name)
  if (index === undefined) {
    const message = `invalid memory region name '${name}' on 'map'`
    return [errorAt(map.region.place, message, regionRemedy(context, name))]
  }
  const region = context.raw.regions[index]
  if (map.setvarPrefillSize.value !== undefined && region?.prefillPath.value === undefined) {
    const message = `setvar_prefill_size on 'map' of memory region '${name}', which has no prefill_path`
    return [errorAt(map.setvarPrefillSize.place, message, "delete it, or use setvar_size")]
  }
  return []
}

function alignmentFindings(map: RawMap, context: Context): Diagnostic[] {
  const index = context.regionIndex.get(map.region.value ?? "")
  const page = index === undefined ? undefined : context.regionFacts[index]?.minPageSize
  const vaddr = map.vaddr.value
  if (page === undefined || vaddr === undefined || vaddr % page === 0) return []
  const down = hex(vaddr - (vaddr % page))
  const why = vaddr % SMALL_PAGE === 0 ? `page_size of '${map.region.value}' is ${hex(page)}; ` : ""
  return [
    errorAt(
      map.vaddr.place,
      "invalid vaddr alignment on 'map'",
      `${why}write ${down} or another multiple of ${hex(page)}`,
    ),
  ]
}

function rangeFindings({ map, region, vaddr, size }: Placed, space: AddressSpace): Diagnostic[] {
  const end = spaceEnd(space)
  const remedy = `addresses of a ${space.kind} end at ${hex(end)}`
  if (vaddr + size > Number.MAX_SAFE_INTEGER) {
    return [errorAt(map.vaddr.place, `map for '${region}' has address range that overflows`, remedy)]
  }
  if (vaddr >= end) {
    return [
      errorAt(
        map.vaddr.place,
        `vaddr (${hex(vaddr)}) must be less than ${hex(end)} on element 'map'`,
        remedy,
      ),
    ]
  }
  if (vaddr + size <= end) return []
  const message =
    `map for '${region}' has virtual address range ${range(vaddr, size)} ` +
    `which exceeds valid address space ${range(0, end)}`
  return [errorAt(map.vaddr.place, message, remedy)]
}

function overlapFindings(placed: ReadonlyArray<Placed>, space: AddressSpace): Diagnostic[] {
  return placed.flatMap((one, index) => {
    const other = placed
      .slice(0, index)
      .find((earlier) => one.vaddr < earlier.vaddr + earlier.size && earlier.vaddr < one.vaddr + one.size)
    if (other === undefined) return []
    const message =
      `map for '${one.region}' has virtual address range ${range(one.vaddr, one.size)} which overlaps with map for ` +
      `'${other.region}' ${range(other.vaddr, other.size)} in ${space.kind} '${space.name}'`
    const remedy = `move one of them; the other map is on line ${other.map.place.line}`
    return [errorAt(one.map.vaddr.place, message, remedy)]
  })
}

function spaceFindings(space: AddressSpace, context: Context): Diagnostic[] {
  const placed = space.maps.flatMap((map): Placed[] => {
    const region = map.region.value
    const index = context.regionIndex.get(region ?? "")
    const size = index === undefined ? undefined : context.regionFacts[index]?.size
    const vaddr = map.vaddr.value
    if (region === undefined || vaddr === undefined) return []
    return [{ map, region, vaddr, size: size ?? 0 }]
  })
  return [
    ...space.maps.flatMap((map) => [...referenceFindings(map, context), ...alignmentFindings(map, context)]),
    ...placed.flatMap((one) => rangeFindings(one, space)),
    ...overlapFindings(
      placed.filter(({ size }) => size > 0),
      space,
    ),
  ]
}

export function checkMaps(context: Context): ReadonlyArray<Diagnostic> {
  return context.spaces.flatMap((space) => spaceFindings(space, context))
}
