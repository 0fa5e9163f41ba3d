// SPDX-License-Identifier: BSD-2-Clause
//
// What `pnpm test:oracle` is asked to do: its options, and the work they come to.

import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { BATCH, CPU_NAMES, cpuModel } from "../../packages/kernel/src/cpu/oracle/index.ts"

export const USAGE = `pnpm test:oracle [--long] [--sequences N] [--words N] [--seed S] [--from I] [--rows REGEX]
                 [--cpu MODEL] [--classify] [--jobs N] [--least N] [--checkpoint FILE] [--report FILE]

  --sequences N      sequences to try (50000)
  --words N          words to try for being instructions at all (100000)
  --seed S           seed of the random numbers, 0 to 4294967295 (taken from the clock)
  --from I           index of the first sequence (0); a report names seed and index
  --rows REGEX       only rows of the instruction tables whose names match
  --cpu MODEL        ${CPU_NAMES.join(", ")} (cortex-a53)
  --jobs N           processes side by side (1)
  --least N          every encoding is to be executed so often in each tier (1)
  --checkpoint FILE  notes in FILE what was done, and goes on from there when started again
  --report FILE      writes how often each encoding was executed in each tier
  --classify         which of the 2^32 words are instructions, by row, and nothing else
  --long             ten million sequences and words, --least 500, --jobs 2; one of four sequences is translated`

export class Usage extends Error {}

export interface Options {
  readonly seed: number
  readonly from: number
  readonly sequences: number
  readonly words: number
  /** Source of the regular expression for rows. */
  readonly rows: string | undefined
  readonly cpu: string
  readonly jobs: number
  readonly least: number
  readonly checkpoint: string | undefined
  readonly report: string | undefined
  readonly classify: boolean
  /** Of so many sequences one is translated. */
  readonly translating: number
}

/** A piece of work for one process. */
export interface Item {
  readonly kind: "sequences" | "words"
  readonly from: number
  readonly count: number
}

const WORDS_ITEM = 20_000
const LONG = 10_000_000
const TRANSLATING_LONG = 4

function whole(text: string | undefined, option: string, otherwise: number): number {
  if (text === undefined) return otherwise
  const value = Number(text)
  if (/^\d+$/.test(text) && value < 2 ** 32) return value
  throw new Usage(`--${option} takes a whole number below 4294967296, not "${text}"`)
}

function checkedPattern(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : new RegExp(text).source
  } catch (error) {
    throw new Usage(`--rows takes a regular expression: ${error instanceof Error ? error.message : text}`)
  }
}

/** Options from the command line; undefined when help was asked for. Throws Usage, or parseArgs' TypeError. */
export function readOptions(): Options | undefined {
  const text = { type: "string" } as const
  const flag = { type: "boolean", default: false } as const
  const { values } = parseArgs({
    options: {
      sequences: text,
      words: text,
      seed: text,
      from: text,
      rows: text,
      cpu: { ...text, default: "cortex-a53" },
      jobs: text,
      least: text,
      checkpoint: text,
      report: text,
      long: flag,
      classify: flag,
      help: flag,
    },
  })
  if (values.help) return undefined
  const { long, cpu } = values
  if (cpuModel(cpu) === undefined) throw new Usage(`--cpu takes ${CPU_NAMES.join(", ")}, not "${cpu}"`)
  const rows = checkedPattern(values.rows)
  const path = (file: string | undefined) => (file === undefined ? undefined : resolve(file))
  return {
    rows,
    cpu,
    seed: whole(values.seed, "seed", Date.now() % 2 ** 32),
    from: whole(values.from, "from", 0),
    sequences: whole(values.sequences, "sequences", long ? LONG : 50_000),
    words: whole(values.words, "words", long ? LONG : rows === undefined ? 100_000 : 0),
    jobs: Math.max(1, whole(values.jobs, "jobs", long ? 2 : 1)),
    least: whole(values.least, "least", long ? 500 : 1),
    checkpoint: path(values.checkpoint),
    report: path(values.report),
    classify: values.classify,
    translating: long ? TRANSLATING_LONG : 1,
  }
}

function cutUp(kind: Item["kind"], from: number, count: number, size: number): Item[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, n) => {
    return { kind, from: from + n * size, count: Math.min(size, count - n * size) }
  })
}

/** All the work, in pieces that do not depend on how many processes share it. */
export function itemsOf({ from, sequences, words }: Options): Item[] {
  return [...cutUp("sequences", from, sequences, BATCH), ...cutUp("words", 0, words, WORDS_ITEM)]
}
