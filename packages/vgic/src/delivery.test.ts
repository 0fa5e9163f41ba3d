// SPDX-License-Identifier: BSD-2-Clause
//
// From a line, a pulse or a write to a list register: enable, pending, priority, overflow, deactivation.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { gicV2, gicV3, Testbench } from "./testbench.ts"

const ISENABLER = 0x100
const ICENABLER = 0x180
const ISPENDR = 0x200
const ICPENDR = 0x280
const ISACTIVER = 0x300
const ICACTIVER = 0x380

const delivery = suite("vgic: delivery")

delivery("an enabled SPI goes to list register 0 with priority and group", () => {
  const bench = gicV2()
  bench.gic.distributor.write(0, 0x400 + 42, 1, 0xa0)
  bench.gic.pulse(42)
  assert.equal(bench.injected, [{ vcpu: 0, intid: 42, priority: 0xa0 >> 3, group: 0, index: 0 }])
})

delivery("a disabled SPI stays pending and goes out when it is enabled", () => {
  const bench = gicV2()
  bench.gic.pulse(60)
  assert.equal(bench.injected, [])
  assert.is(bench.bit(ISPENDR, 60), 1)
  bench.setBit(ISENABLER, 60)
  assert.equal(bench.intids(), [60])
  assert.is(bench.bit(ISPENDR, 60), 0)
})

delivery("nothing is delivered while the distributor is off, all of it once it is on", () => {
  const bench = new Testbench({ version: 2, vcpus: 1 })
  bench.setBit(ISENABLER, 33)
  bench.gic.pulse(33)
  assert.equal(bench.injected, [])
  bench.write(0, 1)
  assert.equal(bench.intids(), [33])
})

delivery("an interrupt of group 1 waits for EnableGrp1 and is injected as group 1", () => {
  const bench = gicV2()
  bench.setBit(0x080, 41)
  bench.gic.pulse(41)
  assert.equal(bench.injected, [])
  bench.write(0, 3)
  assert.is(bench.injected[0].group, 1)
})

delivery("a level-sensitive interrupt pends again after its end while the line is high", () => {
  const bench = gicV2()
  bench.gic.setLevel(42, true)
  bench.end(42)
  assert.equal(bench.intids(), [42, 42])
  bench.gic.setLevel(42, false)
  bench.end(42)
  assert.equal(bench.intids(), [42, 42])
  assert.is(bench.gic.listed(0), 0)
})

delivery("an edge-triggered interrupt is delivered once per rising edge", () => {
  const bench = gicV2()
  bench.write(0xc00 + 8, 2 << ((42 - 32) * 2))
  bench.gic.setLevel(42, true)
  bench.gic.setLevel(42, true)
  bench.end(42)
  assert.equal(bench.intids(), [42])
  bench.gic.setLevel(42, false)
  bench.gic.setLevel(42, true)
  assert.equal(bench.intids(), [42, 42])
})

delivery("an edge that comes while the interrupt is in a list register is delivered after it", () => {
  const bench = gicV2()
  bench.gic.pulse(42)
  bench.gic.pulse(42)
  assert.equal(bench.intids(), [42])
  assert.is(bench.bit(ISPENDR, 42), 1)
  bench.end(42)
  assert.equal(bench.intids(), [42, 42])
})

delivery("a line that falls before a level-sensitive interrupt is enabled leaves nothing pending", () => {
  const bench = gicV2()
  bench.gic.setLevel(60, true)
  bench.gic.setLevel(60, false)
  bench.setBit(ISENABLER, 60)
  assert.equal(bench.injected, [])
})

delivery("software-set pending is delivered once, and ICPENDR takes it back before", () => {
  const bench = gicV2()
  bench.setBit(ISPENDR, 42)
  bench.end(42)
  assert.equal(bench.intids(), [42])
  bench.setBit(ISPENDR, 60)
  bench.setBit(ICPENDR, 60)
  bench.setBit(ISENABLER, 60)
  assert.equal(bench.intids(), [42])
})

delivery("ICPENDR takes an interrupt back out of its list register, and its source hears of it", () => {
  const bench = gicV2()
  const ended: number[] = []
  bench.gic.onDeactivate(40, (_, intid) => ended.push(intid))
  bench.gic.pulse(40)
  assert.equal(bench.intids(), [40])
  bench.setBit(ICPENDR, 40)
  assert.equal([bench.retracted, ended, bench.gic.listed(0)], [[{ vcpu: 0, index: 0 }], [40], 0])
  bench.gic.pulse(40)
  assert.equal(bench.intids(), [40, 40])
})

