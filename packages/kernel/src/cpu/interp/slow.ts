// SPDX-License-Identifier: BSD-2-Clause
//
// The slow halves of memory accesses, where the soft TLB does not map them: known ways to registers, then the host.

import { type I32, type I64, TYPES } from "../dsl/code.ts"
import * as L from "../layout.ts"
import type { ModuleWriter } from "../wasm/module.ts"
import { OP } from "../wasm/opcodes.ts"
import { type DeviceCalls, tryKnownWay } from "./device-ways.ts"
import { FUNCTION_ENDING, NO_RUNTIME } from "./ending.ts"
import { InterpOps, type Runtime } from "./ops.ts"

export function writeSlowFunctions(
  module: ModuleWriter,
  memRead: number,
  memWrite: number,
  devices: DeviceCalls,
): Omit<Runtime, "host" | "helpers"> {
  const { I32: I, I64: W } = TYPES
  const scalar = (params: number[], results: number[], load: boolean) => {
    const o = new InterpOps(params.length, 0, NO_RUNTIME, FUNCTION_ENDING)
    const code = o.local<I32>(params.length - 1, I)
    tryKnownWay(o, devices, load)
    o.setField64(L.VA, o.local<I64>(1, W))
    o.setField64(L.DATA, load ? o.i64(0) : o.local<I64>(2, W))
    const args = [o.base(), o.and(code, o.i32(255)), o.shrU(code, o.i32(8))]
    o.setField32(L.STATUS_I32, o.call<I32>(load ? memRead : memWrite, I, args))
    if (load) o.emit(o.field64(L.DATA))
    return module.function(module.type(params, results), o.localTypes, o.out)
  }
  const vector = (callee: number) => {
    const o = new InterpOps(3, 0, NO_RUNTIME, FUNCTION_ENDING)
    o.setField64(L.VA, o.local<I64>(1, W))
    o.setField32(L.STATUS_I32, o.call<I32>(callee, I, [o.base(), o.i32(16), o.local<I32>(2, I)]))
    return module.function(module.type([I, W, I], []), o.localTypes, o.out)
  }
  return {
    slowRead: scalar([I, W, I], [W], true),
    slowWrite: scalar([I, W, W, I], [], false),
    slowReadV: vector(memRead),
    slowWriteV: vector(memWrite),
    ramWrite: writeRamAccess(module, memWrite, L.TLB_WRITE),
  }
}

/** Where the TLB maps an access of `size` bytes with plain flags: notes page and addend, returns the host address. */
function returnMapped(o: InterpOps, va: I64, last: I64, table: number): void {
  const offset = o.and(o.wrap(o.shrU(va, o.i64(8))), o.i32(L.TLB_INDEX_MASK << 4))
  const entry = o.let(o.add(o.field32(L.BANK_I32), offset))
  o.if(o.eq(o.load<I64>(OP.i64_load, TYPES.I64, entry, table + L.TLB_TAG), last), () => {
    const addend = o.let(o.load<I32>(OP.i32_load, TYPES.I32, entry, table + L.TLB_ADDEND))
    o.setField64(L.WINDOW_TAG, last)
    o.setField64(L.WINDOW_KNOWN, o.i64(-1))
    o.setField32(L.WINDOW_ADDEND_I32, addend)
    const host = o.let(o.add(o.wrap(va), addend))
    o.setField32(L.SCRATCH, host)
    o.return(host)
  })
}

/**
 * (cpu, va, size | flags << 8) -> host address of an access that RAM answers, also in SCRATCH; or 0. What a store with
 * plain flags would store is in BOUNCE.
 */
export function writeRamAccess(module: ModuleWriter, callee: number, table: number): number {
  const { I32: I, I64: W } = TYPES
  const o = new InterpOps(3, 0, NO_RUNTIME, FUNCTION_ENDING)
  const code = o.local<I32>(2, I)
  const va = o.local<I64>(1, W)
  const size = o.let(o.and(code, o.i32(255)))
  const last = o.let(o.and(o.add(va, o.extendU(o.sub(size, o.i32(1)))), o.i64(-4096)))
  const isPlain = o.let(o.eqz(o.and(code, o.i32((L.ACC_UNPRIV | L.ACC_ALIGNED) << 8))))
  o.if(isPlain, () => returnMapped(o, va, last, table))
  o.setField64(L.VA, va)
  o.setField64(L.WINDOW_KNOWN, o.i64(0))
  const status = o.call<I32>(callee, I, [o.base(), size, o.shrU(code, o.i32(8))])
  o.if(o.eq(status, o.i32(L.M_FAULT)), () => o.return(o.i32(0)))
  o.if(isPlain, () => returnMapped(o, va, last, table))
  o.emit(o.field32(L.SCRATCH))
  return module.function(module.type([I, W, I], [I]), o.localTypes, o.out)
}
