// SPDX-License-Identifier: BSD-2-Clause
//
// Text that a step of learning inserted, marked by comments of its language, so that it can be taken out again
// whatever was inserted around it; at the end the marks go and the reason stands before the text.

import type { Edit } from "@vmm/diagnostic"

/** How a language writes a comment. */
interface Comments {
  readonly open: string
  readonly close: string
  /** Whether text is a whole piece, around which comments may stand. */
  readonly whole: (text: string) => boolean
  /** Text that would end a comment, and what is written for it. */
  readonly never: readonly [string, string]
}

const XML: Comments = {
  open: "<!--",
  close: "-->",
  whole: (text) => text.startsWith("<") && text.endsWith(">"),
  never: ["--", "- -"],
}
const DTS: Comments = {
  open: "/*",
  close: "*/",
  whole: (text) => text.endsWith(";"),
  never: ["*/", "* /"],
}
/** Columns of a reason's lines. */
const WIDTH = 100

function commentsOf(file: string): Comments | undefined {
  if (file.endsWith(".system")) return XML
  return /\.dts[oi]?$/.test(file) ? DTS : undefined
}

const begin = ({ open, close }: Comments, step: number): string => `${open}vmm-step ${step}${close}`
const end = ({ open, close }: Comments, step: number): string => `${open}vmm-end ${step}${close}`

function isInsertion(edit: Edit): boolean {
  return edit.kind === "append" || (edit.line === edit.endLine && edit.column === edit.endColumn)
}

/** The edit with marks around what it inserts; as it is where none can stand. */
export function marked(edit: Edit, step: number): Edit {
  const comments = commentsOf(edit.file)
  if (comments === undefined || !isInsertion(edit) || !comments.whole(edit.text.trim())) return edit
  return { ...edit, text: begin(comments, step) + edit.text + end(comments, step) }
}

/** The steps that left something marked in a text. */
export function stepsIn(file: string, text: string): readonly number[] {
  const comments = commentsOf(file)
  if (comments === undefined) return []
  return [...text.matchAll(/vmm-step (\d+)/g)].map(([, step]) => Number(step))
}

/** The pieces of text between the marks of a step, marks included. */
function pieces(comments: Comments, text: string, step: number): ReadonlyArray<readonly [number, number]> {
  const [first, last] = [begin(comments, step), end(comments, step)]
  const found: Array<readonly [number, number]> = []
  let from = text.indexOf(first)
  while (from >= 0) {
    const to = text.indexOf(last, from) + last.length
    if (to < last.length) break
    found.push([from, to])
    from = text.indexOf(first, to)
  }
  return found
}

/** The text without what a step inserted. */
export function withoutStep(file: string, text: string, step: number): string {
  const comments = commentsOf(file)
  if (comments === undefined) return text
  return pieces(comments, text, step).reduceRight((so, [from, to]) => so.slice(0, from) + so.slice(to), text)
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** A comment of one or more lines, each after `indent` but the first. */
function comment({ open, close, never }: Comments, text: string, indent: string): string {
  const lines = wrap(text.replaceAll(...never), WIDTH - indent.length)
  if (lines.length === 1) return `${open} ${lines[0]} ${close}`
  return [open, ...lines.map((line) => `    ${line}`), close].join(`\n${indent}`)
}

/** The text with a step's reason before the first piece that it inserted, and without its marks. */
export function withReason(file: string, text: string, step: number, reason: string): string {
  const comments = commentsOf(file)
  if (comments === undefined) return text
  return pieces(comments, text, step).reduceRight((so, [from, to], index) => {
    const body = so.slice(from + begin(comments, step).length, to - end(comments, step).length)
    if (index > 0) return so.slice(0, from) + body + so.slice(to)
    const at = body.search(/\S/)
    const before = so.slice(0, from) + body.slice(0, at)
    const indent = /[^\n]*$/.exec(before)?.[0].replace(/\S.*$/, "") ?? ""
    return `${before}${comment(comments, reason, indent)}\n${indent}${body.slice(at)}${so.slice(to)}`
  }, text)
}
