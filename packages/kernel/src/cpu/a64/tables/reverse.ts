// SPDX-License-Identifier: BSD-2-Clause
//
// Reversals of bits and bytes by exchanging neighbours: REV, REV16, REV32 and RBIT.

import { type Int, TYPES } from "../../dsl/code.ts"
import type { Ops } from "../../dsl/ops.ts"

/** Low groups of `bits` bits in every pair of groups, as a 32-bit pattern. */
const LOW_GROUPS: Readonly<Record<number, number>> = {
  1: 0x55555555,
  2: 0x33333333,
  4: 0x0f0f0f0f,
  8: 0x00ff00ff,
  16: 0x0000ffff,
}

/** Exchanges neighbouring groups of `bits` bits. */
function swap(o: Ops, value: Int, bits: number): Int {
  const wide = o.type(value) === TYPES.I64
  if (bits === 32) return o.rotr(value, o.constLike(value, 32))
  const pattern = LOW_GROUPS[bits]
  const mask: Int = wide ? o.i64(pattern, pattern) : o.i32(pattern)
  const by = o.constLike(value, bits)
  return o.let(o.or(o.and(o.shrU(value, by), mask), o.shl(o.and(value, mask), by)))
}

/** Reverses the bytes of each group of `group` (16, 32 or 64) bits. */
export function reverseBytes(o: Ops, value: Int, group: number): Int {
  let result = o.let(value)
  for (let bits = 8; bits < group; bits *= 2) result = swap(o, result, bits)
  return result
}

/** Reverses all bits. */
export function reverseBits(o: Ops, value: Int): Int {
  let result = o.let(value)
  for (let bits = 1; bits < 8; bits *= 2) result = swap(o, result, bits)
  return reverseBytes(o, result, o.type(value) === TYPES.I64 ? 64 : 32)
}
