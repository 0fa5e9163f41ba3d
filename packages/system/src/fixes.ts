// SPDX-License-Identifier: BSD-2-Clause
//
// The edits that mend a .system file: a value written over, an attribute added or deleted, an element renamed, added
// or deleted. Each comes with a title in words; `fix` makes a way out of one or several.

import { type Edit, type Fix, insertAt, type Place, type Related, replaceAt } from "@vmm/diagnostic"

import type { Field } from "./read/reading.ts"
import type { Attribute, Element } from "./xml/xml.ts"

export interface Change {
  /** What it does, as an order. */
  readonly title: string
  readonly edit: Edit
}

export function fix(id: string, change: Change, notes: readonly string[] = []): Fix {
  return { id, title: change.title, edits: [change.edit], notes }
}

/** Text as an attribute has it. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

/** Writes a value over the one that is there. */
export function setText(attribute: Attribute, value: string): Change {
  const title = `write ${attribute.name}="${value}"`
  return { title, edit: replaceAt(attribute.valuePlace, escaped(value)) }
}

/** Writes a field's value, where it stands or as a new attribute of its element. */
export function setField<A>(field: Field<A>, name: string, value: string): Change {
  const { place } = field
  const title = `write ${name}="${value}"`
  const edit = field.written
    ? replaceAt(place, escaped(value))
    : insertAt(place.file, place.line, place.endColumn, ` ${name}="${escaped(value)}"`)
  return { title, edit }
}

/** Adds text in a start tag, behind the element's name. */
export function addText({ place }: Element, text: string): Change {
  return { title: `write${text}`, edit: insertAt(place.file, place.line, place.endColumn, text) }
}

/** Deletes an attribute and the white space before it. */
export function deleteAttribute({ name, namePlace, valuePlace, before }: Attribute): Change {
  const edit: Edit = {
    kind: "replace",
    file: namePlace.file,
    line: before.line,
    column: before.column,
    endLine: valuePlace.line,
    endColumn: valuePlace.endColumn + 1,
    text: "",
  }
  return { title: `delete ${name}`, edit }
}

/** Renames an attribute, whose value stays. */
export function renameAttribute({ namePlace }: Attribute, name: string): Change {
  return { title: `write ${name}`, edit: replaceAt(namePlace, name) }
}

/** Writes another value over the words at a place. */
export function setPlace(place: Place, text: string, title = `write '${text}'`): Change {
  return { title, edit: replaceAt(place, escaped(text)) }
}

/** Adds a child in front of the others, on a line of its own. */
export function addChild(element: Element, text: string): Change {
  const { place, tagEnd, indent, selfClosing, name } = element
  const title = `write ${text}`
  const child = `\n${indent}    ${text}`
  const edit: Edit = selfClosing
    ? {
        kind: "replace",
        file: place.file,
        line: tagEnd.line,
        column: Math.max(1, tagEnd.column - 2),
        endLine: tagEnd.line,
        endColumn: tagEnd.column,
        text: `>${child}\n${indent}</${name}>`,
      }
    : insertAt(place.file, tagEnd.line, tagEnd.column, child)
  return { title, edit }
}

/** An element as text, comments left out. */
export function elementText(element: Element, indent: string, without: ReadonlySet<string>): string {
  const words = [...element.attributes.values()]
    .filter(({ name }) => !without.has(name))
    .map((one) => ` ${one.name}="${escaped(one.value)}"`)
    .join("")
  const { name, children } = element
  if (children.length === 0) return `<${name}${words} />`
  const inner = children.map(
    (child) => `\n${indent}    ${elementText(child, `${indent}    `, new Set<string>())}`,
  )
  return `<${name}${words}>${inner.join("")}\n${indent}</${name}>`
}

/** Deletes an element with all that is in it. */
export function deleteElement({ place, end, name }: Element): Change {
  const edit: Edit = {
    kind: "replace",
    file: place.file,
    line: place.line,
    column: place.column - 1,
    endLine: end.line,
    endColumn: end.column,
    text: "",
  }
  return { title: `delete this <${name}>`, edit }
}

/** Another place with what it has to do with the finding. */
export function also({ file, line, column, endColumn }: Place, message: string): Related {
  return { file, line, column, endColumn, message }
}
