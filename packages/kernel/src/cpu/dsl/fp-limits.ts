// SPDX-License-Identifier: BSD-2-Clause
//
// How a region asks at once whether an FP result is in range and whether FPCR and FPSR let the host compute it.

import type { I32, Value } from "./code.ts"

/** What `bits << 1` of a number is at least, if no making of it can underflow: high and low word, or one. */
export const NORMAL_START = { wide: [0x0020_0000, 2], narrow: 0x0100_0002 } as const
/** Twice the bits of infinity less that. */
export const NORMAL_END = { wide: [0xffbf_ffff, -2], narrow: 0xfdff_fffe } as const

/**
 * What FP results are compared with in a region: values that let everything pass which the host computes right, or
 * nothing at all while FPCR or FPSR ask for more than that.
 */
export interface FpLimits {
  /** While FPCR is zero: infinity of this kind (all lanes of a vector), else NaN. */
  plain(wide: boolean, isVector: boolean): Value
  /** The same while, besides, FPSR.IXC is set, so that an inexact result has nothing new to say. */
  inexact(wide: boolean, isVector: boolean): Value
  /**
   * Under that condition the end of what is normal, else the start: `bits << 1` less NORMAL_START lies below it,
   * unsigned for a scalar's integer, signed and with the top bit flipped for lanes.
   */
  normal(wide: boolean, isVector: boolean): Value
  /** The first condition as 1 or 0. */
  isPlain(): I32
  /** Both conditions as 1 or 0. */
  isInexact(): I32
}
