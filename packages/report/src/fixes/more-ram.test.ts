// SPDX-License-Identifier: BSD-2-Clause
//
// More RAM for a guest: the region of the `.system` file and the memory node change together.

import { applyEdits } from "@vmm/diagnostic"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { NO_SYSTEM } from "../example.ts"
import { sampleTree } from "../testing.ts"
import { doubleRam, moreRam, ramPlace } from "./more-ram.ts"

const test = suite("report: more RAM")

const TEXT = '<system>\n    <memory_region name="ram" size="0x800_0000" />\n</system>\n'
const SYSTEM = {
  ...NO_SYSTEM,
  maps: [{ region: "ram", vaddr: 0x40000000, perms: "rwx" }],
  ram: [{ gpa: 0x40000000, size: 0x8000000 }],
}
const EXAMPLE = { system: { file: "a.system", text: TEXT }, overlays: [{ file: "guest.dts", text: "" }] }
const FACTS = { tree: sampleTree(), system: SYSTEM, example: EXAMPLE }

test("twice as much, in both files", () => {
  const [fix] = doubleRam(FACTS)
  const files = new Map([EXAMPLE.system, ...EXAMPLE.overlays].map(({ file, text }) => [file, text]))
  const texts = applyEdits(files, fix?.edits ?? []).ok
  assert.match(texts?.get("a.system") ?? "", 'name="ram" size="0x1000_0000"')
  assert.match(texts?.get("guest.dts") ?? "", "reg = <0x40000000 0x10000000>")
  assert.match(fix?.title ?? "", "256 MiB")
})

test("as much as an address wants, in steps of 2 MiB", () => {
  assert.match(moreRam(FACTS, 0x40000000, 0x8000001)[0]?.title ?? "", "130 MiB")
  assert.equal(moreRam({ ...FACTS, tree: undefined }, 0x40000000, 1), [])
})

test("the region stands in the .system file", () => {
  assert.is(ramPlace(EXAMPLE, SYSTEM)?.line, 2)
  assert.is(ramPlace({ overlays: [] }, SYSTEM), undefined)
})

test.run()
