// SPDX-License-Identifier: BSD-2-Clause
//
// Atomic memory operations and compare and swap (FEAT_LSE), and loads and stores with release consistency
// (FEAT_LRCPC, FEAT_LRCPC2): Arm ARM DDI 0487, C4.1.88. All of them are aligned to their size. One instruction runs at a
// time, so reading and then writing is atomic; the order of accesses is the program's.

import { type I32, type I64, TYPES } from "../../dsl/code.ts"
import type { Ops, Size } from "../../dsl/ops.ts"
import { SIGN_OPS } from "../../dsl/tier.ts"
import * as L from "../../layout.ts"
import { type Fields, row, type Row, signed } from "../row.ts"

const sizeOf = (s: Fields) => (1 << s["size"]) as Size

/** The low bytes of a value as a signed number. */
function signExtended(o: Ops, size: Size, value: I64): I64 {
  return size === 8 ? value : o.unary<I64>(SIGN_OPS[size], TYPES.I64, value)
}

function zeroExtended(o: Ops, size: Size, value: I64): I64 {
  return size === 8 ? value : o.and(value, size === 4 ? o.i64(-1, 0) : o.i64((1 << (size * 8)) - 1))
}

/** LDADD, LDCLR, LDEOR, LDSET, LDSMAX, LDSMIN, LDUMAX, LDUMIN by opc. `old` is bound and zero-extended. */
function combined(o: Ops, opc: number, size: Size, old: I64, operand: I64): I64 {
  if (opc === 0) return o.add(old, operand)
  if (opc === 1) return o.and(old, o.not(operand))
  if (opc === 2) return o.xor(old, operand)
  if (opc === 3) return o.or(old, operand)
  const extend = opc < 6 ? signExtended : zeroExtended
  const [a, b] = [o.let(extend(o, size, old)), o.let(extend(o, size, operand))]
  const isAbove: I32 = opc < 6 ? o.gtS(a, b) : o.gtU(a, b)
  return o.select(isAbove, (opc & 1) === 0 ? a : b, (opc & 1) === 0 ? b : a)
}

const OPERATIONS = ["LDADD", "LDCLR", "LDEOR", "LDSET", "LDSMAX", "LDSMIN", "LDUMAX", "LDUMIN"]
const OPERANDS = { s: "Rs", d: "Rt:w", n: "Rn:sp" }
const LSE = { regs: OPERANDS, needs: "LSE" } as const

const MEMORY_OPERATIONS: readonly Row[] = [
  ...OPERATIONS.map((name, opc) =>
    row(
      name,
      `size:2 111 0 00 A:1 R:1 1 Rs:5 0 ${opc.toString(2).padStart(3, "0")} 00 Rn:5 Rt:5`,
      { ...LSE, split: ["size"] },
      (o, r, s) => {
        const address = o.let(o.x(r["n"]))
        const old = o.read(sizeOf(s), false, address, L.ACC_ALIGNED)
        o.write(sizeOf(s), address, combined(o, opc, sizeOf(s), old, o.x(r["s"])), L.ACC_ALIGNED)
        o.setX(r["d"], old)
      },
    ),
  ),
  row("SWP", "size:2 111 0 00 A:1 R:1 1 Rs:5 1 000 00 Rn:5 Rt:5", { ...LSE, split: ["size"] }, (o, r, s) => {
    const address = o.let(o.x(r["n"]))
    const old = o.read(sizeOf(s), false, address, L.ACC_ALIGNED)
    o.write(sizeOf(s), address, o.x(r["s"]), L.ACC_ALIGNED)
    o.setX(r["d"], old)
  }),
]

/** Byte offset of a general register in the CPU block. */
const offsetOf = (o: Ops, number: I32) => o.shl(number, o.i32(3))

