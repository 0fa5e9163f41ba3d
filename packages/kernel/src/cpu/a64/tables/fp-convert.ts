// SPDX-License-Identifier: BSD-2-Clause
//
// FP conversions (Arm ARM DDI 0487, C4.1.90): between precisions, to and from integers and fixed point, of
// scalars, vectors and vector registers' single elements.

import { type F32, type F64, type I32, type I64, TYPES, type V128 } from "../../dsl/code.ts"
import type { FpLimits } from "../../dsl/fp-limits.ts"
import type { Ops } from "../../dsl/ops.ts"
import { FP_SCRATCH } from "../../layout.ts"
import { TIES_AWAY, TO_ODD, TO_ZERO } from "../../softfp/format.ts"
import { OP } from "../../wasm/opcodes.ts"
import { SIMD } from "../../wasm/simd.ts"
import type { Conversion } from "../conversion.ts"
import { convertFromInteger, convertToInteger } from "../conversions.ts"
import { Floats, inexactMode, plainMode } from "../floats.ts"
import { Lanes } from "../lanes.ts"
import { writeQuick } from "../quick.ts"
import {
  quickFromHalf,
  quickLanesFromHalf,
  quickLanesToHalf,
  quickNarrow,
  quickToHalf,
  quickWiden,
} from "../quick-conversions.ts"
import { type Fields, type Regs, row, type Row } from "../row.ts"
import { variant } from "./simd-arithmetic.ts"

const REGS = { d: "Rd:v", n: "Rn:v" }
const sizeOf = (flag: number) => (flag === 1 ? 3 : 2)

// -- precisions --------------------------------------------------------------------------------------

/** FPCR's own rounding, for the helper. */
const OWN_ROUNDING = -1
/** By the type field: log2 of bytes. */
const PRECISIONS: Readonly<Record<number, number>> = { 0: 2, 1: 3, 3: 1 }

/** Converts in the helper what lies in the low half, or all, of a vector; the result is in FP_SCRATCH. */
function convertSlowly(o: Ops, n: V128, from: number, to: number, lanes: number, mode: number): void {
  const l = new Lanes(o, 3, 16)
  o.setField64(FP_SCRATCH, l.extract(n, 0) as I64)
  o.setField64(FP_SCRATCH + 8, l.extract(n, 1) as I64)
  o.helper("fpConvert", [o.i32(from), o.i32(to), o.i32(lanes), o.i32(mode)])
}

function widenScalar(o: Ops, r: Regs): void {
  if (o.limits !== undefined) {
    const quick = quickWiden(o, o.limits, o.let(o.s(r["n"])))
    return writeQuick(new Floats(o, true, 0), quick, () => o.setD(r["d"], quick.value as F64))
  }
  const n = o.let(o.s(r["n"]))
  const source = new Floats(o, false, 0)
  o.if(
    o.and(plainMode(o), source.compare("eq", n, n) as I32),
    () => o.setD(r["d"], o.unary<F64>(OP.f64_promote_f32, TYPES.F64, n)),
    () => {
      convertSlowly(o, o.v(r["n"]), 2, 3, 1, OWN_ROUNDING)
      o.setVLow(r["d"], o.field64(FP_SCRATCH))
    },
  )
}

function narrowScalar(o: Ops, r: Regs): void {
  if (o.limits !== undefined) {
    const quick = quickNarrow(o, o.limits, o.let(o.d(r["n"])))
    return writeQuick(new Floats(o, false, 0), quick, () => o.setS(r["d"], quick.value as F32))
  }
  const n = o.let(o.d(r["n"]))
  const result = new Floats(o, false, 0)
  const value = o.let(o.unary(OP.f32_demote_f64, TYPES.F32, n))
  const source = new Floats(o, true, 0)
  const right = o.or(result.normal(value) as I32, source.isZero(n) as I32)
  const exact = source.compare("eq", o.unary(OP.f64_promote_f32, TYPES.F64, value), n) as I32
  o.if(
    o.and(o.and(plainMode(o), right), o.or(exact, inexactMode(o))),
    () => result.put(r["d"], value),
    () => {
      convertSlowly(o, o.v(r["n"]), 3, 2, 1, OWN_ROUNDING)
      o.setVLow(r["d"], o.field64(FP_SCRATCH))
    },
  )
}

