// SPDX-License-Identifier: BSD-2-Clause
//
// Advanced SIMD three different, and products by an element (Arm ARM DDI 0487, C4.1.90 "Advanced SIMD three
// different", "vector x indexed element" and their scalar forms). PMULL of 64 bits is in
// crypto-aes.ts; FP products by element are in fp-vector.ts.

import type { I32, V128 } from "../../dsl/code.ts"
import { Lanes } from "../lanes.ts"
import { type Fields, type Regs, row, type Row } from "../row.ts"
import * as A from "./simd-arithmetic.ts"

const REGS = { d: "Rd:v", n: "Rn:v", m: "Rm:v" }
const full = (s: Fields) => (s["Q"] === 1 ? 16 : 8)

/** Widens two operands' halves and combines them: a result of full width from n, m and the destination. */
type Long = (l: Lanes, high: boolean, isSigned: boolean, n: V128, m: V128, d: V128) => V128

function longOperands(l: Lanes, high: boolean, isSigned: boolean, n: V128, m: V128): [V128, V128] {
  return [l.let(l.extend(n, high, isSigned)), l.let(l.extend(m, high, isSigned))]
}

const sum: Long = (l, high, isSigned, n, m) => l.wide.add(...longOperands(l, high, isSigned, n, m))
const difference: Long = (l, high, isSigned, n, m) => l.wide.sub(...longOperands(l, high, isSigned, n, m))
const absolute: Long = (l, high, isSigned, n, m) =>
  l.wide.let(A.absoluteDifference(l.wide, true, ...longOperands(l, high, isSigned, n, m)))
const product: Long = (l, high, isSigned, n, m) => l.extmul(n, m, high, isSigned)
const doubled: Long = (l, high, _s, n, m) => A.doubledSaturating(l.wide, l.extmul(n, m, high, true))
const added =
  (what: Long): Long =>
  (l, high, isSigned, n, m, d) =>
    l.wide.add(d, what(l, high, isSigned, n, m, d))
const subtracted =
  (what: Long): Long =>
  (l, high, isSigned, n, m, d) =>
    l.wide.sub(d, what(l, high, isSigned, n, m, d))
const addedSaturating: Long = (l, high, isSigned, n, m, d) =>
  A.addSaturating(l.wide, true, l.let(d), l.let(doubled(l, high, isSigned, n, m, d)))
const subtractedSaturating: Long = (l, high, isSigned, n, m, d) =>
  A.subSaturating(l.wide, true, l.let(d), l.let(doubled(l, high, isSigned, n, m, d)))
const polynomial: Long = (l, high, _s, n, m) =>
  A.polynomialProduct(l.wide, ...longOperands(l, high, false, n, m))

type Exists = (f: Fields) => boolean
const upTo32: Exists = (f) => f["size"] < 3
const saturates: Exists = (f) => f["U"] === 0 && (f["size"] === 1 || f["size"] === 2)

const LONGS: ReadonlyArray<readonly [name: string, opcode: string, exists: Exists, long: Long]> = [
  ["SADDL/UADDL", "0000", upTo32, sum],
  ["SSUBL/USUBL", "0010", upTo32, difference],
  ["SABAL/UABAL", "0101", upTo32, added(absolute)],
  ["SABDL/UABDL", "0111", upTo32, absolute],
  ["SMLAL/UMLAL", "1000", upTo32, added(product)],
  ["SQDMLAL", "1001", saturates, addedSaturating],
  ["SMLSL/UMLSL", "1010", upTo32, subtracted(product)],
  ["SQDMLSL", "1011", saturates, subtractedSaturating],
  ["SMULL/UMULL", "1100", upTo32, product],
  ["SQDMULL", "1101", saturates, doubled],
  ["PMULL", "1110", (f) => f["U"] === 0 && f["size"] === 0, polynomial],
]

