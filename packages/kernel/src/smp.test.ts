// SPDX-License-Identifier: BSD-2-Clause
//
// Several vCPUs of one VM in machine code: they take turns, exclusives hold across them, events reach all of them,
// and a run is the same however it is translated, cut and spread over cores.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { Assembler, encode } from "./cpu/a64/asm.ts"
import type { Translation } from "./cpu/runtime.ts"
import { RAM_BASE } from "./testing/fake-platform.ts"
import { type RealOptions, type RealRig, realRig } from "./testing/real-cpus.ts"

const test = suite("kernel: several vCPUs")

/** What the vCPUs share. */
const SHARED = RAM_BASE + 0x1000
const FLAG = RAM_BASE + 0x1040

/** x1 is SHARED, x2 is FLAG; x0 stays the vCPU's number. */
const begin = () => new Assembler(RAM_BASE).move(1, SHARED).move(2, FLAG)
const load = (asm: Assembler, rt: number, rn: number) =>
  asm.insn("LDR/STR (unsigned offset)", { size: 3, opc: 1, Rn: rn, Rt: rt })
const store = (asm: Assembler, rt: number, rn: number) =>
  asm.insn("LDR/STR (unsigned offset)", { size: 3, opc: 0, Rn: rn, Rt: rt })
const ldxr = (asm: Assembler, rt: number, rn: number) =>
  asm.insn("LDXR/LDAXR", { size: 3, Rs: 31, Rt2: 31, Rn: rn, Rt: rt })
const stxr = (asm: Assembler, rs: number, rt: number, rn: number) =>
  asm.insn("STXR/STLXR", { size: 3, Rs: rs, Rt2: 31, Rn: rn, Rt: rt })
const add = (asm: Assembler, rd: number, value: number) =>
  asm.insn("ADD/SUB (immediate)", { sf: 1, op: value < 0 ? 1 : 0, imm12: Math.abs(value), Rn: rd, Rd: rd })
/** Counts x9 down from `rounds`. */
const spin = (asm: Assembler, name: string, rounds: number) =>
  add(asm.move(9, rounds).label(name), 9, -1).to(name, "CBZ/CBNZ", { sf: 1, op: 1, Rt: 9 })
/** Tells x0, then waits for good. */
const tellAndRest = (asm: Assembler) => asm.insn("SMC").insn("WFE/WFI", { op: 1 })

/** Every vCPU adds 1 to SHARED so many times, by LDXR and STXR; each then tells its number. */
function counting(times: number): Uint32Array {
  const asm = begin().move(10, times).label("again")
  add(ldxr(asm, 3, 1), 3, 1)
  stxr(asm, 4, 3, 1).to("again", "CBZ/CBNZ", { sf: 0, op: 1, Rt: 4 })
  return tellAndRest(add(asm, 10, -1).to("again", "CBZ/CBNZ", { sf: 1, op: 1, Rt: 10 })).finish()
}

/** vCPU 0 opens its monitor, spins, stores and tells the status; the others store what was there before. */
function overtaken(rounds: number): Uint32Array {
  const asm = begin().to("other", "CBZ/CBNZ", { sf: 1, op: 1, Rt: 0 })
  ldxr(asm, 3, 1)
  stxr(spin(asm, "spin", rounds), 0, 3, 1)
  asm.to("tell", "B").label("other")
  store(load(asm, 3, 1), 3, 1)
  return tellAndRest(asm.label("tell")).finish()
}

/** vCPU 1 sets FLAG after a while and sends an event; vCPU 0 waits for FLAG by WFE, counting how often in x0. */
function events(rounds: number): Uint32Array {
  const asm = begin().to("sender", "CBZ/CBNZ", { sf: 1, op: 1, Rt: 0 }).label("wait")
  load(asm, 3, 2).to("done", "CBZ/CBNZ", { sf: 1, op: 1, Rt: 3 })
  add(asm.insn("WFE/WFI", { op: 0 }), 0, 1)
    .to("wait", "B")
    .label("done")
  asm.to("tell", "B").label("sender")
  store(spin(asm, "spin", rounds), 0, 2).insn("SEV/SEVL", { op: 0 })
  return tellAndRest(asm.label("tell")).finish()
}

/** A function that answers a number. */
const CALLED = RAM_BASE + 0x2000
const movz = (rd: number, value: number) => encode("MOVZ", { sf: 1, hw: 0, imm16: value, Rd: rd })

