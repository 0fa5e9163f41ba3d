// SPDX-License-Identifier: BSD-2-Clause
//
// FP instructions that move bits and compute nothing (Arm ARM DDI 0487, C4.1.90): FMOV between registers,
// from and to general registers, of an immediate; FABS and FNEG; FCSEL.

import type { I64 } from "../../dsl/code.ts"
import { Lanes } from "../lanes.ts"
import { row, type Row } from "../row.ts"
import { expandDoubleHigh, expandSingle } from "./simd-move.ts"

const SIGN = -0x8000_0000

/** FMOV, FABS, FNEG by opcode on the bits of a single or double. */
const ONE_SOURCE: readonly Row[] = [
  row(
    "FMOV/FABS/FNEG (scalar)",
    "000 11110 0 type:1 1 0000 opc:2 10000 Rn:5 Rd:5",
    {
      split: ["type", "opc"],
      regs: { d: "Rd:v", n: "Rn:v" },
      only: (f) => f["opc"] !== 3,
      fp: true,
    },
    (o, r, s) => {
      const wide = s["type"] === 1
      const l = new Lanes(o, 3, wide ? 8 : 4)
      const top = wide ? o.v128(0, SIGN, 0, 0) : o.v128(SIGN, 0, 0, 0)
      const n = o.v(r["n"])
      l.put(r["d"], [n, l.andnot(n, top), l.xor(n, top)][s["opc"]])
    },
  ),
]

const GENERAL: readonly Row[] = [
  row(
    "FMOV (general)",
    "sf:1 00 11110 0 type:1 1 00 11 op:1 000000 Rn:5 Rd:5",
    {
      split: ["sf", "op"],
      regs: { d: "Rd:v", n: "Rn", e: "Rd:w", v: "Rn:v" },
      when: (f) => f["sf"] === f["type"],
      fp: true,
    },
    (o, r, s) => {
      const wide = s["sf"] === 1
      if (s["op"] === 1) o.setVLow(r["d"], wide ? o.x(r["n"]) : o.extendU(o.w(r["n"])))
      else if (wide) o.setX(r["e"], o.vLow(r["v"]))
      else o.setW(r["e"], o.wrap(o.vLow(r["v"])))
    },
  ),
  row(
    "FMOV (general, upper half)",
    "1 00 11110 10 1 01 11 op:1 000000 Rn:5 Rd:5",
    { split: ["op"], regs: { d: "Rd:v", n: "Rn", e: "Rd:w", v: "Rn:v" }, fp: true },
    (o, r, s) => {
      const l = new Lanes(o, 3, 16)
      if (s["op"] === 1) o.setV(r["d"], l.replaceAt(o.v(r["d"]), o.i32(1), o.x(r["n"])))
      else o.setX(r["e"], l.extract(o.v(r["v"]), 1) as I64)
    },
  ),
]

const IMMEDIATE: readonly Row[] = [
  row(
    "FMOV (scalar, immediate)",
    "000 11110 0 type:1 1 imm8:8 100 00000 Rd:5",
    {
      regs: { d: "Rd:v" },
      imm: (f) => (f["type"] === 1 ? [0, expandDoubleHigh(f["imm8"])] : [expandSingle(f["imm8"]), 0]),
      fp: true,
    },
    (o, r) => o.setVLow(r["d"], o.imm()),
  ),
]

const SELECT: readonly Row[] = [
  row(
    "FCSEL",
    "000 11110 0 type:1 1 Rm:5 cond:4 11 Rn:5 Rd:5",
    { split: ["type", "cond"], regs: { d: "Rd:v", n: "Rn:v", m: "Rm:v" }, fp: true },
    (o, r, s) => {
      const value = o.select(o.condition(s["cond"]), o.vLow(r["n"]), o.vLow(r["m"]))
      o.setVLow(r["d"], s["type"] === 1 ? value : o.and(value, o.i64(-1, 0)))
    },
  ),
]

export const FP_MOVE: readonly Row[] = [...ONE_SOURCE, ...GENERAL, ...IMMEDIATE, ...SELECT]
