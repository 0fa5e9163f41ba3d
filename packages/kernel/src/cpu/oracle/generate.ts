// SPDX-License-Identifier: BSD-2-Clause
//
// Makes random sequences. Handlers are taken in turn from a shuffled list, so that all of them come to be
// tried; a sequence is a function of the seed and its index alone.

import { Decoder, type Handler } from "../a64/decoder.ts"
import { rowsOf } from "../a64/tables/index.ts"
import { effectsOf } from "../jit/effects.ts"
import { CORTEX_A53, type CpuModel } from "../models/index.ts"
import { call, FRAME, frame, LEAF, LINK, type Plan, planCalls, returns, tailCall } from "./calls.ts"
import { favourites } from "./operands.ts"
import { derived, Random } from "./random.ts"
import { addressField, exclusion, groupOf, storesExclusive, writesBack } from "./rows.ts"
import { type Node, POOL_SIZE, type Sequence, type Sub, subsOf } from "./sequence.ts"
import { randomState } from "./state.ts"
import { mayCall, type Scope, StepMaker, usable } from "./steps.ts"

/** Handlers of the list that each sequence takes on from the one before. */
const STRIDE = 2
/** Handlers of a sequence at most: of one in LONG_ONES, of the others. */
const MAX_LENGTH = 12
const MAX_SHORT = 4
const LONG_ONES = 8
/** Share of sequences that run with a rounding mode or another bit of FPCR set. */
const MODES = 0.3
/** Share of sequences with calls, and of these, how many have their subroutines in a page behind. */
const CALLS = 0.18
const APART = 0.15

/** What may come first in a subroutine, behind a call or at the head of a loop: what is not ordinary there. */
interface Edge {
  readonly weight: number
  readonly handlers: readonly Handler[]
}

function grouped<A, K>(values: readonly A[], keyOf: (value: A) => K): A[][] {
  const groups = new Map<K, A[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group === undefined) groups.set(keyOf(value), [value])
    else group.push(value)
  }
  return [...groups.values()]
}

export class Generator {
  readonly decoder: Decoder
  readonly model: CpuModel
  /** How often each handler was put into a sequence, by number; those that are not tried are not there. */
  readonly counts = new Map<number, number>()
  private readonly seed: number
  private readonly handlers: readonly Handler[]
  /** The same handlers by group and row: a row with few has the more operands to try. */
  private readonly groups: ReadonlyArray<ReadonlyArray<readonly Handler[]>>
  private readonly branches: readonly Handler[]
  private readonly conditions: readonly Handler[]
  private readonly flagWriters: readonly Handler[]
  private readonly flagReaders: readonly Handler[]
  private readonly edges: readonly Edge[]
  private readonly steps: StepMaker

  /** `rows`: only rows whose names match. */
  constructor(seed: number, rows = /^/, model: CpuModel = CORTEX_A53) {
    this.decoder = new Decoder(rowsOf(model))
    this.seed = seed
    this.model = model
    const eligible = this.decoder.handlers.filter(
      (handler) =>
        handler !== undefined && exclusion(handler.row, model) === undefined && rows.test(handler.row.name),
    ) as Handler[]
    const random = new Random(derived(seed, -1))
    const keyed = eligible.map((handler) => [random.word(), handler] as const)
    this.handlers = keyed.toSorted(([a], [b]) => a - b).map(([, handler]) => handler)
    this.groups = grouped(this.handlers, ({ row }) => groupOf(row)).map((group) =>
      grouped(group, ({ row }) => row),
    )
    this.branches = this.handlers.filter(({ row }) => row.flow !== undefined && row.flow !== "system")
    this.conditions = this.handlers.filter(({ row }) => row.flow === "cond")
    this.flagWriters = this.handlers.filter((handler) => effectsOf(handler).writesFlags)
    this.flagReaders = this.handlers.filter((handler) => effectsOf(handler).readsFlags)
    this.edges = edgesOf(this.handlers)
    this.steps = new StepMaker(this.decoder, this.counts)
    for (const { id } of this.handlers) this.counts.set(id, 0)
    if (this.handlers.length === 0) throw new RangeError("no row of the instruction tables has such a name")
  }

  /** Sequences after which every handler was taken at least once. */
  get round(): number {
    return Math.ceil(this.handlers.length / STRIDE)
  }

  /** The sequence with this index. */
  sequence(index: number): Sequence {
    const random = new Random(derived(this.seed, index))
    const state = randomState(random, MODES)
    const length = random.between(STRIDE, random.chance(1 / LONG_ONES) ? MAX_LENGTH : MAX_SHORT)
    const wanted = Array.from(
      { length },
      (_, n) => this.handlers[(index * STRIDE + n) % this.handlers.length],
    )
    const counters = random.chance(0.4) ? this.counters(random) : []
    const view = new DataView(state.buffer)
    const plan = random.chance(CALLS) ? planCalls(random, view, counters) : undefined
    const scope: Scope = {
      random,
      state: view,
      favourite: favourites(random),
      kept: plan?.kept ?? new Set(counters),
      written: new Set([LINK]),
      chosen: new Set(),
      straight: plan === undefined,
      plan,
      callable: 0,
    }
    const subs = plan === undefined ? [] : this.subs(scope, plan)
    const nodes = this.list(scope, wanted, plan === undefined ? counters : counters.slice(0, 1))
    if (plan !== undefined && subsOf(nodes).length === 0) nodes.push(...this.call(scope, plan))
    const pool = Uint8Array.from({ length: POOL_SIZE }, () => random.below(256))
    const apart = plan !== undefined && random.chance(APART)
    return { seed: this.seed, index, state, nodes, subs, apart, pool }
  }

