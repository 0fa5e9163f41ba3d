// SPDX-License-Identifier: BSD-2-Clause
//
// Advanced SIMD three same, integer, vector and scalar (Arm ARM DDI 0487, C4.1.90 "Advanced SIMD three same"
// and "scalar three same"). The FP half of the group is in fp-vector.ts.

import type { V128 } from "../../dsl/code.ts"
import { Lanes } from "../lanes.ts"
import { type Fields, row, type Row } from "../row.ts"
import * as A from "./simd-arithmetic.ts"

/** A result from n, m and what the destination held. `u` is the U bit. */
type Same = (l: Lanes, u: boolean, n: V128, m: V128, d: V128) => V128

type Exists = (u: number, size: number) => boolean

const any: Exists = () => true
const upTo32: Exists = (_u, size) => size < 3
const only64: Exists = (_u, size) => size === 3
const never: Exists = () => false
const halfAndWord: Exists = (_u, size) => size === 1 || size === 2

/** Shift by register: saturating in bit 0, rounding in bit 1 of the kind. */
const shifts =
  (saturating: boolean, rounding: boolean): Same =>
  (l, u, n, m) =>
    A.shiftByRegister(l, !u, saturating, rounding, n, m)

interface Operation {
  readonly name: string
  readonly opcode: string
  readonly vector: Exists
  readonly scalar: Exists
  readonly same: Same
}

const op = (name: string, opcode: string, vector: Exists, scalar: Exists, same: Same): Operation => ({
  name,
  opcode,
  vector,
  scalar,
  same,
})

const OPERATIONS: readonly Operation[] = [
  op("SHADD/UHADD", "00000", upTo32, never, (l, u, n, m) => l.add(l.and(n, m), l.shrBy(l.xor(n, m), 1, !u))),
  op("SQADD/UQADD", "00001", any, any, (l, u, n, m) => A.addSaturating(l, !u, n, m)),
  op("SRHADD/URHADD", "00010", upTo32, never, (l, u, n, m) => l.sub(l.or(n, m), l.shrBy(l.xor(n, m), 1, !u))),
  op("SHSUB/UHSUB", "00100", upTo32, never, (l, u, n, m) =>
    l.sub(l.shrBy(l.xor(n, m), 1, !u), l.andnot(m, n)),
  ),
  op("SQSUB/UQSUB", "00101", any, any, (l, u, n, m) => A.subSaturating(l, !u, n, m)),
  op("CMGT/CMHI", "00110", any, only64, (l, u, n, m) => l.gt(n, m, !u)),
  op("CMGE/CMHS", "00111", any, only64, (l, u, n, m) => l.ge(n, m, !u)),
  op("SSHL/USHL", "01000", any, only64, shifts(false, false)),
  op("SQSHL/UQSHL (register)", "01001", any, any, shifts(true, false)),
  op("SRSHL/URSHL", "01010", any, only64, shifts(false, true)),
  op("SQRSHL/UQRSHL", "01011", any, any, shifts(true, true)),
  op("SMAX/UMAX", "01100", upTo32, never, (l, u, n, m) => l.max(n, m, !u)),
  op("SMIN/UMIN", "01101", upTo32, never, (l, u, n, m) => l.min(n, m, !u)),
  op("SABD/UABD", "01110", upTo32, never, (l, u, n, m) => A.absoluteDifference(l, !u, n, m)),
  op("SABA/UABA", "01111", upTo32, never, (l, u, n, m, d) => l.add(d, A.absoluteDifference(l, !u, n, m))),
  op("ADD/SUB (vector)", "10000", any, only64, (l, u, n, m) => (u ? l.sub(n, m) : l.add(n, m))),
  op("CMTST/CMEQ", "10001", any, only64, (l, u, n, m) =>
    u ? l.eq(n, m) : l.not(l.eq(l.and(n, m), l.zero())),
  ),
  op("MLA/MLS (vector)", "10010", upTo32, never, (l, u, n, m, d) =>
    u ? l.sub(d, l.mul(n, m)) : l.add(d, l.mul(n, m)),
  ),
  op(
    "MUL/PMUL (vector)",
    "10011",
    (u, size) => (u === 1 ? size === 0 : size < 3),
    never,
    (l, u, n, m) => (u ? A.polynomialProduct(l, n, m) : l.mul(n, m)),
  ),
  op("SMAXP/UMAXP", "10100", upTo32, never, (l, u, n, m) => A.pairwise(l, n, m, (a, b) => l.max(a, b, !u))),
  op("SMINP/UMINP", "10101", upTo32, never, (l, u, n, m) => A.pairwise(l, n, m, (a, b) => l.min(a, b, !u))),
  op("SQDMULH/SQRDMULH (vector)", "10110", halfAndWord, halfAndWord, (l, u, n, m) =>
    A.doublingProductHigh(l, u, n, m),
  ),
  op(
    "ADDP (vector)",
    "10111",
    (u) => u === 0,
    never,
    (l, _u, n, m) => A.pairwise(l, n, m, (a, b) => l.add(a, b)),
  ),
]

