// SPDX-License-Identifier: BSD-2-Clause
//
// The system registers and system instructions of EL1 and EL0, for a CPU model, one line each: name, op0 op1 CRn CRm op2,
// access from EL0 and EL1, how it is kept, and what may trap it. After Arm ARM DDI 0487 (D17, C5) for
// Armv8.0-A and later, and the Cortex-A53 TRM (DDI 0500, chapter 4). What has no line is UNDEFINED; so are the PMU's
// registers, since ID_AA64DFR0_EL1 says that there is no PMU. AArch32 identification registers read as zero.

import { sysregKey } from "../host.ts"
import { SLOT, type SysregSlot } from "../layout.ts"
import type { Feature, IdRegister } from "../models/features.ts"
import { type CpuModel, has, idRegister } from "../models/model.ts"

/** Allowed accesses: read, write. */
export type Rights = "--" | "r-" | "-w" | "rw"

/** What EL2 can trap, and by which control. */
export type Trap =
  | "none"
  | "TVM" // HCR_EL2.TVM for writes, TRVM for reads
  | "TID1"
  | "TID2"
  | "TID3"
  | "TACR"
  | "TSW"
  | "TPC"
  | "TPU"
  | "TTLB"
  | "TDZ"
  | "TCPAC" // CPTR_EL2
  | "TDA" // MDCR_EL2
  | "TDOSA"
  | "TDRA"
  | "EL1PCTEN" // CNTHCTL_EL2, traps when clear
  | "EL1PCEN"

/** What EL1 can deny to EL0, and conditions that hold at both. */
export type Gate =
  | "none"
  | "UCT" // SCTLR_EL1
  | "UCI"
  | "DZE"
  | "UMA"
  | "EL0PCTEN" // CNTKCTL_EL1
  | "EL0VCTEN"
  | "EL0xCTEN"
  | "EL0VTEN"
  | "EL0PTEN"
  | "TDCC" // MDSCR_EL1, denies when set
  | "FPEN"
  | "SPx" // undefined while SP_EL0 is the current stack pointer

/** Registers and instructions with a meaning of their own: the functions of registers.ts and operations.ts. */
export type Special =
  | "pfr0"
  | "dczid"
  | "ccsidr"
  | "current-el"
  | "spsel"
  | "daif"
  | "pan"
  | "uao"
  | "ssbs"
  | "nzcv"
  | "fpcr"
  | "fpsr"
  | "isr"
  | "cntfrq"
  | "cntpct"
  | "cntvct"
  | "cntv-ctl"
  | "cntp-ctl"
  | "cntv-tval"
  | "cntp-tval"
  | "oslar"
  | "oslsr"
  | "debug"
  | "nothing"
  | "at-s1e1r"
  | "at-s1e1w"
  | "at-s1e0r"
  | "at-s1e0w"
  | "at-s1e1rp"
  | "at-s1e1wp"
  | "dc-ivac"
  | "dc-by-va"
  | "dc-zva"
  | "tlbi-all"
  | "tlbi-va"
  | "tlbi-asid"
  | "tlbi-all-is"
  | "tlbi-va-is"
  | "tlbi-asid-is"

export interface RegisterRow {
  readonly name: string
  readonly key: number
  readonly el0: Rights
  readonly el1: Rights
  /** Byte offset in the CPU block of what is stored; -1 for none. */
  readonly offset: number
  /** Value of a constant, as a pair. */
  readonly lo: number
  readonly hi: number
  readonly special: Special | undefined
  readonly trap: Trap
  readonly gate: Gate
  /** The feature without which it is UNDEFINED. */
  readonly needs?: Feature
}

type Key = readonly [op0: number, op1: number, crn: number, crm: number, op2: number]

function line(name: string, key: Key, el0: Rights, el1: Rights, trap: Trap, gate: Gate): RegisterRow {
  return { name, key: sysregKey(...key), el0, el1, offset: -1, lo: 0, hi: 0, special: undefined, trap, gate }
}

