// SPDX-License-Identifier: BSD-2-Clause
//
// The physical half of a GICv3 in the manual's terms (IHI 0069 chapters 4 and 12), by registers.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { GicBench } from "./gic-bench.ts"

const D = 0
const R = 1
const FRAME = 0x20000
const SGI = 0x10000

const test = suite("machine/gic: GICv3 distributor and redistributors")

test("it identifies itself as architecture revision 3 with affinity routing in one security state", () => {
  const bench = new GicBench(3, 2)
  assert.is(bench.read(D, 0xffe8), 0x3b)
  assert.is(bench.read(R, 0xffe8), 0x3b)
  assert.is(bench.read(D, 0) & 0x50, 0x50)
  assert.is(bench.read(D, 4) & 0x1f, 30)
})

test("each redistributor tells its CPU's number and affinity, and the last one that it is the last", () => {
  const bench = new GicBench(3, 2)
  assert.is(bench.read(R, 0x08), 0)
  assert.is(bench.read(R, FRAME + 0x08), (1 << 8) | (1 << 4))
  assert.is(bench.read(R, FRAME + 0x0c), 1)
  assert.is(bench.read(R, 2 * FRAME + 0x08), 0)
})

test("a redistributor is awake, sleeps when told and wakes again", () => {
  const bench = new GicBench(3, 1)
  assert.is(bench.read(R, 0x14), 0)
  bench.write(R, 0x14, 2)
  assert.is(bench.read(R, 0x14), 6)
  bench.write(R, 0x14, 0)
  assert.is(bench.read(R, 0x14), 0)
})

test("an SPI goes where its route says", () => {
  const bench = new GicBench(3, 2)
  for (const cpu of [0, 1]) bench.gic.enableCore(cpu)
  bench.write(D, 0x104, 1)
  bench.write(D, 0x204, 1)
  assert.equal(bench.irq, [true, false])
  bench.write(D, 0x6000 + 32 * 8, 1)
  assert.is(bench.read(D, 0x6000 + 32 * 8), 1)
  assert.equal(bench.irq, [false, true])
  bench.write(D, 0x6000 + 32 * 8 + 4, 9)
  assert.equal(bench.irq, [false, false])
  bench.gic.setTarget(32, 0)
  assert.equal(bench.irq, [true, false])
})

test("registers of SGIs and PPIs are in the redistributor, not in the distributor", () => {
  const bench = new GicBench(3, 2)
  bench.gic.enableCore(1)
  bench.write(D, 0x100, 0xffffffff)
  assert.is(bench.read(D, 0x100), 0)
  bench.write(R, FRAME + SGI + 0x100, 1 << 27)
  assert.is(bench.read(R, FRAME + SGI + 0x100), 1 << 27)
  assert.is(bench.read(R, SGI + 0x100), 0)
  bench.write(R, FRAME + SGI + 0x400 + 27, 0xa5, 0, 1)
  assert.is(bench.read(R, FRAME + SGI + 0x400 + 24), 0xa0000000)
  assert.is(bench.read(R, FRAME + SGI + 0x400 + 27, 0, 1), 0xa0)
  bench.gic.privateLine(1, 27).set(true)
  assert.equal(bench.irq, [false, true])
  bench.write(R, FRAME + SGI + 0xc04, 0xffffffff)
  assert.is(bench.read(R, FRAME + SGI + 0xc04), 0xaaaaaaaa)
})

test("an SGI is acknowledged once and without its source", () => {
  const bench = new GicBench(3, 2)
  bench.gic.enableCore(1)
  bench.gic.setEnabled(1, 5, true)
  bench.gic.sendSgi(1, 5, 1)
  assert.is(bench.gic.acknowledge(1), 5)
  bench.gic.endOfInterrupt(1, 5)
  assert.is(bench.gic.acknowledge(1), 1023)
  bench.write(R, FRAME + SGI + 0x200, 1 << 5)
  assert.is(bench.gic.acknowledge(1), 5)
})

test("the memory-mapped CPU interface acknowledges too", () => {
  const bench = new GicBench(3, 1)
  bench.gic.enableCore(0)
  bench.write(D, 0x104, 1)
  bench.write(D, 0x204, 1)
  assert.is(bench.read(2, 0x0c), 32)
  bench.write(2, 0x10, 32)
  assert.is(bench.irq[0], false)
})

test("state goes through a round trip, and reset undoes it", () => {
  const bench = new GicBench(3, 2)
  const fresh = JSON.stringify(bench.gic.state())
  bench.gic.enableCore(1)
  bench.gic.setTarget(40, 1)
  bench.gic.setEnabled(1, 40, true)
  bench.write(D, 0x204, 1 << 8)
  bench.write(R, 0x14, 2)
  const saved = JSON.stringify(bench.gic.state())
  const other = new GicBench(3, 2)
  other.gic.fromState(JSON.parse(saved))
  assert.is(JSON.stringify(other.gic.state()), saved)
  assert.equal(other.irq, [false, true])
  other.gic.reset()
  assert.is(JSON.stringify(other.gic.state()), fresh)
})

test.run()
