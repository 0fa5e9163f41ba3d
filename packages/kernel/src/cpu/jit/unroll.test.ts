// SPDX-License-Identifier: BSD-2-Clause
//
// Loops that are written several times: which are, where their ways go, and that they do what the interpreter does.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Assembler, encode } from "../a64/asm.ts"
import { Ours } from "../oracle/ours.ts"
import { Random } from "../oracle/random.ts"
import { BORDER, CODE, END, mismatches, randomState, WINDOW_SIZE } from "../oracle/state.ts"
import { type Block, edges, lengthOf, newBlock } from "./block.ts"
import { found } from "./testing.ts"
import { unroll } from "./unroll.ts"

const test = suite("jit/unroll")
const MOVE = encode("MOV (register)", { sf: 1, Rm: 2, Rd: 3 })
const moves = (a: Assembler, count = 1) => a.word(...Array.from({ length: count }, () => MOVE))

/** Two instructions, a loop of `length` from word 2 on, and a return. */
const loop = (length: number) => (a: Assembler) => {
  moves(a, 2).label("loop")
  moves(a, length - 1)
    .to("loop", "CBZ/CBNZ", { Rt: 0 })
    .insn("RET", { Rn: 30 })
}

const followers = (block: Block | undefined) =>
  block === undefined ? [] : edges(block).map((edge) => edge.block)

test("a short loop that turned often lies in the region four times, and its last copy goes back to the first", () => {
  const region = found(loop(5), (word) => (word < 2 || word > 6 ? 1 : 30))
  assert.is(lengthOf(region.blocks), 2 + 4 * 5 + 1)
  assert.is(region.instructions, 2 + 5 + 1, "a region grows by what it has of the guest, not by copies")
  const copies = region.blocks.filter(({ insns: [first] }) => first.index === 2)
  assert.equal([copies.length, copies[0].copies], [4, 4])
  copies.forEach((copy, n) => assert.is(copy.taken?.block, copies[(n + 1) % 4]))
  assert.equal(
    copies.map(({ loopHeader }) => loopHeader),
    [true, false, false, false],
  )
  const [out] = region.blocks.filter(({ insns: [first] }) => first.index === 7)
  for (const copy of copies) assert.ok(followers(copy).includes(out), "every copy can be left")
  assert.is(out.merge, true)
})

test("a loop that turned seldom, or is long, or has another in it, is written once", () => {
  const rarely = found(loop(5), (word) => (word < 2 || word > 6 ? 10 : 70))
  assert.is(lengthOf(rarely.blocks), 2 + 5 + 1)
  const long = found(loop(65), (word) => (word < 2 || word > 66 ? 1 : 30))
  assert.is(lengthOf(long.blocks), 2 + 65 + 1)
  const nested = found(
    (a) => {
      a.label("outer")
      moves(a).label("inner")
      moves(a, 4)
        .to("inner", "CBZ/CBNZ", { Rt: 0 })
        .to("outer", "CBZ/CBNZ", { Rt: 1 })
        .insn("RET", { Rn: 30 })
    },
    (word) => (word === 7 ? 1 : word === 0 || word === 6 ? 20 : 400),
  )
  assert.is(lengthOf(nested.blocks), 1 + 4 * 5 + 1 + 1)
})

/** Loops of one block of 56 moves, one behind the other, that turned so often; they are numbered and linked. */
function chain(visits: readonly number[]): readonly Block[] {
  const moved = found(loop(5)).blocks.find(({ insns: [first] }) => first.index === 2)?.insns[0]
  assert.ok(moved)
  const blocks = visits.map((turns) => {
    const block = newBlock()
    block.insns.push(...Array.from({ length: 56 }, () => ({ ...moved, visits: turns })))
    return block
  })
  blocks.forEach((block, order) => {
    Object.assign(block, { order, loopHeader: true, taken: { delta: 0, block } })
    block.next = { delta: 0, block: blocks[order + 1] }
    block.predecessors.push(block)
  })
  return blocks
}

test("copies do not add more than a region can bear, and those of the loops that turned most come first", () => {
  const blocks = chain([20, 900, 30, 800, 40, 700, 600, 50])
  assert.ok(unroll(blocks))
  assert.equal(
    blocks.map(({ copies }) => copies),
    [1, 4, 1, 4, 4, 4, 4, 4],
    "six times three copies of 56 are 1,008 instructions",
  )
})

/** A hash of a kind: four words that change places each turn, a look at memory, and a way out in the middle. */
function rounds(random: Random): Uint32Array {
  const a = new Assembler(CODE)
  const move = (Rd: number, Rm: number) => a.insn("MOV (register)", { sf: 0, Rm, Rd })
  a.move(9, random.between(1, 60))
  a.label("loop").insn("LDR/STR (post-index)", {
    size: 2,
    opc: 1,
    imm9: random.pick([4, 7, -4]),
    Rn: 8,
    Rt: 5,
  })
  a.insn("ADD/ADDS/SUB/SUBS (register)", { sf: 0, op: 0, S: 1, Rm: 5, Rn: 3, Rd: 6 })
  a.insn("EXTR", { sf: 0, Rm: 6, imms: random.below(32), Rn: 6, Rd: 6 })
  if (random.below(2) === 1) a.to("end", "TBZ/TBNZ", { op: random.below(2), b40: random.below(32), Rt: 6 })
  move(3, 2)
  move(2, 1)
  move(1, 0)
  move(0, 6)
  const imm12 = random.below(9)
  if (random.below(2) === 1) a.insn("LDR/STR (unsigned offset)", { size: 2, opc: 0, imm12, Rn: 8, Rt: 0 })
  a.insn("ADDS/SUBS (immediate)", { sf: 1, op: 1, imm12: 1, Rn: 9, Rd: 9 })
  a.to("loop", "B.cond", { cond: 1 })
  a.label("end").insn("B", { imm26: (END - a.here) / 4 })
  return a.finish()
}

test("copies of a loop do what the interpreter does, wherever they are left and cut", () => {
  const tiers = [new Ours("off"), new Ours("eager"), new Ours("recorded")]
  const [cold, ...others] = tiers
  for (let seed = 0; seed < 40; seed++) {
    const random = new Random(seed)
    const bytes = new Uint8Array(WINDOW_SIZE).map(() => random.below(256))
    const words = rounds(random)
    for (const tier of tiers) tier.load(words, bytes)
    const state = randomState(random)
    new DataView(state.buffer).setBigUint64(64, BigInt(BORDER - 100), true)
    for (const budget of [10_000, 10_000, 500, 131, 60, 17, 3]) {
      for (const tier of tiers) tier.enter(state)
      for (let pc = CODE; pc !== END; pc = cold.pc) {
        const executed = cold.run(pc, budget)
        for (const tier of others) {
          assert.is(tier.run(pc, budget), executed, `seed ${seed}, pieces of ${budget}`)
          assert.equal(mismatches(tier.result(), cold.result()), [], `seed ${seed}, pieces of ${budget}`)
          assert.is(tier.pc, cold.pc)
        }
      }
    }
  }
  for (const tier of others) assert.ok(tier.sandbox.runtime.translator.counts.regions > 20)
})

test.run()
