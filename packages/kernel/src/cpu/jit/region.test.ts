// SPDX-License-Identifier: BSD-2-Clause
//
// Translated code against the interpreter where random sequences do not go: tangled control flow with loops
// of several entries, runs cut anywhere, FP that is closed, misses in the middle.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Assembler, encode } from "../a64/asm.ts"
import * as L from "../layout.ts"
import { HCR_TPC, HCR_TPU, SCTLR_DZE, SCTLR_UCI, SCTLR_UCT } from "../mmu/registers.ts"
import { Ours } from "../oracle/ours.ts"
import { Random } from "../oracle/random.ts"
import { BORDER, CODE, END, mismatches, randomState, WINDOW_SIZE } from "../oracle/state.ts"

const test = suite("jit/region")
const cold = new Ours("off")
const hot = new Ours("eager")
const recorded = new Ours("recorded")
const TIERS = [cold, hot, recorded]
const TANGLES = 80
const FUEL = 9
const window = new Uint8Array(WINDOW_SIZE)

function load(words: ArrayLike<number>): void {
  for (const tier of TIERS) tier.load(words, window)
  hot.forgetCounts()
  recorded.forgetCounts()
}

/** Points into the window; instructions of tangles leave it alone. */
const POINTER = 8

/** One instruction on X0 to X5 that sets or reads flags, goes to memory, or neither. */
function anything(random: Random): number {
  const [Rd, Rn, Rm] = [random.below(6), random.below(6), random.below(6)]
  const sf = random.below(2)
  const cond = random.below(16)
  return random.pick([
    () => encode("ADDS/SUBS (immediate)", { sf, op: random.below(2), imm12: random.below(3), Rn, Rd }),
    () => encode("ADD/ADDS/SUB/SUBS (register)", { sf, op: random.below(2), S: random.below(2), Rm, Rn, Rd }),
    () => encode("AND/ORR/EOR/ANDS (register)", { sf, opc: random.below(4), Rm, Rn, Rd }),
    () => encode("ADC/ADCS/SBC/SBCS", { sf, op: random.below(2), S: random.below(2), Rm, Rn, Rd }),
    () => encode("CCMN/CCMP (register)", { sf, op: random.below(2), Rm, cond, Rn, nzcv: random.below(16) }),
    () =>
      encode("CSEL/CSINC/CSINV/CSNEG", { sf, op: random.below(2), op2: random.below(2), cond, Rm, Rn, Rd }),
    () => encode("ADD/SUB (immediate)", { sf, imm12: 1, Rn, Rd }),
    () => encode("FCMP/FCMPE", { type: sf, E: random.below(2), zero: 0, Rm, Rn }),
    () => access(random, Rd),
    () => access(random, Rd),
    () => encode("FCCMP/FCCMPE", { type: sf, E: 0, Rm, cond, Rn, nzcv: random.below(16) }),
  ])()
}

function access(random: Random, Rt: number): number {
  const [size, opc, imm12] = [random.below(4), random.below(2), random.below(9)]
  return encode("LDR/STR (unsigned offset)", { size, opc, imm12, Rn: POINTER, Rt })
}

/** Blocks that go anywhere among themselves until X9 has counted down. */
function tangle(random: Random): Uint32Array {
  const a = new Assembler(CODE)
  const count = random.between(3, 9)
  a.move(FUEL, random.between(20, 120))
  a.to("end", "ADR", { Rd: 30 })
  for (let block = 0; block < count; block++) {
    a.label(`${block}`)
    for (let n = random.below(4); n > 0; n--) a.word(anything(random))
    a.insn("ADD/SUB (immediate)", { sf: 1, op: 1, imm12: 1, Rn: FUEL, Rd: FUEL })
    a.to("end", "CBZ/CBNZ", { sf: 1, Rt: FUEL })
    for (let n = random.below(3); n > 0; n--) a.word(anything(random))
    const to = `${random.below(count)}`
    const kind = random.below(8)
    if (kind === 0) a.to(to, "B")
    else if (kind === 4) a.to(to, "BL")
    else if (kind === 5) a.insn("RET", { Rn: 30 })
    else if (kind === 6) a.to(to, "ADR", { Rd: 10 }).insn("BR", { Rn: 10 })
    else if (kind === 7) a.to(to, "ADR", { Rd: 10 }).insn("BLR", { Rn: 10 })
    else if (kind === 1)
      a.to(to, "CBZ/CBNZ", { sf: random.below(2), op: random.below(2), Rt: random.below(6) })
    else if (kind < 4) a.to(to, "B.cond", { cond: random.below(16) })
  }
  a.label("end").insn("B", { imm26: (END - a.here) / 4 })
  return a.finish()
}

function same(what: string): void {
  for (const tier of [hot, recorded]) {
    assert.equal(mismatches(tier.result(), cold.result()), [], what)
    assert.is(tier.pc, cold.pc, what)
  }
}

