// SPDX-License-Identifier: BSD-2-Clause
//
// Writes a region as one WebAssembly function (cpu) -> status. Blocks are structured by their dominator tree
// (Ramsey, "Beyond Relooper"); guest registers live in locals from entry to exit; every way out stores what has
// changed and returns. The instruction budget is looked at on entry and at the heads of loops, for the longest
// way to the next such place, and charged where ways meet or leave. Like any instruction that a region cannot
// do, a shortage is left to the interpreter with the state exactly before it.

import { type I32, type I64, type Label, TYPES } from "../dsl/code.ts"
import { SIMD_LOAD } from "../dsl/tier.ts"
import { fpClosed } from "../interp/meaning.ts"
import * as L from "../layout.ts"
import { ByteWriter } from "../wasm/bytes.ts"
import type { BranchHint } from "../wasm/module.ts"
import { OP } from "../wasm/opcodes.ts"
import { type Block, type Edge, edges, type Region } from "./block.ts"
import { effectsOf } from "./effects.ts"
import type { Insn } from "./graph.ts"
import { JitOps, type RegionFlow, type RegionRuntime } from "./ops.ts"
import { findLoops, type Loop } from "./loops.ts"
import { bitsOf, CANONICAL, DEFERRED, type State, xOfBit } from "./state.ts"
import type { TableWindow } from "./table-windows.ts"
import { BUDGET_MASK } from "./windows.ts"

const { I32: I, I64: W, V128: Q } = TYPES

export interface RegionCode {
  readonly locals: readonly number[]
  readonly body: ByteWriter
  readonly hints: readonly BranchHint[]
}

/** Where code is written before it is known what has to stand before it. One region is written at a time. */
const SCRATCH = { code: new ByteWriter(1 << 16), entry: new ByteWriter(1 << 10) }

class RegionWriter implements RegionFlow {
  private readonly o: JitOps
  private readonly region: Region
  private readonly labels = new Map<Block, Label>()
  private readonly loops: ReadonlyMap<Block, Loop>
  /** Blocks of loops in which nothing is stored. */
  private readonly inSmallLoop: ReadonlySet<Block>
  /** Blocks of loops that open windows at their head. */
  private readonly opensLater: ReadonlySet<Block>
  /** What is known where ways meet, of those that were written. */
  private readonly incoming = new Map<Block, State>()
  /** Registers that may be changed at the head of a loop: bits as in State. */
  private readonly changedAt = new Map<Block, { readonly x: number; readonly v: number }>()
  private readonly longest: readonly number[]
  private readonly setsFlags: boolean
  private block: Block
  private insn: Insn
  /** The instruction at hand ends its block. */
  private isLast = false
  /** Local for the target of an indirect branch. */
  private readonly target: number
  /** Where the instruction at hand ends, while it may be run in place. */
  private behind: Label | undefined

  constructor(runtime: RegionRuntime, view: DataView, region: Region) {
    this.o = new JitOps(runtime, this, view)
    this.region = region
    this.target = this.o.newLocal(W)
    this.block = region.entry
    this.insn = region.entry.insns[0]
    this.loops = findLoops(region, view)
    const small = [...this.loops.values()].filter(({ isSmall }) => isSmall)
    this.inSmallLoop = new Set(small.flatMap(({ body }) => [...body]))
    const later = [...this.loops.values()].filter(({ opensLater }) => opensLater)
    this.opensLater = new Set(later.flatMap(({ body }) => [...body]))
    this.longest = longestWays(region.blocks)
    this.setsFlags = region.blocks.some(({ insns }) =>
      insns.some(({ handler }) => effectsOf(handler).writesFlags),
    )
  }

  write(): RegionCode {
    const { o, region } = this
    SCRATCH.code.reset()
    o.out = SCRATCH.code
    if (!region.entry.loopHeader) this.check(region.entry)
    this.tree(region.entry)
    o.out.u8(OP.unreachable)
    o.windows.finish()
    const hints = o.hints
    const { code, entry } = SCRATCH
    entry.reset()
    o.out = entry
    this.prologue()
    const start = entry.length
    const body = new ByteWriter(start + code.length)
    body.raw(entry.bytes, 0, start)
    body.raw(code.bytes, 0, code.length)
    return { locals: o.localTypes, body, hints: hints.map(({ at, likely }) => ({ at: start + at, likely })) }
  }

  // -- structure ---------------------------------------------------------------------------------

