// SPDX-License-Identifier: BSD-2-Clause
//
// A device that the guest is given, with another interrupt in its tree than the board raises: the VMM hands interrupts
// on under their own numbers, so the driver waits for one that never comes. A VMM of the user's may number them anew.

import { findByPath, propCells } from "@vmm/devicetree"
import { errorAt } from "@vmm/diagnostic"

import { type DeviceInterrupt, gicInterrupts, gicOf, nodeText } from "../devices.ts"
import { setInPlace } from "../edit/tree-edit.ts"
import type { GuestDevice } from "../guest-view.ts"
import { hex, listText } from "../words.ts"
import { fix, propertyPlace, related, type Rule } from "./rule.ts"

const isShared = ({ kind }: DeviceInterrupt): boolean => kind === "spi"
const text = ({ intid }: DeviceInterrupt): string => `SPI ${intid - 32} (INTID ${intid})`

/** The guest's tree gives a device that is passed through another interrupt than the board's. */
export const changedInterrupts: Rule = (input, view) => {
  if (!view.simpleVmm || input.guestTree === input.hardware) return []
  const gic = gicOf(input.hardware)
  return view.devices.flatMap(({ node, enabled, reach }: GuestDevice) => {
    const own = findByPath(input.hardware, node.path)
    if (!enabled || reach === "none" || own === undefined || node === view.gic?.node) return []
    const here = gicInterrupts(input.guestTree, node, view.gic).filter(isShared)
    const board = gicInterrupts(input.hardware, own, gic).filter(isShared)
    const others = here.filter(({ intid }) => board.every((one) => one.intid !== intid))
    if (others.length === 0 || board.length === 0) return []
    const cells = propCells(own, "interrupts")
    const message =
      `the guest's tree gives ${nodeText(node)} the interrupt ${listText(others.map(text))}, and the board's raises ` +
      `${listText(board.map(text))}: an interrupt that is passed on keeps its number`
    const value = cells === undefined ? undefined : `<${cells.map(hex).join(" ")}>`
    const edits = value === undefined ? [] : setInPlace(input.sources, node, "interrupts", value)
    const fixes = fix("board-interrupt", `write interrupts = ${value}`, edits)
    const property = node.properties.has("interrupts-extended") ? "interrupts-extended" : "interrupts"
    const there = [related(propertyPlace(own, property), "the board's interrupt")]
    const remedy = `take ${property} out of the overlay: the board's own number holds in the guest too`
    const more = { code: "interrupts-changed", related: there, fixes }
    return [errorAt(propertyPlace(node, property), message, remedy, more)]
  })
}
