// SPDX-License-Identifier: BSD-2-Clause
//
// A CPU with nothing around it, for trying instructions: memory at virtual address 0, EL0, no system.
// Any exception ends the run. Both tiers run in it, by what `translation` says. The pages of the upper half
// lie in pairs the wrong way round, so that an access over the end of a page that takes them for neighbours
// shows.

import type { CodePages } from "./code-pages.ts"
import { alignmentOf } from "./dsl/tier.ts"
import { type Host, sysregKey } from "./host.ts"
import * as L from "./layout.ts"
import { SCTLR_DZE } from "./mmu/registers.ts"
import { CORTEX_A53 } from "./models/index.ts"
import type { ModuleCache } from "./engine-module.ts"
import { createMemory, createRuntime, type Runtime, type Translation } from "./runtime.ts"

/** Bytes of memory. */
export const SANDBOX_SIZE = 0x100_0000
const SWAPPED = SANDBOX_SIZE / 2
const PAGE = 4096
const DC_ZVA = sysregKey(1, 3, 7, 4, 1)

/** Offset in memory of a virtual address. */
function placeOf(va: number): number {
  return va < SWAPPED ? va : va ^ PAGE
}

export class Sandbox {
  readonly runtime: Runtime
  readonly view: DataView
  /** Memory below SWAPPED, where virtual addresses are offsets; see `read` and `write` for all of it. */
  readonly bytes: Uint8Array
  private readonly memory: Uint8Array
  private readonly words: Uint32Array
  readonly cpu = L.CPU_BLOCKS

  constructor(translation: Translation, model = CORTEX_A53, cache?: ModuleCache) {
    const memory = createMemory()
    const view = new DataView(memory.buffer)
    const makeHost = (pages: CodePages): Host => {
      return {
        memRead: (cpu, size, flags) => this.map(view, cpu, L.TLB_READ, size, flags),
        deviceRead: () => 0,
        deviceWrite: () => undefined,
        memWrite: (cpu, size, flags) => this.map(view, cpu, L.TLB_WRITE, size, flags),
        fetch: (cpu) => {
          const low = view.getUint32(cpu + L.PC, true)
          if (low >= SANDBOX_SIZE || view.getUint32(cpu + L.PC + 4, true) !== 0 || (low & 3) !== 0)
            return L.R_FAULT
          this.enter(view, cpu, L.TLB_CODE, low, pages.pageFor(L.RAM_START + placeOf(low & -PAGE)))
          return L.R_NEXT
        },
        deliver: () => 1,
        sysRead: () => L.R_FAULT,
        sysWrite: (cpu, key) => (key === DC_ZVA ? this.zero(view, cpu) : L.R_FAULT),
        msrImm: () => L.R_FAULT,
        eret: () => L.R_FAULT,
        generate: () => L.R_FAULT,
        wait: () => L.R_NEXT,
      }
    }
    this.runtime = createRuntime(memory, translation, makeHost, cache, model)
    this.view = view
    this.words = new Uint32Array(memory.buffer)
    this.memory = new Uint8Array(memory.buffer, L.RAM_START, SANDBOX_SIZE)
    this.bytes = this.memory.subarray(0, SWAPPED)
    const bank = this.cpu + L.BANKS
    for (let at = bank; at < bank + L.BANK_SIZE; at += L.TLB_ENTRY_SIZE) this.view.setBigUint64(at, ~0n, true)
    this.view.setInt32(this.cpu + L.BANK_I32, bank, true)
    this.view.setInt32(this.cpu + L.BANK_UNPRIV_I32, bank, true)
    this.view.setInt32(this.cpu + L.SLOT.CPACR_EL1, 3 << 20, true)
    this.view.setInt32(this.cpu + L.SLOT.SCTLR_EL1, SCTLR_DZE, true)
    this.view.setInt32(this.cpu + L.EXCL_ADDR_I32, -1, true)
  }