/** A register that is storage, perhaps with effects when it is written. */
function slot(
  name: SysregSlot,
  key: Key,
  el0: Rights,
  el1: Rights,
  trap: Trap = "none",
  gate: Gate = "none",
): RegisterRow {
  return { ...line(name, key, el0, el1, trap, gate), offset: SLOT[name] }
}

/** A register that another one's slot answers for. */
function shown(name: string, key: Key, from: SysregSlot, trap: Trap = "none"): RegisterRow {
  return { ...line(name, key, "--", "r-", trap, "none"), offset: SLOT[from] }
}

function constant(
  name: string,
  key: Key,
  lo: number,
  hi: number,
  trap: Trap,
  gate: Gate = "none",
): RegisterRow {
  return { ...line(name, key, gate === "none" ? "--" : "r-", "r-", trap, gate), lo, hi }
}

function special(
  name: string,
  key: Key,
  el0: Rights,
  el1: Rights,
  what: Special,
  trap: Trap = "none",
  gate: Gate = "none",
): RegisterRow {
  return { ...line(name, key, el0, el1, trap, gate), special: what }
}

/** A register of models with this feature. */
const only = (needs: Feature, row: RegisterRow): RegisterRow => ({ ...row, needs })

/** Breakpoints and watchpoints, the architecture's least: they store and do not match. */
export const BREAKPOINTS = 2
export const WATCHPOINTS = 2

/** An ID register that tells of the model's features. */
function features(name: IdRegister, key: Key): (model: CpuModel) => RegisterRow {
  return (model) => constant(name, key, ...idRegister(model, name), "TID3")
}

const FEATURE_REGISTERS: ReadonlyArray<(model: CpuModel) => RegisterRow> = [
  features("ID_AA64PFR1_EL1", [3, 0, 0, 4, 1]),
  features("ID_AA64DFR0_EL1", [3, 0, 0, 5, 0]),
  features("ID_AA64ISAR0_EL1", [3, 0, 0, 6, 0]),
  features("ID_AA64ISAR1_EL1", [3, 0, 0, 6, 1]),
  features("ID_AA64MMFR0_EL1", [3, 0, 0, 7, 0]),
  features("ID_AA64MMFR1_EL1", [3, 0, 0, 7, 1]),
  features("ID_AA64MMFR2_EL1", [3, 0, 0, 7, 2]),
  ({ ctr }) => constant("CTR_EL0", [3, 3, 0, 0, 1], ctr, 0, "TID2", "UCT"),
  ({ clidr }) => constant("CLIDR_EL1", [3, 1, 0, 0, 1], clidr, 0, "TID2"),
]

const IDENTIFICATION: readonly RegisterRow[] = [
  shown("MIDR_EL1", [3, 0, 0, 0, 0], "VPIDR_EL2"),
  shown("MPIDR_EL1", [3, 0, 0, 0, 5], "VMPIDR_EL2"),
  constant("REVIDR_EL1", [3, 0, 0, 0, 6], 0, 0, "TID1"),
  special("ID_AA64PFR0_EL1", [3, 0, 0, 4, 0], "--", "r-", "pfr0", "TID3"),
  special("DCZID_EL0", [3, 3, 0, 0, 7], "r-", "r-", "dczid"),
  special("CCSIDR_EL1", [3, 1, 0, 0, 0], "--", "r-", "ccsidr", "TID2"),
  slot("CSSELR_EL1", [3, 2, 0, 0, 0], "--", "rw", "TID2"),
  constant("AIDR_EL1", [3, 1, 0, 0, 7], 0, 0, "TID1"),
]

