// SPDX-License-Identifier: BSD-2-Clause
//
// Numbers, ranges, sizes and lists in the words of findings.

/** Bytes `[base, base + size)`. */
export interface Range {
  readonly base: number
  readonly size: number
}

export const PAGE = 0x1000
export const MIB = 0x10_0000
export const LARGE_PAGE = 0x20_0000

export const endOf = ({ base, size }: Range): number => base + size

export function overlaps(a: Range, b: Range): boolean {
  return a.base < endOf(b) && b.base < endOf(a)
}

export function holds(outer: Range, inner: Range): boolean {
  return inner.base >= outer.base && endOf(inner) <= endOf(outer)
}

export const roundDown = (value: number, to: number): number => value - (value % to)
export const roundUp = (value: number, to: number): number => Math.ceil(value / to) * to

/** Whole pages around a range. */
export function pagesOf(range: Range): Range {
  const base = roundDown(range.base, PAGE)
  return { base, size: roundUp(endOf(range), PAGE) - base }
}

export const hex = (value: number): string => `0x${value.toString(16)}`

/** As people write long numbers in a `.system` file: 0x3086_0000. */
export function groupedHex(value: number): string {
  return `0x${value.toString(16).replace(/\B(?=([0-9a-f]{4})+$)/g, "_")}`
}

export const rangeText = ({ base, size }: Range): string => `[${hex(base)}..${hex(base + size)})`

/** `256 MiB`, `36.5 MiB`, `100 bytes`. */
export function sizeText(bytes: number): string {
  const units = [
    [2 ** 30, "GiB"],
    [2 ** 20, "MiB"],
    [2 ** 10, "KiB"],
  ] as const
  const unit = units.find(([size]) => bytes >= size)
  if (unit === undefined) return `${bytes} bytes`
  const [size, name] = unit
  const many = bytes / size
  return Number.isInteger(many) ? `${many} ${name}` : `${many.toFixed(1)} ${name}`
}

/** `a`, `a and b`, `a, b and c`; beyond `most`, `a, b and 7 more`. */
export function listText(items: readonly string[], most = 8): string {
  const shown =
    items.length <= most ? items : [...items.slice(0, most - 1), `${items.length - most + 1} more`]
  return shown.length < 2 ? (shown[0] ?? "none") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`
}

/** `1 device`, `3 devices`. */
export function countText(many: number, what: string): string {
  return `${many} ${what}${many === 1 ? "" : "s"}`
}

/** What of `range` none of `parts` holds. */
export function gapsOf(range: Range, parts: readonly Range[]): readonly Range[] {
  const gaps: Range[] = []
  let at = range.base
  for (const part of [...parts].filter((one) => overlaps(one, range)).sort((a, b) => a.base - b.base)) {
    if (part.base > at) gaps.push({ base: at, size: part.base - at })
    at = Math.max(at, endOf(part))
  }
  if (at < endOf(range)) gaps.push({ base: at, size: endOf(range) - at })
  return gaps
}
