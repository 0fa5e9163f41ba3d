// SPDX-License-Identifier: BSD-2-Clause
//
// Regions found in small pieces of assembled code: blocks, order, loops, what becomes an exit.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Assembler, encode } from "../a64/asm.ts"
import { Decoder } from "../a64/decoder.ts"
import { A64 } from "../a64/tables/index.ts"
import { type Block, findRegion, type Insn, MAX_BLOCKS, MAX_INSTRUCTIONS, type Region } from "./blocks.ts"

const test = suite("jit/blocks")
const decoder = new Decoder(A64)

function insn(word: number, index: number): Insn | undefined {
  const found = decoder.find(word)
  const handler = decoder.handlers[found?.handler ?? 0]
  if (found === undefined || handler === undefined) return undefined
  const imm = found.row.imm?.(found.fields) ?? 0
  return { index, handler, offset: typeof imm === "number" ? imm : imm[0] }
}

function regionOf(words: ArrayLike<number>, entry = 0): Region | undefined {
  return findRegion(entry, (index) => (index < words.length ? insn(words[index], index) : undefined))
}

function found(build: (a: Assembler) => void): Region {
  const a = new Assembler(0)
  build(a)
  const region = regionOf(a.finish())
  assert.ok(region)
  return region
}

const at = (region: Region, word: number): Block => {
  const block = region.blocks.find(({ first }) => first === word)
  assert.ok(block, `a block begins at word ${word}`)
  return block
}
const nop = (a: Assembler, count = 1) => a.word(...Array.from({ length: count }, () => encode("HINT")))
const ifZero = (a: Assembler, label: string) => a.to(label, "CBZ/CBNZ", { Rt: 1 })

test("straight code up to a return is one block", () => {
  const region = found((a) => nop(a, 3).insn("RET", { Rn: 30 }))
  assert.equal([region.blocks.length, region.instructions], [1, 4])
  assert.equal([region.entry.taken, region.entry.next, region.entry.stops], [undefined, undefined, false])
})

test("a system instruction is left to the interpreter", () => {
  const region = found((a) => nop(a, 2).insn("SVC"))
  assert.equal([region.instructions, region.entry.stops], [2, true])
  assert.is(regionOf([encode("SVC")]), undefined)
  assert.is(regionOf([0]), undefined)
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
  assert.is(header.taken?.block, header)
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

test("a branch out of the page is an exit", () => {
  const region = found((a) => nop(a).insn("CBZ/CBNZ", { imm19: 2000, Rt: 0 }).insn("B", { imm26: -2000 }))
  assert.equal([region.entry.taken?.word, region.entry.taken?.block], [2001, undefined])
  assert.equal([at(region, 2).taken?.word, at(region, 2).taken?.block], [-1998, undefined])
})

test("code that runs off the page goes on in the next", () => {
  const region = findRegion(1022, (index) => insn(encode("HINT"), index))
  assert.equal(
    [region?.instructions, region?.entry.next?.word, region?.entry.next?.block],
    [2, 1024, undefined],
  )
})

test("regions are bounded in instructions and blocks", () => {
  const long = findRegion(0, (index) => insn(encode("HINT"), index))
  assert.ok(long && long.instructions <= MAX_INSTRUCTIONS)
  const wide = findRegion(0, (index) => insn(encode("CBZ/CBNZ", { imm19: 300, Rt: 0 }), index))
  assert.ok(wide && wide.blocks.length <= MAX_BLOCKS && wide.blocks.length > MAX_BLOCKS / 2)
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

test("flags live out of the region", () => {
  assert.is(found((a) => nop(a).insn("RET", { Rn: 30 })).entry.flagsLiveIn, true)
})

test.run()
