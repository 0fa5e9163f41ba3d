// SPDX-License-Identifier: BSD-2-Clause
//
// The physical half of a GICv2 in the manual's terms (IHI 0048B chapters 3 and 4), by registers.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { GicBench } from "./gic-bench.ts"
import { GicV2 } from "./gicv2.ts"

const D = 0
const C = 1
const CTLR = 0
const IAR = 0x0c
const EOIR = 0x10
const DIR = 0x1000
const ISENABLER = 0x100
const ICENABLER = 0x180
const ISPENDR = 0x200
const ICPENDR = 0x280
const ISACTIVER = 0x300
const IPRIORITYR = 0x400
const ITARGETSR = 0x800
const ICFGR = 0xc00
const SGIR = 0xf00

/** A GIC of which everything is on; SPIs 32 .. 63 go to CPU 0. */
function ready(cpus = 2): GicBench {
  const bench = new GicBench(2, cpus)
  bench.write(D, CTLR, 1)
  for (let cpu = 0; cpu < cpus; cpu += 1) {
    bench.write(C, CTLR, 1, cpu)
    bench.write(C, 4, 0xff, cpu)
  }
  for (let n = 32; n < 64; n += 4) bench.write(D, ITARGETSR + n, 0x01010101)
  return bench
}

const SPI = 40
const BIT = 1 << 8

function raise(bench: GicBench, level: boolean, line = bench.gic.input([0, SPI - 32, 4])): typeof line {
  line.set(level)
  return line
}

const test = suite("machine/gic: GICv2 distributor and CPU interface")

test("it identifies itself as a GIC-400 with 512 INTIDs and its CPUs", () => {
  const bench = new GicBench(2, 4)
  assert.is(bench.read(D, 4), 15 | (3 << 5))
  assert.is(bench.read(D, 0xfe8) & 0xf0, 0x20)
  assert.is(bench.read(D, 0xff0), 0x0d)
  assert.is(bench.read(C, 0xfc), 0x0202143b)
  assert.throws(() => new GicBench(2, 9), /serves 8 CPUs/)
})

test("a level-sensitive SPI goes through pending, active and pending, and inactive", () => {
  const bench = ready()
  bench.write(D, ISENABLER + 4, BIT)
  const line = raise(bench, true)
  assert.equal(bench.irq, [true, false])
  assert.is(bench.read(C, IAR), SPI)
  assert.is(bench.irq[0], false)
  assert.is(bench.read(D, ISACTIVER + 4), BIT)
  assert.is(bench.read(D, ISPENDR + 4), BIT)
  bench.write(C, EOIR, SPI)
  assert.is(bench.irq[0], true)
  line.set(false)
  assert.is(bench.irq[0], false)
  assert.is(bench.read(C, IAR), 1023)
})

test("a disabled SPI stays pending, and a level that went away is forgotten", () => {
  const bench = ready()
  const line = raise(bench, true)
  assert.is(bench.irq[0], false)
  assert.is(bench.read(D, ISPENDR + 4), BIT)
  bench.write(D, ISENABLER + 4, BIT)
  assert.is(bench.irq[0], true)
  bench.write(D, ICENABLER + 4, BIT)
  assert.is(bench.irq[0], false)
  line.set(false)
  assert.is(bench.read(D, ISPENDR + 4), 0)
})

test("an edge is latched while disabled and after the line fell, until it is acknowledged or cleared", () => {
  const bench = ready()
  bench.write(D, ICFGR + 8, 2 << 16)
  assert.is(bench.read(D, ICFGR + 8), 2 << 16)
  const line = raise(bench, true)
  line.set(false)
  assert.is(bench.read(D, ISPENDR + 4), BIT)
  bench.write(D, ICPENDR + 4, BIT)
  assert.is(bench.read(D, ISPENDR + 4), 0)
  line.set(true)
  bench.write(D, ISENABLER + 4, BIT)
  assert.is(bench.read(C, IAR), SPI)
  assert.is(bench.read(D, ISPENDR + 4), 0)
  line.set(false)
  line.set(true)
  assert.is(bench.read(D, ISPENDR + 4), BIT)
  bench.write(C, EOIR, SPI)
  assert.is(bench.irq[0], true)
})