/** Runs all tiers; they execute the same number of instructions. */
function runAll(pc: number, budget: number, what: string): void {
  const executed = cold.run(pc, budget)
  assert.is(hot.run(pc, budget), executed, what)
  assert.is(recorded.run(pc, budget), executed, what)
}

test("tangled control flow goes as in the interpreter, wherever it is cut", () => {
  for (let seed = 0; seed < TANGLES; seed++) {
    const random = new Random(seed)
    load(tangle(random))
    const state = randomState(random)
    new DataView(state.buffer).setBigUint64(8 * POINTER, BigInt(BORDER - 20), true)
    for (let pass = 0; pass < 3; pass++) {
      for (const tier of TIERS) tier.enter(state)
      if (pass === 1) hot.dropTlb()
      runAll(CODE, 10_000, `instructions of tangle ${seed}`)
      same(`tangle ${seed}, pass ${pass}`)
      assert.is(cold.pc, END)
    }
    for (const tier of TIERS) tier.enter(state)
    for (let pc = CODE, run = 0; pc !== END; pc = cold.pc, run++) {
      const budget = random.between(1, 25)
      runAll(pc, budget, `tangle ${seed}, run ${run}`)
      same(`tangle ${seed}, run ${run}`)
    }
  }
  for (const tier of [hot, recorded]) assert.ok(tier.sandbox.runtime.translator.counts.regions > TANGLES)
})

test("FP rows are not run while CPACR_EL1.FPEN is closed, however hot", () => {
  const a = new Assembler(CODE)
  a.insn("ADD/SUB (immediate)", { sf: 1, imm12: 1, Rn: 0, Rd: 0 })
  a.insn("LDR/STR (unsigned offset, vector)", { size: 3, opc: 1, Rn: 1, Rt: 0 })
  a.insn("B", { imm26: (END - a.here) / 4 })
  load(a.finish())
  const state = randomState(new Random(1))
  new DataView(state.buffer).setBigUint64(8, BigInt(BORDER), true)
  for (let pass = 0; pass < 3; pass++) {
    hot.enter(state)
    assert.is(hot.run(CODE, 100), 3)
  }
  const { view, cpu } = hot.sandbox
  view.setInt32(cpu + L.SLOT.CPACR_EL1, 0, true)
  hot.enter(state)
  assert.is(hot.run(CODE, 100), 1, "one instruction, then the trap")
  assert.is(hot.pc, CODE + 4)
  view.setInt32(cpu + L.SLOT.CPACR_EL1, 3 << 20, true)
})

test("a miss in the middle of a block does the access once", () => {
  const a = new Assembler(CODE)
  a.insn("ADD/SUB (immediate)", { sf: 1, imm12: 1, Rn: 0, Rd: 0 })
  a.insn("LDR/STR (pre-index)", { size: 3, opc: 0, imm9: 8, Rn: 1, Rt: 0 })
  a.insn("LDR/STR (post-index)", { size: 3, opc: 1, imm9: -8, Rn: 1, Rt: 2 })
  a.insn("B", { imm26: (END - a.here) / 4 })
  load(a.finish())
  const state = randomState(new Random(2))
  new DataView(state.buffer).setBigUint64(8, BigInt(BORDER - 12), true)
  for (let pass = 0; pass < 4; pass++) {
    hot.dropTlb()
    for (const tier of TIERS) tier.enter(state)
    runAll(CODE, 100, "instructions")
    same(`pass ${pass}`)
  }
})

test("a short loop goes over the end of a page, by step and by index, wherever it is cut", () => {
  const a = new Assembler(CODE)
  a.move(3, 20)
  a.label("loop").insn("LDR/STR (post-index)", { size: 2, opc: 1, imm9: 7, Rn: 1, Rt: 2 })
  a.insn("AND/ORR/EOR/ANDS (register)", { sf: 0, opc: 0, Rm: 6, Rn: 2, Rd: 4 })
  a.insn("LDR/STR (register)", { size: 3, opc: 1, Rm: 4, option: 2, S: 0, Rn: 5, Rt: 7 })
  a.insn("LDR/STR (unsigned offset)", { size: 3, opc: 0, imm12: 30, Rn: 1, Rt: 7 })
  a.insn("ADDS/SUBS (immediate)", { sf: 1, op: 1, imm12: 1, Rn: 3, Rd: 3 })
  a.to("loop", "B.cond", { cond: 1 })
  a.insn("B", { imm26: (END - a.here) / 4 })
  const bytes = new Random(6)
  window.forEach((_, at) => (window[at] = bytes.below(256)))
  load(a.finish())
  const state = randomState(new Random(5))
  const view = new DataView(state.buffer)
  view.setBigUint64(8, BigInt(BORDER - 70), true)
  view.setBigUint64(40, BigInt(BORDER - 128), true)
  view.setBigUint64(48, 0xffn, true)
  for (let budget = 200; budget > 3; budget -= 7) {
    for (const tier of TIERS) tier.enter(state)
    if (budget % 2 === 0) for (const tier of [hot, recorded]) tier.dropTlb()
    for (let pc = CODE; pc !== END; pc = cold.pc) {
      runAll(pc, budget, `pieces of ${budget}`)
      same(`pieces of ${budget}`)
    }
  }
  for (const tier of [hot, recorded]) assert.ok(tier.sandbox.runtime.translator.counts.regions > 0)
  window.fill(0)
})

