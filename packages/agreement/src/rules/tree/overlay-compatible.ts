// SPDX-License-Identifier: BSD-2-Clause
//
// A node to which an overlay gives another compatible than the board's: the guest is told of a chip that is not there,
// and looks for its registers in those of the one that is. Nodes that the guest does not reach may say what they like.

import { compatibleOf, findByPath } from "@vmm/devicetree"
import { warningAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { setTreeProperty } from "../../edit/tree-edit.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

/** What many chips of many kinds are compatible with. */
const isGeneric = (name: string): boolean => !name.includes(",") || name === "arm,primecell"

/** Names that say what the chip is, where there are any. */
function telling(names: readonly string[]): readonly string[] {
  const own = names.filter((name) => !isGeneric(name))
  return own.length === 0 ? names : own
}

export const overlayCompatible: Rule = (input, view) => {
  const files = new Set(input.sources.overlays.map(({ file }) => file))
  return view.devices.flatMap(({ node, enabled, reach, emulated }) => {
    const place = propertyPlace(node, "compatible")
    const board = findByPath(input.hardware, node.path)
    if (!enabled || reach === "none" || emulated || board === undefined || !files.has(place.file)) return []
    const [said, own] = [compatibleOf(node), compatibleOf(board)]
    if (own.length === 0 || telling(said).some((name) => own.includes(name))) return []
    const value = own.map((name) => JSON.stringify(name)).join(", ")
    const message =
      `the overlay makes ${nodeText(board)} a ${said[0] ?? "nothing"}, and '${view.vm.name}' has the registers of ` +
      "the board's"
    const edits = setTreeProperty(input.sources, node, "compatible", value)
    const more = {
      code: "overlay-compatible",
      related: [related(propertyPlace(board, "compatible"), "what the board has")],
      fixes: fix("compatible", `write compatible = ${value}`, edits),
    }
    return [warningAt(place, message, `take compatible out of the overlay, or write ${value}`, more)]
  })
}
