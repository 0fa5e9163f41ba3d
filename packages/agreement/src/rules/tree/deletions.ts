// SPDX-License-Identifier: BSD-2-Clause
//
// `/delete-node/ NAME;` of an overlay that deletes nothing, since the block it stands in has no node of that name: dtc
// takes it without a word, and the node that was meant stays; so with `/delete-property/`.
// A node goes by its name; by its label with &, outside of blocks.

import { type DtNode, walk } from "@vmm/devicetree"
import { type Diagnostic, type Edit, nearest, type Place, warningAt } from "@vmm/diagnostic"

import { placeOf, removeRange, replaceRange, type TextFile } from "../../edit/text.ts"
import type { Agreement } from "../../input.ts"
import { fix, related } from "../rule.ts"

const blank = (text: string): string => text.replaceAll(/[^\n]/g, " ")
/** Comments and strings, blanked: what is left stands where it did. */
export const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[^]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\])*"/g, (found) => blank(found))

/** Where an overlay deletes a node of the board, and the edit that takes the statement out. */
export interface Deletion {
  readonly place: Place
  readonly edit: Edit
}

/** The `/delete-node/` of an overlay that takes a node of the board away, by its name, its label or its path. */
export function deletionOf({ sources }: Agreement, node: DtNode): Deletion | undefined {
  for (const source of sources.overlays) {
    for (const found of withoutComments(source.text).matchAll(/\/delete-node\/\s+([&{}\w@,.+/-]+?)\s*;/g)) {
      const [statement, what = ""] = found
      const names = [node.name, `&{${node.path}}`, ...node.labels.map((label) => `&${label}`)]
      if (!names.includes(what)) continue
      const end = found.index + statement.length
      return {
        place: placeOf(source, found.index, end),
        edit: removeRange(source, found.index, end),
      }
    }
  }
  return undefined
}

const baseOf = (name: string): string => name.split("@")[0] ?? name

/** The node that a name was meant to be: by its label, without its unit address, or nearly so. */
function meant(nodes: readonly DtNode[], name: string): DtNode | undefined {
  const labelled = nodes.find(({ labels }) => labels.includes(name))
  if (labelled !== undefined) return labelled
  const alike = nodes.filter((node) => node.name !== name && baseOf(node.name) === baseOf(name))
  if (alike.length === 1) return alike[0]
  const near = nearest(
    name,
    nodes.map((node) => node.name),
  )
  return nodes.find((node) => node.name === near)
}

function inOverlay(
  source: TextFile,
  nodes: readonly DtNode[],
  all: readonly DtNode[],
): readonly Diagnostic[] {
  const names = new Set(all.map(({ name }) => name))
  return [...withoutComments(source.text).matchAll(/\/delete-node\/\s+([\w@,.+-]+)\s*;/g)].flatMap(
    (found) => {
      const name = found[1] ?? ""
      const from = found.index + found[0].indexOf(name)
      const target = names.has(name) ? undefined : meant(nodes, name)
      if (target === undefined) return []
      const place = placeOf(source, found.index, from + name.length)
      const message = `/delete-node/ ${name} deletes nothing: no node has that name, and '${target.name}' stays`
      const label = target.labels.includes(name) ? `; its label goes with &, outside of all blocks` : ""
      const fixes = fix("node-name", `write ${target.name}`, [
        replaceRange(source, from, from + name.length, target.name),
      ])
      const there = [related(target.place, `'${target.name}' is here`)]
      const more = { code: "deletes-nothing", related: there, fixes }
      return [warningAt(place, message, `write ${target.name}${label}`, more)]
    },
  )
}

/** `/delete-property/ NAME;` of a name that no node has, nearly that of one that some have. */
function properties(source: TextFile, names: ReadonlySet<string>): readonly Diagnostic[] {
  return [...withoutComments(source.text).matchAll(/\/delete-property\/\s+([\w#,.?+-]+)\s*;/g)].flatMap(
    (found) => {
      const name = found[1] ?? ""
      const target = names.has(name) ? undefined : nearest(name, names)
      if (target === undefined) return []
      const from = found.index + found[0].indexOf(name, "/delete-property/".length)
      const message = `/delete-property/ ${name} deletes nothing: no node has a property of that name`
      const fixes = fix("property-name", `write ${target}`, [
        replaceRange(source, from, from + name.length, target),
      ])
      const place = placeOf(source, found.index, from + name.length)
      return [warningAt(place, message, `is ${target} meant?`, { code: "deletes-no-property", fixes })]
    },
  )
}

const namesIn = (nodes: readonly DtNode[]): ReadonlySet<string> =>
  new Set(nodes.flatMap((node) => [...node.properties.keys()]))

export function deletions({ hardware, guestTree, sources }: Agreement): readonly Diagnostic[] {
  const has = (word: string) => sources.overlays.some(({ text }) => text.includes(word))
  const [node, property] = [has("/delete-node/"), has("/delete-property/")]
  if (!node && !property) return []
  const nodes = [...walk(guestTree.root)]
  const all = [...walk(hardware.root), ...nodes]
  const names = property ? namesIn(all) : new Set<string>()
  return sources.overlays.flatMap((source) => [
    ...(node ? inOverlay(source, nodes, all) : []),
    ...(property ? properties(source, names) : []),
  ])
}
