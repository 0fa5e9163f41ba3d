// SPDX-License-Identifier: BSD-2-Clause
//
// Words where a cell should stand: a name of the dt-bindings headers, or the end of a number that is none.

import { type Fix, type Place, replaceAt } from "@vmm/diagnostic"

import { BINDING_NAMES } from "./binding-names-table.ts"
import type { Token } from "./lexer.ts"

export interface Slip {
  readonly place: Place
  readonly message: string
  readonly remedy: string
  readonly fixes: readonly Fix[]
}

/** The value of a name that a header of dt-bindings defines. */
export function bindingValue(token: Token): number | undefined {
  return token.kind === "word" ? BINDING_NAMES.get(token.text) : undefined
}

/** Edits that put numbers for the names among some tokens. */
export function numbersFor(tokens: readonly Token[]) {
  return tokens.flatMap((token) => {
    const value = bindingValue(token)
    return value === undefined ? [] : [replaceAt(token.place, String(value))]
  })
}

/** `tokens` are the rest of a list from a name on: one fix writes the numbers of all names in it. */
export function nameSlip(tokens: readonly Token[]): Slip | undefined {
  const [first] = tokens
  const value = first === undefined ? undefined : bindingValue(first)
  if (first === undefined || value === undefined) return undefined
  const names = [
    ...new Set(tokens.filter((token) => bindingValue(token) !== undefined).map(({ text }) => text)),
  ]
  const values = names.map((name) => `${name} is ${BINDING_NAMES.get(name)}`).join(", ")
  const title = names.length === 1 ? `write ${value} for ${first.text}` : "write the numbers for the names"
  return {
    place: first.place,
    message: `${first.text} is a name of the C preprocessor's headers, which are not read here`,
    remedy: `write the number: ${values}`,
    fixes: [{ id: "mend-source", title, edits: numbersFor(tokens), notes: [] }],
  }
}

const UNITS: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 }

/** What a number with other characters in it was meant to be. */
function meantNumber(written: string): string | undefined {
  const plain = written.replaceAll("_", "")
  const unit = /^(0x[0-9a-f]+|\d+)([kmg])(?:i?b)?$/i.exec(plain)
  if (unit !== null) {
    const bytes = Number(unit[1]) * (UNITS[unit[2]?.toLowerCase() ?? ""] ?? 1)
    return bytes < 2 ** 32 ? `0x${bytes.toString(16)}` : undefined
  }
  const read = plain.replaceAll(/o/gi, "0").replaceAll(/[lI]/g, "1")
  if (/^(0x[0-9a-f]{1,8}|[1-9][0-9]{0,8}|0)$/i.test(read)) return read
  return /^[0-9a-f]{1,8}$/i.test(read) ? `0x${read}` : undefined
}

/** A number and the word that follows it without a blank: one number with a wrong digit. */
export function digitSlip(number: Token | undefined, word: Token): Slip | undefined {
  const adjacent =
    number?.kind === "number" &&
    word.kind === "word" &&
    number.place.line === word.place.line &&
    number.place.endColumn === word.place.column
  if (!adjacent) return undefined
  const written = number.text + word.text
  const meant = meantNumber(written)
  const place = { ...number.place, endColumn: word.place.endColumn }
  const digit = /^0x/i.test(number.text)
    ? "hexadecimal digits are 0 to 9 and a to f"
    : "a hexadecimal number begins 0x"
  return {
    place,
    message: `${written} is no number: ${word.text[0]} is no digit of it`,
    remedy: meant === undefined ? digit : `write ${meant}; ${digit}`,
    fixes:
      meant === undefined
        ? []
        : [{ id: "mend-source", title: `write ${meant}`, edits: [replaceAt(place, meant)], notes: [] }],
  }
}
