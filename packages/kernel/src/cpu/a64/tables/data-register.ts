// SPDX-License-Identifier: BSD-2-Clause
//
// Data processing, register (Arm ARM DDI 0487, C4.1.89): logical and arithmetic with shifted and extended
// registers, with carry, conditional compare and select, one, two and three sources.

import { type I32, type I64, type Int, TYPES } from "../../dsl/code.ts"
import type { Ops } from "../../dsl/ops.ts"
import { CRC32_TABLES, CRC32C_TABLES, CRC_TABLE_SIZE } from "../../constants.ts"
import { OP } from "../../wasm/opcodes.ts"
import { type Fields, row, type Row } from "../row.ts"
import { addSub, logical } from "./data-immediate.ts"
import { reverseBits, reverseBytes } from "./reverse.ts"

const wide = (s: Fields) => s["sf"] === 1
const amountFits = (f: Fields) => f["sf"] === 1 || f["imm6"] < 32

/** LSL, LSR, ASR, ROR by `type`. */
export function shift(o: Ops, type: number, value: Int, by: Int): Int {
  if (type === 0) return o.shl(value, by)
  if (type === 1) return o.shrU(value, by)
  return type === 2 ? o.shrS(value, by) : o.rotr(value, by)
}

/** The small operand as a shift count of this width. */
function count(o: Ops, isWide: boolean): Int {
  return isWide ? o.extendU(o.small()) : o.small()
}

/** ExtendReg: option 0 .. 7 is UXTB, UXTH, UXTW, UXTX, SXTB, SXTH, SXTW, SXTX; then a shift left. */
export function extended(o: Ops, option: number, value: I64, by: I32): I64 {
  const bits = 8 << (option & 3)
  if (bits === 64) return o.shl(value, o.extendU(by))
  const up = o.i64(64 - bits)
  const spread = o.shl(value, up)
  return o.shl(option >= 4 ? o.shrS(spread, up) : o.shrU(spread, up), o.extendU(by))
}

/** High half of a 64 x 64 bit product, from four products of 32 bits. */
function highProduct(o: Ops, x: I64, y: I64, isSigned: boolean): I64 {
  const low = o.i64(-1, 0)
  const half = o.i64(32)
  const [a, b] = [o.let(x), o.let(y)]
  const [aLow, bLow] = [o.let(o.and(a, low)), o.let(o.and(b, low))]
  const [aHigh, bHigh] = [o.let(o.shrU(a, half)), o.let(o.shrU(b, half))]
  const middle = o.let(o.add(o.mul(aHigh, bLow), o.shrU(o.mul(aLow, bLow), half)))
  const other = o.let(o.add(o.mul(aLow, bHigh), o.and(middle, low)))
  const product = o.add(o.add(o.mul(aHigh, bHigh), o.shrU(middle, half)), o.shrU(other, half))
  if (!isSigned) return product
  const sign = o.i64(63)
  return o.sub(o.sub(product, o.and(o.shrS(a, sign), b)), o.and(o.shrS(b, sign), a))
}

function divide(o: Ops, isSigned: boolean, dividend: Int, divisor: Int, put: (value: Int) => void): void {
  const [a, b] = [o.let(dividend), o.let(divisor)]
  const divideNow = () => put(isSigned ? o.divS(a, b) : o.divU(a, b))
  o.if(
    o.eqz(b),
    () => put(o.constLike(b, 0)),
    () => {
      if (!isSigned) divideNow()
      else o.if(o.eq(b, o.constLike(b, -1)), () => put(o.neg(a)), divideNow)
    },
  )
}

function conditionalCompare(o: Ops, s: Fields, a: Int, b: Int): void {
  o.if(
    o.condition(s["cond"]),
    () => void addSub(o, s["op"], 1, a, b),
    () => o.setNzcv(o.shl(o.small(), o.i32(28))),
  )
}

const ADD_SUB_OPERANDS = { d: "Rd:w", n: "Rn", m: "Rm" }

