// SPDX-License-Identifier: BSD-2-Clause
//
// A prompt on a serial port that the guest does not have.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { strayTerminal } from "./inittab.ts"

const test = suite("report: terminals of /etc/inittab")

test("busybox's table for another board's port is told at its line", () => {
  const text = "# ttyAMA0::respawn:/bin/sh\n::sysinit:/etc/rcS\nttyS0::respawn:-/bin/sh\n"
  const found = strayTerminal(text, ["ttyAMA0"])
  assert.is(found?.line, 3)
  assert.match(found?.why ?? "", "starts its shell on ttyS0, and the guest's console is ttyAMA0")
  assert.is(found?.mended, text.replace("ttyS0:", "ttyAMA0:"))
})

test("a login names its terminal", () => {
  const text = "T0:23:respawn:/sbin/getty -L ttyS0 115200 vt100"
  assert.match(strayTerminal(text, ["tty0", "ttymxc0"])?.mended ?? "", /getty -L ttymxc0 115200/)
  assert.is(strayTerminal(text.replace("ttyS0", "ttymxc0"), ["ttymxc0"]), undefined)
})

test("a table that has something on the console is right", () => {
  const stray = "ttyS0::respawn:-/bin/sh\n"
  for (const line of ["::askfirst:-/bin/sh", "console::respawn:-/bin/sh", "ttyAMA0::respawn:-/bin/sh"]) {
    assert.is(strayTerminal(`${stray}${line}\n`, ["ttyAMA0"]), undefined, line)
  }
  assert.is(
    strayTerminal("tty1::respawn:-/bin/sh\n", ["ttyAMA0"]),
    undefined,
    "and one without a port says nothing",
  )
  assert.is(strayTerminal(`tty1::askfirst:-/bin/sh\n${stray}`, ["ttyAMA0"])?.line, 2)
})

test.run()
