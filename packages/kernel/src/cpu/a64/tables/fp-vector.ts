// SPDX-License-Identifier: BSD-2-Clause
//
// Advanced SIMD FP arithmetic of singles and doubles, vector and scalar (Arm ARM DDI 0487, C4.1.90): three
// same, two-register miscellaneous, pairwise, across lanes, by element. Conversions are in fp-convert.ts.

import type { V128 } from "../../dsl/code.ts"
import { shapeOf } from "../../helpers/fp.ts"
import { operationNumber } from "../../softfp/operations.ts"
import { compute, ELEMENTS, laneOf } from "../elements.ts"
import { Floats, plainMode, putScratch, toScratch } from "../floats.ts"
import { Lanes } from "../lanes.ts"
import { type Fields, row, type Row } from "../row.ts"
import { pairwise, variant } from "./simd-arithmetic.ts"

type Name = keyof typeof ELEMENTS

const vector = (o: Lanes["o"], s: Fields) =>
  new Floats(o, s["sz"] === 1, (s["Q"] === 1 ? 16 : 8) >> (2 + s["sz"]))
const scalar = (o: Lanes["o"], s: Fields) => new Floats(o, s["sz"] === 1, 0)

/** There is no vector of one double. */
const fits = (f: Fields) => f["sz"] === 0 || f["Q"] === 1

/** U, the upper bit of size, opcode; whether the destination is an operand; whether there is a scalar form. */
const THREE_SAME: ReadonlyArray<
  readonly [name: string, u: number, a: number, opcode: string, what: Name, scalar: boolean]
> = [
  ["FMAXNM", 0, 0, "11000", "maxnm", false],
  ["FMINNM", 0, 1, "11000", "minnm", false],
  ["FMLA", 0, 0, "11001", "madd", false],
  ["FMLS", 0, 1, "11001", "msub", false],
  ["FADD", 0, 0, "11010", "add", false],
  ["FSUB", 0, 1, "11010", "sub", false],
  ["FMULX", 0, 0, "11011", "mulx", true],
  ["FCMEQ", 0, 0, "11100", "cmeq", true],
  ["FMAX", 0, 0, "11110", "max", false],
  ["FMIN", 0, 1, "11110", "min", false],
  ["FRECPS", 0, 0, "11111", "recps", true],
  ["FRSQRTS", 0, 1, "11111", "rsqrts", true],
  ["FABD", 1, 1, "11010", "abd", true],
  ["FMUL", 1, 0, "11011", "mul", false],
  ["FCMGE", 1, 0, "11100", "cmge", true],
  ["FCMGT", 1, 1, "11100", "cmgt", true],
  ["FACGE", 1, 0, "11101", "acge", true],
  ["FACGT", 1, 1, "11101", "acgt", true],
  ["FDIV", 1, 0, "11111", "div", false],
]

const REGS = { d: "Rd:v", n: "Rn:v", m: "Rm:v" }
const REGS_ONE = { d: "Rd:v", n: "Rn:v" }

const SAME: readonly Row[] = THREE_SAME.flatMap(([name, u, a, opcode, what, hasScalar]) => {
  const rows = [
    row(
      `${name} (vector)`,
      `0 Q:1 ${u} 01110 ${a} sz:1 1 Rm:5 ${opcode} 1 Rn:5 Rd:5`,
      { split: ["Q", "sz"], regs: REGS, only: fits, fp: true },
      (o, r, s) => compute(vector(o, s), r["d"], ELEMENTS[what], [o.v(r["n"]), o.v(r["m"]), o.v(r["d"])]),
    ),
  ]
  if (!hasScalar) return rows
  const one = row(
    `${name} (scalar)`,
    `01 ${u} 11110 ${a} sz:1 1 Rm:5 ${opcode} 1 Rn:5 Rd:5`,
    { split: ["sz"], regs: REGS, fp: true },
    (o, r, s) => {
      const f = scalar(o, s)
      compute(f, r["d"], ELEMENTS[what], [f.read(r["n"]), f.read(r["m"])])
    },
  )
  return [...rows, one]
})

/** Opcode of the vector form, of the scalar pairwise form and across lanes. */
const PAIRS: ReadonlyArray<
  readonly [name: string, a: number, opcode: string, reducing: string, what: Name, across: boolean]
> = [
  ["FMAXNM", 0, "11000", "01100", "maxnm", true],
  ["FMINNM", 1, "11000", "01100", "minnm", true],
  ["FADD", 0, "11010", "01101", "add", false],
  ["FMAX", 0, "11110", "01111", "max", true],
  ["FMIN", 1, "11110", "01111", "min", true],
]