test("a pending bit that software set is cleared by the acknowledge", () => {
  const bench = ready()
  bench.write(D, ISENABLER + 4, BIT)
  bench.write(D, ISPENDR + 4, BIT)
  assert.is(bench.read(C, IAR), SPI)
  bench.write(C, EOIR, SPI)
  assert.is(bench.irq[0], false)
})

test("the highest priority comes first, the lowest INTID among equals", () => {
  const bench = ready()
  bench.write(D, ISENABLER + 4, 0xff)
  bench.write(D, IPRIORITYR + 32, 0xa0a0a0a0)
  bench.write(D, IPRIORITYR + 34, 0x47, 0, 1)
  assert.is(bench.read(D, IPRIORITYR + 34, 0, 1), 0x40)
  bench.write(D, ISPENDR + 4, 0b1110)
  assert.is(bench.read(C, 0x18), 34)
  assert.is(bench.read(C, IAR), 34)
  assert.is(bench.read(C, 0x14), 0x40)
  assert.is(bench.read(C, IAR), 1023)
  bench.write(C, EOIR, 34)
  assert.is(bench.read(C, IAR), 33)
})

test("a higher priority preempts, and priorities drop in order", () => {
  const bench = ready()
  bench.write(D, ISENABLER + 4, 0b11)
  bench.write(D, IPRIORITYR + 32, 0x80)
  bench.write(D, ISPENDR + 4, 1)
  assert.is(bench.read(C, IAR), 32)
  bench.write(D, ISPENDR + 4, 2)
  assert.is(bench.irq[0], true)
  assert.is(bench.read(C, IAR), 33)
  assert.is(bench.read(C, 0x14), 0)
  bench.write(C, EOIR, 33)
  assert.is(bench.read(C, 0x14), 0x80)
  bench.write(C, EOIR, 32)
  assert.is(bench.read(C, 0x14), 0xff)
})

test("the binary point decides what preempts, not what comes first", () => {
  const bench = ready()
  bench.write(C, 8, 7)
  bench.write(D, ISENABLER + 4, 0b11)
  bench.write(D, IPRIORITYR + 32, 0x80)
  bench.write(D, ISPENDR + 4, 1)
  assert.is(bench.read(C, IAR), 32)
  bench.write(D, ISPENDR + 4, 2)
  assert.is(bench.irq[0], false)
  bench.write(C, EOIR, 32)
  assert.is(bench.read(C, IAR), 33)
})

test("an interrupt at or below the priority mask waits", () => {
  const bench = ready()
  bench.write(C, 4, 0x80)
  bench.write(D, ISENABLER + 4, 1)
  bench.write(D, IPRIORITYR + 32, 0x80)
  bench.write(D, ISPENDR + 4, 1)
  assert.is(bench.irq[0], false)
  bench.write(C, 4, 0x88)
  assert.is(bench.irq[0], true)
})

test("with EOImode set, only DIR deactivates", () => {
  const bench = ready()
  bench.write(C, CTLR, 0x201)
  bench.write(D, ISENABLER + 4, 1)
  bench.write(D, ISPENDR + 4, 1)
  bench.read(C, IAR)
  bench.write(C, EOIR, 32)
  assert.is(bench.read(C, 0x14), 0xff)
  assert.is(bench.read(D, ISACTIVER + 4), 1)
  bench.write(C, DIR, 32)
  assert.is(bench.read(D, ISACTIVER + 4), 0)
})

test("an SPI with two targets goes to both until one takes it", () => {
  const bench = ready()
  bench.write(D, ITARGETSR + 32, 3, 0, 1)
  assert.is(bench.read(D, ITARGETSR + 32) & 0xff, 3)
  bench.write(D, ISENABLER + 4, 1)
  bench.write(D, ISPENDR + 4, 1)
  assert.equal(bench.irq, [true, true])
  assert.is(bench.read(C, IAR, 1), 32)
  assert.equal(bench.irq, [false, false])
})

test("PPIs and their registers are banked", () => {
  const bench = ready()
  bench.write(D, ISENABLER, 1 << 27, 1)
  assert.is(bench.read(D, ISENABLER, 0), 0)
  bench.gic.privateLine(0, 27).set(true)
  assert.equal(bench.irq, [false, false])
  bench.gic.privateLine(1, 27).set(true)
  assert.equal(bench.irq, [false, true])
  assert.is(bench.read(D, 0xd00, 1), 1 << 11)
  assert.is(bench.read(D, ITARGETSR + 24, 1), 0x02020202)
})

