// SPDX-License-Identifier: BSD-2-Clause
//
// A small assembler over the instruction tables: instructions are named as the rows are and given their
// fields, so that what is assembled is what the decoder knows (Arm ARM DDI 0487, chapter C4). Labels, and
// constants of 64 bits. No mnemonics, no directives, no relocations.

import type { Fields, Row } from "./row.ts"
import { A64 } from "./tables/index.ts"

const BY_NAME = new Map<string, Row | "several">()
for (const row of A64) BY_NAME.set(row.name, BY_NAME.has(row.name) ? "several" : row)

function rowNamed(name: string): Row {
  const row = BY_NAME.get(name)
  if (row === undefined) throw new RangeError(`there is no row "${name}" in the instruction tables`)
  if (row === "several") throw new RangeError(`several rows of the instruction tables are named "${name}"`)
  return row
}

/** Bits of the pattern that are written `x`: should be one where the manual writes (1). */
export function freeBits(row: Row): number {
  return ~row.fields.reduce((mask, { shift, width }) => mask | ((2 ** width - 1) << shift), row.mask)
}

/**
 * The instruction word of `row` with these fields; fields not named are 0. Values may be negative down to
 * -2^(width-1). Throws a RangeError that names row and field on a value or field that does not exist.
 */
export function encodeRow(row: Row, fields: Fields): number {
  let word = row.value | freeBits(row)
  for (const [name, value] of Object.entries(fields)) {
    const field = row.fields.find((candidate) => candidate.name === name)
    if (field === undefined) throw new RangeError(`${row.name}: there is no field ${name}`)
    const limit = 2 ** field.width
    if (!Number.isInteger(value) || value < -limit / 2 || value >= limit) {
      throw new RangeError(`${row.name}: ${name} = ${value} does not fit ${field.width} bits`)
    }
    word |= (value & (limit - 1)) << field.shift
  }
  return word >>> 0
}

/** The instruction word of the row with this name. See `encodeRow`. */
export function encode(name: string, fields: Fields = {}): number {
  return encodeRow(rowNamed(name), fields)
}

const MOVN = encode("MOVN", { sf: 1 })
const MOVZ = encode("MOVZ", { sf: 1 })
const MOVK = encode("MOVK", { sf: 1 })
const moveWord = (op: number, hw: number, imm16: number, rd: number) =>
  (op | (hw << 21) | (imm16 << 5) | rd) >>> 0

/** Words of MOVZ, MOVN and MOVK that put a 64-bit constant into Xd. */
export function moveWords(rd: number, value: bigint): number[] {
  const [low, high] = [Number(BigInt.asUintN(32, value)), Number(BigInt.asUintN(32, value >> 32n))]
  const halves = [low & 0xffff, low >>> 16, high & 0xffff, high >>> 16]
  const count = (which: number) => halves.filter((half) => half === which).length
  const negative = count(0xffff) > count(0)
  const background = negative ? 0xffff : 0
  const first = Math.max(
    0,
    halves.findIndex((half) => half !== background),
  )
  const words = [moveWord(negative ? MOVN : MOVZ, first, halves[first] ^ background, rd)]
  halves.forEach((half, hw) => {
    if (hw > first && half !== background) words.push(moveWord(MOVK, hw, half, rd))
  })
  return words
}

/** The word with one field replaced by the low bits of a number. */
function withField(row: Row, word: number, name: string, value: number): number {
  const { shift, width } = row.fields.find((field) => field.name === name) ?? { shift: 0, width: 0 }
  const mask = (2 ** width - 1) << shift
  return ((word & ~mask) | ((value << shift) & mask)) >>> 0
}

/** The word with one field replaced by a signed number. Throws a RangeError where it does not fit. */
function withSigned(row: Row, word: number, name: string, value: number): number {
  const half = 2 ** ((row.fields.find((field) => field.name === name)?.width ?? 1) - 1)
  if (!Number.isInteger(value) || value < -half || value >= half) {
    throw new RangeError(`${row.name}: ${name} = ${value} does not reach`)
  }
  return withField(row, word, name, value)
}

/**
 * The word with its PC-relative field (branch, ADR, ADRP or literal load) set to reach `target` from `pc`.
 * Throws a RangeError on a row that has none, and where the target is out of reach.
 */
export function withOffset(row: Row, word: number, pc: number, target: number): number {
  const has = (name: string) => row.fields.some((field) => field.name === name)
  const field = ["imm26", "imm19", "imm14"].find(has)
  if (field !== undefined) return withSigned(row, word, field, (target - pc) / 4)
  if (!has("immhi")) throw new RangeError(`${row.name}: has no PC-relative field`)
  const pages = Math.floor(target / 4096) - Math.floor(pc / 4096)
  const value = row.name === "ADRP" ? pages : target - pc
  return withSigned(row, withField(row, word, "immlo", value), "immhi", value >> 2)
}

interface Reference {
  readonly index: number
  readonly row: Row
  readonly label: string
}

/** Collects words from an address on; `finish` fills in what refers to labels. */
export class Assembler {
  readonly base: number
  private readonly words: number[] = []
  private readonly labels = new Map<string, number>()
  private readonly references: Reference[] = []

  /** `base` is the address of the first word. */
  constructor(base: number) {
    this.base = base
  }

  /** Address of the next word. */
  get here(): number {
    return this.base + this.words.length * 4
  }

  label(name: string): this {
    if (this.labels.has(name)) throw new RangeError(`the label ${name} is there twice`)
    this.labels.set(name, this.here)
    return this
  }

  /** Address of a label that was already passed. */
  address(label: string): number {
    const found = this.labels.get(label)
    if (found === undefined) throw new RangeError(`there is no label ${label}`)
    return found
  }

  word(...words: readonly number[]): this {
    for (const word of words) this.words.push(word >>> 0)
    return this
  }

  /** A 64-bit value, low word first. */
  quad(value: bigint): this {
    return this.word(Number(value & 0xffff_ffffn), Number((value >> 32n) & 0xffff_ffffn))
  }

  /** Bytes, filled with zeros to a whole word. */
  data(bytes: Uint8Array): this {
    for (let at = 0; at < bytes.length; at += 4) {
      const byte = (n: number) => bytes[at + n] ?? 0
      this.word(byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24))
    }
    return this
  }

  /** An instruction by its row's name. */
  insn(name: string, fields: Fields = {}): this {
    return this.word(encode(name, fields))
  }

  /** An instruction whose PC-relative field reaches a label. */
  to(label: string, name: string, fields: Fields = {}): this {
    const row = rowNamed(name)
    this.references.push({ index: this.words.length, row, label })
    return this.insn(name, fields)
  }

  /** A 64-bit constant into Xd. */
  move(rd: number, value: bigint | number): this {
    return this.word(...moveWords(rd, BigInt.asUintN(64, BigInt(value))))
  }

  /** The words, with all references filled in. Throws a RangeError on a label that is missing or out of reach. */
  finish(): Uint32Array {
    for (const { index, row, label } of this.references) {
      const pc = this.base + index * 4
      this.words[index] = withOffset(row, this.words[index], pc, this.address(label))
    }
    return Uint32Array.from(this.words)
  }
}