  private counters(random: Random): number[] {
    const first = random.below(FRAME)
    return [first, (first + random.between(1, FRAME - 1)) % FRAME]
  }

  /** Subroutines, of which each calls later ones at most. */
  private subs(outer: Scope, plan: Plan): Sub[] {
    const spare = [...plan.spare]
    return Array.from({ length: plan.count }, (_, n) => this.sub({ ...outer, callable: n + 1 }, plan, spare))
  }

  private sub(outer: Scope, plan: Plan, spare: number[]): Sub {
    const { random } = outer
    const calls = mayCall(outer) && random.chance(0.7)
    const framed = calls || random.chance(0.35)
    const own = framed && random.chance(0.25) ? spare.pop() : undefined
    const kept = framed ? frame(random, plan, own, usable(outer)) : LEAF
    const keepsLink = !framed || random.chance(0.6)
    const linked = keepsLink ? new Set([...outer.kept, LINK]) : outer.kept
    const scope = { ...outer, kept: linked, callable: calls ? outer.callable : plan.count }
    const counter = random.chance(0.3) ? spare.pop() : undefined
    const wanted = Array.from({ length: random.between(1, 3) }, () => random.pick(this.handlers))
    const body = [
      ...(random.chance(0.7) ? this.edge(scope) : []),
      ...this.list(scope, wanted, counter === undefined ? [] : [counter]),
      ...(random.chance(0.4) ? this.edge(scope) : []),
    ]
    const back = returns(kept)
    const tail = mayCall(outer) && kept.by === LINK && random.chance(0.25)
    const next = () => tailCall(random, kept, random.between(outer.callable, plan.count - 1), usable(scope))
    return { enter: kept.enter, body, leave: tail ? next() : back, returns: back, keepsLink }
  }

  private list(scope: Scope, wanted: readonly Handler[], counters: readonly number[]): Node[] {
    const { random, plan } = scope
    const nodes: Node[] = []
    const add = (handler: Handler) => nodes.push(...this.steps.step(scope, handler))
    for (let at = 0; at < wanted.length; at++) {
      const [counter, ...others] = counters
      if (counter !== undefined && random.chance(0.3)) {
        const body = wanted.slice(at, (at += random.between(1, 5)))
        at -= 1
        nodes.push(this.loop(scope, counter, body, others))
        continue
      }
      add(wanted[at])
      if (this.branches.length > 0 && random.chance(0.2)) add(random.pick(this.branches))
      if (random.chance(0.4)) add(random.pick(random.pick(random.pick(this.groups))))
      if (plan !== undefined && mayCall(scope) && random.chance(0.35)) nodes.push(...this.call(scope, plan))
    }
    return nodes
  }

  private loop(scope: Scope, counter: number, wanted: readonly Handler[], others: readonly number[]): Node {
    const { random, plan } = scope
    const inner = { ...scope, straight: false }
    const body = this.list(inner, wanted, others)
    if (plan !== undefined && mayCall(scope) && random.chance(0.3)) body.push(...this.call(inner, plan))
    if (plan !== undefined && random.chance(0.5)) body.unshift(...this.edge(inner))
    scope.written.add(counter)
    return {
      kind: "loop",
      counter,
      times: random.between(2, plan === undefined ? 5 : 3),
      flags: random.chance(0.5),
      body,
    }
  }

  /** A call with what may surround it: flags that live across it, a condition over it, something rare behind it. */
  private call(scope: Scope, plan: Plan): Node[] {
    const { random, callable } = scope
    const one = (handlers: readonly Handler[]) =>
      handlers.length === 0 ? [] : this.steps.step(scope, random.pick(handlers))
    const before = random.chance(0.3) ? one(this.flagWriters) : []
    const over = random.chance(0.25) ? one(this.conditions) : []
    return [
      ...before,
      ...over.map((step) => ({
        ...step,
        references: step.references.map((reference) => ({
          ...reference,
          target: { to: "skip", nodes: 1 } as const,
        })),
      })),
      call(random, plan, random.between(callable, plan.count - 1), usable(scope)),
      ...(random.chance(0.5) ? this.edge(scope) : []),
      ...(random.chance(0.4) ? one(this.flagReaders) : []),
    ]
  }

  /** One instruction that is not ordinary where it stands, without others before it; see `edgesOf`. */
  private edge(scope: Scope): Node[] {
    const { random } = scope
    let at = random.below(100)
    const { handlers } = this.edges.find(({ weight }) => (at -= weight) < 0) ?? this.edges[0]
    const near = { ...scope, favourite: [...scope.favourite, LINK, LINK, LINK, FRAME] }
    return handlers.length === 0 ? [] : this.steps.step(near, random.pick(handlers), true)
  }
}

/** FP, some of which the cold tier runs; accesses by a pointer; what the system has for EL0; the rest. */
function edgesOf(handlers: readonly Handler[]): Edge[] {
  const matching = (weight: number, accept: (handler: Handler) => boolean): Edge => {
    return { weight, handlers: handlers.filter(accept) }
  }
  return [
    matching(50, ({ row }) => row.fp === true && /^(F(?!MOV)|[SU]CVTF|U(RECP|RSQRT))/.test(row.name)),
    matching(25, ({ row }) => addressField(row) !== undefined && !writesBack(row) && !storesExclusive(row)),
    matching(8, ({ row }) => /^(MRS|DC ZVA|CLREX|ISB|SEV)/.test(row.name)),
    matching(17, ({ row }) => row.flow === undefined && addressField(row) === undefined),
  ]
}
