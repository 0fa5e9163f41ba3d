// SPDX-License-Identifier: BSD-2-Clause
//
// Finding nodes: by path, alias, label, phandle, compatible; whether a node is enabled; and the chain from a
// node up to the root. Devicetree Specification v0.4, sections 2.2.1, 2.3 and 3.3.

import { propString, propStrings, propU32 } from "./access.ts"
import { type DeviceTree, type DtNode, walk } from "./tree.ts"

/** The child called `name`; without `@unit`, the only child whose name without unit address it is. */
export function childNamed(node: DtNode, name: string): DtNode | undefined {
  const exact = node.children.find((child) => child.name === name)
  if (exact !== undefined || name.includes("@")) return exact
  const alike = node.children.filter((child) => child.name.split("@")[0] === name)
  return alike.length === 1 ? alike[0] : undefined
}

/** The node at a full path. A unit address may be left out where that is unambiguous. */
export function findByPath(tree: DeviceTree, path: string): DtNode | undefined {
  if (!path.startsWith("/")) return undefined
  let node: DtNode | undefined = tree.root
  for (const name of path.split("/").filter((part) => part !== "")) {
    node = node === undefined ? undefined : childNamed(node, name)
  }
  return node
}

/** The node that an alias of /aliases names. */
export function findByAlias(tree: DeviceTree, alias: string): DtNode | undefined {
  const aliases = findByPath(tree, "/aliases")
  const path = aliases === undefined ? undefined : propString(aliases, alias)
  return path === undefined ? undefined : findByPath(tree, path)
}

/** The node of a path or alias with optional parts after it, as in `stdout-path = "serial0:115200n8"`. */
export function findNode(tree: DeviceTree, where: string): DtNode | undefined {
  const [base = "", options] = where.split(/:(.*)/s)
  if (base.startsWith("/")) return findByPath(tree, options === undefined ? where : base)
  const [alias = "", rest] = base.split(/\/(.*)/s)
  const node = findByAlias(tree, alias)
  return node === undefined || rest === undefined ? node : findByPath(tree, `${node.path}/${rest}`)
}

/** The node with a label; trees read from blobs have none. */
export function findByLabel(tree: DeviceTree, label: string): DtNode | undefined {
  return findWhere(tree, (node) => node.labels.includes(label))
}

/** A node's phandle. */
export function phandleOf(node: DtNode): number | undefined {
  return propU32(node, "phandle") ?? propU32(node, "linux,phandle")
}

const phandleIndex = new WeakMap<DeviceTree, ReadonlyMap<number, DtNode>>()

/** The node with this phandle; undefined when there is none. */
export function findByPhandle(tree: DeviceTree, phandle: number): DtNode | undefined {
  let index = phandleIndex.get(tree)
  if (index === undefined) {
    const entries = [...walk(tree.root)].map((node) => [phandleOf(node), node] as const)
    index = new Map(entries.flatMap(([key, node]) => (key === undefined ? [] : [[key, node] as const])))
    phandleIndex.set(tree, index)
  }
  return index.get(phandle)
}

/** The strings of `compatible`, most specific first; empty when there are none. */
export function compatibleOf(node: DtNode): readonly string[] {
  return propStrings(node, "compatible") ?? []
}

/** All nodes, in document order, with one of the strings in their `compatible`. */
export function findByCompatible(tree: DeviceTree, ...compatible: readonly string[]): readonly DtNode[] {
  return [...walk(tree.root)].filter((node) => compatibleOf(node).some((have) => compatible.includes(have)))
}

/** The first node, in document order, for which the predicate holds. */
export function findWhere(tree: DeviceTree, holds: (node: DtNode) => boolean): DtNode | undefined {
  for (const node of walk(tree.root)) if (holds(node)) return node
  return undefined
}

/** How source names a node elsewhere than where it stands: `&label`, or `&{/path}` where it has none. */
export function referenceTo({ labels, path }: DtNode): string {
  return `&${labels[0] ?? `{${path}}`}`
}

/** The node and its ancestors up to the root. */
export function* upwards(node: DtNode): Generator<DtNode> {
  for (let at: DtNode | undefined = node; at !== undefined; at = at.parent) yield at
}

/** True when the node's own `status` is absent, "okay" or "ok". */
export function statusOkay(node: DtNode): boolean {
  if (!node.properties.has("status")) return true
  const status = propString(node, "status")
  return status === "okay" || status === "ok"
}

/** The nearest of the node and its ancestors that `status` disables; undefined when the node is enabled. */
export function disabledBy(node: DtNode): DtNode | undefined {
  for (const at of upwards(node)) if (!statusOkay(at)) return at
  return undefined
}

/** True when neither the node nor an ancestor is disabled. */
export function isEnabled(node: DtNode): boolean {
  return disabledBy(node) === undefined
}
