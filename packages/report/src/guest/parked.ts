// SPDX-License-Identifier: BSD-2-Clause
//
// A vCPU that has halted itself: with interrupts masked it goes round instructions that change nothing and read nothing
// (Arm ARM DDI 0487, C4.1: B, hints such as WFI and WFE, barriers), as machine_halt of Linux does. Nothing that
// happens to it takes it out of there. A loop that reads memory or a register may end, and is none.

import { bits } from "../hex.ts"

/** A vCPU's code where it stands. */
export interface ParkedView {
  readonly pc: bigint
  /** PSTATE.I: no interrupt is taken. */
  readonly masked: boolean
  readonly wordAt: (va: bigint) => number | undefined
}

/** Instructions of the longest way round. */
const LONGEST = 12
const isBranch = (word: number): boolean => word >>> 26 === 0b000101
/** HINT: NOP, YIELD, WFE, WFI, SEV and others. */
const isHint = (word: number): boolean => (word & 0xfffff01f) >>> 0 === 0xd503201f
/** CLREX, DSB, DMB, ISB, SB. */
const isBarrier = (word: number): boolean => (word & 0xfffff01f) >>> 0 === 0xd503301f

/** Whether the vCPU goes round for good. */
export function isParked({ pc, masked, wordAt }: ParkedView): boolean {
  const seen = new Set<bigint>()
  for (let at = pc; masked && seen.size < LONGEST;) {
    if (seen.has(at)) return true
    seen.add(at)
    const word = wordAt(at)
    if (word === undefined) return false
    if (isBranch(word)) at += BigInt((bits(word, 25, 0) << 6) >> 4)
    else if (isHint(word) || isBarrier(word)) at += 4n
    else return false
  }
  return false
}
