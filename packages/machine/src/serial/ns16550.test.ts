// SPDX-License-Identifier: BSD-2-Clause
//
// The 16550 in its data sheet's terms (PC16550D), and what Linux's driver does with it (drivers/tty/serial/8250).

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { Bench } from "../imx/testing.ts"
import { ns16550, Ns16550 } from "./ns16550.ts"

const SHIFT = 2
const at = (register: number): number => register << SHIFT
const DATA = at(0)
const IER = at(1)
const IIR = at(2)
const FCR = at(2)
const LCR = at(3)
const MCR = at(4)
const LSR = at(5)
const MSR = at(6)

function make(): { readonly bench: Bench; readonly uart: Ns16550 } {
  const bench = new Bench()
  return { bench, uart: new Ns16550(bench.context("snps,dw-apb-uart"), SHIFT) }
}

/** As Linux leaves it after start-up: FIFOs on with a trigger of 8, receive interrupt on and led out. */
function started(): { readonly bench: Bench; readonly uart: Ns16550 } {
  const made = make()
  made.uart.write(MCR, 4, 0xb)
  made.uart.write(IER, 4, 0x5)
  made.uart.write(FCR, 4, 0x81)
  return made
}

const type = (uart: Ns16550, text: string): number =>
  [...text].filter((letter) => uart.receive(letter.charCodeAt(0))).length

const test = suite("machine/serial: 16550")

test("an early console can write before anything is set up", () => {
  const { bench, uart } = make()
  assert.is(uart.read(LSR, 4), 0x60)
  uart.write(DATA, 4, 0x48)
  uart.write(DATA, 1, 0x49)
  assert.equal(bench.sent, [0x48, 0x49])
})

test("what a driver tries to tell the chip by: IER's four bits, loopback, FIFOs, no enhanced registers", () => {
  const { uart } = make()
  uart.write(IER, 4, 0xff)
  assert.is(uart.read(IER, 4), 0x0f)
  uart.write(IER, 4, 0)
  uart.write(MCR, 4, 0x1a)
  assert.is(uart.read(MSR, 4) & 0xf0, 0x90)
  uart.write(MCR, 4, 0)
  uart.write(FCR, 4, 1)
  assert.is(uart.read(IIR, 4), 0xc1)
  uart.write(LCR, 4, 0xbf)
  assert.is.not(uart.read(IIR, 4), 0)
})

test("the divisor stands behind LCR.DLAB, and nothing is sent by it", () => {
  const { bench, uart } = make()
  uart.write(LCR, 4, 0x83)
  uart.write(DATA, 4, 13)
  uart.write(IER, 4, 2)
  assert.equal([uart.read(DATA, 4), uart.read(IER, 4)], [13, 2])
  uart.write(LCR, 4, 3)
  assert.equal([uart.read(DATA, 4), uart.read(IER, 4)], [0, 0])
  assert.equal(bench.sent, [])
})

test("enabling the transmitter's interrupt raises it, reading IIR takes it back, sending raises it again", () => {
  const { bench, uart } = make()
  uart.write(IER, 4, 2)
  assert.is(bench.lines[0]?.level, true)
  assert.is(uart.read(IIR, 4), 2)
  assert.is(bench.lines[0]?.level, false)
  assert.is(uart.read(IIR, 4), 1)
  uart.write(DATA, 4, 0x48)
  assert.is(bench.lines[0]?.level, true)
})

test("the host cannot type while a driver only tries the interrupts", () => {
  const { uart } = make()
  uart.write(IER, 4, 0xf)
  uart.write(IER, 4, 0)
  assert.is(type(uart, "x"), 0)
})

test("the host can type to a guest that polls, and to one that waits for its interrupt", () => {
  const polling = make().uart
  let told = 0
  polling.onReceiveSpace = () => (told += 1)
  for (let n = 0; n < 8; n++) polling.read(LSR, 4)
  assert.is(told, 1)
  assert.is(type(polling, "ab"), 1)
  assert.is(polling.read(LSR, 4), 0x61)
  assert.is(type(started().uart, "ab"), 2)
})

test("the receive interrupt comes at the trigger level, the time-out with fewer characters", () => {
  const { bench, uart } = started()
  type(uart, "1234567")
  assert.is(bench.lines[0]?.level, false)
  bench.advanceTo(347_223)
  assert.is(uart.read(IIR, 4), 0xcc)
  assert.is(uart.read(DATA, 4), 0x31)
  assert.is(bench.lines[0]?.level, false)
  type(uart, "89")
  assert.is(uart.read(IIR, 4), 0xc4)
  let text = ""
  while ((uart.read(LSR, 4) & 1) !== 0) text += String.fromCharCode(uart.read(DATA, 4))
  assert.is(text, "23456789")
  assert.is(bench.lines[0]?.level, false)
})

test("FCR empties the FIFO, and so does switching it off", () => {
  const { uart } = started()
  assert.is(type(uart, "0123456789abcdefgh"), 16)
  uart.write(FCR, 4, 0x83)
  assert.is(uart.read(LSR, 4), 0x60)
  type(uart, "x")
  uart.write(FCR, 4, 0)
  assert.is(uart.read(LSR, 4), 0x60)
})

test("in loopback what is sent is received, and nothing leaves", () => {
  const { bench, uart } = make()
  uart.write(MCR, 4, 0x10)
  uart.write(DATA, 4, 0x2a)
  assert.equal(bench.sent, [])
  assert.is(uart.read(DATA, 4), 0x2a)
})

test("a vendor's registers behind the eight are storage", () => {
  const { uart } = make()
  uart.write(0xf4, 4, 0x1234_5678)
  assert.is(uart.read(0xf4, 4), 0x1234_5678)
  uart.reset()
  assert.is(uart.read(0xf4, 4), 0)
})

test("the node says how far apart the registers are, else the chip", () => {
  const bench = new Bench()
  const near = ns16550()(bench.context("ns16550a"))
  assert.is(near.read(5, 1), 0x60)
  const far = ns16550()(bench.context("ns16550a", { "reg-shift": 2 }))
  assert.is(far.read(0x14, 4), 0x60)
  assert.is(ns16550(2)(bench.context("nvidia,tegra20-uart")).read(0x14, 4), 0x60)
})

test("a state taken back goes on where it was: characters, time-out, registers", () => {
  const { uart } = started()
  type(uart, "ab")
  uart.write(0x40, 4, 7)
  const again = started()
  again.uart.fromState(uart.state())
  assert.is(again.uart.read(0x40, 4), 7)
  again.bench.advanceTo(347_223)
  assert.is(again.bench.lines[0]?.level, true)
  assert.is(again.uart.read(DATA, 4), 0x61)
  assert.throws(() => again.uart.fromState({}))
})

test.run()
