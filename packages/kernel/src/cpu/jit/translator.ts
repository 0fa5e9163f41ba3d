// SPDX-License-Identifier: BSD-2-Clause
//
// Turns hot code into regions and keeps them: the interpreter counts arrivals, and asks here each time there were so
// many. What is hot is recorded as it runs on, or explored from its decoding, and waits as a finished function until
// there are enough for a module, or until it is hot once more. A region is installed in the table and marked in the
// decoded instruction where it starts; it goes when any granule it was made from is written.

import { type Decoder, FIRST_HANDLER, REGION_BIT } from "../a64/decoder.ts"
import { type CodeListener, type CodePages, REGION_TABLE } from "../code-pages.ts"
import * as L from "../layout.ts"
import { build, type WasmExports, type WasmMemory, type WasmTable } from "../wasm/engine.ts"
import type { Region } from "./block.ts"
import { formRegion } from "./blocks.ts"
import { codeTlb } from "./code-tlb.ts"
import { explore } from "./explore.ts"
import type { Fetch, Graph, Node } from "./graph.ts"
import { ENTRIES_BETWEEN, GROWN_LIMITS, Growth, TAKEN_SELDOM } from "./growth.ts"
import type { KeptRegions } from "./kept-regions.ts"
import { GO_ON, Recorder } from "./record.ts"
import { Ration } from "./ration.ts"
import { type RegionCode, writeRegion } from "./region.ts"
import { REGION_RUNTIME, regionExport, regionModule } from "./region-module.ts"
import { granuleHash, type StoredSource } from "./region-store.ts"
import { Reuse } from "./reuse.ts"

/** Regions at most, and how many go at a time when there are as many. */
const MAX_REGIONS = 16_384
const EVICTED = 256
/** Further arrivals at a region that waits to be compiled after which it is. */
const HURRY = 500

export interface TranslatorParts {
  readonly memory: WasmMemory
  readonly table: WasmTable
  readonly decoder: Decoder
  readonly pages: CodePages
  /** Exports of the runtime module: what regions import, and `run`. */
  readonly runtime: WasmExports
  /** Take all that may be reached instead of what is executed next. */
  readonly explores: boolean
  /** Regions that make a module. */
  readonly batch: number
  /** The translator is asked about code each time it has arrived so often. */
  readonly period: number
  /** Regions that are made after one period: at the start of a run, and saved up, when it has gone on (ration.ts). */
  readonly earlyRegions: number
  readonly savedRegions: number
  /** Periods after which all others are made. */
  readonly laterPeriods: number
  /** Instructions for which control must stay in a region, on the mean, for it to be made anew and wider. */
  readonly stay: number
  /** Entries after which a region may grow. */
  readonly growsAfter: number
  /** Regions of earlier runs, and where new ones are noted. */
  readonly kept?: KeptRegions
}

interface Translated {
  readonly entry: number
  /** Place in the table; -1 until it is installed. */
  slot: number
  /** Granules by decoded page; bit n: the region has code from granule n. */
  readonly granules: ReadonlyMap<number, bigint>
  /** Its decoded pages by number. */
  readonly pages: readonly number[]
  /** What it has; where it is an earlier run's, what of the guest it was made from. */
  readonly instructions: number
  /** It is as wide as it gets. */
  readonly isGrown: boolean
}

interface Waiting {
  readonly one: Translated
  readonly code: RegionCode
  readonly source: StoredSource | undefined
}

export class Translator implements CodeListener {
  private readonly parts: TranslatorParts
  private readonly view: DataView
  private readonly i32: Int32Array
  private readonly recorder: Recorder
  private readonly fetch: Fetch
  private readonly growth: Growth
  private recording = false
  /** Decoded code changed while it was being recorded. */
  private spoiled = false
  /** Regions in the table, the oldest first; some of them gone meanwhile. */
  private readonly installed = new Set<Translated>()
  private waiting: Waiting[] = []
  private readonly reuse: Reuse | undefined
  private readonly ration: Ration
  private readonly byPage = new Map<number, Set<Translated>>()
  private readonly freeSlots: number[] = []
  private nextSlot: number
  private readonly limit: number
  /** What was done so far, for statistics. */
  readonly counts = {
    regions: 0,
    reused: 0,
    modules: 0,
    instructions: 0,
    bytes: 0,
    dropped: 0,
    refused: 0,
    grown: 0,
  }

