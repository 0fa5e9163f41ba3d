// SPDX-License-Identifier: BSD-2-Clause
//
// JSON (RFC 8259) with the line and column of every key and value, so that a wrong value in a guest file is pointed
// at. Strict: no comments, no trailing commas; the message says so where it meets them, with the edit that mends it.

import { isLeft, left, right, type Either } from "fp-ts/lib/Either.js"

import type { Edit, Fix } from "@vmm/diagnostic"

import { diagnosticAt, type Diagnostic, type Place } from "../diagnostic.ts"

/** A JSON value and where it begins. */
export type JsonNode = { readonly place: Place } & (
  | { readonly kind: "object"; readonly members: readonly JsonMember[] }
  | { readonly kind: "array"; readonly items: readonly JsonNode[] }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
)

/** A line and column, from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** One `"key": value`; `place` is the key's, `end` follows the value. */
export interface JsonMember {
  readonly key: string
  readonly place: Place
  readonly value: JsonNode
  readonly end: Position
}

interface Cursor {
  readonly file: string
  readonly text: string
  at: number
}

type Read<A> = Either<Diagnostic, A>

const MAX_DEPTH = 64
const SPACE = /[ \t\r\n]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// A control character may not stand in a JSON string.
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const WORD = /[A-Za-z_]+/y

function positionOf(text: string, at: number): Position {
  const before = text.slice(0, at)
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") }
}

/** The place of the token that begins here. */
function placeAt(cursor: Cursor): Place {
  const { line, column } = positionOf(cursor.text, cursor.at)
  const token = [STRING, NUMBER, WORD].map((pattern) => {
    pattern.lastIndex = cursor.at
    return pattern.exec(cursor.text)?.[0].length ?? 0
  })
  return { file: cursor.file, line, column, endColumn: column + Math.max(1, ...token) }
}

function match(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0]
  if (found !== undefined) cursor.at += found.length
  return found
}

/** What mends the text: from and to in it, and what stands there instead. */
type Mend = readonly [from: number, to: number, text: string, title: string]

function fixOf({ file, text }: Cursor, [from, to, put, title]: Mend): Fix {
  const [first, last] = [positionOf(text, from), positionOf(text, to)]
  const edit: Edit = {
    kind: "replace",
    file,
    ...first,
    endLine: last.line,
    endColumn: last.column,
    text: put,
  }
  return { id: "mend-json", title, edits: [edit], notes: [] }
}

function wrong(cursor: Cursor, message: string, remedy: string, mend?: Mend): Read<never> {
  const fixes = mend === undefined ? {} : { fixes: [fixOf(cursor, mend)] }
  return left(diagnosticAt(placeAt(cursor), message, remedy, { code: "json-syntax", ...fixes }))
}

/** Where the text before a place ends, blanks left out. */
const endBefore = ({ text }: Cursor, at: number): number => text.slice(0, at).trimEnd().length

const COMMENT = /\/\/.*|\/\*[\s\S]*?\*\/[ \t]*\n?/y
/** A key or string that is not in double quotes. */
const SINGLE = /'([^'"\\\n]*)'|[A-Za-z_][\w./:-]*/y

