// SPDX-License-Identifier: BSD-2-Clause
//
// Addresses for random loads and stores: what the base register, and the index where there is one, must
// hold so that the access falls into the compared window, often across the border of its two pages.

import type { Fields, Row } from "../a64/row.ts"
import type { Random } from "./random.ts"
import { isExclusiveOrOrdered, perRow, writesBack } from "./rows.ts"
import { BORDER } from "./state.ts"

/** Bytes that no instruction's access exceeds. */
const MAX_ACCESS = 64

/** Bytes that accesses fall into. */
export interface Area {
  readonly low: number
  readonly high: number
}

/** What accesses fall into where nothing is kept apart from them. */
export const AREA: Area = { low: BORDER - 800, high: BORDER + 800 }

export interface Address {
  readonly base: bigint
  /** Value of Rm, where the address has an index. */
  readonly index: bigint | undefined
}

function target(random: Random, aligned: boolean, { low, high }: Area): number {
  const atBorder = high > BORDER && random.chance(0.4)
  const at = atBorder ? BORDER + random.between(-18, 2) : random.between(low, high - MAX_ACCESS)
  return aligned ? at & -16 : at
}

/** ExtendReg of an index (shared pseudocode, aarch64/instrs/extendreg). */
function extend(value: bigint, option: number): bigint {
  const bits = 8 << (option & 3)
  return option >= 4 ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value)
}

function randomIndex(random: Random): bigint {
  const small = BigInt.asUintN(64, BigInt(random.between(-300, 300)))
  return random.chance(0.5) ? small : (small & 0xffff_ffffn) | (BigInt(random.word()) << 32n)
}

const hasOffset = perRow(
  (row) => !row.name.includes("post-index") && row.fields.some(({ name }) => /^imm(7|9|12)$/.test(name)),
)

/** Bytes that the addressing mode adds to the base before the access. */
function displacement(row: Row, fields: Fields): number {
  const offset = hasOffset(row) ? (row.imm?.(fields) ?? 0) : 0
  return typeof offset === "number" ? offset : offset[0]
}

/** Base and index for an access with these fields. SP as base is kept 16-byte aligned. */
export function addressFor(random: Random, row: Row, fields: Fields, area: Area): Address {
  const aligned = isExclusiveOrOrdered(row)
  const wanted = target(random, aligned, area)
  const hasIndex = fields["option"] !== undefined
  const onSp = fields["Rn"] === 31
  if (!hasIndex) {
    const at = wanted - displacement(row, fields)
    return { base: BigInt(onSp ? at - (at & 15) : at), index: undefined }
  }
  const index = fields["Rm"] !== 31 ? randomIndex(random) : 0n
  const shift = BigInt(row.small?.(fields) ?? 0)
  const moved = extend(index, fields["option"]) << shift
  const base = BigInt.asUintN(64, BigInt(wanted) - moved)
  return { base: onSp ? base & ~15n : base, index: fields["Rm"] !== 31 ? index : undefined }
}

/** Whether an access falls into the area by a base register that holds `base`, without an index. */
export function pointsInto(area: Area, row: Row, fields: Fields, base: number): boolean {
  const at = base + displacement(row, fields)
  return at >= area.low && at <= area.high - MAX_ACCESS && (!isExclusiveOrOrdered(row) || at % 16 === 0)
}

/** Whether base and index can be made apart from one another. */
export function addressable(row: Row, fields: Fields): boolean {
  if (fields["option"] !== undefined && fields["Rm"] === fields["Rn"]) return false
  // SP is kept aligned to 16 bytes, and so would not reach every aligned address.
  const fromSp = fields["Rn"] === 31 && isExclusiveOrOrdered(row)
  if (fromSp && displacement(row, fields) % 16 !== 0) return false
  return !writesBack(row) || fields["Rm"] === undefined || fields["Rm"] !== fields["Rn"]
}