  private enter(view: DataView, cpu: number, table: number, low: number, data: number): void {
    const entry = cpu + L.BANKS + table + ((low >>> 8) & (L.TLB_INDEX_MASK << 4))
    view.setUint32(entry + L.TLB_TAG, low & ~4095, true)
    view.setUint32(entry + L.TLB_TAG + 4, 0, true)
    view.setUint32(entry + L.TLB_ADDEND, data, true)
  }

  private map(view: DataView, cpu: number, table: number, size: number, flags: number): number {
    const low = view.getUint32(cpu + L.VA, true)
    if (view.getUint32(cpu + L.VA + 4, true) !== 0 || low + size > SANDBOX_SIZE) return L.M_FAULT
    if ((low & (alignmentOf(size, flags) - 1)) !== 0) return L.M_FAULT
    if ((low & (PAGE - 1)) + size > PAGE) {
      return this.across(view, cpu, table, size, flags)
    }
    const page = low & -PAGE
    this.enter(view, cpu, table, low, L.RAM_START + placeOf(page) - page)
    return L.M_RETRY
  }

  /** As `acrossRam` of mmu/access.ts. */
  private across(view: DataView, cpu: number, table: number, size: number, flags: number): number {
    const low = view.getUint32(cpu + L.VA, true)
    const isAsked = (flags & L.ACC_RAM_ONLY) !== 0
    if (isAsked && flags !== L.ACC_RAM_ONLY) return L.M_FAULT
    if (isAsked && table === L.TLB_WRITE && size < L.BOUNCE_LEAST) return L.M_FAULT
    if (isAsked) view.setInt32(cpu + L.SCRATCH, cpu + L.BOUNCE, true)
    const data = cpu + (isAsked ? L.BOUNCE : L.DATA)
    for (let n = 0; n < size; n++) {
      if (table === L.TLB_READ) view.setUint8(data + n, this.memory[placeOf(low + n)])
      else this.memory[placeOf(low + n)] = view.getUint8(data + n)
    }
    return L.M_DONE
  }

  private zero(view: DataView, cpu: number): number {
    const low = view.getUint32(cpu + L.DATA, true) & -L.ZVA_SIZE
    if (view.getUint32(cpu + L.DATA + 4, true) !== 0 || low >>> 0 >= SANDBOX_SIZE) return L.R_FAULT
    this.enter(view, cpu, L.TLB_WRITE, low, L.RAM_START + placeOf(low & -PAGE) - (low & -PAGE))
    this.memory.fill(0, placeOf(low), placeOf(low) + L.ZVA_SIZE)
    return L.R_NEXT
  }

  /** Bytes at a virtual address. */
  read(va: number, size: number): Uint8Array {
    const bytes = new Uint8Array(size)
    for (let n = 0; n < size;) {
      const count = Math.min(size - n, PAGE - ((va + n) & (PAGE - 1)))
      bytes.set(this.memory.subarray(placeOf(va + n), placeOf(va + n) + count), n)
      n += count
    }
    return bytes
  }

  /** Puts data (not code) at a virtual address. */
  write(va: number, bytes: Uint8Array): void {
    for (let n = 0; n < bytes.length;) {
      const count = Math.min(bytes.length - n, PAGE - ((va + n) & (PAGE - 1)))
      this.memory.set(bytes.subarray(n, n + count), placeOf(va + n))
      n += count
    }
  }

  /** Puts instruction words at a virtual address below SWAPPED, forgetting what was decoded there. */
  load(va: number, words: ArrayLike<number>): void {
    this.words.set(words, (L.RAM_START + va) >>> 2)
    this.runtime.pages.codeWritten(L.RAM_START + va, words.length * 4)
  }

  /** Runs at most `budget` instructions from `pc`; gives how many were executed. */
  run(pc: number, budget: number): number {
    this.view.setBigUint64(this.cpu + L.PC, BigInt(pc), true)
    this.view.setInt32(this.cpu + L.BUDGET_I32, budget, true)
    this.runtime.run(this.cpu)
    return budget - this.view.getInt32(this.cpu + L.BUDGET_I32, true)
  }
}
