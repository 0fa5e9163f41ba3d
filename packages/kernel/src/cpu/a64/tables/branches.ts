// SPDX-License-Identifier: BSD-2-Clause
//
// Branches, exception generation and system instructions (Arm ARM DDI 0487, C4.1.87). Branch offsets are
// bytes from the instruction.

import { GEN_BRK, GEN_HLT, GEN_HVC, GEN_SMC, GEN_SVC, GEN_UNDEFINED, sysregKey } from "../../host.ts"
import * as L from "../../layout.ts"
import type { I32, I64 } from "../../dsl/code.ts"
import type { Ops } from "../../dsl/ops.ts"
import {
  DCZID_BS,
  DCZID_DZP,
  HCR_TDZ,
  HCR_TID2,
  HCR_TPC,
  HCR_TPU,
  SCTLR_DZE,
  SCTLR_UCI,
  SCTLR_UCT,
} from "../../mmu/registers.ts"
import { type Fields, row, type Row, signed } from "../row.ts"

const offset26 = (f: Fields) => signed(f["imm26"], 26) * 4
const offset19 = (f: Fields) => signed(f["imm19"], 19) * 4
const offset14 = (f: Fields) => signed(f["imm14"], 14) * 4
const LINK = 30

const BRANCHES: readonly Row[] = [
  row("B", "000101 imm26:26", { imm: offset26, flow: "jump" }, (o) => o.jump()),
  row("BL", "100101 imm26:26", { imm: offset26, flow: "call" }, (o) => {
    o.setXAt(LINK, o.add(o.pc(), o.i64(4)))
    o.jump()
  }),
  row("B.cond", "0101010 0 imm19:19 0 cond:4", { split: ["cond"], imm: offset19, flow: "cond" }, (o, _r, s) =>
    o.jumpIf(o.condition(s["cond"])),
  ),
  row(
    "CBZ/CBNZ",
    "sf:1 011010 op:1 imm19:19 Rt:5",
    { split: ["sf", "op"], regs: { t: "Rt" }, imm: offset19, flow: "cond" },
    (o, r, s) => {
      const zero = o.eqz(o.r(r["t"], s["sf"] === 1))
      o.jumpIf(s["op"] === 1 ? o.eqz(zero) : zero)
    },
  ),
  row(
    "TBZ/TBNZ",
    "b5:1 011011 op:1 b40:5 imm14:14 Rt:5",
    {
      split: ["op"],
      regs: { t: "Rt" },
      imm: offset14,
      small: (f) => (f["b5"] << 5) | f["b40"],
      flow: "cond",
    },
    (o, r, s) => {
      const bit = o.and(o.shrU(o.x(r["t"]), o.extendU(o.small())), o.i64(1))
      o.jumpIf(s["op"] === 1 ? o.eqz(o.eqz(bit)) : o.eqz(bit))
    },
  ),
  row("BR", "1101011 0000 11111 000000 Rn:5 00000", { regs: { n: "Rn" }, flow: "indirect" }, (o, r) =>
    o.jumpTo(o.x(r["n"])),
  ),
  row("BLR", "1101011 0001 11111 000000 Rn:5 00000", { regs: { n: "Rn" }, flow: "indirect" }, (o, r) => {
    const target = o.let(o.x(r["n"]))
    o.setXAt(LINK, o.add(o.pc(), o.i64(4)))
    o.jumpTo(target)
  }),
  row("RET", "1101011 0010 11111 000000 Rn:5 00000", { regs: { n: "Rn" }, flow: "indirect" }, (o, r) =>
    o.jumpTo(o.x(r["n"])),
  ),
  row("ERET", "1101011 0100 11111 000000 11111 00000", { flow: "system" }, (o) => o.hostEnds("eret", [])),
]

const EXCEPTIONS: readonly Row[] = (
  [
    ["SVC", "000", "00001", GEN_SVC],
    ["HVC", "000", "00010", GEN_HVC],
    ["SMC", "000", "00011", GEN_SMC],
    ["BRK", "001", "00000", GEN_BRK],
    ["HLT", "010", "00000", GEN_HLT],
  ] as const
).map(([name, opc, low, kind]) =>
  row(name, `11010100 ${opc} imm16:16 ${low}`, { imm: (f) => f["imm16"], flow: "system" }, (o) =>
    o.hostEnds("generate", [o.i32(kind), o.imm32()]),
  ),
)

const HINTS: readonly Row[] = [
  row("WFE/WFI", "11010101000000110010 0000 01 op:1 11111", { split: ["op"], flow: "system" }, (o, _r, s) =>
    o.hostEnds("wait", [o.i32(1 - s["op"])]),
  ),
  row("SEV/SEVL", "11010101000000110010 0000 10 op:1 11111", { split: ["op"], flow: "system" }, (o, _r, s) =>
    o.hostEnds("wait", [o.i32(2 + s["op"])]),
  ),
  row("HINT", "11010101000000110010 CRm:4 op2:3 11111", {}, () => undefined),
  row("CLREX", "11010101000000110011 CRm:4 010 11111", {}, (o) => {
    o.setField32(L.EXCL_ADDR_I32, o.i32(-1))
  }),
  row("DSB/DMB", "11010101000000110011 CRm:4 10 opc:1 11111", {}, () => undefined),
  // What it waits for has taken effect: whatever changes the regime leaves the straight line by itself.
  row("ISB", "11010101000000110011 CRm:4 110 11111", {}, () => undefined),
]

