// SPDX-License-Identifier: BSD-2-Clause
//
// Accesses that RAM does not answer, from translated code that stays where it is: a guest that tries every form of
// load and store on emulated registers sees what it sees in the interpreter, and so does the VMM.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { type EmulatedRegisters, type Microkit, TCB_PC, TCB_SPSR, TCB_X } from "../../api/index.ts"
import { type MachineClock, RealClock, VirtualClock } from "../../clock.ts"
import { RAM_BASE } from "../../testing/fake-platform.ts"
import { type RealRig, realRig } from "../../testing/real-cpus.ts"
import { Assembler } from "../a64/asm.ts"
import type { Translation } from "../runtime.ts"
import { found } from "./testing.ts"

const test = suite("jit/in-place")

const DEVICE = 0x1000_0000
const ROUNDS = 300
const TRANSLATIONS: readonly Translation[] = ["off", "recorded", "eager"]

interface Seen {
  readonly rig: RealRig
  /** What the VMM was asked, in order. */
  readonly calls: readonly string[]
}

/** Called with the number of the access, before it is answered. */
type Device = (microkit: Microkit, at: number) => void

/** Time stands still. */
const still = () => new RealClock(() => 0)

/** Runs the code against registers whose reads count. */
function run(
  code: Uint32Array,
  translation: Translation,
  cut: number,
  device?: Device,
  clock: MachineClock = still(),
): Seen {
  const calls: string[] = []
  let count = 0
  const rig = realRig({
    code,
    vcpus: 1,
    translation,
    clock,
    registers: (microkit) => {
      const registers: EmulatedRegisters = {
        base: DEVICE,
        size: 0x1000,
        read: (offset, size) => {
          const value = Math.imul(++count, 0x9e37_79b1)
          device?.(microkit, count)
          calls.push(`read ${offset.toString(16)} ${size}`)
          return size === 4 ? value >>> 0 : (value >>> 7) & (size === 2 ? 0xffff : 0xff)
        },
        write: (offset, size, value) => {
          device?.(microkit, ++count)
          calls.push(`write ${offset.toString(16)} ${size} ${value}`)
        },
      }
      return { registers: (_, ipa) => (Math.floor(ipa / 0x1000) * 0x1000 === DEVICE ? registers : undefined) }
    },
  })
  for (let turn = 0; turn < 100_000; turn++) if (rig.kernel.run({ instructions: cut }).kind === "idle") break
  return { rig, calls }
}

/** x1 is the device, x2 memory, x9 the rounds left, x10 the sum of what was read. */
const begin = () =>
  new Assembler(RAM_BASE)
    .move(1, DEVICE)
    .move(2, RAM_BASE + 0x1000)
    .move(9, ROUNDS)
    .move(10, 0)
const sum = (asm: Assembler, n: number) =>
  asm.insn("ADD/ADDS/SUB/SUBS (register)", { sf: 1, op: 0, S: 1, Rm: n, Rn: 10, Rd: 10 })
/** Loads x3 from [base + imm12 * size], or stores it there. */
const offset = (asm: Assembler, size: number, opc: number, imm12: number, Rn = 1) =>
  asm.insn("LDR/STR (unsigned offset)", { size, opc, imm12, Rn, Rt: 3 })
const again = (asm: Assembler) =>
  asm
    .insn("ADD/SUB (immediate)", { sf: 1, op: 1, imm12: 1, Rn: 9, Rd: 9 })
    .to("again", "CBZ/CBNZ", { sf: 1, op: 1, Rt: 9 })
const tell = (asm: Assembler) =>
  asm
    .insn("ADD/SUB (immediate)", { sf: 1, op: 0, imm12: 0, Rn: 10, Rd: 0 })
    .insn("SMC")
    .insn("WFE/WFI", { op: 1 })

/** Every size, signed and not, with flags that wait to be read, RAM in between, one instruction on both. */
function everyForm(): Uint32Array {
  const asm = begin().label("again")
  for (const size of [0, 1, 2]) {
    sum(offset(asm, size, 1, size + 1), 3)
    offset(asm, size, 0, size + 5)
    sum(offset(asm, size, 2, size + 9), 3)
    asm.insn("ADC/ADCS/SBC/SBCS", { sf: 1, op: 0, S: 0, Rm: 3, Rn: 10, Rd: 10 })
  }
  for (const size of [0, 1]) sum(offset(asm, size, 3, 3), 3)
  offset(sum(offset(asm, 3, 1, 0, 2), 3), 3, 0, 0, 2)
  // x4 is the device and RAM by turns.
  asm.insn("ANDS (immediate)", { sf: 1, N: 1, immr: 0, imms: 0, Rn: 9, Rd: 5 })
  asm.insn("CSEL/CSINC/CSINV/CSNEG", { sf: 1, op: 0, op2: 0, cond: 0, Rm: 2, Rn: 1, Rd: 4 })
  sum(offset(asm, 2, 1, 2, 4), 3)
  // What no syndrome describes goes to the VMM as a message, and is stepped over.
  offset(sum(offset(asm, 3, 1, 4), 3), 3, 0, 4)
  return tell(again(asm)).finish()
}

