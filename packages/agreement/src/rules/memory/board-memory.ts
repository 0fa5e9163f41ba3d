// SPDX-License-Identifier: BSD-2-Clause
//
// Regions that do not fit the board's RAM: what is free, what fits, and whether the size of pages is the cause.

import { type Diagnostic, errorAt, type Fix } from "@vmm/diagnostic"
import type { MemoryRegion } from "@vmm/system"

import { attributePlace, setAttribute } from "../../edit/system-edit.ts"
import { setTreeProperty } from "../../edit/tree-edit.ts"
import { type GuestView, guestViews } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import {
  endOf,
  gapsOf,
  groupedHex,
  hex,
  LARGE_PAGE,
  MIB,
  PAGE,
  type Range,
  rangeText,
  roundDown,
  roundUp,
  sizeText,
} from "../../words.ts"
import { bootRam, memoryNodes } from "./memory-node.ts"
import { fix, related } from "../rule.ts"

const alignmentOf = (region: MemoryRegion): number =>
  region.size >= LARGE_PAGE ? LARGE_PAGE : region.pageSize

function fitIn(free: readonly Range[], alignment: number, page: number): number {
  const sizes = free.map((range) => endOf(range) - roundUp(range.base, alignment))
  return roundDown(Math.max(0, ...sizes), page)
}

/** Places regions as the build does: by alignment, then in the file's order, lowest first. */
function walkThrough(
  input: Agreement,
): readonly { readonly region: MemoryRegion; readonly free: readonly Range[] }[] {
  const regions = input.system.memoryRegions
  const fixed = regions.flatMap(({ physAddr, size }) =>
    physAddr === undefined ? [] : [{ base: physAddr, size }],
  )
  let free = input.ram.flatMap((ram) => gapsOf(ram, [...fixed, ...input.kept]))
  const lost: { region: MemoryRegion; free: readonly Range[] }[] = []
  const floating = regions
    .map((region, index) => ({ region, index }))
    .filter(({ region }) => region.physAddr === undefined)
    .sort((a, b) => alignmentOf(b.region) - alignmentOf(a.region) || a.index - b.index)
  for (const { region } of floating) {
    const alignment = alignmentOf(region)
    const room = free.find((range) => roundUp(range.base, alignment) + region.size <= endOf(range))
    if (room === undefined) lost.push({ region, free })
    else {
      const taken = { base: roundUp(room.base, alignment), size: region.size }
      free = free.flatMap((range) => gapsOf(range, [taken]))
    }
  }
  return lost
}

/** The largest size that fits, in the region and, where it is a guest's RAM, in the guest's tree. */
function shrinkFix(
  input: Agreement,
  views: readonly GuestView[],
  region: MemoryRegion,
  size: number,
): readonly Fix[] {
  if (size <= 0) return []
  const edits = [...setAttribute(input.sources.system, region.place, "size", groupedHex(size))]
  const view = views.find((one) => bootRam(one)[0]?.region === region)
  const [node] = memoryNodes(input)
  const ram = view === undefined ? undefined : bootRam(view)[0]
  if (ram !== undefined && node !== undefined) {
    const told = node.properties.get("reg")?.value.length ?? 16
    const cell = (value: number) =>
      told >= 16 ? `${hex(Math.floor(value / 2 ** 32))} ${hex(value % 2 ** 32)}` : hex(value)
    edits.push(...setTreeProperty(input.sources, node, "reg", `<${cell(ram.base)} ${cell(size)}>`))
  }
  return fix("smaller-region", `make '${region.name}' ${sizeText(size)}`, edits)
}

/** Errors for regions without room; none when all fit. */
export function boardMemory(input: Agreement): readonly Diagnostic[] {
  const views = guestViews(input)
  return walkThrough(input).map(({ region, free }) => {
    const alignment = alignmentOf(region)
    const fit = fitIn(free, alignment, region.pageSize)
    const bySmall = fitIn(free, PAGE, PAGE)
    const left = free
      .filter(({ size }) => size >= PAGE)
      .map((range) => `${rangeText(range)} (${sizeText(range.size)})`)
    const message =
      `memory region '${region.name}' of ${hex(region.size)} bytes (${sizeText(region.size)}) does not fit ` +
      `in the free ` +
      `RAM of the board: free at a multiple of ${hex(alignment)}: ${left.join(", ") || "none"}`
    const pages = bySmall > fit && bySmall >= region.size
    const cause = pages
      ? `its begin at a multiple of ${hex(alignment)} is the cause: ${sizeText(bySmall)} are free at a ` +
        `multiple of ${hex(PAGE)}; `
      : ""
    // A guest's RAM is best a round number, with something left for what comes later.
    const round =
      fit >= 256 * MIB
        ? 2 ** Math.floor(Math.log2(fit))
        : roundDown(fit, Math.min(LARGE_PAGE, region.pageSize))
    const remedy =
      fit > 0
        ? `${cause}the largest size that fits is ${hex(fit)} (${sizeText(fit)}): make the region smaller, ` +
          `or give the board more RAM`
        : "make other regions smaller, or give the board more RAM"
    const others = input.kept.map(({ base, size, what }) => `${what} ${rangeText({ base, size })}`)
    const there = input.system.memoryRegions.flatMap((other) =>
      other !== region && other.size >= MIB && other.physAddr === undefined
        ? [related(other.place, `'${other.name}' takes ${sizeText(other.size)}`)]
        : [],
    )
    const notes = others.length === 0 ? "" : `; kept free: ${others.join(", ")}`
    const place = attributePlace(input.sources.system, region.place, "size")
    const fixes = shrinkFix(input, views, region, round)
    return errorAt(place, message, `${remedy}${notes}`, {
      code: "region-does-not-fit",
      related: there,
      fixes,
    })
  })
}