/** The edit after which something that was expected is there. */
function mendFor(cursor: Cursor, wanted: string): Mend | undefined {
  const { at, text } = cursor
  const before = endBefore(cursor, at)
  const closing = /^"," or "(.)"$/.exec(wanted)?.[1]
  if (at >= text.length) {
    return closing === undefined ? undefined : [before, before, `\n${closing}`, `write ${closing} at the end`]
  }
  if (closing !== undefined && /["{[\w]/.test(text[at] ?? "")) return [before, before, ",", "write the comma"]
  if (wanted === '":"') return [before, before, ":", "write the colon"]
  if (!/string|key|value/.test(wanted)) return undefined
  const bare = match({ ...cursor }, SINGLE)
  if (bare === undefined) return undefined
  const quoted = JSON.stringify(bare.startsWith("'") ? bare.slice(1, -1) : bare)
  return [at, at + bare.length, quoted, `write ${quoted}`]
}

function unexpected(cursor: Cursor, wanted: string): Read<never> {
  const char = cursor.text[cursor.at]
  const comment = match({ ...cursor }, COMMENT)
  if (comment !== undefined) {
    const mend = [cursor.at, cursor.at + comment.length, "", "delete the comment"] as const
    return wrong(cursor, "JSON has no comments", "delete the comment", mend)
  }
  const mend = mendFor(cursor, wanted)
  const remedy = mend?.[3] ?? `write ${wanted} here`
  if (char === "'")
    return wrong(cursor, "JSON has no single quotes: strings are in double quotes", remedy, mend)
  const found = char === undefined ? "the end of the file" : JSON.stringify(char)
  return wrong(cursor, `expected ${wanted}, found ${found}`, remedy, mend)
}

function eat(cursor: Cursor, char: string): boolean {
  match(cursor, SPACE)
  if (cursor.text[cursor.at] !== char) return false
  cursor.at += 1
  return true
}

function readString(cursor: Cursor, what: string): Read<string> {
  const found = match(cursor, STRING)
  return found === undefined ? unexpected(cursor, what) : right(JSON.parse(found) as string)
}

/** The parts between `open` (already eaten) and `close`, separated by commas. */
function readList<A>(cursor: Cursor, close: string, readPart: () => Read<A>): Read<readonly A[]> {
  const parts: A[] = []
  if (eat(cursor, close)) return right(parts)
  for (;;) {
    match(cursor, SPACE)
    if (parts.length > 0 && cursor.text[cursor.at] === close) {
      cursor.at = endBefore(cursor, cursor.at) - 1
      const mend = [cursor.at, cursor.at + 1, "", "delete the comma"] as const
      return wrong(cursor, "a comma before the closing bracket", "delete the comma", mend)
    }
    const part = readPart()
    if (isLeft(part)) return part
    parts.push(part.right)
    if (eat(cursor, close)) return right(parts)
    if (!eat(cursor, ",")) return unexpected(cursor, `"," or "${close}"`)
  }
}

function readMember(cursor: Cursor, depth: number): Read<JsonMember> {
  const place = placeAt(cursor)
  const key = readString(cursor, "a key in double quotes")
  if (isLeft(key)) return key
  if (!eat(cursor, ":")) return unexpected(cursor, '":"')
  const value = readValue(cursor, depth)
  if (isLeft(value)) return value
  return right({ key: key.right, place, value: value.right, end: positionOf(cursor.text, cursor.at) })
}

function readWord(cursor: Cursor, place: Place): Read<JsonNode> {
  const start = cursor.at
  const word = match(cursor, WORD)
  if (word === "true" || word === "false") return right({ kind: "boolean", value: word === "true", place })
  if (word === "null") return right({ kind: "null", place })
  cursor.at = start
  const digits = match(cursor, NUMBER)
  if (digits !== undefined) return right({ kind: "number", value: Number(digits), place })
  return unexpected(cursor, "a value")
}

function readValue(cursor: Cursor, depth: number): Read<JsonNode> {
  match(cursor, SPACE)
  const place = placeAt(cursor)
  if (depth > MAX_DEPTH) return wrong(cursor, "this is nested too deeply", "a guest file needs few levels")
  if (eat(cursor, "{")) {
    const members = readList(cursor, "}", () => readMember(cursor, depth + 1))
    return isLeft(members) ? members : right({ kind: "object", members: members.right, place })
  }
  if (eat(cursor, "[")) {
    const items = readList(cursor, "]", () => readValue(cursor, depth + 1))
    return isLeft(items) ? items : right({ kind: "array", items: items.right, place })
  }
  if (cursor.text[cursor.at] === '"') {
    const text = readString(cursor, "a string that ends on its line")
    return isLeft(text) ? text : right({ kind: "string", value: text.right, place })
  }
  return readWord(cursor, place)
}

/** The JSON `text` of `file` with its places, or the first mistake. */
export function parseJson(file: string, text: string): Either<Diagnostic, JsonNode> {
  const cursor: Cursor = { file, text, at: text.startsWith("\ufeff") ? 1 : 0 }
  const value = readValue(cursor, 0)
  match(cursor, SPACE)
  if (!isLeft(value) && cursor.at < text.length) return unexpected(cursor, "the end of the file")
  return value
}