const CONTROL: readonly RegisterRow[] = [
  slot("SCTLR_EL1", [3, 0, 1, 0, 0], "--", "rw", "TVM"),
  slot("ACTLR_EL1", [3, 0, 1, 0, 1], "--", "rw", "TACR"),
  slot("CPACR_EL1", [3, 0, 1, 0, 2], "--", "rw", "TCPAC"),
  slot("TTBR0_EL1", [3, 0, 2, 0, 0], "--", "rw", "TVM"),
  slot("TTBR1_EL1", [3, 0, 2, 0, 1], "--", "rw", "TVM"),
  slot("TCR_EL1", [3, 0, 2, 0, 2], "--", "rw", "TVM"),
  slot("SPSR_EL1", [3, 0, 4, 0, 0], "--", "rw"),
  slot("ELR_EL1", [3, 0, 4, 0, 1], "--", "rw"),
  slot("SP_EL0", [3, 0, 4, 1, 0], "--", "rw", "none", "SPx"),
  special("SPSel", [3, 0, 4, 2, 0], "--", "rw", "spsel"),
  special("CurrentEL", [3, 0, 4, 2, 2], "--", "r-", "current-el"),
  only("PAN", special("PAN", [3, 0, 4, 2, 3], "--", "rw", "pan")),
  only("UAO", special("UAO", [3, 0, 4, 2, 4], "--", "rw", "uao")),
  only("SSBS", special("SSBS", [3, 3, 4, 2, 6], "rw", "rw", "ssbs")),
  special("NZCV", [3, 3, 4, 2, 0], "rw", "rw", "nzcv"),
  special("DAIF", [3, 3, 4, 2, 1], "rw", "rw", "daif", "none", "UMA"),
  special("FPCR", [3, 3, 4, 4, 0], "rw", "rw", "fpcr", "none", "FPEN"),
  special("FPSR", [3, 3, 4, 4, 1], "rw", "rw", "fpsr", "none", "FPEN"),
  slot("AFSR0_EL1", [3, 0, 5, 1, 0], "--", "rw", "TVM"),
  slot("AFSR1_EL1", [3, 0, 5, 1, 1], "--", "rw", "TVM"),
  slot("ESR_EL1", [3, 0, 5, 2, 0], "--", "rw", "TVM"),
  slot("FAR_EL1", [3, 0, 6, 0, 0], "--", "rw", "TVM"),
  slot("PAR_EL1", [3, 0, 7, 4, 0], "--", "rw"),
  slot("MAIR_EL1", [3, 0, 10, 2, 0], "--", "rw", "TVM"),
  slot("AMAIR_EL1", [3, 0, 10, 3, 0], "--", "rw", "TVM"),
  slot("VBAR_EL1", [3, 0, 12, 0, 0], "--", "rw"),
  special("ISR_EL1", [3, 0, 12, 1, 0], "--", "r-", "isr"),
  slot("CONTEXTIDR_EL1", [3, 0, 13, 0, 1], "--", "rw", "TVM"),
  slot("TPIDR_EL1", [3, 0, 13, 0, 4], "--", "rw"),
  slot("TPIDR_EL0", [3, 3, 13, 0, 2], "rw", "rw"),
  slot("TPIDRRO_EL0", [3, 3, 13, 0, 3], "r-", "rw"),
]

const TIMERS: readonly RegisterRow[] = [
  slot("CNTKCTL_EL1", [3, 0, 14, 1, 0], "--", "rw"),
  special("CNTFRQ_EL0", [3, 3, 14, 0, 0], "r-", "r-", "cntfrq", "none", "EL0xCTEN"),
  special("CNTPCT_EL0", [3, 3, 14, 0, 1], "r-", "r-", "cntpct", "EL1PCTEN", "EL0PCTEN"),
  special("CNTVCT_EL0", [3, 3, 14, 0, 2], "r-", "r-", "cntvct", "none", "EL0VCTEN"),
  special("CNTP_TVAL_EL0", [3, 3, 14, 2, 0], "rw", "rw", "cntp-tval", "EL1PCEN", "EL0PTEN"),
  special("CNTP_CTL_EL0", [3, 3, 14, 2, 1], "rw", "rw", "cntp-ctl", "EL1PCEN", "EL0PTEN"),
  slot("CNTP_CVAL_EL0", [3, 3, 14, 2, 2], "rw", "rw", "EL1PCEN", "EL0PTEN"),
  special("CNTV_TVAL_EL0", [3, 3, 14, 3, 0], "rw", "rw", "cntv-tval", "none", "EL0VTEN"),
  special("CNTV_CTL_EL0", [3, 3, 14, 3, 1], "rw", "rw", "cntv-ctl", "none", "EL0VTEN"),
  slot("CNTV_CVAL_EL0", [3, 3, 14, 3, 2], "rw", "rw", "none", "EL0VTEN"),
]

