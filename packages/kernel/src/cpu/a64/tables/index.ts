// SPDX-License-Identifier: BSD-2-Clause
//
// All rows, in the order in which the decoder asks them: a special case stands before what it is a case of.

import type { Row } from "../row.ts"
import { BRANCHES_AND_SYSTEM } from "./branches.ts"
import { DATA_IMMEDIATE } from "./data-immediate.ts"
import { DATA_REGISTER } from "./data-register.ts"
import { LOADS_STORES } from "./loads-stores.ts"
import { LOADS_STORES_STRUCTURE } from "./loads-stores-structure.ts"
import { LOADS_STORES_VECTOR } from "./loads-stores-vector.ts"
import { SIMD_MOVE } from "./simd-move.ts"
import { SIMD_THREE_SAME } from "./simd-three-same.ts"

export const A64: readonly Row[] = [
  ...DATA_IMMEDIATE,
  ...BRANCHES_AND_SYSTEM,
  ...LOADS_STORES,
  ...LOADS_STORES_VECTOR,
  ...LOADS_STORES_STRUCTURE,
  ...DATA_REGISTER,
  ...SIMD_THREE_SAME,
  ...SIMD_MOVE,
]
