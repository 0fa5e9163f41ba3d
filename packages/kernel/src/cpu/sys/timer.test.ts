// SPDX-License-Identifier: BSD-2-Clause
//
// The generic timer: counters as 64-bit pairs, conditions, outputs, deadlines. 8 MHz: 125 ns a tick.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { sysregKey } from "../host.ts"
import * as L from "../layout.ts"
import * as T from "../mmu/testing.ts"

const test = suite("sys/timer")
const TICK = 125
const CNTFRQ = sysregKey(3, 3, 14, 0, 0)
const CNTPCT = sysregKey(3, 3, 14, 0, 1)
const CNTVCT = sysregKey(3, 3, 14, 0, 2)
const CNTV_TVAL = sysregKey(3, 3, 14, 3, 0)
const CNTV_CTL = sysregKey(3, 3, 14, 3, 1)
const CNTV_CVAL = sysregKey(3, 3, 14, 3, 2)
const CNTP_TVAL = sysregKey(3, 3, 14, 2, 0)
const CNTP_CTL = sysregKey(3, 3, 14, 2, 1)
const CNTP_CVAL = sysregKey(3, 3, 14, 2, 2)

function mrs(m: T.TestMachine, key: number): bigint {
  assert.is.not(m.host.sysRead(m.cpu, key), L.R_FAULT)
  return T.wide(m, L.DATA)
}

function msr(m: T.TestMachine, key: number, value: bigint): void {
  T.setWide(m, L.DATA, value)
  assert.is.not(m.host.sysWrite(m.cpu, key), L.R_FAULT)
}

function runTo(m: T.TestMachine, ns: number): void {
  m.nowNs = ns
  m.events.runUntil(ns)
}

test("the counters follow time, the virtual one less CNTVOFF modulo 2^64", () => {
  const m = T.testMachine()
  assert.is(mrs(m, CNTFRQ), 8_000_000n)
  m.nowNs = 1000 * TICK
  assert.is(mrs(m, CNTPCT), 1000n)
  T.setSlot(m, "CNTVOFF_EL2", 1001n)
  assert.is(mrs(m, CNTVCT), 0xffff_ffff_ffff_ffffn)
  T.setSlot(m, "CNTVOFF_EL2", 1n << 63n)
  assert.is(mrs(m, CNTVCT), (1n << 63n) + 1000n)
  T.setSlot(m, "CNTVOFF_EL2", 0xffffn)
  m.nowNs = (2 ** 32 + 5) * TICK
  assert.is(mrs(m, CNTPCT), 2n ** 32n + 5n)
  assert.is(mrs(m, CNTVCT), 2n ** 32n + 5n - 0xffffn)
})

test("the output rises when CVAL is reached and falls when it is moved on", () => {
  const m = T.testMachine()
  msr(m, CNTV_CVAL, 100n)
  msr(m, CNTV_CTL, 1n)
  assert.is(m.events.nextDeadlineNs(), 100 * TICK)
  runTo(m, 100 * TICK - 1)
  assert.equal([m.lines[0].virtual, mrs(m, CNTV_CTL)], [false, 1n])
  T.setField(m, L.STOP_I32, 0)
  runTo(m, 100 * TICK)
  assert.equal([m.lines[0].virtual, mrs(m, CNTV_CTL)], [true, 5n])
  assert.is(T.field(m, L.STOP_I32), 1)
  msr(m, CNTV_CVAL, 300n)
  assert.is(m.lines[0].virtual, false)
  assert.is(m.events.nextDeadlineNs(), 300 * TICK)
})

test("IMASK holds the output back but not ISTATUS; a disabled timer has neither", () => {
  const m = T.testMachine()
  msr(m, CNTV_CTL, 3n)
  assert.equal([m.lines[0].virtual, mrs(m, CNTV_CTL)], [false, 7n])
  msr(m, CNTV_CTL, 1n)
  assert.is(m.lines[0].virtual, true)
  msr(m, CNTV_CTL, 0n)
  assert.equal([m.lines[0].virtual, mrs(m, CNTV_CTL)], [false, 0n])
  assert.is(m.events.nextDeadlineNs(), Infinity)
})

