// SPDX-License-Identifier: BSD-2-Clause
//
// SHA-512 and SHA-3 (FEAT_SHA512, FEAT_SHA3; Arm ARM DDI 0487, C7.2 SHA512H .. SHA512SU1, EOR3, BCAX, RAX1, XAR;
// C4.1.90 "Cryptographic three-register SHA 512", "four-register").

import type { I64, V128 } from "../../dsl/code.ts"
import type { Ops } from "../../dsl/ops.ts"
import { Lanes } from "../lanes.ts"
import { row, type Row } from "../row.ts"

const TWO = { d: "Rd:v", n: "Rn:v" }
const THREE = { ...TWO, m: "Rm:v" }
const SHA512_OPTIONS = { fp: true, needs: "SHA512" } as const
const SHA3_OPTIONS = { fp: true, needs: "SHA3" } as const

const halves = (o: Ops): Lanes => new Lanes(o, 3, 16)
const half = (o: Ops, v: V128, lane: number): I64 => o.let(halves(o).extract(v, lane) as I64)

function pack(o: Ops, low: I64, high: I64): V128 {
  const l = halves(o)
  return l.replaceAt(l.splat(low), o.i32(1), high)
}

/** Three turns of a value to the right, added without carries; the last a shift for the schedule. */
function sigma(o: Ops, x: I64, one: number, two: number, three: number, isShift = false): I64 {
  const last = isShift ? o.shrU(x, o.i64(three)) : o.rotr(x, o.i64(three))
  return o.xor(o.xor(o.rotr(x, o.i64(one)), o.rotr(x, o.i64(two))), last)
}

const choose = (o: Ops, x: I64, y: I64, z: I64): I64 => o.xor(o.and(o.xor(y, z), x), z)
const majority = (o: Ops, x: I64, y: I64, z: I64): I64 => o.or(o.and(x, y), o.and(o.or(x, y), z))

const SHA512: readonly Row[] = [
  row("SHA512H", "11001110011 Rm:5 100000 Rn:5 Rd:5", { regs: THREE, ...SHA512_OPTIONS }, (o, r) => {
    const [n, m, d] = [o.v(r["n"]), o.v(r["m"]), o.v(r["d"])]
    const [n0, n1, m0, m1] = [half(o, n, 0), half(o, n, 1), half(o, m, 0), half(o, m, 1)]
    const [d0, d1] = [half(o, d, 0), half(o, d, 1)]
    const high = o.let(o.add(o.add(choose(o, m1, n0, n1), sigma(o, m1, 14, 18, 41)), d1))
    const next = o.let(o.add(high, m0))
    const low = o.add(o.add(choose(o, next, m1, n0), sigma(o, next, 14, 18, 41)), d0)
    o.setV(r["d"], pack(o, low, high))
  }),
  row("SHA512H2", "11001110011 Rm:5 100001 Rn:5 Rd:5", { regs: THREE, ...SHA512_OPTIONS }, (o, r) => {
    const [n, m, d] = [o.v(r["n"]), o.v(r["m"]), o.v(r["d"])]
    const [n0, m0, m1] = [half(o, n, 0), half(o, m, 0), half(o, m, 1)]
    const [d0, d1] = [half(o, d, 0), half(o, d, 1)]
    const high = o.let(o.add(o.add(sigma(o, m0, 28, 34, 39), majority(o, n0, m1, m0)), d1))
    const low = o.add(o.add(sigma(o, high, 28, 34, 39), majority(o, high, m0, m1)), d0)
    o.setV(r["d"], pack(o, low, high))
  }),
  row("SHA512SU0", "11001110110 00000 100000 Rn:5 Rd:5", { regs: TWO, ...SHA512_OPTIONS }, (o, r) => {
    const [n, d] = [o.v(r["n"]), o.v(r["d"])]
    const [d0, d1, n0] = [half(o, d, 0), half(o, d, 1), half(o, n, 0)]
    const moved = (x: I64) => sigma(o, x, 1, 8, 7, true)
    o.setV(r["d"], pack(o, o.add(d0, moved(d1)), o.add(d1, moved(n0))))
  }),
  row("SHA512SU1", "11001110011 Rm:5 100010 Rn:5 Rd:5", { regs: THREE, ...SHA512_OPTIONS }, (o, r) => {
    const [n, m, d] = [o.v(r["n"]), o.v(r["m"]), o.v(r["d"])]
    const part = (lane: number) => sigma(o, half(o, n, lane), 19, 61, 6, true)
    const sum = halves(o).add(d, m)
    o.setV(r["d"], halves(o).add(sum, pack(o, part(0), part(1))))
  }),
]

const SHA3: readonly Row[] = [
  ...[0, 1].map((isClear) =>
    row(
      isClear === 1 ? "BCAX" : "EOR3",
      `110011100 0${isClear} Rm:5 0 Ra:5 Rn:5 Rd:5`,
      { regs: { ...THREE, a: "Ra:v" }, ...SHA3_OPTIONS },
      (o, r) => {
        const l = halves(o)
        const [m, a] = [o.v(r["m"]), o.v(r["a"])]
        o.setV(r["d"], l.xor(o.v(r["n"]), isClear === 1 ? l.andnot(m, a) : l.xor(m, a)))
      },
    ),
  ),
  row("RAX1", "11001110011 Rm:5 100011 Rn:5 Rd:5", { regs: THREE, ...SHA3_OPTIONS }, (o, r) => {
    const l = halves(o)
    const m = o.let(o.v(r["m"]))
    o.setV(r["d"], l.xor(o.v(r["n"]), l.or(l.shlBy(m, 1), l.shrBy(m, 63, false))))
  }),
  row(
    "XAR",
    "11001110100 Rm:5 imm6:6 Rn:5 Rd:5",
    { regs: THREE, small: (f) => f["imm6"], ...SHA3_OPTIONS },
    (o, r) => {
      // A count of 0 shifts left by 64, which is 0 to the host and harms nothing.
      const l = halves(o)
      const sum = o.let(l.xor(o.v(r["n"]), o.v(r["m"])))
      const right = o.let(o.small())
      o.setV(r["d"], l.or(l.shr(sum, right, false), l.shl(sum, o.sub(o.i32(64), right))))
    },
  ),
]

export const CRYPTO_SHA3: readonly Row[] = [...SHA512, ...SHA3]