const LOGICAL: readonly Row[] = [
  row(
    "MOV (register)",
    "sf:1 01 01010 00 0 Rm:5 000000 11111 Rd:5",
    { split: ["sf"], regs: { d: "Rd:w", m: "Rm" } },
    (o, r, s) => o.setR(r["d"], o.r(r["m"], wide(s))),
  ),
  row(
    "AND/ORR/EOR/ANDS (register)",
    "sf:1 opc:2 01010 00 0 Rm:5 000000 Rn:5 Rd:5",
    { split: ["sf", "opc"], regs: ADD_SUB_OPERANDS },
    (o, r, s) => o.setR(r["d"], logical(o, s["opc"], o.r(r["n"], wide(s)), o.r(r["m"], wide(s)))),
  ),
  row(
    "AND/ORR/EOR/ANDS/BIC/ORN/EON/BICS (shifted register)",
    "sf:1 opc:2 01010 shift:2 N:1 Rm:5 imm6:6 Rn:5 Rd:5",
    {
      split: ["sf", "opc", "shift", "N"],
      regs: ADD_SUB_OPERANDS,
      small: (f) => f["imm6"],
      when: amountFits,
    },
    (o, r, s) => {
      const m = shift(o, s["shift"], o.r(r["m"], wide(s)), count(o, wide(s)))
      o.setR(r["d"], logical(o, s["opc"], o.r(r["n"], wide(s)), s["N"] === 1 ? o.not(m) : m))
    },
  ),
]

const ARITHMETIC: readonly Row[] = [
  row(
    "ADD/ADDS/SUB/SUBS (register)",
    "sf:1 op:1 S:1 01011 00 0 Rm:5 000000 Rn:5 Rd:5",
    { split: ["sf", "op", "S"], regs: ADD_SUB_OPERANDS },
    (o, r, s) => o.setR(r["d"], addSub(o, s["op"], s["S"], o.r(r["n"], wide(s)), o.r(r["m"], wide(s)))),
  ),
  row(
    "ADD/ADDS/SUB/SUBS (shifted register)",
    "sf:1 op:1 S:1 01011 shift:2 0 Rm:5 imm6:6 Rn:5 Rd:5",
    {
      split: ["sf", "op", "S", "shift"],
      regs: ADD_SUB_OPERANDS,
      small: (f) => f["imm6"],
      only: (f) => f["shift"] !== 3,
      when: amountFits,
    },
    (o, r, s) => {
      const m = shift(o, s["shift"], o.r(r["m"], wide(s)), count(o, wide(s)))
      o.setR(r["d"], addSub(o, s["op"], s["S"], o.r(r["n"], wide(s)), m))
    },
  ),
  ...[0, 1].map((S) =>
    row(
      S === 1 ? "ADDS/SUBS (extended register)" : "ADD/SUB (extended register)",
      `sf:1 op:1 ${S} 01011 00 1 Rm:5 option:3 imm3:3 Rn:5 Rd:5`,
      {
        split: ["sf", "op", "option"],
        regs: { d: S === 1 ? "Rd:w" : "Rd:wsp", n: "Rn:sp", m: "Rm" },
        small: (f) => f["imm3"],
        when: (f) => f["imm3"] <= 4,
      },
      (o, r, s) => {
        const m = extended(o, s["option"], o.x(r["m"]), o.small())
        o.setR(r["d"], addSub(o, s["op"], S, o.r(r["n"], wide(s)), wide(s) ? m : o.wrap(m)))
      },
    ),
  ),
  row(
    "ADC/ADCS/SBC/SBCS",
    "sf:1 op:1 S:1 11010000 Rm:5 000000 Rn:5 Rd:5",
    { split: ["sf", "op", "S"], regs: ADD_SUB_OPERANDS },
    (o, r, s) => {
      const a = o.r(r["n"], wide(s))
      const b = s["op"] === 1 ? o.not(o.r(r["m"], wide(s))) : o.r(r["m"], wide(s))
      if (s["S"] === 1) {
        o.setR(r["d"], o.adcs(a, b))
      } else {
        o.setR(r["d"], o.add(o.add(a, b), wide(s) ? o.extendU(o.carry()) : o.carry()))
      }
    },
  ),
]