/** vCPU 1 calls a function until FLAG is set and tells its last answer; vCPU 0 writes the function anew meanwhile. */
function rewriting(rounds: number): Uint32Array {
  const asm = begin().move(5, CALLED).to("writer", "CBZ/CBNZ", { sf: 1, op: 0, Rt: 0 }).label("calls")
  load(asm.insn("BLR", { Rn: 5 }), 3, 2).to("calls", "CBZ/CBNZ", { sf: 1, op: 0, Rt: 3 })
  asm.insn("BLR", { Rn: 5 }).to("tell", "B").label("writer")
  spin(asm, "spin", rounds).move(3, movz(0, 222))
  asm.insn("LDR/STR (unsigned offset)", { size: 2, opc: 0, Rn: 5, Rt: 3 })
  store(asm.insn("DSB/DMB"), 5, 2)
  const code = [...tellAndRest(asm.label("tell")).finish()]
  while (code.length < (CALLED - RAM_BASE) / 4) code.push(0)
  return Uint32Array.from([...code, movz(0, 111), encode("RET", { Rn: 30 })])
}

/** A virtual address with a page table entry of its own, and the two pages that it is at in turn. */
const MOVING = RAM_BASE + 0x40_0000
const [TABLES, PAGE_A, PAGE_B] = [RAM_BASE + 0x3000, RAM_BASE + 0x6000, RAM_BASE + 0x7000]
const ENTRY = TABLES + 0x2000
/** Valid, table or page; and access flag, inner shareable, normal memory. */
const [TABLE, BLOCK, PAGE] = [3, 0x701, 0x703]

/** Level 1 of a 39-bit space, level 2 of its second gigabyte, level 3 of what MOVING is in. */
function tables(): number[] {
  const words = Array.from({ length: 0x5000 / 4 }, () => 0)
  const put = (pa: number, value: number) => void (words[(pa - TABLES) / 4] = value)
  put(TABLES + 8, (TABLES + 0x1000) | TABLE)
  put(TABLES + 0x1000, RAM_BASE | BLOCK)
  put(TABLES + 0x1000 + 16, ENTRY | TABLE)
  put(ENTRY, PAGE_A | PAGE)
  put(PAGE_A, 111)
  put(PAGE_B, 222)
  return words
}

const sys = (asm: Assembler, key: readonly [number, number, number, number, number], rt: number) => {
  const [op0, op1, CRn, CRm, op2] = key
  return asm.insn("MSR (register)/SYS", { op0, op1, CRn, CRm, op2, Rt: rt })
}
const [TTBR0, TCR, MAIR, SCTLR] = [
  [3, 0, 2, 0, 0],
  [3, 0, 2, 0, 2],
  [3, 0, 10, 2, 0],
  [3, 0, 1, 0, 0],
] as const

/** vCPU 1 reads MOVING, vCPU 0 moves it with the TLBI of this CRm, vCPU 1 reads it again and tells. */
function moving(crm: number): Uint32Array {
  const asm = begin().move(5, MOVING).move(6, ENTRY)
  sys(asm.move(3, TABLES), TTBR0, 3)
  sys(asm.move(3, 0x19 | (1 << 23)), TCR, 3)
  sys(asm.move(3, 0xff), MAIR, 3)
  sys(asm.move(3, 0x30d0_0801), SCTLR, 3).insn("ISB")
  asm.to("mover", "CBZ/CBNZ", { sf: 1, op: 0, Rt: 0 })
  load(asm, 0, 5)
  store(asm, 5, 1).label("wait")
  load(asm, 3, 2).to("wait", "CBZ/CBNZ", { sf: 1, op: 0, Rt: 3 })
  load(asm, 0, 5).to("tell", "B").label("mover").label("ready")
  load(asm, 3, 1).to("ready", "CBZ/CBNZ", { sf: 1, op: 0, Rt: 3 })
  store(asm.move(3, PAGE_B | PAGE), 3, 6).insn("DSB/DMB")
  sys(asm.move(3, MOVING / 0x1000), [1, 0, 8, crm, 3], 3).insn("DSB/DMB")
  store(asm, 5, 2)
  const code = [...tellAndRest(asm.label("tell")).finish()]
  while (code.length < (TABLES - RAM_BASE) / 4) code.push(0)
  return Uint32Array.from([...code, ...tables()])
}

function ran(options: RealOptions, instructions = 1_000_000): RealRig {
  const made = realRig(options)
  made.kernel.run({ instructions })
  return made
}

test("LDXR and STXR count right whatever the slices are, in every tier and over cores", () => {
  for (const translation of ["off", "default", "eager"] as const) {
    for (const [sliceInstructions, cores] of [
      [7, 1],
      [97, 1],
      [1000, 4],
    ]) {
      const { said, word } = ran({ code: counting(500), vcpus: 4, translation, sliceInstructions, cores })
      assert.is(word(SHARED), 2000n, `${translation}, slices of ${sliceInstructions}`)
      assert.equal([...said].sort(), ["0 0", "1 1", "2 2", "3 3"])
    }
  }
})

