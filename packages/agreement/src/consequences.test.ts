// SPDX-License-Identifier: BSD-2-Clause
//
// Findings that only follow from another one are left out, those of other packages too.

import type { Diagnostic } from "@vmm/diagnostic"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { withoutConsequences } from "./consequences.ts"

const test = suite("consequences")

const finding = (code: string, message: string, inserted = ""): Diagnostic => ({
  file: "ex.system",
  line: 1,
  column: 1,
  endColumn: 2,
  severity: "warning",
  message,
  code,
  fixes: [
    {
      id: "x",
      title: "x",
      edits: inserted === "" ? [] : [{ kind: "append", file: "ex.system", text: inserted }],
      notes: [],
    },
  ],
})
const codes = (all: readonly Diagnostic[]) => withoutConsequences(all).map(({ code }) => code)

test("a region that nothing maps is not told where another finding's remedy maps it", () => {
  const unused = finding("region-unused", "unused memory region 'uart'")
  const missing = finding("console-not-mapped", "not mapped", '<map mr="uart" vaddr="0x900_0000" />')
  assert.equal(codes([unused, missing]), ["console-not-mapped"])
  assert.equal(codes([finding("region-unused", "unused memory region 'gpio'"), missing]).length, 2)
  assert.equal(codes([unused]), ["region-unused"])
})

test("a guest whose RAM lies outside of the board's is not told to have none", () => {
  const off = finding("ram-off-board", "memory region 'ram' [0x0..0x1000), RAM of a guest, lies outside")
  const none = finding("no-ram", "virtual machine 'linux' has no RAM")
  const node = finding("memory-node-beyond-ram", "the guest's tree says RAM is at, and 'linux' is given none")
  assert.equal(codes([off, none, node]), ["ram-off-board"])
  assert.equal(codes([none, node]).length, 2)
})

test.run()
