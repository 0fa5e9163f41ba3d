// SPDX-License-Identifier: BSD-2-Clause
//
// Turns hot code into regions and keeps them: counts are kept by the interpreter, a count that reaches the
// threshold comes here. A region is installed in the table and marked in the decoded instruction where it
// starts; it goes when any granule it was made from is written.

import { type Decoder, FIRST_HANDLER, REGION_BIT } from "../a64/decoder.ts"
import { type CodeListener, type CodePages, REGION_TABLE } from "../code-pages.ts"
import * as L from "../layout.ts"
import { instantiate, type WasmExports, type WasmMemory, type WasmTable } from "../wasm/engine.ts"
import { findRegion, type Insn, type Region } from "./blocks.ts"
import { type RegionCode, writeRegion } from "./region.ts"
import { REGION_RUNTIME, regionExport, regionModule } from "./region-module.ts"

export interface TranslatorParts {
  readonly memory: WasmMemory
  readonly table: WasmTable
  readonly decoder: Decoder
  readonly pages: CodePages
  /** Exports of the runtime module that regions import. */
  readonly runtime: WasmExports
}

interface Installed {
  readonly entry: number
  readonly slot: number
  /** Bit n: the region has code from granule n of the page. */
  readonly granules: bigint
}

export class Translator implements CodeListener {
  private readonly parts: TranslatorParts
  private readonly view: DataView
  private readonly byPage = new Map<number, Installed[]>()
  private readonly freeSlots: number[] = []
  private nextSlot: number
  /** What was done so far, for statistics. */
  readonly counts = { regions: 0, instructions: 0, bytes: 0, dropped: 0, refused: 0 }

  constructor(parts: TranslatorParts) {
    this.parts = parts
    this.view = new DataView(parts.memory.buffer)
    this.nextSlot = parts.decoder.handlers.length
  }

  /** The instruction decoded at `entry` is hot: makes a region of what starts there. */
  translate(entry: number): void {
    this.translateAll([entry])
  }

  /** Makes regions of what starts at these decoded instructions, all in one module. */
  translateAll(entries: readonly number[]): void {
    const made: Array<{ readonly slot: number; readonly code: RegionCode }> = []
    for (const entry of entries) {
      const { page, index } = this.parts.pages.locate(entry)
      if ((this.view.getUint16(entry, true) & REGION_BIT) !== 0) continue
      const region = findRegion(index, (word) => this.insnAt(page, word))
      const full = this.freeSlots.length === 0 && this.nextSlot >= this.parts.table.length
      if (region === undefined || full) {
        this.counts.refused += 1
        continue
      }
      const slot = this.freeSlots.pop() ?? this.nextSlot++
      made.push({ slot, code: writeRegion(region, REGION_RUNTIME, this.view, page) })
      this.counts.instructions += region.instructions
      this.mark(page, index, slot, granulesOf(region))
    }
    if (made.length === 0) return
    const bytes = regionModule(made.map(({ code }) => code))
    const { memory, table, runtime } = this.parts
    const exports = instantiate(bytes, { env: { memory }, runtime })
    made.forEach(({ slot }, n) => table.set(slot, exports[regionExport(n)]))
    this.counts.regions += made.length
    this.counts.bytes += bytes.length
  }

  private mark(page: number, index: number, slot: number, granules: bigint): void {
    const entry = page + index * L.INSN_SIZE
    this.view.setInt32(page + REGION_TABLE + index * 4, slot, true)
    this.view.setUint16(entry, this.view.getUint16(entry, true) | REGION_BIT, true)
    const list = this.byPage.get(page) ?? []
    list.push({ entry, slot, granules })
    this.byPage.set(page, list)
  }

  /** The region that starts at the decoded instruction `entry`, as function (cpu) => status, or undefined. */
  regionAt(entry: number): ((cpu: number) => number) | undefined {
    if ((this.view.getUint16(entry, true) & REGION_BIT) === 0) return undefined
    const { page, index } = this.parts.pages.locate(entry)
    const slot = this.view.getInt32(page + REGION_TABLE + index * 4, true)
    return this.parts.table.get(slot) as (cpu: number) => number
  }

  private insnAt(page: number, word: number): Insn | undefined {
    const at = page + word * L.INSN_SIZE
    if (this.view.getUint16(at, true) < FIRST_HANDLER) this.parts.pages.decode(at)
    const handler = this.parts.decoder.handlers[this.view.getUint16(at, true) & ~REGION_BIT]
    if (handler === undefined) return undefined
    return { index: word, handler, offset: this.view.getInt32(at + L.INSN_IMM, true) }
  }

  private remove(installed: Installed): void {
    const handler = this.view.getUint16(installed.entry, true)
    this.view.setUint16(installed.entry, handler & ~REGION_BIT, true)
    this.parts.table.set(installed.slot, null)
    this.freeSlots.push(installed.slot)
    this.counts.dropped += 1
  }

  granulesDropped(decodedPage: number, bits: bigint): void {
    const list = this.byPage.get(decodedPage)
    if (list === undefined) return
    for (const installed of list) if ((installed.granules & bits) !== 0n) this.remove(installed)
    this.byPage.set(
      decodedPage,
      list.filter((installed) => (installed.granules & bits) === 0n),
    )
  }

  allDropped(): void {
    for (const list of this.byPage.values()) {
      for (const { slot } of list) {
        this.parts.table.set(slot, null)
        this.freeSlots.push(slot)
        this.counts.dropped += 1
      }
    }
    this.byPage.clear()
  }
}

function granulesOf(region: Region): bigint {
  let bits = 0n
  for (const block of region.blocks) for (const { index } of block.insns) bits |= 1n << BigInt(index >> 4)
  return bits
}
