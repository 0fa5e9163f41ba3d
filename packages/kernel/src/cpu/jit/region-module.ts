// SPDX-License-Identifier: BSD-2-Clause
//
// The module around one region or several. Those with as many regions begin alike (types, imports, functions,
// exports), so that part is kept. A region imports memory and runtime functions but no table: an instance that
// imports a table gets a copy of all its entries, which took milliseconds each.

import { TYPES } from "../dsl/code.ts"
import { ByteWriter } from "../wasm/bytes.ts"
import * as L from "../layout.ts"
import { ModuleWriter, SECTION_CODE, writeBody } from "../wasm/module.ts"
import type { RegionRuntime } from "./ops.ts"
import type { RegionCode } from "./region.ts"

/** The export's name of region number `n` of a module. */
export const regionExport = (n: number): string => `r${n}`

const { I32: I, I64: W } = TYPES

/** The runtime functions that regions import: parameters and results, in the order of their indices. */
const IMPORTS = {
  ramRead: [[I, W, I], [W]],
  ramWrite: [[I, W, W, I], []],
  ramReadV: [[I, W, I], []],
  ramWriteV: [[I, W, I], []],
  cold: [[I, I, I], []],
  helper: [[I, I, I, I, I, I], []],
} as const satisfies Record<keyof RegionRuntime, readonly [readonly number[], readonly number[]]>

function writePrefix(count: number): { readonly bytes: Uint8Array; readonly runtime: RegionRuntime } {
  const module = new ModuleWriter()
  module.importMemory("env", "memory", L.MEMORY_PAGES)
  const imported = (name: keyof typeof IMPORTS) => {
    const [params, results] = IMPORTS[name]
    return module.importFunction("runtime", name, module.type(params, results))
  }
  const runtime = {
    ramRead: imported("ramRead"),
    ramWrite: imported("ramWrite"),
    ramReadV: imported("ramReadV"),
    ramWriteV: imported("ramWriteV"),
    cold: imported("cold"),
    helper: imported("helper"),
  }
  const type = module.type([I], [I])
  for (let n = 0; n < count; n++) module.exportFunction(regionExport(n), module.declare(type))
  return { bytes: module.finish(), runtime }
}

const PREFIX = writePrefix(1)

/** Indices of the imported functions in every region's module. */
export const REGION_RUNTIME: RegionRuntime = PREFIX.runtime

const body = new ByteWriter(1 << 16)
const out = new ByteWriter(1 << 16)

/** The bytes of a module with these regions, one or more; valid until the next call. */
export function regionModule(codes: readonly RegionCode[]): Uint8Array {
  const prefix = codes.length === 1 ? PREFIX : writePrefix(codes.length)
  body.reset()
  body.u32(codes.length)
  for (const code of codes) writeBody(body, code.locals, code.body)
  out.reset()
  out.raw(prefix.bytes)
  out.u8(SECTION_CODE)
  out.u32(body.length)
  out.raw(body.bytes, 0, body.length)
  return out.bytes.subarray(0, out.length)
}