/** A counted loop of loads. */
const counted = () => tell(again(sum(offset(begin().label("again"), 2, 1, 1), 3))).finish()

test("every form of access gives what the interpreter gives, however the run is cut", () => {
  const [first, ...others] = TRANSLATIONS.map((translation) => run(everyForm(), translation, 100_000))
  assert.is(first.rig.said.length, 1)
  assert.ok(first.calls.length > ROUNDS * 10)
  const cut = TRANSLATIONS.map((translation) => run(everyForm(), translation, 37))
  for (const { rig, calls } of [...others, ...cut]) {
    assert.equal(rig.said, first.rig.said)
    assert.equal(calls, first.calls)
    assert.is(rig.word(RAM_BASE + 0x1000), first.rig.word(RAM_BASE + 0x1000))
  }
  for (const { rig } of others)
    assert.is(
      rig.kernel.state.platform.clock.instructions(),
      first.rig.kernel.state.platform.clock.instructions(),
    )
})

test("a handler that stops the vCPU stops it behind the access, with the budget exact", () => {
  const stopped = (translation: Translation) => {
    const { rig, calls } = run(counted(), translation, 100_000, (microkit, at) => {
      if (at === 150) microkit.vcpuStop(0)
    })
    const { cpu } = rig.kernel.state.vcpus[0]
    const x = Array.from({ length: 31 }, (_, n) => cpu.reg(n))
    return { calls: calls.length, pc: cpu.pc, x, pstate: cpu.pstate, count: cpu.icount() }
  }
  const [first, ...others] = TRANSLATIONS.map(stopped)
  assert.is(first.calls, 150)
  for (const other of others) assert.equal(other, first)
})

/** The same with a comparison before the load, whose flags are read behind it: as they are kept in between. */
function compared(): Uint32Array {
  const asm = begin().label("again")
  asm.insn("ADDS/SUBS (immediate)", { sf: 1, op: 1, imm12: 150, Rn: 9, Rd: 31 })
  offset(asm, 2, 1, 1)
  sum(asm, 3)
  asm.insn("ADC/ADCS/SBC/SBCS", { sf: 1, op: 0, S: 0, Rm: 9, Rn: 10, Rd: 10 })
  return tell(again(asm)).finish()
}

test("a handler sees the registers of the guest, and what it sets holds", () => {
  const seen = (translation: Translation) => {
    const saw: string[] = []
    const { rig } = run(compared(), translation, 100_000, (microkit, at) => {
      const fields = [TCB_PC, TCB_SPSR, TCB_X[3], TCB_X[9], TCB_X[10]]
      saw.push(fields.map((field) => microkit.vcpuReadTcb(0, field)).join(" "))
      if (at === 200) microkit.vcpuWriteTcb(0, TCB_X[9], 5n)
    })
    return { said: rig.said, saw }
  }
  const [first, ...others] = TRANSLATIONS.map(seen)
  assert.is(first.saw.length, 204)
  assert.is(new Set(first.saw.map((line) => Number(line.split(" ")[1]) >>> 28)).size, 3, "more, less, same")
  for (const other of others) assert.equal(other, first)
})

/** Reads the counter, the CPU's number and what is pending, with a comparison's flags kept over them. */
function readingRegisters(): Uint32Array {
  const asm = begin().label("again")
  asm.insn("ADDS/SUBS (immediate)", { sf: 1, op: 1, imm12: 150, Rn: 9, Rd: 31 })
  const read = (op1: number, CRn: number, CRm: number, op2: number) =>
    asm.insn("MRS/SYSL", { op0: 3, op1, CRn, CRm, op2, Rt: 3 })
  read(3, 14, 0, 2)
  asm.insn("ADC/ADCS/SBC/SBCS", { sf: 1, op: 0, S: 0, Rm: 3, Rn: 10, Rd: 10 })
  asm.insn("EXTR", { sf: 1, N: 1, imms: 5, Rm: 10, Rn: 10, Rd: 10 })
  sum(read(0, 0, 0, 5), 3)
  sum(read(0, 12, 1, 0), 3)
  return tell(again(asm)).finish()
}

test("registers that the host knows are read where they are, at the instruction that they count", () => {
  const region = found((a) => {
    a.insn("MRS/SYSL", { op0: 3, op1: 3, CRn: 14, CRm: 0, op2: 2, Rt: 3 })
    a.insn("ADD/SUB (immediate)", { sf: 1, imm12: 1, Rn: 3, Rd: 3 }).insn("RET", { Rn: 30 })
  })
  assert.is(region.instructions, 3)
  for (const cut of [100_000, 37]) {
    const said = TRANSLATIONS.map(
      (translation) => run(readingRegisters(), translation, cut, undefined, new VirtualClock()).rig.said,
    )
    assert.is(said[0].length, 1)
    assert.equal(said[1], said[0])
    assert.equal(said[2], said[0])
  }
})

test.run()
