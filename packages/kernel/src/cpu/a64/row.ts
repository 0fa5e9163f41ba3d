// SPDX-License-Identifier: BSD-2-Clause
//
// One line of the instruction tables: an encoding of the A64 instruction set (Arm ARM DDI 0487, chapter C4)
// with its fields, and the description of what it does. The tables drive the decoder, both tiers, the
// random tests and the listing of what is there.

import type { Ops, Slot } from "../dsl/ops.ts"
import type { Feature } from "../models/features.ts"

/** Fields of one instruction word, by the manual's names. */
export type Fields = Readonly<Record<string, number>>

/** Register operands by letter: their slots in the decoded instruction. */
export type Regs = Readonly<Record<string, Slot>>

/** How control goes on after the instruction. */
export type Flow = "next" | "jump" | "call" | "cond" | "indirect" | "system"

export type Meaning = (o: Ops, regs: Regs, split: Fields) => void

export interface RowOptions {
  /** Fields that make handlers of their own, known when code is made. */
  readonly split?: readonly string[]
  /**
   * Register operands: letter, then the field; `Rd:w` is written (31 discards), `Rn:sp` is SP at 31, `Rd:wsp`
   * both, `Vn:v` a vector register. Two registers at most are written.
   */
  readonly regs?: Readonly<Record<string, string>>
  /** The 64-bit operand: a number (sign-extended) or low and high word. */
  readonly imm?: (fields: Fields) => number | readonly [lo: number, hi: number]
  /** The small operand. */
  readonly small?: (fields: Fields) => number
  /** Which values of the split fields exist; the others get no handler and are asked of later rows. */
  readonly only?: (split: Fields) => boolean
  /** Whether these field values are this instruction; where not, later rows are asked, then UNDEFINED. */
  readonly when?: (fields: Fields) => boolean
  readonly flow?: Flow
  /** A region has the cold tier run it in its place, and goes on behind it; it may fault, and asks the host. */
  readonly inPlace?: boolean
  /** The row uses FP or vector registers: CPACR_EL1.FPEN is checked. */
  readonly fp?: boolean
  /** The feature without which this is UNDEFINED; left out for what every model has. */
  readonly needs?: Feature
}

export interface Row extends RowOptions {
  readonly name: string
  readonly pattern: string
  readonly mask: number
  readonly value: number
  readonly fields: ReadonlyArray<{ readonly name: string; readonly shift: number; readonly width: number }>
  readonly meaning: Meaning
}

/**
 * Makes a row. The pattern is written from bit 31 down: `0`/`1` fixed bits, `x` any bit, `name:width` a field;
 * blanks separate fields and may group bits.
 */
export function row(name: string, pattern: string, options: RowOptions, meaning: Meaning): Row {
  let at = 32
  let mask = 0
  let value = 0
  const fields: Array<{ name: string; shift: number; width: number }> = []
  for (const token of pattern.trim().split(/\s+/)) {
    const field = /^([A-Za-z]\w*):(\d+)$/.exec(token)
    if (field !== null) {
      at -= Number(field[2])
      fields.push({ name: field[1], shift: at, width: Number(field[2]) })
      continue
    }
    for (const bit of token) {
      at -= 1
      if (bit === "x") continue
      if (bit !== "0" && bit !== "1") throw new Error(`${name}: '${bit}' in pattern`)
      mask |= 1 << at
      if (bit === "1") value |= 1 << at
    }
  }
  if (at !== 0) throw new Error(`${name}: the pattern has ${32 - at} bits`)
  return { ...options, name, pattern, mask: mask >>> 0, value: value >>> 0, fields, meaning }
}

/** A field's bits as a signed number. */
export function signed(value: number, width: number): number {
  return (value << (32 - width)) >> (32 - width)
}
