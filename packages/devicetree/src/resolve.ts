// SPDX-License-Identifier: BSD-2-Clause
//
// From the tree as written to the tree of the blob, in dtc's order: phandles are given out from 1 upwards to
// nodes that a reference meets in document order, references by path become paths, unreferenced
// /omit-if-no-ref/ nodes go, and a redundant `name` goes.

import { checkTree, firstPlace, joinBytes, literalBytes, phandleBytes } from "./checks.ts"
import { type Diagnostic, errorAt, nearest, type Place } from "@vmm/diagnostic"
import { deleteStretch, referTo } from "./mend.ts"
import { labelNames, nodePaths, type Parsed } from "./parser.ts"
import {
  deleteNode,
  findRef,
  liveChildren,
  liveProperties,
  type Piece,
  type RawNode,
  type RawProperty,
  walkRaw,
  deletionOf,
} from "./raw-tree.ts"
import { type DeviceTree, type DtProperty, makeTree, type NodeDraft, type PhandleRef } from "./tree.ts"

/** The `reg` of the first node under /cpus when it is one cell, else 0, as dtc fills the blob's header. */
function bootCpu(root: RawNode): number {
  const first = findRef(root, "/cpus")?.children[0]
  const reg = first === undefined ? undefined : liveProperties(first).find(({ name }) => name === "reg")
  const value = reg === undefined ? undefined : literalBytes(reg)
  return value?.length === 4 ? new DataView(value.buffer, value.byteOffset).getUint32(0) : 0
}

/** True for what stands further down in the same file. */
const isAfter = (one: Place, other: Place): boolean =>
  one.file === other.file && (one.line > other.line || (one.line === other.line && one.column > other.column))

class Resolver {
  readonly problems: Diagnostic[]
  private readonly root: RawNode
  private readonly parsed: Parsed
  private readonly byPhandle: Map<number, RawNode>
  private readonly byLabel = new Map<string, RawNode>()
  private readonly paths = new Map<RawNode, string>()
  /** Deletions of nodes that something still refers to. */
  private readonly deleted = new Map<Place, { readonly ref: string; readonly users: Place[] }>()
  private nextPhandle = 1

  constructor(parsed: Parsed, root: RawNode) {
    this.parsed = parsed
    this.root = root
    const { found, byPhandle } = checkTree(root)
    this.problems = [...parsed.problems, ...found]
    this.byPhandle = byPhandle
    for (const { node, path } of walkRaw(root)) {
      this.paths.set(node, path)
      for (const { name } of node.labels) if (!this.byLabel.has(name)) this.byLabel.set(name, node)
    }
  }

  run(): void {
    for (const kind of ["phandle", "path"] as const) {
      for (const { node } of walkRaw(this.root)) {
        for (const piece of liveProperties(node).flatMap(({ pieces }) => pieces)) {
          if (piece.kind === kind) this.reference(piece.ref, piece.place, kind)
        }
      }
    }
    this.deletions()
    for (const { node } of walkRaw(this.root)) {
      if (node.omitIfUnused && !node.referenced) deleteNode(node, undefined)
    }
  }

  draft(node: RawNode): NodeDraft {
    const [place = firstPlace(node), ...laterPlaces] = node.places
    return {
      name: node.name,
      labels: node.labels.map(({ name }) => name),
      properties: liveProperties(node)
        .filter(({ name }) => name !== "name")
        .map((property) => this.property(property)),
      children: liveChildren(node).map((child) => this.draft(child)),
      place,
      laterPlaces,
    }
  }

  private target(ref: string): RawNode | undefined {
    return ref.startsWith("/") ? findRef(this.root, ref) : this.byLabel.get(ref)
  }

  private reference(ref: string, place: Place, kind: "phandle" | "path"): void {
    const target = this.target(ref)
    if (target === undefined) {
      this.missing(ref, place)
      return
    }
    target.referenced = true
    if (kind === "path" || target.phandle !== 0) return
    while (this.byPhandle.has(this.nextPhandle)) this.nextPhandle += 1
    target.phandle = this.nextPhandle
    this.byPhandle.set(target.phandle, target)
    if (liveProperties(target).some(({ name }) => name === "phandle")) return
    const pieces: Piece[] = [{ kind: "bytes", bytes: phandleBytes(target.phandle) }]
    target.properties.push({ name: "phandle", labels: [], pieces, place: firstPlace(target), deleted: false })
  }

