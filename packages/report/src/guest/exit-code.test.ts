// SPDX-License-Identifier: BSD-2-Clause
//
// Ends of a first process, told by signal or status; an unknown instruction has a remedy.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { initEnd, initFixes } from "./exit-code.ts"

const test = suite("report: how init ended")

const text = (code: string) => initEnd(`Attempted to kill init! exitcode=0x${code}`)?.text ?? ""

test("signals by name, statuses by number", () => {
  assert.match(text("0000000b"), /SIGSEGV, it used a wrong address/)
  assert.is(text("00000100"), "it ended with status 1")
  assert.match(text("00007f00"), /status 127, what it calls is not there/)
  assert.is(text("0000000c"), "it died of signal 12")
  assert.is(initEnd("Fatal exception"), undefined)
})

test("an instruction that the processor has not goes with the model that has all", () => {
  const end = initEnd("exitcode=0x00000004") ?? { signal: 0, status: 0, text: "" }
  const fix = (guest: string) =>
    initFixes(end, { overlays: [], guest: { file: "guest.json", text: guest } })[0]
  assert.match(fix('{ "kernel": "k" }')?.edits[0]?.text ?? "", '"cpu": "max"')
  assert.equal(fix('{ "cpu": "cortex-a53" }')?.edits, [])
  assert.equal(initFixes({ signal: 11, status: 0, text: "" }, { overlays: [] }), [])
})

test.run()
