// SPDX-License-Identifier: BSD-2-Clause
//
// All rows, in the order in which the decoder asks them: a special case stands before what it is a case of.

import type { Row } from "../row.ts"
import { BRANCHES_AND_SYSTEM } from "./branches.ts"
import { DATA_IMMEDIATE } from "./data-immediate.ts"
import { DATA_REGISTER } from "./data-register.ts"
import { LOADS_STORES } from "./loads-stores.ts"
import { LOADS_STORES_VECTOR } from "./loads-stores-vector.ts"

export const A64: readonly Row[] = [
  ...DATA_IMMEDIATE,
  ...BRANCHES_AND_SYSTEM,
  ...LOADS_STORES,
  ...LOADS_STORES_VECTOR,
  ...DATA_REGISTER,
]
