// SPDX-License-Identifier: BSD-2-Clause
//
// What must hold for a tree that parses: unique names and labels, names of the right characters, a `name`
// property that agrees, and explicit phandles that make sense. These are dtc's errors; its warnings about
// style are left out.

import { type Diagnostic, errorAt, type Place, renderPlace, replaceAt } from "@vmm/diagnostic"
import { MAX_DEPTH } from "./tree.ts"
import { bigEndian } from "./value.ts"
import {
  findRef,
  liveProperties,
  type RawLabel,
  type RawNode,
  type RawProperty,
  walkRaw,
} from "./raw-tree.ts"

/** The bytes of a value as written, a reference by phandle standing as all ones, one by path as nothing. */
export function literalBytes(property: RawProperty): Uint8Array {
  return joinBytes(
    property.pieces.map((piece) => {
      if (piece.kind === "bytes") return piece.bytes
      return piece.kind === "phandle" ? phandleBytes(0xffffffff) : new Uint8Array()
    }),
  )
}

/** All parts in a row; a single part is shared, not copied. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export function firstPlace(node: RawNode): Place {
  const place = node.places[0]
  if (place === undefined) throw new RangeError("a node has a place")
  return place
}

/** The first of several live siblings with a name, and the later ones; dtc counts deleted later nodes too. */
function duplicates(node: RawNode, path: string): Diagnostic[] {
  const found: Diagnostic[] = []
  const inWhat = path === "/" ? "the root node" : path
  const properties = new Map<string, RawProperty>()
  for (const property of node.properties) {
    if (property.deleted) continue
    const earlier = properties.get(property.name)
    if (earlier === undefined) properties.set(property.name, property)
    else {
      const message = `${inWhat} has the property "${property.name}" twice (first at ${renderPlace(earlier.place)})`
      found.push(errorAt(property.place, message, "remove one; to change a value, use a later block"))
    }
  }
  const children = new Map<string, RawNode>()
  for (const child of node.children) {
    const earlier = children.get(child.name)
    if (earlier === undefined) {
      if (!child.deleted) children.set(child.name, child)
      continue
    }
    const message = `${inWhat} has the node "${child.name}" twice (first at ${renderPlace(firstPlace(earlier))})`
    const remedy = child.deleted
      ? "a node cannot be deleted in the block that defines it: do so in a later block"
      : "merge the two, or give one another unit address"
    found.push(errorAt(firstPlace(child), message, remedy))
  }
  return found
}

function names(node: RawNode): Diagnostic[] {
  const found: Diagnostic[] = []
  if (node.name.split("@").length > 2) {
    const message = `the node name "${node.name}" has more than one @`
    found.push(errorAt(firstPlace(node), message, "one @ parts the name from the unit address"))
  }
  const bad = /[^a-zA-Z0-9,._+@-]/.exec(node.name)
  if (bad !== null) {
    const message = `the node name "${node.name}" has the character ${bad[0]}`
    found.push(errorAt(firstPlace(node), message, "node names have letters, digits and ,._+-"))
  }
  for (const property of liveProperties(node)) {
    if (property.name.includes("@")) {
      const message = `the property name "${property.name}" has an @`
      found.push(errorAt(property.place, message, "only node names have one; is a { } missing?"))
    }
    if (property.name !== "name") continue
    const expected = new TextEncoder().encode(`${node.name.split("@")[0]}\0`)
    const value = literalBytes(property)
    if (value.length === expected.length && value.every((byte, i) => byte === expected[i])) continue
    const message = '"name" must be the node\'s own name without unit address'
    found.push(errorAt(property.place, message, "remove it: the blob has the name already"))
  }
  return found
}

