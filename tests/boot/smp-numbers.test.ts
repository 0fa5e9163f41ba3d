// SPDX-License-Identifier: BSD-2-Clause
//
// Two and eight vCPUs: the example's files with other numbers.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { cannotBuild, example, Guest, workplace } from "./guest.ts"
import { hasCpus, works } from "./smp-guest.ts"

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
