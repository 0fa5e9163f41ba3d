// SPDX-License-Identifier: BSD-2-Clause
//
// From offsets in a text to the lines and columns of edits.

import type { Edit, Place } from "@vmm/diagnostic"

/** A file of the example's folder: its name from there, and its text. */
export interface ExampleFile {
  readonly file: string
  readonly text: string
}

function position(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  const start = before.lastIndexOf("\n") + 1
  return { line: before.split("\n").length, column: offset - start + 1 }
}

/** Writes `inserted` over a half-open range of a file. */
export function replaceText({ file, text }: ExampleFile, from: number, to: number, inserted: string): Edit {
  const [start, end] = [position(text, from), position(text, to)]
  const [line, column] = [start.line, start.column]
  return { kind: "replace", file, line, column, endLine: end.line, endColumn: end.column, text: inserted }
}

/** The begin of a stretch as a place of one line. */
export function placeOf({ file, text }: ExampleFile, from: number, to: number): Place {
  const { line, column } = position(text, from)
  return { file, line, column, endColumn: column + to - from }
}

/** What stands before the first other character of the line of an offset. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? ""
}
