// SPDX-License-Identifier: BSD-2-Clause
//
// AES rounds and polynomial products of 64 bits (Arm ARM DDI 0487, C7.2: AESE, AESD, AESMC, AESIMC, PMULL; C4.1.90
// "Cryptographic AES"). The S-box is computed by permutes (constants.ts); a polynomial product by integer
// products of operands with holes, so that carries never meet ("bmul", Pornin, BearSSL).

import { type I32, type I64, TYPES, type V128 } from "../../dsl/code.ts"
import type { Ops } from "../../dsl/ops.ts"
import { SIMD_LOAD } from "../../dsl/tier.ts"
import * as C from "../../constants.ts"
import { Lanes } from "../lanes.ts"
import { row, type Row } from "../row.ts"

const REGS = { d: "Rd:v", n: "Rn:v" }

const AFFINE = 0x63

/** Byte r + 4c of the state goes to column c - r, or (inverse) comes back. */
function shiftRows(o: Ops, state: V128, isInverse: boolean): V128 {
  const pattern = Array.from({ length: 16 }, (_, at) => {
    const [line, column] = [at & 3, at >> 2]
    return line + 4 * ((column + (isInverse ? 4 - line : line)) & 3)
  })
  return o.shuffle(state, state, pattern)
}

function table(o: Ops, at: number): V128 {
  return o.load<V128>(SIMD_LOAD, TYPES.V128, o.i32(0), at)
}

/** SubBytes or its inverse: every byte's reciprocal in GF(2^8), by two nibbles in a tower of fields. */
function substitute(o: Ops, state: V128, isInverse: boolean): V128 {
  const l = new Lanes(o, 0, 16)
  const tables = isInverse ? C.AES_DECRYPT : C.AES_ENCRYPT
  const inverse = o.let(table(o, C.AES_INVERSE))
  const nibbles = o.let(l.const(15))
  const low = (x: V128) => l.and(x, nibbles)
  const high = (x: V128) => l.and(l.of(1).shrBy(x, 4, false), nibbles)
  const x = o.let(isInverse ? l.xor(state, l.const(AFFINE)) : state)
  const mapped = o.let(
    l.xor(
      l.swizzle(table(o, tables + C.AES_MAP_LOW), low(x)),
      l.swizzle(table(o, tables + C.AES_MAP_HIGH), high(x)),
    ),
  )
  const k = o.let(low(mapped))
  const i = o.let(high(mapped))
  const j = o.let(l.xor(i, k))
  const quotient = o.let(l.swizzle(table(o, C.AES_INVERSE_TIMES), k))
  const ofInverse = (y: V128) => l.swizzle(inverse, l.xor(l.swizzle(inverse, y), quotient))
  const first = l.swizzle(table(o, tables + C.AES_OUT_FIRST), l.xor(ofInverse(i), j))
  const second = l.swizzle(table(o, tables + C.AES_OUT_SECOND), l.xor(ofInverse(j), i))
  const result = l.xor(first, second)
  return isInverse ? result : l.xor(result, l.const(AFFINE))
}

/** Every byte times 2 in GF(2^8). */
function doubled(l: Lanes, a: V128): V128 {
  const carry = l.and(l.gt(l.zero(), a, true), l.const(0x1b))
  return l.xor(l.add(a, a), carry)
}

/** Bytes of each column turned: byte n takes the place of byte n - by. */
function turned(o: Ops, a: V128, by: number): V128 {
  return o.shuffle(
    a,
    a,
    Array.from({ length: 16 }, (_, at) => (at & 12) | ((at + by) & 3)),
  )
}

/** Columns times {03}x^3 + {01}x^2 + {01}x + {02}. */
function mixColumns(o: Ops, columns: V128): V128 {
  const l = new Lanes(o, 0, 16)
  const a = o.let(columns)
  const next = o.let(turned(o, a, 1))
  const both = o.let(l.xor(a, next))
  return l.xor(l.xor(doubled(l, both), next), turned(o, both, 2))
}

