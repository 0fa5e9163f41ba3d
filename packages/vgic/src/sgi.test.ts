// SPDX-License-Identifier: BSD-2-Clause
//
// Software-generated interrupts between vCPUs, GICv2 and GICv3.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { gicV2, gicV3, Testbench } from "./testbench.ts"

const SGIR = 0xf00

/** vCPUs that got an interrupt, in order. */
const targets = (bench: Testbench) => bench.injected.map((entry) => entry.vcpu)

/** A GICv3 with SGIs enabled at every vCPU. */
function withSgis(bench: Testbench, vcpus: number): Testbench {
  for (let vcpu = 0; vcpu < vcpus; vcpu++) bench.writeRedistributor(vcpu * 0x20000 + 0x10100, 0xffff)
  return bench
}

const sgi = suite("vgic: SGIs")

sgi("SGIR reaches the target list", () => {
  const bench = gicV2(4)
  bench.write(SGIR, (0b1010 << 16) | 7, 0)
  assert.equal(targets(bench), [1, 3])
  assert.equal(bench.intids(), [7, 7])
})

sgi("SGIR filter 1 is everyone else, filter 2 the sender, filter 3 nobody", () => {
  const bench = gicV2(3)
  bench.write(SGIR, (3 << 24) | (0b111 << 16) | 1, 1)
  assert.equal(targets(bench), [])
  bench.write(SGIR, (1 << 24) | 1, 1)
  assert.equal(targets(bench), [0, 2])
  bench.write(SGIR, (2 << 24) | 2, 1)
  assert.equal(targets(bench), [0, 2, 1])
})

sgi("the same SGI from two sources is delivered twice, one at a time", () => {
  const bench = gicV2(3)
  bench.write(SGIR, (1 << 16) | 3, 1)
  bench.write(SGIR, (1 << 16) | 3, 2)
  bench.write(SGIR, (1 << 16) | 3, 2)
  assert.equal(bench.intids(), [3])
  assert.is(bench.read(0xf10, 0), 0b100 << 24, "source 2 waits")
  bench.end(3)
  bench.end(3)
  assert.equal(bench.intids(), [3, 3])
})

sgi("SPENDSGIR and CPENDSGIR work per source, by bytes", () => {
  const bench = new Testbench({ version: 2, vcpus: 2 })
  bench.gic.distributor.write(0, 0xf26, 1, 0b11)
  assert.is(bench.read(0xf24), 0b11 << 16)
  assert.is(bench.read(0x200), 1 << 6)
  bench.gic.distributor.write(0, 0xf16, 1, 0b01)
  assert.is(bench.read(0xf14), 0b10 << 16)
  bench.gic.distributor.write(0, 0xf16, 1, 0b10)
  assert.is(bench.read(0x200), 0)
  bench.gic.distributor.write(0, 0xf2f, 1, 0b10)
  bench.write(0, 1)
  assert.equal(bench.intids(), [15])
})

sgi("a vCPU sends to itself through ICC_SGI1R", () => {
  const bench = withSgis(gicV3(), 1)
  bench.gic.sgi1r(0, (5 << 24) | 1, 0)
  assert.equal(bench.injected, [{ vcpu: 0, intid: 5, priority: 0, group: 1, index: 0 }])
})

sgi("ICC_SGI1R with IRM set reaches everyone else", () => {
  const bench = withSgis(gicV3(3), 3)
  bench.gic.sgi1r(1, 2 << 24, 1 << 8)
  assert.equal(targets(bench), [0, 2])
})

sgi("ICC_SGI1R selects by affinity, Aff1 to Aff3", () => {
  const affinities = [0x00000000, 0x00000001, 0x00000100, 0x01020300]
  const bench = withSgis(new Testbench({ version: 3, vcpus: 4, affinities }), 4)
  bench.write(0, 2)
  bench.gic.sgi1r(0, (4 << 24) | 0b10, 0)
  bench.gic.sgi1r(0, (4 << 24) | (1 << 16) | 1, 0)
  bench.gic.sgi1r(0, (4 << 24) | (3 << 16) | 1, (1 << 16) | 2)
  assert.equal(targets(bench), [1, 2, 3])
})

sgi("the range selector reaches Aff0 above 15", () => {
  const bench = withSgis(new Testbench({ version: 3, vcpus: 2, affinities: [0, 17] }), 2)
  bench.write(0, 2)
  bench.gic.sgi1r(0, 0b10, 0)
  assert.equal(targets(bench), [])
  bench.gic.sgi1r(0, 0b10, 1 << 12)
  assert.equal(targets(bench), [1])
})

sgi("a GICv3 SGI that is disabled stays pending", () => {
  const bench = gicV3()
  bench.gic.sgi1r(0, (5 << 24) | 1, 0)
  assert.equal(bench.injected, [])
  assert.is(bench.readRedistributor(0x10200), 1 << 5)
  bench.writeRedistributor(0x10100, 1 << 5)
  assert.equal(bench.intids(), [5])
})

sgi.run()
