// SPDX-License-Identifier: BSD-2-Clause
//
// The test runner: finds `*.test.ts`, runs every uvu suite in them one after another, and closes with
// the line `N passed, N failed`. A file that registers no suite, an empty selection and a test that does
// not come back are failures.
//
//   pnpm test:unit [PATTERN]...    only files whose path matches one of the regular expressions

import { readdirSync } from "node:fs"
import { join, relative, resolve } from "node:path"
import { pathToFileURL } from "node:url"

/** What uvu leaves behind for a deferred run: one entry a suite. */
type SuiteRun = () => Promise<[errors: string | true, ran: number, skipped: number, total: number]>

declare global {
  var UVU_DEFER: number
  var UVU_INDEX: number
  var UVU_QUEUE: Array<[string, ...Array<SuiteRun>]>
}

const ROOT = resolve(import.meta.dirname, "..")
const ROOTS = ["packages", "scripts", "tests"]
/** No suite may take longer, ms. Whole-guest suites are the longest. */
const SUITE_TIMEOUT_MS = Number(process.env["VMM_TEST_TIMEOUT_MS"] ?? 600_000)

function findTests(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules" || entry.name === "dist" || entry.name.startsWith(".")) return []
    const path = join(dir, entry.name)
    if (entry.isDirectory()) return findTests(path)
    return entry.name.endsWith(".test.ts") ? [path] : []
  })
}

function testFiles(patterns: readonly string[]): string[] {
  const regexps = patterns.map((pattern) => new RegExp(pattern))
  const wanted = (file: string) => regexps.length === 0 || regexps.some((regexp) => regexp.test(file))
  return readdirSync(ROOT)
    .filter((name) => ROOTS.includes(name))
    .flatMap((name) => findTests(join(ROOT, name)))
    .map((file) => relative(ROOT, file))
    .filter(wanted)
    .sort()
}

async function withTimeout<A>(promise: Promise<A>): Promise<A> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`suite took over ${SUITE_TIMEOUT_MS} ms`)), SUITE_TIMEOUT_MS)
  })
  return await Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

async function load(files: readonly string[]): Promise<number> {
  let failed = 0
  for (const [index, file] of files.entries()) {
    globalThis.UVU_INDEX = index
    globalThis.UVU_QUEUE.push([file])
    try {
      await import(pathToFileURL(join(ROOT, file)).href)
      if (globalThis.UVU_QUEUE[index]?.length === 1) {
        console.log(`${file}: no suite registered (is .run() missing?)`)
        failed += 1
      }
    } catch (error) {
      console.log(
        `${file}: did not load\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
      failed += 1
    }
  }
  return failed
}

async function main(): Promise<void> {
  globalThis.UVU_DEFER = 1
  globalThis.UVU_QUEUE = []
  const files = testFiles(process.argv.slice(2))
  let failed = await load(files)
  let passed = 0
  let skipped = 0
  if (files.length === 0) {
    console.log("no test file matches")
    failed += 1
  }
  for (const [file, ...suites] of globalThis.UVU_QUEUE) {
    const started = performance.now()
    process.stdout.write(`${file} `)
    for (const suite of suites) {
      try {
        const [errors, ran, skip, total] = await withTimeout(suite())
        passed += ran
        failed += total - ran
        skipped += skip
        if (typeof errors === "string") console.log(errors)
      } catch (error) {
        failed += 1
        console.log(`\n${file}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      }
    }
    console.log(` (${Math.round(performance.now() - started)} ms)`)
  }
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`)
  process.exit(failed === 0 ? 0 : 1)
}

await main()
