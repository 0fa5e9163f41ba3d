// SPDX-License-Identifier: BSD-2-Clause
//
// A device whose registers begin between two words, as by a slip in the last digit of an address.

import { compatibleOf, findByPath, isEnabled, sizeCells, walk } from "@vmm/devicetree"
import { type Diagnostic, errorAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { setInPlace } from "../../edit/tree-edit.ts"
import type { Agreement } from "../../input.ts"
import { hex } from "../../words.ts"
import { fix, propertyPlace } from "../rule.ts"
import { firstAddress, regAt, unitOf } from "./numbers.ts"

/** Registers are words: Linux's accessors read four bytes, which Device memory has at multiples of four alone. */
const WORD = 4

/**
 * A device whose registers begin between two words, where its name has them at one. A driver dies of the first access
 * (Arm ARM DDI 0487, B2.9.2 "Alignment faults caused by accessing Device memory").
 */
export function crookedReg(input: Agreement): readonly Diagnostic[] {
  return [...walk(input.guestTree.root)].flatMap((node) => {
    const [unit, first] = [unitOf(node), firstAddress(node)]
    if (unit === undefined || first === undefined || node.parent === undefined || !isEnabled(node)) return []
    const crooked = sizeCells(node.parent) > 0 && first % WORD !== 0 && unit % WORD === 0
    // What an overlay moves from where the board has it is told by its map.
    const board = findByPath(input.hardware, node.path)
    const moved = board !== undefined && firstAddress(board) !== first
    if (!crooked || moved || compatibleOf(node).length === 0) return []
    const text = regAt(node, unit)
    const message =
      `reg of ${nodeText(node)} begins at ${hex(first)}, which is no multiple of ${WORD}, and its name says ` +
      `${hex(unit)}: the guest's kernel dies of a misaligned access`
    const fixes = fix("reg-address", `write reg = ${text}`, setInPlace(input.sources, node, "reg", text))
    return [
      errorAt(propertyPlace(node, "reg"), message, `write reg = ${text}`, { code: "reg-not-unit", fixes }),
    ]
  })
}
