// SPDX-License-Identifier: BSD-2-Clause
//
// Loads and stores of general registers (Arm ARM DDI 0487, C4.1.88): immediate, register and PC-relative
// addresses, pairs, unprivileged, exclusive and ordered accesses. Loads of vector registers are beside.

import type { I64 } from "../../dsl/code.ts"
import type { Ops, Size, Slot } from "../../dsl/ops.ts"
import * as L from "../../layout.ts"
import { type Fields, type Regs, row, type Row, signed } from "../row.ts"
import { extended } from "./data-register.ts"

/** opc of single loads and stores: 0 store, 1 load, 2 load signed to 64 bits, 3 load signed to 32 bits. */
const accessExists = (f: Fields) => f["opc"] < 2 || (f["opc"] === 2 ? f["size"] < 3 : f["size"] < 2)
const isPrefetch = (f: Fields) => f["size"] === 3 && f["opc"] === 2

const sizeOf = (s: Fields) => (1 << s["size"]) as Size
const imm9 = (f: Fields) => signed(f["imm9"], 9)

/** One access by size and opc. `t` names the register twice: as source and as destination. */
function access(o: Ops, r: Regs, s: Fields, address: I64, flags = 0): void {
  const size = sizeOf(s)
  if (s["opc"] === 0) return o.write(size, address, o.x(r["t"]), flags)
  const value = o.read(size, s["opc"] >= 2, address, flags)
  o.setX(r["d"], s["opc"] === 3 ? o.and(value, o.i64(-1, 0)) : value)
}

const OPERANDS = { t: "Rt", d: "Rt:w", n: "Rn:sp" }

const SINGLE: readonly Row[] = [
  row("PRFM (immediate)", "11 111 0 01 10 imm12:12 Rn:5 Rt:5", {}, () => undefined),
  row("PRFUM", "11 111 0 00 10 0 imm9:9 00 Rn:5 Rt:5", {}, () => undefined),
  row(
    "PRFM (register)",
    "11 111 0 00 10 1 Rm:5 option:3 S:1 10 Rn:5 Rt:5",
    { when: (f) => (f["option"] & 2) !== 0 },
    () => undefined,
  ),
  row("PRFM (literal)", "11 011 0 00 imm19:19 Rt:5", {}, () => undefined),
  row(
    "LDR/STR (unsigned offset)",
    "size:2 111 0 01 opc:2 imm12:12 Rn:5 Rt:5",
    {
      split: ["size", "opc"],
      regs: OPERANDS,
      imm: (f) => f["imm12"] * (1 << f["size"]),
      only: accessExists,
    },
    (o, r, s) => access(o, r, s, o.add(o.x(r["n"]), o.imm())),
  ),
  row(
    "LDUR/STUR",
    "size:2 111 0 00 opc:2 0 imm9:9 00 Rn:5 Rt:5",
    { split: ["size", "opc"], regs: OPERANDS, imm: imm9, only: accessExists },
    (o, r, s) => access(o, r, s, o.add(o.x(r["n"]), o.imm())),
  ),
  row(
    "LDTR/STTR",
    "size:2 111 0 00 opc:2 0 imm9:9 10 Rn:5 Rt:5",
    {
      split: ["size", "opc"],
      regs: OPERANDS,
      imm: imm9,
      only: (f) => accessExists(f) && !isPrefetch(f),
    },
    (o, r, s) => access(o, r, s, o.add(o.x(r["n"]), o.imm()), L.ACC_UNPRIV),
  ),
  row(
    "LDR/STR (post-index)",
    "size:2 111 0 00 opc:2 0 imm9:9 01 Rn:5 Rt:5",
    { split: ["size", "opc"], regs: OPERANDS, imm: imm9, only: accessExists },
    (o, r, s) => {
      const base = o.let(o.x(r["n"]))
      access(o, r, s, base)
      o.setX(r["n"], o.add(base, o.imm()))
    },
  ),
  row(
    "LDR/STR (pre-index)",
    "size:2 111 0 00 opc:2 0 imm9:9 11 Rn:5 Rt:5",
    { split: ["size", "opc"], regs: OPERANDS, imm: imm9, only: accessExists },
    (o, r, s) => {
      const address = o.let(o.add(o.x(r["n"]), o.imm()))
      access(o, r, s, address)
      o.setX(r["n"], address)
    },
  ),
  row(
    "LDR/STR (register)",
    "size:2 111 0 00 opc:2 1 Rm:5 option:3 S:1 10 Rn:5 Rt:5",
    {
      split: ["size", "opc", "option"],
      regs: { ...OPERANDS, m: "Rm" },
      small: (f) => (f["S"] === 1 ? f["size"] : 0),
      only: (f) => accessExists(f) && (f["option"] & 2) !== 0,
    },
    (o, r, s) => access(o, r, s, o.add(o.x(r["n"]), extended(o, s["option"], o.x(r["m"]), o.small()))),
  ),
  row(
    "LDR/LDRSW (literal)",
    "opc:2 011 0 00 imm19:19 Rt:5",
    {
      split: ["opc"],
      regs: { d: "Rt:w" },
      imm: (f) => signed(f["imm19"], 19) * 4,
      only: (f) => f["opc"] !== 3,
    },
    (o, r, s) => {
      const address = o.add(o.pc(), o.imm())
      o.setX(r["d"], o.read(s["opc"] === 1 ? 8 : 4, s["opc"] === 2, address))
    },
  ),
]

