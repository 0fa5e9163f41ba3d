// SPDX-License-Identifier: BSD-2-Clause
//
// Parts of the command line added to a guest.json, as an edit of its text (RFC 8259). The file has been read
// before: what cannot be understood here gives no edit.

import type { Edit } from "@vmm/diagnostic"
import { type ExampleFile, indentAt, replaceText } from "./text-place.ts"

const KEY = "cmdline-add"
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g

interface Token {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The first token of the value of a key of the outermost object. */
function valueOf(tokens: readonly Token[], key: string): number {
  let depth = 0
  for (const [index, { text }] of tokens.entries()) {
    if (text === "{" || text === "[") depth += 1
    else if (text === "}" || text === "]") depth -= 1
    else if (depth === 1 && text === JSON.stringify(key) && tokens[index + 1]?.text === ":") return index + 2
  }
  return -1
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }))
}

/** Adds a key at the end of the outermost object, its value as JSON. No edits when the text is none. */
export function addField(file: ExampleFile, key: string, value: string): readonly Edit[] {
  const { text } = file
  const tokens = tokensOf(text)
  const [before, last] = tokens.slice(-2)
  if (last?.text !== "}" || before === undefined) return []
  const broken = text.slice(before.to, last.from).includes("\n")
  const indent = broken && before.text !== "{" ? `\n${indentAt(text, before.from)}` : " "
  const comma = before.text === "{" ? "" : ","
  return [replaceText(file, before.to, before.to, `${comma}${indent}"${key}": ${value}`)]
}

/** Sets a member of the object that a key of the outermost object has: both are made where they lack. */
export function setMember(file: ExampleFile, key: string, name: string, value: string): readonly Edit[] {
  const { text } = file
  const tokens = tokensOf(text)
  const at = valueOf(tokens, key)
  const open = tokens[at]
  const member = `${JSON.stringify(name)}: ${JSON.stringify(value)}`
  if (open === undefined) return addField(file, key, `{ ${member} }`)
  if (open.text !== "{") return []
  const end = tokens.findIndex(({ text: token }, index) => index > at && token === "}")
  const found = tokens.findIndex(
    ({ text: token }, index) =>
      index > at && index < end && token === JSON.stringify(name) && tokens[index + 1]?.text === ":",
  )
  const old = tokens[found + 2]
  if (found >= 0) {
    return old === undefined ? [] : [replaceText(file, old.from, old.to, JSON.stringify(value))]
  }
  return [replaceText(file, open.to, open.to, ` ${member}${end === at + 1 ? " " : ","}`)]
}

/** Adds a string to a key's string or list of strings, as its last. No edits when it is neither. */
export function addToStrings(file: ExampleFile, key: string, added: string): readonly Edit[] {
  const tokens = tokensOf(file.text)
  const at = valueOf(tokens, key)
  const value = tokens[at]
  const written = JSON.stringify(added)
  if (value?.text.startsWith('"') === true) {
    return [replaceText(file, value.from, value.to, `[${value.text}, ${written}]`)]
  }
  if (value?.text !== "[") return []
  const end = tokens.findIndex(({ text }, index) => index > at && text === "]")
  const before = tokens[end - 1]
  if (end < 0 || before === undefined) return []
  return [replaceText(file, before.to, before.to, before.text === "[" ? written : `, ${written}`)]
}

/** Takes a string out of a key's list of several, with its comma. No edits when it is not there. */
export function removeFromStrings(file: ExampleFile, key: string, gone: string): readonly Edit[] {
  const tokens = tokensOf(file.text)
  const at = valueOf(tokens, key)
  if (tokens[at]?.text !== "[") return []
  const end = tokens.findIndex(({ text }, index) => index > at && text === "]")
  const found = tokens.findLastIndex(
    ({ text }, index) => index > at && index < end && text === JSON.stringify(gone),
  )
  const [before, own, after] = tokens.slice(found - 1, found + 2)
  if (found < 0 || before === undefined || own === undefined || after === undefined) return []
  if (before.text === ",") return [replaceText(file, before.from, own.to, "")]
  const next = after.text === "," ? tokens[found + 2] : undefined
  return next === undefined ? [] : [replaceText(file, own.from, next.from, "")]
}

/** Adds words to the guest's command line. Undefined when the text is no JSON object. */
export function addToCommandLine(file: ExampleFile, word: string): readonly Edit[] | undefined {
  const { text } = file
  const tokens = tokensOf(text)
  const there = tokens[valueOf(tokens, KEY)] !== undefined
  const edits = there ? addToStrings(file, KEY, word) : addField(file, KEY, `[${JSON.stringify(word)}]`)
  return edits.length === 0 ? undefined : edits
}
