// SPDX-License-Identifier: BSD-2-Clause
//
// A PrimeCell whose reg ends before its identification registers: Linux takes it for nothing (drivers/amba/bus.c).

import { compatibleOf, type DtNode, propCells, regRanges } from "@vmm/devicetree"
import type { Diagnostic, errorAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { setInPlace } from "../../edit/tree-edit.ts"
import type { Agreement } from "../../input.ts"
import { hex } from "../../words.ts"
import { fix, propertyPlace } from "../rule.ts"

const CELL = "arm,primecell"
/** Identification registers stand at the end of a PrimeCell, which has 4 KiB of registers. */
const CELL_SIZE = 0x1000

/** Linux reads them 32 bytes before the end of reg (drivers/amba/bus.c: amba_read_periphid). */
export function shortCell(input: Agreement, node: DtNode, say: typeof errorAt): readonly Diagnostic[] {
  const [first] = regRanges(node)
  if (!compatibleOf(node).includes(CELL) || first === undefined) return []
  if (first.size === 0 || first.size >= CELL_SIZE || node.properties.has("arm,primecell-periphid")) return []
  const cells = propCells(node, "reg") ?? []
  const at = cells.indexOf(first.size)
  const value = `<${cells.map((cell, index) => hex(index === at ? CELL_SIZE : cell)).join(" ")}>`
  const message =
    `${nodeText(node)} has ${hex(first.size)} bytes of registers, and a PrimeCell has ${hex(CELL_SIZE)}: Linux reads ` +
    "at their end what it is, and finds nothing"
  const edits = at < 0 ? [] : setInPlace(input.sources, node, "reg", value)
  const fixes = fix("cell-size", `write reg = ${value}`, edits)
  return [
    say(propertyPlace(node, "reg"), message, `write reg = ${value};`, { code: "primecell-short", fixes }),
  ]
}
