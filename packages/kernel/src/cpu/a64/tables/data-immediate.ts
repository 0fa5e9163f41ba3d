// SPDX-License-Identifier: BSD-2-Clause
//
// Data processing, immediate (Arm ARM DDI 0487, C4.1.86 and the instruction pages): PC-relative addresses,
// add and subtract, logical, move wide, bitfield, extract.

import type { Int } from "../../dsl/code.ts"
import type { Ops } from "../../dsl/ops.ts"
import { bitfieldMask, logicalMask } from "../bitmask.ts"
import { type Fields, row, type Row, signed } from "../row.ts"

/** Add or subtract with or without flags. */
export function addSub(o: Ops, op: number, s: number, a: Int, b: Int): Int {
  if (s === 1) return op === 1 ? o.subs(a, b) : o.adds(a, b)
  return op === 1 ? o.sub(a, b) : o.add(a, b)
}

/** AND, ORR, EOR, ANDS by `opc`. */
export function logical(o: Ops, opc: number, a: Int, b: Int): Int {
  if (opc === 1) return o.or(a, b)
  if (opc === 2) return o.xor(a, b)
  return opc === 3 ? o.logicFlags(o.and(a, b)) : o.and(a, b)
}

const addSubImmediate = (f: Fields) => f["imm12"] * (f["sh"] === 1 ? 4096 : 1)

/** Shift left, then right: how UBFM and SBFM move any bitfield. Left count in bits 7..0, right in 15..8. */
function bitfieldShifts(f: Fields): number {
  const last = (f["sf"] === 1 ? 64 : 32) - 1
  const left = last - f["imms"]
  const right = f["imms"] >= f["immr"] ? left + f["immr"] : f["immr"] - f["imms"] - 1
  return left | (right << 8)
}

const bitfieldValid = (f: Fields) =>
  f["N"] === f["sf"] && (f["sf"] === 1 || (f["immr"] < 32 && f["imms"] < 32))
const maskValid = (f: Fields) =>
  (f["sf"] === 1 || f["N"] === 0) && logicalMask(f["N"], f["imms"], f["immr"]) !== undefined
const mask = (f: Fields) => logicalMask(f["N"], f["imms"], f["immr"]) ?? 0

/** imm16 at its halfword, the rest zero. */
function halfword(f: Fields): readonly [number, number] {
  const shifted = f["imm16"] << ((f["hw"] & 1) * 16)
  return f["hw"] < 2 ? [shifted, 0] : [0, shifted]
}
function inverted(f: Fields): readonly [number, number] {
  const [lo, hi] = halfword(f)
  return [~lo, f["sf"] === 1 ? ~hi : 0]
}
const moveValid = (f: Fields) => f["sf"] === 1 || f["hw"] < 2

