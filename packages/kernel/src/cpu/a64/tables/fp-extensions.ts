// SPDX-License-Identifier: BSD-2-Clause
//
// FP of later architectures: complex numbers (FEAT_FCMA), sums of products of halves (FEAT_FHM), rounding to
// integers of 32 and 64 bits (FEAT_FRINTTS), and JavaScript's conversion (FEAT_JSCVT). Arm ARM DDI 0487, C4.1.90;
// pseudocode FPMulAddH, FPRoundIntN, FPToFixedJS. Lanes are singles and doubles; of halves, as they come in.

import { type I32, type I64, TYPES, type V128 } from "../../dsl/code.ts"
import type { Ops } from "../../dsl/ops.ts"
import { FPCR_I32, FPSR_I32 } from "../../layout.ts"
import { IDC, IOC, IXC } from "../../softfp/format.ts"
import { OP } from "../../wasm/opcodes.ts"
import { SIMD } from "../../wasm/simd.ts"
import { compute, ELEMENTS } from "../elements.ts"
import { Floats } from "../floats.ts"
import { Lanes } from "../lanes.ts"
import { type Fields, row, type Row } from "../row.ts"

const TWO = { d: "Rd:v", n: "Rn:v" }
const THREE = { ...TWO, m: "Rm:v" }

// -- complex numbers ---------------------------------------------------------------------------------

const FCMA = { regs: THREE, fp: true, needs: "FCMA" } as const
const isPair = (f: Fields) => f["size"] === 2 || (f["size"] === 3 && f["Q"] === 1)
const floats = (o: Ops, s: Fields) => new Floats(o, s["size"] === 3, (s["Q"] === 1 ? 16 : 8) >> s["size"])

/** The sign bit in even (0) or odd (1) lanes, or in all of them (2). */
function signs(o: Ops, size: number, where: number): V128 {
  const high = 1 << 31
  const [even, odd] = [where !== 1 ? high : 0, where !== 0 ? high : 0]
  return size === 3 ? o.v128(0, even, 0, odd) : o.v128(even, odd, even, odd)
}

/** The parts of each number the other way round, or one of them twice. */
const parts = (l: Lanes, v: V128, pick: (lane: number) => number) => l.shuffle(v, v, pick)
const crossed = (lane: number) => lane ^ 1
const real = (lane: number) => lane & ~1
const imaginary = (lane: number) => lane | 1

/** d + n times the part of m that a turn by `rot` quarters leaves. */
function multiplyAdd(o: Ops, s: Fields, r: Readonly<Record<string, 0 | 1 | 2 | 3>>, m: V128): void {
  const l = new Lanes(o, s["size"], 16)
  const rot = s["rot"]
  const factor = parts(l, o.v(r["n"]), (rot & 1) === 0 ? real : imaginary)
  const turned = (rot & 1) === 0 ? m : parts(l, m, crossed)
  const other = rot === 0 ? turned : l.xor(turned, signs(o, s["size"], [0, 0, 2, 1][rot]))
  compute(floats(o, s), r["d"], ELEMENTS.madd, [factor, other, o.v(r["d"])])
}

const COMPLEX: readonly Row[] = [
  row(
    "FCADD",
    "0 Q:1 1 01110 size:2 0 Rm:5 111 rot:1 01 Rn:5 Rd:5",
    { ...FCMA, split: ["Q", "size", "rot"], only: isPair },
    (o, r, s) => {
      const l = new Lanes(o, s["size"], 16)
      const m = l.xor(parts(l, o.v(r["m"]), crossed), signs(o, s["size"], s["rot"]))
      compute(floats(o, s), r["d"], ELEMENTS.add, [o.v(r["n"]), m])
    },
  ),
  row(
    "FCMLA (vector)",
    "0 Q:1 1 01110 size:2 0 Rm:5 110 rot:2 1 Rn:5 Rd:5",
    { ...FCMA, split: ["Q", "size", "rot"], only: isPair },
    (o, r, s) => multiplyAdd(o, s, r, o.let(o.v(r["m"]))),
  ),
  row(
    "FCMLA (by element)",
    "0 1 1 01111 10 0 Rm:5 0 rot:2 1 H:1 0 Rn:5 Rd:5",
    { ...FCMA, split: ["rot"], small: (f) => f["H"] },
    (o, r, s) => {
      const m = o.let(new Lanes(o, 3, 16).duplicate(o.v(r["m"]), o.small()))
      multiplyAdd(o, { ...s, Q: 1, size: 2 }, r, m)
    },
  ),
]

