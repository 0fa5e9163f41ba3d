// SPDX-License-Identifier: BSD-2-Clause
//
// Findings: their order, their words, and the nearest right spelling.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { type Diagnostic, errorAt, errorInFile, isError, nearest, sortByPlace, warningAt } from "./index.ts"
import { renderDiagnostic, renderPlace } from "./index.ts"

const findings = suite("diagnostics")
const place = { file: "a.system", line: 2, column: 6, endColumn: 9 }

findings("an error and a warning carry the place alone of what is pointed at", () => {
  const named = { ...place, name: "x" }
  assert.equal(errorAt(named, "wrong"), { ...place, severity: "error", message: "wrong" })
  const more = { code: "a-b", fixes: [] }
  const warning = warningAt(place, "odd", "mend it", more)
  assert.equal(warning, { ...place, severity: "warning", message: "odd", remedy: "mend it", ...more })
  assert.is(isError(warning), false)
  assert.is(isError(errorInFile("a.dtb", "bad")), true)
})

findings("findings sort by file, line and column, and keep their order at one place", () => {
  const at = (file: string, line: number, column: number, message: string): Diagnostic =>
    errorAt({ file, line, column, endColumn: column }, message)
  const mixed = [
    at("b", 1, 1, "e"),
    at("a", 2, 1, "c"),
    at("a", 1, 9, "b"),
    at("a", 1, 2, "a"),
    at("a", 2, 1, "d"),
  ]
  assert.is(
    sortByPlace(mixed)
      .map(({ message }) => message)
      .join(""),
    "abcde",
  )
})

findings("a finding shows its line with carets, its remedy, and the other places as notes", () => {
  const related = [
    { file: "a.system", line: 1, column: 1, endColumn: 4, message: "the other one" },
    { file: "b.dts", line: 3, column: 2, endColumn: 2, message: "its node" },
  ]
  const sources = new Map([
    ["a.system", "one\r\n\tabc def ghi\r\n"],
    ["b.dts", "/ {\n\n\tn;\n"],
  ])
  const finding = errorAt(place, "wrong word", "write another", { related })
  assert.equal(renderDiagnostic(finding, sources).split("\n"), [
    "a.system:2:6: error: wrong word",
    "2 | \tabc def ghi",
    "  | \t    ^^^",
    "  remedy: write another",
    "a.system:1:1: note: the other one",
    "1 | one",
    "  | ^^^",
    "b.dts:3:2: note: its node",
    "3 | \tn;",
    "  | \t^",
  ])
  assert.is(renderDiagnostic(finding).split("\n").length, 4)
})

findings("the text of the file alone is not taken for the text of another", () => {
  const related = [{ file: "b.dts", line: 1, column: 1, endColumn: 2, message: "there" }]
  const text = renderDiagnostic(errorAt(place, "wrong", undefined, { related }), "one\nabc def ghi\n")
  assert.is(text.split("\n").at(-1), "b.dts:1:1: note: there")
})

findings("line 0 is the file as a whole", () => {
  assert.is(renderPlace({ file: "x.dtb", line: 0, column: 0, endColumn: 0 }), "x.dtb")
  assert.is(
    renderDiagnostic(errorInFile("x.dtb", "bad", "mend it"), "text"),
    "x.dtb: error: bad\n  remedy: mend it",
  )
})

findings("a long line is cut around the mark, and control characters are not printed", () => {
  const text = `${"x".repeat(5000)}BAD${"y".repeat(5000)}`
  const [, source = "", carets = ""] = renderDiagnostic(
    errorAt({ file: "f", line: 1, column: 5001, endColumn: 5004 }, "m"),
    text,
  ).split("\n")
  assert.ok(source.length < 220)
  assert.is(source.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1), "BAD")
  const rendered = renderDiagnostic(
    errorAt({ file: "f", line: 1, column: 1, endColumn: 2 }, "m"),
    "\u001b[31mred",
  )
  assert.not.match(rendered, "\u001b")
})

findings("a mark beyond the line's end is one caret behind it", () => {
  const [, , carets] = renderDiagnostic(
    errorAt({ file: "f", line: 1, column: 40, endColumn: 50 }, "m"),
    "abc",
  ).split("\n")
  assert.is(carets, "  |    ^")
})

findings("the nearest word is a slip of the hand away, not further", () => {
  const words = ["memory_region", "protection_domain", "map", "irq", "channel"]
  for (const [slip, right] of [
    ["memroy_region", "memory_region"],
    ["memory-region", "memory_region"],
    ["MemoryRegion", "memory_region"],
    ["mpa", "map"],
    ["chanel", "channel"],
    ["protectiondomain", "protection_domain"],
  ] as const) {
    assert.is(nearest(slip, words), right, slip)
  }
  assert.is(nearest("vcpu", words), undefined)
  assert.is(nearest("map", ["map"]), undefined)
})

findings.run()
