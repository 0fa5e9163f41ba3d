// SPDX-License-Identifier: BSD-2-Clause
//
// Advanced SIMD loads and stores of structures (Arm ARM DDI 0487, C4.1.88): LD1 to LD4 and ST1 to ST4 of
// multiple structures, of one element, and with replication; each with post-index.

import { type I32, type I64, type Int, TYPES, type V128 } from "../../dsl/code.ts"
import type { Ops, Size } from "../../dsl/ops.ts"
import { Lanes } from "../lanes.ts"
import { type Fields, type Regs, row, type Row, type RowOptions } from "../row.ts"

/** Registers and interleaving by opcode of multiple structures. */
const MULTIPLE: Readonly<Record<number, { registers: number; elements: number }>> = {
  0b0000: { registers: 4, elements: 4 },
  0b0010: { registers: 4, elements: 1 },
  0b0100: { registers: 3, elements: 3 },
  0b0110: { registers: 3, elements: 1 },
  0b0111: { registers: 1, elements: 1 },
  0b1000: { registers: 2, elements: 2 },
  0b1010: { registers: 2, elements: 1 },
}

/** Sixteen bytes picked by number from several vectors in a row. */
function gather(o: Ops, from: readonly V128[], bytes: readonly number[]): V128 {
  const wanted = (vector: number) => bytes.some((byte) => byte >> 4 === vector)
  const used = from.map((_, vector) => vector).filter(wanted)
  const first = used[0]
  const second = used[1] ?? first
  const place = (byte: number) => (byte & 15) + (byte >> 4 === first ? 0 : 16)
  let result = o.shuffle(
    from[first],
    from[second],
    bytes.map((byte) => (byte >> 4 === first || byte >> 4 === second ? place(byte) : 0)),
  )
  for (const vector of used.slice(2)) {
    result = o.shuffle(
      result,
      from[vector],
      bytes.map((byte, at) => (byte >> 4 === vector ? 16 + (byte & 15) : at)),
    )
  }
  return o.let(result)
}

/** Byte numbers in memory, of the bytes of register `register` (low `active` of them). */
function placesOf(register: number, registers: number, size: number, active: number): number[] {
  return Array.from({ length: 16 }, (_, at) => {
    const byte = at % active
    return (((byte >> size) * registers + register) << size) + (byte & ((1 << size) - 1))
  })
}

/** Byte numbers in the registers (16 each), of the bytes of the `chunk`th 16 bytes of memory. */
function sourcesOf(chunk: number, registers: number, size: number, active: number): number[] {
  return Array.from({ length: 16 }, (_, at) => {
    const byte = (chunk * 16 + at) % (registers * active)
    const element = byte >> size
    return (element % registers) * 16 + (Math.floor(element / registers) << size) + (byte & ((1 << size) - 1))
  })
}

/** Memory in vectors of 16 bytes, the last of them maybe 8. */
function readMemory(o: Ops, base: I64, bytes: number): V128[] {
  const chunks: V128[] = []
  for (let at = 0; at < bytes; at += 16) {
    const address = o.add(base, o.i64(at))
    chunks.push(bytes - at >= 16 ? o.readV(address) : low(o, o.read(8, false, address)))
  }
  return chunks
}

function low(o: Ops, value: I64): V128 {
  return o.let(new Lanes(o, 3, 8).splat(value))
}

function writeMemory(o: Ops, base: I64, bytes: number, chunks: readonly V128[]): void {
  chunks.forEach((chunk, number) => {
    const at = number * 16
    const address = o.add(base, o.i64(at))
    if (bytes - at >= 16) o.writeV(address, chunk)
    else o.write(8, address, new Lanes(o, 3, 8).extract(chunk, 0) as I64)
  })
}

function multiple(o: Ops, r: Regs, s: Fields, base: I64): void {
  const { registers, elements } = MULTIPLE[s["opcode"]]
  const active = s["Q"] === 1 ? 16 : 8
  const bytes = registers * active
  const l = new Lanes(o, s["size"], active)
  // Without interleaving a register is one element of its own size.
  const size = elements === 1 ? (s["Q"] === 1 ? 4 : 3) : s["size"]
  const count = Math.ceil(bytes / 16)
  if (s["L"] === 1) {
    const memory = readMemory(o, base, bytes)
    const values = Array.from({ length: registers }, (_, at) =>
      size === 4 ? memory[at] : gather(o, memory, placesOf(at, registers, size, active)),
    )
    values.forEach((value, at) => l.put(r["t"], value, at))
  } else {
    const values = Array.from({ length: registers }, (_, at) => o.v(r["t"], at))
    const chunks = Array.from({ length: count }, (_, at) =>
      size === 4 ? values[at] : gather(o, values, sourcesOf(at, registers, size, active)),
    )
    writeMemory(o, base, bytes, chunks)
  }
}

const OPERANDS = { t: "Rt:v", n: "Rn:sp" }

