// SPDX-License-Identifier: BSD-2-Clause
//
// Which test files a run takes, and in which order: whole guests first, since they take longest and the other
// files fill the gaps behind them.

import { readdirSync } from "node:fs"
import { join, relative } from "node:path"

const ROOTS = ["packages", "scripts", "tests"]
const SKIPPED = new Set(["node_modules", "dist", "build", "coverage"])
/** Suites that boot whole guests. */
const HEAVY = /^(tests\/(boot|system)\/|scripts\/fuzz)/

export interface Selection {
  /** Regular expressions of paths; none means every file. */
  readonly patterns: readonly RegExp[]
  /** Files to leave out whatever the patterns say. */
  readonly without: readonly RegExp[]
}

function findTests(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name) || entry.name.startsWith(".")) return []
    const path = join(dir, entry.name)
    if (entry.isDirectory()) return findTests(path)
    return entry.name.endsWith(".test.ts") ? [path] : []
  })
}

/** Test files of packages/, scripts/ and tests/ below `root` in the order to run them, as paths from `root`. */
export function testFiles(root: string, { patterns, without }: Selection): string[] {
  const wanted = (file: string) =>
    (patterns.length === 0 || patterns.some((pattern) => pattern.test(file))) &&
    !without.some((pattern) => pattern.test(file))
  const files = readdirSync(root)
    .filter((name) => ROOTS.includes(name))
    .flatMap((name) => findTests(join(root, name)))
    .map((file) => relative(root, file))
    .filter(wanted)
    .sort()
  return [...files.filter((file) => HEAVY.test(file)), ...files.filter((file) => !HEAVY.test(file))]
}