  constructor(parts: TranslatorParts) {
    this.parts = parts
    this.growth = new Growth(parts.stay)
    this.ration = new Ration(parts.earlyRegions, parts.savedRegions)
    this.view = new DataView(parts.memory.buffer)
    this.i32 = new Int32Array(parts.memory.buffer)
    this.nextSlot = parts.decoder.handlers.length
    this.limit = Math.min(MAX_REGIONS, parts.table.length - this.nextSlot)
    this.fetch = (page, word) => this.insnAt(page, word)
    const { kept, memory, pages, period } = parts
    this.reuse = kept === undefined ? undefined : new Reuse(kept, memory.buffer, pages, period)
    this.recorder = new Recorder(this.i32, this.fetch, parts.runtime["run"] as (cpu: number) => number)
  }

  /**
   * The instruction decoded at `entry`, where PC is, is hot: makes a region of what starts there. GO_ON, or the
   * EXIT_ constant with which the run has ended meanwhile.
   */
  hot(cpu: number, entry: number): number {
    if (this.recording) return GO_ON
    if ((this.view.getUint16(entry, true) & REGION_BIT) !== 0) return this.entered(cpu, entry)
    if (this.waiting.some(({ one }) => one.entry === entry)) {
      this.coolDown(entry)
      this.flush()
      return GO_ON
    }
    const { page, index } = this.parts.pages.locate(entry)
    const first = this.insnAt(page, index)
    if (first === undefined || first.handler.row.flow === "system") {
      this.coolDown(entry)
      this.counts.refused += 1
      return GO_ON
    }
    if (this.reused(cpu, entry, page)) return GO_ON
    if (!this.isHot(cpu, entry)) return GO_ON
    this.coolDown(entry)
    if (this.parts.explores) {
      const { graph, entry: node } = explore(index, this.fetch, (delta) =>
        delta === 0 ? page : this.pageAt(cpu, delta),
      )
      this.add(entry, graph, node)
      return GO_ON
    }
    this.recording = true
    this.spoiled = false
    const { graph, entry: node, exit } = this.recorder.record(cpu)
    this.recording = false
    this.add(entry, graph, this.spoiled ? undefined : node)
    return exit
  }

  /** Whether code pays that has arrived as often as `entry`. */
  private isHot(cpu: number, entry: number): boolean {
    const { period, laterPeriods } = this.parts
    this.ration.note(cpu, this.view.getFloat64(cpu + L.ICOUNT_F64, true))
    if (this.ration.isLeft) return true
    // Of 16 bits: as many arrivals as they cannot hold are none.
    const arrivals = this.view.getUint16(counterOf(entry), true)
    return arrivals === 0 || arrivals >= period * laterPeriods
  }

  private coolDown(entry: number): void {
    this.view.setUint16(counterOf(entry), 0, true)
  }

  /** A region starts at `entry`: when it was entered as often as it may be, it is recorded once more, and grows. */
  private entered(cpu: number, entry: number): number {
    const { page, index } = this.parts.pages.locate(entry)
    const entries = L.REGION_ENTRIES + this.view.getInt32(page + REGION_TABLE + index * 4, true) * 4
    if (this.view.getInt32(entries, true) !== 0) return GO_ON
    this.recording = true
    this.spoiled = false
    const grown = this.recorder.record(cpu, GROWN_LIMITS, this.growth.earlier(entry))
    this.recording = false
    if (this.spoiled) {
      this.view.setInt32(entries, this.parts.growsAfter, true)
      return grown.exit
    }
    const before = [...(this.byPage.get(page) ?? [])].find((one) => one.entry === entry && one.slot >= 0)
    const verdict = this.growth.note(entry, grown, before?.instructions ?? 0)
    if (verdict === "again") this.view.setInt32(entries, ENTRIES_BETWEEN, true)
    if (verdict === "grow" && grown.entry !== undefined) {
      if (before !== undefined) this.remove(before)
      this.counts.grown += 1
      grown.graph.prune(TAKEN_SELDOM)
      this.add(entry, grown.graph, grown.entry, 1, true)
    }
    return grown.exit
  }

