// SPDX-License-Identifier: BSD-2-Clause
//
// #address-cells and #size-cells of the root that are not what its nodes write their registers with: read so, no
// device is where its name says, and nothing of the board is found. Devicetree Specification v0.4, 2.2.1 and 2.3.5.

import { addressCells, type DeviceTree, type DtNode, propCells, sizeCells } from "@vmm/devicetree"
import { type Diagnostic, type Edit, errorAt } from "@vmm/diagnostic"

import { addInPlace } from "../../edit/tree-edit.ts"
import type { Sources } from "../../input.ts"
import { countText } from "../../words.ts"
import { type Layout, LAYOUTS, numberOf } from "./reg-layout.ts"
import { fix, propertyPlace, related } from "../rule.ts"

/** So many nodes are not all wrong. */
const MANY = 3

/** Whether reg, read in a layout, begins where the node's name says. */
function fits(node: DtNode, [address, size]: Layout): boolean {
  const unit = /@([0-9a-f]{1,12})$/i.exec(node.name)?.[1]
  const cells = propCells(node, "reg") ?? []
  if (unit === undefined || cells.length === 0 || cells.length % (address + size) !== 0) return false
  return numberOf(cells.slice(0, address)) === Number.parseInt(unit, 16)
}

/** The error for a root whose cells are not those of its nodes. */
export function rootCells({ root }: DeviceTree, sources: Sources): Diagnostic | undefined {
  const nodes = root.children.filter((node) => node.name.includes("@") && node.properties.has("reg"))
  const many = (layout: Layout) => nodes.filter((node) => fits(node, layout)).length
  const own: Layout = [addressCells(root), sizeCells(root)]
  const best = LAYOUTS.reduce((one, other) => (many(other) > many(one) ? other : one), own)
  if (many(best) < MANY || many(best) <= 2 * many(own)) return undefined
  const [address, size] = best
  const names = ["#address-cells", "#size-cells"] as const
  const wrong = names.filter((_, index) => own[index] !== best[index])
  const edits: readonly Edit[] = wrong.flatMap((name) =>
    addInPlace(sources, root, name, `<${name === "#address-cells" ? address : size}>`),
  )
  const text = `#address-cells = <${address}> and #size-cells = <${size}>`
  const message =
    `the root has #address-cells ${own[0]} and #size-cells ${own[1]}, and reg of ${countText(many(best), "node")} ` +
    `is written with ${address} and ${size} cells: read so, no device is where its name says`
  const [node] = nodes.filter((one) => fits(one, best))
  const there = node === undefined ? [] : [related(propertyPlace(node, "reg"), `'${node.name}' does`)]
  const fixes = fix("root-cells", `write ${text}`, edits)
  const more = { code: "root-cells", related: there, fixes }
  return errorAt(propertyPlace(root, ...wrong), message, `write ${text}`, more)
}
