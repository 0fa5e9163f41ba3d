// SPDX-License-Identifier: BSD-2-Clause
//
// The whole oracle: batches of sequences, what they came to, and which rows they tried.

import { Comparison, type Difference } from "./compare.ts"
import { Generator } from "./generate.ts"
import { minimised, told } from "./report.ts"
import { EXCLUDED, exclusion, groupOf, handlerName } from "./rows.ts"

const BATCH = 2000
/** After so many differences the run ends. */
const ENOUGH = 5

export interface OracleOptions {
  readonly sequences: number
  readonly seed: number
  /** Index of the first sequence. */
  readonly from?: number
  /** Only rows whose names match. */
  readonly rows?: RegExp
  /** Told after each batch. */
  readonly progress?: (done: number) => void
}

export interface GroupCount {
  readonly group: string
  readonly rows: number
  readonly encodings: number
  readonly instructions: number
}

export interface OracleResult {
  readonly sequences: number
  /** Instructions executed by the interpreter, and regions translated. */
  readonly executed: number
  readonly regions: number
  readonly groups: readonly GroupCount[]
  /** Encodings that no sequence had, where there were sequences enough to expect it. */
  readonly missed: readonly string[]
  /** Rows that are not tried, with the reason. */
  readonly excluded: ReadonlyArray<{ readonly row: string; readonly reason: string }>
  /** Each cut down and told in lines. */
  readonly differences: ReadonlyArray<readonly string[]>
}

/** Runs the oracle. Needs qemu-aarch64: ask `qemuVersion` before. */
export function runOracle(options: OracleOptions): OracleResult {
  const { seed, sequences, from = 0 } = options
  const generator = new Generator(seed, options.rows)
  const comparison = new Comparison()
  const differences: Difference[] = []
  let done = 0
  while (done < sequences && differences.length < ENOUGH) {
    const count = Math.min(BATCH, sequences - done)
    const batch = Array.from({ length: count }, (_, n) => generator.sequence(from + done + n))
    differences.push(...comparison.differences(batch, seed))
    done += count
    options.progress?.(done)
  }
  const { instructions: executed, regions } = comparison
  return {
    sequences: done,
    executed,
    regions,
    groups: groups(generator),
    missed: sequences < generator.round ? [] : missed(generator),
    excluded: excluded(generator),
    differences: differences
      .slice(0, ENOUGH)
      .map((difference) => told(generator.decoder, minimised(comparison, difference), options.rows)),
  }
}

function groups(generator: Generator): GroupCount[] {
  const byGroup = new Map<string, { rows: Set<string>; encodings: number; instructions: number }>()
  for (const [id, count] of generator.counts) {
    const row = generator.decoder.handlers[id]?.row
    if (row === undefined || count === 0) continue
    const entry = byGroup.get(groupOf(row)) ?? { rows: new Set(), encodings: 0, instructions: 0 }
    entry.rows.add(row.name)
    entry.encodings += 1
    entry.instructions += count
    byGroup.set(groupOf(row), entry)
  }
  return [...byGroup].map(([group, entry]) => ({ ...entry, group, rows: entry.rows.size }))
}

function missed(generator: Generator): string[] {
  return [...generator.counts].flatMap(([id, count]) => {
    const handler = generator.decoder.handlers[id]
    return count === 0 && handler !== undefined ? [handlerName(handler)] : []
  })
}

function excluded(generator: Generator): OracleResult["excluded"] {
  const rows = new Set(generator.decoder.handlers.flatMap((handler) => handler?.row ?? []))
  return [...rows].flatMap((row) => {
    const reason = exclusion(row)
    return reason === undefined ? [] : [{ row: row.name, reason }]
  })
}

/** Reasons without a row: exclusions that nothing needs any more. */
export function idleExclusions(generator: Generator): string[] {
  const names = generator.decoder.handlers.flatMap((handler) => handler?.row.name ?? [])
  return EXCLUDED.filter(([rows]) => !names.some((name) => rows.test(name))).map(([rows]) => String(rows))
}