  /** Takes the region of an earlier run, if there is one; true: it is here, or may be soon. */
  private reused(cpu: number, entry: number, page: number): boolean {
    const found = this.reuse?.find(entry, (delta) => (delta === 0 ? page : this.pageAt(cpu, delta)))
    if (found === undefined) return false
    if (found === "later") return true
    const region = this.parts.kept?.take(found.number)
    if (region === undefined) return false
    const granules = new Map<number, bigint>()
    found.sources.forEach(({ words }, n) => {
      for (let at = 0; at < words.length; at += 2) {
        this.insnAt(found.pages[n], words[at])
        granules.set(found.pages[n], (granules.get(found.pages[n]) ?? 0n) | (1n << BigInt(words[at] >> 4)))
      }
    })
    const isGrown = this.parts.kept?.isGrown(found.number) ?? false
    const instructions = found.sources.reduce((sum, { words }) => sum + words.length / 2, 0)
    const one = this.known({ entry, slot: -1, granules, pages: found.pages, instructions, isGrown })
    this.install(one, region)
    this.ration.spend()
    this.counts.reused += 1
    return true
  }

  /** Notes what a region is made from, for it to go when that changes. */
  private known(one: Translated): Translated {
    for (const page of one.granules.keys()) {
      const list = this.byPage.get(page)
      if (list === undefined) this.byPage.set(page, new Set([one]))
      else list.add(one)
    }
    return one
  }

  granuleDecoded(page: number, host: number, first: number): void {
    this.reuse?.granuleDecoded(page, host, first)
  }

  /** Makes regions of what may be reached, in its page, from each of these decoded instructions, in one module. */
  translateAll(entries: readonly number[]): void {
    for (const entry of entries) {
      const { page, index } = this.parts.pages.locate(entry)
      if ((this.view.getUint16(entry, true) & REGION_BIT) !== 0) continue
      const { graph, entry: node } = explore(index, this.fetch, (delta) => (delta === 0 ? page : undefined))
      this.add(entry, graph, node, entries.length + 1)
    }
    this.flush()
  }

  /** The region that starts at the decoded instruction `entry`, as function (cpu) => status, or undefined. */
  regionAt(entry: number): ((cpu: number) => number) | undefined {
    if ((this.view.getUint16(entry, true) & REGION_BIT) === 0) return undefined
    const { page, index } = this.parts.pages.locate(entry)
    const slot = this.view.getInt32(page + REGION_TABLE + index * 4, true)
    const region = this.parts.table.get(slot) as (cpu: number) => number
    const settle = this.parts.runtime["settle"] as (cpu: number) => void
    return (cpu) => {
      this.i32[(cpu + L.REGION_I32) >>> 2] = pagesOf(slot)
      const status = region(cpu)
      settle(cpu)
      return status
    }
  }

  /** The decoded page at an address in bytes from PC's page, as the code TLB has it. */
  private pageAt(cpu: number, delta: number): number | undefined {
    const lo = (this.i32[(cpu + L.PC) >>> 2] & -4096) >>> 0
    const sum = lo + delta
    const hi = this.i32[(cpu + L.PC + 4) >>> 2] + Math.floor(sum / 0x1_0000_0000)
    const page = codeTlb(this.i32, cpu, sum | 0, hi | 0)
    return page === 0 ? undefined : page
  }

  private insnAt(page: number, word: number): ReturnType<Fetch> {
    const at = page + word * L.INSN_SIZE
    if (this.view.getUint16(at, true) < FIRST_HANDLER) this.parts.pages.decode(at)
    const handler = this.parts.decoder.handlers[this.view.getUint16(at, true) & ~REGION_BIT]
    if (handler === undefined) return undefined
    return { handler, offset: this.view.getInt32(at + L.INSN_IMM, true) }
  }

  /** Writes the region of a graph; it waits for others unless enough are there. */
  private add(
    entry: number,
    graph: Graph,
    node: Node | undefined,
    batch = this.parts.batch,
    isGrown = false,
  ): void {
    if (node === undefined) {
      this.counts.refused += 1
      return
    }
    const region = formRegion(graph, node)
    const code = writeRegion(region, REGION_RUNTIME, this.view)
    const pages = region.pages.map(({ decoded }) => decoded)
    const { instructions } = region
    const one = this.known({ entry, slot: -1, granules: granulesOf(region), pages, instructions, isGrown })
    this.waiting.push({ one, code, source: this.sourceOf(entry, region, isGrown) })
    this.counts.instructions += instructions
    this.ration.spend()
    if (this.waiting.length >= batch) this.flush()
    else this.hurry(entry)
  }

  /** Code that is written and comes round again soon does not wait for others. */
  private hurry(entry: number): void {
    this.view.setUint16(counterOf(entry), Math.max(this.parts.period - HURRY, 0), true)
  }

