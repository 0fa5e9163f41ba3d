// SPDX-License-Identifier: BSD-2-Clause
//
// The address map, RAM and time.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { Bus } from "./bus.ts"
import { EventQueue, nsAtTick, ticksAt } from "./clock.ts"
import { IGNORE_EVENTS, NO_LINE } from "./device.ts"
import { PhysicalMemory } from "./memory.ts"
import { OneShot } from "./one-shot.ts"
import { StubDevice } from "./stub.ts"

const device = (name: string) => new StubDevice(name, "", IGNORE_EVENTS, { nowNs: () => 0 })

const bus = suite("machine/bus")

bus("the smaller of two nested regions answers, the larger one around it at its own offsets", () => {
  const map = new Bus()
  const [outer, inner] = [device("outer"), device("inner")]
  map.map(0x2000, 0x1000, inner)
  map.map(0x1000, 0x4000, outer, 0x100)
  map.write(0x2004, 4, 1)
  map.write(0x3004, 4, 2)
  assert.is(inner.read(4, 4), 1)
  assert.is(outer.read(0x2104, 4), 2)
  assert.is(map.find(0x2fff)?.device.name, "inner")
  assert.is(map.find(0x1fff)?.device.name, "outer")
  assert.is(map.read(0x2004, 4), 1)
  assert.equal(
    map.list().map((region) => region.device.name),
    ["outer", "inner"],
  )
})

bus("nobody answers outside", () => {
  const map = new Bus()
  assert.is(map.read(0, 4), undefined)
  map.map(0x1000, 0x1000, device("a"))
  assert.is(map.read(0xfff, 1), undefined)
  assert.is(map.write(0x2000, 4, 0), false)
  assert.ok(map.isMapped(0x1000, 0x1000))
  assert.not(map.isMapped(0x1000, 0x800))
})

bus("regions that overlap without nesting are refused, and so is the same region twice", () => {
  const map = new Bus()
  map.map(0x1000, 0x1000, device("a"))
  assert.throws(() => map.map(0x1800, 0x1000, device("b")), /b at \[0x1800..0x2800\) overlaps a at/)
  assert.throws(() => map.map(0x1000, 0x1000, device("b")), RangeError)
})

bus.run()

const ram = suite("machine/memory")

function memory(): PhysicalMemory {
  const ranges = [
    { base: 0x4000_0000, size: 0x40_0000 },
    { base: 0x1_0000_0000, size: 0x20_0000 },
  ]
  return new PhysicalMemory(new ArrayBuffer(16 << 20), 0x20_0000, 16 << 20, ranges)
}

ram("bytes written across chunks read back, at addresses above 4 GiB too", () => {
  const it = memory()
  const bytes = Uint8Array.from({ length: 64 }, (_, n) => n + 1)
  it.write(0x401f_ffe0, bytes)
  assert.equal(it.read(0x401f_ffe0, 64), bytes)
  it.writeU32(0x1_0000_0004, 0xdeadbeef)
  assert.is(it.readU32(0x1_0000_0004), 0xdeadbeef)
  it.fill(0x401f_fff0, 32, 7)
  assert.is(it.readU32(0x4020_0000), 0x07070707)
})

ram("an address without RAM, or a range that leaves it, is refused", () => {
  const it = memory()
  assert.is(it.hostOffset(0x3fff_ffff), -1)
  assert.not(it.isRam(0x4040_0000))
  assert.throws(() => it.readU32(0x403f_fffe), /no RAM at/)
  assert.throws(() => it.read(0x5000_0000, 1), /no RAM at/)
})

ram("only chunks with something in them are seen, and reset empties all", () => {
  const it = memory()
  it.hostOffset(0x4000_0000)
  it.writeU32(0x1_0000_0000, 5)
  assert.equal(
    [...it.backed()].map(({ pa }) => pa),
    [0x1_0000_0000],
  )
  const saved = JSON.stringify(it.state())
  it.reset()
  assert.equal([...it.backed()], [])
  assert.is.not(JSON.stringify(it.state()), saved)
  assert.is(it.readU32(0x1_0000_0000), 0)
})

ram("running out of backing says how much there was", () => {
  const it = new PhysicalMemory(new ArrayBuffer(2 << 20), 0, 2 << 20, [{ base: 0, size: 4 << 20 }])
  it.hostOffset(0)
  assert.throws(() => it.hostOffset(0x20_0000), /used up \(2 MiB\)/)
})

ram.run()

const time = suite("machine/clock")

time("events run in the order of their times, and of their scheduling when those are equal", () => {
  const events = new EventQueue()
  const ran: string[] = []
  events.schedule(20, () => ran.push("c"))
  events.schedule(10, () => {
    ran.push("a")
    events.schedule(15, () => ran.push("again"))
  })
  events.schedule(10, () => ran.push("b"))
  events.schedule(12, () => ran.push("never")).cancel()
  assert.is(events.nextDeadlineNs(), 10)
  events.runUntil(15)
  assert.equal(ran, ["a", "b", "again"])
  events.runUntil(20)
  assert.is(ran.at(-1), "c")
  assert.is(events.nextDeadlineNs(), Infinity)
})

time("an earlier deadline is announced, a later one not", () => {
  const events = new EventQueue()
  let told = 0
  events.onEarlier = () => (told += 1)
  events.schedule(10, () => undefined)
  events.schedule(20, () => undefined)
  events.schedule(5, () => undefined)
  assert.is(told, 2)
})

time("ticks and nanoseconds agree at frequencies that do not divide", () => {
  for (const hz of [8_333_333, 62_500_000, 33_333_331, 32_768]) {
    for (const ticks of [1, 7, hz - 1, hz, hz * 100 + 3]) {
      const ns = nsAtTick(ticks, hz)
      assert.is(ticksAt(ns, hz), ticks)
      assert.is(ticksAt(ns - 1, hz), ticks - 1)
    }
  }
})

time("ticks are exact where the product leaves 53 bits", () => {
  for (const hz of [8_333_333, 33_333_331, 1_000_000_007, 62_500_000, 8_000_000, 1_000_000_000]) {
    for (const ns of [999_999_999, 1_234_567_891, 86_399_999_999_999, 8_999_999_999_999_989]) {
      assert.is(
        BigInt(ticksAt(ns, hz) - Math.floor(ns / 1e9) * hz),
        (BigInt(ns % 1e9) * BigInt(hz)) / 10n ** 9n,
      )
    }
  }
})

time("a one-shot timer can be moved, cancelled, saved and taken back", () => {
  const events = new EventQueue()
  let expired = 0
  const timer = new OneShot(events, () => (expired += 1))
  assert.is(timer.state(), -1)
  timer.arm(10)
  timer.arm(20)
  assert.is(timer.state(), 20)
  assert.ok(timer.armed)
  events.runUntil(19)
  assert.is(expired, 0)
  events.runUntil(20)
  assert.is(expired, 1)
  timer.fromState(30)
  timer.fromState(-1)
  events.runUntil(40)
  assert.is(expired, 1)
})

time("a line and a sink to nowhere take everything", () => {
  assert.is(NO_LINE.set(true), undefined)
  assert.is(IGNORE_EVENTS.event("a", "b", {}), undefined)
})

time.run()