const SCALAR_PRECISION: readonly Row[] = [
  row(
    "FCVT",
    "000 11110 type:2 1 0001 opc:2 10000 Rn:5 Rd:5",
    {
      split: ["type", "opc"],
      regs: REGS,
      only: (f) =>
        f["type"] !== f["opc"] && PRECISIONS[f["type"]] !== undefined && PRECISIONS[f["opc"]] !== undefined,
      fp: true,
    },
    (o, r, s) => {
      const [from, to] = [PRECISIONS[s["type"]], PRECISIONS[s["opc"]]]
      if (from === 2 && to === 3) return widenScalar(o, r)
      if (from === 3 && to === 2) return narrowScalar(o, r)
      if (o.limits !== undefined) return quickHalf(o, o.limits, r, from, to)
      convertSlowly(o, o.v(r["n"]), from, to, 1, OWN_ROUNDING)
      o.setVLow(r["d"], o.field64(FP_SCRATCH))
    },
  ),
]

/** To or from a half in a region. */
function quickHalf(o: Ops, limits: FpLimits, r: Regs, from: number, to: number): void {
  const f = new Floats(o, from === 3 || to === 3, 0)
  if (from === 1) {
    const half = o.let(o.wrap(o.vLow(r["n"])))
    const quick = quickFromHalf(o, limits, half, to === 3)
    return writeQuick(f, quick, () => f.put(r["d"], quick.value))
  }
  const quick = quickToHalf(o, limits, o.let(f.read(r["n"])))
  writeQuick(f, quick, () => o.setVLow(r["d"], o.extendU(quick.value as I32)))
}

/** A vector that two ways give: bound where they meet. */
function either(o: Ops, condition: I32, fast: V128, slow: () => V128): V128 {
  const result = o.temp(TYPES.V128)
  o.if(
    condition,
    () => o.setLocal(result, fast),
    () => o.setLocal(result, slow()),
  )
  return o.local<V128>(result, TYPES.V128)
}

function scratchVector(o: Ops): V128 {
  const l = new Lanes(o, 3, 16)
  return l.replaceAt(l.splat(o.field64(FP_SCRATCH)), o.i32(1), o.field64(FP_SCRATCH + 8))
}

/** Elements of size `from` (2 or 3) narrowed into the low half. */
function narrowVector(o: Ops, n: V128, from: number, mode: number): V128 {
  const slow = () => {
    convertSlowly(o, n, from, from - 1, 16 >> from, mode)
    return scratchVector(o)
  }
  if (from === 2 || mode !== OWN_ROUNDING) return o.let(slow())
  const singles = new Floats(o, false, 2)
  const value = o.let(o.unary<V128>(SIMD.f32x4_demote_f64x2_zero, TYPES.V128, n))
  const zeros = o.let(new Floats(o, true, 2).isZero(n) as V128)
  const right = singles.either(singles.normal(value), singles.integers.evens(zeros, zeros))
  return either(o, o.and(inexactMode(o), singles.holds(right)), value, slow)
}

/** The low half's elements of size `from` (1 or 2) widened. */
function widenVector(o: Ops, n: V128, from: number): V128 {
  const slow = () => {
    convertSlowly(o, n, from, from + 1, 8 >> from, OWN_ROUNDING)
    return scratchVector(o)
  }
  if (from === 1) return o.let(slow())
  const singles = new Floats(o, false, 2)
  const value = o.unary<V128>(SIMD.f64x2_promote_low_f32x4, TYPES.V128, n)
  const right = singles.holds(singles.compare("eq", n, n))
  return either(o, o.and(plainMode(o), right), value, slow)
}

