// SPDX-License-Identifier: BSD-2-Clause
//
// Writes a region as one WebAssembly function (cpu) -> status. Blocks are structured by their dominator tree
// (Ramsey, "Beyond Relooper"); guest registers live in locals from entry to exit; one common exit stores what
// changed, and early exits of the first block store just what has changed by then. The instruction budget is
// charged at block heads, and a block that would overdraw it, like any instruction that a region cannot do, is
// left to the interpreter with the state exactly before it.

import { type I32, type I64, type Label, TYPES } from "../dsl/code.ts"
import { fpClosed } from "../interp/meaning.ts"
import * as L from "../layout.ts"
import { ByteWriter } from "../wasm/bytes.ts"
import { OP } from "../wasm/opcodes.ts"
import type { Block, Edge, Region } from "./blocks.ts"
import { CANONICAL, DEFERRED, JitOps, type RegionFlow, type RegionRuntime } from "./ops.ts"
import { SIMD_LOAD, SIMD_STORE } from "../dsl/tier.ts"

/** What a region answers: PC is set, go on there; or PC is set and the interpreter runs one instruction. */
export const REGION_DONE = 0
export const REGION_BAIL = 1

/** Registers stored by an exit of its own; with more the common exit serves. */
const MAX_OWN_STORES = 3

const { I32: I, I64: W, V128: Q } = TYPES

export interface RegionCode {
  readonly locals: readonly number[]
  readonly body: ByteWriter
}

class RegionWriter implements RegionFlow {
  private readonly o: JitOps
  private readonly decodedPage: number
  private readonly exitPc: number
  private readonly exitStatus: number
  private readonly labels = new Map<Block, Label>()
  private exit = 0 as Label
  private block!: Block
  /** Position in the block of the instruction at hand. */
  private position = 0
  /** While the first block is written, which control enters once and from the top. */
  private inFirstBlock = true

  constructor(runtime: RegionRuntime, view: DataView, decodedPage: number) {
    this.o = new JitOps(runtime, this, view)
    this.decodedPage = decodedPage
    this.exitPc = this.o.newLocal(W)
    this.exitStatus = this.o.newLocal(I)
  }

  write(region: Region): RegionCode {
    const { o } = this
    this.exit = o.open(OP.block)
    if (region.entry.loopHeader) this.leaveFirstBlock()
    this.tree(region.entry)
    o.end()
    this.epilogue()
    const body = new ByteWriter(o.out.length + 1024)
    const code = o.out
    o.out = body
    this.prologue(region)
    body.raw(code.bytes, 0, code.length)
    return { locals: o.localTypes, body }
  }

  // -- structure ---------------------------------------------------------------------------------

  private tree(block: Block): void {
    const merges = block.dominated.filter((child) => child.merge)
    if (!block.loopHeader) return this.within(block, merges)
    this.labels.set(block, this.o.open(OP.loop))
    this.within(block, merges)
    this.o.end()
  }

  private within(block: Block, merges: readonly Block[]): void {
    const [outermost, ...rest] = merges
    if (outermost === undefined) return this.code(block)
    this.labels.set(outermost, this.o.open(OP.block))
    this.within(block, rest)
    this.o.end()
    this.tree(outermost)
  }

  private code(block: Block): void {
    const { o } = this
    this.block = block
    this.position = 0
    if (joins(block)) o.flags = block.flagsLiveIn ? CANONICAL : DEFERRED
    this.charge(block)
    for (const insn of block.insns) {
      o.entry = this.decodedPage + insn.index * L.INSN_SIZE
      o.pcOffset = insn.index * 4
      insn.handler.row.meaning(o, insn.handler.regs, insn.handler.split)
      o.endInstruction()
      this.position += 1
    }
    if (block.stops) {
      o.pcOffset = (block.first + block.insns.length) * 4
      this.leave(o.pc(), REGION_BAIL)
    } else if (block.taken === undefined && block.next !== undefined) {
      this.go(block.next)
    }
    o.endInstruction()
  }

  /** Takes the block's instructions from the budget, or leaves before it. */
  private charge(block: Block): void {
    const { o } = this
    const count = block.insns.length
    if (count === 0) return
    const budget = () => o.local<I32>(o.budgetLocal, I)
    o.setLocal(o.budgetLocal, o.sub(budget(), o.i32(count)))
    o.pcOffset = block.first * 4
    o.if(o.ltS(budget(), o.i32(0)), () => {
      o.setLocal(o.budgetLocal, o.add(budget(), o.i32(count)))
      this.leave(o.pc(), REGION_BAIL)
    })
    o.endInstruction()
  }

  /** Control goes along an edge. Where ways meet the flags are made real, or noted if nobody will read them. */
  private go(edge: Edge): void {
    const { o } = this
    const to = edge.block
    if (to === undefined) return this.leave(o.pcAt(edge.word * 4), REGION_DONE)
    this.leaveFirstBlock()
    const { flags } = o
    if (joins(to)) {
      if (to.flagsLiveIn) o.materialize()
      else o.noteForm()
    }
    const label = this.labels.get(to)
    const back = to.order <= this.block.order
    if (label !== undefined && (to.merge || back)) {
      o.br(label)
    } else {
      const { block } = this
      this.tree(to)
      this.block = block
    }
    o.flags = flags
  }

