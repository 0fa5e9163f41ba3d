// SPDX-License-Identifier: BSD-2-Clause
//
// Offsets and places in a text, and the edits that replace or insert a stretch of it. Lines end at LF, CR LF or CR,
// and columns count UTF-16 units, as in every place of a finding.

import type { Edit, Place } from "@vmm/diagnostic"

/** A text file. */
export interface TextFile {
  /** Name as its findings have it. */
  readonly file: string
  /** Name below the example's folder, as edits have it. */
  readonly editName: string
  readonly text: string
}

/** Offsets at which lines begin. */
function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)]
}

/** Offset of the place's first character; undefined when the text has no such line. */
export function offsetOf(text: string, { line, column }: Pick<Place, "line" | "column">): number | undefined {
  const start = lineStarts(text)[line - 1]
  return start === undefined || start + column - 1 > text.length ? undefined : start + column - 1
}

export function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const starts = lineStarts(text)
  let line = starts.findIndex((start) => start > offset)
  if (line < 0) line = starts.length
  return { line, column: offset - (starts[line - 1] ?? 0) + 1 }
}

/** The place of `[from, to)` within one line. */
export function placeOf(source: TextFile, from: number, to: number): Place {
  const { line, column } = positionOf(source.text, from)
  return { file: source.file, line, column, endColumn: column + (to - from) }
}

/** The edit that writes `text` over `[from, to)`. */
export function replaceRange(source: TextFile, from: number, to: number, text: string): Edit {
  const [begin, end] = [positionOf(source.text, from), positionOf(source.text, to)]
  return {
    kind: "replace",
    file: source.editName,
    line: begin.line,
    column: begin.column,
    endLine: end.line,
    endColumn: end.column,
    text,
  }
}

/**
 * The edit that takes `[from, to)` away: with its lines when nothing else stands there, and with one of two empty lines
 * that would come together.
 */
export function removeRange(source: TextFile, from: number, to: number): Edit {
  const { text } = source
  const start = from - indentAt(text, from).length
  const rest = /^[ \t]*(\r\n|\r|\n)/.exec(text.slice(to))
  if ((start > 0 && !/[\r\n]/.test(text[start - 1] ?? "")) || rest === null) {
    return replaceRange(source, from, to, "")
  }
  const end = to + rest[0].length
  const next = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end))
  const apart = /(?:^|\r\n[ \t]*\r\n|\n[ \t]*\n|\r[ \t]*\r|[{>][ \t]*(?:\r\n|\r|\n))$/.test(
    text.slice(0, start),
  )
  return replaceRange(source, start, apart && next !== null ? end + next[0].length : end, "")
}

/** White space at the beginning of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? ""
}

/** The file's own line end. */
export function lineEnd(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n"
}
