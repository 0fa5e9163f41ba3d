// SPDX-License-Identifier: BSD-2-Clause
//
// All rows, in the order in which the decoder asks them: a special case stands before what it is a case of.

import { type CpuModel, has } from "../../models/model.ts"
import type { Row } from "../row.ts"
import { ATOMICS } from "./atomics.ts"
import { BRANCHES_AND_SYSTEM } from "./branches.ts"
import { CRYPTO_AES } from "./crypto-aes.ts"
import { CRYPTO_SHA } from "./crypto-sha.ts"
import { CRYPTO_SHA3 } from "./crypto-sha3.ts"
import { DATA_IMMEDIATE } from "./data-immediate.ts"
import { DATA_REGISTER } from "./data-register.ts"
import { FLAG_MANIPULATION } from "./flag-manipulation.ts"
import { FP_ARITHMETIC } from "./fp-arithmetic.ts"
import { FP_CONVERT } from "./fp-convert.ts"
import { FP_EXTENSIONS } from "./fp-extensions.ts"
import { FP_MOVE } from "./fp-move.ts"
import { FP_VECTOR } from "./fp-vector.ts"
import { LOADS_STORES } from "./loads-stores.ts"
import { LOADS_STORES_STRUCTURE } from "./loads-stores-structure.ts"
import { LOADS_STORES_VECTOR } from "./loads-stores-vector.ts"
import { SIMD_EXTENSIONS } from "./simd-extensions.ts"
import { SIMD_MOVE } from "./simd-move.ts"
import { SIMD_PRODUCTS } from "./simd-products.ts"
import { SIMD_SHIFT_IMMEDIATE } from "./simd-shift-immediate.ts"
import { SIMD_THREE_SAME } from "./simd-three-same.ts"
import { SIMD_TWO_REGISTER } from "./simd-two-register.ts"

/** The rows of every model. */
export const A64: readonly Row[] = [
  ...DATA_IMMEDIATE,
  ...FLAG_MANIPULATION,
  ...BRANCHES_AND_SYSTEM,
  ...LOADS_STORES,
  ...ATOMICS,
  ...LOADS_STORES_VECTOR,
  ...LOADS_STORES_STRUCTURE,
  ...DATA_REGISTER,
  ...SIMD_THREE_SAME,
  ...SIMD_MOVE,
  ...SIMD_TWO_REGISTER,
  ...SIMD_SHIFT_IMMEDIATE,
  ...SIMD_PRODUCTS,
  ...CRYPTO_AES,
  ...CRYPTO_SHA,
  ...CRYPTO_SHA3,
  ...SIMD_EXTENSIONS,
  ...FP_MOVE,
  ...FP_ARITHMETIC,
  ...FP_VECTOR,
  ...FP_CONVERT,
  ...FP_EXTENSIONS,
]

/** The rows that this model has. */
export function rowsOf(model: CpuModel): readonly Row[] {
  return A64.filter((row) => has(model, row.needs))
}
