// SPDX-License-Identifier: BSD-2-Clause
//
// `pnpm test:oracle`: random A64 sequences in both tiers of our CPU against qemu-aarch64 of the same model
// (Debian: qemu-user). Exit code 0 when all agree, 1 on a difference or an encoding not tried often enough,
// 2 on bad usage.

import { writeFileSync } from "node:fs"
import { CORTEX_A53 } from "../packages/kernel/src/cpu/models/index.ts"
import {
  classify,
  type EncodingCount,
  cpuModel,
  Generator,
  type OracleSummary,
  qemuVersion,
  summary,
  type Tally,
} from "../packages/kernel/src/cpu/oracle/index.ts"
import { type Options, readOptions, Usage, USAGE } from "./oracle/options.ts"
import { Pool } from "./oracle/pool.ts"

/** Words shown of those that only one side takes for instructions. */
const SHOWN = 20
const PROGRESS_MS = 10_000

const number = (value: number) => value.toLocaleString("en-US")

function printGroups(encodings: readonly EncodingCount[]): void {
  for (const group of new Set(encodings.map((one) => one.group))) {
    const own = encodings.filter((one) => one.group === group)
    const sum = (which: (one: EncodingCount) => number) => own.reduce((total, one) => total + which(one), 0)
    const counts = [
      `${number(own.length)} encodings`,
      `${number(sum((one) => one.interpreter))} interpreted`,
      `${number(sum((one) => one.regions))} in regions`,
    ]
    console.log(`${group.padEnd(28)} ${counts.map((count) => count.padStart(24)).join(" ")}`)
  }
}

function print(result: OracleSummary, tally: Tally): void {
  printGroups(result.encodings)
  for (const { what, encodings, times } of result.behind) {
    console.log(
      `in regions as they are recorded, right behind ${what}: ${number(encodings)} encodings, ${number(times)} times`,
    )
  }
  console.log("not tried:")
  for (const { what, reason } of result.excluded) console.log(`  ${what}: ${reason}`)
  if (result.left.length > 0) console.log("regions leave these to the interpreter each time:")
  for (const name of result.left) console.log(`  ${name}`)
  if (result.missed.length > 0) console.log("no sequence executed:")
  for (const name of result.missed) console.log(`  ${name}`)
  for (const lines of tally.differences) console.log(`\n${lines.join("\n")}`)
  for (const line of tally.wrongWords.slice(0, SHOWN)) console.log(line)
}

function writeReport(file: string, encodings: readonly EncodingCount[]): void {
  const lines = encodings
    .toSorted((a, b) => a.interpreter - b.interpreter)
    .map(({ encoding, interpreter, regions }) => `${interpreter}\t${regions}\t${encoding}`)
  writeFileSync(file, ["interpreter\tregions\tencoding", ...lines, ""].join("\n"))
}

/** Encodings that were executed, but not so often as was asked for. */
function rare({ encodings, missed, left }: OracleSummary, { least, sequences }: Options): string[] {
  if (least <= 1 || sequences === 0) return []
  const known = new Set([...missed, ...left])
  return encodings.flatMap(({ encoding, interpreter, regions }) => {
    const few = interpreter < least || (regions < least && !known.has(encoding))
    return few ? [`  ${encoding}: ${interpreter} times interpreted, ${regions} in regions`] : []
  })
}

function closing(
  options: Options,
  tally: Tally,
  result: OracleSummary,
  few: number,
  seconds: number,
): string {
  const work = `${number(tally.executed)} instructions, ${number(tally.made)} regions, ${seconds.toFixed(0)} s`
  const amount = `${number(tally.sequences)} sequences and ${number(tally.words)} words`
  const tried = `${amount} of seed ${options.seed} (${work})`
  const wrong = [
    tally.differences.length > 0 ? `at least ${tally.differences.length} sequences differ` : "",
    tally.wrongWords.length > 0 ? `${tally.wrongWords.length} words are instructions to one side only` : "",
    result.missed.length > 0 ? `${result.missed.length} encodings were never tried` : "",
    few > 0 ? `${few} encodings were executed less than ${options.least} times in a tier` : "",
  ].filter((text) => text !== "")
  return wrong.length > 0 ? `${tried}: ${wrong.join("; ")}.` : `${tried} agree with qemu in both tiers.`
}

/** `--classify`: a line a row, then the sums. */
function classifyWords(cpu: string): number {
  const result = classify(cpuModel(cpu) ?? CORTEX_A53)
  for (const { row, words } of result.rows) console.log(`${number(words).padStart(15)}  ${row}`)
  for (const clash of result.clashes) console.log(`two rows without a priority: ${clash}`)
  const [known, rest] = [number(result.implemented), number(result.undefined)]
  console.log(`${cpu}: ${known} words are instructions, ${rest} are UNDEFINED.`)
  return result.clashes.length === 0 ? 0 : 1
}

async function main(): Promise<number> {
  const options = readOptions()
  if (options === undefined) {
    console.log(USAGE)
    return 0
  }
  if (options.classify) return classifyWords(options.cpu)
  const version = qemuVersion()
  if (version === undefined) {
    console.log("There is no qemu-aarch64 here: install Debian's qemu-user.")
    return 1
  }
  const rows = options.rows === undefined ? undefined : new RegExp(options.rows)
  const generator = new Generator(options.seed, rows, cpuModel(options.cpu))
  const pool = new Pool(options, generator.decoder.handlers.length)
  console.log(`${version}, ${options.cpu}; seed ${options.seed}`)
  let told = Date.now()
  await pool.run(({ sequences, words }) => {
    if (Date.now() - told < PROGRESS_MS) return
    told = Date.now()
    const ofWords = words > 0 ? `, ${number(words)} of ${number(options.words)} words` : ""
    console.log(`${number(sequences)} of ${number(options.sequences)} sequences${ofWords}`)
  })
  const { tally } = pool
  const result = summary(generator, tally, rows, options.translating)
  const few = rare(result, options)
  print(result, tally)
  if (few.length > 0) console.log(`less than ${options.least} times:\n${few.join("\n")}`)
  if (options.report !== undefined) writeReport(options.report, result.encodings)
  console.log(closing(options, tally, result, few.length, pool.seconds))
  const wrong = tally.differences.length + tally.wrongWords.length + result.missed.length + few.length
  return wrong > 0 ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  const expected =
    error instanceof Usage || error instanceof RangeError || (error instanceof TypeError && "code" in error)
  if (!expected) throw error
  console.error(`${error.message}\n\n${USAGE}`)
  process.exitCode = 2
}
