// SPDX-License-Identifier: BSD-2-Clause
//
// Edits of a tree. Each one returns a new tree and leaves the old as it is; each is total: a node that is
// missing is made, deleting what is not there changes nothing.

import type { Place } from "@vmm/diagnostic"
import { GENERATED } from "./generated.ts"
import { type DeviceTree, draftOf, makeTree, type MemoryReservation, type NodeDraft } from "./tree.ts"

function names(path: string): readonly string[] {
  return path.split("/").filter((part) => part !== "")
}

function find(root: NodeDraft, path: string): NodeDraft | undefined {
  let node: NodeDraft | undefined = root
  for (const name of names(path)) node = node?.children.find((child) => child.name === name)
  return node
}

function findOrMake(root: NodeDraft, path: string, place: Place): NodeDraft {
  let node = root
  for (const name of names(path)) {
    let child = node.children.find((other) => other.name === name)
    if (child === undefined) {
      child = { name, labels: [], properties: [], children: [], place, laterPlaces: [] }
      node.children.push(child)
    }
    node = child
  }
  return node
}

function edit(tree: DeviceTree, change: (root: NodeDraft) => void): DeviceTree {
  const root = draftOf(tree.root)
  change(root)
  return makeTree(root, tree.memreserve, tree.bootCpu)
}

/** Adds the node at `path`, and those above it that are missing, at the end of their parents. */
export function addNode(tree: DeviceTree, path: string, place: Place = GENERATED): DeviceTree {
  return edit(tree, (root) => findOrMake(root, path, place))
}

/** Deletes the node at `path` with all below it; the root stays. */
export function deleteNodeAt(tree: DeviceTree, path: string): DeviceTree {
  const parts = names(path)
  return edit(tree, (root) => {
    const parent = find(root, parts.slice(0, -1).join("/"))
    if (parent !== undefined) parent.children = parent.children.filter((child) => child.name !== parts.at(-1))
  })
}

/** Sets a property of the node at `path`; one that exists keeps its position. The node is made if missing. */
export function setProperty(
  tree: DeviceTree,
  path: string,
  name: string,
  value: Uint8Array,
  place: Place = GENERATED,
): DeviceTree {
  return edit(tree, (root) => {
    const node = findOrMake(root, path, place)
    const index = node.properties.findIndex((property) => property.name === name)
    const labels = node.properties[index]?.labels ?? []
    const property = { name, value, place, labels, refs: [] }
    if (index < 0) node.properties.push(property)
    else node.properties[index] = property
  })
}

/** Deletes a property of the node at `path`. */
export function deleteProperty(tree: DeviceTree, path: string, name: string): DeviceTree {
  return edit(tree, (root) => {
    const node = find(root, path)
    if (node !== undefined) node.properties = node.properties.filter((property) => property.name !== name)
  })
}

/** The tree with another memory reservation block. */
export function withReservations(tree: DeviceTree, memreserve: readonly MemoryReservation[]): DeviceTree {
  return { ...tree, memreserve }
}
