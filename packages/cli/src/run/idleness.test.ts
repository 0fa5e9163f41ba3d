// SPDX-License-Identifier: BSD-2-Clause
//
// When a guest counts as idle for good.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { Idleness } from "./idleness.ts"

const test = suite("cli: idleness")
const MINUTE = 60e9

test("ten minutes of ticks alone are the end", () => {
  const idleness = new Idleness()
  assert.is(idleness.look(MINUTE, 1e9, true), undefined)
  assert.is(idleness.look(10 * MINUTE, 1.1e9, false), undefined)
  assert.is(idleness.look(11 * MINUTE, 1.2e9, false), 600)
})

test("what is said begins the ten minutes anew", () => {
  const idleness = new Idleness()
  idleness.look(9 * MINUTE, 0, true)
  assert.is(idleness.look(12 * MINUTE, 0, false), undefined)
})

test("a guest that works is not idle, and one that stops working is later", () => {
  const idleness = new Idleness()
  assert.is(idleness.look(10 * MINUTE, 500e9, false), undefined)
  assert.is(idleness.look(20 * MINUTE, 501e9, false), 600)
})

test.run()
