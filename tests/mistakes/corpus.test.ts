// SPDX-License-Identifier: BSD-2-Clause
//
// The corpus itself: enough mistakes, and each applies to the examples as they are today.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { CORPUS } from "./corpus.ts"
import { brokenTexts, linesOf } from "./folder.ts"

const test = suite("the corpus of mistakes")

test("it has at least sixty mistakes, each with a name of its own", () => {
  assert.ok(CORPUS.length >= 60)
  assert.is(new Set(CORPUS.map(({ name }) => name)).size, CORPUS.length)
})

test("every mistake changes its example, and its lines are found in what it makes", () => {
  const wrong = CORPUS.flatMap((mistake) => {
    try {
      brokenTexts(mistake)
      return linesOf(mistake).length > 0 ? [] : [`${mistake.name}: no line`]
    } catch (cause) {
      return [`${mistake.name}: ${cause instanceof Error ? cause.message : String(cause)}`]
    }
  })
  assert.equal(wrong, [])
})

test.run()