/** FMAXV and the like of four singles: fast when none is a NaN, for then order does not matter. */
function acrossLanes(o: Lanes["o"], r: Readonly<Record<string, 0 | 1 | 2 | 3>>, what: Name): void {
  const name = what.startsWith("max") ? "max" : "min"
  const f = new Floats(o, false, 4)
  const n = o.let(o.v(r["n"]))
  o.if(
    o.and(plainMode(o), f.holds(f.compare("eq", n, n))),
    () => {
      const l = f.integers
      const two = o.let(
        f.two(
          name,
          n,
          l.shuffle(n, n, (lane) => lane ^ 2),
        ) as V128,
      )
      const one = f.two(
        name,
        two,
        l.shuffle(two, two, (lane) => lane ^ 1),
      ) as V128
      l.of(2, 4).put(r["d"], one)
    },
    () => {
      toScratch(f, [n])
      o.helper("fp", [o.i32(operationNumber(what)), o.i32(shapeOf(2, 4, true))])
      putScratch(o, r["d"], false)
    },
  )
}

const PAIRWISE: readonly Row[] = PAIRS.flatMap(([name, a, opcode, reducing, what, hasAcross]) => {
  const rows = [
    row(
      `${name}P (vector)`,
      `0 Q:1 1 01110 ${a} sz:1 1 Rm:5 ${opcode} 1 Rn:5 Rd:5`,
      { split: ["Q", "sz"], regs: REGS, only: fits, fp: true },
      (o, r, s) => {
        const f = vector(o, s)
        const pairs: V128[] = []
        pairwise(f.integers, o.v(r["n"]), o.v(r["m"]), (left, right) => {
          pairs.push(o.let(left), o.let(right))
          return left
        })
        compute(f, r["d"], ELEMENTS[what], pairs)
      },
    ),
    row(
      `${name}P (scalar)`,
      `01 1 11110 ${a} sz:1 11000 ${reducing} 10 Rn:5 Rd:5`,
      { split: ["sz"], regs: REGS_ONE, fp: true },
      (o, r, s) => {
        const f = scalar(o, s)
        const n = o.let(o.v(r["n"]))
        compute(f, r["d"], ELEMENTS[what], [laneOf(o, f, n, 0), laneOf(o, f, n, 1)])
      },
    ),
  ]
  if (!hasAcross) return rows
  const across = row(
    `${name}V`,
    `0 1 1 01110 ${a} 0 11000 ${reducing} 10 Rn:5 Rd:5`,
    { regs: REGS_ONE, fp: true },
    (o, r) => acrossLanes(o, r, what),
  )
  return [...rows, across]
})

/** U, the upper bit of size, opcode; operands beside n: none, or zero. Which forms there are. */
const ONE_SOURCE: ReadonlyArray<
  readonly [
    name: string,
    u: number,
    a: number,
    opcode: string,
    what: Name,
    operand: "none" | "zero",
    forms: "vector" | "scalar" | "both",
  ]
> = [
  ["FCMGT (zero)", 0, 1, "01100", "cmgt", "zero", "both"],
  ["FCMGE (zero)", 1, 1, "01100", "cmge", "zero", "both"],
  ["FCMEQ (zero)", 0, 1, "01101", "cmeq", "zero", "both"],
  ["FCMLE (zero)", 1, 1, "01101", "cmle", "zero", "both"],
  ["FCMLT (zero)", 0, 1, "01110", "cmlt", "zero", "both"],
  ["FRINTN", 0, 0, "11000", "rintn", "none", "vector"],
  ["FRINTA", 1, 0, "11000", "rinta", "none", "vector"],
  ["FRINTP", 0, 1, "11000", "rintp", "none", "vector"],
  ["FRINTM", 0, 0, "11001", "rintm", "none", "vector"],
  ["FRINTX", 1, 0, "11001", "rintx", "none", "vector"],
  ["FRINTZ", 0, 1, "11001", "rintz", "none", "vector"],
  ["FRINTI", 1, 1, "11001", "rinti", "none", "vector"],
  ["FRECPE", 0, 1, "11101", "recpe", "none", "both"],
  ["FRSQRTE", 1, 1, "11101", "rsqrte", "none", "both"],
  ["FRECPX", 0, 1, "11111", "recpx", "none", "scalar"],
  ["FSQRT", 1, 1, "11111", "sqrt", "none", "vector"],
]

