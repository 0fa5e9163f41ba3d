// SPDX-License-Identifier: BSD-2-Clause
//
// Readable source of a tree. Values are shown as text where they can be text, else as cells, else as bytes;
// references as the source wrote them. What is printed compiles to the same blob.

import { propCells, propU32 } from "./access.ts"
import { quote } from "./escape.ts"
import { findByPath } from "./query.ts"
import type { DeviceTree, DtNode, DtProperty } from "./tree.ts"

/** The strings of a value that is nothing but printable text, each ended by NUL and none empty but alone. */
function asStrings(value: Uint8Array): readonly Uint8Array[] | undefined {
  if (value.length === 0 || value[value.length - 1] !== 0) return undefined
  const strings: Uint8Array[] = []
  for (let at = 0; at < value.length;) {
    const end = value.indexOf(0, at)
    strings.push(value.subarray(at, end))
    at = end + 1
  }
  const printable = (byte: number) => (byte >= 0x20 && byte < 0x7f) || (byte >= 7 && byte <= 13)
  if (strings.length > 1 && strings.some((text) => text.length === 0)) return undefined
  return strings.every((text) => text.every(printable)) ? strings : undefined
}

function cellText(tree: DeviceTree, property: DtProperty, cell: number, index: number): string {
  const ref = property.refs.find(({ offset }) => offset === 4 * index)
  const target = ref === undefined ? undefined : findByPath(tree, ref.target)
  const plain = `0x${cell.toString(16)}`
  if (target === undefined || propU32(target, "phandle") !== cell || property.name === "phandle") return plain
  return target.labels[0] === undefined ? `&{${target.path}}` : `&${target.labels[0]}`
}

function valueText(tree: DeviceTree, node: DtNode, property: DtProperty): string {
  const strings = property.refs.length > 0 ? undefined : asStrings(property.value)
  if (strings !== undefined) return strings.map(quote).join(", ")
  const cells = propCells(node, property.name)
  if (cells !== undefined) return `<${cells.map((cell, i) => cellText(tree, property, cell, i)).join(" ")}>`
  return `[${[...property.value].map((byte) => byte.toString(16).padStart(2, "0")).join(" ")}]`
}

/** A property's value as source, empty for one that is only there; undefined when the node has none of that name. */
export function propertyText(tree: DeviceTree, node: DtNode, name: string): string | undefined {
  const property = node.properties.get(name)
  if (property === undefined) return undefined
  return property.value.length === 0 ? "" : valueText(tree, node, property)
}

function labelText(labels: readonly string[]): string {
  return labels.map((label) => `${label}: `).join("")
}

function nodeLines(tree: DeviceTree, node: DtNode, indent: string): string[] {
  const inner = `${indent}\t`
  const properties = [...node.properties.values()].map((property) => {
    const value = propertyText(tree, node, property.name) ?? ""
    return `${inner}${labelText(property.labels)}${property.name}${value === "" ? "" : ` = ${value}`};`
  })
  const children = node.children.flatMap((child, index) => [
    ...(index > 0 || properties.length > 0 ? [""] : []),
    ...nodeLines(tree, child, inner),
  ])
  const labels = node.parent === undefined ? "" : labelText(node.labels)
  return [`${indent}${labels}${node.name || "/"} {`, ...properties, ...children, `${indent}};`]
}

/** The tree as source that begins with `/dts-v1/;`. */
export function printDts(tree: DeviceTree): string {
  const reservations = tree.memreserve.map(
    ({ address, size, labels }) =>
      `${labelText(labels)}/memreserve/ 0x${address.toString(16)} 0x${size.toString(16)};\n`,
  )
  const rootLabels = tree.root.labels.map((label) => `\n${label}: &{/} {\n};\n`).join("")
  return `/dts-v1/;\n${reservations.join("")}\n${nodeLines(tree, tree.root, "").join("\n")}\n${rootLabels}`
}
