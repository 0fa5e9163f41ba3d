// SPDX-License-Identifier: BSD-2-Clause
//
// The module around some regions. All modules begin alike (types and imports). A region imports memory and runtime
// functions but no table: an instance that imports a table gets a copy of all its entries, which took
// milliseconds each.

import { TYPES } from "../dsl/code.ts"
import * as L from "../layout.ts"
import { ModuleWriter } from "../wasm/module.ts"
import type { RegionRuntime } from "./ops.ts"
import type { RegionCode } from "./region.ts"

const { I32: I, I64: W } = TYPES

/** Indices of the imported functions in every module of regions. */
export const REGION_RUNTIME: RegionRuntime = { ramRead: 0, ramWrite: 1, cold: 2, helper: 3, inPlace: 4 }

/** Name of the export that is region `n` of its module. */
export function regionExport(n: number): string {
  return `r${n}`
}

/** Types and imports; the type of a region. */
function begin(): { readonly module: ModuleWriter; readonly type: number } {
  const module = new ModuleWriter()
  module.importMemory("env", "memory", L.MEMORY_PAGES)
  const access = module.type([I, W, I], [I])
  module.importFunction("runtime", "ramRead", access)
  module.importFunction("runtime", "ramWrite", access)
  module.importFunction("runtime", "cold", module.type([I, I, I], []))
  module.importFunction("runtime", "helper", module.type([I, I, I, I, I, I], []))
  module.importFunction("runtime", "inPlace", module.type([I, I, I], [I]))
  return { module, type: module.type([I], [I]) }
}

/** The bytes of a module of these regions, which it exports by their places. */
export function regionModule(regions: readonly RegionCode[]): Uint8Array {
  const { module, type } = begin()
  regions.forEach(({ locals, body, hints }, n) => {
    module.exportFunction(regionExport(n), module.function(type, locals, body, hints))
  })
  return module.finish()
}
