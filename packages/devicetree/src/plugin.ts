// SPDX-License-Identifier: BSD-2-Clause
//
// Run-time overlays: source that begins `/dts-v1/; /plugin/;`, applied to the tree before it as libfdt's
// fdt_overlay_apply does (dtc, Documentation/dt-object-internal.txt): each child of the root that has `__overlay__` is
// a fragment, merged into the node that its `target` or `target-path` names; what else the root has is not applied.
// Departures: labels see the base's own, whether or not it has `__symbols__`, and /delete-node/ deletes.

import { type Fix, nearest, type Place, replaceAt } from "@vmm/diagnostic"

import { liveChildren, liveProperties, type RawNode } from "./raw-tree.ts"

const OVERLAY = "__overlay__"
/** What dtc writes next to the fragments. */
const METADATA = new Set(["__symbols__", "__fixups__", "__local_fixups__", "__overrides__"])

const BLANK = String.raw`(?:\s+|\/\*[^]*?\*\/|\/\/[^\n]*\n)*`
const HEADER = new RegExp(String.raw`^${BLANK}\/dts-v1\/\s*;${BLANK}\/plugin\/`)

/** True for source that begins as a run-time overlay. */
export function isPluginSource(text: string): boolean {
  return text.includes("/plugin/") && HEADER.test(text)
}

/** A fragment: what is merged, and the label or path of the node that takes it. */
export interface Fragment {
  readonly target: string
  /** Where the target is named. */
  readonly place: Place
  /** By a path in a string. */
  readonly quoted: boolean
  readonly overlay: RawNode
}

export interface FragmentProblem {
  readonly place: Place
  readonly message: string
  readonly remedy: string
  readonly fixes: readonly Fix[]
}

const placeOf = (node: RawNode): Place | undefined => node.places[0]

function rewrite(place: Place, text: string): Fix {
  return { id: "mend-source", title: `write ${text}`, edits: [replaceAt(place, text)], notes: [] }
}

/** The label or path that a fragment names, and where. */
function targetOf(node: RawNode): Omit<Fragment, "overlay"> | undefined {
  for (const { name, pieces, place } of liveProperties(node)) {
    const [first] = pieces
    if (name === "target" && (first?.kind === "phandle" || first?.kind === "path")) {
      return { target: first.ref, place: first.place, quoted: false }
    }
    if (name !== "target-path") continue
    if (first?.kind === "path") return { target: first.ref, place: first.place, quoted: false }
    const path = first?.kind === "bytes" ? Buffer.from(first.bytes).toString("latin1").split("\0")[0] : ""
    if (first?.kind === "bytes" && path?.startsWith("/") === true) {
      return { target: path, place: first.place ?? place, quoted: first.place !== undefined }
    }
  }
  return undefined
}

function noTarget(node: RawNode, place: Place): FragmentProblem {
  const near = node.properties.find(({ name }) => nearest(name, ["target", "target-path"]) !== undefined)
  const meant = near === undefined ? undefined : nearest(near.name, ["target", "target-path"])
  const message = `the fragment ${node.name} names no node to change`
  const remedy = 'write target = <&label>; or target-path = "/path"; before __overlay__'
  if (near === undefined || meant === undefined) return { place, message, remedy, fixes: [] }
  if (meant === near.name) {
    const wanted = meant === "target" ? "<&label>" : 'a path in quotes that begins with "/"'
    return { place: near.place, message, remedy: `"${meant}" takes ${wanted}`, fixes: [] }
  }
  return {
    place: near.place,
    message,
    remedy: `is ${meant} meant?`,
    fixes: [rewrite(near.place, meant)],
  }
}

function notApplied(node: RawNode, place: Place, root: RawNode): FragmentProblem {
  const children = liveChildren(node)
  const meant = children.find(({ name }) => nearest(name, [OVERLAY]) !== undefined)
  const at = meant === undefined ? undefined : placeOf(meant)
  if (at !== undefined || targetOf(node) !== undefined) {
    return {
      place: at ?? place,
      message: `the fragment ${node.name} has no ${OVERLAY} node: nothing of it is applied`,
      remedy: `write its content into ${OVERLAY} { ... };`,
      fixes: at === undefined ? [] : [rewrite(at, OVERLAY)],
    }
  }
  const block = placeOf(root)
  const alone = liveChildren(root).every((child) => !liveChildren(child).some(({ name }) => name === OVERLAY))
  return {
    place,
    message: `${node.name} is not applied: a source with /plugin/ changes a tree through fragments alone`,
    remedy: `begin the block with &{/} { instead of / {, or take /plugin/; out`,
    fixes: block !== undefined && alone ? [rewrite(block, "&{/}")] : [],
  }
}

/** The fragments of a run-time overlay's root block, in order, and what of it is none. */
export function fragmentsOf(root: RawNode): {
  readonly fragments: readonly Fragment[]
  readonly problems: readonly FragmentProblem[]
} {
  const fragments: Fragment[] = []
  const problems: FragmentProblem[] = []
  for (const node of liveChildren(root)) {
    const place = placeOf(node)
    if (METADATA.has(node.name) || place === undefined) continue
    const overlay = liveChildren(node).find(({ name }) => name === OVERLAY)
    const target = targetOf(node)
    if (overlay === undefined) problems.push(notApplied(node, place, root))
    else if (target === undefined) problems.push(noTarget(node, place))
    else fragments.push({ ...target, overlay })
  }
  return { fragments, problems }
}
