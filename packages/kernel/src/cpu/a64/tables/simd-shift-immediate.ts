// SPDX-License-Identifier: BSD-2-Clause
//
// Advanced SIMD shifts by immediate, vector and scalar (Arm ARM DDI 0487, C4.1.90 "Advanced SIMD shift by
// immediate" and "scalar shift by immediate"). immh:immb is the lane's width plus a left shift, or twice the
// width minus a right one. Conversions to and from fixed point are in fp-vector.ts.

import type { I32, V128 } from "../../dsl/code.ts"
import { Lanes } from "../lanes.ts"
import { type Fields, row, type Row, type RowOptions } from "../row.ts"
import * as A from "./simd-arithmetic.ts"

/** Sizes by the highest bit of immh; `sh` are the bits below it. */
const SIZES = [
  { size: 0, immh: "0001 sh:3" },
  { size: 1, immh: "001 sh:4" },
  { size: 2, immh: "01 sh:5" },
  { size: 3, immh: "1 sh:6" },
] as const

const bitsOf = (size: number) => 8 << size
/** Right shifts are kept less one: 0 .. width - 1. */
const rightLess = (size: number) => (f: Fields) => bitsOf(size) - 1 - f["sh"]
const left = () => (f: Fields) => f["sh"]

type Shift = (l: Lanes, u: boolean, n: V128, d: V128, by: I32) => V128
type Exists = (u: number) => boolean
const both: Exists = () => true
const onlyU: Exists = (u) => u === 1

interface Operation {
  readonly name: string
  readonly opcode: string
  readonly small: (size: number) => (f: Fields) => number
  readonly exists: Exists
  /** Which sizes have a scalar form. */
  readonly scalar: (size: number) => boolean
  readonly shift: Shift
}

const only64 = (size: number) => size === 3
const anySize = () => true

const right = (name: string, opcode: string, rounding: boolean, accumulates: boolean): Operation => ({
  name,
  opcode,
  small: rightLess,
  exists: both,
  scalar: only64,
  shift: (l, u, n, d, by) => {
    const shifted = A.shiftRight(l, !u, rounding, n, by)
    return accumulates ? l.add(d, shifted) : shifted
  },
})

const OPERATIONS: readonly Operation[] = [
  right("SSHR/USHR", "00000", false, false),
  right("SSRA/USRA", "00010", false, true),
  right("SRSHR/URSHR", "00100", true, false),
  right("SRSRA/URSRA", "00110", true, true),
  {
    name: "SRI",
    opcode: "01000",
    small: rightLess,
    exists: onlyU,
    scalar: only64,
    shift: (l, _u, n, d, by) => {
      const places = A.shiftRight(l, false, false, l.const(-1), by)
      return l.choose(places, A.shiftRight(l, false, false, n, by), d)
    },
  },
  {
    name: "SHL/SLI",
    opcode: "01010",
    small: left,
    exists: both,
    scalar: only64,
    shift: (l, u, n, d, by) => (u ? l.choose(l.shl(l.const(-1), by), l.shl(n, by), d) : l.shl(n, by)),
  },
  {
    name: "SQSHLU",
    opcode: "01100",
    small: left,
    exists: onlyU,
    scalar: anySize,
    shift: (l, _u, n, _d, by) => A.shiftLeftSaturating(l, true, true, n, by),
  },
  {
    name: "SQSHL/UQSHL (immediate)",
    opcode: "01110",
    small: left,
    exists: both,
    scalar: anySize,
    shift: (l, u, n, _d, by) => A.shiftLeftSaturating(l, !u, false, n, by),
  },
]

const REGS = { d: "Rd:v", n: "Rn:v" }
const common = ({ small, exists }: Operation, size: number): RowOptions => ({
  regs: REGS,
  small: small(size),
  only: (f) => exists(f["U"]),
  fp: true,
})

