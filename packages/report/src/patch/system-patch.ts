// SPDX-License-Identifier: BSD-2-Clause
//
// Lines for a `.system` file, as edits that put each kind where its like stands.

import type { Edit } from "@vmm/diagnostic"
import { type ExampleFile, indentAt, replaceText } from "./text-place.ts"
import { findElement, readXml, type XmlElement } from "./xml-text.ts"

/** Elements to add, each one line. */
export interface SystemLines {
  readonly regions: readonly string[]
  /** Into the virtual machine `vm`. */
  readonly maps: readonly string[]
  /** Into the protection domain `pd`. */
  readonly irqs: readonly string[]
}

/** After the last child called `like`, else before what closes `parent`. */
export function insertLines(
  file: ExampleFile,
  parent: XmlElement,
  like: string,
  lines: readonly string[],
): readonly Edit[] {
  if (lines.length === 0) return []
  const { text } = file
  const last = parent.children.findLast(({ name }) => name === like)
  if (last !== undefined) {
    const indent = indentAt(text, last.from)
    // A comment at the end of the line stays with its element.
    const tail = /^[ \t]*(<!--(?:(?!-->)[^\n])*-->)?(?=[ \t]*\r?\n)/.exec(text.slice(last.to))?.[0] ?? ""
    const at = last.to + tail.trimEnd().length
    return [replaceText(file, at, at, lines.map((line) => `\n${indent}${line}`).join(""))]
  }
  const first = parent.children[0]
  const outer = indentAt(text, parent.from)
  const indent = first === undefined ? `${outer}    ` : indentAt(text, first.from)
  if (like === "memory_region" && first !== undefined) {
    return [replaceText(file, first.from, first.from, lines.map((line) => `${line}\n${indent}`).join(""))]
  }
  const close = parent.close
  if (close === undefined) return []
  const start = text.lastIndexOf("\n", close - 1) + 1
  const alone = text.slice(start, close).trim() === ""
  const added = lines.map((line) => `${indent}${line}\n`).join("")
  return alone
    ? [replaceText(file, start, start, added)]
    : [replaceText(file, close, close, `\n${added}${outer}`)]
}

/** The edits; undefined when the file has no such virtual machine or domain. */
export function addSystemLines(
  file: ExampleFile,
  vm: string,
  pd: string,
  lines: SystemLines,
): readonly Edit[] | undefined {
  const root = readXml(file.text)
  if (root === undefined) return undefined
  const machine = findElement(root, "virtual_machine", vm)
  const domain = findElement(root, "protection_domain", pd)
  if (machine === undefined || domain === undefined) return undefined
  return [
    ...insertLines(file, root, "memory_region", lines.regions),
    ...insertLines(file, machine, "map", lines.maps),
    ...insertLines(file, domain, "irq", lines.irqs),
  ]
}

/** The edit that gives an attribute of an element inside another a new value; adds the attribute when absent. */
export function setAttribute(
  file: ExampleFile,
  find: (root: XmlElement) => XmlElement | undefined,
  attribute: string,
  value: string,
): readonly Edit[] {
  const root = readXml(file.text)
  const element = root === undefined ? undefined : find(root)
  if (element === undefined) return []
  const known = element.attributes.get(attribute)
  if (known !== undefined) return [replaceText(file, known.from, known.to, value)]
  const at = element.from + 1 + element.name.length
  return [replaceText(file, at, at, ` ${attribute}="${value}"`)]
}

/** The `<map>` of a region in a virtual machine; `count` says which when there are several. */
export function mapOf(root: XmlElement, vm: string, region: string): XmlElement | undefined {
  return findElement(root, "virtual_machine", vm)?.children.find(
    ({ name, attributes }) => name === "map" && attributes.get("mr")?.value === region,
  )
}

/** The edit that takes elements away, each with the lines that it stands on alone. */
export function removeElements(file: ExampleFile, gone: readonly XmlElement[]): readonly Edit[] {
  const { text } = file
  return gone.map(({ from, to }) => {
    const start = text.lastIndexOf("\n", from - 1) + 1
    const end = text.indexOf("\n", to)
    const alone = end >= 0 && text.slice(start, from).trim() === "" && text.slice(to, end).trim() === ""
    return alone ? replaceText(file, start, end + 1, "") : replaceText(file, from, to, "")
  })
}
