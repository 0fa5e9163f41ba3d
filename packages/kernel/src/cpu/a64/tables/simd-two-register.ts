// SPDX-License-Identifier: BSD-2-Clause
//
// Advanced SIMD with one source, integer (Arm ARM DDI 0487, C4.1.90): two-register miscellaneous, its scalar
// forms, scalar pairwise and across lanes. The FP half of these groups is in fp-vector.ts.

import type { V128 } from "../../dsl/code.ts"
import { Lanes, lowMask } from "../lanes.ts"
import { type Fields, row, type Row } from "../row.ts"
import * as W from "../../wasm/simd.ts"
import * as A from "./simd-arithmetic.ts"

/** A result from n and what the destination held. */
type Unary = (l: Lanes, u: boolean, n: V128, d: V128) => V128
type Exists = (u: number, size: number) => boolean

const any: Exists = () => true
const upTo32: Exists = (_u, size) => size < 3
const only64: Exists = (_u, size) => size === 3
const never: Exists = () => false

/** How many ones each lane has. */
function population(l: Lanes, a: V128): V128 {
  let sum = l.o.unary<V128>(W.SIMD.i8x16_popcnt, l.o.type(a), a)
  for (let size = 0; size < l.size; size++) sum = l.of(size).addPairsLong(sum, false)
  return sum
}

function leadingZeros(l: Lanes, a: V128): V128 {
  let filled = a
  for (let by = 1; by < l.bits; by *= 2) {
    const before = l.let(filled)
    filled = l.or(before, l.shrBy(before, by, false))
  }
  return l.sub(l.const(l.bits), population(l, filled))
}

/** CLS and CLZ: what follows the sign and is like it, or zeros from the top. */
function countLeading(l: Lanes, u: boolean, n: V128): V128 {
  if (u) return leadingZeros(l, n)
  return l.sub(leadingZeros(l, l.xor(n, l.shrBy(n, 1, true))), l.const(1))
}

function reverseBits(l: Lanes, a: V128): V128 {
  let value = a
  for (const [by, mask] of [
    [1, 0x55],
    [2, 0x33],
    [4, 0x0f],
  ] as const) {
    const before = l.let(value)
    const up = l.shlBy(l.and(before, l.const(mask)), by)
    value = l.or(up, l.and(l.shrBy(before, by, false), l.const(mask)))
  }
  return value
}

/** CNT, NOT and RBIT: all of bytes, told apart by U and size. */
function bytesOnly(l: Lanes, u: boolean, n: V128): V128 {
  const bytes = l.of(0)
  if (!u) return population(bytes, n)
  return l.size === 0 ? bytes.not(n) : reverseBits(bytes, n)
}

/** SUQADD (`u` false) and USQADD: the sum of operands of different signedness, as the destination's. */
function addMixed(l: Lanes, u: boolean, n: V128, d: V128): V128 {
  const sum = l.let(l.add(d, n))
  if (!u) {
    // Signed d plus unsigned n is too large where, in unsigned order from the lowest, it wraps.
    const [from, to] = [l.xor(d, l.minimum()), l.xor(sum, l.minimum())]
    const over = l.let(l.gt(from, to, false))
    l.saturated(over)
    return l.choose(over, l.not(l.minimum()), sum)
  }
  const negative = l.let(l.signs(n))
  const over = l.let(l.andnot(l.gt(d, sum, false), negative))
  const under = l.let(l.and(negative, l.gt(sum, d, false)))
  l.saturated(l.or(over, under))
  return l.andnot(l.or(sum, over), under)
}

/** SQABS and SQNEG. */
function magnitude(l: Lanes, u: boolean, n: V128): V128 {
  const over = l.let(l.eq(n, l.minimum()))
  l.saturated(over)
  return l.xor(u ? l.neg(n) : l.abs(n), over)
}

interface Operation {
  readonly name: string
  readonly opcode: string
  readonly vector: Exists
  readonly scalar: Exists
  readonly unary: Unary
}
const op = (name: string, opcode: string, vector: Exists, scalar: Exists, unary: Unary): Operation => ({
  name,
  opcode,
  vector,
  scalar,
  unary,
})

const reversible: Exists = (u, size) => size < 3 - u
const onlyBytes: Exists = (u, size) => size === 0 || (u === 1 && size === 1)

