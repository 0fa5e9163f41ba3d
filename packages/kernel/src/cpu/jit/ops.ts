// SPDX-License-Identifier: BSD-2-Clause
//
// The meaning of descriptions in a region: memory is the soft TLB or out. Whatever a region cannot do itself it leaves
// to the interpreter by bailing out before the instruction has changed anything.

import { REGION_BIT } from "../a64/decoder.ts"
import { type I32, type I64, TYPES, type V128 } from "../dsl/code.ts"
import type { FpLimits } from "../dsl/fp-limits.ts"
import type { Size, Slot } from "../dsl/ops.ts"
import { alignmentOf, READ_OPS, SIMD_LOAD, SIMD_STORE, WRITE_OPS } from "../dsl/tier.ts"
import { HELPER_NAMES } from "../helpers/table.ts"
import { HELPER_ARGS } from "../interp/build.ts"
import * as L from "../layout.ts"
import { hasFused } from "../wasm/fused.ts"
import { OP } from "../wasm/opcodes.ts"
import { SIMD } from "../wasm/simd.ts"
import type { Effects } from "./effects.ts"
import { FlagOps } from "./flag-ops.ts"
import { Limits } from "./fp-limits.ts"
import { bitOfX, bitsOf, xOfBit } from "./state.ts"
import { type TableWindow, TableWindows } from "./table-windows.ts"
import { type Window, Windows } from "./windows.ts"

/** Function indices of what a region calls: exports of the runtime module. */
export interface RegionRuntime {
  readonly ramRead: number
  readonly ramWrite: number
  readonly cold: number
  readonly helper: number
  readonly inPlace: number
}

/** How the region's control flow takes what an instruction says. */
export interface RegionFlow {
  jump(): void
  jumpIf(condition: I32): void
  jumpTo(address: I64): void
  /** Leaves before the current instruction, for the interpreter to run it. */
  bail(): void
  /** Leaves after the current instruction, which is done. */
  leaveAfter(): void
  /** Has the cold tier run the current instruction in place of what is written of it. */
  inPlace(): void
}

const { I32: I, I64: W, V128: Q } = TYPES

export class JitOps extends FlagOps {
  private readonly runtime: RegionRuntime
  flow: RegionFlow
  /** Whether what has stayed changed over some ways out is stored on the straight line. */
  stores = true
  /** The instruction at hand adds an index to the register. */
  private isIndexed = false
  /** The cold tier runs the instruction at hand, in its place, when RAM is not known to answer or the host is asked. */
  private runsInPlace = false
  /** Does what the access at hand stores, at an address and an offset. */
  private put: ((at: I32, offset: number) => void) | undefined
  /** The register that it adds the index to, where it goes to two pages in turn; -1: none. */
  private tableRegister = -1
  readonly windows = new Windows(this)
  readonly tables = new TableWindows(this)
  readonly fpLimits = new Limits(this)

  constructor(runtime: RegionRuntime, flow: RegionFlow, view: DataView) {
    super(view)
    this.runtime = runtime
    this.flow = flow
  }

  // -- ways out ----------------------------------------------------------------------------------

  /** Stores the registers that the CPU block does not have, but for these. */
  storeRegisters(exceptX = 0, exceptV = 0): void {
    this.storeX(this.state.allX & ~exceptX)
    this.storeV(this.state.allV & ~exceptV)
  }
  /** Stores what the CPU block does not have; for a way out, after which nothing else is written. */
  storeChanged(): void {
    this.storeRegisters()
    if (this.state.flagsAge >= 0) this.storeFlags()
  }
  /** Before a way out that will hardly ever be taken: stores what has waited for long. */
  private ageChanged(): void {
    if (this.nesting > 0 || !this.stores) return
    this.storeX(this.state.ageX())
    this.storeV(this.state.ageV())
    if (this.state.ageFlags()) this.storeFlags()
  }

  // -- memory ------------------------------------------------------------------------------------

  /** An instruction begins whose base register is in this slot (-1: none). */
  enterInstruction({ base, index, movesBase }: Effects, inPlace: boolean, strays: boolean): void {
    // Here, not at its end: what a branch goes on to is written before the branch ends.
    this.readX = 0
    this.wroteX = 0
    this.readsV = 0
    this.wroteV = 0
    this.runsInPlace = inPlace
    this.isIndexed = index >= 0
    const register = base < 0 ? -1 : this.number(base as Slot)
    this.baseRegister = this.isIndexed && strays ? -1 : register
    this.tableRegister = this.isIndexed && strays ? register : -1
    this.keepsBase = movesBase || this.baseRegister === L.REG_SP
  }

