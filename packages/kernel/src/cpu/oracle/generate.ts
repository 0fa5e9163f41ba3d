// SPDX-License-Identifier: BSD-2-Clause
//
// Makes random sequences. Handlers are taken in turn from a shuffled list, so that all of them come to be
// tried; a sequence is a function of the seed and its index alone.

import { encode, moveWords } from "../a64/asm.ts"
import { Decoder, type Handler } from "../a64/decoder.ts"
import type { Fields, Row } from "../a64/row.ts"
import { rowsOf } from "../a64/tables/index.ts"
import { CORTEX_A53 } from "../models/index.ts"
import { addressable, addressFor } from "./memory.ts"
import { type Drawn, drawFields, favourites, writtenRegisters } from "./operands.ts"
import { derived, Random } from "./random.ts"
import { accessesMemory, exclusion, groupOf, perRow, writesBack } from "./rows.ts"
import { type Node, POOL_SIZE, type Reference, type Sequence, type Step, type Target } from "./sequence.ts"
import { randomState } from "./state.ts"

/** Handlers of the list that each sequence takes on from the one before. */
const STRIDE = 2
/** Handlers of a sequence at most: of one in LONG_ONES, of the others. */
const MAX_LENGTH = 12
const MAX_SHORT = 4
const LONG_ONES = 8
/** Share of sequences that run with a rounding mode or another bit of FPCR set. */
const MODES = 0.3
const SP = 31
const BL = encode("BL")
const LINK = 30

/** What is known while the nodes of one sequence are made. */
interface Scope {
  readonly random: Random
  readonly state: DataView
  readonly favourite: readonly number[]
  /** Registers that instructions may not write. */
  readonly kept: ReadonlySet<number>
  /** Registers written so far; of the others, the initial value may be chosen. */
  readonly written: Set<number>
  /** Initial values that were chosen. */
  readonly chosen: Set<number>
  /** Code here runs once, in order: initial values may be chosen for it. */
  readonly straight: boolean
  readonly hasSub: boolean
}

