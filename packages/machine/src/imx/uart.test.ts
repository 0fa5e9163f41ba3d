// SPDX-License-Identifier: BSD-2-Clause
//
// The i.MX UART as its driver and the host see it.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import type { DeviceState } from "../device.ts"
import { isSerialPort, type SerialPort } from "../device-factory.ts"
import { Bench } from "./testing.ts"
import { imxUart } from "./uart.ts"
import * as R from "./uart-table.ts"

function make(): { bench: Bench; uart: SerialPort } {
  const bench = new Bench()
  const uart = bench.make(imxUart)
  if (!isSerialPort(uart)) throw new Error("the UART is no serial port")
  return { bench, uart }
}

/** As a driver opens it: 115,200 baud from 25 MHz undivided, receiver on, receive interrupts on. */
function open(trigger: number) {
  const { bench, uart } = make()
  uart.write(R.UFCR, 4, (2 << 10) | (5 << 7) | trigger)
  uart.write(R.UBIR, 4, 0x11ff)
  uart.write(R.UBMR, 4, 0xf423)
  uart.write(R.UCR1, 4, R.UCR1_UARTEN | R.UCR1_RRDYEN)
  uart.write(R.UCR2, 4, R.UCR2_IRTS | R.UCR2_WS | R.UCR2_ATEN | R.UCR2_TXEN | R.UCR2_RXEN | R.UCR2_SRST)
  return { bench, uart }
}

const test = suite("imx uart")

test("an early console can write before anything is set up", () => {
  const { bench, uart } = make()
  for (const byte of Buffer.from("hi\n")) {
    assert.is(uart.read(R.UTS, 4) & (1 << 4), 0, "TXFULL is clear")
    uart.write(R.UTXD, 4, byte)
    assert.is(uart.read(R.USR2, 4) & (R.USR2_TXDC | R.USR2_TXFE), R.USR2_TXDC | R.USR2_TXFE)
  }
  assert.is(Buffer.from(bench.sent).toString(), "hi\n")
})

test("UCR2.SRST reads 1, also right after a reset request", () => {
  const { uart } = make()
  assert.is(uart.read(R.UCR2, 4) & R.UCR2_SRST, R.UCR2_SRST)
  uart.write(R.UCR2, 4, R.UCR2_TXEN)
  assert.is(uart.read(R.UCR2, 4), R.UCR2_TXEN | R.UCR2_SRST)
})

test("the host cannot type before the guest enables the receiver", () => {
  const { uart } = make()
  assert.is(uart.receiveSpace(), 0)
  assert.is(uart.receive(0x41), false)
  let told = 0
  uart.onReceiveSpace = () => (told += 1)
  uart.write(R.UCR2, 4, R.UCR2_RXEN | R.UCR2_SRST)
  assert.is(told, 1)
  assert.is(uart.receiveSpace(), 32)
})

test("characters come out in order and the line follows the trigger level", () => {
  const { bench, uart } = open(2)
  assert.ok(uart.receive(0x61))
  assert.is(bench.lines[0].level, false)
  assert.is(uart.read(R.USR2, 4) & R.USR2_RDR, R.USR2_RDR)
  assert.ok(uart.receive(0x62))
  assert.is(bench.lines[0].level, true)
  assert.is(uart.read(R.USR1, 4) & R.USR1_RRDY, R.USR1_RRDY)
  assert.is(uart.read(R.URXD, 4), R.URXD_CHARRDY | 0x61)
  assert.is(bench.lines[0].level, false)
  assert.is(uart.read(R.URXD, 4), R.URXD_CHARRDY | 0x62)
  assert.is(uart.read(R.URXD, 4), 0)
  assert.is(uart.read(R.USR2, 4) & R.USR2_RDR, 0)
})

test("too few characters raise the ageing interrupt after 8 character times", () => {
  const { bench, uart } = open(8)
  uart.receive(0x61)
  const deadline = bench.events.nextDeadlineNs()
  assert.ok(Math.abs(deadline - 80e9 / 115_200) < 1000, `${deadline} ns`)
  bench.advanceTo(deadline)
  assert.is(bench.lines[0].level, true)
  assert.is(uart.read(R.USR1, 4) & R.USR1_AGTIM, R.USR1_AGTIM)
  uart.write(R.USR1, 4, R.USR1_AGTIM)
  assert.is(bench.lines[0].level, false)
})

