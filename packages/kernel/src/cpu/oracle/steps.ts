// SPDX-License-Identifier: BSD-2-Clause
//
// One random instruction of a sequence with what it needs before it: address registers, an open monitor, a target.

import { encode, moveWords } from "../a64/asm.ts"
import type { Decoder, Handler } from "../a64/decoder.ts"
import type { Fields, Row } from "../a64/row.ts"
import type { Plan } from "./calls.ts"
import { addressable, addressFor, AREA, pointsInto } from "./memory.ts"
import { type Drawn, drawFields, SP_WRITTEN, writtenRegisters } from "./operands.ts"
import type { Random } from "./random.ts"
import { accessesMemory, addressField, rowOf, storesExclusive, writesBack } from "./rows.ts"
import { POOL_SIZE, type Reference, type Step, type Target } from "./sequence.ts"

const SP = 31

/** What is known while the nodes of one sequence are made. */
export interface Scope {
  readonly random: Random
  readonly state: DataView
  readonly favourite: readonly number[]
  /** Registers that instructions may not write; SP_WRITTEN is SP. */
  readonly kept: ReadonlySet<number>
  /** Registers written so far; of the others, the initial value may be chosen. */
  readonly written: Set<number>
  /** Initial values that were chosen. */
  readonly chosen: Set<number>
  /** Code here runs once, in order: initial values may be chosen for it. */
  readonly straight: boolean
  /** Of a sequence with calls. */
  readonly plan: Plan | undefined
  /** The first subroutine that may be called from here. */
  readonly callable: number
}

/** Share of accesses that go by a register that keeps an address, in sequences that have one. */
const POINTED = 0.4

/** Whether one may call a subroutine. */
export const mayCall = ({ plan, callable }: Scope) => plan !== undefined && callable < plan.count

/** General registers that may be written. */
export const usable = ({ kept }: Scope): number[] =>
  Array.from({ length: 30 }, (_, n) => n).filter((n) => !kept.has(n))

export class StepMaker {
  private readonly decoder: Decoder
  /** How often each handler was put into a sequence, by number. */
  private readonly counts: Map<number, number>

  constructor(decoder: Decoder, counts: Map<number, number>) {
    this.decoder = decoder
    this.counts = counts
  }

  /**
   * The instruction, or nothing when it has no encoding that fits in here. `bare`: its address is in a register
   * already.
   */
  step(scope: Scope, handler: Handler, bare = false): Step[] {
    const { row } = handler
    const base = addressField(row)
    const indirect = row.flow === "indirect"
    const writesBase = indirect || (base !== undefined && writesBack(row))
    const draw = (pointed: boolean) => {
      const accept = (fields: Fields) => {
        if (base !== undefined && !(pointed ? isPointed : isFree)(scope, row, fields, base)) return false
        if (indirect && (fields["Rn"] === SP || scope.kept.has(fields["Rn"]))) return false
        return (
          scope.kept.size === 0 || writtenRegisters(row, fields, writesBase).every((n) => !scope.kept.has(n))
        )
      }
      const favourite = pointed ? [...scope.favourite, ...(scope.plan?.data.keys() ?? [])] : scope.favourite
      return drawFields(scope.random, this.decoder, handler, favourite, accept)
    }
    const byPointer = mayPoint(scope, row) && (bare || scope.random.chance(POINTED)) ? draw(true) : undefined
    const drawn = byPointer ?? draw(false)
    if (drawn === undefined) return []
    const { fields } = drawn
    const before =
      base !== undefined && byPointer === undefined ? this.operands(scope, handler, fields, base) : []
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
    const { random, plan, callable } = scope
    const target = (calls: boolean): Target =>
      calls && plan !== undefined && mayCall(scope) && random.chance(0.6)
        ? { to: "sub", sub: random.between(callable, plan.count - 1) }
        : { to: "skip", nodes: random.below(4) }
    if (row.flow === "indirect") {
      const adr = encode("ADR", { Rd: fields["Rn"] })
      const reference = { at: before.length, row: rowOf("ADR"), target: target(row.name === "BLR") }
      return { words: [...before, adr, word], references: [reference] }
    }
    const words = [...before, word]
    const at = before.length
    if (row.flow !== undefined && row.flow !== "system") {
      return { words, references: [{ at, row, target: target(row.flow === "call") }] }
    }
    if (accessesMemory(row) && fields["Rn"] === undefined) {
      const offset = 4 * random.between(0, (POOL_SIZE - 16) / 4)
      return { words, references: [{ at, row, target: { to: "pool", offset } }] }
    }
    return { words, references: [] }
  }

  /** Words that make the address registers of a load or store, and open the monitor for a store exclusive. */
  private operands(scope: Scope, { row }: Handler, fields: Fields, field: "Rn" | "Rt"): number[] {
    const { base, index } = addressFor(scope.random, row, fields, scope.plan?.area ?? AREA)
    const words =
      fields[field] === SP ? this.setSp(scope, base, fields["Rm"]) : this.provide(scope, fields[field], base)
    if (index !== undefined) words.push(...this.provide(scope, fields["Rm"], index))
    if (!storesExclusive(row)) return words
    if (scope.random.chance(0.25)) return [...words, encode("CLREX")]
    const [Rt, Rt2] = usable(scope).filter((n) => n !== fields["Rn"])
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
    const via = scope.random.pick(usable(scope).filter((n) => n !== index))
    scope.written.add(via)
    return [...moveWords(via, value), encode("ADD/SUB (immediate)", { sf: 1, Rn: via, Rd: SP })]
  }
}

/** Whether base and index can be made for the access. */
function isFree({ kept }: Scope, row: Row, fields: Fields, base: "Rn" | "Rt"): boolean {
  if (!addressable(row, fields)) return false
  if (kept.has(fields[base]) || (fields["Rm"] !== undefined && kept.has(fields["Rm"]))) return false
  return fields[base] !== SP || (base === "Rn" && !kept.has(SP_WRITTEN))
}

/** Whether an instruction may go by a register that keeps an address: it does not change it, nor add to it. */
function mayPoint({ plan }: Scope, row: Row): boolean {
  if (plan === undefined || addressField(row) === undefined) return false
  return !writesBack(row) && !storesExclusive(row) && row.fields.every(({ name }) => name !== "option")
}

/** Whether the access goes by a register that keeps an address. */
function isPointed({ plan }: Scope, row: Row, fields: Fields, base: "Rn" | "Rt"): boolean {
  const value = plan?.data.get(fields[base])
  return plan !== undefined && value !== undefined && pointsInto(plan.area, row, fields, value)
}
