// SPDX-License-Identifier: BSD-2-Clause
//
// Edits of a `.system` file: an attribute set, an element removed, elements written after another one or at the
// beginning of another one. An element is known by the place of its name, as the system description has it.

import type { Edit, Place } from "@vmm/diagnostic"

import { indentAt, lineEnd, offsetOf, placeOf, removeRange, replaceRange, type TextFile } from "./text.ts"

interface Span {
  readonly from: number
  readonly to: number
}

/** A start tag: from `<` to behind `>`. */
interface Tag extends Span {
  readonly name: string
  readonly closed: boolean
  /** Values without their quotes, by attribute. */
  readonly values: ReadonlyMap<string, Span>
}

const ATTRIBUTE = /([^\s=<>/]+)\s*=\s*("[^"]*"|'[^']*')/g

function tagAt(text: string, place: Place): Tag | undefined {
  const at = offsetOf(text, place)
  if (at === undefined) return undefined
  const from = text[at] === "<" ? at : text.lastIndexOf("<", at)
  const tag = /^<([^\s/>]+)(?:[^"'>]|"[^"]*"|'[^']*')*>/.exec(text.slice(from))
  if (tag === null) return undefined
  const values = new Map(
    [...tag[0].matchAll(ATTRIBUTE)].map((found) => {
      const end = from + found.index + found[0].length - 1
      return [found[1] ?? "", { from: end - ((found[2]?.length ?? 2) - 2), to: end }] as const
    }),
  )
  return { from, to: from + tag[0].length, name: tag[1] ?? "", closed: tag[0].endsWith("/>"), values }
}

/** The whole element, with its end tag. */
function elementAt(text: string, place: Place): Span | undefined {
  const tag = tagAt(text, place)
  if (tag === undefined || tag.closed) return tag
  const end = new RegExp(`</${tag.name}\\s*>`, "g")
  end.lastIndex = tag.to
  const found = end.exec(text)
  return found === null ? undefined : { from: tag.from, to: found.index + found[0].length }
}

/** The value of an attribute as a place; the element's own place when it is not written. */
export function attributePlace(source: TextFile, place: Place, ...names: readonly string[]): Place {
  const values = tagAt(source.text, place)?.values
  const found = names.map((name) => values?.get(name)).find((span) => span !== undefined)
  return found === undefined ? place : placeOf(source, found.from, found.to)
}

/** The value of an attribute as it is written; empty when it is not. */
export function attributeText(source: TextFile, place: Place, name: string): string {
  const span = tagAt(source.text, place)?.values.get(name)
  return span === undefined ? "" : source.text.slice(span.from, span.to)
}

/** Sets an attribute; none when the text does not have the element. */
export function setAttribute(source: TextFile, place: Place, name: string, value: string): readonly Edit[] {
  const tag = tagAt(source.text, place)
  if (tag === undefined) return []
  const span = tag.values.get(name)
  if (span !== undefined) return [replaceRange(source, span.from, span.to, value)]
  const last = [...tag.values.values()].at(-1)
  const at = last === undefined ? tag.from + 1 + tag.name.length : last.to + 1
  return [replaceRange(source, at, at, ` ${name}="${value}"`)]
}

/** Takes an attribute away, with the blank before it. */
export function removeAttribute(source: TextFile, place: Place, name: string): readonly Edit[] {
  const span = tagAt(source.text, place)?.values.get(name)
  if (span === undefined) return []
  const before = source.text.slice(0, span.from)
  const from = /\s*[^\s=]+\s*=\s*["']$/.exec(before)?.index
  return from === undefined ? [] : [replaceRange(source, from, span.to + 1, "")]
}

/** Takes an element away, and its line when nothing else stands there. */
export function removeElement(source: TextFile, place: Place): readonly Edit[] {
  const span = elementAt(source.text, place)
  return span === undefined ? [] : [removeRange(source, span.from, span.to)]
}

/** Writes elements on lines of their own after the element at `place`. */
export function insertAfter(source: TextFile, place: Place, elements: readonly string[]): readonly Edit[] {
  const { text } = source
  const span = elementAt(text, place)
  if (span === undefined || elements.length === 0) return []
  const lead = `${lineEnd(text)}${indentAt(text, span.from)}`
  return [replaceRange(source, span.to, span.to, elements.map((element) => `${lead}${element}`).join(""))]
}

/** Writes elements as the first ones of the element at `place`. */
export function insertFirst(source: TextFile, place: Place, elements: readonly string[]): readonly Edit[] {
  const { text } = source
  const tag = tagAt(text, place)
  if (tag === undefined || tag.closed || elements.length === 0) return []
  const lead = `${lineEnd(text)}${indentAt(text, tag.from)}    `
  return [replaceRange(source, tag.to, tag.to, elements.map((element) => `${lead}${element}`).join(""))]
}
