// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about maps: the region exists, the address is a multiple of its page size and inside the address
// space, and no two maps of one address space overlap. One region may be mapped twice at two addresses.

import { type Diagnostic, errorAt } from "@vmm/diagnostic"

import { range, unknownRegion } from "./meant.ts"
import type { AddressSpace, Context } from "./context.ts"
import { also, deleteAttribute, deleteElement, fix, renameAttribute, setField } from "../fixes.ts"
import { type Architecture, domainSpaceEnd, LIMITS, roundUp, SMALL_PAGE, STACK_SIZES } from "../options.ts"
import { crossing } from "../ranges.ts"
import type { RawMap } from "../read/raw.ts"
import { asHex, hex } from "../read/values.ts"

/** A map whose range is known. */
interface Placed {
  readonly map: RawMap
  readonly region: string
  readonly vaddr: number
  readonly size: number
  /** Bytes that its address is a multiple of. */
  readonly unit: number
  /** Of the region, where the space is a guest's. */
  readonly physAddr: number | undefined
}

function spaceEnd(space: AddressSpace, architecture: Architecture): number {
  return space.kind === "virtual machine"
    ? LIMITS[architecture].machineEnd
    : domainSpaceEnd(architecture, space.stackSize ?? STACK_SIZES.default)
}

function referenceFindings(map: RawMap, context: Context): Diagnostic[] {
  const name = map.region.value
  if (name === undefined) return []
  const index = context.regionIndex.get(name)
  if (index === undefined) {
    const message = `invalid memory region name '${name}' on 'map'`
    const { remedy, more } = unknownRegion(context, map.region)
    return [errorAt(map.region.place, message, remedy, { code: "region-unknown", ...more })]
  }
  const region = context.raw.regions[index]
  const filled = region?.prefillPath.written === true || region?.prefillBootinfo.written === true
  if (map.setvarPrefillSize.value !== undefined && !filled) {
    const message = `setvar_prefill_size on 'map' of memory region '${name}', which has no prefill_path`
    const written = map.element.attributes.get("setvar_prefill_size")
    const whole = !map.element.attributes.has("setvar_size")
    const change = written && (whole ? renameAttribute(written, "setvar_size") : deleteAttribute(written))
    const fixes = change === undefined ? [] : [fix("whole-size", change)]
    return [
      errorAt(map.setvarPrefillSize.place, message, "delete it, or use setvar_size", {
        code: "prefill-size-without-prefill",
        fixes,
        related: region === undefined ? [] : [also(region.place, `memory region '${name}'`)],
      }),
    ]
  }
  return []
}

function alignmentFindings(map: RawMap, context: Context): Diagnostic[] {
  const index = context.regionIndex.get(map.region.value ?? "")
  const page = index === undefined ? undefined : context.regionFacts[index]?.minPageSize
  const vaddr = map.vaddr.value
  if (page === undefined || vaddr === undefined || vaddr % page === 0) return []
  const down = asHex(map.vaddr, page) ?? hex(vaddr - (vaddr % page))
  const why = vaddr % SMALL_PAGE === 0 ? `page_size of '${map.region.value}' is ${hex(page)}; ` : ""
  return [
    errorAt(
      map.vaddr.place,
      "invalid vaddr alignment on 'map'",
      `${why}write ${down} or another multiple of ${hex(page)}`,
      { code: "vaddr-not-aligned", fixes: [fix("write-value", setField(map.vaddr, "vaddr", down))] },
    ),
  ]
}

/** The lowest free address of a space, whose maps come in order of address, from `from` on, else from `lowest` on. */
function freeAddress(
  one: Placed,
  placed: ReadonlyArray<Placed>,
  from: number,
  end: number,
  lowest: number,
): number | undefined {
  // A guest's devices mostly stand where the board has them.
  const own = one.physAddr
  const crosses = (at: number) =>
    placed.some((other) => other !== one && at < other.vaddr + other.size && other.vaddr < at + one.size)
  if (own !== undefined && own % one.unit === 0 && own + one.size <= end && !crosses(own)) return own
  for (const start of [from, lowest]) {
    let base = roundUp(start, one.unit)
    for (const other of placed) {
      if (other !== one && base < other.vaddr + other.size && other.vaddr < base + one.size) {
        base = roundUp(other.vaddr + other.size, one.unit)
      }
    }
    if (base + one.size <= end) return base
  }
  return undefined
}

function moved(one: Placed, placed: ReadonlyArray<Placed>, from: number, end: number, space: AddressSpace) {
  // Programs lie low in their space.
  const lowest = space.kind === "virtual machine" ? one.unit : 0x1000_0000
  const free = freeAddress(one, placed, Math.max(from, lowest), end, lowest)
  if (free === undefined) return {}
  const who = space.kind === "virtual machine" ? "the guest's device tree" : "the program"
  const note = one.map.setvarVaddr.written ? [] : [`${who} has to know the new address too`]
  return { fixes: [fix("move-map", setField(one.map.vaddr, "vaddr", hex(free)), note)] }
}

function rangeFindings(
  one: Placed,
  placed: ReadonlyArray<Placed>,
  space: AddressSpace,
  architecture: Architecture,
): Diagnostic[] {
  const { map, region, vaddr, size } = one
  const end = spaceEnd(space, architecture)
  const remedy = `addresses of a ${space.kind} end at ${hex(end)}`
  const refused = (message: string) => [
    errorAt(map.vaddr.place, message, remedy, {
      code: "map-beyond-space",
      ...moved(one, placed, one.unit, end, space),
    }),
  ]
  if (vaddr >= end) {
    return refused(`vaddr (${hex(vaddr)}) must be less than ${hex(end)} on element 'map'`)
  }
  if (vaddr + size > Number.MAX_SAFE_INTEGER) {
    return refused(`map for '${region}' has address range that overflows`)
  }
  if (vaddr + size <= end) return []
  return refused(
    `map for '${region}' has virtual address range ${range(vaddr, size)} ` +
      `which exceeds valid address space ${range(0, end)}`,
  )
}

