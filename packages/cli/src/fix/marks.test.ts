// SPDX-License-Identifier: BSD-2-Clause
//
// Marks around what learning inserts: taken out without a trace, or turned into reasons.

import { applyEdits, type Edit } from "@vmm/diagnostic"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { marked, withoutStep, withReason } from "./marks.ts"

const test = suite("marks of learning")

const SYSTEM = `<system>
    <protection_domain name="vmm">
    </protection_domain>
</system>
`

const inserted = (line: number, column: number, text: string): Edit => ({
  kind: "replace",
  file: "a.system",
  line,
  column,
  endLine: line,
  endColumn: column,
  text,
})

const made = (source: string, ...edits: readonly Edit[]): string => {
  const file = edits[0]?.file ?? ""
  return applyEdits(new Map([[file, source]]), edits).ok?.get(file) ?? "cannot be made"
}

test("a step is taken out to the last blank, whatever came after it", () => {
  const first = made(SYSTEM, marked(inserted(2, 1, '    <memory_region name="a" />\n'), 1))
  const both = made(first, marked(inserted(2, 1, '    <memory_region name="b" />\n'), 2))
  assert.is(withoutStep("a.system", withoutStep("a.system", both, 2), 1), SYSTEM)
  const second = withoutStep("a.system", both, 1)
  assert.match(second, 'name="b"')
  assert.not.match(second, 'name="a"')
})

test("a reason stands on a line of its own before what was inserted, at its indentation", () => {
  const text = made(SYSTEM, marked(inserted(2, 1, '    <memory_region name="a" />\n'), 1))
  assert.is(
    withReason("a.system", text, 1, "linux read it -- twice"),
    SYSTEM.replace("\n", '\n    <!-- linux read it - - twice -->\n    <memory_region name="a" />\n'),
  )
})

test("text inserted in the middle of a line takes the line's indentation", () => {
  const text = made(SYSTEM, marked(inserted(2, 5, '<memory_region name="a" />\n    '), 7))
  assert.match(
    withReason("a.system", text, 7, "why"),
    '\n    <!-- why -->\n    <memory_region name="a" />\n    <protection_domain',
  )
})

test("what is appended to a device tree is marked in its language, and a long reason is wrapped", () => {
  const edit: Edit = { kind: "append", file: "a.dts", text: '&wdog {\n\tstatus = "disabled";\n};\n' }
  const text = made("/ { };\n", marked(edit, 3))
  assert.is(withoutStep("a.dts", text, 3), "/ { };\n")
  const told = withReason("a.dts", text, 3, `${"word ".repeat(40)}*/ end`)
  assert.ok(told.split("\n").every((line) => line.length <= 110))
  assert.match(told, /\* \/ end\n\*\/\n&wdog/)
})

test("an attribute, a replacement and JSON cannot hold marks and stay as they are", () => {
  const attribute = inserted(2, 5, ' smc="true"')
  assert.is(marked(attribute, 1), attribute)
  const replacement = { ...attribute, endColumn: 9, text: "<a/>" } as Edit
  assert.is(marked(replacement, 1), replacement)
  const json: Edit = { kind: "append", file: "guest.json", text: "{};" }
  assert.is(marked(json, 1), json)
})

test.run()