test("an empty FIFO does not age", () => {
  const { bench, uart } = open(8)
  uart.receive(0x61)
  uart.read(R.URXD, 4)
  assert.is(bench.events.nextDeadlineNs(), Infinity)
})

test("a full FIFO refuses, and tells the host when there is room again", () => {
  const { uart } = open(32)
  for (let n = 0; n < 32; n += 1) assert.ok(uart.receive(n))
  assert.is(uart.receive(99), false)
  assert.is(uart.read(R.UTS, 4) & R.UTS_RXFULL, R.UTS_RXFULL)
  let told = 0
  uart.onReceiveSpace = () => (told += 1)
  uart.read(R.URXD, 4)
  assert.is(told, 1)
  assert.is(uart.receiveSpace(), 1)
})

test("the transmitter is always ready, so its interrupt follows its enable", () => {
  const { bench, uart } = make()
  uart.write(R.UCR1, 4, R.UCR1_UARTEN | R.UCR1_TRDYEN)
  assert.is(bench.lines[0].level, true)
  assert.is(uart.read(R.USR1, 4) & R.USR1_TRDY, R.USR1_TRDY)
  uart.write(R.UCR1, 4, R.UCR1_UARTEN)
  assert.is(bench.lines[0].level, false)
  uart.write(R.UCR4, 4, R.UCR4_TCEN)
  assert.is(bench.lines[0].level, true)
  uart.write(R.UCR1, 4, 0)
  assert.is(bench.lines[0].level, false)
})

test("a disabled transmitter sends nothing", () => {
  const { bench, uart } = make()
  uart.write(R.UCR2, 4, R.UCR2_SRST)
  uart.write(R.UTXD, 4, 0x41)
  assert.equal(bench.sent, [])
})

test("loopback turns the transmitter to the receiver and cuts the host off", () => {
  const { bench, uart } = open(1)
  uart.write(R.UTS, 4, R.UTS_LOOP)
  assert.is(uart.receive(0x7a), false)
  uart.write(R.UTXD, 4, 0x55)
  assert.equal(bench.sent, [])
  assert.is(uart.read(R.URXD, 4), R.URXD_CHARRDY | 0x55)
})

test("an overrun is flagged, raises its interrupt and is cleared by writing one", () => {
  const { bench, uart } = open(63)
  uart.write(R.UTS, 4, R.UTS_LOOP)
  uart.write(R.UCR4, 4, R.UCR4_OREN)
  for (let n = 0; n < 33; n += 1) uart.write(R.UTXD, 4, n)
  assert.is(uart.read(R.USR2, 4) & R.USR2_ORE, R.USR2_ORE)
  assert.is(bench.lines[0].level, true)
  uart.write(R.USR2, 4, R.USR2_ORE)
  assert.is(uart.read(R.USR2, 4) & R.USR2_ORE, 0)
  assert.is(bench.lines[0].level, false)
})

test("a software reset empties the FIFO and keeps the control registers", () => {
  const { bench, uart } = open(1)
  uart.receive(0x61)
  uart.write(R.UCR2, 4, R.UCR2_RXEN)
  assert.is(bench.lines[0].level, false)
  assert.is(uart.read(R.UTS, 4) & R.UTS_RXEMPTY, R.UTS_RXEMPTY)
  assert.is(uart.read(R.UBIR, 4), 0)
  assert.is(uart.read(R.UCR1, 4), R.UCR1_UARTEN | R.UCR1_RRDYEN)
})

test("state keeps the FIFO and the ageing timer", () => {
  const { uart } = open(8)
  uart.receive(0x61)
  const saved = JSON.parse(JSON.stringify(uart.state())) as DeviceState
  const later = make()
  later.uart.fromState(saved)
  assert.equal(later.uart.state(), uart.state())
  later.bench.advanceTo(1e6)
  assert.is(later.bench.lines[0].level, true)
  assert.is(later.uart.read(R.URXD, 4), R.URXD_CHARRDY | 0x61)
  later.uart.reset()
  assert.is(later.bench.lines[0].level, false)
  assert.equal(later.uart.state(), make().uart.state())
})

test.run()