const REGS = { d: "Rd:v", n: "Rn:v", m: "Rm:v" }

const VECTOR: readonly Row[] = OPERATIONS.map(({ name, opcode, vector, same }) =>
  row(
    name,
    `0 Q:1 U:1 01110 size:2 1 Rm:5 ${opcode} 1 Rn:5 Rd:5`,
    {
      split: ["Q", "U", "size"],
      regs: REGS,
      only: (f) => vector(f["U"], f["size"]) && (f["size"] < 3 || f["Q"] === 1),
      fp: true,
    },
    (o, r, s) => {
      const l = new Lanes(o, s["size"], s["Q"] === 1 ? 16 : 8)
      l.put(r["d"], same(l, s["U"] === 1, o.let(o.v(r["n"])), o.let(o.v(r["m"])), o.v(r["d"])))
    },
  ),
)

const SCALAR: readonly Row[] = OPERATIONS.filter(({ scalar }) => scalar !== never).map(
  ({ name, opcode, scalar, same }) =>
    row(
      `${name.replace(" (vector)", "")} (scalar)`,
      `01 U:1 11110 size:2 1 Rm:5 ${opcode} 1 Rn:5 Rd:5`,
      { split: ["U", "size"], regs: REGS, only: (f) => scalar(f["U"], f["size"]), fp: true },
      (o, r, s) => {
        const l = new Lanes(o, s["size"], 1 << s["size"])
        l.put(r["d"], same(l, s["U"] === 1, o.let(o.v(r["n"])), o.let(o.v(r["m"])), o.v(r["d"])))
      },
    ),
)

/** AND, BIC, ORR, ORN, then EOR, BSL, BIT, BIF, by U:size. */
function bitwise(l: Lanes, s: Fields, n: V128, m: V128, d: V128): V128 {
  const byOperation = [
    () => l.and(n, m),
    () => l.andnot(n, m),
    () => l.or(n, m),
    () => l.or(n, l.not(m)),
    () => l.xor(n, m),
    () => l.choose(d, n, m),
    () => l.choose(m, n, d),
    () => l.choose(m, d, n),
  ]
  return byOperation[(s["U"] << 2) | s["size"]]()
}

const BITWISE = row(
  "AND/BIC/ORR/ORN/EOR/BSL/BIT/BIF (vector)",
  "0 Q:1 U:1 01110 size:2 1 Rm:5 00011 1 Rn:5 Rd:5",
  { split: ["Q", "U", "size"], regs: REGS, fp: true },
  (o, r, s) => {
    const l = new Lanes(o, 0, s["Q"] === 1 ? 16 : 8)
    l.put(r["d"], bitwise(l, s, o.v(r["n"]), o.v(r["m"]), o.v(r["d"])))
  },
)

export const SIMD_THREE_SAME: readonly Row[] = [BITWISE, ...VECTOR, ...SCALAR]
