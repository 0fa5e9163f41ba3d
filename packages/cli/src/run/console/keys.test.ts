// SPDX-License-Identifier: BSD-2-Clause
//
// Keys of a terminal, and what a run's end is called.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { Keys } from "./keys.ts"
import { exitCode, outcomeText } from "../outcome.ts"

const test = suite("cli: keys and ends")

function typing(...pieces: readonly string[]): { typed: string; left: number; helped: number } {
  const seen = { typed: "", left: 0, helped: 0 }
  const keys = new Keys({
    type: (bytes) => {
      seen.typed += Buffer.from(bytes).toString("latin1")
    },
    leave: () => {
      seen.left += 1
    },
    help: () => {
      seen.helped += 1
    },
  })
  for (const piece of pieces) keys.read(Buffer.from(piece, "latin1"))
  return seen
}

test("everything goes to the guest, Ctrl-C and bytes above 127 too", () => {
  assert.equal(typing("ab\u0003\u00ff"), { typed: "ab\u0003\u00ff", left: 0, helped: 0 })
})

test("Ctrl-A X leaves, in either case", () => {
  assert.equal(typing("a\u0001xb\u0001X"), { typed: "ab", left: 2, helped: 0 })
})

test("Ctrl-A A and Ctrl-A Ctrl-A send Ctrl-A", () => {
  assert.is(typing("\u0001a\u0001A\u0001\u0001").typed, "\u0001\u0001\u0001")
})

test("Ctrl-A H and every other key after Ctrl-A list the keys", () => {
  assert.equal(typing("\u0001h\u0001z"), { typed: "", left: 0, helped: 2 })
})

test("the prefix and its key may come in two pieces", () => {
  assert.is(typing("\u0001", "x").left, 1)
})

test("every end has its exit code, and words where it was not asked for", () => {
  const signal = { kind: "signal", name: "SIGTERM", number: 15 } as const
  assert.equal(
    [
      exitCode({ kind: "off" }, false),
      exitCode({ kind: "off" }, true),
      exitCode({ kind: "died" }, false),
      exitCode({ kind: "stuck" }, false),
      exitCode({ kind: "timeout", seconds: 1 }, false),
      exitCode({ kind: "left" }, true),
      exitCode({ kind: "pipe" }, false),
      exitCode(signal, false),
    ],
    [0, 4, 3, 4, 4, 0, 141, 143],
  )
  assert.is(outcomeText({ kind: "off" }, false), undefined)
  assert.is(outcomeText(signal, false), "stopped by SIGTERM")
  assert.match(outcomeText({ kind: "left" }, false) ?? "", "left the guest")
})

test.run()