const LONG: readonly Row[] = LONGS.map(([name, opcode, exists, long]) =>
  row(
    `${name} (vector)`,
    `0 Q:1 U:1 01110 size:2 1 Rm:5 ${opcode} 00 Rn:5 Rd:5`,
    { split: ["Q", "U", "size"], regs: REGS, only: exists, fp: true },
    (o, r, s) => {
      const l = new Lanes(o, s["size"], 16)
      const [n, m] = [o.let(o.v(r["n"])), o.let(o.v(r["m"]))]
      o.setV(r["d"], long(l, s["Q"] === 1, s["U"] === 0, n, m, o.v(r["d"])))
    },
  ),
)

const SCALAR_LONG: readonly Row[] = LONGS.filter(([, , exists]) => exists === saturates).map(
  ([name, opcode, , long]) =>
    row(
      `${name} (scalar)`,
      `01 U:1 11110 size:2 1 Rm:5 ${opcode} 00 Rn:5 Rd:5`,
      { split: ["U", "size"], regs: REGS, only: saturates, fp: true },
      (o, r, s) => {
        const l = new Lanes(o, s["size"], 1 << s["size"])
        const [n, m] = [o.let(o.v(r["n"])), o.let(o.v(r["m"]))]
        l.wide.put(r["d"], long(l, false, true, n, m, o.v(r["d"])))
      },
    ),
)

const WIDE: readonly Row[] = (
  [
    ["SADDW/UADDW", "0001"],
    ["SSUBW/USUBW", "0011"],
  ] as const
).map(([name, opcode]) =>
  row(
    name,
    `0 Q:1 U:1 01110 size:2 1 Rm:5 ${opcode} 00 Rn:5 Rd:5`,
    { split: ["Q", "U", "size"], regs: REGS, only: upTo32, fp: true },
    (o, r, s) => {
      const l = new Lanes(o, s["size"], 16)
      const m = l.extend(o.v(r["m"]), s["Q"] === 1, s["U"] === 0)
      const wide = l.wide
      o.setV(r["d"], opcode === "0001" ? wide.add(o.v(r["n"]), m) : wide.sub(o.v(r["n"]), m))
    },
  ),
)

/** The upper halves of sums and differences; U rounds. */
const HIGH_HALF: readonly Row[] = (
  [
    ["ADDHN/RADDHN", "0100"],
    ["SUBHN/RSUBHN", "0110"],
  ] as const
).map(([name, opcode]) =>
  row(
    name,
    `0 Q:1 U:1 01110 size:2 1 Rm:5 ${opcode} 00 Rn:5 Rd:5`,
    { split: ["Q", "U", "size"], regs: REGS, only: upTo32, fp: true },
    (o, r, s) => {
      const l = new Lanes(o, s["size"], 16)
      const wide = l.wide
      const [n, m] = [o.v(r["n"]), o.v(r["m"])]
      const exact = opcode === "0100" ? wide.add(n, m) : wide.sub(n, m)
      const half = wide.shlBy(wide.const(1), l.bits - 1)
      const value = l.let(s["U"] === 1 ? wide.add(exact, half) : exact)
      l.putHalf(r["d"], l.odds(value, value), s["Q"] === 1)
    },
  ),
)

/** Rm, M, L and H by size: 16-bit elements are of V0 .. V15 and have three index bits, 32-bit ones two. */
const BY_ELEMENT = [
  {
    size: 1,
    fields: "01 L:1 M:1 Rm:4",
    index: (f: Fields) => (f["H"] << 2) | (f["L"] << 1) | f["M"],
  },
  { size: 2, fields: "10 L:1 Rm:5", index: (f: Fields) => (f["H"] << 1) | f["L"] },
] as const

function element(l: Lanes, r: Regs, by: I32): V128 {
  return l.let(l.duplicate(l.o.v(r["m"]), by))
}

const LONGS_BY_ELEMENT: ReadonlyArray<readonly [string, string, Exists, Long]> = [
  ["SMLAL/UMLAL", "0010", () => true, added(product)],
  ["SQDMLAL", "0011", (f) => f["U"] === 0, addedSaturating],
  ["SMLSL/UMLSL", "0110", () => true, subtracted(product)],
  ["SQDMLSL", "0111", (f) => f["U"] === 0, subtractedSaturating],
  ["SMULL/UMULL", "1010", () => true, product],
  ["SQDMULL", "1011", (f) => f["U"] === 0, doubled],
]

