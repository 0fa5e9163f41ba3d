// SPDX-License-Identifier: BSD-2-Clause
//
// Writes what a handler does, with what every instruction of its kind does first.

import type { Handler } from "../a64/decoder.ts"
import type { I32 } from "../dsl/code.ts"
import type { Ops } from "../dsl/ops.ts"
import { GEN_FP_TRAP } from "../host.ts"
import * as L from "../layout.ts"

const FPEN_OPEN = 3 << 20

/** Whether CPACR_EL1.FPEN is anything but open. */
export function fpClosed(o: Ops): I32 {
  return o.ne(o.and(o.field32(L.SLOT.CPACR_EL1), o.i32(FPEN_OPEN)), o.i32(FPEN_OPEN))
}

/** FP and vector rows ask first whether CPACR_EL1.FPEN is open; the host knows the finer cases. */
export function writeMeaning(o: Ops, handler: Handler): void {
  if (handler.row.fp === true) {
    o.if(fpClosed(o), () => o.host("generate", [o.i32(GEN_FP_TRAP), o.i32(0)]))
  }
  handler.row.meaning(o, handler.regs, handler.split)
}
