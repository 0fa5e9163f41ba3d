// SPDX-License-Identifier: BSD-2-Clause
//
// What the table of FP answers asks: every encoding of FP arithmetic and conversion, in every rounding mode and
// with the other bits of FPCR, on chosen operands (edges, sums that cancel, values between two halves); all
// 65,536 halves where an instruction takes them. The order of everything here is part of the table.

import { encodeRow } from "../../a64/asm.ts"
import { Decoder } from "../../a64/decoder.ts"
import type { Fields, Row } from "../../a64/row.ts"
import { FP_ARITHMETIC } from "../../a64/tables/fp-arithmetic.ts"
import { FP_CONVERT } from "../../a64/tables/fp-convert.ts"
import { FP_VECTOR } from "../../a64/tables/fp-vector.ts"
import { has } from "../../models/model.ts"
import { CORTEX_A53 } from "../../models/cortex-a53.ts"
import { Random, vectorHalf } from "../../oracle/random.ts"
import { IXC } from "../format.ts"

export interface Case {
  /** Row and split fields: what the table calls it. */
  readonly name: string
  readonly word: number
  /** Operands V0 .. V3 of each input, 64 bytes; X1 is the low half of V1. */
  readonly inputs: Uint8Array
  readonly modes: readonly Mode[]
}

export interface Mode {
  readonly fpcr: number
  /** Before each instruction: with IXC clear and set the tiers go different ways. */
  readonly fpsr: number
}

export const INPUT_SIZE = 64

const rounding = (mode: number) => mode << 22
const FZ = 1 << 24
const DN = 1 << 25
const AHP = 1 << 26

/** Every rounding mode with IXC clear and set, then flushing, default NaNs and the other halves among them. */
export const MODES: readonly Mode[] = [
  ...[0, 1, 2, 3].flatMap((mode) => [0, IXC].map((fpsr) => ({ fpcr: rounding(mode), fpsr }))),
  ...[FZ, DN, AHP, FZ | rounding(1), FZ | DN | rounding(2), FZ | DN | AHP | rounding(3)].map((fpcr) => ({
    fpcr,
    fpsr: 0,
  })),
]
const HALF_MODES = MODES.filter(({ fpcr }) => [0, AHP, FZ | DN | AHP | rounding(3)].includes(fpcr))
const WIDENING_MODES = HALF_MODES.filter(({ fpsr }) => fpsr === 0)

// -- encodings -----------------------------------------------------------------------------------------

/** Rd 0, Rn 1, Rm 2, Ra 3; a fixed point of 24 bits, or what an element's number and a small shift make. */
const CHOSEN: Fields = { Rd: 0, Rn: 1, Rm: 2, Ra: 3, scale: 40, sh: 9, L: 1, H: 0, nzcv: 5 }

function chosenFields(row: Row, split: Fields): Fields {
  const fields = row.fields.map(({ name }) => [name, split[name] ?? CHOSEN[name] ?? 0] as const)
  return Object.fromEntries(fields)
}

/** By name; encodings that only differ in a condition appear once. */
function encodings(): Map<string, number> {
  const rows = new Set(
    [...FP_ARITHMETIC, ...FP_CONVERT, ...FP_VECTOR].filter((row) => has(CORTEX_A53, row.needs)),
  )
  const found = new Map<string, number>()
  for (const handler of new Decoder([...rows]).handlers) {
    if (handler === undefined) continue
    const { row, split } = handler
    if (split["cond"] !== undefined && split["cond"] !== 0) continue
    const fields = Object.entries(split).map(([name, value]) => `${name}=${value}`)
    found.set([row.name, ...fields].join(" "), encodeRow(row, chosenFields(row, split)))
  }
  return found
}

// -- operands ------------------------------------------------------------------------------------------

const COUNT = 96
const SEED = 20260101

/** c = -(a * b), or a number or two away: what a fused sum must not round twice. */
function cancelling(view: DataView, at: number, wide: boolean, random: Random): void {
  const lanes = wide ? 2 : 4
  for (let lane = 0; lane < lanes; lane++) {
    const place = at + lane * (wide ? 8 : 4)
    const number = () =>
      (1 + random.word() / 2 ** 32 + random.word() / 2 ** 52) * 2 ** random.between(-20, 20)
    const [a, b] = [number(), -number()]
    const off = random.between(-2, 2)
    if (wide) {
      view.setFloat64(place + 16, a, true)
      view.setFloat64(place + 32, b, true)
      for (const c of [place, place + 48]) {
        view.setFloat64(c, -(a * b), true)
        view.setBigInt64(c, view.getBigInt64(c, true) + BigInt(off), true)
      }
    } else {
      view.setFloat32(place + 16, a, true)
      view.setFloat32(place + 32, b, true)
      for (const c of [place, place + 48]) {
        view.setFloat32(c, -(view.getFloat32(place + 16, true) * view.getFloat32(place + 32, true)), true)
        view.setInt32(c, view.getInt32(c, true) + off, true)
      }
    }
  }
}

/** Numbers near the largest or the smallest normal one, so that sums and products overflow or lose bits. */
function extreme(view: DataView, at: number, wide: boolean, random: Random): void {
  const [size, bias] = wide ? [8, 1023] : [4, 127]
  for (let place = at; place < at + INPUT_SIZE; place += size) {
    const middle = random.pick([1, 2 * bias, bias >> 1, bias + (bias >> 1)])
    const exponent = Math.min(2 * bias, Math.max(0, middle + random.between(-2, 2)))
    const sign = random.chance(0.3) ? -0x8000_0000 : 0
    const fraction = random.chance(0.3) ? 0 : random.word()
    if (wide) {
      view.setUint32(place, fraction, true)
      view.setInt32(place + 4, sign | (exponent << 20) | (fraction & 0xf_ffff), true)
    } else view.setInt32(place, sign | (exponent << 23) | (fraction & 0x7f_ffff), true)
  }
}