/** Registers of EL1 that are plain storage for a kernel: no trap, no side effect. */
const EL1_STORAGE = (
  [
    ["TPIDR_EL1", "000 1101 0000 100", L.SLOT.TPIDR_EL1],
    ["SP_EL0", "000 0100 0001 000", L.SLOT.SP_EL0],
    ["ELR_EL1", "000 0100 0000 001", L.SLOT.ELR_EL1],
    ["SPSR_EL1", "000 0100 0000 000", L.SLOT.SPSR_EL1],
    ["ESR_EL1", "000 0101 0010 000", L.SLOT.ESR_EL1],
    ["FAR_EL1", "000 0110 0000 000", L.SLOT.FAR_EL1],
  ] as const
).map(([name, key, slot]) =>
  row(
    `MRS/MSR (${name})`,
    `1101010100 L:1 11 ${key} Rt:5`,
    { split: ["L"], regs: { t: "Rt", d: "Rt:w" } },
    (o, r, s) => {
      const level =
        slot === L.SLOT.SP_EL0 ? o.and(o.field32(L.EL_I32), o.field32(L.SPSEL_I32)) : o.field32(L.EL_I32)
      o.if(o.eqz(level), () => o.hostEnds("generate", [o.i32(GEN_UNDEFINED), o.i32(0)]))
      if (s["L"] === 1) o.setX(r["d"], o.field64(slot))
      else o.setField64(slot, o.x(r["t"]))
    },
  ),
)

/** PSTATE.DAIF as MRS reads it. */
const DAIF_BITS = 0x3c0
const DAIF_KEY = sysregKey(3, 3, 4, 2, 1)

/** The interrupt masks, for EL1. What may let a waiting interrupt in is the host's, like EL0's attempts. */
const DAIF: readonly Row[] = [
  row(
    "MSR (DAIFSet/DAIFClr)",
    "1101010100000 011 0100 CRm:4 11 clear:1 11111",
    { split: ["clear"], small: (f) => (3 << 3) | 6 | f["clear"], imm: (f) => f["CRm"] },
    (o, _r, s) => {
      const el0 = o.eqz(o.field32(L.EL_I32))
      const isHosts = s["clear"] === 1 ? o.or(el0, o.field32(L.VIRQ_I32)) : el0
      o.if(isHosts, () => o.hostEnds("msrImm", [o.small(), o.imm32()]))
      const bits = o.shl(o.imm32(), o.i32(6))
      const masks = o.field32(L.DAIF_I32)
      o.setField32(L.DAIF_I32, s["clear"] === 1 ? o.and(masks, o.not(bits)) : o.or(masks, bits))
    },
  ),
  row(
    "MRS/MSR (DAIF)",
    "1101010100 L:1 11 011 0100 0010 001 Rt:5",
    { split: ["L"], regs: { t: "Rt", d: "Rt:w" } },
    (o, r, s) => {
      const el0 = o.eqz(o.field32(L.EL_I32))
      if (s["L"] === 1) {
        o.if(el0, () => {
          o.host("sysRead", [o.i32(DAIF_KEY)])
          o.setX(r["d"], o.field64(L.DATA))
          o.ends(L.R_NEXT)
        })
        return o.setX(r["d"], o.extendU(o.field32(L.DAIF_I32)))
      }
      o.if(o.or(el0, o.field32(L.VIRQ_I32)), () => {
        o.setField64(L.DATA, o.x(r["t"]))
        o.hostEnds("sysWrite", [o.i32(DAIF_KEY)])
      })
      o.setField32(L.DAIF_I32, o.and(o.w(r["t"]), o.i32(DAIF_BITS)))
    },
  ),
]

/** Has the host write a value to the register, or do the operation, whose key is the immediate. */
function writeSystem(o: Ops, value: I64): void {
  o.setField64(L.DATA, value)
  o.hostEnds("sysWrite", [o.imm32()])
}

/** Whether an instruction traps: at EL1 by a bit of HCR_EL2, at EL0 without one of SCTLR_EL1, too (not zero: yes). */
function prohibited(o: Ops, hcr: number, sctlr: number): I32 {
  const trapped = o.and(o.field32(L.SLOT.HCR_EL2), o.i32(hcr))
  const el0 = o.eqz(o.or(o.field32(L.EL_I32), o.and(o.field32(L.SLOT.SCTLR_EL1), o.i32(sctlr))))
  return o.or(trapped, el0)
}
const zvaProhibited = (o: Ops) => prohibited(o, HCR_TDZ, SCTLR_DZE)

