// SPDX-License-Identifier: BSD-2-Clause
//
// The ring of the last events.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { LastEvents } from "./last-events.ts"

const test = suite("kernel: last events")

test("the last 64 are kept, oldest first", () => {
  const last = new LastEvents()
  assert.equal(last.list(), [])
  for (let n = 0; n < 100; n++) last.note("irq", "linux/0", n, -1, n * 10)
  const list = last.list()
  assert.equal(
    list.map(({ first }) => first),
    Array.from({ length: 64 }, (_, n) => n + 36),
  )
  assert.equal(list[0], { kind: "irq", name: "linux/0", first: 36, second: -1, timeNs: 360 })
})

test("a time that was not asked is none", () => {
  const last = new LastEvents()
  last.note("read", "linux/0", 0x8000000, 4, -1)
  assert.is(last.list()[0]?.timeNs, undefined)
})

test.run()
