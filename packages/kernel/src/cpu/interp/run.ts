// SPDX-License-Identifier: BSD-2-Clause
//
// The interpreter's loop. PC is held as a pointer to decoded instructions (`ip`) inside one decoded page;
// BUDGET is a local that counts down by one an instruction. Whatever leaves the page or the straight line goes
// through the code TLB again. The instruction that faults counts as executed.

import { type I32, type I64, type Label, TYPES } from "../dsl/code.ts"
import {
  FIRST_HANDLER,
  HANDLER_PAGE_END,
  HANDLER_UNDECODED,
  HANDLER_UNDEFINED,
  type Handler,
  REGION_BIT,
} from "../a64/decoder.ts"
import { REGION_TABLE } from "../code-pages.ts"
import { GEN_UNDEFINED } from "../host.ts"
import * as L from "../layout.ts"
import type { ModuleWriter } from "../wasm/module.ts"
import { OP } from "../wasm/opcodes.ts"
import { writeMeaning } from "./meaning.ts"
import { type Ending, InterpOps, type Runtime } from "./ops.ts"

export interface RunImports {
  readonly fetch: number
  readonly decode: number
  readonly deliver: number
  readonly hot: number
  readonly settle: number
  readonly handlerType: number
  readonly regionType: number
  /** The translator is asked about code each time it has arrived so often: a power of two. */
  readonly period: number
}

/** Locals of `run` after its parameter `cpu`. */
const IP = 1
const BUDGET = 2
const PAGE = 3
const PAGE_VA = 4
const HANDLER = 5
/** 1 while the instruction at hand is one that a region left. */
const BAILED = 6

const { I32: I, I64: W } = TYPES

interface Labels {
  /** Looks PC up. */
  outer: Label
  /** Goes on at ip. */
  resume: Label
  /** The next instruction, from within the innermost loop. */
  next: Label
  /** Calls the handler of the instruction at hand. */
  called: Label
  undecoded: Label
  /** The code at ip is hot. */
  hot: Label
  /** The code TLB does not map PC. */
  fetch: Label
  fault: Label
  leave: Label
}

const ip = (o: InterpOps) => o.local<I32>(IP, I)
const budget = (o: InterpOps) => o.local<I32>(BUDGET, I)
const page = (o: InterpOps) => o.local<I32>(PAGE, I)
const pageVa = (o: InterpOps) => o.local<I64>(PAGE_VA, W)

function pcOf(o: InterpOps): I64 {
  return o.add(pageVa(o), o.extendU(o.shrU(o.sub(ip(o), page(o)), o.i32(2))))
}

function sync(o: InterpOps): void {
  o.setField64(L.PC, pcOf(o))
  o.setField32(L.BUDGET_I32, budget(o))
}

/** Counts an arrival at ip; some counts make it hot. Addresses share counters by their hash. */
function countArrival(o: InterpOps, labels: Labels, imports: RunImports): void {
  const slot = o.let(arrivals(o))
  const count = o.let(o.add(o.load<I32>(OP.i32_load16_u, I, slot, L.JIT_TABLES), o.i32(1)))
  o.store(OP.i32_store16, slot, count, L.JIT_TABLES)
  o.brIf(o.eqz(o.and(count, o.i32(imports.period - 1))), labels.hot, false)
}

const arrivals = (o: InterpOps) => o.and(o.shrU(ip(o), o.i32(3)), o.i32(0x1fffe))

/** Hands the code at ip to the translator, which may run on from there. */
function writeHot(o: InterpOps, labels: Labels, imports: RunImports): void {
  sync(o)
  const exit = o.call<I32>(imports.hot, I, [o.base(), ip(o)])
  o.if(o.geS(exit, o.i32(0)), () => o.return(exit))
  o.setLocal(BUDGET, o.field32(L.BUDGET_I32))
  o.br(labels.outer)
  o.endInstruction()
}

function step(o: InterpOps, to: Label): void {
  o.setLocal(IP, o.add(ip(o), o.i32(L.INSN_SIZE)))
  o.br(to)
}

const armsCall = () => {
  throw new Error("an arm of the interpreter calls nothing")
}

/**
 * How arms of the switch end. They call nothing, so that V8 keeps the loop's state in registers: one whose access the
 * TLB does not map has done nothing yet, and its handler runs in its place.
 */
