// SPDX-License-Identifier: BSD-2-Clause
//
// What `node dist/bin.js` runs: a script of the command, with the code of its functions as the build compiled it
// (scripts/code-cache.mjs), where that fits this V8; it compiles them as they are called otherwise.

import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { Script } from "node:vm"

const FOLDER = import.meta.dirname
const VERB = process.argv[2]
/** Verbs that run guests take the code of every function, the others that of what `vmm check` calls. */
const RUNS: readonly (string | undefined)[] = ["run", "bench", "fix"]
/** `vmm check` has a script of its own, which is a fifth of the whole. */
const FILE = join(FOLDER, VERB === "check" ? "light.cjs" : "vmm.cjs")

/** The code of functions as it was compiled; undefined when there is none. */
function kept(): Buffer | undefined {
  try {
    return readFileSync(`${FILE}.${RUNS.includes(VERB) ? "all" : "used"}.cache`)
  } catch {
    return undefined
  }
}

function script(): Script {
  const cachedData = kept()
  return new Script(readFileSync(FILE, "latin1"), {
    filename: FILE,
    ...(cachedData === undefined ? {} : { cachedData }),
  })
}

function start(): void {
  const lend = (url: string): Promise<unknown> => import(url)
  Object.assign(globalThis, { [Symbol.for("vmm.import")]: lend })
  const module = { exports: {} }
  const run = script().runInThisContext() as (...values: unknown[]) => void
  run(module.exports, module, createRequire(import.meta.url), pathToFileURL(FILE).href, FILE, FOLDER)
}

start()
