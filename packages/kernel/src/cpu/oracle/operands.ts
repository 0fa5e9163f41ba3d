// SPDX-License-Identifier: BSD-2-Clause
//
// Random fields for an instruction: values that are that very row and handler, registers from a small set so
// that instructions meet, immediates often at their edges.

import { encodeRow } from "../a64/asm.ts"
import type { Decoder, Handler } from "../a64/decoder.ts"
import type { Fields, Row } from "../a64/row.ts"
import type { Random } from "./random.ts"
import { isExclusiveOrOrdered, perRow, unpredictable } from "./rows.ts"

const ATTEMPTS = 400
const REGISTER = /^R[a-z]2?$/

/** Fields that name general registers, and what the row says of them. */
export interface RegisterUse {
  readonly field: string
  readonly written: boolean
  readonly vector: boolean
  /** 31 is SP. */
  readonly sp: boolean
}

/** SP among the registers that are written. */
export const SP_WRITTEN = 32

export const registerUses = perRow((row): readonly RegisterUse[] =>
  Object.values(row.regs ?? {}).map((text) => {
    const [field, kind = ""] = text.split(":")
    return { field, written: kind.startsWith("w"), vector: kind === "v", sp: kind.endsWith("sp") }
  }),
)

/** Fields of general registers that instructions of the row write. */
const writtenFields = perRow((row) => registerUses(row).filter(({ written, vector }) => written && !vector))

/** General registers (0 .. 30, and SP_WRITTEN) that an instruction with these fields writes. */
export function writtenRegisters(row: Row, fields: Fields, writesBase: boolean): number[] {
  const written: number[] = []
  const add = (n: number, sp: boolean) => {
    if (n !== 31) written.push(n)
    else if (sp) written.push(SP_WRITTEN)
  }
  for (const { field, sp } of writtenFields(row)) add(fields[field], sp)
  if (writesBase && fields["Rn"] !== undefined) add(fields["Rn"], true)
  if (row.name === "CASP") add(fields["Rs"] + 1, false)
  if (row.flow === "call" || row.name === "BLR") written.push(30)
  return written
}

function immediate(random: Random, width: number): number {
  const kind = random.below(8)
  if (kind === 0) return 0
  if (kind === 1) return 2 ** width - 1
  if (kind === 2) return random.below(Math.min(2 ** width, 16))
  return random.below(2 ** width)
}

/** Registers that the instructions of one sequence mostly use. */
export function favourites(random: Random): number[] {
  return Array.from({ length: 8 }, () => random.below(31))
}

function register(random: Random, favourite: readonly number[]): number {
  const kind = random.below(10)
  if (kind === 0) return 31
  return kind < 7 ? random.pick(favourite) : random.below(31)
}

/** Fields that stand for no operand and should be one: Rs and Rt2 of exclusives that have none. */
function shouldBeOne(row: Row, field: string): boolean {
  return isExclusiveOrOrdered(row) && !registerUses(row).some((use) => use.field === field)
}

/** An instruction that was drawn. */
export interface Drawn {
  readonly fields: Fields
  readonly word: number
}

/**
 * An instruction of this handler whose fields pass `accept`, or undefined when none were found: the handler may have no
 * encoding of its own.
 */
export function drawFields(
  random: Random,
  decoder: Decoder,
  handler: Handler,
  favourite: readonly number[],
  accept: (fields: Fields) => boolean,
): Drawn | undefined {
  const { row } = handler
  const plan = planOf(handler)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const fields: Record<string, number> = {}
    let word = plan.word
    for (const { name, shift, width, value, register: isRegister } of plan.fields) {
      const drawn = value ?? (isRegister ? register(random, favourite) : immediate(random, width))
      fields[name] = drawn
      word |= drawn << shift
    }
    if (unpredictable(row, fields) !== undefined || !accept(fields)) continue
    if (decoder.find(word >>> 0)?.handler === handler.id) return { fields, word: word >>> 0 }
  }
  return undefined
}

interface FieldPlan {
  readonly name: string
  readonly shift: number
  readonly width: number
  /** What it always is; undefined: drawn. */
  readonly value: number | undefined
  readonly register: boolean
}

interface Plan {
  readonly word: number
  readonly fields: readonly FieldPlan[]
}

const plans = new WeakMap<Handler, Plan>()

function planOf(handler: Handler): Plan {
  const known = plans.get(handler)
  if (known !== undefined) return known
  const { row, split } = handler
  const fields = row.fields.map(({ name, shift, width }) => {
    const isRegister = REGISTER.test(name) && width === 5
    const one = isRegister && shouldBeOne(row, name) ? 31 : undefined
    return { name, shift, width, value: split[name] ?? one, register: isRegister }
  })
  const plan = { word: encodeRow(row, {}), fields }
  plans.set(handler, plan)
  return plan
}
