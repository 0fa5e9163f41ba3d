// SPDX-License-Identifier: BSD-2-Clause
//
// A vCPU that has halted itself: with interrupts masked it goes round instructions that change nothing and read nothing
// (Arm ARM DDI 0487, C4.1: branches, hints such as WFI and WFE, barriers, moves of constants), as machine_halt of Linux
// does. Nothing that happens to it takes it out of there. A loop that reads memory or a system register may end, and is
// none; nor is one that computes.

import { bits } from "../hex.ts"

/** A vCPU's code where it stands. */
export interface ParkedView {
  readonly pc: bigint
  /** PSTATE.I: no interrupt is taken. */
  readonly masked: boolean
  readonly wordAt: (va: bigint) => number | undefined
  /** General registers and PSTATE, by which conditional branches go; without them none is followed. */
  readonly register?: (n: number) => bigint
  readonly pstate?: number
}

/** Instructions of the longest way round. */
const LONGEST = 12
const isBranch = (word: number): boolean => word >>> 26 === 0b000101
/** HINT: NOP, YIELD, WFE, WFI, SEV and others. */
const isHint = (word: number): boolean => (word & 0xfffff01f) >>> 0 === 0xd503201f
/** CLREX, DSB, DMB, ISB, SB. */
const isBarrier = (word: number): boolean => (word & 0xfffff01f) >>> 0 === 0xd503301f
/** MOVZ of 64 bits. */
const isConstant = (word: number): boolean => bits(word, 31, 23) === 0b110100101

const ZERO = 31
const signed = (value: number, width: number): number => (value << (32 - width)) >> (32 - width)

/** ConditionHolds of the manual (J1.1): by pairs, the odd ones the other way round, but for AL. */
function holds(condition: number, pstate: number): boolean {
  const [n, z, c, v] = [31, 30, 29, 28].map((bit) => ((pstate >>> bit) & 1) === 1)
  const base = [z, c, n, v, c === true && z === false, n === v, n === v && z === false, true][condition >> 1]
  return (condition & 1) === 1 && condition !== 0b1111 ? base === false : base === true
}

type Registers = (n: number) => bigint

/** Bytes to where a conditional branch goes, 4 when it is not taken; undefined for what is none. */
function conditional(word: number, register: Registers, pstate: number): number | undefined {
  const value = () => (bits(word, 4, 0) === ZERO ? 0n : register(bits(word, 4, 0)))
  const to = (isTaken: boolean, offset: number) => (isTaken ? offset * 4 : 4)
  const isNot = bits(word, 24, 24) === 1
  if (bits(word, 31, 24) === 0x54 && bits(word, 4, 4) === 0) {
    return to(holds(bits(word, 3, 0), pstate), signed(bits(word, 23, 5), 19))
  }
  if (bits(word, 30, 25) === 0b011010) {
    const isZero = (bits(word, 31, 31) === 1 ? value() : BigInt.asUintN(32, value())) === 0n
    return to(isZero !== isNot, signed(bits(word, 23, 5), 19))
  }
  if (bits(word, 30, 25) !== 0b011011) return undefined
  const bit = BigInt(bits(word, 31, 31) * 32 + bits(word, 23, 19))
  return to((((value() >> bit) & 1n) === 1n) === isNot, signed(bits(word, 18, 5), 14))
}

/** Whether the vCPU goes round for good. */
export function isParked({ pc, masked, wordAt, register, pstate = 0 }: ParkedView): boolean {
  const seen = new Map<bigint, number>()
  const moved = new Map<number, bigint>()
  const now: Registers = (n) => moved.get(n) ?? register?.(n) ?? 0n
  for (let at = pc; masked && seen.size < LONGEST;) {
    const times = (seen.get(at) ?? 0) + 1
    // The second round sees the constants of the first, and each one after that is like it.
    if (times > 2) return true
    seen.set(at, times)
    const word = wordAt(at)
    if (word === undefined) return false
    const jump = register === undefined ? undefined : conditional(word, now, pstate)
    if (jump !== undefined) at += BigInt(jump)
    else if (isBranch(word)) at += BigInt((bits(word, 25, 0) << 6) >> 4)
    else if (isHint(word) || isBarrier(word)) at += 4n
    else if (isConstant(word)) {
      moved.set(bits(word, 4, 0), BigInt(bits(word, 20, 5)) << BigInt(16 * bits(word, 22, 21)))
      at += 4n
    } else return false
  }
  return false
}