// -- products of halves ------------------------------------------------------------------------------

const FHM = { regs: THREE, fp: true, needs: "FHM" } as const

/** Halves in the low bits of words as singles; exact, signaling NaNs stay so. */
function widened(o: Ops, halves: V128): V128 {
  const l = new Lanes(o, 2, 16)
  const h = o.let(halves)
  const magnitude = o.let(l.and(h, l.const(0x7fff)))
  const sign = l.shlBy(l.and(h, l.const(0x8000)), 16)
  const shifted = o.let(l.shlBy(magnitude, 13))
  const normal = l.add(shifted, l.const((127 - 15) << 23))
  const special = l.or(shifted, l.const(0x7f800000))
  const whole = o.unary<V128>(SIMD.f32x4_convert_i32x4_u, TYPES.V128, magnitude)
  const small = new Floats(o, false, 4).two("mul", whole, new Floats(o, false, 4).const(2 ** -24)) as V128
  const large = l.choose(l.gt(magnitude, l.const(0x7bff), true), special, normal)
  return o.let(l.or(sign, l.choose(l.gt(l.const(0x400), magnitude, true), small, large)))
}

/** The lower (`top` 0) or upper halves of the source, two of them where Q is 0, each in a word. */
function source(l: Lanes, q: number, top: number, v: V128): V128 {
  const first = q === 1 ? top * 4 : top * 2
  const halves = l.of(1)
  return halves.shuffle(v, halves.zero(), (lane) => ((lane & 1) === 0 ? first + (lane >> 1) : 8))
}

function halfProducts(
  o: Ops,
  s: Fields,
  r: Readonly<Record<string, 0 | 1 | 2 | 3>>,
  top: number,
  m: V128,
): void {
  const l = new Lanes(o, 2, 16)
  const n = widened(o, source(l, s["Q"], top, o.v(r["n"])))
  const factor = s["S"] === 1 ? l.xor(n, l.minimum()) : n
  const f = new Floats(o, false, s["Q"] === 1 ? 4 : 2)
  compute(f, r["d"], ELEMENTS.madd, [factor, widened(o, m), o.v(r["d"])])
}

const HALF_PRODUCTS: readonly Row[] = [0, 1].flatMap((top) => {
  const name = top === 1 ? "FMLAL2/FMLSL2" : "FMLAL/FMLSL"
  return [
    row(
      `${name} (vector)`,
      `0 Q:1 ${top} 01110 S:1 01 Rm:5 ${top === 1 ? "110011" : "111011"} Rn:5 Rd:5`,
      { ...FHM, split: ["Q", "S"] },
      (o, r, s) => halfProducts(o, s, r, top, source(new Lanes(o, 2, 16), s["Q"], top, o.v(r["m"]))),
    ),
    row(
      `${name} (by element)`,
      `0 Q:1 ${top} 01111 10 L:1 M:1 Rm:4 ${top} S:1 00 H:1 0 Rn:5 Rd:5`,
      { ...FHM, split: ["Q", "S"], small: (f) => (f["H"] << 2) | (f["L"] << 1) | f["M"] },
      (o, r, s) => {
        const element = new Lanes(o, 1, 16).duplicate(o.v(r["m"]), o.small())
        halfProducts(o, s, r, top, new Lanes(o, 2, 16).and(element, new Lanes(o, 2, 16).const(0xffff)))
      },
    ),
  ]
})

// -- rounding to integers of a size ------------------------------------------------------------------

const ROUNDINGS = [ELEMENTS.rint32z, ELEMENTS.rint32x, ELEMENTS.rint64z, ELEMENTS.rint64x]
const FRINTTS = { regs: TWO, fp: true, needs: "FRINTTS" } as const

