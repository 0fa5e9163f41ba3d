// SPDX-License-Identifier: BSD-2-Clause
//
// Random code for a hostile guest: instructions of every row with registers that often point somewhere, near
// branches, system registers and instructions of every line of the register table, exceptions and returns from
// them, and plain random words. Nothing is kept from going wrong.

import { encode, encodeRow, moveWords } from "../a64/asm.ts"
import type { Row } from "../a64/row.ts"
import { rowsOf } from "../a64/tables/index.ts"
import { type CpuModel, CORTEX_A53 } from "../models/index.ts"
import { groupOf, isLoadStore } from "../oracle/rows.ts"
import type { Random } from "../oracle/random.ts"
import { systemRegisters } from "../sys/sysreg-table.ts"
import { CallMaker } from "./calls.ts"

/** Registers by what they hold at first: values for system registers, instruction words, addresses, code. */
export const VALUES = [8, 9, 10, 11, 12] as const
export const WORDS = [13, 14, 15] as const
export const POINTERS = [16, 17, 18, 19, 20, 21, 22, 23] as const
export const TARGETS = [24, 25, 26, 27, 28] as const

const NEAR = 24
/** SPSR_EL1 of EL0t, EL1t, EL1h, with and without interrupts masked. */
const MODES = [0, 4, 5, 0x3c0, 0x3c4, 0x3c5]

interface Choice {
  readonly weight: number
  readonly make: (random: Random) => readonly number[]
}

function grouped(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(groupOf(row), [...(groups.get(groupOf(row)) ?? []), row])
  return [...groups.values()]
}

export class ProgramMaker {
  private readonly groups: ReadonlyArray<readonly Row[]>
  private readonly keys: readonly number[]
  private readonly choices: readonly Choice[]
  private readonly total: number
  private readonly calls: CallMaker | undefined

  /** `calls`: with subroutines and loops that call them. */
  constructor(model: CpuModel = CORTEX_A53, calls = false) {
    const maker = calls ? new CallMaker(model, { pointers: POINTERS, targets: TARGETS }) : undefined
    this.calls = maker
    const rows = rowsOf(model)
    this.groups = grouped(rows)
    this.keys = systemRegisters(model).map(({ key }) => key)
    this.choices = [
      { weight: 50, make: (random) => [this.anyRow(random)] },
      { weight: 12, make: (random) => [this.branch(random)] },
      { weight: 14, make: (random) => [this.system(random)] },
      { weight: 3, make: (random) => [random.word()] },
      { weight: 4, make: (random) => this.loop(random) },
      { weight: 5, make: (random) => [this.storeIntoCode(random)] },
      { weight: 5, make: (random) => [this.exception(random)] },
      { weight: 2, make: (random) => this.drop(random) },
      { weight: 4, make: (random) => this.maintenance(random) },
      ...(maker === undefined ? [] : [{ weight: 8, make: (random: Random) => maker.loop(random) }]),
    ]
    this.total = this.choices.reduce((sum, { weight }) => sum + weight, 0)
  }

  /** `count` words of code, or a few more. */
  code(random: Random, count: number): number[] {
    const words: number[] = []
    while (words.length < count) {
      let at = random.below(this.total)
      const choice = this.choices.find(({ weight }) => (at -= weight) < 0)
      words.push(...(choice?.make(random) ?? []))
    }
    return words
  }

  /** A subroutine for a place that registers point to, in programs with calls; now and then none. */
  subroutine(random: Random): readonly number[] {
    if (this.calls === undefined || random.chance(0.3)) return []
    return this.calls.subroutine(random, () => this.anyRow(random))
  }

  get hasCalls(): boolean {
    return this.calls !== undefined
  }

  private anyRow(random: Random): number {
    const row = random.pick(random.pick(this.groups))
    const fields: Record<string, number> = {}
    const near = row.flow !== undefined && row.flow !== "next"
    for (const { name, width } of row.fields) {
      fields[name] = random.below(2 ** width)
      if (isLoadStore(row) && name === "Rn") fields[name] = random.chance(0.9) ? random.pick(POINTERS) : 31
      else if (/^R[dt]/.test(name) && random.chance(0.8)) fields[name] = random.below(16)
      else if (isLoadStore(row) && name === "imm12") fields[name] = random.below(64)
      else if (near && /^imm\d/.test(name)) fields[name] = random.between(-NEAR, NEAR)
    }
    return encodeRow(row, fields)
  }