test("a store exclusive fails once another vCPU ran, even if memory looks the same", () => {
  const lines = ran({ code: overtaken(2000), vcpus: 2, sliceInstructions: 500 }).said
  assert.ok(lines.includes("0 1"), lines.join())
})

test("it succeeds over ends of slices and cuts of the run when no other vCPU ran", () => {
  const made = realRig({ code: overtaken(2000), vcpus: 1, sliceInstructions: 500 })
  for (let piece = 0; piece < 1000; piece += 1) made.kernel.run({ instructions: 7 })
  assert.equal(made.said, ["0 0"])
})

test("WFE gives the others their turn, and an event of another vCPU ends it", () => {
  const { said, trace } = ran({ code: events(5000), vcpus: 2, sliceInstructions: 1000 })
  const [, sleeps] = /^0 (\d+)$/m.exec(said.join("\n")) ?? []
  const waited = Number(sleeps)
  assert.ok(waited >= 3 && waited <= 30, `vCPU 0 waited ${sleeps} times`)
  const traps = trace.filter((line) => /"exit".*"vm\/0".*"0x7e00001"/.test(line))
  assert.ok(traps.length >= 3 && traps.length <= waited, `${traps.length} WFE of vCPU 0 trapped`)
})

/** vCPU 1 sets FLAG after a while; vCPU 0 asks for it over and over with YIELD in between, counting in x0. */
function yielding(rounds: number): Uint32Array {
  const asm = begin().to("sender", "CBZ/CBNZ", { sf: 1, op: 1, Rt: 0 }).label("wait")
  load(asm, 3, 2).to("done", "CBZ/CBNZ", { sf: 1, op: 1, Rt: 3 })
  add(asm.insn("HINT", { CRm: 0, op2: 1 }), 0, 1)
    .to("wait", "B")
    .label("done")
  asm.to("tell", "B").label("sender")
  store(spin(asm, "spin", rounds), 0, 2)
  return tellAndRest(asm.label("tell")).finish()
}

test("YIELD is a hint: it neither traps nor waits, and the others have their turns by slices", () => {
  const runs = (["off", "default", "eager"] as const).map((translation) =>
    ran({ code: yielding(5000), vcpus: 2, sliceInstructions: 1000, translation }),
  )
  const [first] = runs.map(({ said }) => said)
  assert.match(first.join("\n"), /^0 \d+$/m)
  for (const { said, trace } of runs) {
    assert.equal(said, first, "the same turns in every tier")
    assert.equal(
      trace.filter((line) => /"exit".*"0x7e0000[123]"/.test(line)),
      [],
    )
  }
})

test("code that one vCPU writes is what another executes next, translated or not", () => {
  for (const translation of ["off", "default", "eager"] as const) {
    const { said } = ran({ code: rewriting(30_000), vcpus: 2, translation, sliceInstructions: 1000 })
    assert.ok(said.includes("1 222"), `${translation}: ${said.join()}`)
  }
})

test("TLBI of the inner shareable kind reaches the other vCPUs, the local one does not", () => {
  const [INNER_SHAREABLE, LOCAL] = [3, 7]
  const told = (crm: number) => ran({ code: moving(crm), vcpus: 2, sliceInstructions: 1000, cores: 2 }).said
  assert.ok(told(INNER_SHAREABLE).includes("1 222"))
  assert.ok(told(LOCAL).includes("1 111"))
})

test("eight vCPUs of a GICv2 take turns", () => {
  const { said, word } = ran({ code: counting(100), vcpus: 8, cores: 8, sliceInstructions: 50 })
  assert.is(word(SHARED), 800n)
  assert.is(said.length, 8)
})

test("equal runs: one trace and one RAM in every tier, and however the run is cut", () => {
  const run = (translation: Translation, piece: number) => {
    const made = realRig({ code: counting(3000), vcpus: 4, translation, sliceInstructions: 333 })
    for (let left = 200_000; left > 0; left -= piece) made.kernel.run({ instructions: Math.min(piece, left) })
    return made
  }
  const first = run("default", 200_000)
  assert.is(first.word(SHARED), 12000n)
  for (const [translation, piece] of [
    ["default", 200_000],
    ["off", 1001],
    ["eager", 77],
  ] as const) {
    const other = run(translation, piece)
    assert.equal(other.trace, first.trace, translation)
    assert.ok(Buffer.from(other.ram()).equals(Buffer.from(first.ram())), `${translation}: RAM`)
  }
})

test.run()