  /**
   * Host address of an access to RAM, bound; leaves the region where it cannot be had. The first access by a base
   * register goes through the TLB and leaves a window; those after it look there first.
   */
  private hostAddress(va: I64, table: number, size: number, flags: number): I32 {
    this.ageChanged()
    const result = this.temp(I)
    const aligned = alignmentOf(size, flags)
    const mayKeep = flags === 0 && aligned === 1 && this.nesting === 0 && !this.runsInPlace
    const base = mayKeep ? this.baseRegister : -1
    if (base < 0 || base === L.REG_ZERO || base === L.REG_DISCARD) {
      const window = mayKeep ? this.tables.find(table, this.tableRegister, size) : undefined
      if (window !== undefined) this.addressIn(window, va, size, result)
      else this.setAddress(va, table, size, aligned, flags, result)
      return this.local<I32>(result, I)
    }
    const window = this.windows.of(table, base, this.isIndexed, size)
    if (!this.looksFirst(table, base)) {
      this.throughTlb(window, va, table, size, result)
      return this.local<I32>(result, I)
    }
    const start = this.local<I64>(window.start, W)
    const offset = this.let(this.sub(va, start))
    this.emit(this.ltU(offset, this.local<I64>(window.room, W)))
    const host = this.add(this.wrap(offset), this.local<I32>(window.host, I))
    this.either(
      () => this.setLocal(result, host),
      () => {
        this.missedWindow(window, this.let(this.add(offset, start)), table, size, result)
      },
    )
    return this.local<I32>(result, I)
  }
  /**
   * Before a loop with this instruction, `entry` being where it is decoded: opens the windows it will look into where
   * its base register points, if none was opened on the way to here. `jumps`: registers that the loop sets anew.
   */
  guessWindows(entry: number, { base, index, loads, stores }: Effects, jumps: number): void {
    const n = this.view.getUint8(entry + L.INSN_REGS_U8 + base)
    if (n === L.REG_ZERO || n === L.REG_DISCARD || (jumps & bitOfX(n)) !== 0) return
    this.isIndexed = index >= 0
    for (const table of [...(loads ? [L.TLB_READ] : []), ...(stores ? [L.TLB_WRITE] : [])]) {
      if (!this.noteWindow(table, n)) {
        this.windows.guess(this.windows.of(table, n, this.isIndexed, 1), this.register(n))
      }
    }
  }
  /**
   * Before a loop with this instruction, which goes to two pages in turn: opens a window of both where its base
   * register points. Gives what it has opened; `jumps` as above.
   */
  openTables(entry: number, { base, bytes, loads, stores }: Effects, jumps: number): TableWindow[] {
    const n = this.view.getUint8(entry + L.INSN_REGS_U8 + base)
    if (n === L.REG_ZERO || n === L.REG_DISCARD || (jumps & bitOfX(n)) !== 0) return []
    const tables = [...(loads ? [L.TLB_READ] : []), ...(stores ? [L.TLB_WRITE] : [])]
    return tables.flatMap((table) => this.tables.open(table, n, bytes, this.register(n)) ?? [])
  }
  /** Sets `result` by a window of two pages, or the TLB. */
  private addressIn(window: TableWindow, va: I64, size: number, result: number): void {
    const { hit, host } = this.tables.look(window, va)
    this.emit(hit)
    this.either(
      () => this.setLocal(result, host),
      () => this.setAddress(va, window.table, size, 1, 0, result),
    )
  }
  /** Whether a window was opened on every way to here; from now on it was. */
  private noteWindow(table: number, base: number): boolean {
    const { state } = this
    const bit = bitOfX(base)
    const by = this.isIndexed ? "At" : "By"
    const which = table === L.TLB_READ ? (`reads${by}` as const) : (`writes${by}` as const)
    const known = (state[which] & bit) !== 0
    state[which] |= bit
    return known
  }
  /** Whether an access by this register looks into its window first; from now on others do. */
  private looksFirst(table: number, base: number): boolean {
    return this.noteWindow(table, base) || (this.isIndexed && this.windows.inLoop)
  }
  /** Sets `result` where the window did not know it. */
  private missedWindow(window: Window, va: I64, table: number, size: number, result: number): void {
    const { windows } = this
    if (!windows.notes(window)) {
      // Where a structure lies over the end of a page, every other access comes here.
      this.throughTlb(window, va, table, size, result)
      return
    }
    if (this.isIndexed) this.setAddress(va, table, size, 1, 0, result)
    else this.slowAddress(va, table, size, 0, result)
    windows.note(window, va, size, this.budgetLocal)
  }
  /** Sets `result` by the TLB. */
  private setAddress(
    va: I64,
    table: number,
    size: number,
    aligned: number,
    flags: number,
    result: number,
  ): void {
    const { hit, host } = this.probe(va, table, size, aligned, flags)
    this.emit(hit)
    this.either(
      () => this.setLocal(result, host),
      () => this.slowAddress(va, table, size, flags, result),
    )
  }
  /** Sets `result` by the TLB, and opens the window there. */
  private throughTlb(window: Window, va: I64, table: number, size: number, result: number): void {
    const page = this.let(this.and(this.add(va, this.i64(size - 1)), this.i64(-4096)))
    const offset = this.and(this.wrap(this.shrU(va, this.i64(8))), this.i32(L.TLB_INDEX_MASK << 4))
    const entry = this.let(this.add(this.bank(0), offset))
    this.emit(this.eq(this.load<I64>(OP.i64_load, W, entry, table + L.TLB_TAG), page))
    this.either(
      () => {
        const addend = this.let(this.load<I32>(OP.i32_load, I, entry, table + L.TLB_ADDEND))
        this.windows.open(window, page, addend)
        this.setLocal(result, this.add(this.wrap(va), addend))
      },
      () => this.slowAndOpen(window, va, table, size, result),
    )
  }
  private slowAndOpen(window: Window, va: I64, table: number, size: number, result: number): void {
    this.slowAddress(va, table, size, 0, result)
    const isKnown = this.field64(L.WINDOW_KNOWN)
    this.windows.open(window, this.field64(L.WINDOW_TAG), this.field32(L.WINDOW_ADDEND_I32), isKnown)
  }
  /** On the condition that is on the stack, which mostly holds. */
  private either(then: () => void, otherwise: () => void): void {
    this.hint(true)
    this.open(OP.if)
    then()
    this.out.u8(OP.else)
    otherwise()
    this.end()
  }
  private slowAddress(va: I64, table: number, size: number, flags: number, result: number): void {
    if (this.runsInPlace) return this.flow.inPlace()
    if (table === L.TLB_WRITE && flags === 0 && size >= L.BOUNCE_LEAST) this.put?.(this.base(), L.BOUNCE)
    const slow = table === L.TLB_READ ? this.runtime.ramRead : this.runtime.ramWrite
    this.callRaw(slow, [this.base(), va, this.i32(size | ((flags | L.ACC_RAM_ONLY) << 8))])
    this.out.u8(OP.i32_eqz)
    this.hint(false)
    this.open(OP.if)
    this.flow.bail()
    this.end()
    // V8 knows that what it loads has no high half, and so that the way of the hit needs not clear it.
    this.setLocal(result, this.field32(L.SCRATCH))
  }
  read(size: Size, isSigned: boolean, address: I64, flags = 0): I64 {
    const host = this.hostAddress(this.let(address), L.TLB_READ, size, flags)
    return this.let(this.load<I64>(READ_OPS[size][isSigned ? 1 : 0], W, host))
  }
  /** Stores where `size` bytes at a VA are; `put` may be asked twice, and uses what was evaluated before. */
  private storeAt(va: I64, size: number, flags: number, put: (at: I32, offset: number) => void): void {
    this.put = put
    put(this.hostAddress(this.let(va), L.TLB_WRITE, size, flags), 0)
  }
  write(size: Size, address: I64, value: I64, flags = 0): void {
    const data = this.letOrLocal(value)
    this.storeAt(address, size, flags, (at, offset) => this.store(WRITE_OPS[size], at, data, offset))
  }
  readPair(size: 4 | 8, isSigned: boolean, address: I64): readonly [I64, I64] {
    const host = this.hostAddress(this.let(address), L.TLB_READ, size * 2, 0)
    const op = READ_OPS[size][isSigned ? 1 : 0]
    return [this.let(this.load<I64>(op, W, host)), this.let(this.load<I64>(op, W, host, size))]
  }
  writePair(size: 4 | 8, address: I64, low: I64, high: I64): void {
    const [first, second] = [this.letOrLocal(low), this.letOrLocal(high)]
    this.storeAt(address, size * 2, 0, (at, offset) => {
      this.store(WRITE_OPS[size], at, first, offset)
      this.store(WRITE_OPS[size], at, second, offset + size)
    })
  }
  touch(address: I64): void {
    this.hostAddress(this.let(address), L.TLB_READ, 1, 0)
  }
  zeroBlock(address: I64): void {
    const va = this.let(this.and(address, this.i64(-L.ZVA_SIZE)))
    this.storeAt(va, L.ZVA_SIZE, L.ACC_ALIGNED, (at) => this.zero(at))
  }
  override loadLow(slot: Slot, size: 4 | 8, address: I64): void {
    const host = this.hostAddress(this.let(address), L.TLB_READ, size, 0)
    const op = size === 8 ? SIMD.v128_load64_zero : SIMD.v128_load32_zero
    this.setV(slot, this.load<V128>(op, Q, host))
  }
  override storeLow(slot: Slot, size: 4 | 8, address: I64): void {
    const data = size === 8 ? this.d(slot) : this.s(slot)
    const op = size === 8 ? OP.f64_store : OP.f32_store
    this.storeAt(address, size, 0, (at, offset) => this.store(op, at, data, offset))
  }
  override readVPair(address: I64): readonly [V128, V128] {
    const host = this.hostAddress(this.let(address), L.TLB_READ, 32, 0)
    return [this.let(this.load<V128>(SIMD_LOAD, Q, host)), this.let(this.load<V128>(SIMD_LOAD, Q, host, 16))]
  }
  override writeVPair(address: I64, low: V128, high: V128): void {
    const [first, second] = [this.letOrLocal(low), this.letOrLocal(high)]
    this.storeAt(address, 32, 0, (at, offset) => {
      this.store(SIMD_STORE, at, first, offset)
      this.store(SIMD_STORE, at, second, offset + 16)
    })
  }
  readV(address: I64): V128 {
    const host = this.hostAddress(this.let(address), L.TLB_READ, 16, 0)
    return this.let(this.load<V128>(SIMD_LOAD, Q, host))
  }
  writeV(address: I64, value: V128): void {
    const data = this.letOrLocal(value)
    this.storeAt(address, 16, 0, (at, offset) => this.store(SIMD_STORE, at, data, offset))
  }