const SAME_SIZE: readonly Row[] = OPERATIONS.flatMap((operation) =>
  SIZES.map(({ size, immh }) =>
    row(
      A.variant(operation.name, size),
      `0 Q:1 U:1 011110 ${immh} ${operation.opcode} 1 Rn:5 Rd:5`,
      {
        ...common(operation, size),
        split: ["Q", "U"],
        only: (f) => operation.exists(f["U"]) && (size < 3 || f["Q"] === 1),
      },
      (o, r, s) => {
        const l = new Lanes(o, size, s["Q"] === 1 ? 16 : 8)
        const n = o.let(o.v(r["n"]))
        l.put(r["d"], operation.shift(l, s["U"] === 1, n, o.v(r["d"]), o.small()))
      },
    ),
  ),
)

const SCALAR: readonly Row[] = OPERATIONS.flatMap((operation) =>
  SIZES.filter(({ size }) => operation.scalar(size)).map(({ size, immh }) =>
    row(
      A.variant(operation.name, size, "scalar"),
      `01 U:1 111110 ${immh} ${operation.opcode} 1 Rn:5 Rd:5`,
      { ...common(operation, size), split: ["U"] },
      (o, r, s) => {
        const l = new Lanes(o, size, 1 << size)
        const n = o.let(o.v(r["n"]))
        l.put(r["d"], operation.shift(l, s["U"] === 1, n, o.v(r["d"]), o.small()))
      },
    ),
  ),
)

/** Right shifts to half the width, by U: how the lanes are narrowed, and whether the shift rounds. */
const NARROWINGS = [
  { name: "SHRN/SQSHRUN", opcode: "10000", kinds: ["plain", "toUnsigned"], rounding: false },
  { name: "RSHRN/SQRSHRUN", opcode: "10001", kinds: ["plain", "toUnsigned"], rounding: true },
  { name: "SQSHRN/UQSHRN", opcode: "10010", kinds: ["signed", "unsigned"], rounding: false },
  { name: "SQRSHRN/UQRSHRN", opcode: "10011", kinds: ["signed", "unsigned"], rounding: true },
] as const

function narrowed(wide: Lanes, kind: A.Narrowing, rounding: boolean, n: V128, by: I32): V128 {
  return A.narrow(wide, kind, A.shiftRight(wide, kind !== "unsigned", rounding, n, by))
}

const NARROW: readonly Row[] = NARROWINGS.flatMap(({ name, opcode, kinds, rounding }) =>
  SIZES.slice(0, 3).flatMap(({ size, immh }) => [
    row(
      A.variant(name, size),
      `0 Q:1 U:1 011110 ${immh} ${opcode} 1 Rn:5 Rd:5`,
      { split: ["Q", "U"], regs: REGS, small: rightLess(size), fp: true },
      (o, r, s) => {
        const wide = new Lanes(o, size + 1, 16)
        const value = narrowed(wide, kinds[s["U"]], rounding, o.v(r["n"]), o.small())
        wide.putHalf(r["d"], value, s["Q"] === 1)
      },
    ),
    row(
      A.variant(name, size, "scalar"),
      `01 U:1 111110 ${immh} ${opcode} 1 Rn:5 Rd:5`,
      {
        split: ["U"],
        regs: REGS,
        small: rightLess(size),
        only: (f) => kinds[f["U"]] !== "plain",
        fp: true,
      },
      (o, r, s) => {
        const wide = new Lanes(o, size + 1, 2 << size)
        const value = narrowed(wide, kinds[s["U"]], rounding, o.v(r["n"]), o.small())
        wide.of(size, 1 << size).put(r["d"], value)
      },
    ),
  ]),
)

const LONG: readonly Row[] = SIZES.slice(0, 3).map(({ size, immh }) =>
  row(
    A.variant("SSHLL/USHLL", size),
    `0 Q:1 U:1 011110 ${immh} 10100 1 Rn:5 Rd:5`,
    { split: ["Q", "U"], regs: REGS, small: left(), fp: true },
    (o, r, s) => {
      const l = new Lanes(o, size, 16)
      const wide = l.of(size + 1)
      wide.put(r["d"], wide.shl(l.extend(o.v(r["n"]), s["Q"] === 1, s["U"] === 0), o.small()))
    },
  ),
)

export const SIMD_SHIFT_IMMEDIATE: readonly Row[] = [...SAME_SIZE, ...SCALAR, ...NARROW, ...LONG]
