// SPDX-License-Identifier: BSD-2-Clause
//
// Loads and stores of vector registers as scalars of 8 to 128 bits (Arm ARM DDI 0487, C4.1.88): immediate,
// register and PC-relative addresses, and pairs. Structures (LD1 to LD4) are in their own file.

import type { I64 } from "../../dsl/code.ts"
import type { Ops, Size, Slot } from "../../dsl/ops.ts"
import { type Fields, type Regs, row, type Row, type RowOptions, signed } from "../row.ts"
import { extended } from "./data-register.ts"

/** Bit 1 of opc makes 128 bits of size 0; other sizes do not have it. */
const exists = (f: Fields) => f["opc"] < 2 || f["size"] === 0
const log2Size = (f: Fields) => (f["opc"] >= 2 ? 4 : f["size"])
const imm9 = (f: Fields) => signed(f["imm9"], 9)

function load(o: Ops, slot: Slot, log2: number, address: I64): void {
  if (log2 === 4) o.setV(slot, o.readV(address))
  else if (log2 >= 2) o.loadLow(slot, log2 === 3 ? 8 : 4, address)
  else o.setVLow(slot, o.read((1 << log2) as Size, false, address))
}

function store(o: Ops, slot: Slot, log2: number, address: I64): void {
  if (log2 === 4) o.writeV(address, o.v(slot))
  else if (log2 >= 2) o.storeLow(slot, log2 === 3 ? 8 : 4, address)
  else o.write((1 << log2) as Size, address, o.vLow(slot))
}

function access(o: Ops, r: Regs, s: Fields, address: I64): void {
  if ((s["opc"] & 1) === 1) load(o, r["t"], log2Size(s), address)
  else store(o, r["t"], log2Size(s), address)
}

const OPERANDS = { t: "Rt:v", n: "Rn:sp" }
const COMMON: RowOptions = { split: ["size", "opc"], regs: OPERANDS, imm: imm9, only: exists, fp: true }

const SINGLE: readonly Row[] = [
  row(
    "LDR/STR (unsigned offset, vector)",
    "size:2 111 1 01 opc:2 imm12:12 Rn:5 Rt:5",
    { ...COMMON, imm: (f) => f["imm12"] * (1 << log2Size(f)) },
    (o, r, s) => access(o, r, s, o.add(o.x(r["n"]), o.imm())),
  ),
  row("LDUR/STUR (vector)", "size:2 111 1 00 opc:2 0 imm9:9 00 Rn:5 Rt:5", COMMON, (o, r, s) =>
    access(o, r, s, o.add(o.x(r["n"]), o.imm())),
  ),
  row("LDR/STR (post-index, vector)", "size:2 111 1 00 opc:2 0 imm9:9 01 Rn:5 Rt:5", COMMON, (o, r, s) => {
    const base = o.let(o.x(r["n"]))
    access(o, r, s, base)
    o.setX(r["n"], o.add(base, o.imm()))
  }),
  row("LDR/STR (pre-index, vector)", "size:2 111 1 00 opc:2 0 imm9:9 11 Rn:5 Rt:5", COMMON, (o, r, s) => {
    const address = o.let(o.add(o.x(r["n"]), o.imm()))
    access(o, r, s, address)
    o.setX(r["n"], address)
  }),
  row(
    "LDR/STR (register, vector)",
    "size:2 111 1 00 opc:2 1 Rm:5 option:3 S:1 10 Rn:5 Rt:5",
    {
      split: ["size", "opc", "option"],
      regs: { ...OPERANDS, m: "Rm" },
      small: (f) => (f["S"] === 1 ? log2Size(f) : 0),
      only: (f) => exists(f) && (f["option"] & 2) !== 0,
      fp: true,
    },
    (o, r, s) => access(o, r, s, o.add(o.x(r["n"]), extended(o, s["option"], o.x(r["m"]), o.small()))),
  ),
  row(
    "LDR (literal, vector)",
    "opc:2 011 1 00 imm19:19 Rt:5",
    {
      split: ["opc"],
      regs: { t: "Rt:v" },
      imm: (f) => signed(f["imm19"], 19) * 4,
      only: (f) => f["opc"] !== 3,
      fp: true,
    },
    (o, r, s) => load(o, r["t"], 2 + s["opc"], o.add(o.pc(), o.imm())),
  ),
]

function pair(o: Ops, r: Regs, log2: number, isLoad: boolean, first: I64): void {
  if (log2 === 4) {
    if (!isLoad) return o.writeVPair(first, o.v(r["t"]), o.v(r["u"]))
    const [a, b] = o.readVPair(first)
    o.setV(r["t"], a)
    return o.setV(r["u"], b)
  }
  const size = log2 === 3 ? 8 : 4
  if (!isLoad) return o.writePair(size, first, o.vLow(r["t"]), o.vLow(r["u"]))
  const [a, b] = o.readPair(size, false, first)
  o.setVLow(r["t"], a)
  o.setVLow(r["u"], b)
}

const PAIRS: readonly Row[] = (
  [
    ["LDNP/STNP (vector)", "00"],
    ["LDP/STP (post-index, vector)", "01"],
    ["LDP/STP (offset, vector)", "10"],
    ["LDP/STP (pre-index, vector)", "11"],
  ] as const
).map(([name, mode]) =>
  row(
    name,
    `opc:2 101 1 0 ${mode} L:1 imm7:7 Rt2:5 Rn:5 Rt:5`,
    {
      split: ["opc", "L"],
      regs: { t: "Rt:v", u: "Rt2:v", n: "Rn:sp" },
      imm: (f) => signed(f["imm7"], 7) * (4 << f["opc"]),
      only: (f) => f["opc"] !== 3,
      fp: true,
    },
    (o, r, s) => {
      const base = o.let(o.x(r["n"]))
      const moved = o.let(o.add(base, o.imm()))
      pair(o, r, 2 + s["opc"], s["L"] === 1, mode === "01" ? base : moved)
      if (mode === "01" || mode === "11") o.setX(r["n"], moved)
    },
  ),
)

export const LOADS_STORES_VECTOR: readonly Row[] = [...SINGLE, ...PAIRS]