  // -- control flow ------------------------------------------------------------------------------

  jump(): void {
    this.flow.jump()
  }
  jumpIf(condition: I32): void {
    this.flow.jumpIf(condition)
  }
  jumpTo(address: I64): void {
    this.flow.jumpTo(address)
  }
  hostEnds(): void {
    this.flow.bail()
  }
  host(): void {
    if (this.runsInPlace) this.flow.inPlace()
    else this.flow.bail()
  }
  ends(): void {
    this.flow.bail()
  }
  /** Helpers are pure: a region calls them where it is. */
  helper(name: string, args: readonly I32[]): void {
    const padded = Array.from({ length: HELPER_ARGS }, (_, n) => args[n] ?? this.i32(0))
    this.callRaw(this.runtime.helper, [this.base(), this.i32(HELPER_NAMES.indexOf(name)), ...padded])
  }

  /** Calls the cold tier's handler of the instruction at hand, the CPU block being true; binds the answer. */
  callInPlace(): I32 {
    const decoded = this.add(this.decodedPage(this.page), this.i32(this.index * L.INSN_SIZE))
    return this.call<I32>(this.runtime.inPlace, I, [this.base(), decoded, this.i32(this.handlerAt())])
  }
  /** Takes over what the cold tier has written to registers: slots of general ones, numbers, slots of vectors. */
  reload({ writesX, writesFixed, writesV }: Effects): void {
    for (const n of [...writesX.map((slot) => this.number(slot as Slot)), ...writesFixed]) {
      if (n !== L.REG_DISCARD) this.setLocal(this.xLocal(n), this.field64(L.X + n * L.REG_SIZE))
    }
    for (const { slot, plus } of writesV) {
      const n = (this.number(slot as Slot) + plus) & 31
      this.setLocal(this.vLocal(n), this.load<V128>(SIMD_LOAD, Q, this.base(), L.V + n * 16))
    }
  }
  private handlerAt(): number {
    return this.view.getUint16(this.entry, true) & ~REGION_BIT
  }

  // -- the rare ways of FP -----------------------------------------------------------------------

  override get limits(): FpLimits {
    return this.fpLimits
  }
  override get hasFused(): boolean {
    return hasFused()
  }
  override cold(): void {
    const { wroteX, wroteV } = this
    this.storeX(this.readX)
    this.storeV(this.readsV)
    const handler = this.i32(this.handlerAt())
    const decoded = this.add(this.decodedPage(this.page), this.i32(this.index * L.INSN_SIZE))
    this.callRaw(this.runtime.cold, [this.base(), decoded, handler])
    for (const bit of bitsOf(wroteX)) {
      const n = xOfBit(bit)
      this.setXAt(n, this.field64(L.X + n * L.REG_SIZE))
    }
    for (const n of bitsOf(wroteV)) {
      this.setLocal(this.vLocal(n), this.load<V128>(SIMD_LOAD, Q, this.base(), L.V + n * 16))
    }
    this.fpLimits.ifStale(() => this.flow.leaveAfter())
  }
}