/** opc of pairs: 0 words, 1 signed words (loads only), 2 doublewords. */
const pairScale = (f: Fields) => (f["opc"] === 2 ? 8 : 4)
const PAIR_OPERANDS = { t: "Rt", u: "Rt2", n: "Rn:sp" }
const PAIR_LOAD_OPERANDS = { t: "Rt:w", u: "Rt2:w", n: "Rn:sp" }

function pair(o: Ops, r: Regs, s: Fields, isPairLoad: boolean, first: I64): void {
  const size = s["opc"] === 2 ? 8 : 4
  if (!isPairLoad) return o.writePair(size, first, o.x(r["t"]), o.x(r["u"]))
  const [low, high] = o.readPair(size, s["opc"] === 1, first)
  o.setX(r["t"], low)
  o.setX(r["u"], high)
}

const PAIRS: readonly Row[] = [0, 1].flatMap((load) =>
  (
    [
      ["LDNP/STNP", "00"],
      ["LDP/STP (post-index)", "01"],
      ["LDP/STP (offset)", "10"],
      ["LDP/STP (pre-index)", "11"],
    ] as const
  ).map(([name, mode]) =>
    row(
      `${name} ${load === 1 ? "load" : "store"}`,
      `opc:2 101 0 0 ${mode} ${load} imm7:7 Rt2:5 Rn:5 Rt:5`,
      {
        split: ["opc"],
        regs: load === 1 ? PAIR_LOAD_OPERANDS : PAIR_OPERANDS,
        imm: (f) => signed(f["imm7"], 7) * pairScale(f),
        only: (f) => f["opc"] !== 3 && (f["opc"] !== 1 || (load === 1 && mode !== "00")),
      },
      (o, r, s) => {
        const base = o.let(o.x(r["n"]))
        const moved = o.let(o.add(base, o.imm()))
        pair(o, r, s, load === 1, mode === "01" ? base : moved)
        if (mode === "01" || mode === "11") o.setX(r["n"], moved)
      },
    ),
  ),
)

/** Opens the exclusive monitor on an address, for STXR to find it unchanged. */
function watch(o: Ops, address: I64, size: number, low: I64, high?: I64): void {
  o.setField64(L.EXCL_VA, address)
  o.setField32(L.EXCL_SIZE_I32, o.i32(size))
  o.setField64(L.EXCL_VALUE, low)
  if (high !== undefined) o.setField64(L.EXCL_VALUE + 8, high)
  o.setField32(L.EXCL_ADDR_I32, o.i32(0))
}

/**
 * Store exclusive: succeeds when the monitor watches this address at this size and memory holds what the
 * load exclusive read. `store` does it; the status (0 success) goes to the register `status`.
 */
function storeExclusive(
  o: Ops,
  status: Slot,
  address: I64,
  size: number,
  unchanged: () => ReturnType<Ops["i32"]>,
  store: () => void,
): void {
  const done = o.temp(0x7f)
  o.setLocal(done, o.i32(1))
  const open = o.eqz(o.field32(L.EXCL_ADDR_I32))
  const same = o.and(o.eq(o.field64(L.EXCL_VA), address), o.eq(o.field32(L.EXCL_SIZE_I32), o.i32(size)))
  o.if(o.and(open, same), () => {
    o.if(unchanged(), () => {
      store()
      o.setLocal(done, o.i32(0))
    })
  })
  o.setField32(L.EXCL_ADDR_I32, o.i32(-1))
  o.setW(status, o.local(done, 0x7f))
}

