// SPDX-License-Identifier: BSD-2-Clause
//
// Runs the uvu suites of one test file in this process. uvu leaves its suites in a global queue when
// UVU_DEFER is set (uvu/dist: `setup`); each is a function that prints as it goes and resolves to its counts.

import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { broken, type Outcome } from "./outcome.ts"

/** What uvu leaves behind for a deferred run, one a suite. */
type SuiteRun = () => Promise<[errors: string | true, ran: number, skipped: number, total: number]>

declare global {
  var UVU_DEFER: number
  var UVU_INDEX: number
  var UVU_QUEUE: Array<[string, ...Array<SuiteRun>]>
}

const words = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

async function withTimeout<A>(promise: Promise<A>, ms: number): Promise<A> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`did not come back within ${ms / 1000} s`)), ms)
  })
  return await Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

/** Runs one suite; uvu swallows what a `before` hook throws, so fewer tests than there are count as failed. */
async function runSuite(suite: SuiteRun, timeoutMs: number): Promise<Omit<Outcome, "file" | "ms">> {
  const [errors, ran, skipped, total] = await withTimeout(suite(), timeoutMs)
  if (typeof errors === "string") console.log(errors)
  else if (ran < total) console.log(`  the suite stopped after ${ran} of ${total} tests: a hook failed`)
  return { passed: ran, failed: total - ran, skipped }
}

/**
 * Loads `file` (a path from `root`) and runs its suites in turn. A suite that waits longer than `timeoutMs` fails;
 * one that never yields can only be stopped from another process.
 */
export async function runFile(root: string, file: string, timeoutMs: number): Promise<Outcome> {
  const started = performance.now()
  const since = () => performance.now() - started
  globalThis.UVU_DEFER = 1
  globalThis.UVU_INDEX = 0
  globalThis.UVU_QUEUE = [[file]]
  try {
    await import(pathToFileURL(join(root, file)).href)
  } catch (error) {
    console.log(`${file}: did not load\n${words(error)}`)
    return broken(file, since())
  }
  const [, ...suites] = globalThis.UVU_QUEUE[0] ?? [file]
  let [passed, failed, skipped] = [0, 0, 0]
  for (const suite of suites) {
    try {
      const counts = await runSuite(suite, timeoutMs)
      passed += counts.passed
      failed += counts.failed
      skipped += counts.skipped
    } catch (error) {
      console.log(`\n${file}: ${words(error)}`)
      failed += 1
    }
  }
  if (passed + failed + skipped === 0) {
    console.log(`${file}: no test registered (is .run() missing?)`)
    failed = 1
  }
  return { file, passed, failed, skipped, ms: since() }
}
