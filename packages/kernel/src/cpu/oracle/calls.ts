// SPDX-License-Identifier: BSD-2-Clause
//
// Calls and what is called as compilers write it: BL, and BLR by an address that was just made or lies in a register
// from the start; X30 saved on a stack, in a register or not at all; returns by X30 and by other registers, and calls
// in place of a return. What a sequence with calls keeps for them: registers, a stack, pointers to data.

import { encode } from "../a64/asm.ts"
import { type Area, AREA } from "./memory.ts"
import { SP_WRITTEN } from "./operands.ts"
import type { Random } from "./random.ts"
import { rowOf } from "./rows.ts"
import type { Pointer, Step, Target } from "./sequence.ts"
import { BORDER, S_SP, WINDOW, WINDOW_SIZE } from "./state.ts"

export const LINK = 30
export const FRAME = 29
const SP = 31
const MAX_SUBS = 4
const MAX_FRAME = 48
/** Where data lies when the stack crosses the border of the pages. */
const LOW_AREA: Area = { low: BORDER - 960, high: BORDER - 256 }

const BL = encode("BL")
const JUMP = encode("B")
const MOVE = "AND/ORR/EOR/ANDS (register)"
const ADD = "ADD/SUB (immediate)"

/** What all code of a sequence with calls goes by. */
export interface Plan {
  readonly count: number
  /** Register of the stack, whose frames lie below its initial value; 31: SP. */
  readonly stack: number
  readonly area: Area
  /** Registers that hold addresses in the area, and these addresses. */
  readonly data: ReadonlyMap<number, number>
  readonly pointers: readonly Pointer[]
  /** Loop counters and places for X30, for subroutines to take. */
  readonly spare: readonly number[]
  /** Registers that nothing else writes. */
  readonly kept: ReadonlySet<number>
}

/** Draws a plan, and gives the initial state what it needs. */
export function planCalls(random: Random, state: DataView, counters: readonly number[]): Plan {
  const free = Array.from({ length: FRAME }, (_, n) => n).filter((n) => !counters.includes(n))
  const take = () => free.splice(random.below(free.length), 1)[0]
  const count = random.between(1, MAX_SUBS)
  const stack = random.chance(0.6) ? SP : take()
  const isLow = random.chance(0.5)
  const area = isLow ? LOW_AREA : AREA
  const top = isLow ? BORDER + random.between(1, 6) * 16 : WINDOW + WINDOW_SIZE
  const data = new Map([
    [take(), isLow ? area.low + random.between(64, 512) : BORDER - random.between(1, 15)],
    [take(), (area.low + random.between(64, 512)) & -16],
  ])
  for (const [n, value] of data) state.setBigUint64(n * 8, BigInt(value), true)
  const at = stack === SP ? top : top - random.pick([0, 1, 4, 8, 8])
  state.setBigUint64(stack === SP ? S_SP : stack * 8, BigInt(at), true)
  const pointers = Array.from({ length: random.below(3) }, () => ({
    register: take(),
    sub: random.below(count),
  }))
  const spare = Array.from({ length: random.below(3) }, take)
  const kept = new Set([
    ...counters,
    ...data.keys(),
    ...pointers.map(({ register }) => register),
    ...spare,
    stack === SP ? SP_WRITTEN : stack,
  ])
  return { count, stack, area, data, pointers, spare, kept }
}

/** A call of a subroutine; `usable` are registers that may be written. */
export function call(random: Random, plan: Plan, sub: number, usable: readonly number[]): Step {
  const target: Target = { to: "sub", sub }
  const known = plan.pointers.find((pointer) => pointer.sub === sub)
  if (known !== undefined && random.chance(0.6)) {
    return { kind: "step", words: [encode("BLR", { Rn: known.register })], references: [], pointer: known }
  }
  if (random.chance(0.45))
    return { kind: "step", words: [BL], references: [{ at: 0, row: rowOf("BL"), target }] }
  const Rn = random.chance(0.15) ? LINK : random.pick(usable)
  return byRegister(random, Rn, target, encode("BLR", { Rn }))
}

