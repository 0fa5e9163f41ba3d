// SPDX-License-Identifier: BSD-2-Clause
//
// Advanced SIMD instructions that move elements (Arm ARM DDI 0487, C4.1.90): copy, permute, extract, table
// lookup, modified immediate. FMOV of immediates to vectors is here; scalar moves are in fp-move.ts.

import { type I32, type I64, TYPES, type V128 } from "../../dsl/code.ts"
import type { Ops, Slot } from "../../dsl/ops.ts"
import { Lanes, splatImmediate } from "../lanes.ts"
import { type Fields, type Regs, row, type Row } from "../row.ts"

const full = (s: Fields) => (s["Q"] === 1 ? 16 : 8)

/** imm5 of the copy group by element size: index, then a one that tells the size. */
const ELEMENTS = [
  { size: 0, imm5: "i:4 1" },
  { size: 1, imm5: "i:3 10" },
  { size: 2, imm5: "i:2 100" },
  { size: 3, imm5: "i:1 1000" },
] as const

/** A general register as a lane of this size. */
function general(o: Ops, l: Lanes, slot: Slot) {
  return l.size === 3 ? o.x(slot) : o.w(slot)
}

function moveToGeneral(o: Ops, r: Regs, l: Lanes, isSigned: boolean, wide: boolean): void {
  const value = l.extractAt(o.v(r["n"]), o.small(), isSigned)
  if (o.type(value) === TYPES.I64) return o.setX(r["d"], value as I64)
  if (wide && isSigned) o.setX(r["d"], o.extendS(value as I32))
  else o.setW(r["d"], value as I32)
}

const index = { small: (f: Fields) => f["i"] }

const COPY: readonly Row[] = ELEMENTS.flatMap(({ size, imm5 }) => {
  const one = 1 << size
  const names = ["B", "H", "S", "D"]
  const rows = [
    row(
      `DUP (element, ${names[size]})`,
      `0 Q:1 0 01110000 ${imm5} 0 0000 1 Rn:5 Rd:5`,
      {
        split: ["Q"],
        regs: { d: "Rd:v", n: "Rn:v" },
        ...index,
        only: (f) => size < 3 || f["Q"] === 1,
        fp: true,
      },
      (o, r, s) => {
        const l = new Lanes(o, size, full(s))
        l.put(r["d"], l.duplicate(o.v(r["n"]), o.small()))
      },
    ),
    row(
      `DUP (general, ${names[size]})`,
      `0 Q:1 0 01110000 ${imm5} 0 0001 1 Rn:5 Rd:5`,
      { split: ["Q"], regs: { d: "Rd:v", n: "Rn" }, only: (f) => size < 3 || f["Q"] === 1, fp: true },
      (o, r, s) => {
        const l = new Lanes(o, size, full(s))
        l.put(r["d"], l.splat(general(o, l, r["n"])))
      },
    ),
    row(
      `DUP (scalar, ${names[size]})`,
      `01 0 11110000 ${imm5} 0 0000 1 Rn:5 Rd:5`,
      { regs: { d: "Rd:v", n: "Rn:v" }, ...index, fp: true },
      (o, r) => {
        const l = new Lanes(o, size, one)
        l.putScalar(r["d"], l.extractAt(o.v(r["n"]), o.small()))
      },
    ),
    row(
      `UMOV (${names[size]})`,
      `0 ${size === 3 ? 1 : 0} 0 01110000 ${imm5} 0 0111 1 Rn:5 Rd:5`,
      { regs: { d: "Rd:w", n: "Rn:v" }, ...index, fp: true },
      (o, r) => moveToGeneral(o, r, new Lanes(o, size, 16), false, size === 3),
    ),
    row(
      `INS (general, ${names[size]})`,
      `0 1 0 01110000 ${imm5} 0 0011 1 Rn:5 Rd:5`,
      { regs: { d: "Rd:v", n: "Rn" }, ...index, fp: true },
      (o, r) => {
        const l = new Lanes(o, size, 16)
        o.setV(r["d"], l.replaceAt(o.v(r["d"]), o.small(), general(o, l, r["n"])))
      },
    ),
    row(
      `INS (element, ${names[size]})`,
      `0 1 1 01110000 ${imm5} 0 imm4:4 1 Rn:5 Rd:5`,
      {
        regs: { d: "Rd:v", n: "Rn:v" },
        small: (f) => f["i"],
        imm: (f) => f["imm4"] >> size,
        fp: true,
      },
      (o, r) => {
        const l = new Lanes(o, size, 16)
        o.setV(r["d"], l.replaceAt(o.v(r["d"]), o.small(), l.extractAt(o.v(r["n"]), o.imm32())))
      },
    ),
  ]
  if (size === 3) return rows
  const signedMove = row(
    `SMOV (${names[size]})`,
    `0 Q:1 0 01110000 ${imm5} 0 0101 1 Rn:5 Rd:5`,
    {
      split: ["Q"],
      regs: { d: "Rd:w", n: "Rn:v" },
      ...index,
      only: (f) => size < 2 || f["Q"] === 1,
      fp: true,
    },
    (o, r, s) => moveToGeneral(o, r, new Lanes(o, size, 16), true, s["Q"] === 1),
  )
  return [...rows, signedMove]
})

