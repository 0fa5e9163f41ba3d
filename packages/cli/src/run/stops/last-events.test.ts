// SPDX-License-Identifier: BSD-2-Clause
//
// Lines of the last events.

import type { LastEvent } from "@vmm/kernel/events"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { lastEventLines } from "./last-events.ts"

const test = suite("cli: last events")

const irq = (intid: number, ms: number, name = "linux/0"): LastEvent => ({
  kind: "irq",
  name,
  first: intid,
  second: -1,
  timeNs: ms * 1e6,
})

test("what repeats is one line, at its last time", () => {
  assert.equal(lastEventLines([irq(27, 1), irq(33, 2, "vmm"), irq(27, 3)]), [
    "2.000 ms  interrupt 33 of the board, for vmm",
    "3.000 ms  interrupt 27 of the board, for linux/0 (2 times of the last 3)",
  ])
})

test("an exit is told by its class, an abort with its address", () => {
  const exit = (first: number): LastEvent => ({ ...irq(0, 1), kind: "exit", first, second: 0x9000018 })
  const lines = lastEventLines([exit(0x06000000), exit(0x93820007)])
  assert.match(lines[0] ?? "", /linux\/0 left the guest: Trapped WF\*/)
  assert.match(lines[1] ?? "", /Data Abort.* at IPA 0x9000018$/i)
})

test("an interrupt that nobody takes says so, and ten lines are shown", () => {
  const lines = lastEventLines(Array.from({ length: 30 }, (_, n) => irq(n, n, "")))
  assert.is(lines.length, 10)
  assert.is(lines.at(-1), "29.000 ms  interrupt 29 of the board, which nobody takes")
})

test.run()
