// SPDX-License-Identifier: BSD-2-Clause
//
// Physical address ranges and what is left of them: the algebra under placement and board checks.

/** Physical bytes [base..base + size). */
export interface Range {
  readonly base: number
  readonly size: number
}

export const endOf = (range: Range): number => range.base + range.size

const positive = (range: Range): boolean => range.size > 0

/** Sorted by base, neighbours and overlaps joined. */
export function joinRanges(ranges: ReadonlyArray<Range>): ReadonlyArray<Range> {
  const joined: Range[] = []
  for (const range of ranges.filter(positive).sort((a, b) => a.base - b.base)) {
    const last = joined.at(-1)
    if (last !== undefined && range.base <= endOf(last)) {
      joined[joined.length - 1] = { base: last.base, size: Math.max(endOf(last), endOf(range)) - last.base }
    } else {
      joined.push(range)
    }
  }
  return joined
}

/** Told at most, since each is compared with each. */
const MOST_CROSSING = 2000

/** The items whose range meets that of another, in their order; the first of them where there are very many. */
export function crossing<A>(items: ReadonlyArray<A>, rangeOf: (item: A) => Range): ReadonlyArray<A> {
  const sorted = items
    .map((item) => ({ item, range: rangeOf(item) }))
    .filter(({ range }) => positive(range))
    .sort((a, b) => a.range.base - b.range.base)
  const found = new Set<A>()
  // Of what begins before an item, that which reaches the furthest.
  let widest = sorted[0]
  for (const one of sorted.slice(1)) {
    if (widest !== undefined && one.range.base < endOf(widest.range)) found.add(one.item).add(widest.item)
    if (widest === undefined || endOf(one.range) > endOf(widest.range)) widest = one
  }
  return found.size === 0 ? [] : items.filter((item) => found.has(item)).slice(0, MOST_CROSSING)
}

function without(range: Range, hole: Range): Range[] {
  if (hole.base >= endOf(range) || endOf(hole) <= range.base) return [range]
  return [
    { base: range.base, size: hole.base - range.base },
    { base: endOf(hole), size: endOf(range) - endOf(hole) },
  ].filter(positive)
}

/** What of `ranges` no hole covers, sorted. */
export function subtractRanges(
  ranges: ReadonlyArray<Range>,
  holes: ReadonlyArray<Range>,
): ReadonlyArray<Range> {
  return holes
    .filter(positive)
    .reduce<ReadonlyArray<Range>>(
      (left, hole) => left.flatMap((range) => without(range, hole)),
      joinRanges(ranges),
    )
}

/** Half open, in hexadecimal: `[0x1000..0x2000)`. */
export function renderRange({ base, size }: Range): string {
  return `[0x${base.toString(16)}..0x${(base + size).toString(16)})`
}

/** `256 MiB`, `4 KiB`, `100 bytes`: the largest unit that divides the size. */
export function renderSize(bytes: number): string {
  const units: ReadonlyArray<readonly [number, string]> = [
    [2 ** 30, "GiB"],
    [2 ** 20, "MiB"],
    [2 ** 10, "KiB"],
  ]
  const unit = units.find(([size]) => bytes >= size && bytes % size === 0)
  return unit === undefined ? `${bytes} bytes` : `${bytes / unit[0]} ${unit[1]}`
}
