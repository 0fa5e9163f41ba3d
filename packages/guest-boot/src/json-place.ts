// SPDX-License-Identifier: BSD-2-Clause
//
// JSON (RFC 8259) with the line and column of every key and value, so that a wrong value in a guest file is pointed
// at. Strict: no comments, no trailing commas; the message says so where it meets them.

import { isLeft, left, right, type Either } from "fp-ts/lib/Either.js"

import { diagnosticAt, type Diagnostic, type Place } from "./diagnostic.ts"

/** A JSON value and where it begins. */
export type JsonNode = { readonly place: Place } & (
  | { readonly kind: "object"; readonly members: readonly JsonMember[] }
  | { readonly kind: "array"; readonly items: readonly JsonNode[] }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
)

/** One `"key": value`; `place` is the key's. */
export interface JsonMember {
  readonly key: string
  readonly place: Place
  readonly value: JsonNode
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

/** The place of the token that begins here. */
function placeAt(cursor: Cursor): Place {
  const before = cursor.text.slice(0, cursor.at)
  const line = before.split("\n").length
  const column = cursor.at - before.lastIndexOf("\n")
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

function wrong(cursor: Cursor, message: string, remedy: string): Read<never> {
  return left(diagnosticAt(placeAt(cursor), message, remedy))
}

function unexpected(cursor: Cursor, wanted: string): Read<never> {
  const char = cursor.text[cursor.at]
  if (cursor.text.startsWith("//", cursor.at) || cursor.text.startsWith("/*", cursor.at)) {
    return wrong(cursor, "JSON has no comments", "delete the comment")
  }
  const found = char === undefined ? "the end of the file" : JSON.stringify(char)
  return wrong(cursor, `expected ${wanted}, found ${found}`, `write ${wanted} here`)
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
      return wrong(cursor, "a comma before the closing bracket", "delete the comma")
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
  return isLeft(value) ? value : right({ key: key.right, place, value: value.right })
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
