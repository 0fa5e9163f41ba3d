// SPDX-License-Identifier: BSD-2-Clause
//
// Several vCPUs of one VM in machine code: they take turns, exclusives hold across them, events reach all of them,
// and a run is the same however it is translated, cut and spread over cores.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { Assembler } from "./cpu/a64/asm.ts"
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
