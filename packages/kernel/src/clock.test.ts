// SPDX-License-Identifier: BSD-2-Clause
//
// The two clocks, and the queues of the scheduler.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { RealClock, VirtualClock } from "./clock.ts"
import { Tcb } from "./object/tcb.ts"
import { ReadyQueues } from "./ready.ts"

const test = suite("kernel: clocks and ready queues")

test("virtual time follows the instructions, costs and idle time", () => {
  const clock = new VirtualClock(2)
  let count = 100
  clock.begin({ icount: () => count })
  count += 50
  assert.is(clock.nowNs(), 100)
  assert.is(clock.instructions(), 50)
  clock.end()
  clock.charge(7)
  assert.is(clock.nowNs(), 107)
  assert.is(clock.instructionsUntil(110), 2)
  assert.is(clock.instructionsUntil(5), 1)
  clock.warpTo(1000)
  assert.is(clock.nowNs(), 1000)
  clock.warpTo(10)
  assert.is(clock.nowNs(), 1000)
})

test("real time never goes back and does not follow instructions", () => {
  let host = 5000
  const clock = new RealClock(() => host)
  host = 5100
  assert.is(clock.nowNs(), 100)
  host = 5050
  assert.is(clock.nowNs(), 100)
  clock.charge(1000)
  clock.warpTo(9999)
  assert.is(clock.nowNs(), 100)
  assert.is(clock.instructionsUntil(500), Infinity)
  assert.ok(new RealClock().nowNs() >= 0)
})

test("the highest priority runs first, and equals take turns", () => {
  const ready = new ReadyQueues()
  const [a, b, c] = [new Tcb("a", 1, 0), new Tcb("b", 7, 0), new Tcb("c", 7, 0)]
  for (const tcb of [a, b, c, b]) ready.append(tcb)
  assert.is(ready.head()?.name, "b")
  ready.rotate(b)
  assert.is(ready.head()?.name, "c")
  ready.remove(c)
  ready.remove(c)
  ready.remove(b)
  assert.is(ready.head()?.name, "a")
  ready.remove(a)
  assert.is(ready.head(), undefined)
})

test.run()
