// SPDX-License-Identifier: BSD-2-Clause
//
// Numbers as a report writes them.

/** Lower-case hex after 0x, with at least `digits` digits. */
export function hex(value: bigint | number, digits = 1): string {
  return `0x${value.toString(16).padStart(digits, "0")}`
}

/** As `.system` files have them: groups of four digits, 0x3086_0000. */
export function groupedHex(value: bigint | number): string {
  return `0x${value.toString(16).replace(/\B(?=(?:.{4})+$)/g, "_")}`
}

/** Bits `high` to `low` of a 32-bit word. */
export function bits(word: number, high: number, low: number): number {
  return (word >>> low) & (2 ** (high - low + 1) - 1)
}
