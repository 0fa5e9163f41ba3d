// SPDX-License-Identifier: BSD-2-Clause
//
// Which memory of a machine is its guest's RAM: what the memory nodes of its tree tell of (Devicetree Specification
// v0.4, section 3.4). What lies beside them, or is kept by reserved-memory with no-map (section 3.5), is a window that
// somebody shares with the guest, such as the buffers of a virtual device. Where no memory lies as the tree says,
// all of it is meant to be RAM.

import { type DeviceTree, type DtNode, findByPath, isEnabled, propString, regRanges } from "@vmm/devicetree"

import { endOf, overlaps, type Range } from "./words.ts"

/** Memory nodes that are enabled. */
export function memoryNodes(tree: DeviceTree): readonly DtNode[] {
  return tree.root.children.filter((node) => propString(node, "device_type") === "memory" && isEnabled(node))
}

const rangesOf = (node: DtNode): readonly Range[] =>
  regRanges(node).map(({ address, size }) => ({ base: address, size }))

function keptOf(tree: DeviceTree): readonly Range[] {
  const nodes = findByPath(tree, "/reserved-memory")?.children ?? []
  return nodes.filter((node) => node.properties.has("no-map") && isEnabled(node)).flatMap(rangesOf)
}

const isKept = ({ base, size }: Range, kept: readonly Range[]): boolean =>
  kept.some((one) => base >= one.base && base + size <= endOf(one))

/** Of memory that a machine maps (IPA), what is RAM of its guest. */
export function guestMemory<M extends Range>(tree: DeviceTree, memory: readonly M[]): readonly M[] {
  const told = memoryNodes(tree).flatMap(rangesOf)
  const kept = keptOf(tree)
  const ram = memory.filter((map) => told.some((range) => overlaps(range, map)) && !isKept(map, kept))
  return ram.length > 0 ? ram : memory
}
