// SPDX-License-Identifier: BSD-2-Clause
//
// A device that an overlay moves away from where the board, its own name and the map have it: the overlay's reg is what
// is wrong then, and not the map.

import { addressCells, type DtNode, findByPath, propCells, sizeCells } from "@vmm/devicetree"
import { type Diagnostic, errorAt } from "@vmm/diagnostic"

import { nodeText, rangesOf } from "../../devices.ts"
import { setInPlace } from "../../edit/tree-edit.ts"
import type { GuestMap, GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { hex } from "../../words.ts"
import { cellText } from "../interrupts/gic-cpu-interface.ts"
import { fix, propertyPlace, related } from "../rule.ts"

const unitOf = ({ name }: DtNode): number => Number.parseInt(/@([0-9a-f]{1,12})$/i.exec(name)?.[1] ?? "", 16)

/** The finding at the overlay's reg; undefined where the map may be wrong as well. */
export function movedReg(
  input: Agreement,
  view: GuestView,
  map: GuestMap,
  nodes: readonly DtNode[],
): Diagnostic | undefined {
  const [node, another] = nodes
  const board = node === undefined ? undefined : findByPath(input.hardware, node.path)
  if (node === undefined || another !== undefined || board?.parent === undefined) return undefined
  const place = propertyPlace(node, "reg")
  const [there, here] = [rangesOf(board)[0]?.base, rangesOf(node)[0]?.base]
  const own = input.sources.overlays.some(({ file }) => file === place.file)
  const agreed = map.phys === map.base && there !== undefined && map.base === there && unitOf(node) === there
  if (!own || !agreed || here === undefined || here === there) return undefined
  const entry = Math.max(addressCells(board.parent) + sizeCells(board.parent), 1)
  const value = cellText(propCells(board, "reg") ?? [], entry)
  const message =
    `the overlay puts ${nodeText(node)} at ${hex(here)}, and its name, the board and the map of ` +
    `'${map.region.name}' in '${view.vm.name}' have it at ${hex(there)}`
  const more = {
    code: "device-mapped-elsewhere",
    related: [
      related(propertyPlace(board, "reg"), "as the board has it"),
      related(map.map.place, "mapped here, where it is"),
    ],
    fixes: fix("reg-address", `write reg = ${value}`, setInPlace(input.sources, node, "reg", value)),
  }
  return errorAt(place, message, `take reg out of the overlay, or write ${value}`, more)
}
