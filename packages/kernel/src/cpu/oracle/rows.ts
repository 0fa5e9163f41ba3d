// SPDX-License-Identifier: BSD-2-Clause
//
// What of the instruction tables the oracle tries: every handler of every row but those that cannot be asked
// of a user process, each with its reason, and the operands that the manual leaves CONSTRAINED UNPREDICTABLE.

import type { Handler } from "../a64/decoder.ts"
import type { Fields, Row } from "../a64/row.ts"
import { A64 } from "../a64/tables/index.ts"
import type { CpuModel } from "../models/index.ts"

/** Rows that are not tried, and why. */
export const EXCLUDED: ReadonlyArray<readonly [rows: RegExp, reason: string]> = [
  [/^(SVC|HVC|SMC|BRK|HLT)$/, "its only effect is an exception"],
  [/^ERET$/, "UNDEFINED at EL0"],
  [/^WFE\/WFI$/, "waits, as the kernel around it says"],
  [/^MRS\/MSR \(.*_EL1\)$/, "UNDEFINED at EL0"],
  [/^MRS\/MSR \(SP_EL0\)$/, "UNDEFINED at EL0"],
  [/^(MSR \(DAIFSet\/DAIFClr\)|MRS\/MSR \(DAIF\))$/, "EL1's, but under SCTLR_EL1.UMA"],
  [/^FJCVTZS$/, "qemu 7.2 sets Z of a subnormal that FPCR.FZ flushed, the manual clears it: tested by hand"],
  [
    /^(IC IVAU|DC C[A-Z]*)$/,
    "whether EL0 may is SCTLR_EL1's, which the sandbox has not set: tested with the regions",
  ],
  [/^MRS \(CTR_EL0\)$/, "likewise"],
  [/^MSR \(immediate\)$/, "EL1's, but for DAIF under SCTLR_EL1.UMA"],
  [
    /^(MSR \(register\)\/SYS|MRS\/SYSL)$/,
    "system registers (FPCR, FPSR) and maintenance: the kernel around it answers; regions end before it",
  ],
]

/** Rows that are not tried of a model, since qemu's of that name has them otherwise. */
const OTHERWISE: Readonly<Record<string, readonly [rows: RegExp, reason: string]>> = {
  max: [/^(DC ZVA|MRS \(DCZID_EL0\))$/, "a block has 512 bytes in qemu's max, 64 in ours"],
}

/** The same function, which computes once for each row. */
export function perRow<A>(compute: (row: Row) => A): (row: Row) => A {
  const known = new Map<Row, A>()
  return (row) => {
    let value = known.get(row)
    if (value === undefined) known.set(row, (value = compute(row)))
    return value
  }
}

/** Why a row of a model is not tried, or undefined. */
export function exclusion(row: Row, model: CpuModel): string | undefined {
  const ofModel = OTHERWISE[model.name]
  const excluded = ofModel === undefined ? EXCLUDED : [...EXCLUDED, ofModel]
  return excluded.find(([rows]) => rows.test(row.name))?.[1]
}

const byName = new Map(A64.map((row) => [row.name, row]))

/** The row with this name. */
export function rowOf(name: string): Row {
  const row = byName.get(name)
  if (row === undefined) throw new RangeError(`there is no row "${name}" in the instruction tables`)
  return row
}

const fixed = (row: Row, bit: number) => (row.mask >>> bit) & 1
const bitOf = (row: Row, bit: number) => (row.value >>> bit) & 1

/** Loads and stores: bits 27 and 25 are 1 and 0 (C4.1). */
export function isLoadStore(row: Row): boolean {
  return fixed(row, 27) === 1 && bitOf(row, 27) === 1 && fixed(row, 25) === 1 && bitOf(row, 25) === 0
}

/** Rows that touch memory; prefetches do not. */
export const accessesMemory = perRow((row) => isLoadStore(row) && !row.name.startsWith("PRF"))

/** The field of the register that holds the address, of rows that touch memory by one. */
export const addressField = perRow((row): "Rn" | "Rt" | undefined => {
  if (row.name === "DC ZVA") return "Rt"
  return accessesMemory(row) && row.fields.some(({ name }) => name === "Rn") ? "Rn" : undefined
})

const ALIGNED_FEATURES = new Set(["LSE", "LRCPC", "LRCPC2"])

/** Exclusive, ordered and atomic accesses, which are aligned: bits 29..24 are 001000, or a feature brings them. */
export const isExclusiveOrOrdered = perRow((row) => {
  if (row.needs !== undefined && ALIGNED_FEATURES.has(row.needs)) return true
  return isLoadStore(row) && ((row.value >>> 24) & 0x3f) === 0b001000
})

/** Stores exclusive: they need the monitor. */
export const storesExclusive = perRow((row) => /^ST[LX].*X[RP]/.test(row.name))

export const writesBack = perRow((row) => /(pre|post)-index/.test(row.name))

/** The group of the encoding index (C4.1) a row belongs to. */
export function groupOf(row: Row): string {
  if (isLoadStore(row)) return bitOf(row, 26) === 1 ? "loads and stores, vector" : "loads and stores"
  const op0 = (row.value >>> 25) & 15
  if ((op0 & 0b1110) === 0b1000) return "data processing, immediate"
  if ((op0 & 0b1110) === 0b1010) return "branches and system"
  return (op0 & 7) === 5 ? "data processing, register" : "floating point and SIMD"
}

interface Unpredictable {
  readonly rows: RegExp
  /** The instructions, in words. */
  readonly what: string
  readonly bad: (fields: Fields) => boolean
  readonly reason: string
}

const isPairLoad = (f: Fields) => f["L"] === undefined || f["L"] === 1

/** Operands that the manual calls CONSTRAINED UNPREDICTABLE (K1.2): two processors need not agree. */
export const UNPREDICTABLE: readonly Unpredictable[] = [
  {
    rows: /^(?!.*vector).*(pre|post)-index/,
    what: "loads and stores with writeback",
    bad: (f) => f["Rn"] !== 31 && (f["Rn"] === f["Rt"] || f["Rn"] === f["Rt2"]),
    reason: "CONSTRAINED UNPREDICTABLE: writeback to a register that is transferred",
  },
  {
    rows: /^LD[NX]?P.*(load|vector|LDAXP)/,
    what: "loads of pairs",
    bad: (f) => f["Rt"] === f["Rt2"] && isPairLoad(f),
    reason: "CONSTRAINED UNPREDICTABLE: a pair loaded into one register",
  },
  {
    rows: /^ST[LX]/,
    what: "stores exclusive",
    bad: (f) => f["Rs"] === f["Rt"] || f["Rs"] === f["Rt2"] || (f["Rs"] === f["Rn"] && f["Rn"] !== 31),
    reason: "CONSTRAINED UNPREDICTABLE: the status of a store exclusive goes to one of its operands",
  },
]

const unpredictableOf = perRow((row) => UNPREDICTABLE.filter(({ rows }) => rows.test(row.name)))

/** Why this row may not have these fields, or undefined. */
export function unpredictable(row: Row, fields: Fields): string | undefined {
  return unpredictableOf(row).find(({ bad }) => bad(fields))?.reason
}

/** `row name {split fields}`, for reports. */
export function handlerName({ row, split }: Pick<Handler, "row" | "split">): string {
  const fields = Object.entries(split).map(([name, value]) => `${name}=${value}`)
  return fields.length === 0 ? row.name : `${row.name} {${fields.join(" ")}}`
}
