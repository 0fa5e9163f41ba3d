// SPDX-License-Identifier: BSD-2-Clause
//
// Regions found in small pieces of assembled code: blocks, order, loops, what becomes an exit.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { type Assembler, encode } from "../a64/asm.ts"
import { type Block, edges } from "./block.ts"
import { MAX_EXPLORED } from "./explore.ts"
import { at, found, regionOf } from "./testing.ts"

const test = suite("jit/blocks")
const PAGE = 0x1000

const nop = (a: Assembler, count = 1) => a.word(...Array.from({ length: count }, () => encode("HINT")))
const ifZero = (a: Assembler, label: string) => a.to(label, "CBZ/CBNZ", { Rt: 1 })

test("straight code up to a return is one block", () => {
  const region = found((a) => nop(a, 3).insn("RET", { Rn: 30 }))
  assert.equal([region.blocks.length, region.instructions], [1, 4])
  assert.equal(edges(region.entry), [])
})

test("a system instruction is left to the interpreter", () => {
  const region = found((a) => nop(a, 2).insn("SVC"))
  assert.is(region.instructions, 2)
  assert.equal(region.entry.next, { delta: 8, block: undefined })
  assert.is(
    regionOf(() => encode("SVC")),
    undefined,
  )
  assert.is(
    regionOf(() => 0),
    undefined,
  )
})

test("a diamond has one merge, dominated by its head", () => {
  const region = found((a) => {
    ifZero(a, "else")
    nop(a).to("join", "B").label("else")
    nop(a).label("join").insn("RET", { Rn: 30 })
  })
  const join = at(region, 4)
  assert.equal([join.merge, join.loopHeader, join.idom === region.entry], [true, false, true])
  assert.is(join.predecessors.length, 2)
  assert.equal(
    region.blocks.map(({ order }) => order),
    [0, 1, 2, 3],
  )
})

test("a loop has a header that dominates what jumps back to it", () => {
  const region = found((a) => {
    nop(a).label("loop")
    nop(a).to("loop", "CBZ/CBNZ", { Rt: 0 }).insn("RET", { Rn: 30 })
  })
  const header = at(region, 1)
  assert.equal([header.loopHeader, header.merge], [true, false])
  const back = region.blocks.filter(({ taken }) => taken?.block === header)
  assert.is(back.length, 1)
  for (let block: Block | undefined = back[0]; block !== header; block = block?.idom) assert.ok(block)
})

test("a loop with two ways in keeps one of them", () => {
  const region = found((a) => {
    ifZero(a, "second")
    a.label("first")
    nop(a).label("second")
    nop(a).to("first", "CBZ/CBNZ", { Rt: 2 }).insn("RET", { Rn: 30 })
  })
  for (const block of region.blocks) {
    for (const edge of [block.taken, block.next]) {
      const to = edge?.block
      if (to === undefined || to.order > block.order) continue
      let above: Block | undefined = block
      while (above !== to && above !== region.entry) above = above?.idom
      assert.is(above, to, "a back edge goes to what dominates it")
    }
  }
  const exits = region.blocks
    .flatMap(({ taken, next }) => [taken, next])
    .filter((edge) => edge && !edge.block)
  assert.is(exits.length, 1)
})

test("a branch to a page without code is an exit", () => {
  const region = found((a) => nop(a).insn("CBZ/CBNZ", { imm19: 2000, Rt: 0 }).insn("B", { imm26: -2000 }))
  assert.equal(region.entry.taken, { delta: 2001 * 4, block: undefined })
  assert.equal(at(region, 2).taken, { delta: -1998 * 4, block: undefined })
})

test("code that runs off the page goes on in the next, if that is known", () => {
  const on = (last: number) => (index: number) => (index < last ? encode("HINT") : undefined)
  const both = regionOf(on(2 * PAGE), 1022)
  assert.equal(both?.pages.slice(0, 2), [
    { decoded: 0, delta: 0 },
    { decoded: 1024, delta: PAGE },
  ])
  const one = regionOf(on(1024), 1022)
  assert.equal([one?.instructions, one?.entry.next], [2, { delta: PAGE, block: undefined }])
})

test("a function that is called twice lies in the region twice, and returns to where it was called", () => {
  const region = found((a) => {
    a.to("function", "BL").to("function", "BL").insn("SVC")
    a.label("function")
    nop(a, 2).insn("RET", { Rn: 30 })
  })
  assert.is(region.instructions, 2 + 2 * 3)
  const returns = region.blocks.flatMap(({ indirect }) => indirect.map(({ delta }) => delta))
  assert.equal(returns, [4])
})

test("a function that calls itself is followed some calls deep", () => {
  const region = found((a) => {
    a.label("self")
    nop(a).to("self", "BL").insn("RET", { Rn: 30 })
  })
  assert.ok(region.instructions > 6 && region.instructions < 40)
  assert.ok(region.blocks.some(({ taken }) => taken !== undefined && taken.block === undefined))
})

test("regions are bounded in instructions", () => {
  const long = regionOf(() => encode("HINT"))
  assert.is(long?.instructions, MAX_EXPLORED)
  const wide = regionOf(() => encode("CBZ/CBNZ", { imm19: 300, Rt: 0 }))
  assert.ok(wide && wide.instructions <= MAX_EXPLORED)
})

test("flags live into a block only where they are read before they are set", () => {
  const region = found((a) => {
    a.insn("ADDS/SUBS (immediate)", { sf: 1, op: 1, imm12: 1, Rn: 0, Rd: 0 })
    a.to("reads", "B.cond", { cond: 0 })
    nop(a).insn("ADDS/SUBS (immediate)", { sf: 1, imm12: 1, Rn: 1, Rd: 1 }).insn("RET", { Rn: 30 })
    a.label("reads").insn("ADC/ADCS/SBC/SBCS", { Rm: 1, Rn: 1, Rd: 1 }).insn("RET", { Rn: 30 })
  })
  assert.equal(
    [0, 2, 5].map((word) => at(region, word).flagsLiveIn),
    [false, false, true],
  )
})

test("nobody reads the flags where control leaves the region", () => {
  assert.is(found((a) => nop(a).insn("RET", { Rn: 30 })).entry.flagsLiveIn, false)
})

test.run()
