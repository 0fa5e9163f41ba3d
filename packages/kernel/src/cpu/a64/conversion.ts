// SPDX-License-Identifier: BSD-2-Clause
//
// A conversion between FP and integers, and what all ways of doing one share.

import { type F64, type I32, type Int, TYPES } from "../dsl/code.ts"
import type { Ops } from "../dsl/ops.ts"
import { OP } from "../wasm/opcodes.ts"

/** Sizes are log2 of bytes. `mode` is a rounding of softfp/format.ts, 0 .. 4. */
export interface Conversion {
  readonly float: 2 | 3
  readonly integer: 2 | 3
  readonly isSigned: boolean
  readonly mode: number
  /** Bits behind the binary point of the integer. */
  readonly fraction: I32
}

export const ROUNDINGS = ["nearest", "ceil", "floor", "trunc"] as const

/** 2^by as f64, by being -64 .. 64. */
export function powerOfTwo(o: Ops, by: I32): F64 {
  const exponent = o.extendU(o.add(by, o.i32(1023)))
  return o.unary<F64>(OP.f64_reinterpret_i64, TYPES.F64, o.shl(exponent, o.i64(52)))
}

export const isNone = (o: Ops, fraction: I32) => o.isConst(fraction) && o.lo(fraction) === 0

export const FROM_INTEGER = {
  2: [
    [OP.f32_convert_i32_u, OP.f32_convert_i32_s],
    [OP.f32_convert_i64_u, OP.f32_convert_i64_s],
  ],
  3: [
    [OP.f64_convert_i32_u, OP.f64_convert_i32_s],
    [OP.f64_convert_i64_u, OP.f64_convert_i64_s],
  ],
} as const

/** Whether the integer has no more bits than the fraction holds. */
export function fitsFraction(o: Ops, { float, isSigned }: Conversion, x: Int): I32 {
  const limit = float === 3 ? 2 ** 53 : 2 ** 24
  const wide = o.type(x) === TYPES.I64
  const most = wide ? o.i64(limit) : o.i32(limit)
  if (!isSigned) return o.geU(most, x)
  return o.geU(wide ? o.i64(limit * 2) : o.i32(limit * 2), o.add(x, most))
}
