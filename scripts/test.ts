// SPDX-License-Identifier: BSD-2-Clause
//
// The test runner: finds `*.test.ts`, runs every uvu suite in them and closes with the line `N passed, N failed`
// (and `, N skipped`). A file that registers no test, an empty selection and a file that does not come back
// are failures. Exit code 0 when nothing failed, 1 when something did, 2 for wrong usage.

import { availableParallelism } from "node:os"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { type Outcome, outcomeLine } from "./testing/outcome.ts"
import { runPool } from "./testing/pool.ts"
import { runFile } from "./testing/run-file.ts"
import { testFiles } from "./testing/select.ts"

const USAGE = `usage: pnpm test:unit [--serial] [--jobs N] [--without REGEX]... [PATTERN]...

  PATTERN          only test files whose path matches one of these regular expressions
  --without REGEX  leave out files whose path matches
  --jobs N         child processes side by side (default: one a core, at most 4)
  --serial         every file in this process, one after another
  --root DIR       the folder that holds packages/, scripts/ and tests/
`

/** No test file may take longer, ms. Files that boot whole guests are the longest. */
const TIMEOUT_MS = Number(process.env["VMM_TEST_TIMEOUT_MS"] ?? 1_500_000)
const MOST_JOBS = 4

interface Options {
  readonly root: string
  readonly patterns: readonly RegExp[]
  readonly without: readonly RegExp[]
  /** 0: in this process. */
  readonly jobs: number
}

function options(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      serial: { type: "boolean", default: false },
      jobs: { type: "string", default: String(Math.min(availableParallelism(), MOST_JOBS)) },
      without: { type: "string", multiple: true, default: [] },
      root: { type: "string", default: resolve(import.meta.dirname, "..") },
    },
  })
  const jobs = Number(values.jobs)
  if (!Number.isInteger(jobs) || jobs < 1) throw new Error(`--jobs takes a number from 1, not ${values.jobs}`)
  return {
    root: resolve(values.root),
    patterns: positionals.map((pattern) => new RegExp(pattern)),
    without: values.without.map((pattern) => new RegExp(pattern)),
    jobs: values.serial ? 0 : jobs,
  }
}

async function runAll({ root, jobs }: Options, files: readonly string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  if (jobs > 0) {
    const done = (outcome: Outcome, output: string) => {
      outcomes.push(outcome)
      console.log(`${outcome.file}\n${output.trimEnd()}\n${outcomeLine(outcome)}`)
    }
    await runPool({ root, files, jobs, timeoutMs: TIMEOUT_MS, done })
  } else {
    for (const file of files) {
      console.log(file)
      const outcome = await runFile(root, file, TIMEOUT_MS)
      outcomes.push(outcome)
      console.log(outcomeLine(outcome))
    }
  }
  return outcomes.sort((a, b) => (a.file < b.file ? -1 : 1))
}

/** The files with something to say, by path, and the closing line. */
function summary(outcomes: readonly Outcome[]): string {
  const total = (key: "passed" | "failed" | "skipped") => outcomes.reduce((sum, one) => sum + one[key], 0)
  const named = (key: "failed" | "skipped") =>
    outcomes.filter((one) => one[key] > 0).map((one) => `${one[key]} ${key}: ${one.file}`)
  const [passed, failed, skipped] = [total("passed"), total("failed"), total("skipped")]
  const closing = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`
  return ["", ...named("skipped"), ...named("failed"), closing].join("\n")
}

async function main(): Promise<number> {
  let given: Options
  try {
    given = options()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
    return 2
  }
  const files = testFiles(given.root, given)
  if (files.length === 0) {
    console.log("no test file matches\n\n0 passed, 1 failed")
    return 1
  }
  const outcomes = await runAll(given, files)
  console.log(summary(outcomes))
  return outcomes.every((one) => one.failed === 0) ? 0 : 1
}

process.exit(await main())