const meet = (a: Placed, b: Placed): boolean => a.vaddr < b.vaddr + b.size && b.vaddr < a.vaddr + a.size

/** Maps that lie over several others, which keep clear of each other, and those others. */
function swallowing(placed: ReadonlyArray<Placed>): ReadonlyMap<Placed, ReadonlyArray<Placed>> {
  return new Map(
    placed.flatMap((one) => {
      const under = placed.filter((other) => other !== one && meet(one, other))
      const clear = under.every((a) => a.size < one.size && under.every((b) => a === b || !meet(a, b)))
      return under.length > 1 && clear ? [[one, under] as const] : []
    }),
  )
}

/** The one that is wrong is told, with all that it lies over. */
function tooWide(
  one: Placed,
  under: ReadonlyArray<Placed>,
  space: AddressSpace,
  context: Context,
): Diagnostic {
  const [first] = under
  const room = Math.min(...under.map(({ vaddr }) => vaddr)) - one.vaddr
  const message =
    `map for '${one.region}' has virtual address range ${range(one.vaddr, one.size)} which overlaps with map for ` +
    `'${first?.region ?? ""}' ${range(first?.vaddr ?? 0, first?.size ?? 0)} in ${space.kind} '${space.name}', and ` +
    `with ${under.length - 1} more`
  const remedy =
    room > 0
      ? `make '${one.region}' smaller: ${hex(room)} bytes are free at ${hex(one.vaddr)}; or map it elsewhere`
      : `map '${one.region}' elsewhere, or make it smaller`
  const size = context.raw.regions[context.regionIndex.get(one.region) ?? -1]?.size
  const fixes =
    room > 0 && size?.written === true ? [fix("write-value", setField(size, "size", hex(room)))] : []
  const related = under.map((other) =>
    also(other.map.vaddr.place, `the map for '${other.region}' ${range(other.vaddr, other.size)}`),
  )
  return errorAt(one.map.vaddr.place, message, remedy, { code: "maps-overlap", related, fixes })
}

function overlapFindings(all: ReadonlyArray<Placed>, space: AddressSpace, context: Context): Diagnostic[] {
  const placed = crossing(all, ({ vaddr, size }) => ({ base: vaddr, size }))
  if (placed.length === 0) return []
  const sorted = byAddress(all)
  const wide = swallowing(placed)
  return placed.flatMap((one) => {
    const under = wide.get(one)
    if (under !== undefined) return [tooWide(one, under, space, context)]
    // The first in the file that meets it, itself at the latest.
    const other = placed.find((earlier) => earlier === one || (!wide.has(earlier) && meet(one, earlier)))
    if (other === undefined || other === one) return []
    const there = range(other.vaddr, other.size)
    const message =
      `map for '${one.region}' has virtual address range ${range(one.vaddr, one.size)} which overlaps with map for ` +
      `'${other.region}' ${there} in ${space.kind} '${space.name}'`
    const fixes = moved(one, sorted, other.vaddr + other.size, spaceEnd(space, context.architecture), space)
    const [free] = fixes.fixes ?? []
    const to = free === undefined ? "" : `; free is, for example, ${free.title.replace(/^write /, "")}`
    const remedy = `move one of them; the other map is on line ${other.map.place.line}${to}`
    const related = [also(other.map.vaddr.place, `the map for '${other.region}' ${there}`)]
    const twice = one.region === other.region && one.vaddr === other.vaddr
    const ways = [
      ...(twice ? [fix("delete-element", deleteElement(one.map.element))] : []),
      ...(fixes.fixes ?? []),
    ]
    return [errorAt(one.map.vaddr.place, message, remedy, { code: "maps-overlap", related, fixes: ways })]
  })
}

const byAddress = (placed: ReadonlyArray<Placed>): ReadonlyArray<Placed> =>
  [...placed].sort((a, b) => a.vaddr - b.vaddr)

function spaceFindings(space: AddressSpace, context: Context): Diagnostic[] {
  const placed = space.maps.flatMap((map): Placed[] => {
    const region = map.region.value
    const index = context.regionIndex.get(region ?? "")
    const facts = index === undefined ? undefined : context.regionFacts[index]
    const vaddr = map.vaddr.value
    if (region === undefined || vaddr === undefined) return []
    const physAddr =
      space.kind === "virtual machine" ? context.raw.regions[index ?? -1]?.physAddr.value : undefined
    return [{ map, region, vaddr, size: facts?.size ?? 0, unit: facts?.pageSize ?? SMALL_PAGE, physAddr }]
  })
  const sorted = byAddress(placed)
  return [
    ...space.maps.flatMap((map) => [...referenceFindings(map, context), ...alignmentFindings(map, context)]),
    ...placed.flatMap((one) => rangeFindings(one, sorted, space, context.architecture)),
    ...overlapFindings(
      // What is not at a page has been told, and may be anywhere.
      placed.filter(({ size, vaddr }) => size > 0 && vaddr % SMALL_PAGE === 0),
      space,
      context,
    ),
  ]
}

export function checkMaps(context: Context): ReadonlyArray<Diagnostic> {
  return context.spaces.flatMap((space) => spaceFindings(space, context))
}
