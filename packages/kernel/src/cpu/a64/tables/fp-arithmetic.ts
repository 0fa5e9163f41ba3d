// SPDX-License-Identifier: BSD-2-Clause
//
// Scalar FP arithmetic of singles and doubles (Arm ARM DDI 0487, C4.1.90 "Floating-point data-processing"
// of one, two and three sources, "compare", "conditional compare"). Half precision has conversions alone.

import type { I32, Value } from "../../dsl/code.ts"
import type { Ops } from "../../dsl/ops.ts"
import { compute, ELEMENTS } from "../elements.ts"
import { Floats, fromScratch, plainMode, toScratch } from "../floats.ts"
import { type Fields, type Regs, row, type Row } from "../row.ts"

const TWO_SOURCE = ["mul", "div", "add", "sub", "max", "min", "maxnm", "minnm", "nmul"] as const
const ONE_SOURCE: Readonly<Record<number, keyof typeof ELEMENTS>> = {
  0b000011: "sqrt",
  0b001000: "rintn",
  0b001001: "rintp",
  0b001010: "rintm",
  0b001011: "rintz",
  0b001100: "rinta",
  0b001110: "rintx",
  0b001111: "rinti",
}
/** By o1:o0. */
const THREE_SOURCE = ["madd", "msub", "nmadd", "nmsub"] as const

const scalar = (o: Ops, s: Fields) => new Floats(o, s["type"] === 1, 0)

const ARITHMETIC: readonly Row[] = [
  row(
    "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar)",
    "000 11110 0 type:1 1 Rm:5 opcode:4 10 Rn:5 Rd:5",
    {
      split: ["type", "opcode"],
      regs: { d: "Rd:v", n: "Rn:v", m: "Rm:v" },
      only: (f) => f["opcode"] <= 8,
      fp: true,
    },
    (o, r, s) => {
      const f = scalar(o, s)
      compute(f, r["d"], ELEMENTS[TWO_SOURCE[s["opcode"]]], [f.read(r["n"]), f.read(r["m"])])
    },
  ),
  row(
    "FSQRT/FRINTx (scalar)",
    "000 11110 0 type:1 1 opcode:6 10000 Rn:5 Rd:5",
    {
      split: ["type", "opcode"],
      regs: { d: "Rd:v", n: "Rn:v" },
      only: (f) => ONE_SOURCE[f["opcode"]] !== undefined,
      fp: true,
    },
    (o, r, s) => {
      const f = scalar(o, s)
      compute(f, r["d"], ELEMENTS[ONE_SOURCE[s["opcode"]]], [f.read(r["n"])])
    },
  ),
  row(
    "FMADD/FMSUB/FNMADD/FNMSUB",
    "000 11111 0 type:1 o1:1 Rm:5 o0:1 Ra:5 Rn:5 Rd:5",
    {
      split: ["type", "o1", "o0"],
      regs: { d: "Rd:v", n: "Rn:v", m: "Rm:v", a: "Ra:v" },
      fp: true,
    },
    (o, r, s) => {
      const f = scalar(o, s)
      const operands = [f.read(r["n"]), f.read(r["m"]), f.read(r["a"])]
      compute(f, r["d"], ELEMENTS[THREE_SOURCE[s["o1"] * 2 + s["o0"]]], operands)
    },
  ),
]

/** Compares with b, or with zero. */
function compare(f: Floats, signals: boolean, left: Value, right?: Value): void {
  const { o } = f
  const [a, b] = [o.temp(f.type), o.temp(f.type)]
  o.setLocal(a, left)
  o.setLocal(b, right ?? f.const(0))
  const [x, y] = [o.local(a, f.type), o.local(b, f.type)]
  const limit = o.limits?.plain(f.wide, false) ?? f.const(Infinity)
  const compares = (value: Value) => f.compare("le", value, limit) as I32
  const ordered = right === undefined ? compares(x) : o.and(compares(x), compares(y))
  const askHelper = () => {
    toScratch(f, [x, y])
    o.helper("fpCompare", [o.i32(f.size), o.i32(signals ? 1 : 0)])
    o.setLocal(a, fromScratch(f, 0))
    o.setLocal(b, fromScratch(f, 1))
  }
  const isRare = o.eqz(o.limits === undefined ? o.and(plainMode(o), ordered) : ordered)
  o.if(isRare, askHelper, undefined, false)
  o.floatFlags(x, y)
}

function operandsOf(o: Ops, r: Regs, s: Fields, withZero: boolean): [Floats, Value, Value?] {
  const f = scalar(o, s)
  return withZero ? [f, f.read(r["n"])] : [f, f.read(r["n"]), f.read(r["m"])]
}

const COMPARE: readonly Row[] = [
  row(
    "FCMP/FCMPE",
    "000 11110 0 type:1 1 Rm:5 00 1000 Rn:5 E:1 zero:1 000",
    { split: ["type", "E", "zero"], regs: { n: "Rn:v", m: "Rm:v" }, fp: true },
    (o, r, s) => {
      const [f, a, b] = operandsOf(o, r, s, s["zero"] === 1)
      compare(f, s["E"] === 1, a, b)
    },
  ),
  row(
    "FCCMP/FCCMPE",
    "000 11110 0 type:1 1 Rm:5 cond:4 01 Rn:5 E:1 nzcv:4",
    {
      split: ["type", "cond", "E"],
      regs: { n: "Rn:v", m: "Rm:v" },
      small: (f) => f["nzcv"],
      fp: true,
    },
    (o, r, s) => {
      o.if(
        o.condition(s["cond"]),
        () => {
          const [f, a, b] = operandsOf(o, r, s, false)
          compare(f, s["E"] === 1, a, b)
        },
        () => o.setNzcv(o.shl(o.small(), o.i32(28))),
      )
    },
  ),
]

export const FP_ARITHMETIC: readonly Row[] = [...ARITHMETIC, ...COMPARE]