const CONDITIONAL: readonly Row[] = [
  row(
    "CCMN/CCMP (register)",
    "sf:1 op:1 1 11010010 Rm:5 cond:4 00 Rn:5 0 nzcv:4",
    { split: ["sf", "op", "cond"], regs: { n: "Rn", m: "Rm" }, small: (f) => f["nzcv"] },
    (o, r, s) => conditionalCompare(o, s, o.r(r["n"], wide(s)), o.r(r["m"], wide(s))),
  ),
  row(
    "CCMN/CCMP (immediate)",
    "sf:1 op:1 1 11010010 imm5:5 cond:4 10 Rn:5 0 nzcv:4",
    {
      split: ["sf", "op", "cond"],
      regs: { n: "Rn" },
      imm: (f) => f["imm5"],
      small: (f) => f["nzcv"],
    },
    (o, r, s) => conditionalCompare(o, s, o.r(r["n"], wide(s)), o.immediate(wide(s))),
  ),
  row(
    "CSEL/CSINC/CSINV/CSNEG",
    "sf:1 op:1 0 11010100 Rm:5 cond:4 0 op2:1 Rn:5 Rd:5",
    { split: ["sf", "op", "op2", "cond"], regs: ADD_SUB_OPERANDS },
    (o, r, s) => {
      const m = o.r(r["m"], wide(s))
      const inverted = s["op"] === 1 ? o.not(m) : m
      const other = s["op2"] === 1 ? o.add(inverted, o.constLike(m, 1)) : inverted
      o.setR(r["d"], o.select(o.condition(s["cond"]), o.r(r["n"], wide(s)), other))
    },
  ),
]

/** CRC32 (C 0) or CRC32C of 1 << sz bytes: a table for each byte by how many bytes come behind it. */
function crc32(o: Ops, { C: isC, sz }: Fields, crc: I32, value: I64): I32 {
  const tables = isC === 1 ? CRC32C_TABLES : CRC32_TABLES
  const data = o.let(value)
  const first = o.let(o.xor(crc, o.wrap(data)))
  const high = sz === 3 ? o.let(o.wrap(o.shrU(data, o.i64(32)))) : first
  const bytes = 1 << sz
  const found = Array.from({ length: bytes }, (_, n) => {
    const byte = o.and(o.shrU(n < 4 ? first : high, o.i32((n & 3) * 8)), o.i32(255))
    const table = tables + (bytes - 1 - n) * CRC_TABLE_SIZE
    return o.load<I32>(OP.i32_load, TYPES.I32, o.shl(byte, o.i32(2)), table)
  })
  const rest = bytes < 4 ? [o.shrU(crc, o.i32(bytes * 8))] : []
  return [...found, ...rest].reduce((all, one) => o.xor(all, one))
}

const TWO_SOURCES: readonly Row[] = [
  row(
    "UDIV/SDIV",
    "sf:1 00 11010110 Rm:5 00001 o1:1 Rn:5 Rd:5",
    { split: ["sf", "o1"], regs: ADD_SUB_OPERANDS },
    (o, r, s) =>
      divide(o, s["o1"] === 1, o.r(r["n"], wide(s)), o.r(r["m"], wide(s)), (value) => o.setR(r["d"], value)),
  ),
  row(
    "LSLV/LSRV/ASRV/RORV",
    "sf:1 00 11010110 Rm:5 0010 op2:2 Rn:5 Rd:5",
    { split: ["sf", "op2"], regs: ADD_SUB_OPERANDS },
    (o, r, s) => o.setR(r["d"], shift(o, s["op2"], o.r(r["n"], wide(s)), o.r(r["m"], wide(s)))),
  ),
  row(
    "CRC32/CRC32C",
    "sf:1 00 11010110 Rm:5 010 C:1 sz:2 Rn:5 Rd:5",
    {
      split: ["C", "sz"],
      regs: ADD_SUB_OPERANDS,
      when: (f) => (f["sf"] === 1) === (f["sz"] === 3),
      needs: "CRC32",
    },
    (o, r, s) => o.setW(r["d"], crc32(o, s, o.w(r["n"]), o.x(r["m"]))),
  ),
]

