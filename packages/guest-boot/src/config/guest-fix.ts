// SPDX-License-Identifier: BSD-2-Clause
//
// Edits of a guest file that mend a field: another key, another value, no field at all.

import { type Fix, type Place, replaceAt } from "@vmm/diagnostic"

import type { JsonMember, JsonNode, Position } from "./json-place.ts"

/** Another key in place of this one. */
export function renameKey(place: Place, key: string): Fix {
  const written = JSON.stringify(key)
  return { id: "rename-field", title: `write ${written}`, edits: [replaceAt(place, written)], notes: [] }
}

/** A field before the others; `place` is that of the opening brace. */
export function addFirstField(
  place: Place,
  members: readonly JsonMember[],
  key: string,
  value: unknown,
): Fix {
  const field = `${JSON.stringify(key)}: ${JSON.stringify(value)}`
  const at = { ...place, column: place.column + 1, endColumn: place.column + 1 }
  const text = `\n  ${field}${members.length === 0 ? "\n" : ","}`
  return { id: "add-field", title: `write ${field}`, edits: [replaceAt(at, text)], notes: [] }
}

/** Another value; only for one that stands on one line. */
export function writeValue(place: Place, value: unknown): Fix {
  const written = JSON.stringify(value)
  return { id: "write-value", title: `write ${written}`, edits: [replaceAt(place, written)], notes: [] }
}

/** Another value in place of one that ends elsewhere. */
export function writeOver(from: Place, to: Position, value: unknown): Fix {
  const written = JSON.stringify(value)
  const { file, line, column } = from
  const range = { kind: "replace", file, line, column, endLine: to.line, endColumn: to.column } as const
  return { id: "write-value", title: `write ${written}`, edits: [{ ...range, text: written }], notes: [] }
}

/** The field goes, with the comma that parts it from its neighbour. */
export function deleteField(members: readonly JsonMember[], member: JsonMember): Fix {
  const index = members.indexOf(member)
  const [before, after] = [members[index - 1], members[index + 1]]
  const from = after === undefined && before !== undefined ? before.end : member.place
  const to = after === undefined ? member.end : after.place
  const { line, column } = from
  const { file } = member.place
  const range = { kind: "replace", file, line, column, endLine: to.line, endColumn: to.column } as const
  return {
    id: "delete-field",
    title: `delete "${member.key}"`,
    edits: [{ ...range, text: "" }],
    notes: [],
  }
}

const NO = /^(no|off|false|disabled?|none|0)$/i
const YES = /^(yes|on|true|enabled?|1)$/i

/** What a value of the wrong kind was meant to be; undefined when that cannot be told. */
export function meantValue(wanted: "text" | "flag" | "count" | "memory", node: JsonNode): unknown {
  if (node.kind !== "string" && node.kind !== "number" && node.kind !== "boolean") return undefined
  const written = String(node.value).trim()
  if (wanted === "text") return written
  if (wanted === "flag") return NO.test(written) ? false : YES.test(written) ? true : undefined
  const found = /^(\d+)\s*([bkmg])?(i?b|b)?$/i.exec(written)
  if (found === null || Number(found[1]) === 0) return undefined
  if (wanted === "count")
    return found[2] === undefined && Number(found[1]) <= 255 ? Number(found[1]) : undefined
  return `${found[1]}${found[2]?.toUpperCase() ?? ""}`
}
