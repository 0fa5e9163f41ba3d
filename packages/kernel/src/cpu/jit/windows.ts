// SPDX-License-Identifier: BSD-2-Clause
//
// Windows: the page that accesses by a base register went to, in locals, so that others by the same register find it
// without the soft TLB. A way of an access that sets those locals costs all the others around it: V8 has them in
// another place wherever ways meet. So in short innermost loops an access that misses its window does not open it; it
// notes its page and sets the highest bit of the budget's local, the head of the next loop looks at the budget
// anyway, and there all windows that missed are opened, by what was noted and the TLB.

import { type I32, type I64, TYPES } from "../dsl/code.ts"
import type { TierOps } from "../dsl/tier.ts"
import * as L from "../layout.ts"
import { OP } from "../wasm/opcodes.ts"

const { I32: I, I64: W } = TYPES

/** The bit of the budget's local that says that some window missed. */
const MISSED = 0x8000_0000
/** The budget without it. */
export const BUDGET_MASK = 0x7fff_ffff

/**
 * Locals of a page: its address, how many of its bytes an access may begin at (0, as locals are at entry: not known),
 * and the host's address of the first.
 */
export interface Window {
  readonly table: number
  readonly start: number
  readonly room: number
  readonly host: number
  /** Its place among WINDOW_NOTES. */
  readonly number: number
  /** The longest access that looks there, bytes. */
  longest: number
  /** Where the code says `room`, two bytes each. */
  readonly rooms: number[]
}

export class Windows {
  private readonly o: TierOps
  private readonly known = new Map<number, Window>()
  private missing: Window[] = []
  /** The code at hand is in a short innermost loop. */
  inLoop = false

  constructor(o: TierOps) {
    this.o = o
  }

  /** The window for reads or writes (the TLB's table) by a base register, with an index or without. */
  of(table: number, base: number, isIndexed: boolean, size: number): Window {
    const key = (table * 64 + base) * 2 + (isIndexed ? 1 : 0)
    let window = this.known.get(key)
    if (window === undefined) {
      const { o, known } = this
      const [start, room, host] = [o.newLocal(W), o.newLocal(W), o.newLocal(I)]
      window = { table, start, room, host, number: known.size, longest: size, rooms: [] }
      known.set(key, window)
    }
    window.longest = Math.max(window.longest, size)
    return window
  }

  /** Opens a window; how many bytes its room is, `finish` writes. */
  open(window: Window, start: I64, addend: I32, isKnown?: I64): void {
    const { o } = this
    const page = o.let(start)
    o.setLocal(window.host, o.add(addend, o.wrap(page)))
    o.setLocal(window.start, page)
    if (isKnown !== undefined) o.emit(isKnown)
    o.out.u8(OP.i64_const)
    window.rooms.push(o.out.length)
    o.out.u8(0x80)
    o.out.u8(0)
    if (isKnown !== undefined) o.out.u8(OP.i64_and)
    o.out.u8(OP.local_set)
    o.out.u32(window.room)
  }

  /** All accesses are written: the room of a window is what its longest access leaves. */
  finish(): void {
    for (const { longest, rooms } of this.known.values()) {
      const room = 4097 - longest
      for (const at of rooms) this.o.out.bytes.set([(room & 127) | 128, room >> 7], at)
    }
  }

  /** Whether an access that misses notes that, in place of opening the window. */
  notes(window: Window): boolean {
    return this.inLoop && window.number < L.WINDOW_NOTE_COUNT
  }

  /** Behind an access to `va` that missed: it is for the head of a loop to open the window. */
  note(window: Window, va: I64, size: number, budget: number): void {
    const { o } = this
    if (!this.missing.includes(window)) this.missing.push(window)
    const page = o.and(o.add(va, o.i64(size - 1)), o.i64(-4096))
    o.setField64(L.WINDOW_NOTES + window.number * 8, page)
    o.setLocal(budget, o.or(o.local<I32>(budget, I), o.i32(MISSED)))
  }

  /** Opens a window where an address lies, if the TLB knows the page. */
  guess(window: Window, address: I64): void {
    this.openBy(window, this.o.let(this.o.and(address, this.o.i64(-4096))))
    this.o.endInstruction()
  }

  private openBy(window: Window, page: I64): void {
    const { o } = this
    const offset = o.and(o.wrap(o.shrU(page, o.i64(8))), o.i32(L.TLB_INDEX_MASK << 4))
    const entry = o.let(o.add(o.bank(0), offset))
    const tag = o.load<I64>(OP.i64_load, W, entry, window.table + L.TLB_TAG)
    o.if(o.eq(tag, page), () => {
      this.open(window, page, o.load<I32>(OP.i32_load, I, entry, window.table + L.TLB_ADDEND))
    })
  }

  /** A loop begins; gives what `leaveLoop` wants. */
  enterLoop(): Window[] {
    const { missing } = this
    this.missing = []
    return missing
  }

  /** A loop is written: opens what may have missed in it, as far as the TLB knows it. */
  leaveLoop(before: Window[]): void {
    const { o } = this
    for (const window of this.missing) {
      this.openBy(window, o.let(o.field64(L.WINDOW_NOTES + window.number * 8)))
    }
    o.endInstruction()
    for (const window of before) if (!this.missing.includes(window)) this.missing.push(window)
  }
}