/** ADR, or ADRP and ADD, and the branch by that register. */
function byRegister(random: Random, Rd: number, target: Target, branch: number): Step {
  if (random.chance(0.5)) {
    return {
      kind: "step",
      words: [encode("ADR", { Rd }), branch],
      references: [{ at: 0, row: rowOf("ADR"), target }],
    }
  }
  const references = [
    { at: 0, row: rowOf("ADRP"), target },
    { at: 1, row: rowOf(ADD), target },
  ]
  return {
    kind: "step",
    words: [encode("ADRP", { Rd }), encode(ADD, { sf: 1, Rn: Rd, Rd }), branch],
    references,
  }
}

/** How a subroutine keeps X30: words before its body, words behind it, and the register that it returns by. */
export interface Frame {
  readonly enter: readonly number[]
  readonly leave: readonly number[]
  readonly by: number
}

/** X30 stays where it is. */
export const LEAF: Frame = { enter: [], leave: [], by: LINK }
const move = (Rd: number, Rm: number) => encode(MOVE, { sf: 1, opc: 1, Rm, Rn: 31, Rd })

/** A frame; `own` is a register that nothing else writes, where there is one. */
export function frame(
  random: Random,
  { stack: Rn }: Plan,
  own: number | undefined,
  usable: readonly number[],
): Frame {
  if (own !== undefined) return { enter: [move(own, LINK)], leave: [], by: own }
  const size = random.between(1, MAX_FRAME / 16) * 16
  const other = random.pick(usable.filter((n) => n < FRAME))
  const by = random.chance(0.75) ? LINK : other
  const kind = random.below(4)
  if (kind === 0) {
    return {
      enter: [encode("LDR/STR (pre-index)", { size: 3, opc: 0, imm9: -size, Rn, Rt: LINK })],
      leave: [encode("LDR/STR (post-index)", { size: 3, opc: 1, imm9: size, Rn, Rt: by })],
      by,
    }
  }
  const [saved, loaded] =
    by === LINK
      ? pair(random, other)
      : [
          { Rt: FRAME, Rt2: LINK },
          { Rt: FRAME, Rt2: by },
        ]
  if (kind === 1) {
    const imm7 = size / 8 - 2
    return {
      enter: [
        encode(ADD, { sf: 1, op: 1, imm12: size, Rn, Rd: Rn }),
        encode("LDP/STP (offset) store", { opc: 2, imm7, Rn, ...saved }),
      ],
      leave: [
        encode("LDP/STP (offset) load", { opc: 2, imm7, Rn, ...loaded }),
        encode(ADD, { sf: 1, imm12: size, Rn, Rd: Rn }),
      ],
      by,
    }
  }
  const toFrame = random.chance(0.5) ? [encode(ADD, { sf: 1, Rn, Rd: FRAME })] : []
  return {
    enter: [encode("LDP/STP (pre-index) store", { opc: 2, imm7: -size / 8, Rn, ...saved }), ...toFrame],
    leave: [encode("LDP/STP (post-index) load", { opc: 2, imm7: size / 8, Rn, ...loaded })],
    by,
  }
}

/** X30 and another register in some order, saved and loaded alike. */
function pair(random: Random, other: number): ReadonlyArray<{ readonly Rt: number; readonly Rt2: number }> {
  const both = random.pick([
    { Rt: FRAME, Rt2: LINK },
    { Rt: FRAME, Rt2: LINK },
    { Rt: LINK, Rt2: other },
  ])
  return [both, both]
}

/** The end of a subroutine that returns. */
export function returns({ leave, by }: Frame): Step {
  return { kind: "step", words: [...leave, encode("RET", { Rn: by })], references: [] }
}

/** The end of a subroutine with a frame that returns by X30: another one is jumped to, and returns in its place. */
export function tailCall(random: Random, { leave }: Frame, sub: number, usable: readonly number[]): Step {
  const target: Target = { to: "sub", sub }
  if (random.chance(0.5)) {
    return {
      kind: "step",
      words: [...leave, JUMP],
      references: [{ at: leave.length, row: rowOf("B"), target }],
    }
  }
  const Rn = random.pick(usable)
  const jump = byRegister(random, Rn, target, encode(random.chance(0.8) ? "BR" : "RET", { Rn }))
  const references = jump.references.map((one) => ({ ...one, at: one.at + leave.length }))
  return { kind: "step", words: [...leave, ...jump.words], references }
}
