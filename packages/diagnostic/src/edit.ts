// SPDX-License-Identifier: BSD-2-Clause
//
// Edits of text files, applied together: every range is one of the files as they are, whatever else changes. Line ends
// may be LF, CR LF or CR and stay what they are. An edit that is given twice is made once, since two findings may
// have the same remedy.

import type { Edit, Place } from "./diagnostic.ts"

/** The texts after the edits, or why they cannot be made. */
export type Applied =
  | { readonly ok: Map<string, string>; readonly problem?: never }
  | { readonly ok?: never; readonly problem: string }

type Replace = Extract<Edit, { kind: "replace" }>

interface Span {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The edit that writes `text` over the marked stretch. */
export function replaceAt({ file, line, column, endColumn }: Place, text: string): Edit {
  return { kind: "replace", file, line, column, endLine: line, endColumn, text }
}

/** The edit that writes `text` before a column. */
export function insertAt(file: string, line: number, column: number, text: string): Edit {
  return { kind: "replace", file, line, column, endLine: line, endColumn: column, text }
}

/** Where each line begins, and the end of the text as the beginning of one more. */
function lineStarts(text: string): number[] {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)]
  return starts.at(-1) === text.length && text !== "" ? starts : [...starts, text.length]
}

/** Offset of a place, undefined when the text has none such. */
function offsetOf(text: string, starts: readonly number[], line: number, column: number): number | undefined {
  const start = starts[line - 1]
  if (start === undefined || column < 1) return undefined
  const offset = start + column - 1
  const next = starts[line] ?? text.length
  return offset <= next ? offset : undefined
}

/** Line and column of an offset: a line that ends without a line end has the text's last place. */
function positionOf(text: string, starts: readonly number[], offset: number) {
  const index = starts.findLastIndex((start) => start <= offset)
  const begins = index === 0 || /[\r\n]/.test(text.charAt((starts[index] ?? 0) - 1))
  const line = begins ? index + 1 : index
  return { line, column: offset - (starts[line - 1] ?? 0) + 1 }
}

const keyOf = (edit: Edit): string => JSON.stringify(Object.entries(edit).sort())

function spanOf(edit: Replace, text: string, starts: readonly number[]): Span | string {
  const from = offsetOf(text, starts, edit.line, edit.column)
  const to = offsetOf(text, starts, edit.endLine, edit.endColumn)
  if (from !== undefined && to !== undefined && from <= to) return { from, to, text: edit.text }
  const range = `${edit.line}:${edit.column} to ${edit.endLine}:${edit.endColumn}`
  return `${edit.file} has no text from ${range}; it has changed since the finding was made`
}

/** What the edits change, from the file's beginning on, with the white space that goes with it. */
function changesOf(file: string, text: string, edits: readonly Replace[]): readonly Span[] | string {
  const starts = lineStarts(text)
  const spans: Span[] = []
  for (const edit of edits) {
    const span = spanOf(edit, text, starts)
    if (typeof span === "string") return span
    spans.push(span)
  }
  // Insertions at one place keep their order and come before a replacement that begins there.
  spans.sort((a, b) => a.from - b.from || Number(a.from !== a.to) - Number(b.from !== b.to))
  const changes: Span[] = []
  let done = 0
  for (const [index, span] of spans.entries()) {
    if (span.from < done) return `two edits of ${file} change the same text; make one, then look again`
    const wide = withBlanks(text, span)
    const next = spans[index + 1]?.from ?? text.length
    const change = wide.from < done || wide.to > next ? span : wide
    changes.push(change)
    done = change.to
  }
  return changes
}

function replaced(text: string, changes: readonly Span[]): string {
  const kept = changes.map(({ from, text: inserted }, index) => {
    const done = changes[index - 1]?.to ?? 0
    return text.slice(done, from) + inserted
  })
  return kept.join("") + text.slice(changes.at(-1)?.to ?? 0)
}

const BLANKS = /[ \t]*$/
const EMPTY_LINE = /^[ \t]*(?:\r\n|\r|\n)/

/**
 * What is taken out goes with the white space that only it was apart by: its line, when nothing else stands there, and
 * then one of two empty lines around it; one of two blanks; a blank that would end a line or stand inside a quote.
 */
