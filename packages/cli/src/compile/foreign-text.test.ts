// SPDX-License-Identifier: BSD-2-Clause
//
// Sources that are something else than text of their language.

import { applyEdits } from "@vmm/diagnostic"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { foreignText } from "./foreign-text.ts"

const test = suite("foreign text")
const told = (text: string, encoding: BufferEncoding = "utf8") =>
  foreignText("a.system", Buffer.from(text, encoding))

test("text is text, with or without a mark of its encoding", () => {
  for (const text of ["<system></system>", "\ufeff<system></system>", "", "/", "/dts-v1/;\n", "======="]) {
    assert.is(told(text), undefined, text)
  }
})

test("UTF-16 is told, with its mark and without", () => {
  for (const text of ["\ufeff<system></system>", "<system></system>"]) {
    assert.match(told(text, "utf16le")?.message ?? "", "UTF-16")
  }
})

test("other encodings are told at their first byte, but in device trees", () => {
  const text = "<system>\n  <!-- f\u00fcr die Gr\u00f6\u00dfe -->\n</system>\n"
  const found = told(text, "latin1")
  assert.equal([found?.line, found?.column, found?.endColumn], [2, 9, 10])
  assert.match(found?.message ?? "", "the text is not UTF-8: byte 0xfc")
  assert.match(found?.remedy ?? "", "iconv -f ISO-8859-1 -t UTF-8")
  assert.is(told(text), undefined)
  assert.is(told("<!-- \ufffd -->\n"), undefined)
  assert.is(foreignText("a.dts", Buffer.from(text, "latin1")), undefined)
})

test("what is no text at all is told, and a text with a byte 0 is not meant", () => {
  assert.match(told("\x7fELF\x02\x01\x01", "latin1")?.message ?? "", "the file is an ELF file, and no text")
  assert.match(told("\x1f\x8b\x08", "latin1")?.message ?? "", "compressed by gzip")
  assert.match(told("<system>" + "\0".repeat(100))?.message ?? "", "the file is binary")
  assert.is(told("<system>\0</system>"), undefined)
})

test("a compiled device tree under the name of a source is told", () => {
  const found = foreignText("a.dts", Uint8Array.of(0xd0, 0x0d, 0xfe, 0xed, 0, 0))
  assert.match(found?.message ?? "", "compiled device tree")
  assert.match(found?.remedy ?? "", "dtc -I dtb")
})

test("a merge that was not finished is told at its first mark", () => {
  const text = "<system>\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> board\n</system>\n"
  const found = told(text)
  const applied = applyEdits(new Map([["a.system", text]]), found?.fixes?.[0]?.edits ?? [])
  assert.is(applied.ok?.get("a.system"), "<system>\na\n</system>\n")
  assert.match(found?.message ?? "", "merge conflict")
  assert.is(found?.line, 2)
})

test.run()
