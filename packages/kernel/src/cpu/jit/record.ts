// SPDX-License-Identifier: BSD-2-Clause
//
// The graph of the way that control takes: the interpreter runs on, one instruction at a time, and what it
// passes becomes the graph, calls and returns, both ways of conditions and targets of indirect branches as they
// come. Recording ends where nothing new comes and at whatever a region cannot hold; it passes through what other
// regions hold already. What was executed is executed: the run goes on behind it.

import * as L from "../layout.ts"
import { codeTlb } from "./code-tlb.ts"
import { effectsOf } from "./effects.ts"
import { type Context, type Fetch, Graph, type Node, pageOf, wordOf } from "./graph.ts"

/** At most: instructions of a region, steps of its recordings, and of these in a row that show nothing new. */
export interface RecordLimits {
  readonly instructions: number
  readonly steps: number
  readonly stale: number
}

const FIRST_LIMITS: RecordLimits = { instructions: 512, steps: 2500, stale: 600 }
/** `run` goes on at PC. */
export const GO_ON = -1

export interface Recording {
  readonly graph: Graph
  readonly entry: Node | undefined
  /** GO_ON, or the EXIT_ constant with which the run has ended meanwhile. */
  readonly exit: number
  /** Steps so far, and how many of the last ones showed nothing new. */
  readonly steps: number
  readonly stale: number
}

/** How control left a node. */
type Way = "taken" | "next" | "indirect"

export class Recorder {
  private readonly i32: Int32Array
  private readonly u8: Uint8Array
  /** Low words of the registers before the step. */
  private readonly low = new Int32Array(L.REG_SP + 1)
  private readonly fetch: Fetch
  private readonly run: (cpu: number) => number
  private cpu = 0
  private graph: Graph
  private context: Context
  private entry: Node | undefined
  private before: Node | undefined
  private way: Way = "next"
  private limits = FIRST_LIMITS
  private stale = 0
  /** Address of the entry's page. */
  private baseLo = 0
  private baseHi = 0

  /** `run` is the interpreter's; it runs the instructions of BUDGET. */
  constructor(i32: Int32Array, fetch: Fetch, run: (cpu: number) => number) {
    this.i32 = i32
    this.u8 = new Uint8Array(i32.buffer)
    this.fetch = fetch
    this.run = run
    this.graph = new Graph(fetch)
    this.context = this.graph.root
  }

  private field(offset: number): number {
    return this.i32[(this.cpu + offset) >>> 2]
  }

  /** Bytes from the entry's page to PC. */
  private here(): number {
    const lo = this.field(L.PC)
    const hi = this.field(L.PC + 4)
    return (hi - this.baseHi) * 0x1_0000_0000 + (lo >>> 0) - (this.baseLo >>> 0)
  }

  /**
   * Records from PC on, which is at a decoded instruction. PC and BUDGET of the CPU block are true. With an `earlier`
   * recording from the same instruction its graph grows.
   */
  record(cpu: number, limits = FIRST_LIMITS, earlier?: Recording): Recording {
    this.cpu = cpu
    this.limits = limits
    this.graph = earlier?.graph ?? new Graph(this.fetch)
    this.context = this.graph.root
    this.entry = earlier?.entry
    this.before = undefined
    this.stale = earlier?.stale ?? 0
    this.baseLo = this.field(L.PC) & -4096
    this.baseHi = this.field(L.PC + 4)
    let steps = earlier?.steps ?? 0
    let exit: number | undefined
    for (; exit === undefined && steps < limits.steps; steps++) exit = this.step()
    return { graph: this.graph, entry: this.entry, exit: exit ?? GO_ON, steps, stale: this.stale }
  }

