// SPDX-License-Identifier: BSD-2-Clause
//
// The registers of the GICv2 distributor as a guest reads and writes them.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { gicV2, Testbench } from "./testbench.ts"

const registers = suite("vgic: GICv2 registers")

registers("TYPER has the number of INTIDs and of vCPUs", () => {
  assert.is(new Testbench({ version: 2, vcpus: 4 }).read(0x4), 31 | (3 << 5))
  assert.is(new Testbench({ version: 2, vcpus: 1, intids: 160 }).read(0x4), 4)
})

registers("CTLR keeps the two group enables and nothing else", () => {
  const bench = gicV2()
  bench.write(0, 0xffffffff)
  assert.is(bench.read(0), 3)
})

registers("IIDR names Arm, PIDR2 revision 2, CIDR the preamble", () => {
  const bench = gicV2()
  assert.is(bench.read(0x8) & 0xfff, 0x43b)
  assert.is((bench.read(0xfe8) >>> 4) & 15, 2)
  assert.equal(
    [0xff0, 0xff4, 0xff8, 0xffc].map((at) => bench.read(at)),
    [0x0d, 0xf0, 0x05, 0xb1],
  )
  assert.is(bench.read(0xfd0), 4)
})

registers("ISENABLER sets, ICENABLER clears, both read the same, zeros change nothing", () => {
  const bench = new Testbench({ version: 2, vcpus: 1 })
  bench.write(0x108, 0x80000001)
  bench.write(0x108, 0)
  assert.is(bench.read(0x108), 0x80000001)
  assert.is(bench.read(0x188), 0x80000001)
  bench.write(0x188, 1)
  assert.is(bench.read(0x108), 0x80000000)
})

registers("SGIs are always enabled, PPIs are banked per vCPU", () => {
  const bench = new Testbench({ version: 2, vcpus: 2 })
  bench.write(0x180, 0xffffffff)
  assert.is(bench.read(0x100), 0xffff)
  bench.write(0x100, 1 << 27, 1)
  assert.is(bench.read(0x100, 0), 0xffff)
  assert.is(bench.read(0x100, 1), 0x0800ffff)
})

registers("INTIDs 1020..1023 do not exist", () => {
  const bench = gicV2()
  bench.write(0x17c, 0xffffffff)
  assert.is(bench.read(0x17c), 0x0fffffff)
  bench.write(0x400 + 1020, 0xffffffff)
  assert.is(bench.read(0x400 + 1020), 0)
})

registers("words beyond the INTIDs that exist read as zero and ignore writes", () => {
  const bench = new Testbench({ version: 2, vcpus: 1, intids: 64 })
  for (const offset of [0x108, 0x208, 0x440, 0x840, 0xc10]) {
    bench.write(offset, 0xffffffff)
    assert.is(bench.read(offset), 0, offset.toString(16))
  }
})

registers("priorities are byte-accessible and keep five bits", () => {
  const bench = gicV2()
  bench.gic.distributor.write(0, 0x400 + 41, 1, 0xff)
  bench.gic.distributor.write(0, 0x400 + 42, 2, 0x5aa7)
  assert.is(bench.read(0x428), 0x58a0f800)
  assert.is(bench.gic.distributor.read(0, 0x400 + 41, 1), 0xf8)
  assert.is(bench.gic.distributor.read(0, 0x400 + 42, 2), 0x58a0)
})

registers("priorities of SGIs and PPIs are banked", () => {
  const bench = gicV2(2)
  bench.gic.distributor.write(1, 0x400 + 27, 1, 0x80)
  assert.is(bench.gic.distributor.read(0, 0x400 + 27, 1), 0)
  assert.is(bench.gic.distributor.read(1, 0x400 + 27, 1), 0x80)
})

registers("ITARGETSR of private interrupts reads the reader's own bit and is read-only", () => {
  const bench = gicV2(4)
  bench.write(0x800, 0xffffffff, 2)
  assert.is(bench.read(0x800, 2), 0x04040404)
  assert.is(bench.gic.distributor.read(3, 0x800 + 31, 1), 8)
})

registers("ITARGETSR of SPIs is byte-accessible and holds only vCPUs that exist", () => {
  const bench = gicV2(2)
  bench.gic.distributor.write(0, 0x800 + 41, 1, 0xfe)
  assert.is(bench.read(0x828), 0x01010201)
})

registers("with one vCPU every SPI targets it, whatever is written", () => {
  const bench = gicV2(1)
  bench.write(0x828, 0)
  assert.is(bench.read(0x828), 0x01010101)
})

registers("ICFGR: SGIs are edge-triggered for good, PPIs and SPIs as written", () => {
  const bench = gicV2()
  bench.write(0xc00, 0)
  assert.is(bench.read(0xc00), 0xaaaaaaaa)
  bench.write(0xc04, 0xffffffff)
  assert.is(bench.read(0xc04), 0xaaaaaaaa)
  bench.write(0xc0c, 0x80000008)
  assert.is(bench.read(0xc0c), 0x80000008)
  bench.gic.distributor.write(0, 0xc0c, 1, 0)
  assert.is(bench.read(0xc0c), 0x80000000, "a byte store leaves the other bytes")
})

registers("IGROUPR is stored, and narrow stores change only their bytes", () => {
  const bench = gicV2()
  bench.write(0x084, 0x12345678)
  bench.gic.distributor.write(0, 0x085, 1, 0xff)
  assert.is(bench.read(0x084), 0x1234ff78)
})

registers("a narrow store to a set or clear register touches only its own bits", () => {
  const bench = gicV2()
  bench.gic.distributor.write(0, 0x10a, 2, 0x8001)
  assert.is(bench.read(0x108), 0x80010000)
  assert.is(bench.gic.distributor.read(0, 0x10b, 1), 0x80)
})

registers("the pending state of an SGI is not writable through ISPENDR", () => {
  const bench = gicV2()
  bench.write(0x200, 0xffff)
  assert.is(bench.read(0x200), 0)
  assert.equal(bench.injected, [])
})

registers("reserved offsets and the GICv3 range read as zero and ignore writes", () => {
  const bench = gicV2()
  for (const offset of [0x0c, 0x40, 0xd00, 0xe00, 0xf00, 0xf40]) {
    bench.write(offset, 0)
    assert.is(bench.read(offset), 0, offset.toString(16))
  }
  bench.write(0x2000, 1)
  assert.is(bench.read(0x2000), 0)
  assert.is(bench.read(0x1fe8), 0)
  assert.is(bench.gic.distributor.size, 0x1000)
  assert.is(bench.gic.redistributor, undefined)
})

registers.run()
