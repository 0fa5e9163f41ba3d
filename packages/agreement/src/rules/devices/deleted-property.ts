// SPDX-License-Identifier: BSD-2-Clause
//
// A property that a node lacks since an overlay deletes it: what lacks is told where it was taken away, and is mended
// by leaving it.

import type { DtNode } from "@vmm/devicetree"
import type { Diagnostic } from "@vmm/diagnostic"

import { placeOf, removeRange, type TextFile } from "../../edit/text.ts"
import type { Agreement } from "../../input.ts"
import { type Deletion, withoutComments } from "../tree/deletions.ts"
import { fix, related } from "../rule.ts"

/** The words before the block that holds `at`, such as `uart1: serial@30860000` or `&uart1`. */
function headOf(text: string, at: number): string {
  let depth = 0
  for (let index = at - 1; index >= 0; index--) {
    if (text[index] === "}") depth += 1
    else if (text[index] === "{" && depth > 0) depth -= 1
    // The brace of &{/path} begins no block.
    else if (text[index] === "{" && text[index - 1] !== "&")
      return /(?:&\{[^}]*\}|[^{};])*$/.exec(text.slice(0, index))?.[0].trim() ?? ""
  }
  return ""
}

/** Whether a block of that head is one of the node. */
function isOf(node: DtNode, head: string): boolean {
  const name = head.replace(/^(?:[\w]+:\s*)+/, "").trim()
  return [node.name, `&{${node.path}}`, ...node.labels.map((label) => `&${label}`)].includes(name)
}

function inOverlay(source: TextFile, node: DtNode, name: string): Deletion | undefined {
  const text = withoutComments(source.text)
  for (const found of text.matchAll(/\/delete-property\/\s+([\w#,.?+-]+)\s*;/g)) {
    if (found[1] !== name || !isOf(node, headOf(text, found.index))) continue
    const end = found.index + found[0].length
    return { place: placeOf(source, found.index, end), edit: removeRange(source, found.index, end) }
  }
  return undefined
}

/** The finding that `node` has not `name`, told at the deletion where there is one. */
export function atDeletion(
  { sources }: Agreement,
  node: DtNode,
  name: string,
  finding: Diagnostic,
): Diagnostic {
  const [found] = sources.overlays.flatMap((source) => inOverlay(source, node, name) ?? [])
  if (found === undefined || node.properties.has(name)) return finding
  const remedy = `leave ${name} to the node: take /delete-property/ ${name} out`
  const there = related(finding, `of '${node.name}'`)
  return {
    ...finding,
    ...found.place,
    message: `${finding.message}, since /delete-property/ takes ${name} away`,
    remedy,
    related: [there, ...(finding.related ?? [])],
    fixes: [...fix("keep-property", remedy, [found.edit]), ...(finding.fixes ?? [])],
  }
}