delivery("ICPENDR leaves an interrupt alone that the guest has begun", () => {
  const bench = gicV2()
  const ended: number[] = []
  bench.gic.onDeactivate(40, (_, intid) => ended.push(intid))
  bench.gic.pulse(40)
  bench.begun.add("0:0")
  bench.setBit(ICPENDR, 40)
  assert.equal([bench.retracted, ended, bench.gic.listed(0)], [[], [], 1])
  bench.end(40)
  assert.equal(ended, [40])
})

delivery("ICPENDR of a redistributor takes a private interrupt back, of its own vCPU alone", () => {
  const bench = gicV3(2)
  const sgiFrame = (vcpu: number) => vcpu * 0x20000 + 0x10000
  for (const vcpu of [0, 1]) {
    bench.writeRedistributor(sgiFrame(vcpu) + 0x100, 1 << 20)
    bench.writeRedistributor(sgiFrame(vcpu) + 0x014 - 0x10000, 0)
    bench.gic.pulse(20, vcpu)
  }
  bench.writeRedistributor(sgiFrame(1) + ICPENDR, 1 << 20)
  assert.equal(bench.retracted, [{ vcpu: 1, index: 0 }])
})

delivery("a line that is high stays in its list register whatever ICPENDR says", () => {
  const bench = gicV2()
  bench.gic.setLevel(40, true)
  bench.setBit(ICPENDR, 40)
  assert.equal(bench.retracted, [])
})

delivery("ICPENDR does not clear the pending state of a line that is high", () => {
  const bench = gicV2()
  bench.gic.setLevel(60, true)
  bench.setBit(ICPENDR, 60)
  assert.is(bench.bit(ISPENDR, 60), 1)
})

delivery("more interrupts than list registers wait, and the most urgent goes in first", () => {
  const bench = gicV2()
  for (const intid of [40, 41, 42, 43]) bench.gic.pulse(intid)
  bench.gic.distributor.write(0, 0x400 + 44, 1, 0x80)
  bench.gic.distributor.write(0, 0x400 + 45, 1, 0x40)
  bench.gic.distributor.write(0, 0x400 + 46, 1, 0x40)
  for (const intid of [44, 46, 45]) bench.gic.pulse(intid)
  assert.equal(bench.intids(), [40, 41, 42, 43])
  assert.is(bench.gic.listed(0), 4)
  bench.end(42)
  assert.is(bench.injected[4].index, 2, "the register that became free")
  bench.end(40)
  bench.end(41)
  assert.equal(bench.intids().slice(4), [45, 46, 44])
})

delivery("disabling keeps a waiting interrupt out of the list registers, and pending", () => {
  const bench = gicV2()
  for (const intid of [40, 41, 42, 43, 44]) bench.gic.pulse(intid)
  bench.setBit(ICENABLER, 44)
  bench.end(40)
  assert.equal(bench.intids(), [40, 41, 42, 43])
  bench.setBit(ISENABLER, 44)
  assert.equal(bench.intids(), [40, 41, 42, 43, 44])
})

delivery("an interrupt made active by software is held back until ICACTIVER", () => {
  const bench = gicV2()
  bench.setBit(ISACTIVER, 42)
  bench.gic.pulse(42)
  assert.equal(bench.injected, [])
  assert.is(bench.bit(ISACTIVER, 42), 1)
  bench.setBit(ICACTIVER, 42)
  assert.equal(bench.intids(), [42])
})

delivery("an interrupt in a list register reads as active until its end", () => {
  const bench = gicV2()
  bench.gic.pulse(42)
  assert.is(bench.bit(ISACTIVER, 42), 1)
  bench.end(42)
  assert.is(bench.bit(ISACTIVER, 42), 0)
})

delivery("the deactivation callback runs once per end, before the list register is filled again", () => {
  const bench = gicV2()
  const ended: string[] = []
  bench.gic.onDeactivate(42, (vcpu, intid) => {
    ended.push(`${vcpu}:${intid}`)
    bench.gic.setLevel(42, false)
  })
  bench.gic.setLevel(42, true)
  bench.end(42)
  assert.equal(ended, ["0:42"])
  assert.equal(bench.intids(), [42])
})

delivery("a refused injection leaves the interrupt pending and uses the next list register", () => {
  const bench = gicV2()
  bench.refused.add("0:0")
  bench.gic.pulse(42)
  assert.is(bench.injected[0].index, 1)
  assert.match(bench.messages[0], /vIRQ 42 stays pending: the kernel refuses list register 0/)
})

delivery("an interrupt that every list register refuses is delivered at the next maintenance", () => {
  const bench = gicV2()
  for (let index = 0; index < 4; index++) bench.refused.add(`0:${index}`)
  bench.gic.pulse(42)
  assert.is(bench.bit(ISPENDR, 42), 1)
  bench.refused.clear()
  bench.gic.maintenance(0, -1)
  assert.equal(bench.intids(), [42])
})

