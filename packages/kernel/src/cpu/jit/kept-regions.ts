// SPDX-License-Identifier: BSD-2-Clause
//
// The regions that earlier runs left, ready to be used: all of them in one module, which compiles each when it first
// runs, and found by the code at their entries.

import { instantiateBelieved, type WasmExports, type WasmMemory } from "../wasm/engine.ts"
import { regionExport, storedModule } from "./region-module.ts"
import { StoredRegions, type StoredRegion, type StoredSource, writeRegions } from "./region-store.ts"

/** Where regions are kept between runs. */
export interface RegionFile {
  read(): Uint8Array | undefined
  write(bytes: Uint8Array): void
}

/** Bounds of what is kept: regions, and bytes of functions. */
const MAX_REGIONS = 20_000
const MAX_BYTES = 48 << 20

export class KeptRegions {
  private readonly file: RegionFile
  private readonly kept: StoredRegions | undefined
  private readonly exports: WasmExports
  private readonly byGranule = new Map<number, number[]>()
  /** Made in this run, to be asked for when they are written. */
  private readonly made: Array<() => StoredRegion> = []
  private written = 0

  constructor(file: RegionFile, memory: WasmMemory, runtime: WasmExports) {
    this.file = file
    const { kept, exports } = open(file, memory, runtime)
    this.kept = kept
    this.exports = exports
    for (let n = 0; n < this.size; n++) {
      const granule = kept?.granule(n) ?? 0
      const same = this.byGranule.get(granule)
      if (same === undefined) this.byGranule.set(granule, [n])
      else same.push(n)
    }
  }

  get size(): number {
    return this.kept?.count ?? 0
  }

  /** Numbers of the regions that may start in a granule of this hash. */
  startingIn(hash: number): readonly number[] | undefined {
    return this.byGranule.get(hash)
  }

  /** Word of a region's entry in its page. */
  indexOf(n: number): number {
    return this.kept?.index(n) ?? 0
  }

  pagesOf(n: number): StoredSource["pages"] {
    return this.kept?.pages(n) ?? []
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
    if (fresh === 0 || (!all && fresh * 5 < this.size + this.written)) return
    this.written = this.made.length
    const regions: StoredRegion[] = []
    let bytes = 0
    const add = (region: StoredRegion) => {
      bytes += region.code.bytes.length
      if (regions.length < MAX_REGIONS && bytes <= MAX_BYTES) regions.push(region)
    }
    if (this.kept !== undefined) for (let n = 0; n < this.size; n++) add(this.kept.region(n))
    for (const region of this.made) add(region())
    this.file.write(writeRegions(regions, storedModule(regions.map(({ code }) => code))))
  }
}

function open(
  file: RegionFile,
  memory: WasmMemory,
  runtime: WasmExports,
): { readonly kept: StoredRegions | undefined; readonly exports: WasmExports } {
  const nothing = { kept: undefined, exports: {} }
  const bytes = file.read()
  if (bytes === undefined || !StoredRegions.isWhole(bytes)) return nothing
  const kept = new StoredRegions(bytes)
  try {
    return { kept, exports: instantiateBelieved(kept.module, { env: { memory }, runtime }) }
  } catch {
    return nothing
  }
}
