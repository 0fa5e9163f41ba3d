// SPDX-License-Identifier: BSD-2-Clause
//
// A board whose own tree names no RAM, so that nothing can be placed: what looks like its memory node, and what that
// lacks. Devicetree Specification v0.4, 3.4: a memory node has device_type = "memory" and a reg.

import { type DeviceTree, type DtNode, isEnabled, propString } from "@vmm/devicetree"
import { type Diagnostic, errorAt } from "@vmm/diagnostic"

import { addInPlace, setInPlace } from "../../edit/tree-edit.ts"
import type { Sources } from "../../input.ts"
import { fix, propertyPlace } from "../rule.ts"

const looksLikeMemory = (node: DtNode): boolean =>
  /^memory(@|$)/.test(node.name) || propString(node, "device_type") === "memory"

/** The error for a board without RAM. */
export function boardWithoutRam(hardware: DeviceTree, sources: Sources): Diagnostic {
  const message = "the board's tree names no RAM"
  const code = "board-without-ram"
  const node = hardware.root.children.find(looksLikeMemory)
  if (node === undefined) {
    const remedy = 'give it a node memory@ADDRESS with device_type = "memory" and its reg'
    return errorAt(hardware.root.place, message, remedy, { code })
  }
  if (propString(node, "device_type") !== "memory") {
    const what = 'write device_type = "memory"'
    const fixes = fix("memory-node", what, addInPlace(sources, node, "device_type", '"memory"'))
    const place = propertyPlace(node, "device_type")
    return errorAt(place, `${message}: ${node.path} has no device_type = "memory"`, what, { code, fixes })
  }
  if (!isEnabled(node)) {
    const fixes = fix("memory-node", "enable it", setInPlace(sources, node, "status", '"okay"'))
    return errorAt(propertyPlace(node, "status"), `${message}: ${node.path} is disabled`, "enable it", {
      code,
      fixes,
    })
  }
  const remedy = "write address and size there, with as many cells as the root says"
  return errorAt(propertyPlace(node, "reg"), `${message}: reg of ${node.path} holds none`, remedy, { code })
}
