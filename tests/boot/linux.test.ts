// SPDX-License-Identifier: BSD-2-Clause
//
// Debian's own arm64 kernel on the example boards, from power-on to power-off.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { cannotBuild, example, Guest, workplace } from "./guest.ts"

interface Board {
  readonly name: string
  /** The serial port's driver, and the line of its interrupt. */
  readonly console: string
}

const BOARDS: readonly Board[] = [
  { name: "qemu-virt", console: "ttyAMA0" },
  { name: "maaxboard", console: "ttymxc0" },
]

for (const board of BOARDS) {
  const test = suite(`boot: linux on ${board.name}`)
  const cwd = workplace()
  const reason = cannotBuild(cwd, example(board.name))
  if (reason !== undefined) process.stdout.write(`skipped: ${reason}\n`)
  const linux = reason === undefined ? test : test.skip

  linux("it boots to a shell, answers, reboots, answers again and powers off", async () => {
    const guest = Guest.launch(cwd, board.name)
    await guest.prompt()
    assert.match(await guest.run("uname -sm"), /^Linux aarch64$/)
    assert.match(await guest.run("cat /proc/cmdline"), board.console)
    assert.is(await guest.run("sleep 30; echo awake"), "awake")
    assert.ok(Number((await guest.run("cut -d. -f1 /proc/uptime")).trim()) >= 30)
    assert.match(await guest.run(`dmesg | grep -c ${board.console}`), /^[1-9]/)
    guest.type("reboot -f\n")
    await guest.until(/Booting Linux on physical CPU/)
    await guest.prompt()
    assert.ok(Number((await guest.run("cut -d. -f1 /proc/uptime")).trim()) < 30)
    assert.is(await guest.powerOff(), 0)
  })
  test.run()
}
