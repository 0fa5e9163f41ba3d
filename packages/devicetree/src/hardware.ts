// SPDX-License-Identifier: BSD-2-Clause
//
// What a tree has of hardware: nodes of CPUs (Devicetree Specification v0.4, section 3.8), and nodes outside of the
// root's own of chapter 3 (CPUs, memory, chosen, aliases). Whether a device is enabled is left to who asks.

import { propString } from "./access.ts"
import { findByPath, isEnabled } from "./query.ts"
import { type DeviceTree, type DtNode, walk } from "./tree.ts"

/** Nodes of the root that hold no devices. */
const NO_DEVICES = new Set(["cpus", "chosen", "aliases", "reserved-memory", "memory"])

/** The CPUs under /cpus that are enabled, in document order. */
export function cpuNodes(tree: DeviceTree): readonly DtNode[] {
  const nodes = findByPath(tree, "/cpus")?.children ?? []
  return nodes.filter((node) => propString(node, "device_type") === "cpu" && isEnabled(node))
}

/** Every node that may be a device's, with or without registers, in document order. */
export function* hardwareNodes(tree: DeviceTree): Generator<DtNode> {
  for (const child of tree.root.children) {
    const base = child.name.split("@")[0] ?? ""
    if (!NO_DEVICES.has(base) && propString(child, "device_type") !== "memory") yield* walk(child)
  }
}
