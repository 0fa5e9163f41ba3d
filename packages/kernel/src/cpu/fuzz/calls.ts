// SPDX-License-Identifier: BSD-2-Clause
//
// Calls for a hostile guest, often enough that regions go on behind them: subroutines where registers point, loops that
// call them, and at the edges of both what is not ordinary there: FP, accesses, registers of EL0, DC ZVA.

import { encode, encodeRow, moveWords } from "../a64/asm.ts"
import type { Row } from "../a64/row.ts"
import { rowsOf } from "../a64/tables/index.ts"
import type { CpuModel } from "../models/index.ts"
import { isLoadStore } from "../oracle/rows.ts"
import type { Random } from "../oracle/random.ts"

const LINK = 30
const SP = 31
const COUNTER = 7
/** MSR and MRS of FPCR, FPSR, NZCV and TPIDR_EL0, of X0. */
const OF_EL0 = [
  0xd51b_4400, 0xd53b_4400, 0xd51b_4420, 0xd53b_4420, 0xd51b_4200, 0xd53b_4200, 0xd51b_d040, 0xd53b_d040,
]
/** MSR FPSR, XZR: what is inexact is to be noted again. */
const CLEAR_FPSR = 0xd51b_443f
const DC_ZVA = 0xd50b_7420

/** Registers that point to data, and those that point to code. */
export interface Places {
  readonly pointers: readonly number[]
  readonly targets: readonly number[]
}

export class CallMaker {
  private readonly fp: readonly Row[]
  private readonly accesses: readonly Row[]
  private readonly places: Places

  constructor(model: CpuModel, places: Places) {
    const rows = rowsOf(model)
    this.fp = rows.filter(({ fp, name }) => fp === true && /^(F(?!MOV)|[SU]CVTF)/.test(name))
    this.accesses = rows.filter(isLoadStore)
    this.places = places
  }

  /** An instruction that is not ordinary at the edge of a call. */
  private edge(random: Random): number {
    const { pointers } = this.places
    const kind = random.below(10)
    if (kind < 6) return this.any(random, random.pick(this.fp), false)
    if (kind < 8) return this.any(random, random.pick(this.accesses), true)
    if (kind === 8) return (random.pick(OF_EL0) | random.pick([0, 1, LINK, 31])) >>> 0
    return random.chance(0.7) ? CLEAR_FPSR : (DC_ZVA | random.pick(pointers)) >>> 0
  }

  private any(random: Random, row: Row, pointed: boolean): number {
    const fields: Record<string, number> = {}
    for (const { name, width } of row.fields) {
      fields[name] = random.below(2 ** width)
      if (pointed && name === "Rn") fields[name] = random.pick(this.places.pointers)
      else if (pointed && name.startsWith("imm")) fields[name] = random.below(8)
      else if (/^R[dt]/.test(name) && random.chance(0.8)) fields[name] = random.pick([0, 1, 2, 3, LINK])
    }
    return encodeRow(row, fields)
  }

  private call(random: Random): number {
    return encode("BLR", { Rn: random.pick(this.places.targets) })
  }

  /** A subroutine, which calls another in some cases; `anything` makes an instruction. */
  subroutine(random: Random, anything: () => number): number[] {
    const isFramed = random.chance(0.3)
    const body = Array.from({ length: random.below(3) }, () =>
      random.chance(0.5) ? this.edge(random) : anything(),
    )
    if (isFramed && random.chance(0.5)) body.push(this.call(random), this.edge(random))
    const pair = { opc: 2, Rt2: LINK, Rn: SP, Rt: 29 }
    const first = random.chance(0.8) ? [this.edge(random)] : []
    const enter = isFramed ? [encode("LDP/STP (pre-index) store", { ...pair, imm7: -2 })] : []
    const leave = isFramed ? [encode("LDP/STP (post-index) load", { ...pair, imm7: 2 })] : []
    return [
      ...(random.chance(0.5) ? [...first, ...enter] : [...enter, ...first]),
      ...body,
      ...leave,
      encode("RET", { Rn: LINK }),
    ]
  }

  /** A loop that calls. */
  loop(random: Random): number[] {
    const body = [
      ...(random.chance(0.5) ? [this.edge(random)] : []),
      this.call(random),
      ...Array.from({ length: random.below(3) }, () => this.edge(random)),
    ]
    return [
      ...moveWords(COUNTER, BigInt(random.between(4, 20))),
      ...body,
      encode("ADD/SUB (immediate)", { sf: 1, op: 1, imm12: 1, Rn: COUNTER, Rd: COUNTER }),
      encode("CBZ/CBNZ", { sf: 1, op: 1, imm19: -body.length - 1, Rt: COUNTER }),
    ]
  }
}
