// SPDX-License-Identifier: BSD-2-Clause
//
// Edits of a guest file: the value of a field, a new field. A field is known by the place of its key.

import type { Edit, Place } from "@vmm/diagnostic"

import { lineEnd, offsetOf, placeOf, replaceRange, type TextFile } from "./text.ts"

const VALUE = /^"(?:[^"\\]|\\.)*"\s*:\s*("(?:[^"\\]|\\.)*"|[-+.\w]+)/

/** From and to of a field's string, number or word; undefined for lists and objects. */
function valueOf(source: TextFile, key: Place): readonly [number, number] | undefined {
  const at = offsetOf(source.text, key)
  const found = at === undefined ? null : VALUE.exec(source.text.slice(at))
  if (at === undefined || found?.[1] === undefined) return undefined
  const to = at + found[0].length
  return [to - found[1].length, to]
}

/** Where a string stands in a field's value or in a list of it; the key when it is not found. */
export function stringPlace(source: TextFile, key: Place, value: string): Place {
  const from = offsetOf(source.text, key)
  const written = JSON.stringify(value)
  const at = from === undefined ? -1 : source.text.indexOf(written, from)
  return at < 0 ? key : placeOf(source, at, at + written.length)
}

/** Writes a field's value; `json` is text as it stands in the file. */
export function setJson(source: TextFile, key: Place, json: string): readonly Edit[] {
  const value = valueOf(source, key)
  return value === undefined ? [] : [replaceRange(source, ...value, json)]
}

/** Writes another string over one that stands at a place. */
export function replaceString(source: TextFile, place: Place, value: string, by: string): readonly Edit[] {
  const from = offsetOf(source.text, place)
  const written = JSON.stringify(value)
  if (from === undefined || !source.text.startsWith(written, from)) return []
  return [replaceRange(source, from, from + written.length, JSON.stringify(by))]
}

/** Writes several strings over one: a list where the field had no list. */
export function replaceWithList(
  source: TextFile,
  place: Place,
  value: string,
  by: readonly string[],
): readonly Edit[] {
  const from = offsetOf(source.text, place)
  const written = JSON.stringify(value)
  if (from === undefined || !source.text.startsWith(written, from)) return []
  const inner = by.map((one) => JSON.stringify(one)).join(", ")
  const alone = /:\s*$/.test(source.text.slice(0, from)) && by.length !== 1
  return [replaceRange(source, from, from + written.length, alone ? `[${inner}]` : inner)]
}

const STRING = String.raw`"(?:[^"\\]|\\.)*"`
const LIST = new RegExp(String.raw`^${STRING}\s*:\s*(\[\s*(?:${STRING}\s*,?\s*)*\]|${STRING})`)

/** Adds a string to a field that is a string or a list of them: as its first, or as its last. */
export function addToList(source: TextFile, key: Place, value: string, first: boolean): readonly Edit[] {
  const at = offsetOf(source.text, key)
  const found = at === undefined ? null : LIST.exec(source.text.slice(at))
  const list = found?.[1]
  if (at === undefined || found === null || list === undefined) return []
  const to = at + found[0].length
  const from = to - list.length
  const written = JSON.stringify(value)
  if (!list.startsWith("[")) {
    const both = first ? [written, list] : [list, written]
    return [replaceRange(source, from, to, `[${both.join(", ")}]`)]
  }
  const inner = list.slice(1, -1)
  const [lead, kept] = [/^\s*/.exec(inner)?.[0].length ?? 0, inner.trimEnd().length]
  if (inner.trim() === "") return [replaceRange(source, from, to, `[${written}]`)]
  const offset = from + 1 + (first ? lead : kept)
  return [replaceRange(source, offset, offset, first ? `${written}, ` : `, ${written}`)]
}

/** Takes a string out of a list of several, with its comma. */
export function removeFromList(source: TextFile, key: Place, value: string): readonly Edit[] {
  const at = offsetOf(source.text, key)
  const found = at === undefined ? null : LIST.exec(source.text.slice(at))
  if (at === undefined || found?.[1]?.startsWith("[") !== true) return []
  const end = at + found[0].length
  const from = end - found[1].length
  const list = source.text.slice(from, end)
  const written = JSON.stringify(value)
  const behind = list.indexOf(written)
  if (behind < 0) return []
  const before = /,\s*$/.exec(list.slice(0, behind))?.[0].length ?? 0
  const after = before > 0 ? 0 : (/^\s*,\s*/.exec(list.slice(behind + written.length))?.[0].length ?? 0)
  if (before + after === 0) return []
  return [replaceRange(source, from + behind - before, from + behind + written.length + after, "")]
}

/** Adds a string as the first of the list, and another one as its last. */
export function addAround(source: TextFile, key: Place, first: string, last: string): readonly Edit[] {
  const at = offsetOf(source.text, key)
  const list = at === undefined ? undefined : LIST.exec(source.text.slice(at))?.[1]
  if (list === undefined) return []
  if (list.startsWith("[") && list.slice(1, -1).trim() !== "")
    return [...addToList(source, key, first, true), ...addToList(source, key, last, false)]
  const own = list.startsWith("[") ? [] : [list]
  return setField(source, key, `[${[JSON.stringify(first), ...own, JSON.stringify(last)].join(", ")}]`)
}

/** Writes a field's value over one that may be a list of strings. */
export function setField(source: TextFile, key: Place, json: string): readonly Edit[] {
  const at = offsetOf(source.text, key)
  const found = at === undefined ? null : LIST.exec(source.text.slice(at))
  if (at === undefined || found?.[1] === undefined) return setJson(source, key, json)
  const to = at + found[0].length
  return [replaceRange(source, to - found[1].length, to, json)]
}

/** Offset of a word between blanks or quotes; of the same letters inside of another where there is none. */
function wordAt(text: string, word: string): number {
  const ends = (at: number) => /["\s]/.test(text[at] ?? " ")
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (ends(at - 1) && ends(at + word.length)) return at
  }
  return text.indexOf(word)
}

/** Where a word stands inside of a field's string; the key when it does not. */
export function wordPlace(source: TextFile, key: Place, word: string): Place {
  const value = valueOf(source, key)
  const at = value === undefined ? -1 : wordAt(source.text.slice(...value), word)
  return value === undefined || at < 0 ? key : placeOf(source, value[0] + at, value[0] + at + word.length)
}

/** Replaces a word inside of a field's string. */
export function replaceWord(source: TextFile, key: Place, word: string, by: string): readonly Edit[] {
  const value = valueOf(source, key)
  const at = value === undefined ? -1 : wordAt(source.text.slice(...value), word)
  if (value === undefined || at < 0) return []
  return [replaceRange(source, value[0] + at, value[0] + at + word.length, JSON.stringify(by).slice(1, -1))]
}

/** Adds text at the end of a field's string. */
export function appendWord(source: TextFile, key: Place, word: string): readonly Edit[] {
  const value = valueOf(source, key)
  if (value === undefined || source.text[value[1] - 1] !== '"') return []
  const lead = value[1] - value[0] === 2 ? "" : " "
  return [replaceRange(source, value[1] - 1, value[1] - 1, `${lead}${JSON.stringify(word).slice(1, -1)}`)]
}

/** Adds a field as the first of the file. */
export function addField(source: TextFile, key: string, json: string): readonly Edit[] {
  const brace = source.text.indexOf("{")
  if (brace < 0) return []
  const empty = /^\s*\}/.test(source.text.slice(brace + 1))
  const text = `${lineEnd(source.text)}  ${JSON.stringify(key)}: ${json}${empty ? "" : ","}`
  return [replaceRange(source, brace + 1, brace + 1, text)]
}
