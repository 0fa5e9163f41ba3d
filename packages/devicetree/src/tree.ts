// SPDX-License-Identifier: BSD-2-Clause
//
// The device tree as a value, after the Devicetree Specification v0.4, chapter 2. A tree is never changed:
// compiler, blob reader and edits make a draft, and `makeTree` turns the draft into a tree with paths and
// parents filled in.

import type { Place } from "@vmm/diagnostic"

/** A phandle that the source wrote as a reference: `<&label>` or `<&{/path}>`. */
export interface PhandleRef {
  /** Byte offset of the cell in the property's value. */
  readonly offset: number
  /** Path of the node referred to. */
  readonly target: string
}

/** A property with its bytes and its place in the source. */
export interface DtProperty {
  readonly name: string
  /** The value as in the blob, big-endian; empty for a property that is only present. */
  readonly value: Uint8Array
  /** Where the value was last set. */
  readonly place: Place
  /** Where a block of an overlay that sets it gives it before, to no effect; dtc passes that over. */
  readonly earlier?: Place
  readonly labels: readonly string[]
  /** References as the source wrote them; empty for a property that came from a blob. */
  readonly refs: readonly PhandleRef[]
}

/** A node with its place in the source. */
export interface DtNode {
  /** Name with unit address, `serial@30860000`; empty for the root. */
  readonly name: string
  /** Full path, `/` for the root. */
  readonly path: string
  readonly labels: readonly string[]
  /** By name, in the blob's order. */
  readonly properties: ReadonlyMap<string, DtProperty>
  readonly children: readonly DtNode[]
  readonly parent: DtNode | undefined
  /** Where the node was first defined. */
  readonly place: Place
  /** Where later blocks added to it, in order. */
  readonly laterPlaces: readonly Place[]
}

/** An entry of the memory reservation block; both numbers are 64 bits wide. */
export interface MemoryReservation {
  readonly address: bigint
  readonly size: bigint
  readonly labels: readonly string[]
  readonly place: Place
}

/** A device tree that was compiled or read. It never changes: an edit gives a new one. */
export interface DeviceTree {
  readonly root: DtNode
  readonly memreserve: readonly MemoryReservation[]
  /** Physical id of the boot CPU, for the blob's header. */
  readonly bootCpu: number
}

/** Nodes may be nested this deep: Linux unflattens no more (drivers/of/fdt.c, FDT_MAX_DEPTH). */
export const MAX_DEPTH = 64

/** A node under construction. */
export interface NodeDraft {
  name: string
  labels: string[]
  properties: DtProperty[]
  children: NodeDraft[]
  place: Place
  laterPlaces: Place[]
}

interface BuildingNode extends Omit<DtNode, "children"> {
  readonly children: DtNode[]
}

function makeNode(draft: NodeDraft, parent: DtNode | undefined): DtNode {
  const path = parent === undefined ? "/" : childPath(parent.path, draft.name)
  const node: BuildingNode = {
    name: draft.name,
    path,
    labels: [...draft.labels],
    properties: new Map(draft.properties.map((property) => [property.name, property])),
    children: [],
    parent,
    place: draft.place,
    laterPlaces: [...draft.laterPlaces],
  }
  for (const child of draft.children) node.children.push(makeNode(child, node))
  return node
}

/** The path of a child called `name` of the node at `parent`. */
function childPath(parent: string, name: string): string {
  return parent === "/" ? `/${name}` : `${parent}/${name}`
}

/** The tree of a draft. Names of siblings and of a node's properties must be unique; the makers check it. */
export function makeTree(
  root: NodeDraft,
  memreserve: readonly MemoryReservation[],
  bootCpu: number,
): DeviceTree {
  return { root: makeNode(root, undefined), memreserve, bootCpu }
}

/** A draft of the node and all below it, free to change. Property values are shared: replace, do not write. */
export function draftOf(node: DtNode): NodeDraft {
  return {
    name: node.name,
    labels: [...node.labels],
    properties: [...node.properties.values()],
    children: node.children.map(draftOf),
    place: node.place,
    laterPlaces: [...node.laterPlaces],
  }
}

/** The node and all below it, parents first, in the blob's order. */
export function walk(node: DtNode): readonly DtNode[] {
  const known = node.parent === undefined ? WHOLE.get(node) : undefined
  if (known !== undefined) return known
  const all: DtNode[] = []
  const visit = (one: DtNode): void => {
    all.push(one)
    one.children.forEach(visit)
  }
  visit(node)
  if (node.parent === undefined) WHOLE.set(node, all)
  return all
}

/** All nodes of a tree by its root: trees never change, and are walked again and again. */
const WHOLE = new WeakMap<DtNode, readonly DtNode[]>()
