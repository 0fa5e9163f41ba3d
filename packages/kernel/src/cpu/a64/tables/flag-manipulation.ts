// SPDX-License-Identifier: BSD-2-Clause
//
// Flags by themselves (FEAT_FlagM, FEAT_FlagM2; Arm ARM DDI 0487, C4.1.87 "PSTATE", C4.1.89 "Rotate right into
// flags", "Evaluate into flags"), and the speculation barrier (FEAT_SB), which has nothing to wait for.

import type { I32 } from "../../dsl/code.ts"
import type { Ops } from "../../dsl/ops.ts"
import { row, type Row } from "../row.ts"

const N = 31
const Z = 30
const C = 29
const V = 28

/** A flag of NZCV as 0 or 1. */
const flag = (o: Ops, nzcv: I32, bit: number): I32 => o.and(o.shrU(nzcv, o.i32(bit)), o.i32(1))

function setFlags(o: Ops, n: I32, z: I32, c: I32, v: I32): void {
  const at = (value: I32, bit: number) => o.shl(value, o.i32(bit))
  o.setNzcv(o.or(o.or(at(n, N), at(z, Z)), o.or(at(c, C), at(v, V))))
}

/** SETF8, SETF16: N and Z of the low bits, V where the bit above differs; C stays. */
function evaluate(o: Ops, value: I32, bits: number): void {
  const v = o.let(value)
  const carry = o.let(flag(o, o.nzcv(), C))
  const bit = (at: number) => o.and(o.shrU(v, o.i32(at)), o.i32(1))
  const zero = o.eqz(o.shl(v, o.i32(32 - bits)))
  setFlags(o, bit(bits - 1), zero, carry, o.xor(bit(bits), bit(bits - 1)))
}

export const FLAG_MANIPULATION: readonly Row[] = [
  row("CFINV", "1101010100000 000 0100 0000 000 11111", { needs: "FlagM" }, (o) =>
    o.setNzcv(o.xor(o.nzcv(), o.i32(1 << C))),
  ),
  // From and to the flags of another format of FP comparison.
  row("XAFLAG", "1101010100000 000 0100 0000 001 11111", { needs: "FlagM2" }, (o) => {
    const flags = o.let(o.nzcv())
    const [z, c] = [o.let(flag(o, flags, Z)), o.let(flag(o, flags, C))]
    const not = (value: I32) => o.xor(value, o.i32(1))
    setFlags(o, o.and(not(c), not(z)), o.and(z, c), o.or(c, z), o.and(not(c), z))
  }),
  row("AXFLAG", "1101010100000 000 0100 0000 010 11111", { needs: "FlagM2" }, (o) => {
    const flags = o.let(o.nzcv())
    const v = o.let(flag(o, flags, V))
    const c = o.and(flag(o, flags, C), o.xor(v, o.i32(1)))
    setFlags(o, o.i32(0), o.or(flag(o, flags, Z), v), c, o.i32(0))
  }),
  row(
    "RMIF",
    "1 0 1 11010000 imm6:6 00001 Rn:5 0 mask:4",
    { regs: { n: "Rn" }, imm: (f) => f["imm6"], small: (f) => f["mask"], needs: "FlagM" },
    (o, r) => {
      const mask = o.let(o.shl(o.small(), o.i32(V)))
      const turned = o.shl(o.wrap(o.rotr(o.x(r["n"]), o.imm())), o.i32(V))
      o.setNzcv(o.or(o.and(o.nzcv(), o.not(mask)), o.and(turned, mask)))
    },
  ),
  row(
    "SETF8/SETF16",
    "0 0 1 11010000 000000 sz:1 0010 Rn:5 0 1101",
    { split: ["sz"], regs: { n: "Rn" }, needs: "FlagM" },
    (o, r, s) => evaluate(o, o.w(r["n"]), s["sz"] === 1 ? 16 : 8),
  ),
  row("SB", "11010101000000110011 0000 111 11111", { needs: "SB" }, () => undefined),
]