/** Which lane of n:m (m from `count` on) becomes lane `at`, by opcode: UZP1, TRN1, ZIP1, -, UZP2, TRN2, ZIP2. */
function permuted(opcode: number, at: number, count: number): number {
  const part = opcode >> 2
  if ((opcode & 3) === 1) return at * 2 + part
  const fromM = (at & 1) * count
  if ((opcode & 3) === 2) return (at & ~1) + part + fromM
  return (at >> 1) + part * (count / 2) + fromM
}

const PERMUTE: readonly Row[] = [
  row(
    "UZP/TRN/ZIP",
    "0 Q:1 0 01110 size:2 0 Rm:5 0 opcode:3 10 Rn:5 Rd:5",
    {
      split: ["Q", "size", "opcode"],
      regs: { d: "Rd:v", n: "Rn:v", m: "Rm:v" },
      only: (f) => (f["opcode"] & 3) !== 0 && (f["size"] < 3 || f["Q"] === 1),
      fp: true,
    },
    (o, r, s) => {
      const l = new Lanes(o, s["size"], full(s))
      const inVector = 16 >> s["size"]
      const count = full(s) >> s["size"]
      const pick = (at: number) => {
        if (at >= count) return 0
        const lane = permuted(s["opcode"], at, count)
        return lane < count ? lane : lane - count + inVector
      }
      l.put(r["d"], l.shuffle(o.v(r["n"]), o.v(r["m"]), pick))
    },
  ),
]

/** Bytes `from` .. `from` + 15 of n followed by m; of 8 significant bytes each when not `wide`. */
function extracted(l: Lanes, wide: boolean, n: V128, m: V128): V128 {
  const { o } = l
  const from = o.small()
  if (o.isConst(from)) {
    const start = o.lo(from)
    const pick = (at: number) => at + start + (!wide && at + start >= 8 ? 8 : 0)
    return o.shuffle(
      n,
      m,
      Array.from({ length: 16 }, (_, at) => Math.min(31, pick(at))),
    )
  }
  const numbers = o.v128(0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c)
  const indices = l.let(l.add(l.splat(from), numbers))
  if (!wide) return l.swizzle(l.of(3).evens(n, m), indices)
  return l.or(l.swizzle(n, indices), l.swizzle(m, l.sub(indices, l.const(16))))
}

const EXTRACT: readonly Row[] = [
  row(
    "EXT",
    "0 Q:1 101110 00 0 Rm:5 0 imm4:4 0 Rn:5 Rd:5",
    {
      split: ["Q"],
      regs: { d: "Rd:v", n: "Rn:v", m: "Rm:v" },
      small: (f) => f["imm4"],
      when: (f) => f["Q"] === 1 || f["imm4"] < 8,
      fp: true,
    },
    (o, r, s) => {
      const l = new Lanes(o, 0, full(s))
      l.put(r["d"], extracted(l, s["Q"] === 1, o.v(r["n"]), o.v(r["m"])))
    },
  ),
]

