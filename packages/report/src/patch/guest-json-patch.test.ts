// SPDX-License-Identifier: BSD-2-Clause
//
// Words added to guest.json in all the forms that people write.

import { applyEdits } from "@vmm/diagnostic"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { addToCommandLine, addToStrings, removeFromStrings, setMember } from "./guest-json-patch.ts"

const test = suite("report: guest.json")

function added(text: string): unknown {
  const edits = addToCommandLine({ file: "g", text }, "new")
  const applied = applyEdits(new Map([["g", text]]), edits ?? [])
  return JSON.parse(applied.ok?.get("g") ?? "null")
}

test("the key is made, a string becomes a list, a list grows", () => {
  assert.equal(added('{"kernel": "a"}'), { kernel: "a", "cmdline-add": ["new"] })
  assert.equal(added("{}"), { "cmdline-add": ["new"] })
  assert.equal(added('{\n  "kernel": "a",\n  "ramdisk": [\n    "b"\n  ]\n}\n'), {
    kernel: "a",
    ramdisk: ["b"],
    "cmdline-add": ["new"],
  })
  assert.equal(added('{ "cmdline-add": "x" , "kernel": "a"}'), { "cmdline-add": ["x", "new"], kernel: "a" })
  assert.equal(added('{ "cmdline-add": [] }'), { "cmdline-add": ["new"] })
  assert.equal(added('{ "cmdline-add": ["x", "y]"], "a": {} }'), { "cmdline-add": ["x", "y]", "new"], a: {} })
})

test("a key of the same name inside another object, and one that is a text, are not it", () => {
  assert.equal(added('{ "a": { "cmdline-add": "x" }, "kernel": "cmdline-add" }'), {
    a: { "cmdline-add": "x" },
    kernel: "cmdline-add",
    "cmdline-add": ["new"],
  })
})

test("a member of an object is set, added, or made with its object", () => {
  const set = (text: string): unknown => {
    const applied = applyEdits(new Map([["g", text]]), setMember({ file: "g", text }, "programs", "vmm", "x"))
    return JSON.parse(applied.ok?.get("g") ?? "null")
  }
  assert.equal(set('{"programs": {"vmm": "mine.ts", "b": "vmm"}}'), { programs: { vmm: "x", b: "vmm" } })
  assert.equal(set('{"programs": {"b": "vmm"}}'), { programs: { vmm: "x", b: "vmm" } })
  assert.equal(set('{"programs": {}, "vmm": "b"}'), { programs: { vmm: "x" }, vmm: "b" })
  assert.equal(set('{"kernel": "a"}'), { kernel: "a", programs: { vmm: "x" } })
})

test("a list of strings grows", () => {
  const file = { file: "g", text: '{"ramdisk": "a"}' }
  const applied = applyEdits(new Map([["g", file.text]]), addToStrings(file, "ramdisk", "b"))
  assert.equal(JSON.parse(applied.ok?.get("g") ?? ""), { ramdisk: ["a", "b"] })
  assert.equal(addToStrings({ file: "g", text: '{"ramdisk": 1}' }, "ramdisk", "b"), [])
})

test("a list of strings shrinks by its first and its last, and never to none", () => {
  const left = (list: string, gone: string): unknown => {
    const text = `{"ramdisk": ${list}}`
    const applied = applyEdits(
      new Map([["g", text]]),
      removeFromStrings({ file: "g", text }, "ramdisk", gone),
    )
    return (JSON.parse(applied.ok?.get("g") ?? "{}") as { ramdisk: unknown }).ramdisk
  }
  assert.equal(left('["a", "b"]', "b"), ["a"])
  assert.equal(left('["a", "b"]', "a"), ["b"])
  assert.equal(left('["a"]', "a"), ["a"])
  assert.equal(left('"a"', "a"), "a")
})

test("what is no object gives no edit", () => {
  assert.is(addToCommandLine({ file: "g", text: "[1]" }, "new"), undefined)
  assert.is(addToCommandLine({ file: "g", text: "" }, "new"), undefined)
})

test.run()