/** Loads and stores by a base register, and those of them that need the monitor. */
const hasAddress = perRow((row) => accessesMemory(row) && row.fields.some(({ name }) => name === "Rn"))
const storesExclusive = perRow((row) => /^ST[LX].*X[RP]/.test(row.name))

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
  /** How often each handler was put into a sequence, by number; those that are not tried are not there. */
  readonly counts = new Map<number, number>()
  private readonly seed: number
  private readonly handlers: readonly Handler[]
  /** The same handlers by group and row: a row with few has the more operands to try. */
  private readonly groups: ReadonlyArray<ReadonlyArray<readonly Handler[]>>
  private readonly branches: readonly Handler[]
  private readonly adr: Row | undefined
  private readonly bl: Row | undefined

  /** `rows`: only rows whose names match. */
  constructor(seed: number, rows = /^/, model = CORTEX_A53) {
    this.decoder = new Decoder(rowsOf(model))
    this.seed = seed
    this.adr = this.decoder.find(encode("ADR"))?.row
    this.bl = this.decoder.find(BL)?.row
    const eligible = this.decoder.handlers.filter(
      (handler) =>
        handler !== undefined && exclusion(handler.row) === undefined && rows.test(handler.row.name),
    ) as Handler[]
    const random = new Random(derived(seed, -1))
    const keyed = eligible.map((handler) => [random.word(), handler] as const)
    this.handlers = keyed.toSorted(([a], [b]) => a - b).map(([, handler]) => handler)
    this.groups = grouped(this.handlers, ({ row }) => groupOf(row)).map((group) =>
      grouped(group, ({ row }) => row),
    )
    this.branches = this.handlers.filter(({ row }) => row.flow !== undefined && row.flow !== "system")
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
    const hasSub = random.chance(0.15)
    const scope: Scope = {
      random,
      state: new DataView(state.buffer),
      favourite: favourites(random),
      kept: new Set(counters),
      written: new Set([LINK]),
      chosen: new Set(),
      straight: !hasSub,
      hasSub,
    }
    const sub = hasSub ? this.subroutine(scope) : []
    const nodes = this.list(scope, wanted, counters)
    const pool = Uint8Array.from({ length: POOL_SIZE }, () => random.below(256))
    return { seed: this.seed, index, state, nodes, sub, pool }
  }

  private counters(random: Random): number[] {
    const first = random.below(LINK)
    return [first, (first + random.between(1, LINK - 1)) % LINK]
  }

  private subroutine(outer: Scope): Node[] {
    const scope = { ...outer, kept: new Set([...outer.kept, LINK]), hasSub: false }
    const count = outer.random.between(1, 3)
    const handlers = Array.from({ length: count }, () => outer.random.pick(this.handlers))
    const nodes = handlers.flatMap((handler) => this.step(scope, handler) ?? [])
    return nodes.length > 0 ? nodes : [{ kind: "step", words: [encode("HINT")], references: [] }]
  }

  private list(scope: Scope, wanted: readonly Handler[], counters: readonly number[]): Node[] {
    const { random } = scope
    const nodes: Node[] = []
    const add = (handler: Handler) => nodes.push(...(this.step(scope, handler) ?? []))
    for (let at = 0; at < wanted.length; at++) {
      const [counter, ...others] = counters
      if (counter !== undefined && random.chance(0.3)) {
        const body = wanted.slice(at, (at += random.between(1, 5)))
        at -= 1
        const inner = this.list({ ...scope, straight: false }, body, others)
        nodes.push({
          kind: "loop",
          counter,
          times: random.between(2, 5),
          flags: random.chance(0.5),
          body: inner,
        })
        scope.written.add(counter)
        continue
      }
      add(wanted[at])
      if (this.branches.length > 0 && random.chance(0.2)) add(random.pick(this.branches))
      if (random.chance(0.4)) add(random.pick(random.pick(random.pick(this.groups))))
      if (scope.hasSub && random.chance(0.2)) nodes.push(this.call())
    }
    return nodes
  }

  private call(): Step {
    if (this.bl === undefined) throw new Error("the tables have no BL")
    return { kind: "step", words: [BL], references: [{ at: 0, row: this.bl, target: { to: "sub" } }] }
  }

  /** One instruction with what it needs, or undefined when it has no encoding that fits in here. */
  private step(scope: Scope, handler: Handler): [Step] | undefined {
    const { row } = handler
    const memory = hasAddress(row)
    const indirect = row.flow === "indirect"
    const writesBase = indirect || (memory && writesBack(row))
    const accept = (fields: Fields) => {
      if (memory && !addressable(row, fields)) return false
      if (indirect && fields["Rn"] === 31) return false
      if ((memory || indirect) && scope.kept.has(fields["Rn"])) return false
      if (memory && fields["Rm"] !== undefined && scope.kept.has(fields["Rm"])) return false
      return (
        scope.kept.size === 0 || writtenRegisters(row, fields, writesBase).every((n) => !scope.kept.has(n))
      )
    }
    const drawn = drawFields(scope.random, this.decoder, handler, scope.favourite, accept)
    if (drawn === undefined) return undefined
    const { fields } = drawn
    const before = memory ? this.operands(scope, handler, fields) : []
    const { words, references } = this.control(scope, handler, drawn, before)
    for (const n of writtenRegisters(row, fields, writesBase)) scope.written.add(n)
    this.counts.set(handler.id, (this.counts.get(handler.id) ?? 0) + 1)
    return [{ kind: "step", words, references }]
  }

  /** The instruction behind `before`, with where its PC-relative field goes. */
  private control(
    scope: Scope,
    { row }: Handler,
    { fields, word }: Drawn,
    before: readonly number[],
  ): { words: number[]; references: Reference[] } {
    const target = (calls: boolean): Target =>
      calls && scope.hasSub && scope.random.chance(0.6)
        ? { to: "sub" }
        : { to: "skip", nodes: scope.random.below(4) }
    if (row.flow === "indirect") {
      const adr = encode("ADR", { Rd: fields["Rn"] })
      const reference = { at: before.length, row: this.adr ?? row, target: target(row.name === "BLR") }
      return { words: [...before, adr, word], references: [reference] }
    }
    const words = [...before, word]
    const at = before.length
    if (row.flow !== undefined && row.flow !== "system") {
      return { words, references: [{ at, row, target: target(row.flow === "call") }] }
    }
    if (accessesMemory(row) && fields["Rn"] === undefined) {
      const offset = 4 * scope.random.between(0, (POOL_SIZE - 16) / 4)
      return { words, references: [{ at, row, target: { to: "pool", offset } }] }
    }
    return { words, references: [] }
  }

  /** Words that make the address registers of a load or store, and open the monitor for a store exclusive. */
  private operands(scope: Scope, { row }: Handler, fields: Fields): number[] {
    const { base, index } = addressFor(scope.random, row, fields)
    const words =
      fields["Rn"] === SP ? this.setSp(scope, base, fields["Rm"]) : this.provide(scope, fields["Rn"], base)
    if (index !== undefined) words.push(...this.provide(scope, fields["Rm"], index))
    if (!storesExclusive(row)) return words
    if (scope.random.chance(0.25)) return [...words, encode("CLREX")]
    const spare = [0, 1, 2, 3, 4].filter((n) => n !== fields["Rn"] && !scope.kept.has(n))
    const [Rt, Rt2] = spare
    scope.written.add(Rt).add(Rt2)
    const { Rn, size, sz } = fields
    return [
      ...words,
      size === undefined
        ? encode("LDXP/LDAXP", { sz, Rs: 31, Rt2, Rn, Rt })
        : encode("LDXR/LDAXR", { size, Rs: 31, Rt2: 31, Rn, Rt }),
    ]
  }

  /** Words after which Xn holds `value`: none where it can be its initial value. */
  private provide(scope: Scope, n: number, value: bigint): number[] {
    const free = scope.straight && !scope.written.has(n) && !scope.chosen.has(n)
    if (free && scope.random.chance(0.6)) {
      scope.state.setBigUint64(n * 8, value, true)
      scope.chosen.add(n)
      return []
    }
    scope.written.add(n)
    return moveWords(n, value)
  }

  private setSp(scope: Scope, value: bigint, index: number | undefined): number[] {
    const usable = Array.from({ length: 31 }, (_, n) => n).filter((n) => n !== index && !scope.kept.has(n))
    const via = scope.random.pick(usable)
    scope.written.add(via)
    return [...moveWords(via, value), encode("ADD/SUB (immediate)", { sf: 1, Rn: via, Rd: SP })]
  }
}