/** DBGBVR, DBGBCR, DBGWVR, DBGWCR of each breakpoint and watchpoint. */
const COMPARATORS: readonly RegisterRow[] = (
  [
    ["DBGBVR", 4, BREAKPOINTS],
    ["DBGBCR", 5, BREAKPOINTS],
    ["DBGWVR", 6, WATCHPOINTS],
    ["DBGWCR", 7, WATCHPOINTS],
  ] as const
).flatMap(([name, op2, count]) =>
  Array.from({ length: count }, (_, n) =>
    special(`${name}${n}_EL1`, [2, 0, 0, n, op2], "--", "rw", "debug", "TDA"),
  ),
)

const DEBUG: readonly RegisterRow[] = [
  special("OSDTRRX_EL1", [2, 0, 0, 0, 2], "--", "rw", "nothing", "TDA"),
  special("MDCCINT_EL1", [2, 0, 0, 2, 0], "--", "rw", "nothing", "TDA"),
  slot("MDSCR_EL1", [2, 0, 0, 2, 2], "--", "rw", "TDA"),
  special("OSDTRTX_EL1", [2, 0, 0, 3, 2], "--", "rw", "nothing", "TDA"),
  special("OSECCR_EL1", [2, 0, 0, 6, 2], "--", "rw", "nothing", "TDA"),
  special("MDRAR_EL1", [2, 0, 1, 0, 0], "--", "r-", "nothing", "TDRA"),
  special("OSLAR_EL1", [2, 0, 1, 0, 4], "--", "-w", "oslar", "TDOSA"),
  special("OSLSR_EL1", [2, 0, 1, 1, 4], "--", "r-", "oslsr", "TDOSA"),
  special("OSDLR_EL1", [2, 0, 1, 3, 4], "--", "rw", "nothing", "TDOSA"),
  special("DBGPRCR_EL1", [2, 0, 1, 4, 4], "--", "rw", "nothing", "TDOSA"),
  special("DBGCLAIMSET_EL1", [2, 0, 7, 8, 6], "--", "rw", "nothing", "TDA"),
  special("DBGCLAIMCLR_EL1", [2, 0, 7, 9, 6], "--", "rw", "nothing", "TDA"),
  special("DBGAUTHSTATUS_EL1", [2, 0, 7, 14, 6], "--", "r-", "nothing", "TDA"),
  special("MDCCSR_EL0", [2, 3, 0, 1, 0], "r-", "r-", "nothing", "TDA", "TDCC"),
  special("DBGDTR_EL0", [2, 3, 0, 4, 0], "rw", "rw", "nothing", "TDA", "TDCC"),
  special("DBGDTRRX_EL0", [2, 3, 0, 5, 0], "rw", "rw", "nothing", "TDA", "TDCC"),
  ...COMPARATORS,
]