function armEnding(labels: Labels, imports: RunImports): Ending {
  return {
    missed: (o) => o.br(labels.called),
    sync: armsCall,
    afterSlow: armsCall,
    ends: (o, status) => {
      if (status === L.R_NEXT) step(o, labels.next)
      else if (status === L.R_JUMP) o.br(labels.outer)
      else throw new Error("an arm of the interpreter ends with R_NEXT or R_JUMP")
    },
    endsWith: armsCall,
    jump: (o) => {
      const target = o.let(o.add(ip(o), o.shl(o.imm32(), o.i32(2))))
      o.if(
        o.ltU(o.sub(target, page(o)), o.i32(1024 * L.INSN_SIZE)),
        () => {
          const backward = o.ltU(target, ip(o))
          o.emit(backward)
          o.setLocal(IP, target)
          o.open(OP.if)
          countArrival(o, labels, imports)
          o.end()
          o.br(labels.next)
        },
        undefined,
        true,
      )
      o.setField64(L.PC, o.add(pcOf(o), o.imm()))
      o.br(labels.outer)
    },
    pc: pcOf,
  }
}

/** Entry of the code TLB for PC: whether it maps PC, the page and ip from it. */
function codeEntry(o: InterpOps, pc: I64): { readonly misses: I32; readonly take: () => void } {
  const offset = o.and(o.wrap(o.shrU(pc, o.i64(8))), o.i32(L.TLB_INDEX_MASK << 4))
  const entry = o.let(o.add(o.field32(L.BANK_I32), offset))
  const tag = o.load<I64>(OP.i64_load, W, entry, L.TLB_CODE + L.TLB_TAG)
  return {
    misses: o.ne(tag, o.and(pc, o.i64(-4096 | 3))),
    take: () => {
      o.setLocal(PAGE, o.load<I32>(OP.i32_load, I, entry, L.TLB_CODE + L.TLB_ADDEND))
      o.setLocal(PAGE_VA, o.and(pc, o.i64(-4096)))
      setIp(o, pc)
    },
  }
}

function setIp(o: InterpOps, pc: I64): void {
  o.setLocal(IP, o.add(page(o), o.shl(o.and(o.wrap(pc), o.i32(0xffc)), o.i32(2))))
}

/** PC -> ip through the code TLB; leaves on STOP. */
function writeLookup(o: InterpOps, labels: Labels, imports: RunImports): void {
  o.brIf(o.field32(L.STOP_I32), labels.leave, false)
  const { misses, take } = codeEntry(o, o.let(o.field64(L.PC)))
  o.brIf(misses, labels.fetch, false)
  take()
  countArrival(o, labels, imports)
  o.endInstruction()
}

/** Fills the code TLB. A fetch that faults counts as an instruction. */
function writeFetch(o: InterpOps, labels: Labels, imports: RunImports): void {
  o.setField32(L.BUDGET_I32, budget(o))
  const status = o.call<I32>(imports.fetch, I, [o.base()])
  o.brIf(o.ne(status, o.i32(L.R_FAULT)), labels.outer)
  o.setLocal(BUDGET, o.sub(budget(o), o.i32(1)))
  o.brIf(o.geS(budget(o), o.i32(0)), labels.fault)
  o.setLocal(BUDGET, o.i32(0))
  o.br(labels.leave)
  o.endInstruction()
}

/** Counts an entry of the region at a place of the table; the last one that it was given makes it hot anew. */
function countEntry(o: InterpOps, labels: Labels, target: I32): void {
  const counter = o.let(o.shl(target, o.i32(2)))
  const left = o.let(o.sub(o.load<I32>(OP.i32_load, I, counter, L.REGION_ENTRIES), o.i32(1)))
  o.store(OP.i32_store, counter, left, L.REGION_ENTRIES)
  o.brIf(o.eqz(left), labels.hot, false)
}

/**
 * A region starts here: gives the instruction back to the budget and enters it, and every region that follows
 * on it. One that bails out leaves HANDLER at the instruction to be run; what follows that counts as an arrival.
 */