  /** What a region is made from, for later runs; nothing where none are kept. */
  private sourceOf(entry: number, region: Region, isGrown: boolean): StoredSource | undefined {
    const { kept, pages } = this.parts
    if (kept === undefined) return undefined
    const { host, index } = pages.locate(entry)
    const granule = granuleHash(this.i32, (host >>> 2) + index)
    const hosts = region.pages.map(({ decoded }) => pages.locate(decoded).host >>> 2)
    const words = region.pages.map(() => new Map<number, number>())
    for (const block of region.blocks) {
      for (const insn of block.insns)
        words[insn.page].set(insn.index, this.i32[hosts[insn.page] + insn.index])
    }
    const stored = region.pages.map(({ delta }, n) => ({
      delta,
      words: Int32Array.from([...words[n]].flat()),
    }))
    return { index, granule, isGrown, pages: stored }
  }

  /** Installs what waits. */
  flush(): void {
    const { waiting } = this
    if (waiting.length === 0) return
    this.waiting = []
    const { memory, runtime, kept } = this.parts
    const bytes = regionModule(waiting.map(({ code }) => code))
    const built = build(bytes, { env: { memory }, runtime })
    waiting.forEach(({ one }, n) => this.install(one, built.exports[regionExport(n)]))
    const sources = waiting.flatMap(({ source }) => (source === undefined ? [] : [source]))
    kept?.note({ built, bytes, sources })
    this.counts.regions += waiting.length
    this.counts.modules += 1
    this.counts.bytes += bytes.length
  }

  private install(one: Translated, region: unknown): void {
    if (this.installed.size >= this.limit) this.evict()
    this.installed.add(one)
    one.slot = this.freeSlots.pop() ?? this.nextSlot++
    this.parts.table.set(one.slot, region)
    this.i32.set(one.pages, pagesOf(one.slot) >>> 2)
    const entries = one.isGrown ? 0 : this.parts.growsAfter
    this.view.setInt32(L.REGION_ENTRIES + one.slot * 4, entries, true)
    const { page, index } = this.parts.pages.locate(one.entry)
    this.view.setInt32(page + REGION_TABLE + index * 4, one.slot, true)
    this.view.setUint16(one.entry, this.view.getUint16(one.entry, true) | REGION_BIT, true)
  }

  /** The oldest regions make room; what is still hot comes again. */
  private evict(): void {
    let left = EVICTED
    for (const one of this.installed) {
      if (left-- === 0) return
      this.remove(one)
    }
  }

  private remove(one: Translated): void {
    for (const page of one.granules.keys()) this.byPage.get(page)?.delete(one)
    if (one.slot < 0) {
      this.waiting = this.waiting.filter((other) => other.one !== one)
      return
    }
    const handler = this.view.getUint16(one.entry, true)
    this.view.setUint16(one.entry, handler & ~REGION_BIT, true)
    this.installed.delete(one)
    this.parts.table.set(one.slot, null)
    this.freeSlots.push(one.slot)
    this.counts.dropped += 1
  }

  granulesDropped(decodedPage: number, bits: bigint): void {
    this.spoiled = true
    this.growth.forget()
    this.i32[L.EPOCH >>> 2] += 1
    const list = this.byPage.get(decodedPage)
    if (list === undefined) return
    const changed = [...list].filter(({ granules }) => ((granules.get(decodedPage) ?? 0n) & bits) !== 0n)
    for (const one of changed) this.remove(one)
  }

  allDropped(): void {
    const all = new Set([...this.byPage.values()].flatMap((list) => [...list]))
    for (const { slot } of all) {
      if (slot < 0) continue
      this.parts.table.set(slot, null)
      this.freeSlots.push(slot)
      this.counts.dropped += 1
    }
    this.spoiled = true
    this.growth.forget()
    this.i32[L.EPOCH >>> 2] += 1
    this.waiting = []
    this.installed.clear()
    this.byPage.clear()
  }
}

function granulesOf(region: Region): Map<number, bigint> {
  const granules = new Map<number, bigint>()
  for (const block of region.blocks) {
    for (const { page, index } of block.insns) {
      const { decoded } = region.pages[page]
      granules.set(decoded, (granules.get(decoded) ?? 0n) | (1n << BigInt(index >> 4)))
    }
  }
  return granules
}

/** Where the arrivals at a decoded instruction are counted. */
function counterOf(entry: number): number {
  return L.JIT_TABLES + ((entry >>> 3) & 0x1fffe)
}

/** Address of a region's entry in REGION_PAGES. */
function pagesOf(slot: number): number {
  return L.REGION_PAGES + slot * L.REGION_PAGES_SIZE
}
