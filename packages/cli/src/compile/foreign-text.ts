// SPDX-License-Identifier: BSD-2-Clause
//
// Sources that are no text as it is read here: in another encoding, a program or a compiled device tree under the name
// of a source, a merge that was not finished. What a reader of the language would say of them names no cause.

import { isUtf8 } from "node:buffer"

import { type Diagnostic, type Edit, errorAt, errorInFile } from "@vmm/diagnostic"

/** The header of a compiled device tree (Devicetree Specification v0.4, section 5.2). */
const FDT = [0xd0, 0x0d, 0xfe, 0xed]
const CONFLICT = /^<{7}(?: .*)?$/m

function encodingOf(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return "UTF-16"
  // "<" or "/" in 16 bits, without a mark in front.
  return bytes.length > 3 &&
    ((a === 0 && b !== 0 && bytes[2] === 0) || (a !== 0 && b === 0 && bytes[3] === 0))
    ? "UTF-16"
    : undefined
}

/** How files of other kinds begin. */
const BEGINNINGS: ReadonlyArray<readonly [what: string, bytes: readonly number[]]> = [
  ["an ELF file", [0x7f, 0x45, 0x4c, 0x46]],
  ["compressed by gzip", [0x1f, 0x8b]],
  ["compressed by xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["a zip archive", [0x50, 0x4b, 0x03, 0x04]],
  ["a PDF document", [0x25, 0x50, 0x44, 0x46, 0x2d]],
]
/** Bytes at a file's start that show whether it is text, and how many of them may be 0 in a text that was damaged. */
const SHOWN = 1024
const MOST_NULS = 8

function binaryOf(bytes: Uint8Array): string | undefined {
  const known = BEGINNINGS.find(([, begin]) => begin.every((byte, index) => bytes[index] === byte))
  if (known !== undefined) return known[0]
  return bytes.subarray(0, SHOWN).filter((byte) => byte === 0).length > MOST_NULS ? "binary" : undefined
}

/** The first byte that is not UTF-8. Only XML is asked: device trees may have what they like in their comments. */
function notUtf8(file: string, bytes: Uint8Array): Diagnostic | undefined {
  if (!file.endsWith(".system") || isUtf8(bytes)) return undefined
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let line = 1, from = 0; ; line++) {
    const next = whole.indexOf(0x0a, from)
    const own = whole.subarray(from, next < 0 ? whole.length : next)
    if (next < 0 || !isUtf8(own)) {
      const text = own.toString("utf8")
      const before = text.slice(0, Math.max(0, text.indexOf("\ufffd")))
      const byte = own[Buffer.byteLength(before)] ?? 0
      const [name, letter] = [`0x${byte.toString(16)}`, String.fromCharCode(byte)]
      const place = { file, line, column: before.length + 1, endColumn: before.length + 2 }
      const remedy = `save it as UTF-8: \`iconv -f ISO-8859-1 -t UTF-8\` takes ${name} for '${letter}'`
      return errorAt(place, `the text is not UTF-8: byte ${name}`, remedy, { code: "not-utf-8" })
    }
    from = next + 1
  }
}

/** Takes the marks and the second side of each conflict away. */
function firstSides(file: string, text: string): readonly Edit[] {
  const edits: Edit[] = []
  let from = 0
  for (const [index, line] of text.split("\n").entries()) {
    const gone = (first: number, last: number): Edit => ({
      kind: "replace",
      file,
      line: first,
      column: 1,
      endLine: last + 1,
      endColumn: 1,
      text: "",
    })
    if (/^<{7}(?: |\r?$)/.test(line)) edits.push(gone(index + 1, index + 1))
    // Between the two a merge in three ways has what was there before.
    else if (/^(?:={7}|\|{7}.*)\r?$/.test(line) && from === 0) from = index + 1
    else if (/^>{7}/.test(line) && from > 0) {
      edits.push(gone(from, index + 1))
      from = 0
    }
  }
  return edits
}

/** What a source is in place of text that can be read; undefined for all others. */
export function foreignText(file: string, bytes: Uint8Array): Diagnostic | undefined {
  if (FDT.every((byte, index) => bytes[index] === byte)) {
    const remedy = `give the source; \`dtc -I dtb -O dts -o ${file} FILE\` makes one of a compiled tree`
    return errorInFile(file, "this is a compiled device tree (dtb), and no source of one", remedy)
  }
  const encoding = encodingOf(bytes)
  if (encoding !== undefined) {
    const remedy = "save it as UTF-8: `iconv -f UTF-16 -t UTF-8`"
    return errorInFile(file, `the text is in ${encoding}, and it is read as UTF-8`, remedy)
  }
  const binary = binaryOf(bytes)
  if (binary !== undefined) {
    const remedy = "name the source, which is text"
    return errorInFile(file, `the file is ${binary}, and no text`, remedy)
  }
  const alien = notUtf8(file, bytes)
  if (alien !== undefined) return alien
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8")
  const at = CONFLICT.exec(text)?.index
  if (at === undefined || !/^={7}$/m.test(text) || !/^>{7}/m.test(text)) return undefined
  const line = text.slice(0, at).split("\n").length
  const place = { file, line, column: 1, endColumn: 8 }
  const remedy = "keep one of the two sides between the marks, and delete <<<<<<<, ======= and >>>>>>>"
  const fixes = [{ id: "keep-first", title: "keep the first side", edits: firstSides(file, text), notes: [] }]
  return errorAt(place, "a merge conflict was left in the file", remedy, { code: "merge-conflict", fixes })
}