test("DC ZVA zeroes the block around its address in every tier", () => {
  const a = new Assembler(CODE)
  a.move(3, 10)
  a.label("loop").insn("DC ZVA", { Rt: 1 })
  a.insn("ADD/SUB (immediate)", { sf: 1, imm12: 200, Rn: 1, Rd: 1 })
  a.insn("ADD/SUB (immediate)", { sf: 1, op: 1, imm12: 1, Rn: 3, Rd: 3 })
  a.to("loop", "CBZ/CBNZ", { sf: 1, op: 1, Rt: 3 })
  a.insn("B", { imm26: (END - a.here) / 4 })
  window.fill(0xa5)
  load(a.finish())
  const state = randomState(new Random(4))
  new DataView(state.buffer).setBigUint64(8, BigInt(BORDER - 1000), true)
  for (let pass = 0; pass < 4; pass++) {
    for (const tier of TIERS) tier.enter(state)
    runAll(CODE, 1000, "instructions")
    same(`pass ${pass}`)
    const bytes = cold.sandbox.read(BORDER - 1024, 2048)
    assert.is(bytes.filter((byte) => byte === 0).length, 10 * L.ZVA_SIZE)
  }
  window.fill(0)
})

test("maintenance of what is mapped for reading does nothing, and traps where EL0 may not, in every tier", () => {
  const a = new Assembler(CODE)
  const operations = ["IC IVAU", "DC CVAC", "DC CVAU", "DC CIVAC"]
  a.insn("LDR/STR (unsigned offset)", { size: 3, opc: 1, Rn: 1, Rt: 0 })
  for (const name of operations) a.insn(name, { Rt: 1 })
  a.insn("MRS (CTR_EL0)", { Rt: 2 })
  a.insn("B", { imm26: (END - a.here) / 4 })
  load(a.finish())
  const state = randomState(new Random(5))
  new DataView(state.buffer).setBigUint64(8, BigInt(BORDER), true)
  const pass = (sctlr: number, hcr: number, ctr: number) => {
    for (const { sandbox } of TIERS) {
      sandbox.view.setInt32(sandbox.cpu + L.SLOT.SCTLR_EL1, sctlr, true)
      sandbox.view.setInt32(sandbox.cpu + L.SLOT.HCR_EL2, hcr, true)
      sandbox.view.setInt32(sandbox.cpu + L.SLOT.CTR_EL0, ctr, true)
    }
    for (const tier of TIERS) tier.enter(state)
    runAll(CODE, 100, "instructions")
    same("after maintenance")
    return hot.pc === END ? "end" : (hot.pc - CODE) / 4
  }
  const open = SCTLR_DZE | SCTLR_UCI | SCTLR_UCT
  for (const ctr of [1, 2, 3]) {
    assert.is(pass(open, 0, ctr), "end")
    assert.is(Number(new DataView(cold.result().buffer).getBigUint64(16, true)), ctr)
  }
  assert.is(pass(open & ~SCTLR_UCI, 0, 4), 1)
  assert.is(pass(open, HCR_TPU, 5), 1)
  assert.is(pass(open, HCR_TPC, 6), 2)
  pass(SCTLR_DZE, 0, 0)
})

test("an access that faults leaves the state before it", () => {
  const a = new Assembler(CODE)
  a.insn("ADDS/SUBS (immediate)", { sf: 1, op: 1, imm12: 1, Rn: 0, Rd: 0 })
  a.insn("LDP/STP (post-index) load", { opc: 2, imm7: 2, Rt2: 3, Rn: 1, Rt: 2 })
  a.insn("ADDS/SUBS (immediate)", { sf: 1, imm12: 1, Rn: 2, Rd: 2 })
  a.insn("B", { imm26: (END - a.here) / 4 })
  load(a.finish())
  const good = randomState(new Random(3))
  const bad = good.slice()
  new DataView(good.buffer).setBigUint64(8, BigInt(BORDER), true)
  new DataView(bad.buffer).setBigUint64(8, 0xffff_0000_0000_0000n, true)
  for (const state of [good, good, good, bad]) {
    for (const tier of TIERS) tier.enter(state)
    runAll(CODE, 100, "instructions")
    same("after a fault")
  }
  assert.is(hot.pc, CODE + 4)
})

test.run()
