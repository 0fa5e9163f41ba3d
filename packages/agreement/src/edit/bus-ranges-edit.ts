// SPDX-License-Identifier: BSD-2-Clause
//
// The `ranges` of a bus made to reach what hangs on it, where they are written: the size of the entry below grows to
// the next power of two that suffices, as far as the entry above allows (Devicetree Specification v0.4, 2.3.8).

import {
  addressCells,
  cellsToNumber,
  type DtNode,
  propCells,
  sizeCells,
  stoppingBus,
  widerRanges,
} from "@vmm/devicetree"
import type { Fix } from "@vmm/diagnostic"

import type { Sources } from "../input.ts"
import { hex } from "../words.ts"
import { setInPlace } from "./tree-edit.ts"

/** A device whose binding tells no size has a page. */
const PAGE = 0x1000

function sizeOf(node: DtNode): number {
  const { parent } = node
  if (parent === undefined) return PAGE
  const from = addressCells(parent)
  const cells = (propCells(node, "reg") ?? []).slice(from, from + sizeCells(parent))
  return Math.max(PAGE, cellsToNumber(cells) ?? PAGE)
}

/** The fix of a bus that `outside`, devices below it, are not reached through; none when no entry can grow. */
export function busRangesFix(sources: Sources, bus: DtNode, outside: readonly DtNode[]): readonly Fix[] {
  const spans = outside.flatMap((node) => {
    const address = stoppingBus(node)?.address
    return address === undefined ? [] : [{ address, end: address + sizeOf(node) }]
  })
  const end = Math.max(...spans.map((one) => one.end))
  const from = Math.min(...spans.map((one) => one.address))
  const cells = spans.length === 0 ? undefined : widerRanges(bus, from, end)
  if (cells === undefined) return []
  const edits = setInPlace(sources, bus, "ranges", `<${cells.map((cell) => hex(cell)).join(" ")}>`)
  const title = `let the ranges of ${bus.name} reach ${hex(end)}`
  return edits.length === 0 ? [] : [{ id: "bus-ranges", title, edits, notes: [] }]
}
