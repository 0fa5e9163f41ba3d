// SPDX-License-Identifier: BSD-2-Clause
//
// Makes the runtime module: the slow halves of memory accesses, one function for every handler, and `run`,
// the interpreter: a loop around one switch whose arms are the handlers that guests spend their time in. All
// other handlers are called through the table, at the place of their number.

import { type F32, type F64, type I32, TYPES } from "../dsl/code.ts"
import type { HostCall } from "../dsl/ops.ts"
import type { Decoder, Handler } from "../a64/decoder.ts"
import * as L from "../layout.ts"
import { ModuleWriter } from "../wasm/module.ts"
import { OP } from "../wasm/opcodes.ts"
import { FUNCTION_ENDING, NO_RUNTIME } from "./ending.ts"
import { InterpOps, type Runtime } from "./ops.ts"
import { writeGranule } from "./granule.ts"
import { writeMeaning } from "./meaning.ts"
import { buildRun, type RunImports } from "./run.ts"
import { writeRamAccess, writeSlowFunctions } from "./slow.ts"

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

/** (decoded instruction, first word, end): decodes the words that are not decoded yet. */
function writeDecodeWords(module: ModuleWriter, decodeWord: number): number {
  return writeGranule(module, new InterpOps(3, 0, NO_RUNTIME, FUNCTION_ENDING), decodeWord)
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
  const decodeWord = imported("decodeWord", 1, [])
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
  module.exportFunction("decodeWords", writeDecodeWords(module, decodeWord))
  return module.finish()
}
