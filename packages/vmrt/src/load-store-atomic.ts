// SPDX-License-Identifier: BSD-2-Clause
//
// Exclusive accesses (Arm ARM C4.1.94.12, 13) and atomics with compare and swap (C4.1.94.11, 16, 28), from their
// words.

import type { AtomicName, Base, LoadStore } from "./load-store.ts"

const field = (word: number, low: number, bits: number): number => (word >>> low) & ((1 << bits) - 1)
const at = (word: number): Base => ({ register: field(word, 5, 5), offset: 0n, writeBack: 0n })

/** By o3 and opc. */
const NAMES: readonly AtomicName[] = [
  "add",
  "clear",
  "xor",
  "set",
  "signed max",
  "signed min",
  "unsigned max",
  "unsigned min",
  "swap",
]
/** o3 and opc of LDAPR, a plain load. */
const LDAPR = 0b1100

/** LDADD and its kin, SWP, LDAPR: `size 111 0 00 A R 1 Rs o3 opc 00 Rn Rt`. */
export function atomicOf(word: number): LoadStore | undefined {
  if (field(word, 10, 2) !== 0) return undefined
  const operation = field(word, 12, 4)
  const log = field(word, 30, 2)
  const [rt, rs] = [field(word, 0, 5), field(word, 16, 5)]
  const base = at(word)
  if (operation === LDAPR) {
    const widths = { size: 1 << log, signExtend: false, wide: log === 3 }
    return { kind: "plain", load: true, ...widths, vector: false, registers: [rt], base }
  }
  const name = NAMES[operation]
  if (name === undefined) return undefined
  return { kind: "atomic", load: false, name, size: 1 << log, registers: [rt], operands: [rs], base }
}

/** CAS: `size 0010001 L 1 Rs o0 11111 Rn Rt`; CASP has size 0 or 1 for 4 or 8, and bit 23 clear. */
function compare(word: number, size: number, both: boolean): LoadStore | undefined {
  const [rt, rs] = [field(word, 0, 5), field(word, 16, 5)]
  if (field(word, 10, 5) !== 0x1f || (both && ((rt | rs) & 1) !== 0)) return undefined
  const named = (first: number) => (both ? [first, first + 1] : [first])
  const [registers, operands] = [named(rs), named(rt)]
  return { kind: "atomic", load: false, name: "compare", size, registers, operands, base: at(word) }
}

/** `size 001000 o2 L o1 Rs o0 Rt2 Rn Rt`, with o2 = 1 and o1 = 0 (LDAR) apart. */
export function exclusiveOf(word: number): LoadStore | undefined {
  const log = field(word, 30, 2)
  const both = field(word, 21, 1) === 1
  if (field(word, 23, 1) === 1) return compare(word, 1 << log, false)
  if (both && log < 2) return compare(word, 4 << log, true)
  const rt = field(word, 0, 5)
  return {
    kind: "exclusive",
    load: field(word, 22, 1) === 1,
    size: 1 << log,
    registers: both ? [rt, field(word, 10, 5)] : [rt],
    status: field(word, 16, 5),
    base: at(word),
  }
}
