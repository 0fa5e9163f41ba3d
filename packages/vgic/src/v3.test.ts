// SPDX-License-Identifier: BSD-2-Clause
//
// What GICv3 has of its own: affinity routing, IROUTER, redistributors.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { gicV3, Testbench } from "./testbench.ts"

const IROUTER = 0x6000
const SGI_BASE = 0x10000

const v3 = suite("vgic: GICv3")

v3("CTLR reads with ARE and DS set, and keeps the group enables", () => {
  const bench = gicV3()
  assert.is(bench.read(0), 0x53)
  bench.write(0, 0)
  assert.is(bench.read(0), 0x50)
})

v3("TYPER has ten INTID bits, PIDR2 revision 3 in both frames", () => {
  const bench = gicV3()
  assert.is(bench.read(4), (9 << 19) | 31)
  assert.is((bench.read(0xffe8) >>> 4) & 15, 3)
  assert.is((bench.readRedistributor(0xffe8) >>> 4) & 15, 3)
  assert.is(bench.read(8) & 0xfff, 0x43b)
  assert.is(bench.readRedistributor(4) & 0xfff, 0x43b)
})

v3("an interrupt is of group 1 by default and injected so", () => {
  const bench = gicV3()
  bench.gic.pulse(42)
  assert.equal(bench.injected, [{ vcpu: 0, intid: 42, priority: 0, group: 1, index: 0 }])
})

v3("private interrupts are not in the distributor but in the redistributor", () => {
  const bench = gicV3()
  for (const offset of [0x080, 0x100, 0x180, 0x200, 0x300, 0x400, 0x41c, 0x800, 0xc00, 0xc04, 0xf10]) {
    bench.write(offset, 0xffffffff)
    assert.is(bench.read(offset), 0, offset.toString(16))
  }
  assert.is(bench.readRedistributor(SGI_BASE + 0x100), 0)
  bench.writeRedistributor(SGI_BASE + 0x100, 1 << 27)
  assert.is(bench.readRedistributor(SGI_BASE + 0x180), 1 << 27)
})

v3("the SGI frame has priorities by bytes, triggers, groups and pending bits", () => {
  const bench = gicV3()
  bench.gic.redistributor?.write(0, SGI_BASE + 0x400 + 27, 1, 0xff)
  assert.is(bench.gic.redistributor?.read(0, SGI_BASE + 0x400 + 27, 1), 0xf8)
  assert.is(bench.readRedistributor(SGI_BASE + 0xc00), 0xaaaaaaaa)
  bench.writeRedistributor(SGI_BASE + 0xc04, 2 << 22)
  assert.is(bench.readRedistributor(SGI_BASE + 0xc04), 2 << 22)
  assert.is(bench.readRedistributor(SGI_BASE + 0x080), 0xffffffff)
  bench.writeRedistributor(SGI_BASE + 0x200, 1 << 3)
  assert.is(bench.readRedistributor(SGI_BASE + 0x280), 1 << 3)
})

v3("the SGI frame has no SPI registers", () => {
  const bench = gicV3()
  for (const offset of [0x104, 0x420, 0xc08, 0x1000]) {
    bench.writeRedistributor(SGI_BASE + offset, 0xffffffff)
    assert.is(bench.readRedistributor(SGI_BASE + offset), 0, offset.toString(16))
  }
})

v3("GICR_TYPER has processor number, affinity, and Last in the last one", () => {
  const bench = new Testbench({ version: 3, vcpus: 2, affinities: [0x100, 0x101] })
  assert.is(bench.gic.redistributor?.size, 2 * 0x20000)
  assert.is(bench.readRedistributor(0x8), 0)
  assert.is(bench.readRedistributor(0xc), 0x100)
  assert.is(bench.readRedistributor(0x20008), 0x110)
  assert.is(bench.readRedistributor(0x2000c), 0x101)
  assert.is(bench.readRedistributor(0x40008), 0, "beyond the last")
  bench.writeRedistributor(0x40014, 2)
})

v3("another vCPU's redistributor can be reached", () => {
  const bench = gicV3(2)
  bench.writeRedistributor(0x20000 + SGI_BASE + 0x100, 1 << 27, 0)
  bench.gic.setLevel(27, true, 1)
  assert.is(bench.injected[0].vcpu, 1)
})

v3("a sleeping redistributor holds interrupts back, ChildrenAsleep follows ProcessorSleep", () => {
  const bench = gicV3()
  bench.writeRedistributor(0x14, 2)
  assert.is(bench.readRedistributor(0x14), 6)
  bench.gic.pulse(42)
  assert.equal(bench.injected, [])
  bench.writeRedistributor(0x14, 0)
  assert.is(bench.readRedistributor(0x14), 0)
  assert.equal(bench.intids(), [42])
})

v3("IROUTER routes by affinity, written by halves", () => {
  const bench = new Testbench({ version: 3, vcpus: 3, affinities: [0, 1, 0x05010203] })
  bench.write(0, 2)
  bench.write(0x104, 0xffffffff)
  bench.write(IROUTER + 8 * 42, 1)
  bench.gic.pulse(42)
  bench.write(IROUTER + 8 * 43, 0x00010203)
  bench.write(IROUTER + 8 * 43 + 4, 0x05)
  bench.gic.pulse(43)
  assert.equal(
    bench.injected.map((entry) => [entry.vcpu, entry.intid]),
    [
      [1, 42],
      [2, 43],
    ],
  )
  assert.is(bench.read(IROUTER + 8 * 43), 0x00010203)
  assert.is(bench.read(IROUTER + 8 * 43 + 4), 5)
})

v3("an SPI routed to an affinity that nobody has stays pending", () => {
  const bench = gicV3(2)
  bench.write(IROUTER + 8 * 42, 9)
  bench.gic.pulse(42)
  assert.equal(bench.injected, [])
  bench.write(IROUTER + 8 * 42, 1)
  assert.is(bench.injected[0].vcpu, 1)
})

v3("with IRM set an SPI goes to a vCPU that is awake and online", () => {
  const bench = gicV3(3)
  bench.write(IROUTER + 8 * 42, 0x80000000)
  assert.is(bench.read(IROUTER + 8 * 42), 0x80000000)
  bench.writeRedistributor(0x14, 2)
  bench.gic.setOnline(1, false)
  bench.gic.pulse(42)
  assert.is(bench.injected[0].vcpu, 2)
  bench.writeRedistributor(0x40014, 2)
  bench.gic.pulse(43)
  bench.write(IROUTER + 8 * 44, 0x80000000)
  bench.gic.pulse(44)
  assert.is(bench.injected.length, 1)
})

v3("IROUTER of private INTIDs and beyond 1019 does not exist", () => {
  const bench = gicV3()
  for (const offset of [0x6000, 0x60f8, 0x7fe0, 0x7fe4]) {
    bench.write(offset, 0xffffffff)
    assert.is(bench.read(offset), 0, offset.toString(16))
  }
})

v3("ten thousand vCPUs are too many, a hundred are not", () => {
  assert.is(new Testbench({ version: 3, vcpus: 100 }).readRedistributor(99 * 0x20000 + 0xc), 0x603)
  assert.throws(() => new Testbench({ version: 3, vcpus: 10000 }), /1\.\.512/)
})

v3.run()
