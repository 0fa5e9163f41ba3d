// SPDX-License-Identifier: BSD-2-Clause
//
// The controllers between devices and the GIC: GPC, IRQSTEER, GPIO.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import type { DeviceState, MmioDevice } from "../device.ts"
import { isInterruptController, type InterruptController } from "../device-factory.ts"
import { imxGpc } from "./gpc.ts"
import { imxGpio } from "./gpio.ts"
import { imxIrqSteer } from "./irqsteer.ts"
import { Bench } from "./testing.ts"

function controller(device: MmioDevice): InterruptController {
  if (!isInterruptController(device)) throw new Error(`${device.name} is no interrupt controller`)
  return device
}

const test = suite("imx controllers")

test("the GPC passes a device's line to the GIC, masked or not", () => {
  const bench = new Bench()
  const gpc = controller(bench.make(imxGpc))
  const uart = gpc.input([0, 26, 4])
  gpc.write(0x30, 4, 0xffff_ffff)
  uart.set(true)
  assert.is(bench.parent([0, 26, 4]).level, true)
  assert.is(gpc.read(0x70, 4), 1 << 26)
  uart.set(false)
  assert.is(bench.parent([0, 26, 4]).level, false)
})

test("devices that share a GPC input hold it up together", () => {
  const bench = new Bench()
  const gpc = controller(bench.make(imxGpc))
  const [one, other] = [gpc.input([0, 49, 4]), gpc.input([0, 49, 4])]
  one.set(true)
  other.set(true)
  one.set(false)
  assert.is(bench.parent([0, 49, 4]).level, true)
  other.set(false)
  assert.is(bench.parent([0, 49, 4]).level, false)
})

test("the GPC stores its masks for each core", () => {
  const gpc = new Bench().make(imxGpc)
  for (const offset of [0x30, 0x40, 0x1c0, 0x1d0, 0x3c]) {
    gpc.write(offset, 4, 0xffff_fffe)
    assert.is(gpc.read(offset, 4), 0xffff_fffe)
  }
})

test("power-up and power-down requests clear themselves", () => {
  const gpc = new Bench().make(imxGpc)
  for (const offset of [0xf8, 0x104]) {
    gpc.write(offset, 4, 0x3fff)
    assert.is(gpc.read(offset, 4), 0)
  }
  gpc.write(0xec, 4, 0xfffc)
  assert.is(gpc.read(0xec, 4), 0xfffc)
  gpc.write(0x800 + 17 * 0x40, 4, 1)
  assert.is(gpc.read(0x800 + 17 * 0x40, 4), 1)
})

test("the power handshake acknowledges what is requested", () => {
  const gpc = new Bench().make(imxGpc)
  gpc.write(0x1fc, 4, 0x20)
  assert.is(gpc.read(0x1fc, 4), (1 << 25) | 0x20)
  gpc.write(0x1fc, 4, 0)
  assert.is(gpc.read(0x1fc, 4), 0)
})

test("the GPC refuses private interrupts and numbers it has not", () => {
  const gpc = controller(new Bench().make(imxGpc))
  assert.throws(() => gpc.input([1, 9, 4]), /no input <1 9 4>/)
  assert.throws(() => gpc.input([0, 128, 4]), RangeError)
  assert.throws(() => gpc.input([0, 26]), RangeError)
})

test("IRQSTEER shows and forwards only enabled inputs, the highest in the lowest register", () => {
  const bench = new Bench()
  const steer = controller(bench.make(imxIrqSteer, "test", { "fsl,num-irqs": 64 }))
  const line = steer.input([3])
  line.set(true)
  assert.is(bench.lines[0].level, false)
  steer.write(0x8, 4, 1 << 3)
  assert.is(bench.lines[0].level, true)
  assert.is(steer.read(0x18, 4), 1 << 3)
  assert.is(steer.read(0x14, 4), 0)
  assert.is(steer.read(0x20, 4), 1)
  line.set(false)
  assert.is(bench.lines[0].level, false)
  steer.write(0x4, 4, 1)
  steer.input([32]).set(true)
  assert.is(steer.read(0x14, 4), 1)
})

