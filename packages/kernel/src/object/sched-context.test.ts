// SPDX-License-Identifier: BSD-2-Clause
//
// The sporadic server by itself: what is used comes back a period later, and never more than the budget in a period.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { SchedContext, schedContextOf } from "./sched-context.ts"

const test = suite("kernel: scheduling contexts")

const US = 1000

test("a used budget comes back one period after its use began", () => {
  const context = new SchedContext(5, 10)
  context.unblock(100 * US)
  assert.equal([context.availableNs, context.readyNs], [5 * US, 100 * US])
  context.consume(5 * US)
  assert.equal([context.availableNs, context.readyNs], [5 * US, 110 * US])
})

test("what is left is used before what comes back", () => {
  const context = new SchedContext(5, 10)
  context.unblock(0)
  context.consume(2 * US)
  assert.equal([context.availableNs, context.readyNs], [3 * US, 2 * US])
  context.unblock(6 * US)
  context.consume(3 * US)
  assert.equal([context.availableNs, context.readyNs], [2 * US, 10 * US])
  context.consume(2 * US)
  assert.equal([context.availableNs, context.readyNs], [3 * US, 16 * US])
})

test("refills that are due together are one", () => {
  const context = new SchedContext(5, 10)
  context.unblock(0)
  context.consume(2 * US)
  context.unblock(6 * US)
  context.consume(1 * US)
  context.unblock(50 * US)
  assert.equal([context.availableNs, context.readyNs], [5 * US, 50 * US])
})

test("less than the smallest budget waits for the next refill", () => {
  const context = new SchedContext(5, 10)
  context.unblock(0)
  context.consume(4.5 * US)
  assert.equal([context.availableNs, context.readyNs], [5 * US, 9.5 * US])
})

test("an overrun is paid back", () => {
  const context = new SchedContext(5, 10)
  context.unblock(0)
  context.consume(17 * US)
  assert.equal([context.availableNs, context.readyNs], [3 * US, 32 * US])
})

test("charging in pieces is charging at once", () => {
  const pieces = new SchedContext(50, 100)
  const once = new SchedContext(50, 100)
  for (const context of [pieces, once]) context.unblock(0)
  for (let piece = 0; piece < 9; piece += 1) pieces.consume(2 * US)
  once.consume(18 * US)
  assert.equal([pieces.availableNs, pieces.readyNs], [once.availableNs, once.readyNs])
  for (const context of [pieces, once]) context.consume(32 * US)
  assert.equal([pieces.availableNs, pieces.readyNs], [once.availableNs, once.readyNs])
})

test("in no period more than the budget is used, however it is used", () => {
  const context = new SchedContext(40, 100)
  let seed = 1
  const random = (limit: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return Math.floor((seed / 2 ** 32) * limit)
  }
  const uses: { from: number; to: number }[] = []
  let now = 0
  for (let turn = 0; turn < 2000; turn += 1) {
    now = Math.max(now + random(60) * US, context.readyNs)
    context.unblock(now)
    const used = Math.min(context.availableNs, (1 + random(30)) * US)
    context.consume(used)
    uses.push({ from: now, to: now + used })
    now += used
  }
  for (const { from } of uses) {
    const within = uses.map((use) => Math.min(use.to, from + 100 * US) - Math.max(use.from, from))
    const sum = within.reduce((total, ns) => total + Math.max(ns, 0), 0)
    assert.ok(sum <= 40 * US, `${sum} ns used in the period from ${from} ns`)
  }
})

test("a budget that is the period is a time slice without a pause", () => {
  const context = schedContextOf({})
  assert.equal([context.roundRobin, context.budgetNs, context.availableNs], [true, 1000 * US, 1000 * US])
  assert.equal([context.consume(999 * US), context.consume(1 * US)], [false, true])
  assert.equal([context.readyNs, context.availableNs], [0, 1000 * US])
  assert.equal(schedContextOf({ budgetUs: 300 }).periodNs, 300 * US)
})

test.run()
