// SPDX-License-Identifier: BSD-2-Clause
//
// Debian's own arm64 kernel with several vCPUs: all of them come online and work in parallel, and one goes and comes
// again. Two and eight vCPUs are the example's files with other numbers.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { cannotBuild, example, Guest, workplace } from "./guest.ts"

/** Runs a command so many times side by side. */
const parallel = (times: number, command: string): string =>
  `for i in $(seq ${times}); do (${command}) & done 2>/dev/null; wait 2>/dev/null`

/** Counts of a line of /proc/interrupts, a number a CPU. */
function counts(table: string, name: RegExp): number[] {
  const line = table.split("\n").find((candidate) => name.test(candidate)) ?? ""
  return (/:((?:\s+\d+)+)\s/.exec(line)?.[1] ?? "").trim().split(/\s+/).map(Number)
}

async function hasCpus(guest: Guest, count: number): Promise<void> {
  assert.match(await guest.run("nproc"), new RegExp(`(^|\n)${count}$`))
  const table = await guest.run("cat /proc/interrupts")
  const ticks = counts(table, /arch_timer/)
  assert.is(ticks.length, count, table)
  assert.ok(
    ticks.every((ticked) => ticked > 0),
    table,
  )
  const calls = counts(table, /^IPI1:/)
  assert.is(calls.length, count, table)
  assert.ok(
    calls.every((called) => called > 0),
    table,
  )
}

/** Sums and compressed copies of one file, made by many processes at once, are all the same. */
async function works(guest: Guest): Promise<void> {
  await guest.run("cd /tmp; set +m; dd if=/dev/urandom of=f bs=64k count=16 2>/dev/null")
  await guest.run(parallel(6, "sha256sum < f > s$i"))
  assert.match(await guest.run("sha256sum < f > s; cat s s? | sort | uniq -c | wc -l"), /(^|\n)1$/)
  await guest.run(parallel(5, "cat f | gzip -1 | dd bs=777 2>/dev/null | gunzip | md5sum > m$i"))
  assert.match(await guest.run("md5sum < f > m; cat m m? | sort | uniq -c | wc -l"), /(^|\n)1$/)
  const fork = "n=0; while [ $n -lt 20 ]; do true | cat; n=$((n+1)); done; echo $n > n$i"
  await guest.run(parallel(4, fork))
  assert.match(await guest.run("cat n?"), /20\n20\n20\n20$/)
}

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

/** The example's folder with another number of vCPUs, in `cwd`; includes of others stay where they are. */
function withVcpus(cwd: string, name: string, count: number): string {
  const folder = join(cwd, `${name}-${count}`)
  const from = example(name)
  mkdirSync(folder)
  const copy = (file: string, change: (text: string) => string = (text) => text) => {
    const text = readFileSync(join(from, file), "utf8").replaceAll(
      '"../',
      `"${relative(folder, dirname(from))}/`,
    )
    writeFileSync(join(folder, file), change(text))
  }
  const ids = Array.from({ length: count }, (_, id) => id)
  const node = (id: number) =>
    `cpu@${id} { device_type = "cpu"; compatible = "arm,cortex-a53"; reg = <${id}>; enable-method = "psci"; };`
  copy("guest.json")
  copy(`${name}.dts`)
  copy("guest-overlay.dts", () => `/ { cpus { ${ids.map(node).join("\n")} }; };`)
  copy(`${name}.system`, (text) =>
    text.replace(/(\s*<vcpu id="\d+" \/>)+/, ids.map((id) => `\n<vcpu id="${id}" />`).join("")),
  )
  return folder
}

const numbers = suite("boot: linux with other numbers of CPUs")
const cwd = workplace()

for (const count of [2, 8]) {
  const name = `qemu-virt-smp-${count}`
  const reason = cannotBuild(cwd, withVcpus(cwd, "qemu-virt-smp", count))
  if (reason !== undefined) process.stdout.write(`skipped: ${reason}\n`)
  const linux = reason === undefined ? numbers : numbers.skip

  linux(`${count} vCPUs come online and work`, async () => {
    const guest = Guest.launch(cwd, name)
    await guest.prompt()
    await hasCpus(guest, count)
    await works(guest)
    assert.is(await guest.powerOff(), 0)
  })
}

numbers.run()
