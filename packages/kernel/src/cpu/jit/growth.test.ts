// SPDX-License-Identifier: BSD-2-Clause
//
// When a region grows, and that a grown one goes as the interpreter does.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Assembler } from "../a64/asm.ts"
import type { Handler } from "../a64/decoder.ts"
import { Ours } from "../oracle/ours.ts"
import { Random } from "../oracle/random.ts"
import { CODE, END, mismatches, randomState, WINDOW_SIZE } from "../oracle/state.ts"
import { Graph } from "./graph.ts"
import { GROWN_LIMITS, Growth } from "./growth.ts"
import { GO_ON, type Recording } from "./record.ts"

const test = suite("jit/growth")
const ENTRY = 0x0400_0000

const NOTHING = { handler: { row: {} } as Handler, offset: 0 }

/** Of so many instructions. */
function recording(instructions: number, steps: number, stale = 0): Recording {
  const graph = new Graph(() => NOTHING)
  graph.pageNumber(0, ENTRY)
  for (let word = 0; word < instructions; word++) graph.node(graph.root, 0, word)
  return { graph, entry: undefined, exit: GO_ON, steps, stale }
}

test("a region grows when control stays in recordings that show more of it", () => {
  const growth = new Growth(4_000)
  const { steps, stale } = GROWN_LIMITS
  assert.is(growth.note(ENTRY, recording(500, steps), 100), "grow")
  assert.is(growth.note(ENTRY, recording(500, 20_000, stale + 1), 100), "grow")
  assert.is(growth.note(ENTRY, recording(500, steps), 450), "leave")
  const all = Array.from({ length: 8 }, (_, n) => growth.note(ENTRY, recording(500, (n + 1) * 4_100), 100))
  assert.equal(all, [...Array.from({ length: 7 }, () => "again"), "grow"])
})

test("a region is left as it is when control leaves its recordings soon", () => {
  const growth = new Growth(4_000)
  const soon = Array.from({ length: 2 }, (_, n) => growth.note(ENTRY, recording(500, (n + 1) * 900), 100))
  assert.equal(soon, ["again", "leave"])
  const late = Array.from({ length: 8 }, (_, n) => growth.note(ENTRY, recording(500, (n + 1) * 3_000), 100))
  assert.is(late.at(-1), "leave")
})

test("what was recorded is there for the next recording until code changes, of so many regions at most", () => {
  const growth = new Growth(4_000)
  const first = recording(1, 10)
  growth.note(ENTRY, first, 1)
  assert.is(growth.earlier(ENTRY), first)
  for (let n = 1; n <= 40; n++) growth.note(ENTRY + n * 16, recording(1, 10), 1)
  assert.is(growth.earlier(ENTRY), undefined)
  assert.ok(growth.earlier(ENTRY + 640))
  growth.forget()
  assert.is(growth.earlier(ENTRY + 640), undefined)
})

/** Counts X9 down; of its eight arms the low bits of X1, which a multiplication moves on, choose one. */
function manyWays(): Uint32Array {
  const a = new Assembler(CODE)
  a.move(2, 0x5851f42d)
  a.label("loop").insn("MADD/MSUB", { sf: 1, o0: 0, Rm: 2, Ra: 9, Rn: 1, Rd: 1 })
  for (let arm = 0; arm < 8; arm++) {
    a.to(`not${arm}`, "TBZ/TBNZ", { op: 0, b5: 0, b40: 13 + arm, Rt: 1 })
    a.insn("ADDS/SUBS (immediate)", {
      sf: 1,
      op: arm & 1,
      imm12: 3 * arm + 1,
      Rn: arm % 3,
      Rd: 3 + (arm % 4),
    })
    a.label(`not${arm}`)
  }
  a.insn("ADD/SUB (immediate)", { sf: 1, op: 1, imm12: 1, Rn: 9, Rd: 9 })
  a.to("loop", "CBZ/CBNZ", { sf: 1, op: 1, Rt: 9 })
  a.insn("B", { imm26: (END - a.here) / 4 })
  return a.finish()
}

test("a region of many ways grows, and goes as in the interpreter wherever it is cut", () => {
  const tiers = [new Ours("off"), new Ours("recorded"), new Ours("eager")]
  const words = manyWays()
  for (const tier of tiers) tier.load(words, new Uint8Array(WINDOW_SIZE))
  const random = new Random(11)
  for (let pass = 0; pass < 200; pass++) {
    const state = randomState(random)
    new DataView(state.buffer).setBigUint64(72, BigInt(random.between(1, 60)), true)
    for (const tier of tiers) tier.enter(state)
    for (let pc = CODE; pc !== END; pc = tiers[0].pc) {
      const budget = random.between(1, 400)
      const counts = tiers.map((tier) => tier.run(pc, budget))
      assert.is(new Set(counts).size, 1, `pass ${pass}: ${counts.join(" ")} instructions`)
      for (const tier of tiers) assert.equal(mismatches(tier.result(), tiers[0].result()), [], `pass ${pass}`)
    }
  }
  for (const tier of tiers.slice(1)) assert.ok(tier.sandbox.runtime.translator.counts.grown > 0)
  assert.is(tiers[0].sandbox.runtime.translator.counts.grown, 0)
})

test.run()
