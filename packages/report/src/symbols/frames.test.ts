// SPDX-License-Identifier: BSD-2-Clause
//
// Stacks made by hand, walked; and what their names tell.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { culpritOf, runningUnder } from "./backtrace.ts"
import { DriverTable } from "../fault/drivers.ts"
import { callersOf, type ReadWord, stripPac, walkFrames } from "./frames.ts"

const test = suite("report: stacks")

/** 48-bit addresses on both sides. */
const TCR = (16n << 16n) | 16n
const STACK = 0xffff800008000000n

function memory(...words: ReadonlyArray<readonly [bigint, bigint, bigint]>): ReadWord {
  const cells = new Map(words.flatMap(([at, next, back]) => [[at, next] as const, [at + 8n, back] as const]))
  return (va) => cells.get(va)
}

const start = { pc: 0x10n, fp: STACK, lr: 0n, tcr: TCR }

test("records are followed to the end, and codes taken off the addresses", () => {
  const read = memory(
    [STACK, STACK + 0x20n, 0xffff800008100010n],
    [STACK + 0x20n, STACK + 0x40n, 0x00b2800008200020n],
    [STACK + 0x40n, 0n, 0xffff800008300030n],
  )
  assert.equal(walkFrames(start, read), [0xffff800008100010n, 0xffff800008200020n, 0xffff800008300030n])
})

test("a circle, a crooked pointer and memory that is not there end the walk", () => {
  assert.equal(walkFrames(start, memory([STACK, STACK, 5n])), [5n])
  assert.equal(walkFrames(start, memory([STACK, STACK + 3n, 5n])), [5n])
  assert.equal(walkFrames(start, memory()), [])
})

test("an endless stack is cut", () => {
  const endless: ReadWord = (va) => ((va & 8n) === 0n ? va + 16n : 0x40n)
  assert.is(walkFrames(start, endless).length, 64)
})

test("bit 55 decides what the bits above an address are", () => {
  assert.is(stripPac(0x7f2d800008000000n, TCR), 0x800008000000n)
  assert.is(stripPac(0x80ff800008000000n, TCR), 0xffff800008000000n)
  assert.is(stripPac(0x1234n, TCR), 0x1234n)
})

test("X30 is a caller of a function without a record, and not of others", () => {
  const nameOf = (address: bigint) => (address < 0x100n ? "leaf" : address < 0x200n ? "caller" : undefined)
  const at = (lr: bigint) => callersOf({ ...start, lr }, [0x300n], nameOf)
  assert.equal(at(0x180n), [0x180n, 0x300n])
  assert.equal(at(0x20n), [0x300n])
  assert.equal(at(0x300n), [0x300n])
})

const TABLE = new DriverTable(
  "6.1.0",
  `drivers/a.c|A|subsys:a_init|x,a
drivers/b.c||clk:b_setup|x,b
drivers/c.c|C|device:c_one_init device:c_two_driver_init|x,c`,
)

test("a driver that registers is under its own initcall", () => {
  const running = runningUnder(
    "readl a_probe platform_probe really_probe __driver_attach driver_register a_init do_one_initcall".split(
      " ",
    ),
  )
  assert.equal(running, { probe: "a_probe", entry: "a_init", initcall: true, own: true })
  const { driver, ...rest } = culpritOf(running, ["x,a"], TABLE)
  assert.equal([driver?.config, rest], ["CONFIG_A", { initcall: "a_init", seen: true }])
})

test("a device that comes to a driver is not the fault of the initcall in progress", () => {
  const running = runningUnder([
    "c_two_probe",
    "platform_probe",
    "__device_attach_driver",
    "of_platform_default_populate_init",
    "do_one_initcall",
  ])
  assert.is(running.own, false)
  const culprit = culpritOf(running, ["x,c"], TABLE)
  assert.equal([culprit.initcall, culprit.seen], ["c_two_driver_init", false])
})

test("a probe of another device, by a thread of its own, is that device's driver", () => {
  const running = runningUnder(
    "regmap_read a_host_init a_probe platform_probe really_probe __device_attach_async_helper".split(" "),
  )
  const { driver, ...rest } = culpritOf(running, ["x,c"], TABLE, ["x,b", "x,a"])
  assert.equal([driver?.config, rest], ["CONFIG_A", { initcall: "a_init", seen: true }])
  assert.is(culpritOf(running, ["x,c"], TABLE, ["x,b"]).driver?.config, "CONFIG_C")
})

test("without backtrace the table tells, and what is declared has no initcall", () => {
  assert.is(culpritOf(runningUnder([]), ["y", "x,a"], TABLE).initcall, "a_init")
  const declared = culpritOf(runningUnder("b_setup.isra.0 of_clk_init time_init".split(" ")), ["x,b"], TABLE)
  assert.equal([declared.initcall, declared.driver?.source], [undefined, "drivers/b.c"])
  assert.is(culpritOf(runningUnder([]), ["x,unknown"], TABLE).driver, undefined)
})

test.run()
