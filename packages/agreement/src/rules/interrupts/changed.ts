// SPDX-License-Identifier: BSD-2-Clause
//
// A device that the guest is given, with another interrupt in its tree than the board raises: the VMM hands interrupts
// on under their own numbers, so the driver waits for one that never comes. A VMM of the user's may number them anew.
// Or with another trigger: the driver then acknowledges what the device still holds, or misses what it raises.

import { type DtNode, findByPath, propCells } from "@vmm/devicetree"
import { type Diagnostic, errorAt, warningAt } from "@vmm/diagnostic"

import { type DeviceInterrupt, gicInterrupts, gicOf, nodeText } from "../../devices.ts"
import { setInPlace } from "../../edit/tree-edit.ts"
import type { GuestDevice, GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { hex, listText } from "../../words.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

const isShared = ({ kind }: DeviceInterrupt): boolean => kind === "spi"
const text = ({ intid }: DeviceInterrupt): string => `SPI ${intid - 32} (INTID ${intid})`

interface Changed {
  readonly node: DtNode
  readonly own: DtNode
  readonly here: readonly DeviceInterrupt[]
  readonly board: readonly DeviceInterrupt[]
}

/** Devices that are passed through, with interrupts in the guest's tree and in the board's. */
function bothOf(input: Agreement, view: GuestView): readonly Changed[] {
  const gic = gicOf(input.hardware)
  return view.devices.flatMap(({ node, enabled, reach }: GuestDevice) => {
    const own = findByPath(input.hardware, node.path)
    if (!enabled || reach === "none" || own === undefined || node === view.gic?.node) return []
    const here = gicInterrupts(input.guestTree, node, view.gic).filter(isShared)
    const board = gicInterrupts(input.hardware, own, gic).filter(isShared)
    return board.length === 0 ? [] : [{ node, own, here, board }]
  })
}

function told(input: Agreement, { node, own, here, board }: Changed): readonly Diagnostic[] {
  const others = here.filter(({ intid }) => board.every((one) => one.intid !== intid))
  const turned = here.filter(({ intid, trigger }) =>
    board.some((one) => one.intid === intid && one.trigger !== trigger),
  )
  const [flipped] = turned
  if (others.length === 0 && flipped === undefined) return []
  const cells = propCells(own, "interrupts")
  const value = cells === undefined ? undefined : `<${cells.map(hex).join(" ")}>`
  const edits = value === undefined ? [] : setInPlace(input.sources, node, "interrupts", value)
  const fixes = fix("board-interrupt", `write interrupts = ${value}`, edits)
  const property = node.properties.has("interrupts-extended") ? "interrupts-extended" : "interrupts"
  const place = propertyPlace(node, property)
  const more = { related: [related(propertyPlace(own, property), "the board's interrupt")], fixes }
  const remedy = `take ${property} out of the overlay`
  if (others.length === 0) {
    const other = flipped?.trigger === "edge" ? "level" : "edge"
    const message =
      `the guest's tree gives ${nodeText(node)} ${flipped?.trigger}-triggered interrupts ` +
      `(${listText(turned.map(text))}), and on the board they are ${other}-triggered`
    const why = `${remedy}: a device raises its interrupts as it does on the board`
    return [warningAt(place, message, why, { code: "interrupt-trigger-changed", ...more })]
  }
  const message =
    `the guest's tree gives ${nodeText(node)} the interrupt ${listText(others.map(text))}, and the board's raises ` +
    `${listText(board.map(text))}: an interrupt that is passed on keeps its number`
  const why = `${remedy}: the board's own number holds in the guest too`
  return [errorAt(place, message, why, { code: "interrupts-changed", ...more })]
}

/** The guest's tree gives a device that is passed through another interrupt than the board's, or another trigger. */
export const changedInterrupts: Rule = (input, view) => {
  if (!view.simpleVmm || input.guestTree === input.hardware) return []
  return bothOf(input, view).flatMap((one) => told(input, one))
}
