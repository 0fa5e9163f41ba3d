// SPDX-License-Identifier: BSD-2-Clause
//
// When code is hot: a run's first regions are made after one period of arrivals, others after four.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Assembler } from "../a64/asm.ts"
import { Sandbox } from "../sandbox.ts"

const test = suite("jit/policy")
const CODE = 0x1000
const LOOPS = 260
const FIRST_REGIONS = 256

test("the first 256 regions are made after 16,384 arrivals, those that follow after 65,536", () => {
  const a = new Assembler(CODE)
  const starts = Array.from({ length: LOOPS }, (_, n) => {
    const start = a.here
    a.label(`${n}`).insn("ADD/SUB (immediate)", { sf: 1, op: 0, imm12: n, Rn: 1, Rd: 1 })
    a.to(`${n}`, "B")
    return start
  })
  const box = new Sandbox("default")
  box.load(CODE, a.finish())
  const { translator } = box.runtime
  const regions = () => {
    translator.flush()
    return translator.counts.regions
  }
  for (const start of starts) box.run(start, 2 * 17_000)
  assert.is(regions(), FIRST_REGIONS)
  for (const start of starts.slice(FIRST_REGIONS)) box.run(start, 2 * 40_000)
  assert.is(regions(), FIRST_REGIONS)
  for (const start of starts.slice(FIRST_REGIONS)) box.run(start, 2 * 10_000)
  assert.is(regions(), LOOPS)
})

test.run()
