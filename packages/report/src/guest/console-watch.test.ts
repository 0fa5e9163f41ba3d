// SPDX-License-Identifier: BSD-2-Clause
//
// Consoles as Linux writes them: milestones, oopses, panics, and what they mean.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { ConsoleWatch } from "./console-watch.ts"
import { panicCause } from "./panic.ts"

const test = suite("report: the guest's console")

function watched(text: string, step = text.length): ConsoleWatch {
  const watch = new ConsoleWatch()
  for (let at = 0; at < text.length; at += step) watch.feed(text.slice(at, at + step))
  return watch
}

const BOOT = `[    0.000000] Booting Linux on physical CPU 0x0000000000 [0x410fd034]\r
[    0.000000] Linux version 6.1.0\r
[    1.100000] Run /init as init process\r
Welcome\r
/ # `

test("milestones are seen in whole lines, in pieces of any size", () => {
  for (const step of [1, 7, 1000]) {
    const watch = watched(BOOT, step)
    assert.equal([...watch.reached], ["first-byte", "linux", "init"])
    assert.is(watch.open, "/ # ")
    assert.is(watch.last.at(-1), "Welcome")
  }
})

test("nothing sent is nothing reached, and power-on begins anew", () => {
  const watch = watched(BOOT)
  watch.reset()
  assert.equal([watch.reached.size, watch.last, watch.open], [0, [], ""])
})

const panicked = (reason: string, before = "") =>
  watched(
    `${before}[    2.000000] Kernel panic - not syncing: ${reason}\n[    2.1] CPU: 0 PID: 1\n` +
      `[    2.200000] ---[ end Kernel panic - not syncing: ${reason} ]---\n`,
  )

test("a panic has its reason, and ends the guest at its last line", () => {
  const watch = panicked("VFS: Unable to mount root fs on unknown-block(0,0)")
  assert.equal(watch.panic, { reason: "VFS: Unable to mount root fs on unknown-block(0,0)", ended: true })
  const line = "[    2.3] CPU: 0 PID: 1 Comm: switch_root Not tainted 6.1.0 #1 Debian\n"
  assert.is(watched(`${line}[ 2.0] Kernel panic - not syncing: x\n${line}`).called, "switch_root")
  assert.is(watched(line).called, undefined)
  assert.is(watched("[ 2.0] Kernel panic - not syncing: x\n").panic?.ended, false)
})

test("causes: no root, no init, an init that died, too little memory, an error of the bus", () => {
  const codes = [
    "VFS: Unable to mount root fs on unknown-block(0,0)",
    "Requested init /sbin/x failed (error -2).",
    "No working init found.  Try passing init= option to kernel.",
    "Attempted to kill init! exitcode=0x0000000b",
    "System is deadlocked on memory",
    "Asynchronous SError Interrupt",
    "something else",
  ].map((reason) => panicCause(panicked(reason)).code)
  assert.equal(codes, [
    "no-root-fs",
    "no-init",
    "no-init",
    "init-died",
    "out-of-memory",
    "guest-serror",
    "guest-panic",
  ])
})

test("an oops is the cause of the panic that follows it, and one without panic is kept too", () => {
  const oops =
    "[    1.5] Unable to handle kernel NULL pointer dereference at virtual address 0000000000000008\n" +
    "[    1.5] Internal error: Oops: 0000000096000004 [#1] SMP\n"
  assert.is(panicCause(panicked("Oops: Fatal exception", oops)).code, "guest-oops")
  assert.is(watched(oops).oopses.length, 2)
  assert.is(panicCause(watched(oops)).code, "guest-oops")
})

test("what a program said that it could not start is kept, the last of it", () => {
  const lines =
    "Run /init as init process\n/init: line 2: /bin/x: not found\n/init: exec: line 3: /bin/y: not found\n"
  assert.equal(watched(lines).complaints, [
    "/init: line 2: /bin/x: not found",
    "/init: exec: line 3: /bin/y: not found",
  ])
  assert.equal(watched("[ 0.1] firmware: fw.bin: not found\n").complaints, [], "no program has begun")
})

test("what failed before tells of a panic that says little", () => {
  const watch = panicked("fatal", '[ 1.0] Cannot open root device "vda" or unknown-block(0,0)\n')
  assert.is(panicCause(watch).code, "no-root-fs")
})

test.run()