  private tree(block: Block): void {
    const merges = block.dominated.filter((child) => child.merge)
    if (!block.loopHeader) return this.within(block, merges)
    const { o } = this
    if (this.opensLater.has(block)) this.guessWindows(this.loopOf(block))
    const tables = this.openTables(this.loopOf(block))
    this.enterLoop(block)
    const before = o.windows.enterLoop()
    const outside = o.open(OP.loop)
    const behind = o.open(OP.block)
    this.labels.set(block, o.open(OP.loop))
    this.check(block, behind)
    this.within(block, merges)
    o.end()
    o.out.u8(OP.unreachable)
    o.end()
    o.windows.leaveLoop(before)
    o.br(outside)
    o.end()
    o.tables.close(tables)
  }

  /** Before a short loop: its windows are opened, as far as one can tell. */
  private guessWindows({ body, jumps }: Loop): void {
    for (const { insns } of body) {
      for (const { page, index, handler, strays, reachesDevice } of insns) {
        const effects = effectsOf(handler)
        if (effects.accesses === 0 || effects.base < 0 || reachesDevice || (effects.index >= 0 && strays))
          continue
        const entry = this.region.pages[page].decoded + index * L.INSN_SIZE
        this.o.guessWindows(entry, effects, jumps)
      }
    }
  }

  /** Before a loop: windows for its tables that lie over the end of a page. */
  private openTables({ body, jumps }: Loop): TableWindow[] {
    return [...body].flatMap(({ insns }) =>
      insns.flatMap(({ page, index, handler, strays, inTwoPages, reachesDevice }) => {
        const effects = effectsOf(handler)
        if (effects.index < 0 || !strays || !inTwoPages || reachesDevice) return []
        return this.o.openTables(this.region.pages[page].decoded + index * L.INSN_SIZE, effects, jumps)
      }),
    )
  }

  /**
   * State at the head of a loop. What a small one changes may be changed there, and what was changed before; a
   * large one begins each time with all registers stored.
   */
  private enterLoop(block: Block): void {
    const { state } = this.o
    const { x, v, jumps, isSmall } = this.loopOf(block)
    if (isSmall) state.assume(x, v)
    this.changedAt.set(block, { x: state.allX, v: state.allV })
    // Whatever steps along is looked for where it was the time before.
    state.readsBy = ~jumps
    state.writesBy = state.readsBy
    state.readsAt = state.readsBy
    state.writesAt = state.readsBy
    this.joinFlags(block)
    state.flagsAge = this.setsFlags ? 0 : -1
  }

  private loopOf(header: Block): Loop {
    const loop = this.loops.get(header)
    if (loop === undefined) throw new Error("a loop without a body")
    return loop
  }

  private joinFlags(block: Block): void {
    const { state } = this.o
    state.flags = block.flagsLiveIn ? CANONICAL : DEFERRED
    state.executed = 0
  }

  private within(block: Block, merges: readonly Block[]): void {
    const [outermost, ...rest] = merges
    if (outermost === undefined) return this.code(block)
    const { o } = this
    this.labels.set(outermost, o.open(OP.block))
    this.within(block, rest)
    o.end()
    // What follows is reached by branches from inside.
    const end = o.state
    const met = this.incoming.get(outermost)
    if (met === undefined) throw new Error("nothing leads to where ways meet")
    o.state = met
    this.joinFlags(outermost)
    this.tree(outermost)
    o.state = end
  }

  /** Writes a block; the state that is left is the one at its end, before its ways part. */
  private code(block: Block): void {
    const { o } = this
    const last = block.insns.length - 1
    o.stores = !this.inSmallLoop.has(block)
    o.windows.inLoop = this.opensLater.has(block)
    block.insns.forEach((insn, at) => {
      this.block = block
      this.insn = insn
      this.isLast = at === last
      this.place(insn)
      if ((o.state.verified & (1 << insn.page)) === 0) this.verify(insn)
      this.meaning(insn)
      if (at < last) o.state.executed += 1
    })
    const { next } = block
    if (next !== undefined && (block.insns[last].handler.row.flow ?? "next") === "next") {
      this.way(() => this.go(next))
    }
    o.endInstruction()
  }

  /** What reaches a device or asks the host may have the cold tier run the instruction, and go on behind it. */
  private meaning(insn: Insn): void {
    const { o } = this
    const { handler } = insn
    const effects = effectsOf(handler)
    const inPlace = handler.row.inPlace === true || (insn.reachesDevice && effects.accesses > 0)
    if (inPlace) this.behind = o.open(OP.block)
    o.enterInstruction(effects, inPlace, insn.strays)
    handler.row.meaning(o, handler.regs, handler.split)
    if (inPlace) o.end()
    o.endInstruction()
  }