const ONE_SOURCE: readonly Row[] = [
  row(
    "RBIT",
    "sf:1 10 11010110 00000 000000 Rn:5 Rd:5",
    { split: ["sf"], regs: { d: "Rd:w", n: "Rn" } },
    (o, r, s) => o.setR(r["d"], reverseBits(o, o.r(r["n"], wide(s)))),
  ),
  row(
    "REV16/REV32/REV",
    "sf:1 10 11010110 00000 0000 opc:2 Rn:5 Rd:5",
    {
      split: ["sf", "opc"],
      regs: { d: "Rd:w", n: "Rn" },
      only: (f) => f["opc"] !== 0 && (f["sf"] === 1 || f["opc"] !== 3),
    },
    (o, r, s) => o.setR(r["d"], reverseBytes(o, o.r(r["n"], wide(s)), 8 << s["opc"])),
  ),
  row(
    "CLZ/CLS",
    "sf:1 10 11010110 00000 00010 op:1 Rn:5 Rd:5",
    { split: ["sf", "op"], regs: { d: "Rd:w", n: "Rn" } },
    (o, r, s) => {
      const value = o.let(o.r(r["n"], wide(s)))
      if (s["op"] === 0) return o.setR(r["d"], o.clz(value))
      const folded = o.xor(value, o.shrS(value, o.constLike(value, wide(s) ? 63 : 31)))
      o.setR(r["d"], o.sub(o.clz(folded), o.constLike(value, 1)))
    },
  ),
]

const THREE_OPERANDS = { d: "Rd:w", n: "Rn", m: "Rm", a: "Ra" }

const THREE_SOURCES: readonly Row[] = [
  row(
    "MADD/MSUB",
    "sf:1 00 11011 000 Rm:5 o0:1 Ra:5 Rn:5 Rd:5",
    { split: ["sf", "o0"], regs: THREE_OPERANDS },
    (o, r, s) => {
      const product = o.mul(o.r(r["n"], wide(s)), o.r(r["m"], wide(s)))
      const a = o.r(r["a"], wide(s))
      o.setR(r["d"], s["o0"] === 1 ? o.sub(a, product) : o.add(a, product))
    },
  ),
  row(
    "SMADDL/SMSUBL/UMADDL/UMSUBL",
    "1 00 11011 U:1 01 Rm:5 o0:1 Ra:5 Rn:5 Rd:5",
    { split: ["U", "o0"], regs: THREE_OPERANDS },
    (o, r, s) => {
      const long = (value: I32) => (s["U"] === 1 ? o.extendU(value) : o.extendS(value))
      const product = o.mul(long(o.w(r["n"])), long(o.w(r["m"])))
      o.setX(r["d"], s["o0"] === 1 ? o.sub(o.x(r["a"]), product) : o.add(o.x(r["a"]), product))
    },
  ),
  row(
    "SMULH/UMULH",
    "1 00 11011 U:1 10 Rm:5 0 xxxxx Rn:5 Rd:5",
    { split: ["U"], regs: ADD_SUB_OPERANDS },
    (o, r, s) => o.setX(r["d"], highProduct(o, o.x(r["n"]), o.x(r["m"]), s["U"] === 0)),
  ),
]

export const DATA_REGISTER: readonly Row[] = [
  ...LOGICAL,
  ...ARITHMETIC,
  ...CONDITIONAL,
  ...TWO_SOURCES,
  ...ONE_SOURCE,
  ...THREE_SOURCES,
]