function withBlanks(text: string, span: Span): Span {
  const { from, to } = span
  const gone = text.slice(from, to)
  if (span.text !== "" || gone.trim() === "") return span
  const before = text.slice(
    Math.max(text.lastIndexOf("\n", from - 1), text.lastIndexOf("\r", from - 1)) + 1,
    from,
  )
  const after = /[\r\n]$/.test(gone) ? "" : (/^[^\r\n]*(?:\r\n|\r|\n)?/.exec(text.slice(to))?.[0] ?? "")
  const [start, end] = [from - before.length, to + after.length]
  if (before.trim() === "" && after.trim() === "") {
    const apart = /(?:^|\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(text.slice(0, start))
    const next = apart ? (EMPTY_LINE.exec(text.slice(end))?.[0].length ?? 0) : 0
    return { ...span, from: start, to: end + next }
  }
  if (after.trim() === "") return { ...span, from: from - (BLANKS.exec(before)?.[0].length ?? 0) }
  const [last, first] = [before.at(-1), after.charAt(0)]
  const quoted = before.split('"').length % 2 === 0
  if (/^\s|\s$/.test(gone)) return span
  if (last === " " && (first === " " || (quoted && first === '"'))) return { ...span, from: from - 1 }
  return quoted && last === '"' && first === " " ? { ...span, to: to + 1 } : span
}

/** Ends in an empty line, or has no line yet. */
const OPEN = /(?:^|\r\n\s*\r\n|\n[ \t]*\n|\r[ \t]*\r)$/

/** What is appended may begin with an empty line to stand apart; a file that ends in one needs no second. */
function appended(text: string, more: string): string {
  const apart = text === "" || OPEN.test(text) ? more.replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, "") : more
  return text === "" || /[\r\n]$/.test(text) ? apart : `\n${apart}`
}

/** Edits of one file as they are made, each given once. */
interface Made {
  readonly changes: readonly Span[]
  /** Appended in this order. */
  readonly ends: readonly string[]
  readonly after: string
}

function make(file: string, text: string | undefined, edits: readonly Edit[]): Made | string {
  const once = [...new Map(edits.map((edit) => [keyOf(edit), edit])).values()]
  const replaces = once.filter((edit) => edit.kind === "replace")
  if (text === undefined && replaces.length > 0) return `there is no file ${file} to change`
  const changes = changesOf(file, text ?? "", replaces)
  if (typeof changes === "string") return changes
  let after = replaced(text ?? "", changes)
  const ends = once.flatMap((edit) => {
    if (edit.kind !== "append") return []
    const end = appended(after, edit.text)
    after += end
    return [end]
  })
  return { changes, ends, after }
}

/**
 * Makes the edits.
 * @param sources texts by file name; one that is absent can be appended to, which makes it
 * @returns all texts, those without edits too; or the first reason why not, and then nothing is changed
 */
export function applyEdits(sources: ReadonlyMap<string, string>, edits: readonly Edit[]): Applied {
  const texts = new Map(sources)
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const own = edits.filter((edit) => edit.file === file)
    const made = make(file, sources.get(file), own)
    if (typeof made === "string") return { problem: made }
    texts.set(file, made.after)
  }
  return { ok: texts }
}

/**
 * The edits for somebody who makes them to the letter: what `applyEdits` does beside (blanks that go with what is taken
 * out, an edit given twice made once) is in them. Edits that cannot be made stay as they are.
 */
export function plainEdits(sources: ReadonlyMap<string, string>, edits: readonly Edit[]): readonly Edit[] {
  return [...new Set(edits.map((edit) => edit.file))].flatMap((file) => {
    const own = edits.filter((edit) => edit.file === file)
    const text = sources.get(file)
    const made = make(file, text, own)
    if (typeof made === "string") return own
    const starts = lineStarts(text ?? "")
    const changes = made.changes.map((span): Edit => {
      const at = (offset: number) => positionOf(text ?? "", starts, offset)
      const [begin, end] = [at(span.from), at(span.to)]
      const range = { line: begin.line, column: begin.column, endLine: end.line, endColumn: end.column }
      return { kind: "replace", file, ...range, text: span.text }
    })
    return [...changes, ...made.ends.map((end): Edit => ({ kind: "append", file, text: end }))]
  })
}
