// SPDX-License-Identifier: BSD-2-Clause
//
// The answers as qemu-aarch64 gives them: a program that runs one instruction on all inputs in all modes and
// writes what came out. It is put together with the tables' own assembler.

import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Assembler } from "../../a64/asm.ts"
import { elf } from "../../oracle/elf.ts"
import { ANSWER_SIZE, type Case, INPUT_SIZE } from "./cases.ts"

const CODE = 0x40_0000
const INPUTS = 0x100_0000
const ANSWERS = 0x1000_0000
const SYS = { write: 64, exit: 93 } as const
const FPCR = { op0: 3, op1: 3, CRn: 4, CRm: 4, op2: 0 }
const FPSR = { op0: 3, op1: 3, CRn: 4, CRm: 4, op2: 1 }

/** X20 input, X21 answer, X22 count, X23 FPSR. */
function program({ word, modes, inputs }: Case): Uint32Array {
  const a = new Assembler(CODE)
  const vector = (opc: number, offset: number, Rn: number, Rt: number) =>
    a.insn("LDR/STR (unsigned offset, vector)", { size: 0, opc, imm12: offset / 16, Rn, Rt })
  const store = (Rt: number, offset: number) =>
    a.insn("LDR/STR (unsigned offset)", { size: 3, opc: 0, imm12: offset / 8, Rn: 21, Rt })
  a.move(21, ANSWERS)
  modes.forEach(({ fpcr, fpsr }, n) => {
    a.move(0, fpcr).insn("MSR (register)/SYS", { ...FPCR, Rt: 0 })
    a.move(20, INPUTS)
      .move(22, inputs.length / INPUT_SIZE)
      .move(23, fpsr)
    a.label(`mode ${n}`)
    for (let v = 0; v < 4; v++) vector(3, v * 16, 20, v)
    a.insn("LDR/STR (unsigned offset)", { size: 3, opc: 1, imm12: 2, Rn: 20, Rt: 1 })
    a.move(0, 0).insn("MRS/MSR (NZCV)", { Rt: 0 })
    a.insn("MSR (register)/SYS", { ...FPSR, Rt: 23 })
    a.word(word)
    a.insn("MRS/SYSL", { ...FPSR, Rt: 2 }).insn("MRS/MSR (NZCV)", { L: 1, Rt: 3 })
    a.insn("UBFM/SBFM", { sf: 1, op: 1, N: 1, immr: 32, imms: 31, Rn: 3, Rd: 3 })
    a.insn("ADD/ADDS/SUB/SUBS (register)", { sf: 1, Rn: 2, Rm: 3, Rd: 2 })
    vector(2, 0, 21, 0)
    store(0, 16)
    store(2, 24)
    a.insn("ADD/SUB (immediate)", { sf: 1, imm12: ANSWER_SIZE, Rn: 21, Rd: 21 })
    a.insn("ADD/SUB (immediate)", { sf: 1, imm12: INPUT_SIZE, Rn: 20, Rd: 20 })
    a.insn("ADD/SUB (immediate)", { sf: 1, op: 1, imm12: 1, Rn: 22, Rd: 22 })
    a.to(`mode ${n}`, "CBZ/CBNZ", { sf: 1, op: 1, Rt: 22 })
  })
  a.move(1, ANSWERS).label("write").move(0, 1)
  a.insn("ADD/ADDS/SUB/SUBS (register)", { sf: 1, op: 1, S: 1, Rn: 21, Rm: 1, Rd: 2 })
  a.to("exit", "B.cond", { cond: 0 })
  a.move(8, SYS.write).insn("SVC")
  a.insn("ADD/ADDS/SUB/SUBS (register)", { sf: 1, Rn: 1, Rm: 0, Rd: 1 }).to("write", "B")
  a.label("exit").move(0, 0).move(8, SYS.exit).insn("SVC")
  return a.finish()
}

/** The answers of one case, mode by mode. Throws where qemu does not give them. */
export function answersOfQemu(one: Case): Uint8Array[] {
  const each = (one.inputs.length / INPUT_SIZE) * ANSWER_SIZE
  const size = each * one.modes.length
  const file = elf(CODE, [
    { at: CODE, bytes: new Uint8Array(program(one).buffer), writable: false },
    { at: INPUTS, bytes: one.inputs, writable: true },
    { at: ANSWERS, bytes: new Uint8Array(0), size, writable: true },
  ])
  const folder = mkdtempSync(join(tmpdir(), "fp-answers-"))
  try {
    const path = join(folder, "case")
    writeFileSync(path, file, { mode: 0o755 })
    const result = spawnSync("qemu-aarch64", ["-cpu", "cortex-a53", path], { maxBuffer: size + 4096 })
    if (result.status !== 0 || result.stdout.length !== size) {
      throw new Error(
        `qemu-aarch64 gave ${result.stdout.length} of ${size} bytes for ${one.name}: ${result.stderr}`,
      )
    }
    const all = new Uint8Array(result.stdout)
    return one.modes.map((_, n) => all.slice(n * each, (n + 1) * each))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
