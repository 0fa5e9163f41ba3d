// SPDX-License-Identifier: BSD-2-Clause
//
// What rounds of measurements come to: medians, their ratio and the spread of the rounds' own ratios.

/** The middle of `values`, or the mean of the two in the middle; NaN without values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}

/** One round of one row, seconds. */
export interface Pair {
  readonly ours: number
  readonly qemu: number
}

export interface Summary {
  /** Medians, seconds. */
  readonly ours: number
  readonly qemu: number
  /** Of the medians: our time / QEMU's. */
  readonly ratio: number
  /** Least and greatest ratio of a round. */
  readonly spread: readonly [number, number]
}

/** Sums up at least one round. */
export function summarize(rounds: readonly Pair[]): Summary {
  const ours = median(rounds.map((round) => round.ours))
  const qemu = median(rounds.map((round) => round.qemu))
  const ratios = rounds.map((round) => round.ours / round.qemu)
  return { ours, qemu, ratio: ours / qemu, spread: [Math.min(...ratios), Math.max(...ratios)] }
}

/** The geometric mean of positive values; undefined without values. */
export function geometricMean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}
