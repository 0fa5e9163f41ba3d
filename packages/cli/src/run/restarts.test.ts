// SPDX-License-Identifier: BSD-2-Clause
//
// Restarts that nobody asked for are counted; the same panic twice is enough.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Restarts } from "./restarts.ts"

const test = suite("cli: restarts without end")

test("the same panic a second time ends it, another one does not", () => {
  const one = new Restarts()
  assert.equal([one.note("init", false), one.note("init", false)], [undefined, 2])
  const other = new Restarts()
  assert.equal([other.note("init", false), other.note("root", false)], [undefined, undefined])
})

test("without a panic it takes five, and what is typed begins the count anew", () => {
  const one = new Restarts()
  const said = [false, false, false, false, false].map((typed) => one.note(undefined, typed))
  assert.equal(said, [undefined, undefined, undefined, undefined, 5])
  const typed = new Restarts()
  for (const awaited of [false, false, false, false, true, false])
    assert.is(typed.note(undefined, awaited), undefined)
})

test.run()
