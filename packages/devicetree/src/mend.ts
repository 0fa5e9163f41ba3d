// SPDX-License-Identifier: BSD-2-Clause
//
// Edits that mend a mistake of device tree source where one reading alone makes sense: a character too few or too
// many, a reference without its &, a name that is nearly one.

import { type Edit, type Fix, insertAt, type Place, replaceAt } from "@vmm/diagnostic"

import type { Token } from "./lexer.ts"

const mend = (title: string, ...edits: readonly Edit[]): Fix => ({
  id: "mend-source",
  title,
  edits,
  notes: [],
})

/** Something between two tokens, right after the first. */
export function writeAfter(before: Token | undefined, text: string): readonly Fix[] {
  if (before === undefined || before.endLine !== before.place.line) return []
  const { file, line, endColumn } = before.place
  return [mend(`write "${text.trim()}"`, insertAt(file, line, endColumn, text))]
}

export function writeBefore({ place: { file, line, column } }: Token, text: string): readonly Fix[] {
  return [mend(`write "${text.trim()}"`, insertAt(file, line, column, text))]
}

/** Something right behind a stretch. */
export function writeAt({ file, line, endColumn }: Place, text: string): Fix {
  return mend(`write ${text}`, insertAt(file, line, endColumn, text))
}

export function writeOver({ place, endLine }: Token, text: string): readonly Fix[] {
  return endLine === place.line ? [mend(`write ${text}`, replaceAt(place, text))] : []
}

export function deleteToken({ place, text }: Token): readonly Fix[] {
  return [mend(`delete "${text}"`, replaceAt(place, ""))]
}

/** At the end of the file. */
export function writeAtEnd({ place: { file } }: Token, text: string): readonly Fix[] {
  return [mend(`write "${text.trim()}" at the end`, { kind: "append", file, text })]
}

/** Another reference in place of one, in the same form. */
export function referTo(place: Place, ref: string): readonly Fix[] {
  const written = ref.startsWith("/") ? `&{${ref}}` : `&${ref}`
  return [mend(`write ${written}`, replaceAt(place, written))]
}

/** A stretch of one line goes. */
export function deleteStretch(place: Place, what: string): readonly Fix[] {
  return [mend(`delete ${what}`, replaceAt(place, ""))]
}
