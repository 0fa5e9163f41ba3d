// SPDX-License-Identifier: BSD-2-Clause
//
// Makes the runtime module: the slow halves of memory accesses, one function for every handler, and `run`,
// the interpreter: a loop around one switch whose arms are the handlers that guests spend their time in. All
// other handlers are called through the table, at the place of their number.

import { type F32, type F64, type I32, type I64, TYPES } from "../dsl/code.ts"
import type { HostCall } from "../dsl/ops.ts"
import type { Decoder, Handler } from "../a64/decoder.ts"
import * as L from "../layout.ts"
import { ModuleWriter } from "../wasm/module.ts"
import { OP } from "../wasm/opcodes.ts"
import { type Ending, InterpOps, type Runtime } from "./ops.ts"
import { type DeviceCalls, tryKnownWay } from "./device-ways.ts"
import { writeMeaning } from "./meaning.ts"
import { buildRun, type RunImports } from "./run.ts"

/** Host helpers by name with the number of i32 arguments after `cpu`; all answer an i32. */
const HOST_CALLS: Readonly<Record<HostCall, number>> = {
  sysRead: 1,
  sysWrite: 1,
  msrImm: 2,
  eret: 0,
  generate: 2,
  wait: 1,
}

/** A pure helper imported from JavaScript: the number of its i32 arguments after `cpu`; no result. */
export type HelperSignatures = Readonly<Record<string, number>>

/** The most arguments after `cpu` that a helper takes. */
export const HELPER_ARGS = 4

