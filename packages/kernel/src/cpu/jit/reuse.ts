// SPDX-License-Identifier: BSD-2-Clause
//
// Finds the kept region for a place in the code: when a granule is decoded that some region started in, its entry
// is made nearly hot; when control has come there a number of times, the region is taken if memory holds the words it
// was made from, in pages mapped as they were.

import type { CodePages } from "../code-pages.ts"
import * as L from "../layout.ts"
import type { KeptRegions } from "./kept-regions.ts"
import { granuleHash, type StoredPage } from "./region-store.ts"

/**
 * Arrivals after which a kept region without machine code is taken. V8 compiles its function then, for a millisecond
 * or so on the main thread, and for as long its code may as well be interpreted: a file may be full of what other
 * guests found hot.
 */
const ARRIVALS = 1_000
/** The same of one with machine code. */
const READY_ARRIVALS = 2
/** How often pages may be missing before the region is made anew. */
const PATIENCE = 8

/** A kept region and the decoded pages that it runs in here, by its page numbers. */
export interface Reused {
  readonly number: number
  readonly sources: readonly StoredPage[]
  readonly pages: readonly number[]
}

export class Reuse {
  private readonly kept: KeptRegions
  private readonly i32: Int32Array
  private readonly counters: Uint16Array
  private readonly pages: CodePages
  private readonly period: number
  /** Numbers of kept regions by the decoded instruction where they may start. */
  private readonly likely = new Map<number, number[]>()
  private readonly tries = new Map<number, number>()

  /** `period`: arrivals after which the translator is asked about code. */
  constructor(kept: KeptRegions, buffer: ArrayBuffer, pages: CodePages, period: number) {
    this.kept = kept
    this.i32 = new Int32Array(buffer)
    this.counters = new Uint16Array(buffer)
    this.pages = pages
    this.period = period
  }

  private heat(entry: number, numbers: readonly number[]): void {
    const arrivals = numbers.some((n) => this.kept.isReady(n)) ? READY_ARRIVALS : ARRIVALS
    this.counters[(L.JIT_TABLES + ((entry >>> 3) & 0x1fffe)) >>> 1] = Math.max(this.period - arrivals, 0)
  }

  granuleDecoded(page: number, host: number, first: number): void {
    if (this.kept.size === 0) return
    const at = (host >>> 2) + first
    const numbers = this.kept.startingIn(granuleHash(this.i32, at))
    if (numbers === undefined) return
    for (const number of numbers) {
      const index = this.kept.indexOf(number)
      if (index - (index % 16) !== first) continue
      const entry = page + index * L.INSN_SIZE
      const known = this.likely.get(entry)
      if (known === undefined) this.likely.set(entry, [number])
      else if (!known.includes(number)) known.push(number)
      this.heat(entry, this.likely.get(entry) ?? [])
    }
  }

  /** The region for `entry`; "later" while a page of it is not mapped yet; undefined when there is none. */
  find(entry: number, pageAt: (delta: number) => number | undefined): Reused | "later" | undefined {
    const numbers = this.likely.get(entry)
    if (numbers === undefined) return undefined
    let isLate = false
    for (const number of numbers) {
      const sources = this.kept.pagesOf(number)
      const pages = sources.map(({ delta }) => pageAt(delta) ?? 0)
      if (pages.includes(0)) isLate = true
      else if (sources.every(({ words }, n) => this.holds(pages[n], words))) return { number, sources, pages }
    }
    const tried = (this.tries.get(entry) ?? 0) + 1
    this.tries.set(entry, tried)
    if (!isLate || tried > PATIENCE) {
      this.likely.delete(entry)
      return undefined
    }
    this.heat(entry, numbers)
    return "later"
  }

  /** Whether the page that was decoded to `page` holds these words (index, word, ...). */
  private holds(page: number, words: Int32Array): boolean {
    const host = this.pages.locate(page).host >>> 2
    for (let n = 0; n < words.length; n += 2) if (this.i32[host + words[n]] !== words[n + 1]) return false
    return true
  }
}