export const DATA_IMMEDIATE: readonly Row[] = [
  row(
    "ADR",
    "0 immlo:2 10000 immhi:19 Rd:5",
    { regs: { d: "Rd:w" }, imm: (f) => signed((f["immhi"] << 2) | f["immlo"], 21) },
    (o, r) => o.setX(r["d"], o.add(o.pc(), o.imm())),
  ),
  row(
    "ADRP",
    "1 immlo:2 10000 immhi:19 Rd:5",
    { regs: { d: "Rd:w" }, imm: (f) => signed((f["immhi"] << 2) | f["immlo"], 21) * 4096 },
    (o, r) => o.setX(r["d"], o.add(o.and(o.pc(), o.i64(-4096)), o.imm())),
  ),
  row(
    "ADD/SUB (immediate)",
    "sf:1 op:1 0 100010 sh:1 imm12:12 Rn:5 Rd:5",
    { split: ["sf", "op"], regs: { d: "Rd:wsp", n: "Rn:sp" }, imm: addSubImmediate },
    (o, r, s) =>
      o.setR(r["d"], addSub(o, s["op"], 0, o.r(r["n"], s["sf"] === 1), o.immediate(s["sf"] === 1))),
  ),
  row(
    "ADDS/SUBS (immediate)",
    "sf:1 op:1 1 100010 sh:1 imm12:12 Rn:5 Rd:5",
    { split: ["sf", "op"], regs: { d: "Rd:w", n: "Rn:sp" }, imm: addSubImmediate },
    (o, r, s) =>
      o.setR(r["d"], addSub(o, s["op"], 1, o.r(r["n"], s["sf"] === 1), o.immediate(s["sf"] === 1))),
  ),
  row(
    "AND/ORR/EOR (immediate)",
    "sf:1 opc:2 100100 N:1 immr:6 imms:6 Rn:5 Rd:5",
    {
      split: ["sf", "opc"],
      regs: { d: "Rd:wsp", n: "Rn" },
      imm: mask,
      only: (f) => f["opc"] !== 3,
      when: maskValid,
    },
    (o, r, s) => o.setR(r["d"], logical(o, s["opc"], o.r(r["n"], s["sf"] === 1), o.immediate(s["sf"] === 1))),
  ),
  row(
    "ANDS (immediate)",
    "sf:1 11 100100 N:1 immr:6 imms:6 Rn:5 Rd:5",
    { split: ["sf"], regs: { d: "Rd:w", n: "Rn" }, imm: mask, when: maskValid },
    (o, r, s) => o.setR(r["d"], logical(o, 3, o.r(r["n"], s["sf"] === 1), o.immediate(s["sf"] === 1))),
  ),
  row(
    "MOVN",
    "sf:1 00 100101 hw:2 imm16:16 Rd:5",
    { regs: { d: "Rd:w" }, imm: inverted, when: moveValid },
    (o, r) => o.setX(r["d"], o.imm()),
  ),
  row(
    "MOVZ",
    "sf:1 10 100101 hw:2 imm16:16 Rd:5",
    { regs: { d: "Rd:w" }, imm: halfword, when: moveValid },
    (o, r) => o.setX(r["d"], o.imm()),
  ),
  row(
    "MOVK",
    "sf:1 11 100101 hw:2 imm16:16 Rd:5",
    { split: ["sf"], regs: { d: "Rd:w" }, imm: halfword, small: (f) => f["hw"] * 16, when: moveValid },
    (o, r, s) => {
      const hole = o.not(o.shl(o.i64(0xffff), o.extendU(o.small())))
      const value = o.or(o.and(o.x(r["d"]), hole), o.imm())
      o.setX(r["d"], s["sf"] === 1 ? value : o.and(value, o.i64(-1, 0)))
    },
  ),
  row(
    "UBFM/SBFM",
    "sf:1 op:1 0 100110 N:1 immr:6 imms:6 Rn:5 Rd:5",
    { split: ["sf", "op"], regs: { d: "Rd:w", n: "Rn" }, small: bitfieldShifts, when: bitfieldValid },
    (o, r, s) => {
      const wide = s["sf"] === 1
      const count = (value: number) => {
        const bits = value === 0 ? o.and(o.small(), o.i32(255)) : o.shrU(o.small(), o.i32(8))
        return wide ? o.extendU(bits) : bits
      }
      const left = o.shl(o.r(r["n"], wide), count(0))
      o.setR(r["d"], s["op"] === 1 ? o.shrU(left, count(1)) : o.shrS(left, count(1)))
    },
  ),
  row(
    "BFM",
    "sf:1 01 100110 N:1 immr:6 imms:6 Rn:5 Rd:5",
    {
      split: ["sf"],
      regs: { d: "Rd:w", n: "Rn" },
      imm: (f) => bitfieldMask(f["sf"] === 1, f["imms"], f["immr"]),
      small: (f) => f["immr"],
      when: bitfieldValid,
    },
    (o, r, s) => {
      const wide = s["sf"] === 1
      const by = wide ? o.extendU(o.small()) : o.small()
      const moved = o.and(o.rotr(o.r(r["n"], wide), by), o.immediate(wide))
      o.setR(r["d"], o.or(o.and(o.r(r["d"], wide), o.not(o.immediate(wide))), moved))
    },
  ),
  row(
    "EXTR",
    "sf:1 00 100111 N:1 0 Rm:5 imms:6 Rn:5 Rd:5",
    {
      split: ["sf"],
      regs: { d: "Rd:w", n: "Rn", m: "Rm" },
      small: (f) => f["imms"],
      when: (f) => f["N"] === f["sf"] && (f["sf"] === 1 || f["imms"] < 32),
    },
    (o, r, s) => {
      const wide = s["sf"] === 1
      const lsb = wide ? o.extendU(o.small()) : o.small()
      const [n, m] = [o.r(r["n"], wide), o.r(r["m"], wide)]
      if (o.same(n, m)) return o.setR(r["d"], o.rotr(m, lsb))
      const left = o.sub(o.constant(wide, wide ? 63 : 31), lsb)
      const high = o.shl(o.shl(n, left), o.constant(wide, 1))
      o.setR(r["d"], o.or(high, o.shrU(m, lsb)))
    },
  ),
]
