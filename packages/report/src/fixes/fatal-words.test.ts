// SPDX-License-Identifier: BSD-2-Clause
//
// Words of the command line that a kernel dies of: told where they fit the stop, left alone where they do not.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { fatalWord, type WordsFor } from "./fatal-words.ts"
import { loadDrivers } from "../fault/drivers.ts"

const test = suite("report: words that a kernel dies of")

const drivers = await loadDrivers()

function told(line: string, stop: Partial<WordsFor>) {
  const guest = { file: "guest.json", text: `{\n  "cmdline": "${line}"\n}\n` }
  const args = { commandLine: line, tree: undefined, drivers, example: { overlays: [], guest } }
  return fatalWord(args, { panic: undefined, said: [], init: false, ...stop })
}

test("a word that fits the panic is told with its line and a patch", () => {
  const found = told("quiet acpi=force", { panic: "no-timer" })
  assert.match(found?.reason ?? "", /^acpi=force on the command line .* ACPI's tables/)
  assert.is(found?.place?.line, 2)
  assert.is(found?.fixes[0]?.edits.length, 1)
})

test("an initcall is at fault for what it brings up", () => {
  assert.ok(told("initcall_blacklist=populate_rootfs", { panic: "no-root-fs" }))
  assert.ok(told("initcall_blacklist=a,virtio_mmio_init", { panic: "no-root-fs" }))
  assert.ok(told("initcall_blacklist=clk_init", { panic: "guest-panic" }))
  assert.is(told("initcall_blacklist=pl031_driver_init", { panic: "no-root-fs" }), undefined)
  assert.is(told("initcall_blacklist=pl031_driver_init", { panic: "init-died", init: true }), undefined)
})

test("parts of the kernel on the blacklist are at fault for a first process that cannot run, drivers stay", () => {
  const line = "initcall_blacklist=foo_sysfs_init,pl031_driver_init initcall_blacklist=bar_fs_init"
  const died = { panic: "init-died", init: true, said: ["Attempted to kill init! exitcode=0x0000000b"] }
  const found = told(line, died)
  assert.match(found?.reason ?? "", /foo_sysfs_init, bar_fs_init$/)
  const [fix] = found?.fixes ?? []
  assert.is(fix?.edits.length, 2)
  assert.match(fix?.edits[0]?.text ?? "", /^initcall_blacklist=pl031_driver_init$/)
  assert.is(told(line, { ...died, said: ["exitcode=0x00000100"] }), undefined, "a script that ended")
})

test("words about memory are at fault when memory is short", () => {
  assert.ok(told("mem=32M", { panic: "out-of-memory" }))
  assert.ok(told("mem=32M", { panic: "guest-panic", said: ["initramfs unpacking failed: write error"] }))
  assert.is(told("mem=200M", { panic: "init-died", init: true }), undefined)
  assert.ok(told("crashkernel=200M", { panic: "out-of-memory", init: true }))
  const both = told("crashkernel=200M quiet hugepages=200", { panic: "out-of-memory" })?.fixes[0]
  assert.equal(
    [both?.title, both?.edits.length],
    ["take crashkernel=200M and hugepages=200 out of the command line", 2],
  )
})

test("a guest that waits: a debugger, a network, a disk", () => {
  for (const word of ["kgdbwait", "ip=dhcp", "rootdelay=900"]) assert.ok(told(word, {}), word)
  for (const word of ["kgdbwait", "ip=dhcp"]) assert.is(told(word, { init: true }), undefined, word)
})

test.run()
