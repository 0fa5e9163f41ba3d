// SPDX-License-Identifier: BSD-2-Clause
//
// A region at an address of the board where nothing is: what its author may have meant.

import { type Diagnostic, type Edit, errorAt, warningAt } from "@vmm/diagnostic"
import type { MemoryRegion, RegionMap } from "@vmm/system"

import { deviceNodes, gicOf, nodeText, rangesOf } from "../../devices.ts"
import { attributePlace, removeElement, setAttribute } from "../../edit/system-edit.ts"
import { guestViews } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { groupedHex, hex, pagesOf, rangeText } from "../../words.ts"
import { consoleNodes } from "../console/uarts.ts"
import { fix, propertyPlace, related } from "../rule.ts"

/** Remedy, what has to do with it, and edits. */
interface Guess {
  readonly code: string
  readonly remedy: string
  readonly there: ReturnType<typeof related>
  readonly title: string
  readonly edits: readonly Edit[]
}

/** The GICv2's virtual CPU interface on a board that has no GICv2. */
function foreignGic(input: Agreement, region: MemoryRegion, maps: readonly RegionMap[]): Guess | undefined {
  const gic = gicOf(input.hardware)
  if (gic?.version !== 3 || !/gic|vcpu/i.test(region.name)) return undefined
  return {
    code: "region-off-board",
    remedy:
      `take it and its maps away: the board has a GICv3 (${gic.node.path}), whose CPU interface a guest reaches by ` +
      "system registers",
    there: related(gic.node.place, "the board's interrupt controller"),
    title: `take '${region.name}' away`,
    edits: [region, ...maps].flatMap((one) => removeElement(input.sources.system, one.place)),
  }
}

/** A digit more or less, or another one. */
function isSlip(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || long === short) return false
  const at = [...long].findIndex((digit, index) => digit !== short[index])
  return long.slice(at + 1) === short.slice(long.length === short.length ? at + 1 : at)
}

/** The console's address, or that of the only device, with a digit wrong. */
function wrongDigit(input: Agreement, region: MemoryRegion, maps: readonly RegionMap[]): Guess | undefined {
  const { system } = input.sources
  const base = region.physAddr ?? 0
  const near = deviceNodes(input.hardware).flatMap((node) => {
    const range = rangesOf(node).find((one) => isSlip(hex(pagesOf(one).base), hex(base)))
    return range === undefined ? [] : [{ node, range }]
  })
  const consoles = guestViews(input).flatMap((view) => [...consoleNodes(input, view)].map(({ path }) => path))
  const meant =
    near.find(({ node }) => consoles.includes(node.path)) ?? (near.length === 1 ? near[0] : undefined)
  if (meant === undefined) return undefined
  const text = groupedHex(pagesOf(meant.range).base)
  const moved = maps
    .filter(({ vaddr }) => vaddr === base)
    .flatMap((map) => setAttribute(system, map.place, "vaddr", text))
  const also = moved.length === 0 ? "" : ", and its vaddr likewise"
  return {
    code: "region-digit",
    remedy: `did you mean phys_addr="${text}", ${nodeText(meant.node)}${also}?`,
    there: related(propertyPlace(meant.node, "reg"), `${nodeText(meant.node)} is here`),
    title: `write phys_addr="${text}"`,
    edits: [...setAttribute(system, region.place, "phys_addr", text), ...moved],
  }
}

/** The warning for a region that is neither RAM nor registers; `message` says so. */
export function nowhere(input: Agreement, region: MemoryRegion, index: number, message: string): Diagnostic {
  const base = region.physAddr ?? 0
  const place = attributePlace(input.sources.system, region.place, "phys_addr")
  const maps = input.system.virtualMachines.flatMap((vm) => vm.maps.filter((map) => map.region === index))
  const guess = foreignGic(input, region, maps) ?? wrongDigit(input, region, maps)
  if (guess !== undefined) {
    const { remedy, there, title, edits } = guess
    const more = { code: guess.code, related: [there], fixes: fix(guess.code, title, edits) }
    return (guess.code === "region-digit" ? errorAt : warningAt)(place, message, remedy, more)
  }
  const [near] = deviceNodes(input.hardware)
    .flatMap((node) => rangesOf(node).map((one) => ({ node, one, far: Math.abs(one.base - base) })))
    .sort((a, b) => a.far - b.far)
  const hint =
    near === undefined
      ? "the board has no devices"
      : `the nearest device is ${near.node.path} at ${rangeText(near.one)}`
  return warningAt(place, message, `correct phys_addr; ${hint}`, { code: "region-off-board" })
}