const SAME_SIZE: readonly Operation[] = [
  op("REV64/REV32", "00000", reversible, never, (l, u, n) => l.reversed(n, (u ? 4 : 8) >> l.size)),
  op(
    "REV16",
    "00001",
    (u, size) => u === 0 && size === 0,
    never,
    (l, _u, n) => l.reversed(n, 2),
  ),
  op("SUQADD/USQADD", "00011", any, any, addMixed),
  op("CLS/CLZ (vector)", "00100", upTo32, never, countLeading),
  op("CNT/NOT/RBIT", "00101", onlyBytes, never, bytesOnly),
  op("SQABS/SQNEG", "00111", any, any, magnitude),
  op("CMGT/CMGE (zero)", "01000", any, only64, (l, u, n) =>
    u ? l.ge(n, l.zero(), true) : l.gt(n, l.zero(), true),
  ),
  op("CMEQ/CMLE (zero)", "01001", any, only64, (l, u, n) =>
    u ? l.ge(l.zero(), n, true) : l.eq(n, l.zero()),
  ),
  op(
    "CMLT (zero)",
    "01010",
    (u) => u === 0,
    (u, size) => u === 0 && size === 3,
    (l, _u, n) => l.signs(n),
  ),
  op("ABS/NEG", "01011", any, only64, (l, u, n) => (u ? l.neg(n) : l.abs(n))),
]

const REGS = { d: "Rd:v", n: "Rn:v" }
const full = (s: Fields) => (s["Q"] === 1 ? 16 : 8)

const VECTOR: readonly Row[] = SAME_SIZE.map(({ name, opcode, vector, unary }) =>
  row(
    name,
    `0 Q:1 U:1 01110 size:2 10000 ${opcode} 10 Rn:5 Rd:5`,
    {
      split: ["Q", "U", "size"],
      regs: REGS,
      only: (f) => vector(f["U"], f["size"]) && (f["size"] < 3 || f["Q"] === 1),
      fp: true,
    },
    (o, r, s) => {
      const l = new Lanes(o, s["size"], full(s))
      l.put(r["d"], unary(l, s["U"] === 1, o.let(o.v(r["n"])), o.let(o.v(r["d"]))))
    },
  ),
)

const SCALAR: readonly Row[] = SAME_SIZE.filter(({ scalar }) => scalar !== never).map(
  ({ name, opcode, scalar, unary }) =>
    row(
      `${name} (scalar)`,
      `01 U:1 11110 size:2 10000 ${opcode} 10 Rn:5 Rd:5`,
      { split: ["U", "size"], regs: REGS, only: (f) => scalar(f["U"], f["size"]), fp: true },
      (o, r, s) => {
        const l = new Lanes(o, s["size"], 1 << s["size"])
        l.put(r["d"], unary(l, s["U"] === 1, o.let(o.v(r["n"])), o.let(o.v(r["d"]))))
      },
    ),
)

/** Sums of neighbours at double width, alone or added to the destination. */
const PAIRS_LONG: readonly Row[] = (
  [
    ["SADDLP/UADDLP", "00010", false],
    ["SADALP/UADALP", "00110", true],
  ] as const
).map(([name, opcode, accumulates]) =>
  row(
    name,
    `0 Q:1 U:1 01110 size:2 10000 ${opcode} 10 Rn:5 Rd:5`,
    { split: ["Q", "U", "size"], regs: REGS, only: (f) => f["size"] < 3, fp: true },
    (o, r, s) => {
      const l = new Lanes(o, s["size"], 16)
      const wide = l.of(s["size"] + 1, full(s))
      const sums = l.addPairsLong(o.v(r["n"]), s["U"] === 0)
      wide.put(r["d"], accumulates ? wide.add(o.v(r["d"]), sums) : sums)
    },
  ),
)

const NARROWING = [
  ["XTN/SQXTUN", "10010", "plain", "toUnsigned"],
  ["SQXTN/UQXTN", "10100", "signed", "unsigned"],
] as const

