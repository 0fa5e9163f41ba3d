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
  readonly threshold: number
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
  outer: Label
  fault: Label
  leave: Label
  next: Label
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

/**
 * Counts an arrival at ip; the threshold hands it to the translator, which may run on from there. Addresses share
 * counters by their hash.
 */
function countArrival(o: InterpOps, labels: Labels, imports: RunImports): void {
  const slot = o.let(o.and(o.shrU(ip(o), o.i32(3)), o.i32(0x1fffe)))
  const count = o.let(o.add(o.load<I32>(OP.i32_load16_u, I, slot, L.JIT_TABLES), o.i32(1)))
  o.store(OP.i32_store16, slot, count, L.JIT_TABLES)
  o.if(o.eq(count, o.i32(imports.threshold)), () => {
    o.store(OP.i32_store16, slot, o.i32(0), L.JIT_TABLES)
    sync(o)
    const exit = o.call<I32>(imports.hot, I, [o.base(), ip(o)])
    o.if(o.geS(exit, o.i32(0)), () => o.return(exit))
    o.setLocal(BUDGET, o.field32(L.BUDGET_I32))
    o.br(labels.outer)
  })
}

function step(o: InterpOps, labels: Labels): void {
  o.setLocal(IP, o.add(ip(o), o.i32(L.INSN_SIZE)))
  o.br(labels.next)
}

/** How arms of the switch end. */
function armEnding(labels: Labels, imports: RunImports): Ending {
  return {
    sync,
    afterSlow: (o) => {
      const status = o.let(o.field32(L.STATUS_I32))
      o.brIf(o.eq(status, o.i32(L.M_FAULT)), labels.fault)
      o.if(o.eq(status, o.i32(L.M_DONE_STOP)), () => {
        o.setField32(L.STOP_SAVED_I32, o.add(o.field32(L.STOP_SAVED_I32), budget(o)))
        o.setLocal(BUDGET, o.i32(0))
      })
    },
    ends: (o, status) => {
      if (status === L.R_NEXT) step(o, labels)
      else if (status === L.R_JUMP) o.br(labels.outer)
      else throw new Error("an arm of the interpreter ends with R_NEXT or R_JUMP")
    },
    endsWith: () => {
      throw new Error("an arm of the interpreter makes no host calls")
    },
    jump: (o) => {
      const target = o.let(o.add(ip(o), o.shl(o.imm32(), o.i32(2))))
      o.if(o.ltU(o.sub(target, page(o)), o.i32(1024 * L.INSN_SIZE)), () => {
        const backward = o.ltU(target, ip(o))
        o.emit(backward)
        o.setLocal(IP, target)
        o.open(OP.if)
        countArrival(o, labels, imports)
        o.end()
        o.br(labels.next)
      })
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

/** PC -> ip through the code TLB; leaves on STOP. A fetch that faults counts as an instruction. */
function writeLookup(o: InterpOps, labels: Labels, imports: RunImports): void {
  o.brIf(o.field32(L.STOP_I32), labels.leave)
  const { misses, take } = codeEntry(o, o.let(o.field64(L.PC)))
  o.if(misses, () => {
    o.setField32(L.BUDGET_I32, budget(o))
    const status = o.call<I32>(imports.fetch, I, [o.base()])
    o.brIf(o.ne(status, o.i32(L.R_FAULT)), labels.outer)
    o.setLocal(BUDGET, o.sub(budget(o), o.i32(1)))
    o.brIf(o.geS(budget(o), o.i32(0)), labels.fault)
    o.setLocal(BUDGET, o.i32(0))
    o.br(labels.leave)
  })
  take()
  countArrival(o, labels, imports)
  o.endInstruction()
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
    o.br(labels.next)
    o.end()
    o.end()
    o.brIf(o.eq(status, o.i32(L.REGION_FAULT)), labels.fault)
    o.brIf(o.eq(status, o.i32(L.REGION_ANEW)), labels.outer)
    const here = codeEntry(o, o.let(o.field64(L.PC)))
    o.brIf(here.misses, labels.outer)
    here.take()
    o.setLocal(BAILED, o.i32(1))
    o.setLocal(HANDLER, o.and(o.load<I32>(OP.i32_load16_u, I, ip(o)), o.i32(REGION_BIT - 1)))
    o.brIf(o.ltU(o.local<I32>(HANDLER, I), o.i32(FIRST_HANDLER)), labels.next)
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
  writeRegionCall(o, labels, imports)
  sync(o)
  o.if(o.eq(handler, o.i32(HANDLER_UNDEFINED)), () => {
    o.callRaw(runtime.host.generate, [o.base(), o.i32(GEN_UNDEFINED), o.i32(0)])
    o.out.u8(OP.drop)
    o.br(labels.fault)
  })
  const status = o.callIndirect<I32>(imports.handlerType, I, [o.base(), ip(o)], handler)
  o.if(o.eqz(status), () => {
    o.if(o.eqz(o.or(o.field32(L.STOP_I32), o.local<I32>(BAILED, I))), () => step(o, labels))
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

/** The switch: dispatch, arms, and the handlers that are the engine's own. */
function writeSwitch(o: InterpOps, labels: Labels, imports: RunImports, arms: readonly Handler[]): void {
  const called = o.open(OP.block)
  const undecoded = o.open(OP.block)
  const pageEnd = o.open(OP.block)
  const armLabels = arms.map(() => o.open(OP.block))
  const table: Label[] = []
  table[HANDLER_UNDECODED] = undecoded
  table[HANDLER_UNDEFINED] = called
  table[HANDLER_PAGE_END] = pageEnd
  arms.forEach((arm, at) => (table[arm.id] = armLabels[at]))
  for (let id = 0; id < table.length; id++) table[id] ??= called
  o.setLocal(HANDLER, o.load<I32>(OP.i32_load16_u, I, ip(o), L.INSN_HANDLER_U16))
  o.brTable(o.local<I32>(HANDLER, I), table, called)
  for (const arm of arms.toReversed()) {
    o.end()
    writeMeaning(o, arm)
    step(o, labels)
    o.endInstruction()
  }
  o.end()
  o.setLocal(BUDGET, o.add(budget(o), o.i32(1)))
  o.setField64(L.PC, o.add(pageVa(o), o.i64(4096)))
  o.br(labels.outer)
  o.end()
  o.setLocal(BUDGET, o.add(budget(o), o.i32(1)))
  sync(o)
  o.callRaw(imports.decode, [o.base(), ip(o)])
  o.br(labels.next)
  o.end()
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
  writeLookup(o, labels, imports)
  labels.next = o.open(OP.loop)
  o.setLocal(BUDGET, o.sub(budget(o), o.i32(1)))
  o.if(o.ltS(budget(o), o.i32(0)), () => {
    o.setLocal(BUDGET, o.i32(0))
    o.setField64(L.PC, pcOf(o))
    o.br(labels.leave)
  })
  writeSwitch(o, labels, imports, handlers.filter(hot))
  writeCalled(o, labels, imports, runtime)
  o.end() // next: never falls through
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
  return module.function(module.type([I], [I]), o.localTypes, o.out)
}
