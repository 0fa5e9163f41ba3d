// SPDX-License-Identifier: BSD-2-Clause
//
// The PL011 in its manual's terms (DDI 0183G), and what Linux's driver does with it.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { Bench } from "../imx/testing.ts"
import { Pl011 } from "./pl011.ts"

const DR = 0x00
const FR = 0x18
const LCRH = 0x2c
const CR = 0x30
const IFLS = 0x34
const IMSC = 0x38
const RIS = 0x3c
const MIS = 0x40
const ICR = 0x44
const RX = 0x10
const TX = 0x20
const RT = 0x40

function make(): { readonly bench: Bench; readonly uart: Pl011 } {
  const bench = new Bench()
  return { bench, uart: new Pl011({ ...bench.context("arm,pl011"), clockHz: 24_000_000 }) }
}

/** As Linux leaves it after start-up: 115200 baud, FIFOs on, receive interrupts on. */
function started(): { readonly bench: Bench; readonly uart: Pl011 } {
  const made = make()
  const { uart } = made
  uart.write(0x24, 4, 13)
  uart.write(0x28, 4, 1)
  uart.write(LCRH, 4, 0x70)
  uart.write(CR, 4, 0x301)
  uart.write(IMSC, 4, RX | RT)
  return made
}

function type(uart: Pl011, text: string): number {
  return [...text].filter((letter) => uart.receive(letter.charCodeAt(0))).length
}

const test = suite("machine/arm: PL011")

test("it has the identification of a PrimeCell UART", () => {
  const { uart } = make()
  const ids = [0xfe0, 0xfe4, 0xfe8, 0xfec, 0xff0, 0xff4, 0xff8, 0xffc].map((at) => uart.read(at, 4))
  assert.equal(ids, [0x11, 0x10, 0x34, 0x00, 0x0d, 0xf0, 0x05, 0xb1])
})

test("after reset transmitter and receiver are chosen, the UART is off and the FIFOs empty", () => {
  const { uart } = make()
  assert.is(uart.read(CR, 4), 0x300)
  assert.is(uart.read(IFLS, 4), 0x12)
  assert.is(uart.read(FR, 4), 0x90)
  assert.is(uart.read(0x800, 4), 0)
})

test("a character leaves at once, even before anybody enabled the UART, which is told once", () => {
  const { bench, uart } = make()
  uart.write(DR, 4, 0x148)
  uart.write(DR, 1, 0x49)
  assert.equal(bench.sent, [0x48, 0x49])
  assert.equal(bench.reports, ["transmit-while-disabled"])
  assert.is(uart.read(FR, 4) & 0x28, 0)
})

test("the transmit interrupt stays until it is cleared or masked", () => {
  const { bench, uart } = started()
  assert.is(uart.read(RIS, 4), 0)
  uart.write(DR, 4, 65)
  assert.is(uart.read(RIS, 4), TX)
  assert.is(bench.lines[0].level, false)
  uart.write(IMSC, 4, TX)
  assert.is(bench.lines[0].level, true)
  assert.is(uart.read(MIS, 4), TX)
  uart.write(ICR, 4, TX)
  assert.is(bench.lines[0].level, false)
  assert.is(uart.read(ICR, 4), 0)
})

test("a single character raises the receive timeout after 32 bit periods", () => {
  const { bench, uart } = started()
  assert.is(type(uart, "a"), 1)
  assert.is(bench.lines[0].level, false)
  bench.advanceTo(Math.floor((32 * 1e9) / 115_200) - 1000)
  assert.is(bench.lines[0].level, false)
  bench.advanceTo(Math.ceil((32 * 1e9) / 115_200) + 1000)
  assert.is(uart.read(MIS, 4), RT)
  assert.is(uart.read(DR, 4), 97)
  assert.is(bench.lines[0].level, false)
  assert.is(uart.read(FR, 4) & 0x10, 0x10)
})