test("IRQSTEER raises by software and can disable its output", () => {
  const bench = new Bench()
  const steer = bench.make(imxIrqSteer, "test", { "fsl,num-irqs": 64 })
  steer.write(0x8, 4, 0x10)
  steer.write(0x10, 4, 0x10)
  assert.is(bench.lines[0].level, true)
  steer.write(0x1c, 4, 1)
  assert.is(bench.lines[0].level, false)
  const saved = steer.state()
  steer.reset()
  assert.is(steer.read(0x10, 4), 0)
  steer.fromState(saved)
  assert.is(steer.read(0x18, 4), 0x10)
})

test("IRQSTEER says what is wrong with a specifier or a number of inputs", () => {
  const bench = new Bench()
  assert.throws(() => bench.make(imxIrqSteer, "test", { "fsl,num-irqs": 20 }), /multiple of 32/)
  assert.throws(() => controller(bench.make(imxIrqSteer)).input([64]), /0 to 63/)
})

const [DR, GDIR, PSR, ICR1, ICR2, IMR, ISR, EDGE_SEL] = [0x0, 0x4, 0x8, 0xc, 0x10, 0x14, 0x18, 0x1c]

test("GPIO outputs read back in DR and PSR, inputs show the wire", () => {
  const gpio = controller(new Bench().make(imxGpio))
  gpio.write(GDIR, 4, 1 << 29)
  gpio.write(DR, 4, (1 << 29) | 1)
  assert.is(gpio.read(PSR, 4), 1 << 29)
  assert.is(gpio.read(DR, 4), 1 << 29)
  gpio.input([5, 4]).set(true)
  assert.is(gpio.read(PSR, 4), (1 << 29) | (1 << 5))
})

test("a GPIO edge is latched until one is written", () => {
  const bench = new Bench()
  const gpio = controller(bench.make(imxGpio))
  const [rising, falling] = [gpio.input([2, 1]), gpio.input([20, 2])]
  falling.set(true)
  gpio.write(ICR1, 4, 2 << 4)
  gpio.write(ICR2, 4, 3 << 8)
  gpio.write(ISR, 4, 0xffff_ffff)
  gpio.write(IMR, 4, (1 << 2) | (1 << 20))
  assert.is(bench.lines[0].level, false)
  rising.set(true)
  rising.set(false)
  assert.is(bench.lines[0].level, true)
  assert.is(bench.lines[1].level, false)
  gpio.write(ISR, 4, 1 << 2)
  assert.is(bench.lines[0].level, false)
  falling.set(false)
  assert.is(bench.lines[1].level, true)
  assert.is(gpio.read(ISR, 4) & (1 << 20), 1 << 20)
})

test("a GPIO level interrupt comes back while the level stands", () => {
  const bench = new Bench()
  const gpio = controller(bench.make(imxGpio))
  const wire = gpio.input([0, 4])
  gpio.write(ICR1, 4, 1)
  gpio.write(ISR, 4, 0xffff_ffff)
  gpio.write(IMR, 4, 1)
  wire.set(true)
  gpio.write(ISR, 4, 1)
  assert.is(bench.lines[0].level, true)
  wire.set(false)
  gpio.write(ISR, 4, 1)
  assert.is(bench.lines[0].level, false)
})

test("EDGE_SEL takes both edges", () => {
  const bench = new Bench()
  const gpio = controller(bench.make(imxGpio))
  const wire = gpio.input([7, 3])
  gpio.write(EDGE_SEL, 4, 1 << 7)
  gpio.write(IMR, 4, 1 << 7)
  gpio.write(ISR, 4, 0xffff_ffff)
  for (const level of [true, false]) {
    wire.set(level)
    assert.is(bench.lines[0].level, true)
    gpio.write(ISR, 4, 1 << 7)
    assert.is(bench.lines[0].level, false)
  }
})

test("GPIO state keeps pins and latched edges", () => {
  const bench = new Bench()
  const gpio = controller(bench.make(imxGpio))
  gpio.write(ICR1, 4, 2)
  gpio.write(IMR, 4, 1)
  gpio.write(ISR, 4, 1)
  gpio.input([0, 1]).set(true)
  const saved = JSON.parse(JSON.stringify(gpio.state())) as DeviceState
  const other = new Bench()
  const copy = other.make(imxGpio)
  copy.fromState(saved)
  assert.is(other.lines[0].level, true)
  assert.equal(copy.state(), gpio.state())
  copy.reset()
  assert.is(other.lines[0].level, false)
  assert.throws(() => gpio.input([32, 1]), /pins 0 to 31/)
})

test.run()