const INSTRUCTIONS: readonly RegisterRow[] = [
  // Stores to decoded code are seen at once, so instruction cache maintenance has only its faults.
  special("IC IALLUIS", [1, 0, 7, 1, 0], "--", "-w", "nothing", "TPU"),
  special("IC IALLU", [1, 0, 7, 5, 0], "--", "-w", "nothing", "TPU"),
  special("IC IVAU", [1, 3, 7, 5, 1], "-w", "-w", "dc-by-va", "TPU", "UCI"),
  special("DC IVAC", [1, 0, 7, 6, 1], "--", "-w", "dc-ivac", "TPC"),
  special("DC ISW", [1, 0, 7, 6, 2], "--", "-w", "nothing", "TSW"),
  special("DC CSW", [1, 0, 7, 10, 2], "--", "-w", "nothing", "TSW"),
  special("DC CISW", [1, 0, 7, 14, 2], "--", "-w", "nothing", "TSW"),
  special("DC ZVA", [1, 3, 7, 4, 1], "-w", "-w", "dc-zva", "TDZ", "DZE"),
  special("DC CVAC", [1, 3, 7, 10, 1], "-w", "-w", "dc-by-va", "TPC", "UCI"),
  special("DC CVAU", [1, 3, 7, 11, 1], "-w", "-w", "dc-by-va", "TPU", "UCI"),
  only("DPB", special("DC CVAP", [1, 3, 7, 12, 1], "-w", "-w", "dc-by-va", "TPC", "UCI")),
  special("DC CIVAC", [1, 3, 7, 14, 1], "-w", "-w", "dc-by-va", "TPC", "UCI"),
  special("AT S1E1R", [1, 0, 7, 8, 0], "--", "-w", "at-s1e1r"),
  special("AT S1E1W", [1, 0, 7, 8, 1], "--", "-w", "at-s1e1w"),
  special("AT S1E0R", [1, 0, 7, 8, 2], "--", "-w", "at-s1e0r"),
  special("AT S1E0W", [1, 0, 7, 8, 3], "--", "-w", "at-s1e0w"),
  only("PAN2", special("AT S1E1RP", [1, 0, 7, 9, 0], "--", "-w", "at-s1e1rp")),
  only("PAN2", special("AT S1E1WP", [1, 0, 7, 9, 1], "--", "-w", "at-s1e1wp")),
  special("TLBI VMALLE1IS", [1, 0, 8, 3, 0], "--", "-w", "tlbi-all-is", "TTLB"),
  special("TLBI VAE1IS", [1, 0, 8, 3, 1], "--", "-w", "tlbi-va-is", "TTLB"),
  special("TLBI ASIDE1IS", [1, 0, 8, 3, 2], "--", "-w", "tlbi-asid-is", "TTLB"),
  special("TLBI VAAE1IS", [1, 0, 8, 3, 3], "--", "-w", "tlbi-va-is", "TTLB"),
  special("TLBI VALE1IS", [1, 0, 8, 3, 5], "--", "-w", "tlbi-va-is", "TTLB"),
  special("TLBI VAALE1IS", [1, 0, 8, 3, 7], "--", "-w", "tlbi-va-is", "TTLB"),
  special("TLBI VMALLE1", [1, 0, 8, 7, 0], "--", "-w", "tlbi-all", "TTLB"),
  special("TLBI VAE1", [1, 0, 8, 7, 1], "--", "-w", "tlbi-va", "TTLB"),
  special("TLBI ASIDE1", [1, 0, 8, 7, 2], "--", "-w", "tlbi-asid", "TTLB"),
  special("TLBI VAAE1", [1, 0, 8, 7, 3], "--", "-w", "tlbi-va", "TTLB"),
  special("TLBI VALE1", [1, 0, 8, 7, 5], "--", "-w", "tlbi-va", "TTLB"),
  special("TLBI VAALE1", [1, 0, 8, 7, 7], "--", "-w", "tlbi-va", "TTLB"),
]

const SAME: readonly RegisterRow[] = [...IDENTIFICATION, ...CONTROL, ...TIMERS, ...DEBUG, ...INSTRUCTIONS]

/** The rest of the identification space (CRm 1 .. 7) reads as zero: AArch32 registers and later features. */
function reservedIdentification(named: readonly RegisterRow[]): readonly RegisterRow[] {
  return Array.from({ length: 56 }, (_, n) =>
    constant(`ID space ${1 + (n >>> 3)} ${n & 7}`, [3, 0, 0, 1 + (n >>> 3), n & 7], 0, 0, "TID3"),
  ).filter((row) => named.every(({ key }) => key !== row.key))
}

/** The system registers and instructions that this model has. */
export function systemRegisters(model: CpuModel): readonly RegisterRow[] {
  const rows = [...FEATURE_REGISTERS.map((row) => row(model)), ...SAME].filter(({ needs }) =>
    has(model, needs),
  )
  return [...rows, ...reservedIdentification(rows)]
}

/** Registers without any effect or trap, which generated code may inline: byte offset by name. */
export const PLAIN_REGISTERS: readonly string[] = [
  "SP_EL0",
  "SPSR_EL1",
  "ELR_EL1",
  "PAR_EL1",
  "VBAR_EL1",
  "TPIDR_EL1",
  "TPIDR_EL0",
  "TPIDRRO_EL0",
]
