// SPDX-License-Identifier: BSD-2-Clause
//
// What the guest's tree says of a device otherwise than the board's, where, and the patch that has it say the same.

import {
  compatibleOf,
  dependenciesOf,
  type DeviceTree,
  type DtNode,
  findByPath,
  isEnabled,
  propertyText,
  referenceTo,
  walk,
} from "@vmm/devicetree"
import type { Fix, Place } from "@vmm/diagnostic"

import type { ExampleFiles } from "../example.ts"
import type { DriverTable } from "../fault/drivers.ts"
import { overlayEdit } from "../fixes/fixes.ts"
import { placeOf as textPlace, replaceText } from "../patch/text-place.ts"

/** The guest's tree and the board's. */
export interface Trees {
  readonly tree: DeviceTree | undefined
  readonly board?: DeviceTree | undefined
  readonly example: ExampleFiles
}

/** Properties that a node of the guest's tree and the board's have otherwise; all of one that the board has not. */
export function changes(node: DtNode, tree: DeviceTree, board: DeviceTree | undefined): readonly string[] {
  const own = board === undefined ? undefined : findByPath(board, node.path)
  if (board === undefined) return []
  if (own === undefined) return [...node.properties.keys()]
  return [...new Set([...own.properties.keys(), ...node.properties.keys()])].filter(
    (name) =>
      name !== "phandle" &&
      name !== "status" &&
      propertyText(tree, node, name) !== propertyText(board, own, name),
  )
}

/** The node as the board has it. */
export function asBoard(node: DtNode, { tree, board, example }: Trees): readonly Fix[] {
  const own = board === undefined ? undefined : findByPath(board, node.path)
  if (tree === undefined || board === undefined || own === undefined) return []
  const names = changes(node, tree, board)
  if (names.length === 0) return []
  const lines = names.map((name) => {
    const value = propertyText(board, own, name)
    return value === undefined
      ? `/delete-property/ ${name};`
      : value === ""
        ? `${name};`
        : `${name} = ${value};`
  })
  const text = `${referenceTo(node)} {\n${lines.map((line) => `\t${line}\n`).join("")}};\n`
  const title = `write ${names.join(", ")} of ${node.name} as the board has it`
  return [{ id: "as-board", title, edits: [overlayEdit(example, text)], notes: [] }]
}

/** Where the tree last said something of the node that the board does not, else where the node is. */
export function placeOf(node: DtNode, { tree, board }: Trees): Place {
  const all = tree === undefined ? [] : changes(node, tree, board)
  const changed = ["reg", "compatible", ...all].find(
    (name) => all.includes(name) && node.properties.has(name),
  )
  const own = board !== undefined && findByPath(board, node.path) !== undefined
  const property = changed === undefined ? undefined : node.properties.get(changed)?.place
  return property ?? (own ? node.laterPlaces.at(-1) : undefined) ?? node.place
}

const DELETION = /\/delete-node\/\s+(?:&(\w+)|([\w,.+@-]+))\s*;/g

/** A device of the board that an overlay deletes. */
export interface DeletedDevice {
  readonly node: DtNode
  /** The file by its name in the example's folder. */
  readonly place: Place
  readonly fix: Fix
}

/** Devices of the board that overlays delete, in the order of their words. */
export function deletedDevices({ tree, board, example }: Trees): readonly DeletedDevice[] {
  if (tree === undefined || board === undefined) return []
  const gone = [...walk(board.root)].filter(
    (node) => isEnabled(node) && compatibleOf(node).length > 0 && findByPath(tree, node.path) === undefined,
  )
  return example.overlays.flatMap((overlay) =>
    [...overlay.text.matchAll(DELETION)].flatMap(({ 0: word, 1: label = "", 2: name, index }) => {
      const node = gone.find((one) => one.name === name || one.labels.includes(label))
      if (node === undefined) return []
      const [from, to] = [index, index + word.length]
      const edits = [replaceText(overlay, from, to, "")]
      const title = `leave ${node.name} in the guest's device tree: take ${word.replace(/\s+/g, " ")} out`
      return [
        { node, place: textPlace(overlay, from, to), fix: { id: "keep-node", title, edits, notes: [] } },
      ]
    }),
  )
}

const SERIAL = /^drivers\/tty\//

/** What of a device is otherwise than on the board, and how to undo it. */
export interface ChangedDevice {
  readonly node: DtNode
  readonly names: readonly string[]
  readonly place: Place
  readonly fixes: readonly Fix[]
}

/** A serial port, or what one needs, that the guest's tree has otherwise than the board. */
export function changedPort(trees: Trees, drivers: DriverTable): ChangedDevice | undefined {
  const { tree, board } = trees
  if (tree === undefined || board === undefined) return undefined
  const ports = [...walk(tree.root)].filter(
    (node) =>
      isEnabled(node) &&
      findByPath(board, node.path) !== undefined &&
      drivers.of(compatibleOf(node)).some(({ source }) => SERIAL.test(source)),
  )
  const chain = new Set(ports)
  // What is added while it is walked is walked too.
  for (const node of chain) for (const { node: other } of dependenciesOf(tree, node)) chain.add(other)
  const node = [...chain].find(
    (one) => findByPath(board, one.path) !== undefined && changes(one, tree, board).length > 0,
  )
  if (node === undefined) return undefined
  return { node, names: changes(node, tree, board), place: placeOf(node, trees), fixes: asBoard(node, trees) }
}
