// SPDX-License-Identifier: BSD-2-Clause
//
// Fragments of a run-time overlay (dtc, Documentation/dt-object-internal.txt) in plain source: a boot loader would
// apply them, and here they are nodes of their own. The patch makes each a block that names its target.

import { type DtNode } from "@vmm/devicetree"
import { type Diagnostic, type Edit, errorAt, nearest } from "@vmm/diagnostic"

import { offsetOf, removeRange } from "../../edit/text.ts"
import type { Agreement } from "../../input.ts"
import { fix } from "../rule.ts"

const OVERLAY = "__overlay__"

/** The child that holds what a fragment changes, its name spelt right or nearly so. */
function overlayOf(node: DtNode): DtNode | undefined {
  const targeted = node.properties.has("target") || node.properties.has("target-path")
  return node.children.find(
    ({ name }) =>
      name === OVERLAY ||
      (/_/.test(name) && targeted && nearest(name.toLowerCase(), [OVERLAY]) !== undefined),
  )
}

/** A node of plain source that is the fragment of a run-time overlay. */
export const isFragment = (node: DtNode): boolean => overlayOf(node) !== undefined

/** Offset behind the block that opens at `open`; strings and comments hold no braces of it. */
function blockEnd(text: string, open: number): number | undefined {
  const tokens = /"(?:[^"\\]|\\[^])*"|\/\*[^]*?\*\/|\/\/.*|[{}]/g
  tokens.lastIndex = open
  let depth = 0
  for (let found = tokens.exec(text); found !== null; found = tokens.exec(text)) {
    if (found[0] === "{") depth += 1
    if (found[0] === "}" && --depth === 0) return tokens.lastIndex
  }
  return undefined
}

/** The fragment taken out, and what it says of its target written at the end. */
function asBlock({ sources }: Agreement, node: DtNode, overlay: DtNode): readonly Edit[] {
  const source = sources.overlays.find(({ file }) => file === node.place.file)
  const text = source?.text ?? ""
  const [from, inner] = [offsetOf(text, node.place), offsetOf(text, overlay.place)]
  if (source === undefined || from === undefined || inner === undefined) return []
  const [outer, open] = [text.indexOf("{", from), text.indexOf("{", inner)]
  const [end, close] = [blockEnd(text, outer), blockEnd(text, open)]
  if (outer < 0 || open < 0 || end === undefined || close === undefined) return []
  const head = text.slice(outer, inner)
  const label = /\btarget\s*=\s*<\s*&(\w+)\s*>/.exec(head)?.[1]
  const path = /\btarget(?:-path)?\s*=\s*(?:<\s*)?(?:&\{([^}]+)\}|"([^"]+)")/.exec(head)
  const target = label === undefined ? (path?.[1] ?? path?.[2]) : undefined
  const semicolon = /^\s*;/.exec(text.slice(end))?.[0].length ?? 0
  if (label === undefined && target === undefined) return []
  const depth = /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", inner) + 1))?.[0] ?? ""
  const body = text
    .slice(open, close)
    .split("\n")
    .map((line) => (line.startsWith(depth) ? line.slice(depth.length) : line))
    .join("\n")
  const name = label === undefined ? `&{${target}}` : `&${label}`
  // The block around it goes too when it holds nothing else.
  const around = /(?:\/|&\{\/\})\s*\{\s*$/.exec(text.slice(0, from))
  const after = /^\s*\}\s*;/.exec(text.slice(end + semicolon))
  const gone = around === null || after === null ? 0 : after[0].length
  return [
    removeRange(source, gone === 0 ? from : (around?.index ?? from), end + semicolon + gone),
    { kind: "append", file: source.editName, text: `\n${name} ${body};\n` },
  ]
}

export function fragments(input: Agreement, nodes: readonly DtNode[]): readonly Diagnostic[] {
  return nodes.flatMap((node) => {
    const overlay = overlayOf(node)
    if (overlay === undefined) return []
    const meant = overlay.name === OVERLAY ? "" : `, whose '${overlay.name}' is to be ${OVERLAY}`
    const message = `${node.path} is a fragment of a run-time overlay${meant}: as plain source it changes nothing`
    const remedy = `write &label { ... }; with what is inside of ${OVERLAY}, label being that of its target`
    const fixes = fix("overlay-block", "write it as a block of its target", asBlock(input, node, overlay))
    return [errorAt(node.place, message, remedy, { code: "overlay-fragment", fixes })]
  })
}
