// SPDX-License-Identifier: BSD-2-Clause
//
// What words are: agreement of the count with the decoder, and rows that share words only by a declared priority.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Decoder } from "../a64/decoder.ts"
import { rowsOf } from "../a64/tables/index.ts"
import { CORTEX_A53, CPU_MODELS } from "../models/index.ts"
import { classify } from "./classify.ts"
import { Random } from "./random.ts"

/** One block of words of so many is gone through; `pnpm test:oracle --classify` takes all. */
const EVERY = 32
const BLOCK = 2 ** 21
const SAMPLES = 400_000
const test = suite("cpu/oracle: words")

for (const model of CPU_MODELS) {
  test(`${model.name}: where two rows take a word, the earlier fixes more bits`, () => {
    assert.equal(classify(model, EVERY).clashes, [])
  })
}

test("as many words are instructions as the decoder finds", () => {
  const counted = classify(CORTEX_A53, EVERY)
  const decoder = new Decoder(rowsOf(CORTEX_A53))
  const random = new Random(1)
  let found = 0
  for (let n = 0; n < SAMPLES; n++) {
    const word = ((random.below(2048 / EVERY) * EVERY * BLOCK) | random.below(BLOCK)) >>> 0
    if (decoder.find(word) !== undefined) found += 1
  }
  const share = counted.implemented / (counted.implemented + counted.undefined)
  assert.ok(Math.abs(found / SAMPLES - share) < 0.005, `${found / SAMPLES} sampled, ${share} counted`)
})

test("the counts of the rows are what is implemented", () => {
  const { rows, implemented, undefined: rest } = classify(CORTEX_A53, EVERY)
  assert.is(
    rows.reduce((sum, { words }) => sum + words, 0),
    implemented,
  )
  assert.is(implemented + rest, 2 ** 32 / EVERY)
})

test.run()