  /** One instruction of the run; the way that recording ends, if it does. */
  private step(): number | undefined {
    const { i32, cpu } = this
    const delta = this.here()
    const lo = this.field(L.PC)
    const hi = this.field(L.PC + 4)
    const level = this.field(L.EL_I32)
    const left = this.field(L.BUDGET_I32)
    if (left <= 0) return L.EXIT_BUDGET
    const x = (cpu + L.X) >>> 2
    for (let n = 0; n < this.low.length; n++) this.low[n] = i32[x + n * 2]
    i32[(cpu + L.BUDGET_I32) >>> 2] = 1
    i32[(cpu + L.STOP_SAVED_I32) >>> 2] = left - 1
    i32[(cpu + L.DEVICE_SEEN_I32) >>> 2] = 0
    const code = this.run(cpu)
    const rest = this.field(L.BUDGET_I32) + this.field(L.STOP_SAVED_I32)
    i32[(cpu + L.BUDGET_I32) >>> 2] = rest
    i32[(cpu + L.STOP_SAVED_I32) >>> 2] = 0
    const exit = code !== L.EXIT_BUDGET ? code : rest <= 0 ? L.EXIT_BUDGET : GO_ON
    if (this.field(L.EL_I32) !== level) return exit
    const node = this.arrive(delta, codeTlb(i32, cpu, lo, hi))
    if (node !== undefined && this.field(L.DEVICE_SEEN_I32) !== 0) node.reachesDevice = true
    if (node === undefined || !this.depart(node, delta) || exit !== GO_ON) return exit
    return this.stale > this.limits.stale ? GO_ON : undefined
  }

  /** The node of the instruction that was executed, joined to the one before it. */
  private arrive(delta: number, decoded: number): Node | undefined {
    const { graph, context } = this
    // What cannot be fetched from between two words is a fault that somebody executed, no instruction.
    if (decoded === 0 || (delta & 3) !== 0) return undefined
    const page = graph.pageNumber(pageOf(delta), decoded)
    if (page < 0) return undefined
    const word = wordOf(delta)
    const isNew = !graph.has(context, page, word)
    if (isNew && graph.size >= this.limits.instructions) return undefined
    const node = graph.node(context, page, word)
    if (node === undefined) return undefined
    this.stale = isNew ? 0 : this.stale + 1
    this.entry ??= node
    node.visits += 1
    this.watch(node, decoded + word * L.INSN_SIZE)
    this.join(node)
    return node
  }

  /** Notes to which page an access by base and index went; `at` is the address of the decoded instruction. */
  private watch(node: Node, at: number): void {
    const { base, index } = effectsOf(node.handler)
    if (index < 0) return
    const low = (slot: number) => this.low[this.u8[at + L.INSN_REGS_U8 + slot]]
    const address = low(base) + (low(index) << this.u8[at + L.INSN_SMALL_U16])
    node.went(address >>> 12, low(base) >>> 12)
  }

  private join(node: Node): void {
    const { before } = this
    if (before === undefined) return
    if (this.way === "taken") before.taken = node
    else if (this.way === "next") before.next = node
    else if (!before.indirect.includes(node)) before.indirect.push(node)
  }

  /** Notes how control leaves the node, PC being where it went; false where the region ends here. */
  private depart(node: Node, delta: number): boolean {
    const { graph } = this
    const to = this.here()
    const flow = node.handler.row.flow ?? "next"
    this.before = node
    if (flow === "indirect") return this.departIndirect(node, delta, to)
    if (flow === "next" || (flow === "cond" && to === delta + 4)) {
      this.way = "next"
      return to === delta + 4
    }
    this.way = "taken"
    if (to !== delta + node.offset) return false
    if (flow !== "call") return true
    const inside = graph.enter(this.context, delta + 4)
    if (inside === undefined) return false
    this.context = inside
    return true
  }

  private departIndirect(node: Node, delta: number, to: number): boolean {
    const { graph, context } = this
    this.way = "indirect"
    const { name } = node.handler.row
    if (name === "RET") {
      if (context.parent === undefined || to !== context.returnsTo) return false
      this.context = context.parent
      return true
    }
    if (node.indirect.length >= 4 || !Number.isSafeInteger(to)) return false
    if (name !== "BLR") return true
    const inside = graph.enter(context, delta + 4)
    if (inside === undefined) return false
    this.context = inside
    return true
  }
}