  private missing(ref: string, place: Place): void {
    const isPath = ref.startsWith("/")
    const unread = this.parsed.problems.length > 0 && (isPath || this.parsed.labels.has(ref))
    if (unread) return
    if (isPath) {
      const path = nearest(ref, nodePaths(this.root))
      const remedy = path === undefined ? "check every name of the path" : `is ${path} meant?`
      const fixes = path === undefined ? [] : referTo(place, path)
      this.problems.push(errorAt(place, `there is no node ${ref}`, remedy, { code: "dts-no-node", fixes }))
      return
    }
    const message = `no node has the label "${ref}"`
    const code = "dts-no-label"
    const deletion = deletionOf(this.root, ref)
    if (deletion !== undefined && isAfter(place, deletion)) {
      const related = [{ ...deletion, message: "the node that had it is deleted here" }]
      const fixes = deleteStretch(deletion, "the /delete-node/")
      const remedy = "keep the node, or take out what refers to it"
      this.problems.push(errorAt(place, message, remedy, { code, related, fixes }))
      return
    }
    if (deletion !== undefined) {
      const known = [...this.deleted.values()].find((one) => one.ref === ref)
      if (known === undefined) this.deleted.set(deletion, { ref, users: [place] })
      else known.users.push(place)
      return
    }
    const near = nearest(ref, labelNames(this.root))
    const remedy = this.parsed.labels.has(ref)
      ? "the node with this label was deleted, or the label is not a node's"
      : near !== undefined
        ? `is &${near} meant?`
        : `label the node: ${ref}: name@unit {`
    const fixes = near === undefined ? [] : referTo(place, near)
    this.problems.push(errorAt(place, message, remedy, { code, fixes }))
  }

  /** What deletes the node was written last; all that still refers to the node is named with it. */
  private deletions(): void {
    for (const [deletion, { ref, users }] of this.deleted) {
      const message =
        `the node with the label "${ref}" is deleted, and ` +
        `${users.length === 1 ? "a reference to it stays" : `${users.length} references to it stay`}: ` +
        `no node has the label "${ref}"`
      const related = users.slice(0, 8).map((user) => ({ ...user, message: "it is referred to here" }))
      const fixes = deleteStretch(deletion, "the /delete-node/")
      const remedy = "keep the node, or take out what refers to it"
      this.problems.push(errorAt(deletion, message, remedy, { code: "dts-no-label", related, fixes }))
    }
  }

  private property(property: RawProperty): DtProperty {
    const parts: Uint8Array[] = []
    let length = 0
    const add = (bytes: Uint8Array) => {
      parts.push(bytes)
      length += bytes.length
    }
    const refs: PhandleRef[] = []
    for (const piece of property.pieces) {
      if (piece.kind === "bytes") add(piece.bytes)
      if (piece.kind !== "phandle" && piece.kind !== "path") continue
      const target = this.target(piece.ref)
      const path = (target === undefined ? undefined : this.paths.get(target)) ?? ""
      if (piece.kind === "path") add(new TextEncoder().encode(`${path}\0`))
      else {
        refs.push({ offset: length, target: path })
        add(phandleBytes(target?.phandle ?? 0))
      }
    }
    const { name, place, earlier } = property
    const labels = property.labels.map((label) => label.name)
    const again = earlier === undefined ? {} : { earlier }
    return { name, value: joinBytes(parts), place, labels, refs, ...again }
  }

  result(): DeviceTree {
    const boot = bootCpu(this.root)
    this.run()
    return makeTree(this.draft(this.root), this.parsed.memreserve, boot)
  }
}

/** The finished tree and all mistakes; the tree is meaningful only when there are none. */
export function resolveTree(parsed: Parsed): {
  problems: readonly Diagnostic[]
  tree: DeviceTree | undefined
} {
  if (parsed.root === undefined) return { problems: parsed.problems, tree: undefined }
  const resolver = new Resolver(parsed, parsed.root)
  if (resolver.problems.length > parsed.problems.length) {
    resolver.run()
    return { problems: resolver.problems, tree: undefined }
  }
  const tree = resolver.result()
  return { problems: resolver.problems, tree: resolver.problems.length === 0 ? tree : undefined }
}
