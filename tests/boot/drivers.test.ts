// SPDX-License-Identifier: BSD-2-Clause
//
// What the drivers of Debian's kernel find on our own MaaxBoard.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { cannotBuild, example, Guest, workplace } from "./guest.ts"

const drivers = suite("boot: drivers of the MaaxBoard")
const cwd = workplace()
const reason = cannotBuild(cwd, example("maaxboard"))
if (reason !== undefined) process.stdout.write(`skipped: ${reason}\n`)
const linux = reason === undefined ? drivers : drivers.skip

/** Built-in drivers of Debian's kernel and the devices that they have to be bound to. */
const BOUND: Readonly<Record<string, readonly string[]>> = {
  "imx-uart": ["30860000.serial"],
  "imx8mq-ccm": ["30380000.clock-controller"],
  "imx8mq-pinctrl": ["30330000.pinctrl"],
  "gpio-mxc": ["30200000.gpio"],
  "imx-gpcv2": ["303a0000.gpc"],
  "imx-pgc": ["imx-pgc-domain.0", "imx-pgc-domain.10"],
  "imx-irqsteer": ["32e2d000.interrupt-controller"],
  "imx6q-pcie": ["33800000.pcie", "33c00000.pcie"],
}

linux("they are bound, the UART is clocked by the CCM, and the SoC is known", async () => {
  const guest = Guest.launch(cwd, "maaxboard")
  await guest.prompt()
  await guest.run("dmesg -n 1")
  for (const [driver, devices] of Object.entries(BOUND)) {
    const listed = await guest.run(`ls /sys/bus/platform/drivers/${driver}`)
    for (const device of devices) assert.ok(listed.includes(device), `${driver}: ${device} in ${listed}`)
  }
  assert.match(await guest.run("cat /sys/devices/soc0/soc_id /sys/devices/soc0/revision"), /i\.MX8MQ\n2\.1/)
  assert.match(
    await guest.run("mount -t debugfs d /sys/kernel/debug; grep uart1 /sys/kernel/debug/clk/clk_summary"),
    /uart1/,
  )
  assert.is(await guest.powerOff(), 0)
})

drivers.run()