function labels(root: RawNode): Diagnostic[] {
  const found: Diagnostic[] = []
  const owners = new Map<string, RawLabel>()
  const own = (label: RawLabel) => {
    const first = owners.get(label.name)
    if (first === undefined) owners.set(label.name, label)
    else {
      const message = `the label "${label.name}" is used twice (first at ${renderPlace(first.place)})`
      const { place } = label
      let other = 2
      while (owners.has(`${label.name}_${other}`)) other += 1
      const free = `${label.name}_${other}`
      const fixes = [
        { id: "free-label", title: `write ${free}:`, edits: [replaceAt(place, `${free}:`)], notes: [] },
      ]
      found.push(errorAt(place, message, "rename one of them", { code: "dts-source", fixes }))
    }
  }
  for (const { node } of walkRaw(root)) {
    node.labels.forEach(own)
    for (const property of liveProperties(node)) {
      property.labels.forEach(own)
      for (const piece of property.pieces) if (piece.kind === "label") own(piece.label)
    }
  }
  return found
}

/** The phandle that a node's property sets, 0 when there is none to take; mistakes go to `found`. */
function phandleProperty(root: RawNode, node: RawNode, name: string, found: Diagnostic[]): number {
  const property = node.properties.find((other) => !other.deleted && other.name === name)
  if (property === undefined) return 0
  const value = literalBytes(property)
  if (value.length !== 4) {
    const message = `"${name}" is one cell of 4 bytes, this has ${value.length}`
    found.push(errorAt(property.place, message, "remove it: phandles are given out as needed"))
    return 0
  }
  const reference = property.pieces.find((piece) => piece.kind === "phandle")
  if (reference !== undefined) {
    if (findRef(root, reference.ref) !== node) {
      const message = `"${name}" refers to another node`
      found.push(errorAt(reference.place, message, "a node's phandle is its own: remove the property"))
    }
    return 0
  }
  const phandle = new DataView(value.buffer, value.byteOffset).getUint32(0)
  if (phandle !== 0 && phandle !== 0xffffffff) return phandle
  const message = `0x${phandle.toString(16)} is no valid phandle`
  found.push(errorAt(property.place, message, "use another number, or remove the property"))
  return 0
}

/** Checks explicit phandles and writes them into the nodes. Returns the nodes by phandle. */
function explicitPhandles(root: RawNode, found: Diagnostic[]): Map<number, RawNode> {
  const byPhandle = new Map<number, RawNode>()
  for (const { node, path } of walkRaw(root)) {
    const modern = phandleProperty(root, node, "phandle", found)
    const legacy = phandleProperty(root, node, "linux,phandle", found)
    const phandle = modern === 0 ? legacy : modern
    if (phandle === 0) continue
    if (modern !== 0 && legacy !== 0 && modern !== legacy) {
      const message = `"phandle" and "linux,phandle" of ${path} differ`
      found.push(errorAt(firstPlace(node), message, 'remove "linux,phandle"'))
    }
    const other = byPhandle.get(phandle)
    if (other === undefined) byPhandle.set(phandle, node)
    else {
      const seen = renderPlace(firstPlace(other))
      const message = `the phandle 0x${phandle.toString(16)} of ${path} belongs to the node at ${seen} already`
      found.push(errorAt(firstPlace(node), message, "give one of them another number"))
    }
    node.phandle = phandle
  }
  return byPhandle
}

/** Every violation, and the nodes by explicit phandle. */
export function checkTree(root: RawNode): { found: Diagnostic[]; byPhandle: Map<number, RawNode> } {
  const found: Diagnostic[] = []
  for (const { node, path } of walkRaw(root)) {
    found.push(...duplicates(node, path), ...names(node))
    if (path.split("/").length - 1 !== MAX_DEPTH + 1) continue
    found.push(errorAt(firstPlace(node), "nodes are nested too deep", `trees are at most ${MAX_DEPTH} deep`))
  }
  found.push(...labels(root))
  const byPhandle = explicitPhandles(root, found)
  return { found, byPhandle }
}

/** The four bytes of a phandle cell. */
export function phandleBytes(phandle: number): Uint8Array {
  return bigEndian(BigInt(phandle), 32)
}
