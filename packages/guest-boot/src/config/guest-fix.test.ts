// SPDX-License-Identifier: BSD-2-Clause
//
// Fixes of guest.json: what each mistake becomes when its first fix is made, over and over.

import { applyEdits } from "@vmm/diagnostic"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { parseGuestConfig } from "./guest-config.ts"

const test = suite("fixes of guest.json")

/** The text after the first fix of the first mistake, again and again until nothing is wrong. */
function mended(json: string): string {
  let text = json
  for (let round = 0; round < 5; round++) {
    const read = parseGuestConfig("guest.json", text)
    if (read._tag === "Right") return text
    const edits = read.left.flatMap(({ fixes = [] }) => fixes.slice(0, 1))[0]?.edits
    if (edits === undefined) return `no fix for ${read.left[0]?.message}`
    const applied = applyEdits(new Map([["guest.json", text]]), edits)
    text = applied.ok?.get("guest.json") ?? `${applied.problem}`
  }
  return text
}

const MENDED: ReadonlyArray<readonly [what: string, broken: string, whole: string]> = [
  ["a comma too many", '{ "kernel": "k", }', '{ "kernel": "k" }'],
  ["a comma too many on the line before", '{\n  "kernel": "k",\n}\n', '{\n  "kernel": "k"\n}\n'],
  [
    "a comma too many in a list",
    '{ "kernel": "k", "ramdisk": ["a",] }',
    '{ "kernel": "k", "ramdisk": ["a"] }',
  ],
  ["a comma too few", '{\n  "kernel": "k"\n  "cpus": 1\n}', '{\n  "kernel": "k",\n  "cpus": 1\n}'],
  [
    "a comma too few in a list",
    '{ "kernel": "k", "ramdisk": ["a" "b"] }',
    '{ "kernel": "k", "ramdisk": ["a", "b"] }',
  ],
  ["no colon", '{ "kernel" "k" }', '{ "kernel": "k" }'],
  ["no closing brace", '{ "kernel": "k"\n', '{ "kernel": "k"\n}\n'],
  ["a key without quotes", '{ kernel: "k" }', '{ "kernel": "k" }'],
  ["single quotes", "{ 'kernel': 'k' }", '{ "kernel": "k" }'],
  ["a comment", '{ // the kernel\n  "kernel": "k" }', '{\n  "kernel": "k" }'],
  ["a misspelled field", '{ "kernal": "k" }', '{ "kernel": "k" }'],
  ["a field of another project", '{ "kernel": "k", "virtio-gpu": true }', '{ "kernel": "k" }'],
  ["a field twice", '{ "kernel": "k", "cpus": 1, "cpus": 2 }', '{ "kernel": "k", "cpus": 1 }'],
  ["both names of a field", '{ "kernel": "k", "linux": "k" }', '{ "kernel": "k" }'],
  ["no kernel", '{ "cpus": 1 }', '{\n  "kernel": "debian:linux-image-arm64", "cpus": 1 }'],
  ["nothing", "{}", '{\n  "kernel": "debian:linux-image-arm64"\n}'],
  ["a flag in words", '{ "kernel": "k", "kaslr": "no" }', '{ "kernel": "k", "kaslr": false }'],
  ["a number in quotes", '{ "kernel": "k", "cpus": "2" }', '{ "kernel": "k", "cpus": 2 }'],
  ["a unit in full", '{ "kernel": "k", "memory": "512 MiB" }', '{ "kernel": "k", "memory": "512M" }'],
  ["a list of words", '{ "kernel": "k", "cmdline": ["a", "b"] }', '{ "kernel": "k", "cmdline": "a b" }'],
  [
    "another program's name of a field",
    '{ "kernel": "k", "initrd": "r" }',
    '{ "kernel": "k", "ramdisk": "r" }',
  ],
  ["such a name of a field that is there", '{ "kernel": "k", "image": "k" }', '{ "kernel": "k" }'],
  [
    "a list's only member of the wrong kind",
    '{ "kernel": "k", "cmdline": 1 }',
    '{ "kernel": "k", "cmdline": "1" }',
  ],
]

for (const [what, broken, whole] of MENDED) test(what, () => assert.is(mended(broken), whole))

test("what nobody can guess has no fix", () => {
  assert.match(mended('{ "kernel": "k", "ramdisk": 5 }'), "no fix")
  assert.match(mended("[]"), "no fix")
})

test("a field that a guest does as well without is left out", () => {
  assert.equal(mended('{ "kernel": "k", "cpus": "many" }'), '{ "kernel": "k" }')
})

test.run()
