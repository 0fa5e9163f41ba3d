// SPDX-License-Identifier: BSD-2-Clause
//
// Tables of registers: masks, lanes, aliases, write one to clear, saved state.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { RegisterDevice, RegisterMap } from "./register-device.ts"

const map = new RegisterMap([
  [0x00, "PLAIN", 0x1234_5678, 0x0000_ffff],
  [0x10, "FLAGS", 0x0000_00f0, 0x0000_ff00, { oneToClear: 0xf0 }],
  [0x20, "REQUEST", 0, 0xffff_ffff, { selfClearing: 0x1 }],
  [0x30, "ALIASED", 0x8, 0xffff_ffff, { aliases: true, count: 2, stride: 0x10 }],
])
const make = () => new RegisterDevice("/device", map)

const test = suite("register-device")

test("only writable bits change", () => {
  const device = make()
  device.write(0, 4, 0xffff_ffff)
  assert.is(device.read(0, 4), 0x1234_ffff)
})

test("bytes and halves of a word are lanes", () => {
  const device = make()
  assert.is(device.read(0, 1), 0x78)
  assert.is(device.read(1, 1), 0x56)
  assert.is(device.read(2, 2), 0x1234)
  device.write(1, 1, 0xab)
  assert.is(device.read(0, 4), 0x1234_ab78)
})

test("ones clear flags, zeros and other lanes leave them", () => {
  const device = make()
  device.write(0x11, 1, 0x42)
  assert.is(device.read(0x10, 4), 0x42f0)
  device.write(0x10, 4, 0x30)
  assert.is(device.read(0x10, 4), 0x00c0)
})

test("a self-clearing request is over at once", () => {
  const device = make()
  device.write(0x20, 4, 0x3)
  assert.is(device.read(0x20, 4), 0x2)
})

test("SET, CLR and TOG change single bits and read as the register", () => {
  const device = make()
  device.write(0x34, 4, 0x3)
  assert.is(device.read(0x30, 4), 0xb)
  device.write(0x38, 4, 0x1)
  assert.is(device.read(0x34, 4), 0xa)
  device.write(0x3c, 4, 0xf)
  assert.is(device.read(0x30, 4), 0x5)
  device.write(0x44, 4, 0x1)
  assert.is(device.read(0x40, 4), 0x9)
})

test("what the table does not name is storage", () => {
  const device = make()
  assert.is(device.read(0x100, 4), 0)
  device.write(0x100, 4, 0xdead_beef)
  assert.is(device.read(0x100, 4), 0xdead_beef)
})

test("state comes back, reset forgets it", () => {
  const device = make()
  device.write(0, 4, 0x1)
  device.write(0x100, 4, 7)
  const saved: unknown = JSON.parse(JSON.stringify(device.state()))
  const other = make()
  other.fromState(saved as ReturnType<typeof device.state>)
  assert.is(other.read(0, 4), 0x1234_0001)
  assert.is(other.read(0x100, 4), 7)
  assert.equal(other.state(), device.state())
  other.reset()
  assert.equal(other.state(), {})
})

test("a state that is none is refused", () => {
  assert.throws(() => make().fromState(3), /not a record/)
  assert.throws(() => make().fromState({ "0x0": "x" }), /no number/)
})

test.run()
