// SPDX-License-Identifier: BSD-2-Clause
//
// Constant folding of integer operations on 32-bit words and on pairs of them.

import { OP } from "../wasm/opcodes.ts"

let high = 0

/** High word of the last 64-bit result of `fold64`. */
export function foldedHigh(): number {
  return high
}

/** Result of a 32-bit operation on constants, undefined when it is not folded. */
export function fold32(op: number, a: number, b: number): number | undefined {
  switch (op) {
    case OP.i32_add:
      return (a + b) | 0
    case OP.i32_sub:
      return (a - b) | 0
    case OP.i32_and:
      return a & b
    case OP.i32_or:
      return a | b
    case OP.i32_xor:
      return a ^ b
    case OP.i32_shl:
      return a << b
    case OP.i32_shr_u:
      return (a >>> b) | 0
    case OP.i32_shr_s:
      return a >> b
    case OP.i32_eq:
      return a === b ? 1 : 0
    case OP.i32_ne:
      return a === b ? 0 : 1
    case OP.i32_ge_u:
      return a >>> 0 >= b >>> 0 ? 1 : 0
    case OP.i32_lt_u:
      return a >>> 0 < b >>> 0 ? 1 : 0
    default:
      return undefined
  }
}

function pair(lo: number, hi: number): number {
  high = hi | 0
  return lo | 0
}

function shiftLeft(lo: number, hi: number, by: number): number {
  if (by === 0) return pair(lo, hi)
  return by < 32 ? pair(lo << by, (hi << by) | (lo >>> (32 - by))) : pair(0, lo << (by - 32))
}

function shiftRight(lo: number, hi: number, by: number): number {
  if (by === 0) return pair(lo, hi)
  return by < 32 ? pair((lo >>> by) | (hi << (32 - by)), hi >>> by) : pair(hi >>> (by - 32), 0)
}

/** Low word of a 64-bit operation on constants (the high word is `foldedHigh()`), or undefined. */
export function fold64(op: number, lo: number, hi: number, bLo: number, bHi: number): number | undefined {
  switch (op) {
    case OP.i64_add: {
      const low = (lo >>> 0) + (bLo >>> 0)
      return pair(low, hi + bHi + (low > 0xffffffff ? 1 : 0))
    }
    case OP.i64_sub: {
      const borrow = lo >>> 0 < bLo >>> 0 ? 1 : 0
      return pair(lo - bLo, hi - bHi - borrow)
    }
    case OP.i64_and:
      return pair(lo & bLo, hi & bHi)
    case OP.i64_or:
      return pair(lo | bLo, hi | bHi)
    case OP.i64_xor:
      return pair(lo ^ bLo, hi ^ bHi)
    case OP.i64_shl:
      return shiftLeft(lo, hi, bLo & 63)
    case OP.i64_shr_u:
      return shiftRight(lo, hi, bLo & 63)
    case OP.i64_eq:
      return pair(lo === bLo && hi === bHi ? 1 : 0, 0)
    case OP.i64_ne:
      return pair(lo === bLo && hi === bHi ? 0 : 1, 0)
    default:
      return undefined
  }
}
