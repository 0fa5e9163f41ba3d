// SPDX-License-Identifier: BSD-2-Clause
//
// The remaining i.MX blocks: what a kernel polls for is there, counters count, empty PCI Express stays empty.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import type { DeviceState, MmioDevice } from "../device.ts"
import { REGION_STRIDE } from "../device-factory.ts"
import { IMX_FACTORIES } from "./index.ts"
import { Bench } from "./testing.ts"

function make(compatible: string, bench = new Bench()): MmioDevice {
  const factory = IMX_FACTORIES.get(compatible)
  if (factory === undefined) throw new Error(`no factory for ${compatible}`)
  return bench.make(factory, compatible)
}

const test = suite("imx devices")

test("every device resets, and takes back the state it gave", () => {
  for (const compatible of IMX_FACTORIES.keys()) {
    const device = make(compatible)
    const fresh = JSON.stringify(device.state())
    for (const offset of [0x0, 0x14, 0x80, 0x238, 0x4000]) device.write(offset, 4, 0x0000_0013)
    const saved = JSON.parse(JSON.stringify(device.state())) as DeviceState
    device.reset()
    assert.is(JSON.stringify(device.state()), fresh, `${compatible} after reset`)
    device.fromState(saved)
    assert.equal(device.state(), saved, compatible)
  }
})

test("PLLs are in lock and acknowledge new dividers, whatever is written", () => {
  const anatop = make("fsl,imx8mq-anatop")
  for (const offset of [0x00, 0x08, 0x10, 0x18, 0x20, 0x28]) {
    anatop.write(offset, 4, 0)
    assert.is(anatop.read(offset, 4), 0x8000_0800)
  }
  for (const offset of [0x30, 0x3c, 0x48, 0x54, 0x60]) {
    anatop.write(offset, 4, 0)
    assert.is(anatop.read(offset, 4), 0x8000_0000)
  }
})

test("ARM PLL and system PLLs run at 1 GHz, 800 MHz and 1 GHz from the 25 MHz oscillator", () => {
  const anatop = make("fsl,imx8mq-anatop")
  const cfg0 = anatop.read(0x28, 4)
  const reference = 25e6 / (((cfg0 >>> 5) & 0x3f) + 1)
  const output = ((cfg0 & 0x1f) + 1) * 2
  assert.is((reference * 8 * ((anatop.read(0x2c, 4) & 0x7f) + 1)) / output, 1e9)
  const sscg = (cfg2: number) => {
    const field = (low: number, bits: number) => ((cfg2 >>> low) & ((1 << bits) - 1)) + 1
    return (25e6 * 2 * field(13, 6) * field(7, 6)) / (field(25, 3) * field(19, 6) * field(1, 6))
  }
  assert.is(sscg(anatop.read(0x38, 4)), 800e6)
  assert.is(sscg(anatop.read(0x44, 4)), 1e9)
})

test("a clock root keeps parent and dividers; gates have SET and CLR", () => {
  const ccm = make("fsl,imx8mq-ccm")
  ccm.write(0xaf00, 4, 0x1100_0003)
  assert.is(ccm.read(0xaf00, 4), 0x1100_0003)
  assert.is(ccm.read(0x4490, 4), 2)
  ccm.write(0x4494, 4, 1)
  assert.is(ccm.read(0x4490, 4), 3)
  ccm.write(0x4498, 4, 3)
  assert.is(ccm.read(0x4490, 4), 0)
})

test("pads keep what a driver writes", () => {
  const iomuxc = make("fsl,imx8mq-iomuxc")
  iomuxc.write(0x234, 4, 0x10)
  iomuxc.write(0x49c, 4, 0x49)
  iomuxc.write(0x4f4, 4, 0x1)
  assert.equal(
    [0x234, 0x49c, 0x4f4].map((offset) => iomuxc.read(offset, 4)),
    [0x10, 0x49, 0x1],
  )
})

test("fuses have an id and cannot be written", () => {
  const ocotp = make("fsl,imx8mq-ocotp")
  const id = [ocotp.read(0x410, 4), ocotp.read(0x420, 4)]
  assert.ok(id.every((word) => word !== 0))
  ocotp.write(0x410, 4, 0)
  assert.equal([ocotp.read(0x410, 4), ocotp.read(0x420, 4)], id)
  assert.is(ocotp.read(0, 4) & 0x300, 0, "never busy, no error")
})

test("core resets clear themselves, block resets and scratch registers stay", () => {
  const src = make("fsl,imx8mq-src")
  src.write(0x4, 4, 0x1)
  assert.is(src.read(0x4, 4), 0)
  src.write(0x2c, 4, 0x40)
  assert.is(src.read(0x2c, 4), 0x40)
  src.write(0x74, 4, 0x1234)
  assert.is(src.read(0x74, 4), 0x1234)
})

