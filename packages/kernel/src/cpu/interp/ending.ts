// SPDX-License-Identifier: BSD-2-Clause
//
// How functions of the runtime module end that are called, handlers and slow halves of accesses.

import * as L from "../layout.ts"
import type { Ending, Runtime } from "./ops.ts"

/** How handler functions end: PC and BUDGET are true when they are called, the status is the result. */
export const FUNCTION_ENDING: Ending = {
  sync: () => undefined,
  afterSlow: (o) => {
    o.if(o.eq(o.field32(L.STATUS_I32), o.i32(L.M_FAULT)), () => o.return(o.i32(L.R_FAULT)))
  },
  ends: (o, status) => o.return(o.i32(status)),
  endsWith: (o, status) => o.return(status),
  jump: (o) => {
    o.setField64(L.PC, o.add(o.pc(), o.imm()))
    o.return(o.i32(L.R_JUMP))
  },
  pc: (o) => o.field64(L.PC),
}

/** Of functions that call nothing of the runtime. */
export const NO_RUNTIME: Runtime = {
  host: { sysRead: 0, sysWrite: 0, msrImm: 0, eret: 0, generate: 0, wait: 0 },
  slowRead: 0,
  slowWrite: 0,
  slowReadV: 0,
  slowWriteV: 0,
  ramWrite: 0,
  helpers: new Map(),
}
