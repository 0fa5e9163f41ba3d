// SPDX-License-Identifier: BSD-2-Clause
//
// The engine's machinery without an architecture around it: linear memory, decoder, decoded pages, the
// runtime module and the translator, made for one host. Whoever makes it supplies the slow half (`Host`)
// and drives `run`.

import { Decoder, type Handler } from "./a64/decoder.ts"
import { rowsOf } from "./a64/tables/index.ts"
import { CodePages } from "./code-pages.ts"
import { fillConstants } from "./constants.ts"
import { HELPERS } from "./helpers/table.ts"
import type { Host } from "./host.ts"
import { buildRuntime, type HelperSignatures } from "./interp/build.ts"
import { HOT_ROWS } from "./interp/hot-table.ts"
import { KeptRegions } from "./jit/kept-regions.ts"
import { GO_ON } from "./jit/record.ts"
import { Translator } from "./jit/translator.ts"
import { EngineModule, type ModuleCache } from "./engine-module.ts"
import * as L from "./layout.ts"
import { CORTEX_A53, type CpuModel } from "./models/index.ts"
import { newMemory, newTable, raiseTieringBudget, type WasmExports, type WasmMemory } from "./wasm/engine.ts"
import { hasFused } from "./wasm/fused.ts"

/**
 * When code goes to the translator, and how: never; when hot, as it is executed; on its first arrivals, with all that
 * may be reached; on its first arrivals, as it is executed.
 */
export type Translation = "off" | "default" | "eager" | "recorded"

interface Policy {
  /** Arrivals, a power of two, after which the translator is asked about code each time; beyond 65,536: never. */
  readonly period: number
  /** Regions that are made after one period: at the start of a run, and saved up at most, when it has gone on. */
  readonly earlyRegions: number
  readonly savedRegions: number
  /** Periods after which those that follow are made; 65,536 arrivals at most. */
  readonly laterPeriods: number
  /** Regions in a module. */
  readonly batch: number
  /** All that may be reached is translated. */
  readonly explores: boolean
  /** Instructions for which control must stay in a region for it to grow. */
  readonly stay: number
  /** Entries after which it may. */
  readonly growsAfter: number
}

const NEVER = 0x8000_0000
const ALL = { earlyRegions: Infinity, savedRegions: 0, laterPeriods: 1 }

/**
 * A region costs the main thread some 4 ms and saves some 60 ns an arrival: it pays after 65,000 arrivals. What is hot
 * early is hot in the next run, too, which finds it made: a run's first regions are made after
 * fewer (docs/notes/large-programs.md).
 */
const POLICIES: Readonly<Record<Translation, Policy>> = {
  off: { period: NEVER, ...ALL, batch: 1, explores: false, stay: 0, growsAfter: 0 },
  default: {
    period: 16_384,
    earlyRegions: 256,
    savedRegions: 128,
    laterPeriods: 4,
    batch: 8,
    explores: false,
    stay: 4_000,
    growsAfter: 48_000,
  },
  eager: { period: 2, ...ALL, batch: 1, explores: true, stay: 0, growsAfter: 6 },
  recorded: { period: 2, ...ALL, batch: 1, explores: false, stay: 0, growsAfter: 6 },
}
const TABLE_SIZE = 1 << 16

export interface Runtime {
  readonly memory: WasmMemory
  readonly decoder: Decoder
  readonly pages: CodePages
  readonly translator: Translator
  /** Runs BUDGET instructions of the CPU whose block is at `cpu`; gives an EXIT_ constant. */
  readonly run: (cpu: number) => number
  /** Computes the flags that a region left as operands and form. */
  readonly settle: (cpu: number) => void
  /** Writes new regions to the cache for later runs, if they are many; any number with `all`. */
  readonly keepRegions: (all: boolean) => void
}

const isHot = (handler: Handler) => HOT_ROWS.has(handler.row.name)

/** A slow access that the TLB can take now is done here, so that generated code need not try twice. */
function completing(host: Host, buffer: ArrayBuffer): Pick<Host, "memRead" | "memWrite"> {
  const bytes = new Uint8Array(buffer)
  const view = new DataView(buffer)
  const hostAddress = (cpu: number, table: number, flags: number) => {
    const bank = view.getUint32(cpu + ((flags & L.ACC_UNPRIV) !== 0 ? L.BANK_UNPRIV_I32 : L.BANK_I32), true)
    const low = view.getUint32(cpu + L.VA, true)
    const entry = bank + ((low >>> 8) & (L.TLB_INDEX_MASK << 4)) + table
    return (low + view.getUint32(entry + L.TLB_ADDEND, true)) >>> 0
  }
  const address = (cpu: number, at: number) => {
    view.setUint32(cpu + L.SCRATCH, at, true)
    return L.M_DONE
  }
  return {
    memRead: (cpu, size, flags) => {
      const status = host.memRead(cpu, size, flags)
      if (status !== L.M_RETRY) return status
      const at = hostAddress(cpu, L.TLB_READ, flags)
      if ((flags & L.ACC_RAM_ONLY) !== 0) return address(cpu, at)
      bytes.copyWithin(cpu + L.DATA, at, at + size)
      return L.M_DONE
    },
    memWrite: (cpu, size, flags) => {
      const status = host.memWrite(cpu, size, flags)
      if (status !== L.M_RETRY) return status
      const at = hostAddress(cpu, L.TLB_WRITE, flags)
      if ((flags & L.ACC_RAM_ONLY) !== 0) return address(cpu, at)
      bytes.copyWithin(at, cpu + L.DATA, cpu + L.DATA + size)
      return L.M_DONE
    },
  }
}

