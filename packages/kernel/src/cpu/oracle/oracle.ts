// SPDX-License-Identifier: BSD-2-Clause
//
// The whole oracle: sequences by their index, what they came to, and which encodings they tried.

import { CORTEX_A53, type CpuModel } from "../models/index.ts"
import { Comparison } from "./compare.ts"
import { encodingCounts, type EncodingCount, NOTHING, type Tally } from "./coverage.ts"
import { Generator } from "./generate.ts"
import { minimised, told } from "./report.ts"
import { EXCLUDED, exclusion, UNPREDICTABLE } from "./rows.ts"
import { tryWords } from "./undefined.ts"

/** Sequences that share one qemu process and one module of regions. */
export const BATCH = 2000
/** Differences told of one batch; the others are counted in a line. */
const TOLD = 5

export interface OracleOptions {
  readonly seed: number
  /** Only rows whose names match. */
  readonly rows?: RegExp
  /** Of our CPU and of qemu's; a Cortex-A53 where it is not given. */
  readonly model?: CpuModel
  /** Of so many sequences (1, 2, 4 or 8) one is translated; each where it is not given. */
  readonly translating?: number
}

export class Oracle {
  readonly generator: Generator
  private readonly comparison: Comparison
  private readonly model: CpuModel
  private readonly options: OracleOptions

  /** `comparison`: one of the same model that is there already. */
  constructor(options: OracleOptions, comparison?: Comparison) {
    this.options = options
    this.model = options.model ?? CORTEX_A53
    this.comparison = comparison ?? new Comparison(this.model, options.translating)
    this.generator = new Generator(options.seed, options.rows, this.model)
  }

  /** Tries the sequences `from` .. `from + count - 1`. Needs qemu-aarch64: ask `qemuVersion` before. */
  run(from: number, count: number): Tally {
    const { comparison, generator } = this
    const { seed } = this.options
    const before = { executed: comparison.instructions, made: comparison.regions }
    comparison.coverage.clear()
    const told: Array<readonly string[]> = []
    for (let done = 0; done < count; done += BATCH) {
      const length = Math.min(BATCH, count - done)
      const batch = Array.from({ length }, (_, n) => generator.sequence(from + done + n))
      const found = comparison.differences(batch, seed)
      told.push(...this.tell(found))
    }
    return {
      ...NOTHING,
      sequences: count,
      executed: comparison.instructions - before.executed,
      made: comparison.regions - before.made,
      ...comparison.coverage.lists(),
      differences: told,
    }
  }

  /** Tries words for being instructions at all; see undefined.ts. */
  words(from: number, count: number): Tally {
    return { ...NOTHING, words: count, wrongWords: tryWords(this.model, this.options.seed, from, count) }
  }

  private tell(found: ReturnType<Comparison["differences"]>): string[][] {
    const { rows } = this.options
    const cpu = this.model === CORTEX_A53 ? "" : ` --cpu ${this.model.name}`
    const options = rows === undefined ? cpu : `${cpu} --rows '${rows.source}'`
    const lines = found
      .slice(0, TOLD)
      .map((difference) => told(this.generator.decoder, minimised(this.comparison, difference), options))
    const rest = found.slice(TOLD).map(({ placed }) => placed.sequence.index)
    return rest.length === 0 ? lines : [...lines, [`Sequences ${rest.join(", ")} differ, too.`]]
  }
}

export interface OracleSummary {
  readonly encodings: readonly EncodingCount[]
  /** Encodings that no sequence executed, where there were sequences enough to expect it. */
  readonly missed: readonly string[]
  /** Encodings that regions never executed: they leave each to the interpreter. */
  readonly left: readonly string[]
  /** What recorded regions executed right behind a call, and behind a return. */
  readonly behind: ReadonlyArray<{
    readonly what: string
    readonly encodings: number
    readonly times: number
  }>
  /** Rows that are not tried, and operands that are not, with the reason. */
  readonly excluded: ReadonlyArray<{ readonly what: string; readonly reason: string }>
}

/** Sequences after which every encoding is expected to have been executed somewhere. */
const ROUNDS_EXPECTED = 6

export function summary(generator: Generator, tally: Tally, rows?: RegExp, translating = 1): OracleSummary {
  const encodings = encodingCounts(generator, tally, rows)
  const enough = tally.sequences >= generator.round * ROUNDS_EXPECTED * translating
  const names = (which: (count: EncodingCount) => boolean) =>
    enough ? encodings.filter(which).map(({ encoding }) => encoding) : []
  return {
    encodings,
    missed: names((count) => count.interpreter === 0),
    left: names((count) => count.interpreter > 0 && count.regions === 0),
    behind: [behind("a call", tally.called), behind("a return", tally.returned)],
    excluded: excluded(generator),
  }
}

function behind(what: string, counts: readonly number[]): OracleSummary["behind"][number] {
  const executed = counts.filter((count) => count > 0)
  return { what, encodings: executed.length, times: executed.reduce((sum, count) => sum + count, 0) }
}

function excluded({ decoder, model }: Generator): OracleSummary["excluded"] {
  const rows = new Set(decoder.handlers.flatMap((handler) => handler?.row ?? []))
  const wholeRows = [...rows].flatMap((row) => {
    const reason = exclusion(row, model)
    return reason === undefined ? [] : [{ what: row.name, reason }]
  })
  const operands = UNPREDICTABLE.map(({ what, reason }) => ({ what, reason }))
  return [...wholeRows, ...operands]
}

/** Reasons without a row: exclusions that nothing needs any more. */
export function idleExclusions(generator: Generator): string[] {
  const names = generator.decoder.handlers.flatMap((handler) => handler?.row.name ?? [])
  return EXCLUDED.filter(([rows]) => !names.some((name) => rows.test(name))).map(([rows]) => String(rows))
}
