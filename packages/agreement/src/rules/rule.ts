// SPDX-License-Identifier: BSD-2-Clause
//
// What a rule is: findings from everything that must agree, and one machine of it.

import type { DtNode } from "@vmm/devicetree"
import type { Diagnostic, Edit, Fix, Place, Related } from "@vmm/diagnostic"

import type { GuestView } from "../guest-view.ts"
import type { Agreement } from "../input.ts"

/** A rule about one machine: what it finds wrong there. */
export type Rule = (input: Agreement, view: GuestView) => readonly Diagnostic[]

/** A rule about the guest's tree, whichever machines read it. `nodes` are all nodes of the tree. */
export type TreeRule = (input: Agreement, nodes: readonly DtNode[]) => readonly Diagnostic[]

/** A place that has to do with a finding. */
export function related({ file, line, column, endColumn }: Place, message: string): Related {
  return { file, line, column, endColumn, message }
}

/** A fix, when it has edits. */
export function fix(
  id: string,
  title: string,
  edits: readonly Edit[],
  notes: readonly string[] = [],
): readonly Fix[] {
  return edits.length === 0 ? [] : [{ id, title, edits, notes }]
}

/** Where a property of a node is written; the node when it is not there. */
export function propertyPlace(node: DtNode, ...names: readonly string[]): Place {
  for (const name of names) {
    const property = node.properties.get(name)
    if (property !== undefined) return property.place
  }
  return node.laterPlaces.at(-1) ?? node.place
}
