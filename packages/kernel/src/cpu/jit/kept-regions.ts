// SPDX-License-Identifier: BSD-2-Clause
//
// The regions that earlier runs left, ready to be used: all of them in one module, which compiles each when it first
// runs, and found by the code at their entries. What this run made or took is written in front of the others, so that
// a full file loses what nobody took for longest.

import { instantiateBelieved, type WasmExports, type WasmMemory } from "../wasm/engine.ts"
import { regionExport, storedModule } from "./region-module.ts"
import { StoredRegions, type StoredRegion, type StoredSource, writeRegions } from "./region-store.ts"

/** Where regions are kept between runs. */
export interface RegionFile {
  read(): Uint8Array | undefined
  write(bytes: Uint8Array): void
}

/** Bounds of what is kept: regions, and bytes of functions. */
export interface KeptBounds {
  readonly regions: number
  readonly bytes: number
}

const BOUNDS: KeptBounds = { regions: 20_000, bytes: 16 << 20 }

export class KeptRegions {
  private readonly file: RegionFile
  private readonly kept: StoredRegions | undefined
  private readonly exports: WasmExports
  private readonly byGranule = new Map<number, number[]>()
  /** Made in this run, to be asked for when they are written. */
  private readonly made: Array<() => StoredRegion> = []
  /** Numbers of kept regions that this run took. */
  private readonly taken = new Set<number>()
  private readonly bounds: KeptBounds
  private written = 0

  constructor(file: RegionFile, memory: WasmMemory, runtime: WasmExports, bounds = BOUNDS) {
    this.file = file
    this.bounds = bounds
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

  /** The function of a region that is taken. */
  take(n: number): unknown {
    this.taken.add(n)
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
    const regions = this.newestFirst()
    this.file.write(writeRegions(regions, storedModule(regions.map(({ code }) => code))))
  }

  /** What this run made, what it took and what else was kept, each once, as far as the bounds allow. */
  private newestFirst(): StoredRegion[] {
    const others = Array.from({ length: this.size }, (_, n) => n).filter((n) => !this.taken.has(n))
    const known = new Set<string>()
    const regions: StoredRegion[] = []
    let bytes = 0
    const add = (region: StoredRegion) => {
      const identity = identityOf(region)
      if (known.has(identity)) return
      known.add(identity)
      bytes += region.code.bytes.length
      if (regions.length < this.bounds.regions && bytes <= this.bounds.bytes) regions.push(region)
    }
    for (const region of this.made.toReversed()) add(region())
    for (const n of [...this.taken, ...others]) if (this.kept !== undefined) add(this.kept.region(n))
    return regions
  }
}

/** Tells regions apart by their entries and the code that they were made from. */
function identityOf({ granule, index, pages }: StoredSource): string {
  return [granule, index, ...pages.map(({ delta, words }) => `${delta}:${words.join()}`)].join(" ")
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
