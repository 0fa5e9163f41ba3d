// SPDX-License-Identifier: BSD-2-Clause
//
// Sources that are no text as it is read here: in another encoding, a compiled device tree under the name of a source,
// a merge that was not finished. What a reader of the language would say of them names no cause.

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
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8")
  const at = CONFLICT.exec(text)?.index
  if (at === undefined || !/^={7}$/m.test(text) || !/^>{7}/m.test(text)) return undefined
  const line = text.slice(0, at).split("\n").length
  const place = { file, line, column: 1, endColumn: 8 }
  const remedy = "keep one of the two sides between the marks, and delete <<<<<<<, ======= and >>>>>>>"
  const fixes = [{ id: "keep-first", title: "keep the first side", edits: firstSides(file, text), notes: [] }]
  return errorAt(place, "a merge conflict was left in the file", remedy, { code: "merge-conflict", fixes })
}