const COMPARE_AND_SWAP: readonly Row[] = [
  row(
    "CAS",
    "size:2 001000 1 L:1 1 Rs:5 o0:1 11111 Rn:5 Rt:5",
    { split: ["size"], regs: { s: "Rs", d: "Rs:w", t: "Rt", n: "Rn:sp" }, needs: "LSE" },
    (o, r, s) => {
      const address = o.let(o.x(r["n"]))
      const old = o.read(sizeOf(s), false, address, L.ACC_ALIGNED)
      const isSame = o.eq(old, zeroExtended(o, sizeOf(s), o.x(r["s"])))
      o.if(isSame, () => o.write(sizeOf(s), address, o.x(r["t"]), L.ACC_ALIGNED))
      o.setX(r["d"], old)
    },
  ),
  // Five registers, two of them by number: for the interpreter alone, which has them in the CPU block.
  row(
    "CASP",
    "0 sz:1 001000 0 L:1 1 Rs:5 o0:1 11111 Rn:5 Rt:5",
    {
      split: ["sz"],
      regs: { s: "Rs", d: "Rs:w", t: "Rt", n: "Rn:sp" },
      small: (f) => f["Rs"] | (f["Rt"] << 8),
      when: (f) => (f["Rs"] & 1) === 0 && (f["Rt"] & 1) === 0,
      flow: "system",
      needs: "LSE",
    },
    (o, r, s) => {
      const size = s["sz"] === 1 ? 8 : 4
      const address = o.let(o.x(r["n"]))
      const nextS = o.let(o.add(o.and(o.small(), o.i32(31)), o.i32(1)))
      const nextT = o.add(o.shrU(o.small(), o.i32(8)), o.i32(1))
      const both = o.read(8, false, address, L.ACC_ALIGNED | (size === 8 ? L.ACC_PAIR : 0))
      const low = size === 8 ? both : o.let(zeroExtended(o, 4, both))
      const second = o.let(o.add(address, o.i64(size)))
      const high = size === 8 ? o.read(8, false, second) : o.let(o.shrU(both, o.i64(32)))
      const wanted = (value: I64) => zeroExtended(o, size, value)
      const same = o.and(o.eq(low, wanted(o.x(r["s"]))), o.eq(high, wanted(o.fieldAt(offsetOf(o, nextS)))))
      o.if(same, () => {
        o.write(size, address, o.x(r["t"]))
        o.write(size, second, o.fieldAt(offsetOf(o, nextT)))
      })
      o.setX(r["d"], low)
      // Rs + 1 is 31 where Rs is 30: nothing is written then.
      o.if(o.ne(nextS, o.i32(L.REG_ZERO)), () => o.setFieldAt(offsetOf(o, nextS), high))
    },
  ),
]

/** opc of LDAPUR and STLUR: 0 store, 1 load, 2 load signed to 64 bits, 3 load signed to 32 bits. */
const accessExists = (f: Fields) => f["opc"] < 2 || f["size"] < 5 - f["opc"]

const RELEASE_CONSISTENT: readonly Row[] = [
  row(
    "LDAPR",
    "size:2 111 0 00 101 11111 1100 00 Rn:5 Rt:5",
    { split: ["size"], regs: { d: "Rt:w", n: "Rn:sp" }, needs: "LRCPC" },
    (o, r, s) => o.setX(r["d"], o.read(sizeOf(s), false, o.x(r["n"]), L.ACC_ALIGNED)),
  ),
  row(
    "LDAPUR/STLUR",
    "size:2 011001 opc:2 0 imm9:9 00 Rn:5 Rt:5",
    {
      split: ["size", "opc"],
      regs: { t: "Rt", d: "Rt:w", n: "Rn:sp" },
      imm: (f) => signed(f["imm9"], 9),
      only: accessExists,
      needs: "LRCPC2",
    },
    (o, r, s) => {
      const address = o.add(o.x(r["n"]), o.imm())
      if (s["opc"] === 0) return o.write(sizeOf(s), address, o.x(r["t"]), L.ACC_ALIGNED)
      const value = o.read(sizeOf(s), s["opc"] >= 2, address, L.ACC_ALIGNED)
      o.setX(r["d"], s["opc"] === 3 ? o.and(value, o.i64(-1, 0)) : value)
    },
  ),
]

export const ATOMICS: readonly Row[] = [...MEMORY_OPERATIONS, ...COMPARE_AND_SWAP, ...RELEASE_CONSISTENT]