/**
 * Cache maintenance by address up to where a store is seen anyway: nothing is to be done, once it is known that the
 * address is mapped. A kernel that patches itself does little else (CRm, HCR_EL2's trap).
 */
const MAINTENANCE = (
  [
    ["IC IVAU", 5, HCR_TPU],
    ["DC CVAC", 10, HCR_TPC],
    ["DC CVAU", 11, HCR_TPU],
    ["DC CIVAC", 14, HCR_TPC],
  ] as const
).map(([name, crm, trap]) =>
  row(
    name,
    `1101010100 0 01 011 0111 ${crm.toString(2).padStart(4, "0")} 001 Rt:5`,
    { regs: { t: "Rt" }, imm: () => sysregKey(1, 3, 7, crm, 1) },
    (o, r) => {
      const address = o.let(o.x(r["t"]))
      const slow = () => writeSystem(o, address)
      o.if(prohibited(o, trap, SCTLR_UCI), slow)
      o.touch(address, slow)
    },
  ),
)

const SYSTEM: readonly Row[] = [
  row(
    "MRS/MSR (TPIDR_EL0)",
    "1101010100 L:1 11 011 1101 0000 010 Rt:5",
    { split: ["L"], regs: { t: "Rt", d: "Rt:w" } },
    (o, r, s) => {
      if (s["L"] === 1) o.setX(r["d"], o.field64(L.SLOT.TPIDR_EL0))
      else o.setField64(L.SLOT.TPIDR_EL0, o.x(r["t"]))
    },
  ),
  row(
    "MRS/MSR (NZCV)",
    "1101010100 L:1 11 011 0100 0010 000 Rt:5",
    { split: ["L"], regs: { t: "Rt", d: "Rt:w" } },
    (o, r, s) => {
      if (s["L"] === 1) o.setX(r["d"], o.extendU(o.nzcv()))
      else o.setNzcv(o.w(r["t"]))
    },
  ),
  ...EL1_STORAGE,
  row(
    "DC ZVA",
    "1101010100 0 01 011 0111 0100 001 Rt:5",
    { regs: { t: "Rt" }, imm: () => sysregKey(1, 3, 7, 4, 1) },
    (o, r) => {
      const address = o.let(o.x(r["t"]))
      const slow = () => writeSystem(o, address)
      o.if(zvaProhibited(o), slow)
      o.zeroBlock(address, slow)
    },
  ),
  row("MRS (DCZID_EL0)", "1101010100 1 11 011 0000 0000 111 Rt:5", { regs: { d: "Rt:w" } }, (o, r) => {
    o.setX(r["d"], o.extendU(o.select(zvaProhibited(o), o.i32(DCZID_DZP | DCZID_BS), o.i32(DCZID_BS))))
  }),
  ...MAINTENANCE,
  row(
    "MRS (CTR_EL0)",
    "1101010100 1 11 011 0000 0000 001 Rt:5",
    { regs: { d: "Rt:w" }, imm: () => sysregKey(3, 3, 0, 0, 1) },
    (o, r) => {
      o.if(prohibited(o, HCR_TID2, SCTLR_UCT), () => {
        o.host("sysRead", [o.imm32()])
        o.setX(r["d"], o.field64(L.DATA))
        o.ends(L.R_NEXT)
      })
      o.setX(r["d"], o.field64(L.SLOT.CTR_EL0))
    },
  ),
  ...DAIF,
  row(
    "MSR (immediate)",
    "1101010100000 op1:3 0100 CRm:4 op2:3 11111",
    { small: (f) => (f["op1"] << 3) | f["op2"], imm: (f) => f["CRm"], flow: "system" },
    (o) => o.hostEnds("msrImm", [o.small(), o.imm32()]),
  ),
  row(
    "MSR (register)/SYS",
    "1101010100 0 op0:2 op1:3 CRn:4 CRm:4 op2:3 Rt:5",
    {
      regs: { t: "Rt" },
      imm: (f) => sysregKey(f["op0"], f["op1"], f["CRn"], f["CRm"], f["op2"]),
      when: (f) => f["op0"] !== 0,
      flow: "system",
    },
    (o, r) => writeSystem(o, o.x(r["t"])),
  ),
  row(
    "MRS/SYSL",
    "1101010100 1 op0:2 op1:3 CRn:4 CRm:4 op2:3 Rt:5",
    {
      regs: { d: "Rt:w" },
      imm: (f) => sysregKey(f["op0"], f["op1"], f["CRn"], f["CRm"], f["op2"]),
      when: (f) => f["op0"] !== 0,
      inPlace: true,
    },
    (o, r) => {
      o.host("sysRead", [o.imm32()])
      o.setX(r["d"], o.field64(L.DATA))
    },
  ),
]

export const BRANCHES_AND_SYSTEM: readonly Row[] = [...BRANCHES, ...EXCEPTIONS, ...HINTS, ...SYSTEM]