function writeRegionCall(o: InterpOps, labels: Labels, imports: RunImports): void {
  o.if(o.and(o.local<I32>(HANDLER, I), o.i32(REGION_BIT)), () => {
    o.setLocal(BUDGET, o.add(budget(o), o.i32(1)))
    sync(o)
    const bailed = o.open(OP.block)
    const chain = o.open(OP.loop)
    const index = o.add(page(o), o.shrU(o.sub(ip(o), page(o)), o.i32(2)))
    const target = o.let(o.load<I32>(OP.i32_load, I, index, REGION_TABLE))
    countEntry(o, labels, target)
    const pages = o.shl(target, o.i32(Math.log2(L.REGION_PAGES_SIZE)))
    o.setField32(L.REGION_I32, o.add(pages, o.i32(L.REGION_PAGES)))
    const status = o.callIndirect<I32>(imports.regionType, I, [o.base()], target)
    o.setLocal(BUDGET, o.field32(L.BUDGET_I32))
    o.if(o.field32(L.FLAG_FORM_I32), () => o.callRaw(imports.settle, [o.base()]))
    o.brIf(status, bailed)
    const next = codeEntry(o, o.let(o.field64(L.PC)))
    o.brIf(next.misses, labels.outer)
    next.take()
    o.brIf(o.and(o.load<I32>(OP.i32_load16_u, I, ip(o)), o.i32(REGION_BIT)), chain)
    countArrival(o, labels, imports)
    o.br(labels.resume)
    o.end()
    o.end()
    o.brIf(o.eq(status, o.i32(L.REGION_FAULT)), labels.fault)
    o.brIf(o.eq(status, o.i32(L.REGION_ANEW)), labels.outer)
    const here = codeEntry(o, o.let(o.field64(L.PC)))
    o.brIf(here.misses, labels.outer)
    here.take()
    o.setLocal(BAILED, o.i32(1))
    o.setLocal(HANDLER, o.and(o.load<I32>(OP.i32_load16_u, I, ip(o)), o.i32(REGION_BIT - 1)))
    o.brIf(o.ltU(o.local<I32>(HANDLER, I), o.i32(FIRST_HANDLER)), labels.resume)
    o.setLocal(BUDGET, o.sub(budget(o), o.i32(1)))
    o.if(o.ltS(budget(o), o.i32(0)), () => {
      o.setLocal(BUDGET, o.i32(0))
      o.br(labels.leave)
    })
  })
}

/** Handlers that are no arm: through the table; regions through the translator's entry. */
function writeCalled(o: InterpOps, labels: Labels, imports: RunImports, runtime: Runtime): void {
  const handler = o.local<I32>(HANDLER, I)
  o.setLocal(BAILED, o.i32(0))
  o.setLocal(HANDLER, o.load<I32>(OP.i32_load16_u, I, ip(o), L.INSN_HANDLER_U16))
  writeRegionCall(o, labels, imports)
  sync(o)
  o.if(o.eq(handler, o.i32(HANDLER_UNDEFINED)), () => {
    o.callRaw(runtime.host.generate, [o.base(), o.i32(GEN_UNDEFINED), o.i32(0)])
    o.out.u8(OP.drop)
    o.br(labels.fault)
  })
  const status = o.callIndirect<I32>(imports.handlerType, I, [o.base(), ip(o)], handler)
  o.if(o.eqz(status), () => {
    o.if(o.eqz(o.or(o.field32(L.STOP_I32), o.local<I32>(BAILED, I))), () => step(o, labels.resume))
    o.setField64(L.PC, o.add(o.field64(L.PC), o.i64(4)))
    o.brIf(o.local<I32>(BAILED, I), labels.outer)
    o.br(labels.leave)
  })
  o.brIf(o.eq(status, o.i32(L.R_JUMP)), labels.outer)
  o.brIf(o.eq(status, o.i32(L.R_FAULT)), labels.fault)
  o.setField64(L.PC, o.add(o.field64(L.PC), o.i64(4)))
  o.br(labels.outer)
  o.endInstruction()
}

/**
 * Code that is reached through the switch and calls: told to be unlikely, so that V8 does not store the loop's state
 * for it at every instruction. A case of br_table can have no hint, hence the condition, which always holds.
 */
function aside(o: InterpOps, write: () => void): void {
  o.if(ip(o), write, undefined, false)
}