  private leave(pc: I64, status: number): void {
    const { o } = this
    if (this.inFirstBlock && !o.setsFlags && o.xUse.written.size + o.vUse.written.size <= MAX_OWN_STORES) {
      return this.leaveEarly(pc, status)
    }
    this.leaveFirstBlock()
    o.setLocal(this.exitPc, pc)
    o.noteForm()
    if (status !== REGION_DONE) o.setLocal(this.exitStatus, o.i32(status))
    o.br(this.exit)
  }

  /** An exit of its own out of the first block, where little has changed yet. */
  private leaveEarly(pc: I64, status: number): void {
    const { o } = this
    this.storeRegisters()
    o.setField64(L.PC, pc)
    o.setField32(L.BUDGET_I32, o.local<I32>(o.budgetLocal, I))
    o.return(o.i32(status))
  }

  private leaveFirstBlock(): void {
    this.inFirstBlock = false
    this.o.xUse.leaveFirstBlock()
    this.o.vUse.leaveFirstBlock()
  }

  // -- what instructions say ---------------------------------------------------------------------

  jump(): void {
    const { taken } = this.block
    if (taken !== undefined) this.go(taken)
    else this.leave(this.o.add(this.o.pc(), this.o.imm()), REGION_DONE)
  }

  jumpIf(condition: I32): void {
    const { taken, next } = this.block
    const { o, position, block } = this
    o.emit(condition)
    o.open(OP.if)
    if (taken !== undefined) this.go(taken)
    o.out.u8(OP.else)
    this.block = block
    this.position = position
    if (next !== undefined) this.go(next)
    o.end()
    this.block = block
  }

  jumpTo(address: I64): void {
    this.leave(address, REGION_DONE)
  }

  bail(): void {
    const { o } = this
    const left = this.block.insns.length - this.position
    o.setLocal(o.budgetLocal, o.add(o.local<I32>(o.budgetLocal, I), o.i32(left)))
    this.leave(o.pc(), REGION_BAIL)
  }

  leaveAfter(): void {
    const { o } = this
    const left = this.block.insns.length - this.position - 1
    o.setLocal(o.budgetLocal, o.add(o.local<I32>(o.budgetLocal, I), o.i32(left)))
    this.leave(o.pcAt(o.pcOffset + 4), REGION_DONE)
  }

  // -- entry and exit ----------------------------------------------------------------------------

  private prologue(region: Region): void {
    const { o } = this
    if (region.blocks.some(({ insns }) => insns.some(({ handler }) => handler.row.fp === true))) {
      o.if(fpClosed(o), () => o.return(o.i32(REGION_BAIL)))
    }
    o.setLocal(o.bankLocal, o.field32(L.BANK_I32))
    o.setLocal(o.unprivLocal, o.field32(L.BANK_UNPRIV_I32))
    o.setLocal(o.budgetLocal, o.field32(L.BUDGET_I32))
    o.setLocal(o.pageVaLocal, o.and(o.field64(L.PC), o.i64(-4096)))
    for (const n of o.xUse.loaded) o.setLocal(o.xLocals.get(n) ?? 0, o.field64(L.X + n * L.REG_SIZE))
    for (const n of o.vUse.loaded) {
      o.setLocal(o.vLocals.get(n) ?? 0, o.load(SIMD_LOAD, Q, o.base(), L.V + n * 16))
    }
    o.fpLimits.load()
    if (o.usesFlags) {
      o.setLocal(o.flagLocals.nf, o.field64(L.NF))
      o.setLocal(o.flagLocals.zf, o.field64(L.ZF))
      o.setLocal(o.flagLocals.cf, o.field32(L.CF_I32))
      o.setLocal(o.flagLocals.vf, o.field64(L.VF))
    }
    o.endInstruction()
  }

  private storeRegisters(): void {
    const { o } = this
    for (const n of o.xUse.written) {
      o.setField64(L.X + n * L.REG_SIZE, o.local<I64>(o.xLocals.get(n) ?? 0, W))
    }
    for (const n of o.vUse.written) {
      o.store(SIMD_STORE, o.base(), o.local(o.vLocals.get(n) ?? 0, Q), L.V + n * 16)
    }
  }

  private epilogue(): void {
    const { o } = this
    this.storeRegisters()
    if (o.usesFlags) {
      o.settleFlags()
      o.setField64(L.NF, o.local<I64>(o.flagLocals.nf, W))
      o.setField64(L.ZF, o.local<I64>(o.flagLocals.zf, W))
      o.setField32(L.CF_I32, o.local<I32>(o.flagLocals.cf, I))
      o.setField64(L.VF, o.local<I64>(o.flagLocals.vf, W))
    }
    o.setField64(L.PC, o.local<I64>(this.exitPc, W))
    o.setField32(L.BUDGET_I32, o.local<I32>(o.budgetLocal, I))
    o.emit(o.local<I32>(this.exitStatus, I))
    o.endInstruction()
  }
}

/** Whether a block can be reached in more than one way: all of them agree on how the flags are kept. */
function joins(block: Block): boolean {
  return block.merge || block.loopHeader || block.predecessors.length === 0
}

/** The code of a region. With FP rows in it, it is left at once to the interpreter while CPACR_EL1.FPEN is closed. */
export function writeRegion(
  region: Region,
  runtime: RegionRuntime,
  view: DataView,
  decodedPage: number,
): RegionCode {
  return new RegionWriter(runtime, view, decodedPage).write(region)
}
