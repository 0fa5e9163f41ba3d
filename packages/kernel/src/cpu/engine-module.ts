// SPDX-License-Identifier: BSD-2-Clause
//
// The module of the engine itself (every handler of the cold tier), built once and kept between runs, together with
// the machine code of the handlers that earlier runs had compiled well: no run but the first begins with slow ones.

import { type Built, build, instanceOf, type WasmImports } from "./wasm/engine.ts"
import { machineCodeOf, moduleOf } from "./wasm/machine-code.ts"

/** Keeps bytes between runs, by key; whoever supplies it sees to versions of the engine. */
export interface ModuleCache {
  read(key: string): Uint8Array | undefined
  /** Pieces are asked for one by one, so that they need not be in memory together. */
  write(key: string, pieces: Iterable<Uint8Array>): void
}

/** Code that has grown by less than this part is not written again. */
const WORTH = 1 / 32

export class EngineModule {
  readonly built: Built
  private readonly cache: ModuleCache | undefined
  private readonly codeKey: string
  /** Bytes of machine code that are kept. */
  private kept: number

  /** `make` gives the module's bytes; they depend on the engine's version and on `key` alone. */
  constructor(cache: ModuleCache | undefined, key: string, imports: WasmImports, make: () => Uint8Array) {
    this.cache = cache
    this.codeKey = `${key}-code`
    const code = cache?.read(this.codeKey) ?? new Uint8Array(0)
    this.kept = code.length
    this.built = cached(cache?.read(key), code, imports) ?? fresh(cache, key, imports, make)
  }

  /** Writes the machine code that V8 has made meanwhile. */
  keepCode(): void {
    if (this.cache === undefined) return
    const code = machineCodeOf(this.built)
    if (code.length <= this.kept * (1 + WORTH)) return
    this.kept = code.length
    this.cache.write(this.codeKey, [code])
  }
}

/** The module out of the cache; undefined when it is not there or damaged (it is then made anew). */
function cached(bytes: Uint8Array | undefined, code: Uint8Array, imports: WasmImports): Built | undefined {
  if (bytes === undefined) return undefined
  try {
    const ready = moduleOf(bytes, code)
    return ready === undefined ? build(bytes, imports) : instanceOf(ready, imports)
  } catch {
    return undefined
  }
}

function fresh(
  cache: ModuleCache | undefined,
  key: string,
  imports: WasmImports,
  make: () => Uint8Array,
): Built {
  const bytes = make()
  cache?.write(key, [bytes])
  return build(bytes, imports)
}