/** The three forms of addresses: base alone, then moved by the bytes of the access, or by a register. */
function forms(
  name: string,
  head: (post: number) => string,
  tail: string,
  options: RowOptions,
  bytes: (s: Fields) => number,
  access: (o: Ops, r: Regs, s: Fields, base: I64) => void,
): Row[] {
  const immediate = (o: Ops, r: Regs, s: Fields, moves: boolean) => {
    const base = o.let(o.x(r["n"]))
    access(o, r, s, base)
    if (moves) o.setX(r["n"], o.add(base, o.i64(bytes(s))))
  }
  return [
    row(name, `${head(0)} 00000 ${tail}`, { ...options, regs: OPERANDS, fp: true }, (o, r, s) =>
      immediate(o, r, s, false),
    ),
    row(
      `${name} (post-index)`,
      `${head(1)} 11111 ${tail}`,
      { ...options, regs: OPERANDS, fp: true },
      (o, r, s) => immediate(o, r, s, true),
    ),
    row(
      `${name} (post-index, register)`,
      `${head(1)} Rm:5 ${tail}`,
      { ...options, regs: { ...OPERANDS, m: "Rm" }, fp: true },
      (o, r, s) => {
        const base = o.let(o.x(r["n"]))
        access(o, r, s, base)
        o.setX(r["n"], o.add(base, o.x(r["m"])))
      },
    ),
  ]
}

const MULTIPLES: readonly Row[] = forms(
  "LD1-LD4/ST1-ST4 (multiple structures)",
  (post) => `0 Q:1 001100 ${post} L:1 0`,
  "opcode:4 size:2 Rn:5 Rt:5",
  {
    split: ["Q", "L", "opcode", "size"],
    only: (f) => {
      const kind = MULTIPLE[f["opcode"]]
      return kind !== undefined && (kind.elements === 1 || f["size"] < 3 || f["Q"] === 1)
    },
  },
  (s) => MULTIPLE[s["opcode"]].registers * (s["Q"] === 1 ? 16 : 8),
  multiple,
)

/** A scalar read from memory as a lane takes it. */
function lane(o: Ops, size: number, value: I64): Int {
  return size === 3 ? value : o.wrap(value)
}

const selected = (s: Fields) => s["o0"] * 2 + s["R"] + 1

/** One element of each register, the lane in the small operand. */
function single(size: number): (o: Ops, r: Regs, s: Fields, base: I64) => void {
  return (o, r, s, base) => {
    const l = new Lanes(o, size, 16)
    const bytes = (1 << size) as Size
    const registers = Array.from({ length: selected(s) }, (_, at) => at)
    const address = (at: number) => o.add(base, o.i64(at * bytes))
    if (s["L"] === 1) {
      const values = registers.map((at) => o.read(bytes, false, address(at)))
      for (const at of registers) {
        o.setV(r["t"], l.replaceAt(o.v(r["t"], at), o.small(), lane(o, size, values[at])), at)
      }
      return
    }
    for (const at of registers) {
      const value = l.extractAt(o.v(r["t"], at), o.small())
      o.write(bytes, address(at), o.type(value) === TYPES.I64 ? (value as I64) : o.extendU(value as I32))
    }
  }
}

/** opcode<2:1>, opcode<0>, S and size of one element: which bits are the index. */
const SINGLES = [
  { size: 0, tail: "00 o0:1 S:1 i:2", index: (f: Fields) => (f["Q"] << 3) | (f["S"] << 2) | f["i"] },
  { size: 1, tail: "01 o0:1 S:1 i:1 0", index: (f: Fields) => (f["Q"] << 2) | (f["S"] << 1) | f["i"] },
  { size: 2, tail: "10 o0:1 S:1 00", index: (f: Fields) => (f["Q"] << 1) | f["S"] },
  { size: 3, tail: "10 o0:1 0 01", index: (f: Fields) => f["Q"] },
] as const

const NAMES = ["B", "H", "S", "D"]

const SINGLE: readonly Row[] = SINGLES.flatMap(({ size, tail, index }) =>
  forms(
    `LD1-LD4/ST1-ST4 (single structure, ${NAMES[size]})`,
    (post) => `0 Q:1 001101 ${post} L:1 R:1`,
    `${tail} Rn:5 Rt:5`,
    { split: ["L", "R", "o0"], small: index },
    (s) => selected(s) << size,
    single(size),
  ),
)

const REPLICATE: readonly Row[] = forms(
  "LD1R-LD4R",
  (post) => `0 Q:1 001101 ${post} 1 R:1`,
  "11 o0:1 0 size:2 Rn:5 Rt:5",
  { split: ["Q", "R", "o0", "size"] },
  (s) => selected(s) << s["size"],
  (o, r, s, base) => {
    const bytes = (1 << s["size"]) as Size
    const l = new Lanes(o, s["size"], s["Q"] === 1 ? 16 : 8)
    const registers = Array.from({ length: selected(s) }, (_, at) => at)
    const values = registers.map((at) => o.read(bytes, false, o.add(base, o.i64(at * bytes))))
    for (const at of registers) l.put(r["t"], l.splat(lane(o, s["size"], values[at])), at)
  },
)

export const LOADS_STORES_STRUCTURE: readonly Row[] = [...MULTIPLES, ...SINGLE, ...REPLICATE]
