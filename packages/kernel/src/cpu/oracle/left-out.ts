// SPDX-License-Identifier: BSD-2-Clause
//
// Instructions that qemu's processor of a model's name has and ours tells in its ID registers that it has not: words
// of these classes that we have no row for are not tried.

import type { CpuModel } from "../models/index.ts"

type Class = readonly [mask: number, value: number, what: string]

/** Of qemu's max, by the features of the architecture. */
const MAX: readonly Class[] = [
  [0x1e00_0000, 0x0400_0000, "SVE"],
  [0x9e00_0000, 0x8000_0000, "SME"],
  [0x9f60_c400, 0x0e40_0400, "FP16, vector three same"],
  [0x8f7e_0c00, 0x0e78_0800, "FP16, vector two registers"],
  [0xdf60_c400, 0x5e40_0400, "FP16, scalar three same"],
  [0xdf7e_0c00, 0x5e78_0800, "FP16, scalar two registers"],
  [0x9f3e_0c00, 0x0e30_0800, "FP16, across lanes"],
  [0xff3e_0c00, 0x5e30_0800, "FP16, scalar pairwise"],
  [0x8fc0_0400, 0x0f00_0000, "FP16, by element"],
  [0x9ff8_fc00, 0x0f00_fc00, "FP16, immediate"],
  [0x8f00_fc00, 0x0f00_e400, "FP16, from fixed point"],
  [0x8f00_fc00, 0x0f00_fc00, "FP16, to fixed point"],
  [0x7fe0_0000, 0x1ee0_0000, "FP16, scalar and conversions"],
  [0x7fc0_0000, 0x1ec0_0000, "FP16, scalar and conversions"],
  [0xffc0_0000, 0x1fc0_0000, "FP16, fused"],
  [0x9f60_8400, 0x0e40_8400, "FP16, I8MM, BF16: three registers, extension"],
  [0xbf20_8400, 0x2e00_8400, "FP16 complex numbers, BF16, I8MM"],
  [0xbfc0_9400, 0x2f40_1000, "FP16 complex numbers by element"],
  [0xbf20_fc00, 0x0e00_9c00, "I8MM"],
  [0x9fe0_f400, 0x0e80_a400, "I8MM"],
  [0xbf20_f400, 0x2f00_f000, "BF16 by element"],
  [0xbf00_f400, 0x0f00_f000, "BF16, I8MM by element"],
  [0xffff_fc00, 0x1e63_4000, "BF16: BFCVT"],
  [0xbfff_fc00, 0x0ea1_6800, "BF16: BFCVTN"],
  [0xffe0_8000, 0xce40_8000, "SM3"],
  [0xffe0_8000, 0xce40_0000, "SM3"],
  [0xffe0_b000, 0xce60_8000, "SM3, SM4"],
  [0xffff_fc00, 0xcec0_8400, "SM4"],
  [0xffc0_0000, 0xdac0_0000, "PAuth"],
  [0xff20_0000, 0xf820_0000, "PAuth loads"],
  [0xffe0_0000, 0x9ac0_0000, "MTE, PAuth"],
  [0xffe0_0000, 0xbac0_0000, "MTE"],
  [0xff80_0000, 0x9180_0000, "MTE"],
  [0xff80_0000, 0xd180_0000, "MTE"],
  [0xff20_0000, 0xd920_0000, "MTE"],
  [0xfc00_0000, 0x6800_0000, "MTE"],
  [0x3f80_8000, 0x0880_0000, "LOR"],
]

/** Whether a word that we have no row for may be an instruction of qemu's. */
export function isLeftOut(model: CpuModel, word: number): boolean {
  return model.name === "max" && MAX.some(([mask, value]) => ((word ^ value) & mask) >>> 0 === 0)
}
