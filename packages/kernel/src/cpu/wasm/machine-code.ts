// SPDX-License-Identifier: BSD-2-Clause
//
// The machine code that V8 made of a module, to be kept beside the module's bytes: a later run begins with what an
// earlier one compiled well. V8 has it for its own tests (`%SerializeWasmModule`, `%DeserializeWasmModule`: V8 11.3,
// src/runtime/runtime-test-wasm.cc). What it takes is its own of the same version, flags and processor features, else
// it gives nothing; it cannot tell damaged bytes, which are the cache's to guard. Functions that were not compiled well
// are compiled when they first run, as ever.

import { type Built, engineVersion, underFlag, type WasmExports } from "./engine.ts"

/** Versions of V8 (major * 100 + minor) where this was tried: Node 20. Others do without. */
const TRIED = [1103]

interface Natives {
  readonly serialize: (module: object) => ArrayBuffer | undefined
  readonly deserialize: (code: ArrayBuffer, bytes: Uint8Array) => object | undefined
  readonly isCompiledWell: (code: unknown) => boolean
}

/** Functions of V8 by their names, while it knows their syntax; they are made anew, since V8 forgets their code. */
function natives(): Natives {
  const make = (parameters: string, call: string): unknown => new Function(parameters, `return %${call}`)
  return {
    serialize: make("module", "SerializeWasmModule(module)") as Natives["serialize"],
    deserialize: make("code, bytes", "DeserializeWasmModule(code, bytes)") as Natives["deserialize"],
    isCompiledWell: make("code", "IsTurboFanFunction(code)") as Natives["isCompiledWell"],
  }
}

function withNatives<A>(work: (natives: Natives) => A): A | undefined {
  if (!TRIED.includes(engineVersion())) return undefined
  try {
    return underFlag("allow-natives-syntax", () => work(natives()))
  } catch {
    return undefined
  }
}

/** V8 ends the process when it is asked for the code of a module that it has compiled nothing of. */
function hasCode({ isCompiledWell }: Natives, exports: WasmExports): boolean {
  return Object.values(exports).some((one) => typeof one === "function" && isCompiledWell(one))
}

/** The code of a module's functions that V8 compiled well; empty where there is none. */
export function machineCodeOf({ module, exports }: Built): Uint8Array {
  const code = withNatives((known) => (hasCode(known, exports) ? known.serialize(module) : undefined))
  return new Uint8Array(code ?? new ArrayBuffer(0))
}

/** The module of these bytes with its kept code; undefined when V8 does not take it. */
export function moduleOf(bytes: Uint8Array, code: Uint8Array): object | undefined {
  if (code.length === 0) return undefined
  return withNatives(({ deserialize }) => deserialize(code.slice().buffer, bytes.slice()))
}
