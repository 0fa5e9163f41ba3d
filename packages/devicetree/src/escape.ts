// SPDX-License-Identifier: BSD-2-Clause
//
// C escapes in strings and character literals, as dtc reads them: \a \b \t \n \v \f \r, one to three octal
// digits, \x with one or two hex digits, and any other character standing for itself. Text is UTF-8.

const NAMED: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 }

const ENCODER = new TextEncoder()

export interface Unescaped {
  readonly bytes: Uint8Array
  /** Offset in the text of each `\x` that no hex digit follows. */
  readonly badAt: readonly number[]
}

/** The bytes of a literal's inner text (without its quotes). */
export function unescape(text: string): Unescaped {
  const badAt: number[] = []
  if (!text.includes("\\")) return { bytes: ENCODER.encode(text), badAt }
  const bytes: number[] = []
  const pattern = /\\([0-7]{1,3})|\\x([0-9a-fA-F]{0,2})|\\([\s\S])|([^\\]+)/gu
  for (const match of text.matchAll(pattern)) {
    const [, octal, hex, single, plain] = match
    if (octal !== undefined) bytes.push(parseInt(octal, 8) & 0xff)
    else if (hex !== undefined) {
      if (hex === "") badAt.push(match.index)
      else bytes.push(parseInt(hex, 16))
    } else if (single !== undefined) {
      const named = NAMED[single]
      bytes.push(...(named === undefined ? ENCODER.encode(single) : [named]))
    } else for (const byte of ENCODER.encode(plain)) bytes.push(byte)
  }
  return { bytes: Uint8Array.from(bytes), badAt }
}

/** A string literal for the bytes (no NUL at their end), quotes included; what is not ASCII becomes hex. */
export function quote(bytes: Uint8Array): string {
  let text = ""
  for (const byte of bytes) {
    const char = String.fromCharCode(byte)
    const name = Object.keys(NAMED).find((key) => NAMED[key] === byte)
    if (name !== undefined) text += `\\${name}`
    else if (char === '"' || char === "\\") text += `\\${char}`
    else if (byte >= 0x20 && byte < 0x7f) text += char
    else text += `\\x${byte.toString(16).padStart(2, "0")}`
  }
  return `"${text}"`
}