const UNARY: readonly Row[] = ONE_SOURCE.flatMap(([name, u, a, opcode, what, operand, forms]) => {
  const operands = (f: Floats, n: Parameters<Floats["put"]>[1]) =>
    operand === "zero" ? [n, f.const(0)] : [n]
  const wholeVector = () =>
    row(
      `${name} (vector)`,
      `0 Q:1 ${u} 01110 ${a} sz:1 10000 ${opcode} 10 Rn:5 Rd:5`,
      { split: ["Q", "sz"], regs: REGS_ONE, only: fits, fp: true },
      (o, r, s) => {
        const f = vector(o, s)
        compute(f, r["d"], ELEMENTS[what], operands(f, o.v(r["n"])))
      },
    )
  const one = () =>
    row(
      `${name} (scalar)`,
      `01 ${u} 11110 ${a} sz:1 10000 ${opcode} 10 Rn:5 Rd:5`,
      { split: ["sz"], regs: REGS_ONE, fp: true },
      (o, r, s) => {
        const f = scalar(o, s)
        compute(f, r["d"], ELEMENTS[what], operands(f, f.read(r["n"])))
      },
    )
  return [...(forms === "scalar" ? [] : [wholeVector()]), ...(forms === "vector" ? [] : [one()])]
})

const SIGNS: readonly Row[] = [
  row(
    "FABS/FNEG (vector)",
    "0 Q:1 U:1 01110 1 sz:1 10000 01111 10 Rn:5 Rd:5",
    { split: ["Q", "U", "sz"], regs: REGS_ONE, only: fits, fp: true },
    (o, r, s) => {
      const l = new Lanes(o, 2 + s["sz"], s["Q"] === 1 ? 16 : 8)
      const n = o.v(r["n"])
      l.put(r["d"], s["U"] === 1 ? l.xor(n, l.minimum()) : l.andnot(n, l.minimum()))
    },
  ),
  row(
    "URECPE/URSQRTE",
    "0 Q:1 U:1 01110 10 10000 11100 10 Rn:5 Rd:5",
    { split: ["Q", "U"], regs: REGS_ONE, fp: true },
    (o, r, s) => {
      const f = new Floats(o, false, s["Q"] === 1 ? 4 : 2)
      compute(f, r["d"], ELEMENTS[s["U"] === 1 ? "ursqrte" : "urecpe"], [o.v(r["n"])])
    },
  ),
]

const BY_ELEMENT: ReadonlyArray<readonly [name: string, u: number, opcode: string, what: Name]> = [
  ["FMLA", 0, "0001", "madd"],
  ["FMLS", 0, "0101", "msub"],
  ["FMUL", 0, "1001", "mul"],
  ["FMULX", 1, "1001", "mulx"],
]

/** sz, L, M:Rm; H or H:L is the index. */
const ELEMENT_FIELDS = [
  { sz: 0, fields: "0 L:1 Rm:5", index: (f: Fields) => (f["H"] << 1) | f["L"] },
  { sz: 1, fields: "1 0 Rm:5", index: (f: Fields) => f["H"] },
] as const

const INDEXED: readonly Row[] = BY_ELEMENT.flatMap(([name, u, opcode, what]) =>
  ELEMENT_FIELDS.flatMap(({ sz, fields, index }) => [
    row(
      variant(name, 2 + sz, "by element"),
      `0 Q:1 ${u} 01111 1 ${fields} ${opcode} H:1 0 Rn:5 Rd:5`,
      { split: ["Q"], regs: REGS, small: index, only: (f) => sz === 0 || f["Q"] === 1, fp: true },
      (o, r, s) => {
        const f = vector(o, { ...s, sz })
        const m = f.integers.duplicate(o.v(r["m"]), o.small())
        compute(f, r["d"], ELEMENTS[what], [o.v(r["n"]), m, o.v(r["d"])])
      },
    ),
    row(
      variant(name, 2 + sz, "by element", "scalar"),
      `01 ${u} 11111 1 ${fields} ${opcode} H:1 0 Rn:5 Rd:5`,
      { regs: REGS, small: index, fp: true },
      (o, r) => {
        const f = scalar(o, { sz })
        const m = laneOf(o, f, f.integers.duplicate(o.v(r["m"]), o.small()), 0)
        compute(f, r["d"], ELEMENTS[what], [f.read(r["n"]), m, f.read(r["d"])])
      },
    ),
  ]),
)

export const FP_VECTOR: readonly Row[] = [...SAME, ...PAIRWISE, ...UNARY, ...SIGNS, ...INDEXED]
