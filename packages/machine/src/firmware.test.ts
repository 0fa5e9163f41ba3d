// SPDX-License-Identifier: BSD-2-Clause
//
// What firmware answers: SMCCC, PSCI, the vendor's calls, and calls that nobody knows.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { counterFrequency, Firmware, NOT_SUPPORTED } from "./firmware.ts"

interface Rig {
  readonly call: (...args: readonly number[]) => readonly bigint[]
  readonly told: unknown[]
  readonly done: string[]
  readonly firmware: Firmware
}

function make(...compatible: readonly string[]): Rig {
  const told: unknown[] = []
  const done: string[] = []
  const power = { powerOff: () => done.push("off"), reset: () => done.push("reset") }
  const sink = { event: (_device: string, what: string, data: object) => told.push([what, data]) }
  const firmware = new Firmware(compatible, sink, power)
  return { call: (...args) => firmware.call(args.map(BigInt)), told, done, firmware }
}

const test = suite("machine/firmware")

test("an unknown call is not supported, keeps its other registers and is told once", () => {
  const { call, told, firmware } = make("acme,board")
  assert.equal(call(0xc200_0006, 1, 2, 3, 4, 5, 6, 7), [NOT_SUPPORTED, 1n, 2n, 3n, 4n, 5n, 6n, 7n])
  call(0xc200_0006)
  assert.equal(told, [["smc-unknown", { function: 0xc200_0006 }]])
  firmware.reset()
  call(0xc200_0006)
  assert.is(told.length, 2)
})

test("i.MX8MQ tells its revision as Linux wants it", () => {
  const { call } = make("fsl,imx8mq-evk", "fsl,imx8mq")
  assert.is(call(0xc200_0006)[0], 0x82_4021n)
})

test("i.MX8MQ's other services answer what its drivers check", () => {
  const { call, told } = make("fsl,imx8mq")
  assert.is(call(0xc200_0000, 3, 1, 1)[0], 0n)
  assert.is(call(0xc200_0004, 0x10)[0], 1n)
  assert.equal(call(0xc200_0004, 0x11, 0).slice(0, 4), [3200n, 1n, 0n, 0n])
  assert.is(call(0xc200_0004, 0x11, 1)[0], NOT_SUPPORTED)
  assert.is(call(0xc200_0004, 0, 0xff)[0], 0n)
  assert.is(call(0xc200_0005, 1)[0], 0n)
  assert.is(call(0xc200_0005, 9)[0], NOT_SUPPORTED)
  assert.equal(told, [])
})

test("SMCCC and PSCI tell their versions and features", () => {
  const { call } = make("fsl,imx8mq")
  assert.is(call(0x8000_0000)[0], 0x1_0002n)
  assert.is(call(0x8400_0000)[0], 0x1_0001n)
  assert.is(call(0x8400_0006)[0], 2n)
  assert.is(call(0x8400_000a, 0x8400_0008)[0], 0n)
  assert.is(call(0x8000_0001, 0xc200_0006)[0], 0n)
  assert.is(call(0x8400_000a, 0x8400_0001)[0], NOT_SUPPORTED)
})

test("power off and reset are the machine's", () => {
  const { call, done } = make()
  call(0x8400_0008)
  call(0x8400_0009)
  assert.equal(done, ["off", "reset"])
})

test("the counter's frequency is the timer node's, the board's or the default", () => {
  assert.is(counterFrequency(["fsl,imx8mq-evk", "fsl,imx8mq"]), 8_333_333)
  assert.is(counterFrequency(["fsl,imx8mq"], 24_000_000), 24_000_000)
  assert.is(counterFrequency(["fsl,imx8mq"], 0), 8_333_333)
  assert.is(counterFrequency(["acme,board"]), 62_500_000)
})

test.run()