const EXCLUSIVE: readonly Row[] = [
  row(
    "LDXR/LDAXR",
    "size:2 001000 010 Rs:5 o0:1 Rt2:5 Rn:5 Rt:5",
    { split: ["size"], regs: { d: "Rt:w", n: "Rn:sp" } },
    (o, r, s) => {
      const address = o.let(o.x(r["n"]))
      const value = o.read(sizeOf(s), false, address, L.ACC_ALIGNED)
      watch(o, address, sizeOf(s), value)
      o.setX(r["d"], value)
    },
  ),
  row(
    "STXR/STLXR",
    "size:2 001000 000 Rs:5 o0:1 Rt2:5 Rn:5 Rt:5",
    { split: ["size"], regs: { d: "Rs:w", t: "Rt", n: "Rn:sp" } },
    (o, r, s) => {
      const address = o.let(o.x(r["n"]))
      const size = sizeOf(s)
      storeExclusive(
        o,
        r["d"],
        address,
        size,
        () => o.eq(o.read(size, false, address, L.ACC_ALIGNED), o.field64(L.EXCL_VALUE)),
        () => o.write(size, address, o.x(r["t"]), L.ACC_ALIGNED),
      )
    },
  ),
  row(
    "LDXP/LDAXP",
    "1 sz:1 001000 011 Rs:5 o0:1 Rt2:5 Rn:5 Rt:5",
    { split: ["sz"], regs: { d: "Rt:w", u: "Rt2:w", n: "Rn:sp" } },
    (o, r, s) => {
      const size = s["sz"] === 1 ? 8 : 4
      const address = o.let(o.x(r["n"]))
      const [low, high] = readPair(o, address, size)
      watch(o, address, size * 2, low, high)
      o.setX(r["d"], low)
      o.setX(r["u"], high)
    },
  ),
  row(
    "STXP/STLXP",
    "1 sz:1 001000 001 Rs:5 o0:1 Rt2:5 Rn:5 Rt:5",
    { split: ["sz"], regs: { d: "Rs:w", t: "Rt", u: "Rt2", n: "Rn:sp" } },
    (o, r, s) => {
      const size = s["sz"] === 1 ? 8 : 4
      const address = o.let(o.x(r["n"]))
      storeExclusive(
        o,
        r["d"],
        address,
        size * 2,
        () => {
          const [low, high] = readPair(o, address, size)
          const lowSame = o.eq(low, o.field64(L.EXCL_VALUE))
          return o.and(lowSame, o.eq(high, o.field64(L.EXCL_VALUE + 8)))
        },
        () => {
          o.write(size, address, o.x(r["t"]))
          o.write(size, o.add(address, o.i64(size)), o.x(r["u"]))
        },
      )
    },
  ),
  row(
    "LDAR/STLR",
    "size:2 001000 1 L:1 0 Rs:5 1 Rt2:5 Rn:5 Rt:5",
    { split: ["size", "L"], regs: OPERANDS },
    (o, r, s) => {
      if (s["L"] === 1) o.setX(r["d"], o.read(sizeOf(s), false, o.x(r["n"]), L.ACC_ALIGNED))
      else o.write(sizeOf(s), o.x(r["n"]), o.x(r["t"]), L.ACC_ALIGNED)
    },
  ),
]

/** Two neighbouring elements, aligned to both: the address check of the pair comes with the first. */
function readPair(o: Ops, address: I64, size: 4 | 8): readonly [I64, I64] {
  if (size === 4) {
    const both = o.read(8, false, address, L.ACC_ALIGNED)
    return [o.let(o.and(both, o.i64(-1, 0))), o.let(o.shrU(both, o.i64(32)))]
  }
  const low = o.read(8, false, address, L.ACC_ALIGNED | L.ACC_PAIR)
  return [low, o.read(8, false, o.add(address, o.i64(8)), L.ACC_ALIGNED)]
}

export const LOADS_STORES: readonly Row[] = [...SINGLE, ...PAIRS, ...EXCLUSIVE]
