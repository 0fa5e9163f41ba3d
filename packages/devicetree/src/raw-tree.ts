// SPDX-License-Identifier: BSD-2-Clause
//
// The tree while source is read: blocks, and how a later block merges into what is there. Deleted nodes and
// properties stay in their place, marked, because dtc does so: what is deleted and set again keeps its old
// position in the blob.

import type { Place } from "@vmm/diagnostic"

/** A label and where it stands. */
export interface RawLabel {
  readonly name: string
  readonly place: Place
}

/** A property's value in pieces, in order. References are filled in when all of the tree is known. */
export type Piece =
  /** `place`: of a string, with its quotes. */
  | { readonly kind: "bytes"; readonly bytes: Uint8Array; readonly place?: Place }
  | { readonly kind: "phandle"; readonly ref: string; readonly place: Place }
  | { readonly kind: "path"; readonly ref: string; readonly place: Place }
  | { readonly kind: "label"; readonly label: RawLabel }

export interface RawProperty {
  readonly name: string
  labels: RawLabel[]
  pieces: readonly Piece[]
  place: Place
  deleted: boolean
  /** Where the same block gives it before, to no effect. */
  earlier?: Place | undefined
}

export interface RawNode {
  readonly name: string
  labels: RawLabel[]
  properties: RawProperty[]
  children: RawNode[]
  /** The first definition and the later ones. */
  places: Place[]
  deleted: boolean
  /** Of a deleted node: the statement that deleted it, and the labels that it had. */
  deletion?: Place
  lostLabels?: readonly string[]
  /** `/omit-if-no-ref/` */
  omitIfUnused: boolean
  referenced: boolean
  /** 0 while the node has none. */
  phandle: number
}

export function rawNode(name: string, place: Place): RawNode {
  return {
    name,
    labels: [],
    properties: [],
    children: [],
    places: [place],
    deleted: false,
    omitIfUnused: false,
    referenced: false,
    phandle: 0,
  }
}

export function addLabel(labels: RawLabel[], label: RawLabel): void {
  if (!labels.some((other) => other.name === label.name)) labels.push(label)
}

/** Deletes a node and all below it; `statement` is where the source says so. */
export function deleteNode(node: RawNode, statement: Place | undefined): void {
  node.deleted = true
  if (statement !== undefined) node.deletion = statement
  node.lostLabels = node.labels.map(({ name }) => name)
  node.labels = []
  for (const child of node.children) deleteNode(child, statement)
  for (const property of node.properties) deleteProperty(property)
}

function deleteProperty(property: RawProperty): void {
  property.deleted = true
  property.labels = []
}

/** Merges a block into a node, as if the block's text stood in the node's. */
export function mergeInto(old: RawNode, block: RawNode): void {
  old.places = old.deleted ? block.places : [...old.places, ...block.places]
  old.deleted = false
  for (const label of block.labels) addLabel(old.labels, label)
  const own = new Map<string, Place>()
  for (const property of block.properties) {
    const { name, place, deleted } = property
    mergeProperty(old, property, own.get(name))
    if (deleted) own.delete(name)
    else own.set(name, place)
  }
  for (const child of block.children) mergeChild(old, child)
}

function mergeProperty(old: RawNode, property: RawProperty, earlier: Place | undefined): void {
  const present = old.properties.find((other) => other.name === property.name)
  if (property.deleted) {
    if (present !== undefined) deleteProperty(present)
  } else if (present === undefined) old.properties.push(property)
  else {
    for (const label of property.labels) addLabel(present.labels, label)
    Object.assign(present, { pieces: property.pieces, place: property.place, deleted: false, earlier })
  }
}

function mergeChild(old: RawNode, child: RawNode): void {
  const present = old.children.find((other) => other.name === child.name)
  if (child.deleted) {
    if (present !== undefined) deleteNode(present, child.deletion)
  } else if (present === undefined) old.children.push(child)
  else mergeInto(present, child)
}

export function liveChildren(node: RawNode): RawNode[] {
  return node.children.filter((child) => !child.deleted)
}

export function liveProperties(node: RawNode): RawProperty[] {
  return node.properties.filter((property) => !property.deleted)
}

export interface PlacedNode {
  readonly node: RawNode
  readonly path: string
}

/** The node and all below it that are not deleted, parents first, each with its path. */
export function walkRaw(root: RawNode): readonly PlacedNode[] {
  const all: PlacedNode[] = []
  const visit = (node: RawNode, path: string): void => {
    if (node.deleted) return
    all.push({ node, path })
    const prefix = path === "/" ? "/" : `${path}/`
    for (const child of node.children) visit(child, prefix + child.name)
  }
  visit(root, "/")
  return all
}

/** A copy that may be merged into and resolved without a change of this one. Pieces and places are shared. */
export function copyRaw(node: RawNode): RawNode {
  return {
    ...node,
    labels: [...node.labels],
    properties: node.properties.map((property) => ({ ...property, labels: [...property.labels] })),
    children: node.children.map(copyRaw),
    places: [...node.places],
  }
}

/** Where the node that had a label was deleted; undefined when none had it. */
export function deletionOf(node: RawNode, label: string): Place | undefined {
  if (node.deleted && node.lostLabels?.includes(label) === true) return node.deletion
  for (const child of node.children) {
    const found = deletionOf(child, label)
    if (found !== undefined) return found
  }
  return undefined
}

/** The node that a reference names: a label, or a path when it begins with a slash. */
export function findRef(root: RawNode, ref: string): RawNode | undefined {
  if (!ref.startsWith("/")) {
    for (const { node } of walkRaw(root)) {
      if (node.labels.some((label) => label.name === ref)) return node
    }
    return undefined
  }
  let node: RawNode | undefined = root.deleted ? undefined : root
  for (const name of ref.split("/").filter((part) => part !== "")) {
    node = node?.children.find((child) => !child.deleted && child.name === name)
  }
  return node
}