const VECTOR_PRECISION: readonly Row[] = [
  row(
    "FCVTN/FCVTXN",
    "0 Q:1 U:1 01110 0 sz:1 10000 10110 10 Rn:5 Rd:5",
    { split: ["Q", "U", "sz"], regs: REGS, only: (f) => f["U"] === 0 || f["sz"] === 1, fp: true },
    (o, r, s) => {
      const n = o.let(o.v(r["n"]))
      if (o.limits !== undefined && s["U"] === 0) {
        const quick = (s["sz"] === 1 ? quickNarrow : quickLanesToHalf)(o, o.limits, n)
        const put = () => new Lanes(o, 3, 16).putHalf(r["d"], quick.value as V128, s["Q"] === 1)
        return writeQuick(new Floats(o, false, 0), quick, put)
      }
      const value = narrowVector(o, n, 2 + s["sz"], s["U"] === 1 ? TO_ODD : OWN_ROUNDING)
      new Lanes(o, 3, 16).putHalf(r["d"], value, s["Q"] === 1)
    },
  ),
  row("FCVTXN (scalar)", "01 1 11110 01 10000 10110 10 Rn:5 Rd:5", { regs: REGS, fp: true }, (o, r) => {
    convertSlowly(o, o.v(r["n"]), 3, 2, 1, TO_ODD)
    o.setVLow(r["d"], o.field64(FP_SCRATCH))
  }),
  row(
    "FCVTL",
    "0 Q:1 0 01110 0 sz:1 10000 10111 10 Rn:5 Rd:5",
    { split: ["Q", "sz"], regs: REGS, fp: true },
    (o, r, s) => {
      const l = new Lanes(o, 3, 16)
      const whole = o.let(o.v(r["n"]))
      const n = s["Q"] === 1 ? o.let(l.odds(whole, whole)) : whole
      if (o.limits !== undefined) {
        const quick = (s["sz"] === 1 ? quickWiden : quickLanesFromHalf)(o, o.limits, n)
        return writeQuick(new Floats(o, true, 0), quick, () => o.setV(r["d"], quick.value as V128))
      }
      o.setV(r["d"], widenVector(o, n, 1 + s["sz"]))
    },
  ),
]

// -- integers and fixed point ------------------------------------------------------------------------

const conversion = (
  o: Ops,
  float: number,
  integer: number,
  isUnsigned: number,
  mode: number,
  fraction: I32 = o.i32(0),
): Conversion => ({
  float: sizeOf(float),
  integer: sizeOf(integer),
  isSigned: isUnsigned === 0,
  mode,
  fraction,
})

const GENERAL: readonly Row[] = [
  row(
    "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general)",
    "sf:1 00 11110 0 type:1 1 rmode:2 00 U:1 000000 Rn:5 Rd:5",
    { split: ["sf", "type", "rmode", "U"], regs: { d: "Rd:w", n: "Rn:v" }, fp: true },
    (o, r, s) => convertToInteger(o, r, conversion(o, s["type"], s["sf"], s["U"], s["rmode"]), 0),
  ),
  row(
    "FCVTAS/FCVTAU (general)",
    "sf:1 00 11110 0 type:1 1 00 10 U:1 000000 Rn:5 Rd:5",
    { split: ["sf", "type", "U"], regs: { d: "Rd:w", n: "Rn:v" }, fp: true },
    (o, r, s) => convertToInteger(o, r, conversion(o, s["type"], s["sf"], s["U"], TIES_AWAY), 0),
  ),
  row(
    "SCVTF/UCVTF (general)",
    "sf:1 00 11110 0 type:1 1 00 01 U:1 000000 Rn:5 Rd:5",
    { split: ["sf", "type", "U"], regs: { d: "Rd:v", n: "Rn" }, fp: true },
    (o, r, s) => convertFromInteger(o, r, conversion(o, s["type"], s["sf"], s["U"], 0), 0),
  ),
]

const scaleFits = (f: Fields) => f["sf"] === 1 || f["scale"] >= 32
const fractionOfScale = (f: Fields) => 64 - f["scale"]

const GENERAL_FIXED: readonly Row[] = [
  row(
    "FCVTZS/FCVTZU (general, fixed point)",
    "sf:1 00 11110 0 type:1 0 11 00 U:1 scale:6 Rn:5 Rd:5",
    {
      split: ["sf", "type", "U"],
      regs: { d: "Rd:w", n: "Rn:v" },
      small: fractionOfScale,
      when: scaleFits,
      fp: true,
    },
    (o, r, s) => convertToInteger(o, r, conversion(o, s["type"], s["sf"], s["U"], TO_ZERO, o.small()), 0),
  ),
  row(
    "SCVTF/UCVTF (general, fixed point)",
    "sf:1 00 11110 0 type:1 0 00 01 U:1 scale:6 Rn:5 Rd:5",
    {
      split: ["sf", "type", "U"],
      regs: { d: "Rd:v", n: "Rn" },
      small: fractionOfScale,
      when: scaleFits,
      fp: true,
    },
    (o, r, s) => convertFromInteger(o, r, conversion(o, s["type"], s["sf"], s["U"], 0, o.small()), 0),
  ),
]