const TABLE: readonly Row[] = [
  row(
    "TBL/TBX",
    "0 Q:1 001110 00 0 Rm:5 0 len:2 op:1 00 Rn:5 Rd:5",
    { split: ["Q", "len", "op"], regs: { d: "Rd:v", n: "Rn:v", m: "Rm:v" }, fp: true },
    (o, r, s) => {
      const l = new Lanes(o, 0, full(s))
      const indices = o.let(o.v(r["m"]))
      let found = l.swizzle(o.v(r["n"]), indices)
      for (let plus = 1; plus <= s["len"]; plus++) {
        found = l.or(found, l.swizzle(o.v(r["n"], plus), l.sub(indices, l.const(16 * plus))))
      }
      if (s["op"] === 1) {
        const outside = l.ge(indices, l.const(16 * (s["len"] + 1)), false)
        found = l.choose(outside, o.v(r["d"]), found)
      }
      l.put(r["d"], found)
    },
  ),
]

type Words = readonly [lo: number, hi: number]

const imm8 = (f: Fields) => (f["abc"] << 5) | f["defgh"]

/** A single as VFPExpandImm makes it from imm8. */
export function expandSingle(imm: number): number {
  const exponent = (imm & 0x40) !== 0 ? 0x3e000000 : 0x40000000
  return ((imm & 0x80) << 24) | exponent | ((imm & 0x3f) << 19) | 0
}

/** High word of a double as VFPExpandImm makes it; the low word is zero. */
export function expandDoubleHigh(imm: number): number {
  const exponent = (imm & 0x40) !== 0 ? 0x3fc00000 : 0x40000000
  return ((imm & 0x80) << 24) | exponent | ((imm & 0x3f) << 16) | 0
}

/** AdvSIMDExpandImm: 64 bits by cmode and op. */
function expandImmediate(f: Fields): Words {
  const [imm, cmode] = [imm8(f), f["cmode"]]
  const twice = (word: number): Words => [word, word]
  if (cmode < 8) return twice(imm << ((cmode >> 1) * 8))
  if (cmode < 12) return twice((imm << ((cmode & 2) * 4)) * 0x10001)
  if (cmode < 14) return twice(cmode === 12 ? (imm << 8) | 0xff : (imm << 16) | 0xffff)
  if (cmode === 15) return f["op"] === 1 ? [0, expandDoubleHigh(imm)] : twice(expandSingle(imm))
  if (f["op"] === 0) return twice(imm * 0x01010101)
  const byteMask = (first: number) =>
    [0, 1, 2, 3].reduce((word, at) => word | ((((imm >> (first + at)) & 1) * 0xff) << (at * 8)), 0)
  return [byteMask(0), byteMask(4)]
}

/** Odd cmode below 12 changes the register; the rest replaces it, inverted where op says so. */
const changes = (s: Fields) => s["cmode"] < 12 && (s["cmode"] & 1) === 1
const inverts = (s: Fields) => s["op"] === 1 && s["cmode"] < 14

const IMMEDIATE: readonly Row[] = [
  row(
    "MOVI/MVNI/ORR/BIC/FMOV (vector, immediate)",
    "0 Q:1 op:1 0111100000 abc:3 cmode:4 01 defgh:5 Rd:5",
    {
      split: ["Q", "op", "cmode"],
      regs: { d: "Rd:v" },
      imm: (f) => {
        const [lo, hi] = expandImmediate(f)
        return inverts(f) ? [~lo, ~hi] : [lo, hi]
      },
      only: (f) => f["cmode"] !== 15 || f["op"] === 0 || f["Q"] === 1,
      fp: true,
    },
    (o, r, s) => {
      const l = new Lanes(o, 3, full(s))
      const value = splatImmediate(o)
      if (!changes(s)) l.put(r["d"], value)
      else l.put(r["d"], s["op"] === 1 ? l.and(o.v(r["d"]), value) : l.or(o.v(r["d"]), value))
    },
  ),
]

export const SIMD_MOVE: readonly Row[] = [...COPY, ...PERMUTE, ...EXTRACT, ...TABLE, ...IMMEDIATE]