delivery("maintenance of a list register that holds nothing is logged and harmless", () => {
  const bench = gicV2()
  bench.gic.maintenance(0, 3)
  bench.gic.maintenance(0, 99)
  assert.is(bench.messages.length, 2)
  assert.match(bench.messages[0], /list register 3 of vCPU 0, which holds nothing/)
})

delivery("a PPI belongs to its vCPU alone", () => {
  const bench = gicV2(2)
  bench.setBit(ISENABLER, 27, 1)
  bench.gic.setLevel(27, true, 0)
  assert.equal(bench.injected, [])
  bench.gic.setLevel(27, true, 1)
  assert.is(bench.injected[0].vcpu, 1)
})

delivery("an SPI goes where ITARGETSR says, and to the lowest online vCPU of several", () => {
  const bench = gicV2(4)
  bench.gic.distributor.write(0, 0x800 + 42, 1, 0b0100)
  bench.gic.pulse(42)
  bench.gic.distributor.write(0, 0x800 + 43, 1, 0b1010)
  bench.gic.pulse(43)
  bench.gic.setOnline(1, false)
  assert.equal(
    bench.injected.map((entry) => [entry.vcpu, entry.intid]),
    [
      [2, 42],
      [1, 43],
    ],
  )
})

delivery("an SPI without a target stays pending until it has one", () => {
  const bench = gicV2(2)
  bench.gic.distributor.write(0, 0x800 + 42, 1, 0)
  bench.gic.pulse(42)
  assert.equal(bench.injected, [])
  bench.gic.distributor.write(0, 0x800 + 42, 1, 2)
  assert.is(bench.injected[0].vcpu, 1)
})

delivery("what an offline vCPU held goes to another target, and its SGIs wait for it", () => {
  const bench = gicV2(2)
  bench.write(0xc00 + 8, 2 << ((42 - 32) * 2))
  bench.gic.distributor.write(0, 0x800 + 42, 1, 3)
  bench.gic.pulse(42)
  bench.write(0xf00, (1 << 16) | 5)
  bench.gic.setOnline(0, false)
  assert.equal(
    bench.injected.map((entry) => [entry.vcpu, entry.intid]),
    [
      [0, 42],
      [0, 5],
      [1, 42],
    ],
  )
  bench.gic.setOnline(0, true)
  assert.equal(bench.intids().slice(3), [5])
})

delivery("an INTID without a line is refused with a message", () => {
  const bench = gicV2()
  bench.gic.pulse(3)
  bench.gic.setLevel(1020, true)
  assert.equal(bench.injected, [])
  assert.match(bench.messages[1], /vIRQ 1020 has no line/)
})

delivery("the highest SPI, 1019, is delivered like any other", () => {
  const bench = gicV2()
  bench.setBit(ISENABLER, 1019)
  bench.gic.pulse(1019)
  assert.equal(bench.intids(), [1019])
})

delivery("reset disables everything and forgets latches, but lines keep their level", () => {
  const bench = gicV2()
  bench.gic.pulse(42)
  bench.gic.pulse(60)
  bench.gic.setLevel(61, true)
  bench.gic.reset()
  assert.is(bench.gic.listed(0), 0)
  assert.is(bench.read(0), 0)
  assert.is(bench.bit(ISPENDR, 60), 0)
  assert.is(bench.bit(ISPENDR, 61), 1)
  bench.write(0, 1)
  bench.setBit(ISENABLER, 61)
  assert.equal(bench.intids(), [42, 61])
})

delivery("a saved state goes on where it was", () => {
  const bench = gicV2()
  for (const intid of [40, 41, 42, 43, 44]) bench.gic.pulse(intid)
  const saved = JSON.parse(JSON.stringify(bench.gic.state()))
  const other = new Testbench({ version: 2, vcpus: 1 })
  other.gic.fromState(saved)
  assert.equal(other.injected, [])
  other.gic.maintenance(0, 1)
  assert.equal(other.injected, [{ vcpu: 0, intid: 44, priority: 0, group: 0, index: 1 }])
})

delivery("a state of another shape is refused", () => {
  const saved = gicV2(2).gic.state()
  assert.throws(() => gicV2(1).gic.fromState(saved), /vGIC state: enable has 33 entries, not 32/)
})

delivery("options out of range are refused in words", () => {
  const make = (options: object) => () => new Testbench({ version: 2, vcpus: 1, ...options })
  assert.throws(make({ vcpus: 9 }), /vGICv2: 9 vCPUs; 1\.\.8 are possible/)
  assert.throws(make({ intids: 100 }), /100 INTIDs/)
  assert.throws(make({ listRegisters: 17 }), /17 list registers/)
  assert.throws(make({ affinities: [0, 1] }), /2 affinities for 1 vCPUs/)
})

delivery.run()
