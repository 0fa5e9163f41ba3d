// SPDX-License-Identifier: BSD-2-Clause
//
// `pnpm test:oracle`: random A64 sequences in both tiers of our CPU against qemu-aarch64 -cpu cortex-a53
// (Debian: qemu-user). Exit code 0 when all agree, 1 on a difference or an encoding never tried, 2 on bad usage.

import { parseArgs } from "node:util"
import {
  type OracleOptions,
  type OracleResult,
  qemuVersion,
  runOracle,
  tryUndefined,
  type UndefinedResult,
} from "../packages/kernel/src/cpu/oracle/index.ts"

const USAGE = `pnpm test:oracle [--sequences N] [--words N] [--seed S] [--from I] [--rows REGEX]

  --sequences N   sequences to try (50000)
  --words N       words to try for being instructions at all (100000)
  --seed S        seed of the random numbers, 0 to 4294967295 (taken from the clock)
  --from I        index of the first sequence (0); a report names seed and index
  --rows REGEX    only rows of the instruction tables whose names match`

/** Words shown of those that only one side takes for instructions. */
const SHOWN = 20

class Usage extends Error {}

function whole(text: string | undefined, option: string, otherwise: number): number {
  if (text === undefined) return otherwise
  const value = Number(text)
  if (/^\d+$/.test(text) && value < 2 ** 32) return value
  throw new Usage(`--${option} takes a whole number below 4294967296, not "${text}"`)
}

function pattern(text: string | undefined): RegExp | undefined {
  if (text === undefined) return undefined
  try {
    return new RegExp(text)
  } catch (error) {
    throw new Usage(`--rows takes a regular expression: ${error instanceof Error ? error.message : text}`)
  }
}

interface Options extends OracleOptions {
  readonly words: number
}

function readOptions(): Options | undefined {
  const text = { type: "string" } as const
  const { values } = parseArgs({
    options: { sequences: text, words: text, seed: text, from: text, rows: text, help: { type: "boolean" } },
  })
  if (values.help === true) return undefined
  const rows = pattern(values.rows)
  return {
    sequences: whole(values.sequences, "sequences", 50_000),
    words: whole(values.words, "words", rows === undefined ? 100_000 : 0),
    seed: whole(values.seed, "seed", Date.now() % 2 ** 32),
    from: whole(values.from, "from", 0),
    ...(rows === undefined ? {} : { rows }),
  }
}

const number = (value: number) => value.toLocaleString("en-US")

function print(result: OracleResult, undefinedWords: UndefinedResult): void {
  for (const { group, rows, encodings, instructions } of result.groups) {
    const counts = [
      `${number(rows)} rows`,
      `${number(encodings)} encodings`,
      `${number(instructions)} instructions`,
    ]
    console.log(`${group.padEnd(28)} ${counts.map((count) => count.padStart(20)).join(" ")}`)
  }
  console.log("not tried:")
  for (const { row, reason } of result.excluded) console.log(`  ${row}: ${reason}`)
  if (result.missed.length > 0) console.log("no sequence had:")
  for (const name of result.missed) console.log(`  ${name}`)
  for (const lines of result.differences) console.log(`\n${lines.join("\n")}`)
  for (const line of undefinedWords.differences.slice(0, SHOWN)) console.log(line)
}

function closing(result: OracleResult, words: UndefinedResult, seed: number, seconds: number): string {
  const work = `${number(result.executed)} instructions, ${number(result.regions)} regions, ${seconds.toFixed(0)} s`
  const tried = `${number(result.sequences)} sequences and ${number(words.words)} words of seed ${seed} (${work})`
  const wrong = [
    result.differences.length > 0 ? `at least ${result.differences.length} sequences differ from qemu` : "",
    words.differences.length > 0 ? `${words.differences.length} words are instructions to one side only` : "",
    result.missed.length > 0 ? `${result.missed.length} encodings were never tried` : "",
  ].filter((text) => text !== "")
  return wrong.length > 0 ? `${tried}: ${wrong.join("; ")}.` : `${tried} agree with qemu in both tiers.`
}

function main(): number {
  const options = readOptions()
  if (options === undefined) {
    console.log(USAGE)
    return 0
  }
  const version = qemuVersion()
  if (version === undefined) {
    console.log("There is no qemu-aarch64 here: install Debian's qemu-user.")
    return 1
  }
  console.log(`${version}; seed ${options.seed}`)
  const started = Date.now()
  let told = started
  const progress = (done: number) => {
    if (Date.now() - told < 10_000) return
    told = Date.now()
    console.log(`${number(done)} of ${number(options.sequences)} sequences`)
  }
  const result = runOracle({ ...options, progress })
  const words = tryUndefined(options.words, options.seed)
  print(result, words)
  console.log(closing(result, words, options.seed, (Date.now() - started) / 1000))
  return result.differences.length + result.missed.length + words.differences.length > 0 ? 1 : 0
}

try {
  process.exitCode = main()
} catch (error) {
  const expected =
    error instanceof Usage || error instanceof RangeError || (error instanceof TypeError && "code" in error)
  if (!expected) throw error
  console.error(`${error.message}\n\n${USAGE}`)
  process.exitCode = 2
}