const NARROW: readonly Row[] = NARROWING.flatMap(([name, opcode, kind0, kind1]) => [
  row(
    name,
    `0 Q:1 U:1 01110 size:2 10000 ${opcode} 10 Rn:5 Rd:5`,
    { split: ["Q", "U", "size"], regs: REGS, only: (f) => f["size"] < 3, fp: true },
    (o, r, s) => {
      const wide = new Lanes(o, s["size"] + 1, 16)
      wide.putHalf(r["d"], A.narrow(wide, s["U"] === 1 ? kind1 : kind0, o.v(r["n"])), s["Q"] === 1)
    },
  ),
  row(
    `${name} (scalar)`,
    `01 U:1 11110 size:2 10000 ${opcode} 10 Rn:5 Rd:5`,
    {
      split: ["U", "size"],
      regs: REGS,
      only: (f) => f["size"] < 3 && (kind0 !== "plain" || f["U"] === 1),
      fp: true,
    },
    (o, r, s) => {
      const wide = new Lanes(o, s["size"] + 1, 2 << s["size"])
      const value = A.narrow(wide, s["U"] === 1 ? kind1 : kind0, o.v(r["n"]))
      wide.of(s["size"], 1 << s["size"]).put(r["d"], value)
    },
  ),
])

const LONG: readonly Row[] = [
  row(
    "SHLL",
    "0 Q:1 1 01110 size:2 10000 10011 10 Rn:5 Rd:5",
    { split: ["Q", "size"], regs: REGS, only: (f) => f["size"] < 3, fp: true },
    (o, r, s) => {
      const l = new Lanes(o, s["size"], 16)
      const wide = l.of(s["size"] + 1)
      wide.put(r["d"], wide.shlBy(l.extend(o.v(r["n"]), s["Q"] === 1, false), l.bits))
    },
  ),
]

const SCALAR_PAIRWISE: readonly Row[] = [
  row("ADDP (scalar)", "01 0 11110 11 11000 11011 10 Rn:5 Rd:5", { regs: REGS, fp: true }, (o, r) => {
    const l = new Lanes(o, 3, 8)
    const n = o.let(o.v(r["n"]))
    l.put(r["d"], l.add(n, l.odds(n, n)))
  }),
]

/** The lanes of the low `bytes` bytes combined into lane 0. */
function reduce(l: Lanes, value: V128, bytes: number, combine: (a: V128, b: V128) => V128): V128 {
  let rest = l.let(value)
  for (let half = bytes / 2; half >= 1 << l.size; half /= 2) {
    const lanes = half >> l.size
    rest = l.let(
      combine(
        rest,
        l.shuffle(rest, rest, (lane) => (lane + lanes) % (16 >> l.size)),
      ),
    )
  }
  return rest
}

const acrossExists = (f: Fields) => f["size"] < 2 || (f["size"] === 2 && f["Q"] === 1)

function across(
  name: string,
  opcode: string,
  combine: (l: Lanes, u: boolean, a: V128, b: V128) => V128,
  exists: (u: number) => boolean = () => true,
): Row {
  return row(
    name,
    `0 Q:1 U:1 01110 size:2 11000 ${opcode} 10 Rn:5 Rd:5`,
    {
      split: ["Q", "U", "size"],
      regs: REGS,
      only: (f) => acrossExists(f) && exists(f["U"]),
      fp: true,
    },
    (o, r, s) => {
      const l = new Lanes(o, s["size"], 1 << s["size"])
      l.put(
        r["d"],
        reduce(l, o.v(r["n"]), full(s), (a, b) => combine(l, s["U"] === 1, a, b)),
      )
    },
  )
}

const ACROSS: readonly Row[] = [
  across("SMAXV/UMAXV", "01010", (l, u, a, b) => l.max(a, b, !u)),
  across("SMINV/UMINV", "11010", (l, u, a, b) => l.min(a, b, !u)),
  across(
    "ADDV",
    "11011",
    (l, _u, a, b) => l.add(a, b),
    (u) => u === 0,
  ),
  row(
    "SADDLV/UADDLV",
    "0 Q:1 U:1 01110 size:2 11000 00011 10 Rn:5 Rd:5",
    { split: ["Q", "U", "size"], regs: REGS, only: acrossExists, fp: true },
    (o, r, s) => {
      const l = new Lanes(o, s["size"], 16)
      const wide = l.of(s["size"] + 1, 2 << s["size"])
      const n = s["Q"] === 1 ? o.v(r["n"]) : l.and(o.v(r["n"]), lowMask(o, 8))
      wide.put(
        r["d"],
        reduce(wide, l.addPairsLong(n, s["U"] === 0), 16, (a, b) => wide.add(a, b)),
      )
    },
  ),
]

export const SIMD_TWO_REGISTER: readonly Row[] = [
  ...VECTOR,
  ...SCALAR,
  ...PAIRS_LONG,
  ...NARROW,
  ...LONG,
  ...SCALAR_PAIRWISE,
  ...ACROSS,
]
