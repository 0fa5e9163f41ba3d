// SPDX-License-Identifier: BSD-2-Clause
//
// Debian's own arm64 kernel on the example boards, from power-on to power-off.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { cannotBuild, example, Guest, workplace } from "./guest.ts"

interface Board {
  readonly name: string
  readonly console: string
  /** `DRIVER DEVICE` of the platform bus that must be bound. */
  readonly bound: readonly string[]
  /** Commands and what their answers have to match. */
  readonly facts: ReadonlyArray<readonly [command: string, answer: RegExp]>
}

/** The SoC driver knows the chip; the console's clock is one of the clock controller's, and enabled. */
const MAAXBOARD_FACTS: Board["facts"] = [
  ["cat /sys/devices/soc0/soc_id /sys/devices/soc0/revision", /i\.MX8MQ\n2\.1/],
  ["mount -t debugfs d /sys/kernel/debug; cd /sys/kernel/debug/clk; pwd", /\/clk/],
  ["echo enabled `cat uart1_root_clk/clk_enable_count`", /enabled [1-9]/],
  ["cd /; echo parent `cat /sys/kernel/debug/clk/uart1_root_clk/clk_parent`", /parent uart1/],
]

const MAAXBOARD = [
  "imx-uart 30860000.serial",
  "imx8mq-ccm 30380000.clock-controller",
  "imx8mq-pinctrl 30330000.pinctrl",
  ...[0, 1, 2, 3, 4].map((bank) => `gpio-mxc 302${bank}0000.gpio`),
  "imx-gpcv2 303a0000.gpc",
  ...[0, 1, 10].map((domain) => `imx-pgc imx-pgc-domain.${domain}`),
  "imx-irqsteer 32e2d000.interrupt-controller",
  "imx8m-soc imx8m-soc",
  "imx6q-pcie 33800000.pcie",
  "imx6q-pcie 33c00000.pcie",
]

const BOARDS: readonly Board[] = [
  { name: "qemu-virt", console: "ttyAMA0", bound: [], facts: [] },
  { name: "maaxboard", console: "ttymxc0", bound: MAAXBOARD, facts: MAAXBOARD_FACTS },
]

/** Every binding of the platform bus, a line each. */
const BINDINGS =
  "for d in /sys/bus/platform/drivers/*; do for f in $d/*; do [ -e $f/driver ] && echo ${d##*/} ${f##*/}; done; done"

for (const board of BOARDS) {
  const test = suite(`boot: linux on ${board.name}`)
  const cwd = workplace()
  const reason = cannotBuild(cwd, example(board.name))
  if (reason !== undefined) process.stdout.write(`skipped: ${reason}\n`)
  const linux = reason === undefined ? test : test.skip

  linux("it boots to a shell, answers, reboots, answers again and powers off", async () => {
    const guest = Guest.launch(cwd, board.name)
    await guest.prompt()
    assert.match(await guest.run("uname -sm"), /Linux aarch64$/)
    assert.match(await guest.run("cat /proc/cmdline"), board.console)
    const bound = await guest.run(BINDINGS)
    for (const binding of board.bound) assert.match(bound, binding)
    for (const [command, answer] of board.facts) assert.match(await guest.run(command), answer)
    assert.match(await guest.run("sleep 30; echo awake"), /awake$/)
    assert.match(await guest.run("cut -d. -f1 /proc/uptime"), /\n?(3\d|[4-9]\d)$/)
    guest.type("reboot -f\n")
    await guest.until(/Booting Linux on physical CPU/)
    await guest.prompt()
    assert.match(await guest.run("cut -d. -f1 /proc/uptime"), /(^|\n)[0-9]$/)
    assert.is(await guest.powerOff(), 0)
  })

  linux("a device that was not given ends the guest with a report that names it", async () => {
    const guest = Guest.launch(cwd, board.name)
    await guest.prompt()
    guest.type(`devmem ${board.name === "maaxboard" ? "0x30280000" : "0x9010000"} 32\n`)
    assert.is(await guest.ended, 3)
    const node = board.name === "maaxboard" ? "watchdog@30280000" : "pl031@9010000"
    assert.match(guest.notes, node)
    assert.match(guest.notes, new RegExp(`${board.name}\\.dts:\\d+:\\d+`))
    assert.match(guest.notes, "linux read 4 bytes of")
    assert.not.match(guest.notes, /^\s+at .*\.ts:/m)
  })

  test.run()
}