test("TVAL is a signed view of CVAL", () => {
  const m = T.testMachine()
  m.nowNs = (2 ** 32 - 10) * TICK
  msr(m, CNTV_TVAL, 20n)
  assert.is(mrs(m, CNTV_CVAL), 2n ** 32n + 10n)
  assert.is(mrs(m, CNTV_TVAL), 20n)
  m.nowNs = (2 ** 32 + 15) * TICK
  assert.is(mrs(m, CNTV_TVAL), 0xffff_fffbn)
  msr(m, CNTV_TVAL, 0xffff_ffffn)
  assert.is(mrs(m, CNTV_CVAL), 2n ** 32n + 14n)
  msr(m, CNTV_CTL, 1n)
  assert.is(m.lines[0].virtual, true)
})

test("the comparison is unsigned: a far CVAL never comes", () => {
  const m = T.testMachine()
  msr(m, CNTV_CVAL, 0xffff_ffff_ffff_ffffn)
  msr(m, CNTV_CTL, 1n)
  assert.is(m.lines[0].virtual, false)
  assert.is(m.events.nextDeadlineNs(), Infinity)
})

test("a deadline beyond a carry of the lower half is exact", () => {
  const m = T.testMachine()
  m.nowNs = (2 ** 32 - 100) * TICK
  msr(m, CNTV_CVAL, 2n ** 32n + 50n)
  msr(m, CNTV_CTL, 1n)
  assert.is(m.events.nextDeadlineNs(), (2 ** 32 + 50) * TICK)
})

test("moving CNTVOFF moves the virtual timer's deadline", () => {
  const m = T.testMachine()
  m.nowNs = 600 * TICK
  msr(m, CNTV_CVAL, 1000n)
  msr(m, CNTV_CTL, 1n)
  assert.is(m.events.nextDeadlineNs(), 1000 * TICK)
  T.setSlot(m, "CNTVOFF_EL2", 500n)
  assert.is(m.events.nextDeadlineNs(), 1500 * TICK)
  runTo(m, 1500 * TICK)
  assert.is(m.lines[0].virtual, true)
})

test("a write that changes nothing leaves STOP alone, one that moves the deadline sets it", () => {
  const m = T.testMachine()
  T.setField(m, L.STOP_I32, 0)
  msr(m, CNTV_CVAL, 1000n)
  assert.is(T.field(m, L.STOP_I32), 0)
  msr(m, CNTV_CTL, 1n)
  assert.is(T.field(m, L.STOP_I32), 1)
  T.setField(m, L.STOP_I32, 0)
  msr(m, CNTV_CTL, 1n)
  assert.is(T.field(m, L.STOP_I32), 0)
})

test("the physical timer works alike when CNTHCTL gives it to the guest, and traps when not", () => {
  const m = T.testMachine()
  assert.is(m.host.sysRead(m.cpu, CNTP_CTL), L.R_FAULT)
  assert.is(T.field(m, L.EXC_KIND_I32), L.EXC_EL2)
  T.setSlot(m, "CNTHCTL_EL2", 3n)
  m.nowNs = 50 * TICK
  msr(m, CNTP_TVAL, 10n)
  assert.is(mrs(m, CNTP_CVAL), 60n)
  assert.is(mrs(m, CNTP_TVAL), 10n)
  msr(m, CNTP_CTL, 1n)
  runTo(m, 60 * TICK)
  assert.equal([m.lines[0].physical, m.lines[0].virtual], [true, false])
  T.setSlot(m, "CNTHCTL_EL2", 2n)
  assert.is(m.host.sysRead(m.cpu, CNTPCT), L.R_FAULT)
})

test("timers of several CPUs are apart", () => {
  const m = T.testMachine(2)
  const other = m.cpu + L.CPU_BLOCK_SIZE
  T.setSlot(m, "CNTV_CVAL_EL0", 10n, other)
  T.setSlot(m, "CNTV_CTL_EL0", 1n, other)
  runTo(m, 10 * TICK)
  assert.equal(
    m.lines.map((line) => line.virtual),
    [false, true],
  )
  assert.is(m.storage.readLow(other, L.SLOT.CNTV_CTL_EL0), 5)
})

test.run()
