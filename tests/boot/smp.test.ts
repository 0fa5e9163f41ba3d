// SPDX-License-Identifier: BSD-2-Clause
//
// Debian's own arm64 kernel with four vCPUs: all of them come online and work in parallel, and one goes and comes
// again.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { cannotBuild, example, Guest, workplace } from "./guest.ts"
import { hasCpus, works } from "./smp-guest.ts"

for (const board of ["qemu-virt-smp", "maaxboard-smp"]) {
  const test = suite(`boot: linux with four CPUs on ${board}`)
  const cwd = workplace()
  const reason = cannotBuild(cwd, example(board))
  if (reason !== undefined) process.stdout.write(`skipped: ${reason}\n`)
  const linux = reason === undefined ? test : test.skip

  linux("four CPUs work in parallel, one is turned off and on again, and the guest reboots", async () => {
    const guest = Guest.launch(cwd, board)
    await guest.prompt()
    await hasCpus(guest, 4)
    await works(guest)
    const cpu1 = "/sys/devices/system/cpu/cpu1/online"
    for (let time = 0; time < 2; time += 1) {
      assert.match(await guest.run(`echo 0 > ${cpu1}; cat /sys/devices/system/cpu/online`), /\n0,2-3$/)
      assert.match(await guest.run("nproc"), /(^|\n)3$/)
      assert.match(await guest.run(`echo 1 > ${cpu1}; cat /sys/devices/system/cpu/online`), /\n0-3$/)
    }
    await works(guest)
    assert.match(await guest.run("dmesg | grep -icE 'stall|lockup|bug:|warning:'"), /(^|\n)0$/)
    guest.type("reboot -f\n")
    await guest.until(/Booting Linux on physical CPU/)
    await guest.prompt()
    await hasCpus(guest, 4)
    assert.is(await guest.powerOff(), 0)
  })

  test.run()
}
