// SPDX-License-Identifier: BSD-2-Clause
//
// Integer Advanced SIMD of later architectures: SQRDMLAH and SQRDMLSH (FEAT_RDM), SDOT and UDOT (FEAT_DotProd); Arm
// ARM DDI 0487, C4.1.90 "Advanced SIMD three-register extension", "vector x indexed element".

import type { V128 } from "../../dsl/code.ts"
import { Lanes } from "../lanes.ts"
import { type Fields, row, type Row } from "../row.ts"
import * as A from "./simd-arithmetic.ts"

const REGS = { d: "Rd:v", n: "Rn:v", m: "Rm:v" }
const full = (s: Fields) => (s["Q"] === 1 ? 16 : 8)
const RDM = { regs: REGS, fp: true, needs: "RDM" } as const
const DOT = { regs: REGS, fp: true, needs: "DotProd" } as const

/** (d * 2^bits +- 2 * n * m + 2^(bits - 1)) in its upper half, saturated: in lanes of double width. */
function roundedSum(l: Lanes, isMinus: boolean, n: V128, m: V128, d: V128): V128 {
  const wide = l.of(l.size + 1)
  const [a, b, addend] = [l.let(n), l.let(m), l.let(d)]
  // Half of everything, so that the sum of the widest values fits: d * 2^(bits - 1) +- n * m + 2^(bits - 2).
  const part = (high: boolean) => {
    const product = l.extmul(a, b, high, true)
    const start = wide.shlBy(l.extend(addend, high, true), l.bits - 1)
    const sum = isMinus ? wide.sub(start, product) : wide.add(start, product)
    return wide.let(wide.shrBy(wide.add(sum, halfOf(wide, l.bits - 2)), l.bits - 1, true))
  }
  const [low, high] = [part(false), part(true)]
  const result = l.let(l.evens(low, high))
  const over = l.let(l.not(l.eq(l.signs(result), l.odds(low, high))))
  l.saturated(over)
  // Where it did not fit, the sign of the upper half is that of the sum.
  return l.choose(over, l.bound(l.odds(low, high)), result)
}

function halfOf(wide: Lanes, bit: number): V128 {
  return wide.const(2 ** bit)
}

const halfAndWord = (f: Fields) => f["size"] === 1 || f["size"] === 2
const BY_ELEMENT = [
  { size: 1, fields: "01 L:1 M:1 Rm:4", index: (f: Fields) => (f["H"] << 2) | (f["L"] << 1) | f["M"] },
  { size: 2, fields: "10 L:1 Rm:5", index: (f: Fields) => (f["H"] << 1) | f["L"] },
] as const

const ROUNDED: readonly Row[] = [0, 1].flatMap((S) => {
  const name = S === 1 ? "SQRDMLSH" : "SQRDMLAH"
  return [
    row(
      `${name} (vector)`,
      `0 Q:1 1 01110 size:2 0 Rm:5 1000 ${S} 1 Rn:5 Rd:5`,
      { ...RDM, split: ["Q", "size"], only: halfAndWord },
      (o, r, s) => {
        const l = new Lanes(o, s["size"], full(s))
        l.put(r["d"], roundedSum(l, S === 1, o.v(r["n"]), o.v(r["m"]), o.v(r["d"])))
      },
    ),
    row(
      `${name} (scalar)`,
      `01 1 11110 size:2 0 Rm:5 1000 ${S} 1 Rn:5 Rd:5`,
      { ...RDM, split: ["size"], only: halfAndWord },
      (o, r, s) => {
        const l = new Lanes(o, s["size"], 1 << s["size"])
        l.put(r["d"], roundedSum(l, S === 1, o.v(r["n"]), o.v(r["m"]), o.v(r["d"])))
      },
    ),
    ...BY_ELEMENT.flatMap(({ size, fields, index }) => [
      row(
        A.variant(name, size, "by element"),
        `0 Q:1 1 01111 ${fields} 11${S}1 H:1 0 Rn:5 Rd:5`,
        { ...RDM, split: ["Q"], small: index },
        (o, r, s) => {
          const l = new Lanes(o, size, full(s))
          const m = l.duplicate(o.v(r["m"]), o.small())
          l.put(r["d"], roundedSum(l, S === 1, o.v(r["n"]), m, o.v(r["d"])))
        },
      ),
      row(
        A.variant(name, size, "by element", "scalar"),
        `01 1 11111 ${fields} 11${S}1 H:1 0 Rn:5 Rd:5`,
        { ...RDM, small: index },
        (o, r) => {
          const l = new Lanes(o, size, 1 << size)
          const m = l.duplicate(o.v(r["m"]), o.small())
          l.put(r["d"], roundedSum(l, S === 1, o.v(r["n"]), m, o.v(r["d"])))
        },
      ),
    ]),
  ]
})

/** Sums of four products of bytes, added to each word. */
function dotProduct(l: Lanes, isSigned: boolean, n: V128, m: V128, d: V128): V128 {
  const [bytes, pairs] = [l.of(0), l.of(1)]
  const [a, b] = [l.let(n), l.let(m)]
  const sums = (high: boolean) => l.let(pairs.addPairsLong(bytes.extmul(a, b, high, isSigned), isSigned))
  const [low, high] = [sums(false), sums(true)]
  return l.add(d, l.add(l.evens(low, high), l.odds(low, high)))
}

const DOTS: readonly Row[] = [
  row(
    "SDOT/UDOT (vector)",
    "0 Q:1 U:1 01110 10 0 Rm:5 100101 Rn:5 Rd:5",
    { ...DOT, split: ["Q", "U"] },
    (o, r, s) => {
      const l = new Lanes(o, 2, full(s))
      l.put(r["d"], dotProduct(l, s["U"] === 0, o.v(r["n"]), o.v(r["m"]), o.v(r["d"])))
    },
  ),
  row(
    "SDOT/UDOT (by element)",
    "0 Q:1 U:1 01111 10 L:1 Rm:5 1110 H:1 0 Rn:5 Rd:5",
    { ...DOT, split: ["Q", "U"], small: (f) => (f["H"] << 1) | f["L"] },
    (o, r, s) => {
      const l = new Lanes(o, 2, full(s))
      const m = l.duplicate(o.v(r["m"]), o.small())
      l.put(r["d"], dotProduct(l, s["U"] === 0, o.v(r["n"]), m, o.v(r["d"])))
    },
  ),
]

export const SIMD_EXTENSIONS: readonly Row[] = [...ROUNDED, ...DOTS]