/** How handler functions end: PC and BUDGET are true when they are called, the status is the result. */
const FUNCTION_ENDING: Ending = {
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

function writeSlowFunctions(
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

const NO_RUNTIME: Runtime = {
  host: { sysRead: 0, sysWrite: 0, msrImm: 0, eret: 0, generate: 0, wait: 0 },
  slowRead: 0,
  slowWrite: 0,
  slowReadV: 0,
  slowWriteV: 0,
  ramWrite: 0,
  helpers: new Map(),
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

/** (cpu, va, size | flags << 8) -> host address of an access that RAM answers, also in SCRATCH; or 0. */
function writeRamAccess(module: ModuleWriter, callee: number, table: number): number {
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

/** (cpu): computes the flags that a region left as operands and form. */
function writeSettle(module: ModuleWriter, runtime: Runtime): number {
  const { I32: I } = TYPES
  const o = new InterpOps(1, 0, runtime, FUNCTION_ENDING)
  const form = o.newLocal(I)
  o.setLocal(form, o.field32(L.FLAG_FORM_I32))
  o.setField32(L.FLAG_FORM_I32, o.i32(0))
  const narrow = () => [o.field32(L.FLAG_A_I32), o.field32(L.FLAG_B_I32)] as const
  const wide = () => [o.field64(L.FLAG_A), o.field64(L.FLAG_B)] as const
  const forms: ReadonlyArray<readonly [number, () => void]> = [
    [2, () => o.adds(...wide())],
    [3, () => o.adds(...narrow())],
    [4, () => o.subs(...wide())],
    [5, () => o.subs(...narrow())],
    [6, () => o.logicFlags(wide()[0])],
    [7, () => o.logicFlags(narrow()[0])],
    [
      8,
      () =>
        o.floatFlags(
          o.let(o.load<F64>(OP.f64_load, TYPES.F64, o.base(), L.FLAG_FA)),
          o.let(o.load<F64>(OP.f64_load, TYPES.F64, o.base(), L.FLAG_FB)),
        ),
    ],
    [
      9,
      () =>
        o.floatFlags(
          o.let(o.load<F32>(OP.f32_load, TYPES.F32, o.base(), L.FLAG_FA)),
          o.let(o.load<F32>(OP.f32_load, TYPES.F32, o.base(), L.FLAG_FB)),
        ),
    ],
  ]
  for (const [number, settle] of forms) {
    o.if(o.eq(o.local<I32>(form, I), o.i32(number)), () => {
      settle()
      o.return()
    })
    o.endInstruction()
  }
  return module.function(module.type([I], []), o.localTypes, o.out)
}

function writeHandler(module: ModuleWriter, runtime: Runtime, handler: Handler): number {
  const o = new InterpOps(2, 1, runtime, FUNCTION_ENDING)
  writeMeaning(o, handler)
  o.emit(o.i32(L.R_NEXT))
  return module.function(module.type([TYPES.I32, TYPES.I32], [TYPES.I32]), o.localTypes, o.out)
}

/** (cpu, decoded instruction, handler): runs an instruction that cannot fault, for regions. */
function writeCold(module: ModuleWriter, handlerType: number): number {
  const { I32: I } = TYPES
  const o = new InterpOps(3, 1, NO_RUNTIME, FUNCTION_ENDING)
  o.callIndirect(handlerType, I, [o.base(), o.ip()], o.local<I32>(2, I))
  return module.function(module.type([I, I, I], []), o.localTypes, o.out)
}

/**
 * (cpu, decoded instruction, handler): runs an instruction for a region, which has brought the CPU block up to date,
 * the flags as operands and form maybe: whoever asks for them settles them, and `run` does.
 * REGION_GOES_ON, unless something was changed that the region holds on to or STOP is set; else why it leaves.
 */
function writeInPlace(module: ModuleWriter, handlerType: number): number {
  const { I32: I } = TYPES
  const o = new InterpOps(3, 1, NO_RUNTIME, FUNCTION_ENDING)
  o.setField32(L.BUDGET_I32, o.sub(o.field32(L.BUDGET_I32), o.i32(1)))
  const epoch = () => o.load<I32>(OP.i32_load, I, o.i32(0), L.EPOCH)
  const before = o.let(epoch())
  const status = o.callIndirect<I32>(handlerType, I, [o.base(), o.ip()], o.local<I32>(2, I))
  o.if(o.eqz(status), () => {
    const changed = o.or(o.field32(L.STOP_I32), o.xor(before, epoch()))
    o.if(o.eqz(changed), () => o.return(o.i32(L.REGION_GOES_ON)))
  })
  o.if(o.eq(status, o.i32(L.R_FAULT)), () => o.return(o.i32(L.REGION_FAULT)))
  o.if(o.ne(status, o.i32(L.R_JUMP)), () => o.setField64(L.PC, o.add(o.field64(L.PC), o.i64(4))))
  o.emit(o.i32(L.REGION_ANEW))
  return module.function(module.type([I, I, I], [I]), o.localTypes, o.out)
}

/** (cpu, number, four arguments): calls a helper by its place in the list, for regions. */
function writeHelperCall(module: ModuleWriter, indices: readonly number[], args: readonly number[]): number {
  const { I32: I } = TYPES
  const o = new InterpOps(2 + HELPER_ARGS, 0, NO_RUNTIME, FUNCTION_ENDING)
  indices.forEach((index, n) => {
    o.if(o.eq(o.local<I32>(1, I), o.i32(n)), () => {
      const passed = Array.from({ length: args[n] }, (_, at) => o.local<I32>(2 + at, I))
      o.callRaw(index, [o.base(), ...passed])
      o.return()
    })
  })
  const params = Array.from({ length: 2 + HELPER_ARGS }, () => I)
  return module.function(module.type(params, []), o.localTypes, o.out)
}

/**
 * The runtime module's bytes. `hot` says which handlers become arms of the interpreter's switch; the translator
 * is asked about code each time it was reached `period` times (a power of two; beyond 65,536 it is never).
 */
export function buildRuntime(
  decoder: Decoder,
  helpers: HelperSignatures,
  tableSize: number,
  hot: (handler: Handler) => boolean,
  period: number,
): Uint8Array {
  const module = new ModuleWriter()
  const { I32: I } = TYPES
  module.importMemory("env", "memory", L.MEMORY_PAGES)
  module.importTable("env", "table", tableSize)
  const imported = (name: string, args: number, results: number[]) =>
    module.importFunction("host", name, module.type([I, ...Array.from({ length: args }, () => I)], results))
  const memRead = imported("memRead", 2, [I])
  const memWrite = imported("memWrite", 2, [I])
  const devices = {
    read: imported("deviceRead", 3, [I]),
    write: imported("deviceWrite", 4, []),
  }
  const runImports = {
    fetch: imported("fetch", 0, [I]),
    decode: imported("decode", 1, []),
    deliver: imported("deliver", 0, [I]),
    hot: imported("hot", 1, [I]),
  }
  const names = Object.keys(HOST_CALLS) as HostCall[]
  const host = Object.fromEntries(names.map((name) => [name, imported(name, HOST_CALLS[name], [I])]))
  const helperIndex = new Map(
    Object.entries(helpers).map(([name, args]) => [
      name,
      module.importFunction("helper", name, module.type([I, ...Array.from({ length: args }, () => I)], [])),
    ]),
  )
  const runtime: Runtime = {
    host: host as Record<HostCall, number>,
    helpers: helperIndex,
    ...writeSlowFunctions(module, memRead, memWrite, devices),
  }
  const run: RunImports = {
    ...runImports,
    settle: writeSettle(module, runtime),
    handlerType: module.type([I, I], [I]),
    regionType: module.type([I], [I]),
    period,
  }
  const handlers = decoder.handlers.filter((handler) => handler !== undefined)
  for (const handler of handlers) module.element(handler.id, [writeHandler(module, runtime, handler)])
  const runIndex = buildRun(module, runtime, run, handlers, hot)
  module.exportFunction("run", runIndex)
  module.exportFunction("cold", writeCold(module, run.handlerType))
  module.exportFunction("helper", writeHelperCall(module, [...helperIndex.values()], Object.values(helpers)))
  module.exportFunction("settle", run.settle)
  module.exportFunction("inPlace", writeInPlace(module, run.handlerType))
  module.exportFunction("ramRead", writeRamAccess(module, memRead, L.TLB_READ))
  module.exportFunction("ramWrite", runtime.ramWrite)
  return module.finish()
}
