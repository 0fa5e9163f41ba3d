// SPDX-License-Identifier: BSD-2-Clause
//
// The regions that earlier runs left, ready to be used: all of them in one module, which compiles each when it first
// runs, and found by the code at their entries.

import type { WasmExports, WasmMemory } from "../wasm/engine.ts"
import { instantiateBelieved } from "../wasm/engine.ts"
import { regionExport, storedModule } from "./region-module.ts"
import { readRegions, type StoredRegion, writeRegions } from "./region-store.ts"

/** Where regions are kept between runs. */
export interface RegionFile {
  read(): Uint8Array | undefined
  write(bytes: Uint8Array): void
}

export class KeptRegions {
  private readonly file: RegionFile
  private readonly kept: readonly StoredRegion[]
  private readonly exports: WasmExports
  private readonly byGranule = new Map<number, number[]>()
  /** Made in this run, by their entry granule's hash, word and order: to be written. */
  private readonly made: Array<() => StoredRegion> = []
  private written = 0

  constructor(file: RegionFile, memory: WasmMemory, runtime: WasmExports) {
    this.file = file
    const { kept, exports } = open(file, memory, runtime)
    this.kept = kept
    this.exports = exports
    kept.forEach(({ granule }, n) => {
      const same = this.byGranule.get(granule)
      if (same === undefined) this.byGranule.set(granule, [n])
      else same.push(n)
    })
  }

  get size(): number {
    return this.kept.length
  }

  /** Numbers of the regions that may start in a granule of this hash. */
  startingIn(hash: number): readonly number[] | undefined {
    return this.byGranule.get(hash)
  }

  region(n: number): StoredRegion {
    return this.kept[n]
  }

  functionOf(n: number): unknown {
    return this.exports[regionExport(n)]
  }

  /** Notes a region that was made, to be asked for when it is written. */
  note(region: () => StoredRegion): void {
    this.made.push(region)
  }

  /** Writes what is kept and what was made, when enough is new: a fifth of it, or anything with `all`. */
  write(all: boolean): void {
    const fresh = this.made.length - this.written
    if (fresh === 0 || (!all && fresh * 5 < this.kept.length + this.written)) return
    this.written = this.made.length
    this.file.write(writeRegions([...this.kept, ...this.made.map((region) => region())]))
  }
}

function open(
  file: RegionFile,
  memory: WasmMemory,
  runtime: WasmExports,
): { readonly kept: readonly StoredRegion[]; readonly exports: WasmExports } {
  const bytes = file.read()
  const kept = bytes === undefined ? [] : readRegions(bytes)
  if (kept.length === 0) return { kept, exports: {} }
  try {
    const module = storedModule(kept.map(({ code }) => code))
    return { kept, exports: instantiateBelieved(module, { env: { memory }, runtime }) }
  } catch {
    return { kept: [], exports: {} }
  }
}
