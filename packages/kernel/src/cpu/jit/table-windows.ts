// SPDX-License-Identifier: BSD-2-Clause
//
// Windows of two pages, for tables over the end of a page: accesses that add an index to a register which their loop
// leaves as it is, and that were seen to go to its page and the next alone, now here, now there. Both are looked up
// where the loop is entered; an access takes the host address of one or the other without a branch, and waits for no
// entry of the TLB. Where a page was not known, and beyond the two, it goes through the TLB.

import { type I32, type I64, TYPES } from "../dsl/code.ts"
import type { TierOps } from "../dsl/tier.ts"
import * as L from "../layout.ts"
import { OP } from "../wasm/opcodes.ts"

const { I32: I, I64: W } = TYPES
const PAGE = 4096

/** Locals of two pages: address of the first, and for each what turns the offset from there into the host's address. */
export interface TableWindow {
  readonly table: number
  /** log2 of the bytes of an access. Others over the end of a page are no offset in the window, turned by as much. */
  readonly shift: number
  readonly start: number
  /** Bytes of both pages, less `shift` bits; 0: closed. */
  readonly room: number
  readonly first: number
  readonly second: number
}

/** Of reads or writes of some bytes by a base register. */
const keyOf = (table: number, base: number, shift: number) => (table * 64 + base) * 8 + shift

export class TableWindows {
  private readonly o: TierOps
  private readonly known = new Map<number, TableWindow>()
  /** Those that the loops around the code at hand have opened. */
  private readonly inScope = new Set<TableWindow>()

  constructor(o: TierOps) {
    this.o = o
  }

  /** The window for reads or writes (the TLB's table) of `size` bytes, a power of two, by a base register. */
  private of(table: number, base: number, size: number): TableWindow {
    const shift = Math.log2(size)
    const key = keyOf(table, base, shift)
    let window = this.known.get(key)
    if (window === undefined) {
      const { o } = this
      const [start, room] = [o.newLocal(W), o.newLocal(W)]
      window = { table, shift, start, room, first: o.newLocal(I), second: o.newLocal(I) }
      this.known.set(key, window)
    }
    return window
  }

  /** Before a loop that leaves the base register as it is: opens its window there, unless a loop around has. */
  open(table: number, base: number, size: number, address: I64): TableWindow | undefined {
    const window = this.of(table, base, size)
    if (this.inScope.has(window)) return undefined
    this.inScope.add(window)
    const { o } = this
    const page = o.let(o.and(address, o.i64(-PAGE)))
    const next = o.let(o.add(page, o.i64(PAGE)))
    const [here, there] = [this.entryOf(page), this.entryOf(next)]
    const tag = (entry: I32) => o.load<I64>(OP.i64_load, W, entry, table + L.TLB_TAG)
    const addend = (entry: I32) => o.load<I32>(OP.i32_load, I, entry, table + L.TLB_ADDEND)
    o.setLocal(window.start, page)
    o.setLocal(window.first, o.add(addend(here), o.wrap(page)))
    o.setLocal(window.second, o.add(addend(there), o.wrap(page)))
    const isKnown = o.and(o.eq(tag(here), page), o.eq(tag(there), next))
    o.setLocal(window.room, o.shl(o.extendU(isKnown), o.i64(13 - window.shift)))
    o.endInstruction()
    return window
  }

  private entryOf(page: I64): I32 {
    const { o } = this
    const offset = o.and(o.wrap(o.shrU(page, o.i64(8))), o.i32(L.TLB_INDEX_MASK << 4))
    return o.let(o.add(o.bank(0), offset))
  }

  /** A loop is written. */
  close(windows: readonly TableWindow[]): void {
    for (const window of windows) this.inScope.delete(window)
  }

  /** The window that an access can look into; undefined: there is none. */
  find(table: number, base: number, size: number): TableWindow | undefined {
    const window = this.known.get(keyOf(table, base, Math.log2(size)))
    return window !== undefined && this.inScope.has(window) ? window : undefined
  }

  /** Whether the window has `va`, and the host's address if it has. */
  look(window: TableWindow, va: I64): { readonly hit: I32; readonly host: I32 } {
    const { o } = this
    const offset = o.let(o.sub(va, o.local<I64>(window.start, W)))
    const low = o.wrap(offset)
    const page = o.select(
      o.ltU(low, o.i32(PAGE)),
      o.local<I32>(window.first, I),
      o.local<I32>(window.second, I),
    )
    const turned = o.rotr(offset, o.i64(window.shift))
    return { hit: o.ltU(turned, o.local<I64>(window.room, W)), host: o.add(low, page) }
  }
}
