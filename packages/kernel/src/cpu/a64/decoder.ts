// SPDX-License-Identifier: BSD-2-Clause
//
// From an instruction word to a decoded instruction: which handler, which registers, which operands. A
// handler is a row of the tables with values for its split fields. Rows are found by bits 31..21.

import {
  INSN_HANDLER_U16,
  INSN_IMM,
  INSN_REGS_U8,
  INSN_SMALL_U16,
  REG_DISCARD,
  REG_SP,
  REG_ZERO,
} from "../layout.ts"
import type { Fields, Regs, Row } from "./row.ts"
import type { Slot } from "../dsl/ops.ts"

/** Handlers 0 .. FIRST_HANDLER-1 are the engine's own (see interp/). */
export const HANDLER_UNDECODED = 0
export const HANDLER_UNDEFINED = 1
export const HANDLER_PAGE_END = 2
export const FIRST_HANDLER = 3
/** Bit of a handler number in a decoded instruction: a translated region starts here. */
export const REGION_BIT = 0x8000

export interface Handler {
  readonly id: number
  readonly row: Row
  readonly split: Fields
  readonly regs: Regs
}

interface RegOperand {
  readonly shift: number
  /** Mask of the number: 31, or 15 where the encoding has four bits for it. */
  readonly mask: number
  /** What number 31 becomes; 31 itself for vector registers and plain sources. */
  readonly at31: number
}

interface Entry {
  readonly row: Row
  readonly firstHandler: number
  readonly operands: readonly RegOperand[]
}

const INDEX_SHIFT = 21
const INDEX_COUNT = 1 << 11

function operandOf(row: Row, text: string): RegOperand {
  const [name, kind = ""] = text.split(":")
  const field = row.fields.find((candidate) => candidate.name === name)
  if (field === undefined || (field.width !== 5 && field.width !== 4))
    throw new Error(`${row.name}: no register field ${name}`)
  const at31 = kind.endsWith("sp") ? REG_SP : kind === "w" ? REG_DISCARD : REG_ZERO
  return { shift: field.shift, mask: (1 << field.width) - 1, at31: kind === "v" ? 31 : at31 }
}

export class Decoder {
  /** By handler number; the first FIRST_HANDLER and those of split values that do not exist are undefined. */
  readonly handlers: Array<Handler | undefined> = Array.from({ length: FIRST_HANDLER })
  private readonly entries: Entry[] = []
  private readonly index: Entry[][] = Array.from({ length: INDEX_COUNT }, () => [])

  constructor(rows: readonly Row[]) {
    for (const row of rows) this.add(row)
  }

  private add(row: Row): void {
    const names = Object.keys(row.regs ?? {})
    const entry: Entry = {
      row,
      firstHandler: this.handlers.length,
      operands: names.map((name) => operandOf(row, row.regs?.[name] ?? "")),
    }
    const regs = Object.fromEntries(names.map((name, slot) => [name, slot as Slot]))
    const split = (row.split ?? []).map((name) => {
      const field = row.fields.find((candidate) => candidate.name === name)
      if (field === undefined) throw new Error(`${row.name}: no field ${name} to split`)
      return field
    })
    const combinations = split.reduce((count, field) => count << field.width, 1)
    for (let combination = 0; combination < combinations; combination++) {
      const values: Record<string, number> = {}
      let rest = combination
      for (const field of split) {
        values[field.name] = rest & ((1 << field.width) - 1)
        rest >>>= field.width
      }
      const exists = row.only?.(values) ?? true
      this.handlers.push(exists ? { id: this.handlers.length, row, split: values, regs } : undefined)
    }
    this.entries.push(entry)
    const free = ~(row.mask >>> INDEX_SHIFT) & (INDEX_COUNT - 1)
    for (let rest = free; ; rest = (rest - 1) & free) {
      this.index[(row.value >>> INDEX_SHIFT) | rest].push(entry)
      if (rest === 0) break
    }
  }

  private fieldsOf(row: Row, word: number): Fields {
    const fields: Record<string, number> = {}
    for (const { name, shift, width } of row.fields) {
      fields[name] = width === 32 ? word >>> 0 : (word >>> shift) & ((1 << width) - 1)
    }
    return fields
  }

  /** The row of this word and its fields, or undefined when the word is UNDEFINED or not known. */
  find(word: number): { row: Row; fields: Fields; handler: number } | undefined {
    for (const entry of this.index[word >>> INDEX_SHIFT]) {
      const { row } = entry
      if (((word ^ row.value) & row.mask) !== 0) continue
      const fields = this.fieldsOf(row, word)
      if (row.only?.(fields) === false) continue
      if (row.when !== undefined && !row.when(fields)) continue
      return { row, fields, handler: entry.firstHandler + this.combination(row, fields) }
    }
    return undefined
  }

  private combination(row: Row, fields: Fields): number {
    let index = 0
    let shift = 0
    for (const name of row.split ?? []) {
      index |= fields[name] << shift
      shift += row.fields.find((field) => field.name === name)?.width ?? 0
    }
    return index
  }

  /** Decodes `word` into the decoded instruction at byte `at` of `view`. Gives the handler number. */
  decodeInto(word: number, view: DataView, at: number): number {
    const found = this.find(word)
    if (found === undefined) {
      view.setUint16(at + INSN_HANDLER_U16, HANDLER_UNDEFINED, true)
      view.setUint32(at + INSN_IMM, word, true)
      return HANDLER_UNDEFINED
    }
    const { row, fields, handler } = found
    const entry = this.index[word >>> INDEX_SHIFT].find((candidate) => candidate.row === row)
    entry?.operands.forEach((operand, slot) => {
      const number = (word >>> operand.shift) & operand.mask
      view.setUint8(at + INSN_REGS_U8 + slot, number === 31 ? operand.at31 : number)
    })
    view.setUint16(at + INSN_SMALL_U16, row.small?.(fields) ?? 0, true)
    const imm = row.imm?.(fields) ?? 0
    const [lo, hi] = typeof imm === "number" ? [imm | 0, Math.floor(imm / 0x1_0000_0000)] : imm
    view.setInt32(at + INSN_IMM, lo, true)
    view.setInt32(at + INSN_IMM + 4, hi, true)
    view.setUint16(at + INSN_HANDLER_U16, handler, true)
    return handler
  }
}
