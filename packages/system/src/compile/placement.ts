// SPDX-License-Identifier: BSD-2-Clause
//
// Where memory regions lie in physical memory. Regions with a phys_addr stay there; the others each get
// one contiguous piece of free RAM: large regions first, then in the file's order, each at the lowest
// address that fits. The result depends on nothing but its arguments.

import * as E from "fp-ts/lib/Either.js"
import { type Diagnostic, errorAt } from "@vmm/diagnostic"
import { LARGE_PAGE, roundUp } from "../options.ts"
import { endOf, type Range, renderRange, renderSize, subtractRanges } from "../ranges.ts"
import type { MemoryRegion, System } from "../system.ts"

/** Where a region lies; bytes. */
export interface Placement {
  /** Index in `System.memoryRegions`. */
  readonly region: number
  readonly name: string
  readonly physAddr: number
  readonly size: number
  readonly pageSize: number
  /** The .system file names the address. */
  readonly fixed: boolean
}

/** Bytes at which a region without phys_addr begins a multiple: 2 MiB from that size on. */
function alignmentOf(region: MemoryRegion): number {
  return region.size >= LARGE_PAGE ? LARGE_PAGE : region.pageSize
}

function lowestFit(free: ReadonlyArray<Range>, size: number, alignment: number): number | undefined {
  return free
    .map((range) => ({ range, base: roundUp(range.base, alignment) }))
    .find(({ range, base }) => base + size <= endOf(range))?.base
}

function noRoom(region: MemoryRegion, free: ReadonlyArray<Range>): Diagnostic {
  const alignment = alignmentOf(region)
  const usable = free.map((range) => Math.max(0, endOf(range) - roundUp(range.base, alignment)))
  const largest = Math.max(0, ...usable)
  const fit = largest - (largest % region.pageSize)
  const left =
    free.length === 0
      ? "none"
      : free.map((range) => `${renderRange(range)} (${renderSize(range.size)})`).join(", ")
  const remedy =
    fit > 0
      ? `the largest size that fits is 0x${fit.toString(16)} (${renderSize(fit)}): ` +
        "make the region smaller, or give the board more RAM"
      : "make other regions smaller, or give the board more RAM"
  return errorAt(
    region.place,
    `memory region '${region.name}' of 0x${region.size.toString(16)} bytes (${renderSize(region.size)}) does not fit ` +
      `in the free RAM; free at a multiple of 0x${alignment.toString(16)}: ${left}`,
    remedy,
  )
}

/**
 * Places every region of the system.
 * @param ram the board's RAM
 * @param reserved ranges not to be used for regions without phys_addr (the kernel's own, firmware's)
 * @returns placements in the order of `System.memoryRegions`, or an error for each region without room
 */
export function placeRegions(
  system: System,
  ram: ReadonlyArray<Range>,
  reserved: ReadonlyArray<Range> = [],
): E.Either<ReadonlyArray<Diagnostic>, ReadonlyArray<Placement>> {
  const regions = system.memoryRegions
  const fixed = regions.flatMap(({ physAddr, size }) =>
    physAddr === undefined ? [] : [{ base: physAddr, size }],
  )
  const bases = new Map<number, number>()
  const findings: Diagnostic[] = []
  let free = subtractRanges(ram, [...reserved, ...fixed])
  const floating = regions
    .map((region, index) => ({ region, index }))
    .filter(({ region }) => region.physAddr === undefined)
    .sort((a, b) => alignmentOf(b.region) - alignmentOf(a.region) || a.index - b.index)
  for (const { region, index } of floating) {
    const base = lowestFit(free, region.size, alignmentOf(region))
    if (base === undefined) {
      findings.push(noRoom(region, free))
    } else {
      bases.set(index, base)
      free = subtractRanges(free, [{ base, size: region.size }])
    }
  }
  if (findings.length > 0) return E.left(findings)
  return E.right(
    regions.map((region, index) => ({
      region: index,
      name: region.name,
      physAddr: region.physAddr ?? bases.get(index) ?? 0,
      size: region.size,
      pageSize: region.pageSize,
      fixed: region.physAddr !== undefined,
    })),
  )
}
