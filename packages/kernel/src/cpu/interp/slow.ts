// SPDX-License-Identifier: BSD-2-Clause
//
// The slow halves of memory accesses, where the first level of the soft TLB does not map them: known ways to registers,
// the second level for regions, then the host.

import { type I32, type I64, TYPES } from "../dsl/code.ts"
import { SIMD_LOAD, SIMD_STORE } from "../dsl/tier.ts"
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

/** Enters the page of an access with plain flags, whose last byte lies in the page `last`, again where it was lost. */
function enterAgain(o: InterpOps, va: I64, last: I64, table: number): void {
  const { I32: I, I64: W } = TYPES
  const low = o.let(o.wrap(va))
  const bank = o.let(o.add(o.field32(L.BANK_I32), o.i32(table)))
  const units = o.mul(o.shrU(bank, o.i32(16)), o.i32(L.SECOND_FACTOR))
  const high = o.xor(o.wrap(o.shrU(va, o.i64(32))), units)
  const hash = o.xor(o.xor(o.shrU(low, o.i32(12)), o.shrU(low, o.i32(23))), high)
  const size = o.i32(Math.log2(L.SECOND_SIZE))
  const second = o.let(o.shl(o.and(hash, o.i32(L.SECOND_COUNT - 1)), size))
  const word = (at: number) => o.load<I32>(OP.i32_load, I, second, L.SECOND + at)
  // An access over the end of its page is in none.
  const page = o.let(o.and(va, o.i64(-4096)))
  const tag = o.load<I64>(OP.i64_load, W, second, L.SECOND + L.TLB_TAG)
  const epoch = o.load<I32>(OP.i32_load, I, o.i32(0), L.EPOCH)
  const others = o.or(o.xor(word(L.SECOND_TABLE_I32), bank), o.xor(word(L.SECOND_EPOCH_I32), epoch))
  o.if(o.and(o.and(o.eq(page, last), o.eq(page, tag)), o.eqz(others)), () => {
    const entry = o.add(bank, o.and(o.shrU(low, o.i32(8)), o.i32(L.TLB_INDEX_MASK << 4)))
    o.store(SIMD_STORE, entry, o.load(SIMD_LOAD, TYPES.V128, second, L.SECOND))
    returnMapped(o, va, last, table)
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
  o.if(isPlain, () => {
    returnMapped(o, va, last, table)
    enterAgain(o, va, last, table)
  })
  o.setField64(L.VA, va)
  o.setField64(L.WINDOW_KNOWN, o.i64(0))
  const status = o.call<I32>(callee, I, [o.base(), size, o.shrU(code, o.i32(8))])
  o.if(o.eq(status, o.i32(L.M_FAULT)), () => o.return(o.i32(0)))
  o.if(isPlain, () => returnMapped(o, va, last, table))
  o.emit(o.field32(L.SCRATCH))
  return module.function(module.type([I, W, I], [I]), o.localTypes, o.out)
}
