// SPDX-License-Identifier: BSD-2-Clause
//
// Edits: where they land, what they keep, and when they are refused.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { applyEdits, type Edit, insertAt, plainEdits, replaceAt } from "./index.ts"

const edits = suite("edits")

/** What an editor makes of edits that knows nothing of this package. */
function toTheLetter(text: string, list: readonly Edit[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)]
  const at = (line: number, column: number) => (starts[line - 1] ?? Number.NaN) + column - 1
  let [made, done] = ["", 0]
  for (const edit of list) {
    if (edit.kind === "append") continue
    const from = at(edit.line, edit.column)
    assert.ok(from >= done, "in order, and of lines that there are")
    made += text.slice(done, from) + edit.text
    done = at(edit.endLine, edit.endColumn)
  }
  return made + text.slice(done) + list.map((edit) => (edit.kind === "append" ? edit.text : "")).join("")
}

function after(text: string | undefined, ...list: Edit[]): string {
  const sources = new Map(text === undefined ? [] : [["f", text]])
  const applied = applyEdits(sources, list)
  if (applied.ok !== undefined) {
    assert.is(
      toTheLetter(text ?? "", plainEdits(sources, list)),
      applied.ok.get("f"),
      "plain edits do the same",
    )
  }
  return applied.problem ?? applied.ok.get("f") ?? "(absent)"
}

const replace = (line: number, column: number, endLine: number, endColumn: number, text: string): Edit => ({
  kind: "replace",
  file: "f",
  line,
  column,
  endLine,
  endColumn,
  text,
})
const append = (text: string): Edit => ({ kind: "append", file: "f", text })

edits("a stretch is replaced and text is inserted, whatever the order of the list", () => {
  const text = 'a="1"\nb="2"\n'
  const place = { file: "f", line: 1, column: 4, endColumn: 5 }
  assert.is(after(text, replaceAt(place, "33"), insertAt("f", 2, 6, " c")), 'a="33"\nb="2" c\n')
  assert.is(after(text, insertAt("f", 2, 6, " c"), replaceAt(place, "33")), 'a="33"\nb="2" c\n')
})

edits("lines are deleted whole, the last one too", () => {
  assert.is(after("one\ntwo\nthree\n", replace(2, 1, 3, 1, "")), "one\nthree\n")
  assert.is(after("one\ntwo\n", replace(2, 1, 3, 1, "")), "one\n")
  assert.is(after("one\ntwo", replace(2, 1, 3, 1, "")), "one\n")
  assert.is(after("one\ntwo", replace(2, 1, 2, 4, "")), "one\n")
})

edits("what is taken out leaves no empty line, no second blank and none at an end", () => {
  assert.is(after("a\n  b\nc\n", replace(2, 3, 2, 4, "")), "a\nc\n")
  assert.is(after("a\n\n  b\n\nc\n", replace(2, 1, 2, 1, ""), replace(3, 3, 3, 4, "")), "a\n\nc\n")
  assert.is(after("a\nb\n\nc\n", replace(2, 1, 3, 1, "")), "a\n\nc\n")
  assert.is(after("a b c\n", replace(1, 3, 1, 4, "")), "a c\n")
  assert.is(after("a b\r\nc\n", replace(1, 3, 1, 4, "")), "a\r\nc\n")
  assert.is(after('x = "a b";\n', replace(1, 8, 1, 9, "")), 'x = "a";\n')
  assert.is(after('x = "a b";\n', replace(1, 6, 1, 7, "")), 'x = "b";\n')
  assert.is(after("a b c d\n", replace(1, 3, 1, 4, ""), replace(1, 5, 1, 6, "")), "a d\n")
})

edits("blanks that keep two things apart stay", () => {
  assert.is(after('<a b="1" c="2" d="3"/>\n', replace(1, 9, 1, 15, "")), '<a b="1" d="3"/>\n')
  assert.is(after('<a b="1", c="2"/>\n', replace(1, 9, 1, 10, "")), '<a b="1" c="2"/>\n')
  assert.is(after('a x "b"\n', replace(1, 3, 1, 4, "")), 'a "b"\n')
})

edits("line ends stay what they are", () => {
  assert.is(after("one\r\ntwo\r\nthree", replace(2, 1, 2, 4, "2")), "one\r\n2\r\nthree")
  assert.is(after("one\rtwo\rthree", replace(3, 1, 3, 6, "3")), "one\rtwo\r3")
})

edits("insertions at one place keep their order and come before what is replaced there", () => {
  assert.is(after("x", insertAt("f", 1, 1, "a"), replace(1, 1, 1, 2, "y"), insertAt("f", 1, 1, "b")), "aby")
})

edits("an edit that two findings ask for is made once", () => {
  assert.is(
    after("x\n", append("y\n"), replace(1, 1, 1, 2, "z"), replace(1, 1, 1, 2, "z"), append("y\n")),
    "z\ny\n",
  )
})

edits("an appendix begins on a line of its own and makes an absent file", () => {
  assert.is(after("x", append("y\n")), "x\ny\n")
  assert.is(after("x\n", append("y\n"), append("z\n")), "x\ny\nz\n")
  assert.is(after(undefined, append("y\n")), "y\n")
  assert.is(after("", append("y\n")), "y\n")
})

edits("an appendix that stands apart leaves one empty line, never two", () => {
  assert.is(after("x\n", append("\ny\n")), "x\n\ny\n")
  assert.is(after("x\n\n", append("\ny\n")), "x\n\ny\n")
  assert.is(after("x\r\n\r\n", append("\ny\n")), "x\r\n\r\ny\n")
  assert.is(after("x\n\t\n", append("\ny\n"), append("\nz\n")), "x\n\t\ny\n\nz\n")
  assert.is(after(undefined, append("\ny\n")), "y\n")
})

edits("texts without edits stay, and the sources are not touched", () => {
  const sources = new Map([
    ["f", "x"],
    ["g", "y"],
  ])
  const applied = applyEdits(sources, [append("z")])
  assert.equal(
    [...(applied.ok ?? [])],
    [
      ["f", "x\nz"],
      ["g", "y"],
    ],
  )
  assert.is(sources.get("f"), "x")
})

edits("what cannot be made is told and nothing is", () => {
  assert.match(after(undefined, replace(1, 1, 1, 1, "x")), /there is no file f to change/)
  assert.match(after("abc\n", replace(3, 1, 3, 1, "x")), /f has no text from 3:1 to 3:1/)
  assert.match(after("abc\n", replace(1, 9, 1, 10, "x")), /has no text/)
  assert.match(after("abc\n", replace(1, 0, 1, 1, "x")), /has no text/)
  assert.match(after("abc\n", replace(1, 3, 1, 2, "x")), /has no text/)
  assert.match(after("abc\n", replace(1, 1, 1, 3, "x"), replace(1, 2, 1, 4, "y")), /two edits of f/)
})

edits.run()