/** The inverse: MixColumns after adding four times the sum of each byte and the one opposite. */
function inverseMixColumns(o: Ops, columns: V128): V128 {
  const l = new Lanes(o, 0, 16)
  const a = o.let(columns)
  const opposite = o.let(l.xor(a, turned(o, a, 2)))
  return mixColumns(o, l.xor(a, doubled(l, o.let(doubled(l, opposite)))))
}

const AES: readonly Row[] = [
  row(
    "AESE/AESD",
    "01001110 00 10100 0010 D:1 10 Rn:5 Rd:5",
    { split: ["D"], regs: REGS, fp: true, needs: "AES" },
    (o, r, s) => {
      const state = new Lanes(o, 0, 16).xor(o.v(r["d"]), o.v(r["n"]))
      o.setV(r["d"], substitute(o, shiftRows(o, o.let(state), s["D"] === 1), s["D"] === 1))
    },
  ),
  row(
    "AESMC/AESIMC",
    "01001110 00 10100 0011 D:1 10 Rn:5 Rd:5",
    { split: ["D"], regs: REGS, fp: true, needs: "AES" },
    (o, r, s) =>
      o.setV(r["d"], s["D"] === 1 ? inverseMixColumns(o, o.v(r["n"])) : mixColumns(o, o.v(r["n"]))),
  ),
]

/** Every fourth bit, from bit `first` on. */
function holes(o: Ops, first: number): I64 {
  const word = (0x1111_1111 << first) | 0
  return o.i64(word, word)
}

/** Polynomial product of two values of 32 bits. At most eight products meet in a bit: they fit its hole. */
function product32(o: Ops, a: I64, b: I64): I64 {
  const parts = (x: I64) => [0, 1, 2, 3].map((first) => o.let(o.and(x, holes(o, first))))
  const [x, y] = [parts(a), parts(b)]
  return [0, 1, 2, 3]
    .map((to) => {
      const sums = [0, 1, 2, 3].map((from) => o.mul(x[from], y[(to - from) & 3]))
      return o.and(
        sums.reduce((all, one) => o.xor(all, one)),
        holes(o, to),
      )
    })
    .reduce((all, one) => o.or(all, one))
}

/** Polynomial product of two values of 64 bits, by three of 32 (Karatsuba). */
function product64(o: Ops, a: I64, b: I64): V128 {
  const half = o.i64(32)
  const [low, high] = [(x: I64) => o.let(o.and(x, o.i64(-1, 0))), (x: I64) => o.let(o.shrU(x, half))]
  const [x, y] = [o.let(a), o.let(b)]
  const [xLow, xHigh, yLow, yHigh] = [low(x), high(x), low(y), high(y)]
  const bottom = o.let(product32(o, xLow, yLow))
  const top = o.let(product32(o, xHigh, yHigh))
  const sums = product32(o, o.let(o.xor(xLow, xHigh)), o.let(o.xor(yLow, yHigh)))
  const middle = o.let(o.xor(sums, o.xor(bottom, top)))
  const halves = new Lanes(o, 3, 16)
  const result = halves.splat(o.xor(bottom, o.shl(middle, half)))
  return halves.replaceAt(result, o.i32(1) as I32, o.xor(top, o.shrU(middle, half)))
}

const PRODUCT = row(
  "PMULL (64-bit)",
  "0 Q:1 0 01110 11 1 Rm:5 1110 00 Rn:5 Rd:5",
  { split: ["Q"], regs: { ...REGS, m: "Rm:v" }, fp: true, needs: "PMULL" },
  (o, r, s) => {
    const halves = new Lanes(o, 3, 16)
    const operand = (v: V128) => halves.extract(v, s["Q"]) as I64
    o.setV(r["d"], product64(o, operand(o.v(r["n"])), operand(o.v(r["m"]))))
  },
)

export const CRYPTO_AES: readonly Row[] = [...AES, PRODUCT]
