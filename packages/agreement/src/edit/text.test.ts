// SPDX-License-Identifier: BSD-2-Clause
//
// What is taken out of a text leaves neither an empty line of blanks nor two empty lines.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { applyEdits } from "@vmm/diagnostic"

import { removeRange } from "./text.ts"

const test = suite("edits of a text")

function without(text: string, what: string): string {
  const from = text.indexOf(what)
  const source = { file: "ex/f", editName: "f", text }
  const applied = applyEdits(new Map([["f", text]]), [removeRange(source, from, from + what.length)])
  return applied.ok?.get("f") ?? applied.problem ?? ""
}

test("a line that held nothing else goes, with one of two empty lines", () => {
  assert.is(without("a\n\tX\nb\n", "X"), "a\nb\n")
  assert.is(without("a\n\n\tX\n\nb\n", "X"), "a\n\nb\n")
  assert.is(without("a\r\n\r\n  X;\r\n\r\nb\r\n", "X;"), "a\r\n\r\nb\r\n")
  assert.is(without("/ {\n\tX\n\n\tb\n};\n", "X"), "/ {\n\tb\n};\n")
  assert.is(without("a\n\n\tX\nb\n", "X"), "a\n\nb\n")
})

test("what stands beside it stays", () => {
  assert.is(without("a X b\n", "X "), "a b\n")
  assert.is(without("X b\n", "X "), "b\n")
  assert.is(without("a\nX", "X"), "a\n")
})

test.run()
