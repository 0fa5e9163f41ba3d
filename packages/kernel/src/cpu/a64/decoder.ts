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

interface SplitField {
  readonly shift: number
  readonly mask: number
  readonly at: number
}

/**
 * The fields of a word as a row has them, read out of it when they are asked for. One object of one shape serves all
 * rows, so that their functions find a field at once: field n of all that rows have lies at `shifts[n]`.
 */
class Word {
  word = 0
  shifts: Int32Array = new Int32Array(0)
  masks: Int32Array = new Int32Array(0)

  define(name: string, n: number): void {
    const get = function (this: Word) {
      return ((this.word >>> this.shifts[n]) & this.masks[n]) >>> 0
    }
    Object.defineProperty(this, name, { get })
  }
}

interface Entry {
  readonly row: Row
  readonly firstHandler: number
  readonly operands: readonly RegOperand[]
  readonly split: readonly SplitField[]
  /** Of each field, by its number among those of all rows; 0 for those that the row lacks. */
  readonly shifts: Int32Array
  readonly masks: Int32Array
}

function splitFields(row: Row): Row["fields"] {
  return (row.split ?? []).map((name) => {
    const field = row.fields.find((candidate) => candidate.name === name)
    if (field === undefined) throw new Error(`${row.name}: no field ${name} to split`)
    return field
  })
}

/** Where the split fields lie in the word, and in the number of their combination. */
function splitOf(row: Row): SplitField[] {
  let at = 0
  return splitFields(row).map(({ shift, width }) => {
    const field = { shift, mask: (1 << width) - 1, at }
    at += width
    return field
  })
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
  /** The memory that was decoded into last, and views of it; to ask one for its buffer is a slow call. */
  private view: DataView | undefined
  private origin = 0
  private bytes: Uint8Array = new Uint8Array(0)
  private halves: Uint16Array = new Uint16Array(0)
  private words: Int32Array = new Int32Array(0)
  private readonly index: Entry[][] = Array.from({ length: INDEX_COUNT }, () => [])

  /** The fields of the word that is decoded. */
  private readonly word = new Word()

  constructor(rows: readonly Row[]) {
    const names = [...new Set(rows.flatMap(({ fields }) => fields.map(({ name }) => name)))]
    names.forEach((name, n) => this.word.define(name, n))
    for (const row of rows) this.add(row, names)
  }

  private add(row: Row, all: readonly string[]): void {
    const names = Object.keys(row.regs ?? {})
    const entry: Entry = {
      row,
      firstHandler: this.handlers.length,
      operands: names.map((name) => operandOf(row, row.regs?.[name] ?? "")),
      split: splitOf(row),
      shifts: new Int32Array(all.length),
      masks: new Int32Array(all.length),
    }
    for (const { name, shift, width } of row.fields) {
      const n = all.indexOf(name)
      entry.shifts[n] = shift
      entry.masks[n] = width === 32 ? -1 : (1 << width) - 1
    }
    const regs = Object.fromEntries(names.map((name, slot) => [name, slot as Slot]))
    const split = splitFields(row)
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
      return { row, fields, handler: this.handlerOf(entry, word) }
    }
    return undefined
  }

  /** Decodes the word `bits` into the decoded instruction at byte `at` of `view`. Gives the handler number. */
  decodeInto(bits: number, view: DataView, at: number): number {
    if (view !== this.view) {
      this.view = view
      this.origin = view.byteOffset
      this.bytes = new Uint8Array(view.buffer)
      this.halves = new Uint16Array(view.buffer)
      this.words = new Int32Array(view.buffer)
    }
    const word = bits | 0
    const place = this.origin + at
    const { bytes, halves, words } = this
    const entry = this.entryOf(word)
    if (entry === undefined) {
      halves[(place + INSN_HANDLER_U16) >>> 1] = HANDLER_UNDEFINED
      words[(place + INSN_IMM) >>> 2] = word
      return HANDLER_UNDEFINED
    }
    const { row, operands } = entry
    const fields = this.word as unknown as Fields
    for (let slot = 0; slot < operands.length; slot++) {
      const { shift, mask, at31 } = operands[slot]
      const number = (word >>> shift) & mask
      bytes[place + INSN_REGS_U8 + slot] = number === 31 ? at31 : number
    }
    halves[(place + INSN_SMALL_U16) >>> 1] = row.small === undefined ? 0 : row.small(fields)
    const imm = row.imm === undefined ? 0 : row.imm(fields)
    const isSmall = typeof imm === "number"
    words[(place + INSN_IMM) >>> 2] = isSmall ? imm | 0 : imm[0]
    words[(place + INSN_IMM + 4) >>> 2] = isSmall ? Math.floor(imm / 0x1_0000_0000) : imm[1]
    const handler = this.handlerOf(entry, word)
    halves[(place + INSN_HANDLER_U16) >>> 1] = handler
    return handler
  }

  /** The table entry of a word, its `word` set; as `find`, without making anything. */
  private entryOf(word: number): Entry | undefined {
    for (const entry of this.index[word >>> INDEX_SHIFT]) {
      const { row } = entry
      if (((word ^ row.value) & row.mask) !== 0) continue
      if (row.only !== undefined && this.handlers[this.handlerOf(entry, word)] === undefined) continue
      this.word.word = word
      this.word.shifts = entry.shifts
      this.word.masks = entry.masks
      if (row.when !== undefined && !row.when(this.word as unknown as Fields)) continue
      return entry
    }
    return undefined
  }

  private handlerOf(entry: Entry, word: number): number {
    let handler = entry.firstHandler
    for (const { shift, mask, at } of entry.split) handler += ((word >>> shift) & mask) << at
    return handler
  }
}
