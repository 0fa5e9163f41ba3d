// SPDX-License-Identifier: BSD-2-Clause
//
// Pages of a device that no map holds, counted by ranges and one by one.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { uncovered } from "./guest-view.ts"
import { endOf, PAGE, type Range, roundDown } from "./words.ts"

const test = suite("guest view")

function oneByOne(range: Range, parts: readonly Range[]): number {
  let missing = 0
  for (let page = roundDown(range.base, PAGE); page < endOf(range); page += PAGE) {
    if (!parts.some((part) => page >= part.base && page < endOf(part))) missing++
  }
  return missing
}

test("pages are counted as one by one, whatever the maps", () => {
  let state = 1
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const some = (): Range => ({ base: 0x1000_0000 + random(40) * 0x400, size: (1 + random(40)) * 0x400 })
  for (let round = 0; round < 2000; round++) {
    const range = some()
    const parts = Array.from({ length: random(4) }, some)
    assert.is(uncovered(range, parts), oneByOne(range, parts))
  }
})

test("a large window costs no more than a small one", () => {
  const window = { base: 0x10_0000_0000, size: 2 ** 40 }
  assert.is(uncovered(window, [{ base: 0x10_0000_0000, size: 2 ** 39 }]), 2 ** 39 / PAGE)
})

test.run()