  private place(insn: Insn): void {
    const page = this.region.pages[insn.page]
    this.o.entry = page.decoded + insn.index * L.INSN_SIZE
    this.o.page = insn.page
    this.o.index = insn.index
    this.o.pcOffset = page.delta + insn.index * 4
  }

  /** Control comes to another page: its address must map what it did when the region was made. */
  private verify(insn: Insn): void {
    const { o } = this
    const page = this.region.pages[insn.page]
    const va = o.let(o.pcAt(page.delta))
    const offset = o.and(o.wrap(o.shrU(va, o.i64(8))), o.i32(L.TLB_INDEX_MASK << 4))
    const entry = o.let(o.add(o.local<I32>(o.bankLocal, I), offset))
    const tag = o.load<I64>(OP.i64_load, W, entry, L.TLB_CODE + L.TLB_TAG)
    const decoded = o.load<I32>(OP.i32_load, I, entry, L.TLB_CODE + L.TLB_ADDEND)
    const moved = o.or(o.ne(tag, va), o.ne(decoded, o.decodedPage(insn.page)))
    o.emit(moved)
    o.hint(false)
    o.open(OP.if)
    this.leave(o.pc(), L.REGION_DONE)
    o.end()
    o.state.verified |= 1 << insn.page
  }

  /** Leaves unless the budget lasts to the next place where it is looked at; to `missed` where a window has missed. */
  private check(block: Block, missed?: Label): void {
    const { o } = this
    this.place(block.insns[0])
    o.emit(o.ltS(o.local<I32>(o.budgetLocal, I), o.i32(this.longest[block.order])))
    o.hint(false)
    o.open(OP.if)
    if (missed !== undefined) {
      const budget = o.local<I32>(o.budgetLocal, I)
      o.emit(o.ltS(budget, o.i32(0)))
      o.open(OP.if)
      o.setLocal(o.budgetLocal, o.and(budget, o.i32(BUDGET_MASK)))
      o.br(missed)
      o.end()
    }
    this.leave(o.pc(), L.REGION_BAIL)
    o.end()
    o.endInstruction()
  }

  /** Control goes along an edge. Where ways meet, the flags are put in one form. */
  private go(edge: Edge): void {
    const { o } = this
    const to = edge.block
    if (to === undefined) return this.leave(o.pcAt(edge.delta), L.REGION_DONE)
    const isBack = to.order <= this.block.order
    if (to.merge || to.loopHeader) {
      if (to.flagsLiveIn) o.materialize()
      else o.noteForm()
      this.charge()
      this.meet(to, isBack)
    }
    const label = this.labels.get(to)
    if (label !== undefined && (to.merge || isBack)) return o.br(label)
    const { block, insn } = this
    this.tree(to)
    this.block = block
    this.insn = insn
  }

  /** Leaves what is changed as the place that this way comes to expects it. */
  private meet(to: Block, isBack: boolean): void {
    const { state } = this.o
    if (isBack) {
      const changed = this.changedAt.get(to)
      this.o.storeRegisters(changed?.x, changed?.v)
      return
    }
    if (to.loopHeader && !this.loopOf(to).isSmall) {
      this.o.storeRegisters()
      state.cleanRegisters()
    }
    if (!to.merge) return
    const met = this.incoming.get(to)
    if (met === undefined) this.incoming.set(to, state.copy())
    else met.join(state)
  }

  /** Takes what was executed from the budget. */
  private charge(): void {
    const { o } = this
    const { executed } = o.state
    if (executed === 0) return
    o.setLocal(o.budgetLocal, o.sub(o.local<I32>(o.budgetLocal, I), o.i32(executed)))
    o.state.executed = 0
  }

  /** Brings the CPU block up to date. */
  private sync(pc: I64): void {
    const { o } = this
    o.storeChanged()
    o.setField64(L.PC, pc)
    const left = o.sub(o.local<I32>(o.budgetLocal, I), o.i32(o.state.executed))
    o.setField32(L.BUDGET_I32, this.loops.size === 0 ? left : o.and(left, o.i32(BUDGET_MASK)))
  }

  /** A way out: the CPU block is brought up to date and the region returns. */
  private leave(pc: I64, status: number): void {
    this.sync(pc)
    this.o.return(this.o.i32(status))
  }