  private branch(random: Random): number {
    const by = random.between(-NEAR, NEAR)
    const Rt = random.below(31)
    return random.pick([
      () => encode("B", { imm26: by }),
      () => encode("BL", { imm26: by }),
      () => encode("B.cond", { imm19: by, cond: random.below(16) }),
      () => encode("CBZ/CBNZ", { sf: random.below(2), op: random.below(2), imm19: by, Rt }),
      () =>
        encode("TBZ/TBNZ", {
          b5: random.below(2),
          op: random.below(2),
          b40: random.below(32),
          imm14: by,
          Rt,
        }),
      () => encode("BR", { Rn: random.pick(TARGETS) }),
      () => encode("BLR", { Rn: random.pick(TARGETS) }),
      () => encode("RET", { Rn: random.chance(0.5) ? 30 : random.pick(TARGETS) }),
    ])()
  }

  /** A few instructions some times over; what they are may well not let it be. */
  private loop(random: Random): number[] {
    const body = Array.from({ length: random.between(1, 6) }, () => this.anyRow(random))
    const back = encode("CBZ/CBNZ", { sf: 1, op: 1, imm19: -body.length - 1, Rt: 7 })
    const count = encode("ADD/SUB (immediate)", { sf: 1, op: 1, imm12: 1, Rn: 7, Rd: 7 })
    return [...moveWords(7, BigInt(random.between(2, 12))), ...body, count, back]
  }

  /** MRS, MSR, SYS or SYSL of something that exists, or nearly. */
  private system(random: Random): number {
    let key = random.pick(this.keys)
    if (random.chance(0.1)) key ^= 1 << random.below(16)
    const Rt = random.pick([random.below(31), ...VALUES, ...POINTERS])
    const read = random.chance(0.35)
    return (0xd500_0000 | (read ? 1 << 21 : 0) | ((key & 0xffff) << 5) | Rt) >>> 0
  }

  private storeIntoCode(random: Random): number {
    const [Rn, Rt] = [random.pick(TARGETS), random.pick(WORDS)]
    return encode("LDR/STR (unsigned offset)", { size: 2, opc: 0, imm12: random.below(200), Rn, Rt })
  }

  private exception(random: Random): number {
    const imm16 = random.below(65536)
    return random.pick([
      () => encode("SVC", { imm16 }),
      () => encode("BRK", { imm16 }),
      () => encode("HVC", { imm16 }),
      () => encode("SMC", { imm16 }),
      () => encode("ERET"),
      () => encode("WFE/WFI", {}) | (random.below(2) << 5),
      () => (0xd500_401f | (random.below(8) << 16) | (random.below(16) << 8) | (random.below(8) << 5)) >>> 0,
      () => random.below(65536),
    ])()
  }

  /** An exception return to somewhere, at some exception level. */
  drop(random: Random): number[] {
    const msr = (key: number, Rt: number) => (0xd500_0000 | (key << 5) | Rt) >>> 0
    return [
      ...moveWords(0, BigInt(random.pick(MODES))),
      msr(0xc200, 0),
      msr(0xc201, random.pick(TARGETS)),
      encode("ERET"),
    ]
  }

  /** A stored instruction or descriptor made to count: DC CVAU, IC IVAU, TLBI, DSB, ISB, in some order. */
  private maintenance(random: Random): number[] {
    const sys = (op1: number, crm: number, op2: number, crn: number, Rt: number) =>
      (0xd508_0000 | (op1 << 16) | (crn << 12) | (crm << 8) | (op2 << 5) | Rt) >>> 0
    const Rt = random.pick([...TARGETS, ...POINTERS])
    const all = [
      sys(3, 11, 1, 7, Rt),
      sys(3, 5, 1, 7, Rt),
      sys(0, 7, random.pick([0, 1, 2, 3, 5, 7]), 8, Rt),
      sys(0, 3, random.pick([0, 1, 2, 3, 5, 7]), 8, Rt),
      0xd503_3f9f,
      0xd503_3fdf,
      sys(0, 8, random.below(4), 7, Rt),
      sys(3, 4, 1, 7, Rt),
    ]
    return Array.from({ length: random.between(1, 4) }, () => random.pick(all))
  }
}
