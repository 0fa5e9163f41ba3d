// SPDX-License-Identifier: BSD-2-Clause
//
// The regions that earlier runs left, ready to be used and found by the code at their entries: modules as they were
// made, each taken with its machine code when one of its regions is first asked for. What this run made or took is
// written in front of the others, so that a full file loses what nobody took for longest.

import { type Built, buildBelieved, instanceOf, type WasmImports } from "../wasm/engine.ts"
import { machineCodeOf, moduleOf } from "../wasm/machine-code.ts"
import { regionExport } from "./region-module.ts"
import { checksum, storedModules, type StoredModule, storedPart, type StoredSource } from "./region-store.ts"

/** Where regions are kept between runs. */
export interface RegionFile {
  read(): Uint8Array | undefined
  write(pieces: Iterable<Uint8Array>): void
}

/** Bounds of what is kept: regions, and bytes of modules and machine code. */
export interface KeptBounds {
  readonly regions: number
  readonly bytes: number
}

const BOUNDS: KeptBounds = { regions: 20_000, bytes: 16 << 20 }

/** A module of this run, and what its regions were made from. */
export interface MadeModule {
  readonly built: Built
  readonly bytes: Uint8Array
  readonly sources: readonly StoredSource[]
}

interface Part {
  readonly stored: StoredModule
  /** Number of its first region among all. */
  readonly first: number
  /** Once one of its regions was asked for; null when the engine did not take it. */
  built?: Built | null
}

export class KeptRegions {
  private readonly file: RegionFile
  private readonly imports: WasmImports
  private readonly bounds: KeptBounds
  private readonly parts: readonly Part[]
  /** The part of each region. */
  private readonly partOf: readonly Part[]
  /** Those that this run took, the first one first. */
  private readonly taken: Part[] = []
  private readonly byGranule = new Map<number, number[]>()
  /** Of this run, to be asked for their code when they are written. */
  private readonly made: MadeModule[] = []
  private fresh = 0
  private written = 0

  /** `imports`: what every module of regions is given. */
  constructor(file: RegionFile, imports: WasmImports, bounds = BOUNDS) {
    this.file = file
    this.imports = imports
    this.bounds = bounds
    const partOf: Part[] = []
    this.parts = storedModules(file.read() ?? new Uint8Array(0)).map((stored) => {
      const part = { stored, first: partOf.length }
      for (let n = 0; n < stored.count; n++) this.find(stored.granule(n), partOf.push(part) - 1)
      return part
    })
    this.partOf = partOf
  }

  private find(granule: number, n: number): void {
    const same = this.byGranule.get(granule)
    if (same === undefined) this.byGranule.set(granule, [n])
    else same.push(n)
  }

  get size(): number {
    return this.partOf.length
  }

  /** Numbers of the regions that may start in a granule of this hash. */
  startingIn(hash: number): readonly number[] | undefined {
    return this.byGranule.get(hash)
  }

  /** Word of a region's entry in its page. */
  indexOf(n: number): number {
    const { stored, first } = this.partOf[n]
    return stored.index(n - first)
  }

  pagesOf(n: number): StoredSource["pages"] {
    const { stored, first } = this.partOf[n]
    return stored.pages(n - first)
  }

  /** Whether it was made again from many recordings. */
  isGrown(n: number): boolean {
    const { stored, first } = this.partOf[n]
    return stored.isGrown(n - first)
  }

  /** Whether it may well run at once, without being compiled. */
  isReady(n: number): boolean {
    return this.partOf[n].stored.code.length > 0
  }

  /** The function of a region that is taken; undefined when the engine does not take its module. */
  take(n: number): unknown {
    const part = this.partOf[n]
    if (part.built === undefined) {
      part.built = this.open(part.stored)
      this.taken.push(part)
    }
    return part.built?.exports[regionExport(n - part.first)]
  }

  private open({ module, code }: StoredModule): Built | null {
    try {
      const ready = moduleOf(module, code)
      return ready === undefined ? buildBelieved(module, this.imports) : instanceOf(ready, this.imports)
    } catch {
      return null
    }
  }

  /** Notes a module that was made. */
  note(module: MadeModule): void {
    this.made.push(module)
    this.fresh += module.sources.length
  }

  /**
   * Writes what is kept and what was made, when enough is new: a fifth of it; with `all`, any region or more machine
   * code of those that were kept.
   */
  write(all: boolean): void {
    const isNew = this.fresh > this.written
    if (!all && (!isNew || (this.fresh - this.written) * 5 < this.size + this.written)) return
    if (!isNew && !this.taken.some((part) => codeOf(part).length > part.stored.code.length)) return
    this.written = this.fresh
    this.file.write(this.newestFirst())
  }

  /** Parts of what this run made, what it took and what else was kept, as far as the bounds allow. */
  private *newestFirst(): Iterable<Uint8Array> {
    const { bounds, made, taken } = this
    const known = new Set<string>()
    let [regions, bytes] = [0, 0]
    const hasRoom = (sources: readonly StoredSource[], size: number): boolean => {
      const identities = sources.map(identityOf)
      if (identities.every((one) => known.has(one))) return false
      regions += sources.length
      bytes += size
      if (regions > bounds.regions || bytes > bounds.bytes) return false
      for (const one of identities) known.add(one)
      return true
    }
    for (const { built, sources, bytes: module } of made.toReversed()) {
      const code = machineCodeOf(built)
      if (hasRoom(sources, module.length + code.length)) yield storedPart(sources, module, code)
    }
    const others = this.parts.filter((part) => !taken.includes(part))
    for (const part of [...taken, ...others]) {
      const { stored } = part
      const code = codeOf(part)
      if (hasRoom(stored.sources(), stored.module.length + code.length)) yield stored.withCode(code)
    }
  }
}

/** Machine code of a kept module: that of today where it is more. */
function codeOf({ stored, built }: Part): Uint8Array {
  if (built === undefined || built === null) return stored.code
  const now = machineCodeOf(built)
  return now.length > stored.code.length ? now : stored.code
}

/** Tells regions apart by their entries and the code that they were made from. */
function identityOf({ granule, index, pages }: StoredSource): string {
  const sums = pages.map(({ delta, words }) => `${delta}:${words.length}:${checksum(words, 0)}`)
  return [granule, index, ...sums].join(" ")
}
