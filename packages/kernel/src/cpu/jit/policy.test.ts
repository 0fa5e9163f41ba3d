// SPDX-License-Identifier: BSD-2-Clause
//
// When code is hot: a run's first regions are made after one period of arrivals, others after four, and early again as
// the run goes on.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Assembler } from "../a64/asm.ts"
import * as L from "../layout.ts"
import { Sandbox } from "../sandbox.ts"
import { Ration } from "./ration.ts"

const test = suite("jit/policy")
const CODE = 0x1000
const LOOPS = 260
const FIRST_REGIONS = 256

/** A machine with so many endless loops, one behind the other, and what to do with them. */
function machine() {
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
  const turn = (loops: readonly number[], turns: number) => {
    for (const start of loops) box.run(start, 2 * turns)
  }
  return { box, starts, regions, turn }
}

test("the first 256 regions are made after 16,384 arrivals, those that follow after 65,536", () => {
  const { starts, regions, turn } = machine()
  const later = starts.slice(FIRST_REGIONS)
  turn(starts, 17_000)
  assert.is(regions(), FIRST_REGIONS)
  turn(later, 40_000)
  assert.is(regions(), FIRST_REGIONS)
  turn(later, 10_000)
  assert.is(regions(), LOOPS)
})

test("a run that has gone on for 33,554,432 instructions may make one more region early", () => {
  const { box, starts, regions, turn } = machine()
  turn(starts.slice(0, FIRST_REGIONS), 17_000)
  box.view.setFloat64(box.cpu + L.ICOUNT_F64, 2 * 2 ** 25 + 5, true)
  turn(starts.slice(FIRST_REGIONS), 17_000)
  assert.is(regions(), FIRST_REGIONS + 2)
})

test("early regions are saved up to a number, whichever CPU executes, and more than that is left as it is", () => {
  const ration = new Ration(5, 3)
  const spend = (times: number) => {
    for (let n = 0; n < times; n++) ration.spend()
    return ration.isLeft
  }
  ration.note(1, 0)
  assert.equal([spend(4), spend(1)], [true, false])
  ration.note(1, 2 ** 24)
  assert.is(ration.isLeft, false)
  ration.note(2, 2 ** 24)
  assert.is(ration.isLeft, true)
  ration.note(1, 2 ** 40)
  assert.equal([spend(2), spend(1)], [true, false])
  ration.note(1, 0)
  assert.is(ration.isLeft, false, "a CPU that begins anew brings nothing")
})

test.run()