const LONG_BY_ELEMENT: readonly Row[] = BY_ELEMENT.flatMap(({ size, fields, index }) =>
  LONGS_BY_ELEMENT.flatMap(([name, opcode, exists, long]) => {
    const vector = row(
      A.variant(name, size, "by element"),
      `0 Q:1 U:1 01111 ${fields} ${opcode} H:1 0 Rn:5 Rd:5`,
      { split: ["Q", "U"], regs: REGS, small: index, only: exists, fp: true },
      (o, r, s) => {
        const l = new Lanes(o, size, 16)
        const [n, m] = [o.let(o.v(r["n"])), element(l, r, o.small())]
        o.setV(r["d"], long(l, s["Q"] === 1, s["U"] === 0, n, m, o.v(r["d"])))
      },
    )
    if (!name.startsWith("SQ")) return [vector]
    const scalar = row(
      A.variant(name, size, "by element", "scalar"),
      `01 U:1 11111 ${fields} ${opcode} H:1 0 Rn:5 Rd:5`,
      { split: ["U"], regs: REGS, small: index, only: exists, fp: true },
      (o, r) => {
        const l = new Lanes(o, size, 1 << size)
        const [n, m] = [o.let(o.v(r["n"])), element(l, r, o.small())]
        l.wide.put(r["d"], long(l, false, true, n, m, o.v(r["d"])))
      },
    )
    return [vector, scalar]
  }),
)

type Same = (l: Lanes, n: V128, m: V128, d: V128) => V128

/** Products of the lanes' own width, with the value of U that they need. */
const SAME_BY_ELEMENT: ReadonlyArray<readonly [name: string, opcode: string, u: number, same: Same]> = [
  ["MLA", "0000", 1, (l, n, m, d) => l.add(d, l.mul(n, m))],
  ["MLS", "0100", 1, (l, n, m, d) => l.sub(d, l.mul(n, m))],
  ["MUL", "1000", 0, (l, n, m) => l.mul(n, m)],
  ["SQDMULH", "1100", 0, (l, n, m) => A.doublingProductHigh(l, false, n, m)],
  ["SQRDMULH", "1101", 0, (l, n, m) => A.doublingProductHigh(l, true, n, m)],
]

const SAME_WIDTH_BY_ELEMENT: readonly Row[] = BY_ELEMENT.flatMap(({ size, fields, index }) =>
  SAME_BY_ELEMENT.flatMap(([name, opcode, u, same]) => {
    const vector = row(
      A.variant(name, size, "by element"),
      `0 Q:1 ${u} 01111 ${fields} ${opcode} H:1 0 Rn:5 Rd:5`,
      { split: ["Q"], regs: REGS, small: index, fp: true },
      (o, r, s) => {
        const l = new Lanes(o, size, full(s))
        const [n, m] = [o.let(o.v(r["n"])), element(l, r, o.small())]
        l.put(r["d"], same(l, n, m, o.v(r["d"])))
      },
    )
    if (!name.startsWith("SQ")) return [vector]
    const scalar = row(
      A.variant(name, size, "by element", "scalar"),
      `01 ${u} 11111 ${fields} ${opcode} H:1 0 Rn:5 Rd:5`,
      { regs: REGS, small: index, fp: true },
      (o, r) => {
        const l = new Lanes(o, size, 1 << size)
        const [n, m] = [o.let(o.v(r["n"])), element(l, r, o.small())]
        l.put(r["d"], same(l, n, m, o.v(r["d"])))
      },
    )
    return [vector, scalar]
  }),
)

export const SIMD_PRODUCTS: readonly Row[] = [
  ...LONG,
  ...SCALAR_LONG,
  ...WIDE,
  ...HIGH_HALF,
  ...LONG_BY_ELEMENT,
  ...SAME_WIDTH_BY_ELEMENT,
]