test("an SGI tells its source, one acknowledge per source", () => {
  const bench = ready(3)
  for (let cpu = 0; cpu < 3; cpu += 1) bench.write(D, ISENABLER, 0xffff, cpu)
  bench.write(D, SGIR, (1 << 24) | 5, 0)
  bench.write(D, SGIR, (2 << 16) | 5, 2)
  assert.equal(bench.irq, [false, true, true])
  assert.is(bench.read(D, 0xf24, 1), 0x0500)
  assert.is(bench.read(C, IAR, 1), 5)
  bench.write(C, EOIR, 5, 1)
  assert.is(bench.read(C, IAR, 1), 5 | (2 << 10))
  bench.write(C, EOIR, 5 | (2 << 10), 1)
  assert.is(bench.irq[1], false)
  bench.write(D, 0xf15, 1, 2, 1)
  assert.is(bench.irq[2], false)
  bench.write(D, 0xf23, 4, 2, 1)
  assert.is(bench.read(C, IAR, 2), 3 | (2 << 10))
  bench.write(D, ISPENDR, 0xffff, 0)
  assert.is(bench.read(D, ISPENDR, 0), 0)
  bench.write(D, SGIR, (2 << 24) | 1, 0)
  assert.is(bench.read(C, IAR, 0), 1)
})

test("a group 1 interrupt reads as 1022 without AckCtl, and by its INTID in the alias", () => {
  const bench = ready()
  bench.write(D, CTLR, 3)
  bench.write(C, CTLR, 3)
  bench.write(D, 0x84, 1)
  bench.write(D, ISENABLER + 4, 1)
  bench.write(D, ISPENDR + 4, 1)
  assert.is(bench.read(C, IAR), 1022)
  assert.is(bench.read(C, 0x28), 32)
  assert.is(bench.read(C, 0x20), 32)
  assert.is(bench.read(C, 0xe0), 1)
  bench.write(C, 0x24, 32)
  assert.is(bench.read(C, 0xe0), 0)
})

test("what a kernel does through the interface is what the registers show", () => {
  const { gic } = new GicBench(2, 2)
  gic.enableCore(1)
  gic.setTarget(70, 1)
  gic.setTrigger(1, 70, "edge")
  gic.setPriority(1, 70, 0xa0)
  gic.setEnabled(1, 70, true)
  const line = gic.input([0, 38, 1])
  line.set(true)
  line.set(false)
  assert.ok(gic.isPending(0, 70))
  assert.ok(gic.isEnabled(0, 70))
  assert.ok(gic.irqLine(1))
  assert.is(gic.acknowledge(1), 70)
  assert.is(gic.acknowledge(1), 1023)
  gic.endOfInterrupt(1, 70)
  assert.not(gic.irqLine(1))
  gic.setEnabled(1, 3, true)
  gic.sendSgi(1, 3, 0)
  assert.is(gic.acknowledge(1), 3)
})

test("an input that does not exist is refused", () => {
  const { gic } = new GicBench(2, 1)
  assert.throws(() => gic.input([0, 480, 4]), /has no input <0 480 4>/)
  assert.throws(() => gic.input([1, 16, 4]), /has no input/)
  gic.input([1, 13, 4]).set(true)
  assert.ok(gic.isPending(0, 29))
})

test("reset forgets what was programmed and keeps the levels of the lines", () => {
  const bench = ready()
  bench.write(D, ISENABLER + 4, BIT)
  raise(bench, true)
  bench.gic.reset()
  assert.is(bench.irq[0], false)
  assert.is(bench.read(D, ISENABLER + 4), 0)
  assert.is(bench.read(D, ISPENDR + 4), BIT)
})

test("a saved state makes another GIC drive the same lines", () => {
  const bench = ready()
  bench.write(D, ISENABLER + 4, BIT)
  raise(bench, true)
  const other = new GicBench(2, 2)
  other.gic.fromState(JSON.parse(JSON.stringify(bench.gic.state())))
  assert.equal(other.irq, [true, false])
  assert.is(other.read(C, IAR), SPI)
  assert.throws(() =>
    new GicV2({ path: "gic", cpuCount: 1, initiator: { cpu: 0 } }).fromState(bench.gic.state()),
  )
})

test.run()
