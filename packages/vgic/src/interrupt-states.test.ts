// SPDX-License-Identifier: BSD-2-Clause
//
// What a person sees of the interrupts.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { gicV2, Testbench } from "./testbench.ts"

const test = suite("vgic: interrupts as data")

test("enabled, pending, active and driven interrupts are shown, others and SGIs are not", () => {
  const bench = gicV2()
  bench.write(0x104, 0x100) // enables 40 again
  bench.write(0x184, 0xfe00) // disables 41 .. 47
  bench.gic.setLevel(41, true)
  bench.gic.pulse(40)
  bench.gic.setLevel(27, true)
  const shown = bench.gic.view()
  assert.is(shown.on, true)
  assert.equal(shown.interrupts, [
    { intid: 27, vcpu: 0, enabled: false, pending: true, active: false, line: true, trigger: "level" },
    { intid: 40, vcpu: -1, enabled: true, pending: false, active: true, line: false, trigger: "level" },
    { intid: 41, vcpu: -1, enabled: false, pending: true, active: false, line: true, trigger: "level" },
  ])
})

test("private interrupts are shown for each vCPU, and a distributor that is off says so", () => {
  const bench = new Testbench({ version: 3, vcpus: 2 })
  bench.gic.setLevel(27, true, 1)
  const shown = bench.gic.view()
  assert.is(shown.on, false)
  assert.equal(
    shown.interrupts.map(({ intid, vcpu }) => [intid, vcpu]),
    [[27, 1]],
  )
})

test.run()