function commonInputs(): Uint8Array {
  const random = new Random(SEED)
  const quads = new Uint32Array((COUNT * INPUT_SIZE) / 4)
  for (let n = 0; n < quads.length / 2; n++) vectorHalf(random, quads, n)
  const view = new DataView(quads.buffer)
  for (let n = 0; n < COUNT; n++) {
    if (n % 8 === 4) extreme(view, n * INPUT_SIZE, true, random)
    if (n % 8 === 5) extreme(view, n * INPUT_SIZE, false, random)
    if (n % 8 === 6) cancelling(view, n * INPUT_SIZE, true, random)
    if (n % 8 === 7) cancelling(view, n * INPUT_SIZE, false, random)
  }
  return new Uint8Array(quads.buffer)
}

/** V1 of each input from a list of values, as many as it holds. */
function inputsOf(
  values: ArrayLike<number>,
  bytes: number,
  write: (view: DataView, at: number, v: number) => void,
) {
  const each = 16 / bytes
  const inputs = new Uint8Array(Math.ceil(values.length / each) * INPUT_SIZE)
  const view = new DataView(inputs.buffer)
  for (let n = 0; n < values.length; n++) {
    write(view, Math.floor(n / each) * INPUT_SIZE + 16 + (n % each) * bytes, values[n])
  }
  return inputs
}

const HALVES = Array.from({ length: 0x1_0000 }, (_, n) => n)

/** One half in each input, for instructions that take one. */
const oneHalf = () => inputsOf(HALVES, 16, (view, at, half) => view.setUint16(at, half, true))
/** Four in the low half of V1. */
function fourHalves(): Uint8Array {
  const inputs = new Uint8Array((HALVES.length / 4) * INPUT_SIZE)
  const view = new DataView(inputs.buffer)
  for (const half of HALVES) view.setUint16((half >> 2) * INPUT_SIZE + 16 + (half & 3) * 2, half, true)
  return inputs
}

/** The number that 15 bits of a half stand for, the exponents of infinities taken as ordinary ones. */
function magnitudeOf(half: number): number {
  const [exponent, fraction] = [half >> 10, half & 0x3ff]
  return exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25)
}

/**
 * Every half's magnitude, then the middles between it and the next, then what lies just above those; signs in
 * turn. Four that follow one another are far apart, so that a vector has but one at the border of the normal
 * numbers.
 */
function betweenHalves(above: number): number[] {
  const spread = Array.from({ length: 0x8000 }, (_, n) => (n & 3) * 0x2000 + (n >> 2))
  const middle = (half: number) => (magnitudeOf(half) + magnitudeOf(half + 1)) / 2
  const kinds = [magnitudeOf, middle, (half: number) => middle(half) * (1 + above)]
  return kinds.flatMap((kind) => spread.map((half) => (half % 2 === 0 ? 1 : -1) * kind(half)))
}
const singlesBetween = () =>
  inputsOf(betweenHalves(2 ** -23), 4, (view, at, value) => view.setFloat32(at, value, true))
/** Of doubles, which come one by one, those above the middles alone. */
const doublesBetween = () =>
  inputsOf(betweenHalves(2 ** -52).slice(0x1_0000), 16, (view, at, value) => view.setFloat64(at, value, true))

/** All halves, by the words of FCVT, FCVTL and FCVTN between V1 and V0. */
function exhaustive(): Case[] {
  const [one, four, singles, doubles] = [oneHalf(), fourHalves(), singlesBetween(), doublesBetween()]
  return [
    { name: "all halves: FCVT S0, H1", word: 0x1ee2_4020, inputs: one, modes: WIDENING_MODES },
    { name: "all halves: FCVT D0, H1", word: 0x1ee2_c020, inputs: one, modes: WIDENING_MODES },
    { name: "all halves: FCVTL V0.4S, V1.4H", word: 0x0e21_7820, inputs: four, modes: WIDENING_MODES },
    { name: "between all halves: FCVTN V0.4H, V1.4S", word: 0x0e21_6820, inputs: singles, modes: HALF_MODES },
    { name: "between all halves: FCVT H0, D1", word: 0x1e63_c020, inputs: doubles, modes: HALF_MODES },
  ]
}

/** All cases, in the table's order. */
export function cases(): Case[] {
  const inputs = commonInputs()
  const each = [...encodings()].map(([name, word]) => ({ name, word, inputs, modes: MODES }))
  return [...each, ...exhaustive()]
}

// -- answers -------------------------------------------------------------------------------------------

/** One answer: V0, X0, FPSR, NZCV. */
export const ANSWER_SIZE = 32

/** FNV-1a over 32-bit words, for a mode's answers together. */
export function hash(answers: Uint8Array): number {
  const words = new Uint32Array(answers.buffer, answers.byteOffset, answers.byteLength / 4)
  let value = 0x811c_9dc5
  for (const word of words) value = Math.imul(value ^ word, 0x0100_0193) ^ (value >>> 15)
  return value >>> 0
}

/** A line of the table: eight digits for every mode. */
export function lineOf(modes: readonly Uint8Array[]): string {
  return modes.map((answers) => hash(answers).toString(16).padStart(8, "0")).join(" ")
}
