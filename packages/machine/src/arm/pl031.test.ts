// SPDX-License-Identifier: BSD-2-Clause
//
// The PL031 and the PL061 in their manuals' terms (DDI 0224C, DDI 0190B).

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { Bench } from "../imx/testing.ts"
import { Pl031 } from "./pl031.ts"
import { Pl061 } from "./pl061.ts"

const SECOND = 1_000_000_000

const clock = suite("machine/arm: PL031")

clock("it counts seconds from a fixed date, whatever the host's", () => {
  const bench = new Bench()
  const rtc = new Pl031(bench.context("arm,pl031"))
  assert.is(rtc.read(0, 4), Date.UTC(2024, 0, 1) / 1000)
  bench.nowNs = 90 * SECOND
  assert.is(rtc.read(0, 4), Date.UTC(2024, 0, 1) / 1000 + 90)
  assert.is(rtc.read(0xfe0, 4), 0x31)
  assert.is(rtc.read(0x0c, 4), 1)
})

clock("the load register sets it", () => {
  const bench = new Bench()
  const rtc = new Pl031(bench.context("arm,pl031"))
  bench.nowNs = 5 * SECOND
  rtc.write(8, 4, 1000)
  assert.is(rtc.read(8, 4), 1000)
  bench.nowNs = 7 * SECOND
  assert.is(rtc.read(0, 4), 1002)
})

clock("the match raises the interrupt in its second, until it is cleared", () => {
  const bench = new Bench()
  const rtc = new Pl031(bench.context("arm,pl031"))
  rtc.write(8, 4, 1000)
  rtc.write(4, 4, 1003)
  rtc.write(0x10, 4, 1)
  assert.equal([rtc.read(4, 4), rtc.read(0x10, 4)], [1003, 1])
  bench.advanceTo(2.9 * SECOND)
  assert.is(bench.lines[0].level, false)
  bench.advanceTo(3 * SECOND)
  assert.is(bench.lines[0].level, true)
  assert.equal([rtc.read(0x14, 4), rtc.read(0x18, 4)], [1, 1])
  rtc.write(0x1c, 4, 1)
  assert.is(bench.lines[0].level, false)
})

clock("state goes through a round trip with the alarm in it", () => {
  const bench = new Bench()
  const rtc = new Pl031(bench.context("arm,pl031"))
  rtc.write(8, 4, 1000)
  rtc.write(4, 4, 1002)
  rtc.write(0x10, 4, 1)
  const later = new Bench()
  const other = new Pl031(later.context("arm,pl031"))
  other.fromState(JSON.parse(JSON.stringify(rtc.state())))
  assert.equal(other.state(), rtc.state())
  later.advanceTo(2 * SECOND)
  assert.is(later.lines[0].level, true)
  other.reset()
  assert.is(later.lines[0].level, false)
})

clock.run()

const pins = suite("machine/arm: PL061")

pins("an output reads back through the mask in the address, an input reads 0", () => {
  const gpio = new Pl061("/gpio")
  gpio.write(0x400, 4, 0x0f)
  gpio.write(0x3fc, 4, 0xff)
  assert.is(gpio.read(0x3fc, 4), 0x0f)
  assert.is(gpio.read(0x3 << 2, 4), 0x03)
  gpio.write(0x1 << 2, 4, 0)
  assert.is(gpio.read(0x3fc, 4), 0x0e)
  assert.is(gpio.read(0xfe0, 4), 0x61)
})

pins("interrupt registers are storage, the status is read-only", () => {
  const gpio = new Pl061("/gpio")
  gpio.write(0x410, 4, 0xff)
  gpio.write(0x414, 4, 0xff)
  assert.equal([gpio.read(0x410, 4), gpio.read(0x414, 4)], [0xff, 0])
  const saved = gpio.state()
  gpio.reset()
  assert.is(gpio.read(0x410, 4), 0)
  gpio.fromState(saved)
  assert.is(gpio.read(0x410, 4), 0xff)
})

pins.run()