  /** Writes one of several ways on; the state is as before it afterwards. */
  private way(write: () => void): void {
    const { o } = this
    const before = o.state
    const { block, insn } = this
    o.state = before.copy()
    o.state.executed += 1
    write()
    o.state = before
    this.block = block
    this.insn = insn
  }

  // -- what instructions say ---------------------------------------------------------------------

  jump(): void {
    if (!this.isLast) return
    const { taken } = this.block
    if (taken !== undefined) this.way(() => this.go(taken))
  }

  jumpIf(condition: I32): void {
    const { taken, next } = this.block
    const { o } = this
    o.emit(condition)
    if (taken?.block === undefined || next?.block === undefined) o.hint(taken?.block !== undefined)
    o.open(OP.if)
    if (taken !== undefined) this.way(() => this.go(taken))
    o.out.u8(OP.else)
    if (next !== undefined) this.way(() => this.go(next))
    o.end()
  }

  jumpTo(address: I64): void {
    const { o } = this
    const target = () => o.local<I64>(this.target, W)
    o.setLocal(this.target, address)
    for (const edge of this.block.indirect) {
      o.emit(o.eq(target(), o.pcAt(edge.delta)))
      o.hint(true)
      o.open(OP.if)
      this.way(() => this.go(edge))
      o.end()
    }
    this.way(() => this.leave(target(), L.REGION_DONE))
  }

  bail(): void {
    this.leave(this.o.pc(), L.REGION_BAIL)
  }

  leaveAfter(): void {
    const { o } = this
    this.way(() => this.leave(o.pcAt(o.pcOffset + 4), L.REGION_DONE))
  }

  inPlace(): void {
    const { o, behind } = this
    if (behind === undefined) throw new Error("an access where none was expected")
    this.sync(o.pc())
    const status = o.callInPlace()
    o.emit(o.geS(status, o.i32(0)))
    o.hint(false)
    o.open(OP.if)
    o.return(status)
    o.end()
    o.reload(effectsOf(this.insn.handler))
    o.br(behind)
  }

  // -- entry -------------------------------------------------------------------------------------

  private prologue(): void {
    const { o, region } = this
    if (region.blocks.some(({ insns }) => insns.some(({ handler }) => handler.row.fp === true))) {
      o.if(fpClosed(o), () => o.return(o.i32(L.REGION_BAIL)))
    }
    o.setLocal(o.bankLocal, o.field32(L.BANK_I32))
    if (o.usesUnpriv) o.setLocal(o.unprivLocal, o.field32(L.BANK_UNPRIV_I32))
    o.setLocal(o.budgetLocal, o.field32(L.BUDGET_I32))
    o.setLocal(o.pageVaLocal, o.and(o.field64(L.PC), o.i64(-4096)))
    for (const bit of bitsOf(o.loadedX)) {
      const n = xOfBit(bit)
      o.setLocal(o.xLocal(n), o.field64(L.X + n * L.REG_SIZE))
    }
    for (const n of bitsOf(o.loadedV)) o.setLocal(o.vLocal(n), o.load(SIMD_LOAD, Q, o.base(), L.V + n * 16))
    if (o.pagesLocal !== 0) o.setLocal(o.pagesLocal, o.field32(L.REGION_I32))
    o.fpLimits.load()
    if (o.usesFlags) {
      o.setLocal(o.flagLocals.nf, o.field64(L.NF))
      o.setLocal(o.flagLocals.zf, o.field64(L.ZF))
      o.setLocal(o.flagLocals.cf, o.field32(L.CF_I32))
      o.setLocal(o.flagLocals.vf, o.field64(L.VF))
    }
    o.endInstruction()
  }
}

/** Instructions on the longest way from the head of each block to the next loop head or way out, by order. */
function longestWays(blocks: readonly Block[]): number[] {
  const longest: number[] = []
  for (const block of blocks.toReversed()) {
    let further = 0
    for (const { block: to } of edges(block)) {
      if (to !== undefined && to.order > block.order && !to.loopHeader) {
        further = Math.max(further, longest[to.order])
      }
    }
    longest[block.order] = block.insns.length + further
  }
  return longest
}

/** The code of a region. With FP rows in it, it is left at once to the interpreter while CPACR_EL1.FPEN is closed. */
export function writeRegion(region: Region, runtime: RegionRuntime, view: DataView): RegionCode {
  return new RegionWriter(runtime, view, region).write()
}
