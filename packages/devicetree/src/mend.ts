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

export function deleteTokens(tokens: readonly Token[]): readonly Fix[] {
  const [first] = tokens
  if (first === undefined) return []
  return [mend(`delete "${first.text}"`, ...tokens.map(({ place }) => replaceAt(place, "")))]
}

/** `0x0 0x123456789`: a cell of nothing before a number too large for one is its upper half. */
export function splitNumber(before: Token | undefined, number: Token, value: bigint): readonly Fix[] {
  const upper = before?.kind === "number" && /^0(?:x0+)?$/i.test(before.text)
  if (before === undefined || !upper || number.kind !== "number") return []
  const [high, low] = [`0x${(value >> 32n).toString(16)}`, `0x${(value & 0xffffffffn).toString(16)}`]
  return [mend(`write ${high} ${low}`, replaceAt(before.place, high), replaceAt(number.place, low))]
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

/** A statement from a keyword on, `;` included; only one that stands on one line. */
export function deleteStatement({ place }: Token, rest: readonly Token[]): readonly Fix[] {
  const last = rest.at(-1)
  if (last === undefined || last.endLine !== place.line) return []
  const endColumn = last.place.endColumn + 1
  return [mend("delete it", replaceAt({ ...place, endColumn }, ""))]
}

/** A stretch of one line goes. */
export function deleteStretch(place: Place, what: string): readonly Fix[] {
  return [mend(`delete ${what}`, replaceAt(place, ""))]
}