test("the receive interrupt comes with the trigger level and goes below it", () => {
  const { uart } = started()
  type(uart, "0123456789abcde")
  assert.is(uart.read(RIS, 4) & RX, 0)
  type(uart, "f")
  assert.is(uart.read(RIS, 4) & RX, RX)
  assert.is(uart.read(DR, 4), 0x30)
  assert.is(uart.read(RIS, 4) & RX, 0)
  uart.write(IFLS, 4, 0)
  uart.write(ICR, 4, 0x7ff)
  type(uart, "g")
  assert.is(uart.read(RIS, 4) & RX, RX)
})

test("a full FIFO refuses, and reading makes room again", () => {
  const { uart } = started()
  let told = 0
  uart.onReceiveSpace = () => (told += 1)
  assert.is(type(uart, "x".repeat(40)), 32)
  assert.is(uart.receiveSpace(), 0)
  assert.is(uart.read(FR, 4) & 0x50, 0x40)
  uart.read(DR, 4)
  assert.is(told, 1)
  assert.is(uart.receiveSpace(), 1)
})

test("without FIFOs there is one character of room", () => {
  const { uart } = started()
  type(uart, "ab")
  uart.write(LCRH, 4, 0x60)
  assert.is(uart.read(FR, 4) & 0x10, 0x10)
  assert.is(type(uart, "cd"), 1)
  assert.is(uart.read(RIS, 4) & RX, RX)
  assert.is(uart.read(DR, 4), 99)
})

test("nothing is received before the guest enables the receiver", () => {
  const { uart } = make()
  assert.is(uart.receiveSpace(), 0)
  assert.is(uart.receive(65), false)
  uart.write(CR, 4, 0x101)
  uart.write(IMSC, 4, RX)
  assert.is(uart.receive(65), false)
})

test("a polled receiver gets its first character when the guest polls", () => {
  const { uart } = make()
  let told = 0
  uart.onReceiveSpace = () => (told += 1)
  uart.write(CR, 4, 0x301)
  assert.is(uart.receiveSpace(), 0)
  for (let polls = 0; polls < 8; polls += 1) uart.read(FR, 4)
  assert.is(told, 1)
  assert.is(uart.receiveSpace(), 1)
})

// Linux's pl011_console_write() leaves the receiver enabled for as long as it writes, and pl011_startup() reads and
// forgets all that is in the FIFO.
test("console output with the receiver enabled lets nothing in that the driver's start would throw away", () => {
  const { bench, uart } = make()
  uart.write(CR, 4, 0x301)
  for (const [at, letter] of [..."a long line of the kernel's log"].entries()) {
    uart.read(FR, 4)
    uart.write(DR, 4, letter.charCodeAt(0))
    bench.advanceTo((at + 1) * 1_000_000)
    uart.read(FR, 4)
    assert.is(uart.receiveSpace(), 0)
  }
  uart.write(ICR, 4, 0x7ff)
  uart.read(FR, 4)
  uart.write(IMSC, 4, RX | RT)
  assert.is(uart.receiveSpace(), 1)
})

test("in loopback what is sent is received and does not leave", () => {
  const { bench, uart } = started()
  uart.write(CR, 4, 0x381)
  uart.write(DR, 4, 90)
  assert.equal(bench.sent, [])
  assert.is(uart.read(DR, 4), 90)
})

test("a saved state has the characters, the interrupt and the timeout in it", () => {
  const { uart } = started()
  type(uart, "hello")
  uart.write(DR, 4, 65)
  const saved = JSON.stringify(uart.state())
  const { bench, uart: other } = make()
  other.fromState(JSON.parse(saved))
  assert.is(JSON.stringify(other.state()), saved)
  bench.advanceTo(10_000_000)
  assert.is(bench.lines[0].level, true)
  assert.is(other.read(DR, 4), 104)
  other.reset()
  assert.is(bench.lines[0].level, false)
  assert.is(JSON.stringify(other.state()), JSON.stringify(make().uart.state()))
})

test.run()