const SIZED_ROUNDINGS: readonly Row[] = [
  row(
    "FRINT32/FRINT64 (scalar)",
    "000 11110 0 type:1 1 0100 op:2 10000 Rn:5 Rd:5",
    { ...FRINTTS, split: ["type", "op"] },
    (o, r, s) => {
      const f = new Floats(o, s["type"] === 1, 0)
      compute(f, r["d"], ROUNDINGS[s["op"]], [f.read(r["n"])])
    },
  ),
  row(
    "FRINT32/FRINT64 (vector)",
    "0 Q:1 U:1 01110 0 sz:1 10000 1111 op:1 10 Rn:5 Rd:5",
    { ...FRINTTS, split: ["Q", "U", "sz", "op"], only: (f) => f["sz"] === 0 || f["Q"] === 1 },
    (o, r, s) => {
      const f = new Floats(o, s["sz"] === 1, (s["Q"] === 1 ? 16 : 8) >> (2 + s["sz"]))
      compute(f, r["d"], ROUNDINGS[s["op"] * 2 + s["U"]], [o.v(r["n"])])
    },
  ),
]

// -- JavaScript's conversion -------------------------------------------------------------------------

const FZ = 1 << 24

/** The low 32 bits of a double's whole part, whatever its size: 0 of infinities and NaNs. */
function wholeModulo(o: Ops, bits: I64): I32 {
  const biased = o.let(o.and(o.wrap(o.shrU(bits, o.i64(52))), o.i32(0x7ff)))
  const fraction = o.and(bits, o.i64(-1, 0xf_ffff))
  const mantissa = o.let(o.or(fraction, o.i64(0, 0x10_0000)))
  const up = o.let(o.sub(biased, o.i32(1023 + 52)))
  const down = o.let(o.sub(o.i32(0), up))
  const shiftedUp = o.select(o.ltS(up, o.i32(32)), o.shl(mantissa, o.extendU(up)), o.i64(0))
  const shiftedDown = o.select(o.ltS(down, o.i32(64)), o.shrU(mantissa, o.extendU(down)), o.i64(0))
  const magnitude = o.let(o.wrap(o.select(o.geS(up, o.i32(0)), shiftedUp, shiftedDown)))
  return o.let(o.select(o.ltS(bits, o.i64(0)), o.neg(magnitude), magnitude))
}

const TO_INT32 = row(
  "FJCVTZS",
  "000 11110 01 1 11110 000000 Rn:5 Rd:5",
  { regs: { d: "Rd:w", n: "Rn:v" }, fp: true, needs: "JSCVT" },
  (o, r) => {
    const f = new Floats(o, true, 0)
    const bits = o.let(o.vLow(r["n"]))
    const x = o.let(o.d(r["n"]))
    const result = wholeModulo(o, bits)
    const back = o.unary(OP.f64_convert_i32_s, TYPES.F64, result)
    const exact = o.let(f.compare("eq", x, back) as I32)
    const isNegativeZero = o.eq(bits, o.i64(0, 1 << 31))
    const above = f.compare("gt", x, f.const(-(2 ** 31) - 1)) as I32
    const below = f.compare("lt", x, f.const(2 ** 31)) as I32
    const subnormal = o.eqz(o.and(bits, o.i64(0, 0x7ff0_0000)))
    const flushes = o.and(subnormal, o.ne(o.and(o.field32(FPCR_I32), o.i32(FZ)), o.i32(0)))
    const lost = o.select(flushes, o.i32(IDC), o.i32(IXC))
    const raised = o.select(o.and(above, below), lost, o.i32(IOC))
    const flags = o.select(exact, o.i32(0), raised)
    o.setField32(FPSR_I32, o.or(o.field32(FPSR_I32), flags))
    o.setNzcv(o.shl(o.and(exact, o.eqz(isNegativeZero)), o.i32(30)))
    o.setW(r["d"], result)
  },
)

export const FP_EXTENSIONS: readonly Row[] = [...COMPLEX, ...HALF_PRODUCTS, ...SIZED_ROUNDINGS, TO_INT32]
