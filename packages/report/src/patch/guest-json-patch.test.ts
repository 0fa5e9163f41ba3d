// SPDX-License-Identifier: BSD-2-Clause
//
// Words added to guest.json in all the forms that people write.

import { applyEdits } from "@vmm/diagnostic"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { addToCommandLine } from "./guest-json-patch.ts"

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

test("what is no object gives no edit", () => {
  assert.is(addToCommandLine({ file: "g", text: "[1]" }, "new"), undefined)
  assert.is(addToCommandLine({ file: "g", text: "" }, "new"), undefined)
})

test.run()
