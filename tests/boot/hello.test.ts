// SPDX-License-Identifier: BSD-2-Clause
//
// The smallest whole guest: bare machine code that says hello and powers its machine off.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { example, Guest, vmm, workplace } from "./guest.ts"

const test = suite("boot: hello")

test("hello is built, says its line, and powers itself off", async () => {
  const cwd = workplace()
  assert.is(vmm(cwd, "build", example("hello")).code, 0)
  const guest = Guest.launch(cwd)
  assert.is(await guest.ended, 0)
  assert.is(guest.console, "Hello from a guest at EL1.\n")
})

test("the host's clock serves as well as the virtual one", () => {
  const cwd = workplace()
  vmm(cwd, "build", example("hello"))
  const { code, out } = vmm(cwd, "run", "--clock", "real", "--timeout", "60")
  assert.is(code, 0)
  assert.is(out, "Hello from a guest at EL1.\r\n")
})

test.run()
