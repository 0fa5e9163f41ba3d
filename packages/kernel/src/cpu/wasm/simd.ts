// SPDX-License-Identifier: BSD-2-Clause
//
// Opcodes of the WebAssembly vector instructions (core specification, section 5.4.8, and the fixed-width SIMD
// proposal's BinarySIMD.md), with their prefix. Integer instructions of 8 to 64 bit lanes stand at like
// distances, so they are computed from the lane size; the few holes are for the caller to avoid.

import { PREFIX_SIMD } from "./opcodes.ts"

/** log2 of the bytes of a lane: 0 .. 3. */
export type LaneSize = 0 | 1 | 2 | 3

export const SIMD = {
  swizzle: PREFIX_SIMD | 0x0e,
  not: PREFIX_SIMD | 0x4d,
  and: PREFIX_SIMD | 0x4e,
  /** a AND NOT b. */
  andnot: PREFIX_SIMD | 0x4f,
  or: PREFIX_SIMD | 0x50,
  xor: PREFIX_SIMD | 0x51,
  /** (a AND c) OR (b AND NOT c). */
  bitselect: PREFIX_SIMD | 0x52,
  any_true: PREFIX_SIMD | 0x53,
  v128_load32_zero: PREFIX_SIMD | 0x5c,
  v128_load64_zero: PREFIX_SIMD | 0x5d,
  f32x4_splat: PREFIX_SIMD | 0x13,
  f64x2_splat: PREFIX_SIMD | 0x14,
  f32x4_extract_lane: PREFIX_SIMD | 0x1f,
  f64x2_extract_lane: PREFIX_SIMD | 0x21,
  f32x4_demote_f64x2_zero: PREFIX_SIMD | 0x5e,
  f64x2_promote_low_f32x4: PREFIX_SIMD | 0x5f,
  i8x16_popcnt: PREFIX_SIMD | 0x62,
  i32x4_trunc_sat_f32x4_s: PREFIX_SIMD | 0xf8,
  i32x4_trunc_sat_f32x4_u: PREFIX_SIMD | 0xf9,
  f32x4_convert_i32x4_s: PREFIX_SIMD | 0xfa,
  f32x4_convert_i32x4_u: PREFIX_SIMD | 0xfb,
} as const

const LANE_OFFSETS = {
  abs: 0x00,
  neg: 0x01,
  shl: 0x0b,
  shr_s: 0x0c,
  shr_u: 0x0d,
  add: 0x0e,
  sub: 0x11,
  mul: 0x15,
  min_s: 0x16,
  min_u: 0x17,
  max_s: 0x18,
  max_u: 0x19,
} as const
export type LaneOp = keyof typeof LANE_OFFSETS

/** A lane instruction; `mul` has no 8-bit form, minimum and maximum no 64-bit form. */
export function laneOpcode(name: LaneOp, size: LaneSize): number {
  return PREFIX_SIMD | (0x60 + 0x20 * size + LANE_OFFSETS[name])
}

/** 1 when no lane is zero. */
export const allTrueOpcode = (size: LaneSize): number => PREFIX_SIMD | (0x63 + 0x20 * size)

/** The top bits of all lanes as an i32. */
export const bitmaskOpcode = (size: LaneSize): number => PREFIX_SIMD | (0x64 + 0x20 * size)

/** a * b + c, or (`negated`) c - a * b, rounded once where `hasFused` of fused.ts says so (relaxed SIMD). */
export const maddOpcode = (wide: boolean, negated: boolean): number =>
  PREFIX_SIMD | ((wide ? 0x107 : 0x105) + (negated ? 1 : 0))

const COMPARISONS = { eq: 0, ne: 1, lt_s: 2, lt_u: 3, gt_s: 4, gt_u: 5, le_s: 6, le_u: 7, ge_s: 8, ge_u: 9 }
const COMPARISONS_64 = { eq: 0xd6, ne: 0xd7, lt_s: 0xd8, gt_s: 0xd9, le_s: 0xda, ge_s: 0xdb }

/** A lane comparison of 8 to 32 bits, or a signed one of 64. */
export function compareOpcode(name: keyof typeof COMPARISONS_64, size: LaneSize): number
export function compareOpcode(name: keyof typeof COMPARISONS, size: 0 | 1 | 2): number
export function compareOpcode(name: keyof typeof COMPARISONS, size: LaneSize): number {
  if (size === 3) return PREFIX_SIMD | COMPARISONS_64[name as keyof typeof COMPARISONS_64]
  return PREFIX_SIMD | (0x23 + 10 * size + COMPARISONS[name])
}

export const splatOpcode = (size: LaneSize): number => PREFIX_SIMD | (0x0f + size)

/** Lane to scalar: i32 up to 32 bits, i64 of 64. */
export function extractOpcode(size: LaneSize, isSigned: boolean): number {
  return PREFIX_SIMD | (size < 2 ? 0x15 + 3 * size + (isSigned ? 0 : 1) : 0x1b + 2 * (size - 2))
}

export const replaceOpcode = (size: LaneSize): number =>
  PREFIX_SIMD | (size < 2 ? 0x17 + 3 * size : 0x1c + 2 * (size - 2))

/** Doubles the width of the low or high half of the lanes; `size` 0 .. 2 is the narrow one. */
export function extendOpcode(size: LaneSize, high: boolean, isSigned: boolean): number {
  return PREFIX_SIMD | (0x87 + 0x20 * size + (high ? 1 : 0) + (isSigned ? 0 : 2))
}

/** Multiplies the low or high half of the lanes to double width; `size` 0 .. 2. */
export function extmulOpcode(size: LaneSize, high: boolean, isSigned: boolean): number {
  return PREFIX_SIMD | (0x9c + 0x20 * size + (high ? 1 : 0) + (isSigned ? 0 : 2))
}

/** Adds neighbours to double width; `size` 0 and 1 alone. */
export const extaddPairwiseOpcode = (size: 0 | 1, isSigned: boolean): number =>
  PREFIX_SIMD | (0x7c + 2 * size + (isSigned ? 0 : 1))

const FLOAT_OFFSETS = {
  abs: 0,
  neg: 1,
  sqrt: 3,
  add: 4,
  sub: 5,
  mul: 6,
  div: 7,
  min: 8,
  max: 9,
} as const
export type FloatLaneOp = keyof typeof FLOAT_OFFSETS

/** An FP lane instruction of 32 or (`wide`) 64 bits. */
export const floatLaneOpcode = (name: FloatLaneOp, wide: boolean): number =>
  PREFIX_SIMD | ((wide ? 0xec : 0xe0) + FLOAT_OFFSETS[name])

const FLOAT_COMPARISONS = { eq: 0, ne: 1, lt: 2, gt: 3, le: 4, ge: 5 } as const
export type FloatComparison = keyof typeof FLOAT_COMPARISONS

export const floatCompareOpcode = (name: FloatComparison, wide: boolean): number =>
  PREFIX_SIMD | ((wide ? 0x47 : 0x41) + FLOAT_COMPARISONS[name])

const FLOAT_ROUNDINGS = {
  ceil: [0x67, 0x74],
  floor: [0x68, 0x75],
  trunc: [0x69, 0x7a],
  nearest: [0x6a, 0x94],
}

export const floatRoundOpcode = (name: keyof typeof FLOAT_ROUNDINGS, wide: boolean): number =>
  PREFIX_SIMD | FLOAT_ROUNDINGS[name][wide ? 1 : 0]