/** The innermost loop: dispatch and arms. */
function writeLoop(o: InterpOps, labels: Labels, arms: readonly Handler[]): void {
  labels.next = o.open(OP.loop)
  o.setLocal(BUDGET, o.sub(budget(o), o.i32(1)))
  const spent = o.open(OP.block)
  o.brIf(o.ltS(budget(o), o.i32(0)), spent, false)
  const pageEnd = o.open(OP.block)
  const armLabels = arms.map(() => o.open(OP.block))
  const table: Label[] = []
  table[HANDLER_UNDECODED] = labels.undecoded
  table[HANDLER_UNDEFINED] = labels.called
  table[HANDLER_PAGE_END] = pageEnd
  arms.forEach((arm, at) => (table[arm.id] = armLabels[at]))
  for (let id = 0; id < table.length; id++) table[id] ??= labels.called
  o.brTable(o.load<I32>(OP.i32_load16_u, I, ip(o), L.INSN_HANDLER_U16), table, labels.called)
  for (const arm of arms.toReversed()) {
    o.end()
    writeMeaning(o, arm)
    step(o, labels.next)
    o.endInstruction()
  }
  o.end() // pageEnd
  o.setLocal(BUDGET, o.add(budget(o), o.i32(1)))
  o.setField64(L.PC, o.add(pageVa(o), o.i64(4096)))
  o.br(labels.outer)
  o.end() // spent
  o.setLocal(BUDGET, o.i32(0))
  o.setField64(L.PC, pcOf(o))
  o.br(labels.leave)
  o.end()
  o.endInstruction()
}

/** Decodes the instruction at ip, or what the pool has room for. */
function writeUndecoded(o: InterpOps, labels: Labels, imports: RunImports): void {
  o.setLocal(BUDGET, o.add(budget(o), o.i32(1)))
  sync(o)
  o.callRaw(imports.decode, [o.base(), ip(o)])
  o.br(labels.resume)
  o.endInstruction()
}

/** Writes `run(cpu) -> EXIT_`: BUDGET instructions from PC. */
export function buildRun(
  module: ModuleWriter,
  runtime: Runtime,
  imports: RunImports,
  handlers: readonly Handler[],
  hot: (handler: Handler) => boolean,
): number {
  const labels = {} as Labels
  const o = new InterpOps(1, IP, runtime, armEnding(labels, imports))
  for (const type of [I, I, I, W, I, I]) o.newLocal(type)
  o.setLocal(BUDGET, o.field32(L.BUDGET_I32))
  labels.outer = o.open(OP.loop)
  labels.fault = o.open(OP.block)
  labels.leave = o.open(OP.block)
  labels.hot = o.open(OP.block)
  labels.fetch = o.open(OP.block)
  writeLookup(o, labels, imports)
  labels.resume = o.open(OP.loop)
  labels.called = o.open(OP.block)
  labels.undecoded = o.open(OP.block)
  writeLoop(o, labels, handlers.filter(hot))
  o.end() // undecoded
  aside(o, () => writeUndecoded(o, labels, imports))
  o.end() // called
  aside(o, () => writeCalled(o, labels, imports, runtime))
  o.out.u8(OP.unreachable)
  o.end() // resume: never falls through
  o.end() // fetch
  writeFetch(o, labels, imports)
  o.end() // hot
  writeHot(o, labels, imports)
  o.end() // leave
  o.setField32(L.BUDGET_I32, o.add(budget(o), o.field32(L.STOP_SAVED_I32)))
  o.setField32(L.STOP_SAVED_I32, o.i32(0))
  o.return(o.select(o.field32(L.STOP_I32), o.i32(L.EXIT_STOP), o.i32(L.EXIT_BUDGET)))
  o.end() // fault
  o.setField32(L.BUDGET_I32, budget(o))
  const delivered = o.call<I32>(imports.deliver, I, [o.base()])
  o.if(delivered, () => {
    o.setField32(L.BUDGET_I32, o.add(o.field32(L.BUDGET_I32), o.field32(L.STOP_SAVED_I32)))
    o.setField32(L.STOP_SAVED_I32, o.i32(0))
    o.return(o.i32(L.EXIT_EL2))
  })
  o.br(labels.outer)
  o.end()
  o.out.u8(OP.unreachable)
  return module.function(module.type([I], [I]), o.localTypes, o.out, o.hints)
}
