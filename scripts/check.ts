// SPDX-License-Identifier: BSD-2-Clause
//
// `pnpm check`: types, lint, format, import direction and tidy, all of them, one closing sentence.

import { spawnSync } from "node:child_process"
import { resolve } from "node:path"
import { importFindings } from "./imports.ts"
import { tidyFindings } from "./tidy.ts"

const ROOT = resolve(import.meta.dirname, "..")

interface Check {
  readonly name: string
  readonly run: () => readonly string[]
}

/** A tool of node_modules/.bin; its output is the finding when it fails. */
function tool(name: string, ...args: string[]): () => readonly string[] {
  return () => {
    const result = spawnSync(resolve(ROOT, "node_modules/.bin", name), args, { cwd: ROOT, encoding: "utf8" })
    if (result.status === 0) return []
    return [`${result.stdout}${result.stderr}`.trim()]
  }
}

const CHECKS: readonly Check[] = [
  { name: "types", run: tool("tsc", "-b", "--force") },
  { name: "lint", run: tool("oxlint", "--quiet") },
  { name: "format", run: tool("oxfmt", "--check", ".") },
  { name: "imports", run: () => importFindings(ROOT) },
  { name: "tidy", run: () => tidyFindings(ROOT) },
]

const failed: string[] = []
for (const check of CHECKS) {
  const findings = check.run()
  if (findings.length === 0) continue
  failed.push(check.name)
  console.log(`-- ${check.name}\n${findings.join("\n")}\n`)
}
console.log(failed.length === 0 ? "All checks pass." : `These checks fail: ${failed.join(", ")}.`)
process.exitCode = failed.length === 0 ? 0 : 1