type Convert = (o: Ops, r: Regs, what: Conversion, lanes: number) => void

/** The upper bit of size, opcode, rounding; whether to integers. */
const LANES: ReadonlyArray<readonly [name: string, a: number, opcode: string, mode: number, to: Convert]> = [
  ["FCVTNS/FCVTNU", 0, "11010", 0, convertToInteger],
  ["FCVTPS/FCVTPU", 1, "11010", 1, convertToInteger],
  ["FCVTMS/FCVTMU", 0, "11011", 2, convertToInteger],
  ["FCVTZS/FCVTZU", 1, "11011", 3, convertToInteger],
  ["FCVTAS/FCVTAU", 0, "11100", TIES_AWAY, convertToInteger],
  ["SCVTF/UCVTF", 0, "11101", 0, convertFromInteger],
]

const lanesOf = (s: Fields, sz: number) => (s["Q"] === 1 ? 16 : 8) >> (2 + sz)

const VECTOR: readonly Row[] = LANES.flatMap(([name, a, opcode, mode, convert]) => [
  row(
    `${name} (vector)`,
    `0 Q:1 U:1 01110 ${a} sz:1 10000 ${opcode} 10 Rn:5 Rd:5`,
    {
      split: ["Q", "U", "sz"],
      regs: REGS,
      only: (f) => f["sz"] === 0 || f["Q"] === 1,
      fp: true,
    },
    (o, r, s) => convert(o, r, conversion(o, s["sz"], s["sz"], s["U"], mode), lanesOf(s, s["sz"])),
  ),
  row(
    `${name} (scalar)`,
    `01 U:1 11110 ${a} sz:1 10000 ${opcode} 10 Rn:5 Rd:5`,
    { split: ["U", "sz"], regs: REGS, fp: true },
    (o, r, s) => convert(o, r, conversion(o, s["sz"], s["sz"], s["U"], mode), 1),
  ),
])

const FIXED_SIZES = [
  { sz: 0, immh: "01 sh:5" },
  { sz: 1, immh: "1 sh:6" },
] as const

const VECTOR_FIXED: readonly Row[] = (
  [
    ["SCVTF/UCVTF", "11100", 0, convertFromInteger],
    ["FCVTZS/FCVTZU", "11111", TO_ZERO, convertToInteger],
  ] as const
).flatMap(([name, opcode, mode, convert]) =>
  FIXED_SIZES.flatMap(({ sz, immh }) => {
    const small = (f: Fields) => (32 << sz) - f["sh"]
    return [
      row(
        variant(name, 2 + sz, "vector", "fixed point"),
        `0 Q:1 U:1 011110 ${immh} ${opcode} 1 Rn:5 Rd:5`,
        {
          split: ["Q", "U"],
          regs: REGS,
          small,
          only: (f) => sz === 0 || f["Q"] === 1,
          fp: true,
        },
        (o, r, s) => convert(o, r, conversion(o, sz, sz, s["U"], mode, o.small()), lanesOf(s, sz)),
      ),
      row(
        variant(name, 2 + sz, "scalar", "fixed point"),
        `01 U:1 111110 ${immh} ${opcode} 1 Rn:5 Rd:5`,
        { split: ["U"], regs: REGS, small, fp: true },
        (o, r, s) => convert(o, r, conversion(o, sz, sz, s["U"], mode, o.small()), 1),
      ),
    ]
  }),
)

export const FP_CONVERT: readonly Row[] = [
  ...SCALAR_PRECISION,
  ...VECTOR_PRECISION,
  ...GENERAL,
  ...GENERAL_FIXED,
  ...VECTOR,
  ...VECTOR_FIXED,
]