test("the temperature is valid and moderate", () => {
  const value = make("fsl,imx8mq-tmu").read(0x100, 4)
  assert.is(value >>> 31, 1)
  assert.is(value & 0xff, 42)
})

test("watchdog registers have 16 bits each", () => {
  const watchdog = make("fsl,imx8mq-wdt")
  watchdog.write(0x2, 2, 0x5555)
  assert.is(watchdog.read(0x0, 2), 0x30)
  assert.is(watchdog.read(0x2, 2), 0x5555)
  watchdog.write(0x8, 2, 0)
  assert.is(watchdog.read(0x8, 2), 0)
})

test("the system counter is CNTPCT's time base", () => {
  const bench = new Bench()
  const counter = make("nxp,sysctr-timer", bench)
  bench.nowNs = 1_000_000_000
  assert.is(counter.read(0x8, 4), 8_333_333)
  bench.nowNs = 1_000_000_000_000
  const ticks = counter.read(0xc, 4) * 2 ** 32 + counter.read(0x8, 4)
  assert.is(ticks, 8_333_333_000)
  assert.is(counter.read(0x2_0008, 4), counter.read(0x8, 4))
  assert.is(counter.read(0x2_0020, 4), 8_333_333)
})

test("a comparator raises its line when the count is there, and disabling acknowledges it", () => {
  const bench = new Bench()
  const counter = make("nxp,sysctr-timer", bench)
  counter.write(0x1_0024, 4, 0)
  counter.write(0x1_0020, 4, 8_333_333)
  counter.write(0x1_002c, 4, 1)
  assert.is(bench.lines[0].level, false)
  const saved = counter.state()
  bench.advanceTo(bench.events.nextDeadlineNs())
  assert.is(bench.nowNs, 1_000_000_000)
  assert.is(bench.lines[0].level, true)
  assert.is(counter.read(0x1_002c, 4), 0b101)
  counter.write(0x1_002c, 4, 0b11)
  assert.is(bench.lines[0].level, false, "IMASK")
  counter.write(0x1_002c, 4, 0)
  assert.is(counter.read(0x1_002c, 4), 0)
  counter.fromState(saved)
  assert.is(bench.lines[0].level, true, "a restored comparator is due at once")
  counter.reset()
  assert.is(bench.lines[0].level, false)
})

test("the real-time counter runs at 32,768 Hz once it is enabled, from where it was set", () => {
  const bench = new Bench()
  const snvs = make("fsl,sec-v4.0-mon", bench)
  bench.nowNs = 5e9
  assert.is(snvs.read(0x54, 4), 0)
  snvs.write(0x50, 4, 1)
  snvs.write(0x54, 4, 0x8000)
  snvs.write(0x38, 4, 0x21)
  bench.nowNs = 7e9
  assert.is(snvs.read(0x50, 4), 1)
  assert.is(snvs.read(0x54, 4), 3 * 32_768)
  snvs.write(0x38, 4, 0x20)
  bench.nowNs = 9e9
  assert.is(snvs.read(0x54, 4), 3 * 32_768)
})

test("the PCI Express root port is a bridge whose link is down", () => {
  const pcie = make("fsl,imx8mq-pcie")
  assert.is(pcie.read(0x0, 4), 0xabcd_16c3)
  assert.is(pcie.read(0xa, 2), 0x0604)
  assert.is(pcie.read(0x72c, 4) & (1 << 4), 0)
  pcie.write(0x10, 4, 0xffff_ffff)
  assert.is(pcie.read(0x10, 4), 0, "no BAR")
  pcie.write(0x80c, 4, 1 << 17)
  assert.is(pcie.read(0x80c, 4) & (1 << 17), 0)
})

test("its capabilities are a list that ends", () => {
  const pcie = make("fsl,imx8mq-pcie")
  const found: number[] = []
  for (let at = pcie.read(0x34, 1); at !== 0 && found.length < 8; at = pcie.read(at + 1, 1)) {
    found.push(pcie.read(at, 1))
  }
  assert.equal(found, [0x01, 0x05, 0x10])
})

test("it has four address translation regions each way", () => {
  const pcie = make("fsl,imx8mq-pcie")
  for (const first of [0x30_0014, 0x30_0114]) {
    let regions = 0
    for (let n = 0; n < 16; n += 1) {
      pcie.write(first + n * 0x200, 4, 0x1111_0000)
      if (pcie.read(first + n * 0x200, 4) === 0x1111_0000) regions += 1
    }
    assert.is(regions, 4)
  }
})

test("configuration space behind the slot reads all ones", () => {
  const pcie = make("fsl,imx8mq-pcie")
  pcie.write(REGION_STRIDE, 4, 0)
  assert.is(pcie.read(REGION_STRIDE, 4), 0xffff_ffff)
  assert.is(pcie.read(REGION_STRIDE + 2, 2), 0xffff)
})

test.run()