/** The linear memory of a machine: give it to RAM first, then to the runtime. */
export function createMemory(): WasmMemory {
  return newMemory(L.MEMORY_PAGES)
}

/** Makes a runtime over `memory`; `makeHost` is called once with the decoded pages. */
export function createRuntime(
  memory: WasmMemory,
  translation: Translation,
  makeHost: (pages: CodePages) => Host,
  cache?: ModuleCache,
  model: CpuModel = CORTEX_A53,
): Runtime {
  const table = newTable(TABLE_SIZE)
  const decoder = new Decoder(rowsOf(model))
  const pages = new CodePages(memory.buffer, decoder)
  const parts = makeHost(pages)
  const view = new DataView(memory.buffer)
  fillConstants(view)
  const signatures: HelperSignatures = Object.fromEntries(
    Object.entries(HELPERS).map(([name, { args }]) => [name, args]),
  )
  const late: { translator?: Translator } = {}
  const host = {
    ...bound(parts),
    ...completing(parts, memory.buffer),
    decode: (_cpu: number, entry: number) => pages.decode(entry),
    decodeWord: (word: number, at: number) => pages.decodeWord(word, at),
    hot: (cpu: number, entry: number) => late.translator?.hot(cpu, entry) ?? GO_ON,
  }
  const helper = Object.fromEntries(Object.entries(HELPERS).map(([name, { make }]) => [name, make(view)]))
  const imports = { env: { memory, table }, host, helper }
  const policy = POLICIES[translation]
  const make = () => buildRuntime(decoder, signatures, TABLE_SIZE, isHot, policy.period)
  const key = `${translation}-${model.name}`
  const isFused = hasFused()
  const engine = new EngineModule(cache, key, imports, make)
  const { exports } = engine.built
  raiseTieringBudget()
  const kept =
    translation === "default" && cache !== undefined
      ? keptIn(cache, isFused ? `${key}-fused` : key, memory, exports)
      : undefined
  const translator = new Translator({
    memory,
    table,
    decoder,
    pages,
    runtime: exports,
    ...policy,
    ...(kept === undefined ? {} : { kept }),
  })
  late.translator = translator
  pages.listener = translator
  pages.decodeWords = exports["decodeWords"] as CodePages["decodeWords"]
  const run = exports["run"] as (cpu: number) => number
  const keepRegions = (all: boolean) => {
    if (all) translator.flush()
    kept?.write(all)
    if (all) engine.keepCode()
  }
  const settle = exports["settle"] as (cpu: number) => void
  return { memory, decoder, pages, translator, run, settle, keepRegions }
}

function keptIn(cache: ModuleCache, key: string, memory: WasmMemory, runtime: WasmExports): KeptRegions {
  const name = `regions-${key}`
  const file = {
    read: () => cache.read(name),
    write: (pieces: Iterable<Uint8Array>) => cache.write(name, pieces),
  }
  return new KeptRegions(file, { env: { memory }, runtime })
}

/** The host's functions as plain properties, whatever object they belong to. */
function bound(host: Host): Record<string, unknown> {
  return {
    deviceRead: host.deviceRead,
    deviceWrite: host.deviceWrite,
    fetch: (cpu: number) => host.fetch(cpu),
    deliver: (cpu: number) => host.deliver(cpu),
    sysRead: (cpu: number, key: number) => host.sysRead(cpu, key),
    // The regime may have changed: what follows is looked up anew.
    sysWrite: (cpu: number, key: number) => {
      const status = host.sysWrite(cpu, key)
      return status === L.R_NEXT ? L.R_STOP : status
    },
    msrImm: (cpu: number, op: number, imm: number) => host.msrImm(cpu, op, imm),
    eret: (cpu: number) => host.eret(cpu),
    generate: (cpu: number, kind: number, imm: number) => host.generate(cpu, kind, imm),
    wait: (cpu: number, kind: number) => host.wait(cpu, kind),
  }
}
