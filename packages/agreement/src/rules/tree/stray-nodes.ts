// SPDX-License-Identifier: BSD-2-Clause
//
// Nodes of an overlay that meet no node of the board: a new node is made, and the one that was meant stays as it is
// (Devicetree Specification v0.4, section 6.3: nodes merge by path).

import { type DtNode, findByPath, propString, referenceTo, walk } from "@vmm/devicetree"
import { type Edit, nearest, warningAt } from "@vmm/diagnostic"

import { exactNode } from "../../devices.ts"
import { offsetOf, removeRange, replaceRange } from "../../edit/text.ts"
import { nodeBlock } from "../../edit/tree-edit.ts"
import type { Agreement } from "../../input.ts"
import { isFragment } from "./fragments.ts"
import { fix, related, type TreeRule } from "../rule.ts"

const unitOf = (name: string): string | undefined => name.split("@")[1]

const plain = ({ properties }: DtNode): boolean =>
  [...properties.keys()].every((name) => name === "status" || name === "phandle")

/** Nodes that are no devices, and may be new. */
const OWN = /^(chosen|aliases|cpus|memory(@.*)?|reserved-memory|options)$/

/** A node of the board that a new node of an overlay was meant to be. */
function meantBy(input: Agreement, node: DtNode): DtNode | undefined {
  const board = [...walk(input.hardware.root)]
  const siblings = findByPath(input.hardware, node.parent?.path ?? "/")?.children ?? []
  const unit = unitOf(node.name)
  const free = siblings.filter(({ path }) => exactNode(input.guestTree, path) !== undefined)
  const bare = unit === undefined ? free.filter(({ name }) => name.split("@")[0] === node.name) : []
  if (bare.length === 1) return bare[0]
  const sameUnit = unit === undefined ? undefined : free.find(({ name }) => unitOf(name) === unit)
  if (sameUnit !== undefined) return sameUnit
  const elsewhere = unit === undefined ? [] : board.filter(({ name }) => name === node.name)
  if (elsewhere.length === 1) return elsewhere[0]
  if (!plain(node)) return undefined
  const near = (all: readonly DtNode[]) => {
    const name = nearest(
      node.name,
      all.map((one) => one.name),
    )
    return all.find((one) => one.name === name)
  }
  return near(free) ?? (unit === undefined ? undefined : near(board.filter(({ name }) => name.includes("@"))))
}

/** A new node around nodes that the board has in another one: `soc` for `soc@0`, a bus with a digit wrong. */
export const strayBus: TreeRule = (input, nodes) => {
  const files = new Set(input.sources.overlays.map(({ file }) => file))
  return nodes.flatMap((node) => {
    const parent = node.parent?.path
    if (parent === undefined || !files.has(node.place.file) || OWN.test(node.name)) return []
    if (node.children.length === 0 || node.properties.has("compatible") || node.properties.has("reg"))
      return []
    const held = new Set(node.children.map(({ name }) => name))
    // A path finds a node without its unit address too, and names here are to be the same.
    const siblings = findByPath(input.hardware, parent)?.children ?? []
    if (siblings.some(({ name }) => name === node.name) || isFragment(node)) return []
    const [meant, another] = siblings.filter((one) => one.children.some(({ name }) => held.has(name)))
    if (meant === undefined || another !== undefined) return []
    const message =
      `the overlay makes a new node ${node.path}, and leaves all of ${meant.path}, which has ` +
      `'${meant.children.find(({ name }) => held.has(name))?.name}' on the board, as it is`
    const fixes = fix("node-name", `write '${meant.name}'`, moved(input, node, meant))
    const more = { code: "overlay-bus-new", related: [related(meant.place, "the board's node")], fixes }
    return [warningAt(node.place, message, `write ${meant.name}`, more)]
  })
}

/** A new node with little in it that carries the name of another: the one that was meant stays as it is. */
export const stray: TreeRule = (input, nodes) => {
  const files = new Set(input.sources.overlays.map(({ file }) => file))
  return nodes.flatMap((node) => {
    const parent = node.parent?.path
    if (parent === undefined || !files.has(node.place.file) || OWN.test(node.name)) return []
    if (node.properties.has("compatible") || node.properties.size === 0) return []
    if (isFragment(node) || (node.parent !== undefined && isFragment(node.parent))) return []
    if (exactNode(input.hardware, node.path) !== undefined || parent === "/reserved-memory") return []
    const meant = meantBy(input, node)
    if (meant === undefined) return []
    const message = `the overlay makes a new node ${node.path}, and leaves ${meant.path} of the board as it is`
    const fixes = fix("node-name", `write '${meant.name}'`, moved(input, node, meant))
    const remedy =
      meant.parent?.path === parent
        ? `write ${meant.name}`
        : `write ${referenceTo(meant)} { ... }; or put it where the board has it`
    const there = [related(meant.place, "the board's node")]
    return [warningAt(node.place, message, remedy, { code: "overlay-node-new", related: there, fixes })]
  })
}

/** The name in place; a node elsewhere that sets a status alone moves into a block of its own. */
function moved(input: Agreement, node: DtNode, meant: DtNode): readonly Edit[] {
  const source = input.sources.overlays.find(({ file }) => file === node.place.file)
  const from = source === undefined ? undefined : offsetOf(source.text, node.place)
  if (source === undefined || from === undefined) return []
  const at = source.text.indexOf(node.name, from)
  if (at < 0 || at > from + LABELS) return []
  if (meant.parent?.path === node.parent?.path) {
    return [replaceRange(source, at, at + node.name.length, meant.name)]
  }
  const status = propString(node, "status")
  const body = /^[^{};]*\{\s*status\s*=\s*"[^"]*"\s*;\s*\}\s*;/.exec(source.text.slice(at))
  if (status === undefined || !plain(node) || body === null) return []
  const text = nodeBlock(input.sources, meant, [`status = "${status}";`])
  const gone = removeRange(source, from, at + body[0].length)
  return [gone, { kind: "append", file: source.editName, text }]
}

/** Characters that labels before a node's name take at most. */
const LABELS = 80
