// SPDX-License-Identifier: BSD-2-Clause
//
// The project's own TypeScript files, for the checks that read them.

import { readFileSync, readdirSync } from "node:fs"
import { join, relative } from "node:path"

export interface SourceFile {
  /** Path from the repository's root, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
}

const SKIPPED = new Set(["node_modules", "dist", "build", "coverage"])

function walk(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name) || entry.name.startsWith(".")) return []
    const path = join(dir, entry.name)
    if (entry.isDirectory()) return walk(path)
    return /\.m?ts$/.test(entry.name) ? [path] : []
  })
}

/** Every .ts and .mts file of packages/, scripts/ and tests/, sorted by path. */
export function sourceFiles(root: string): SourceFile[] {
  return ["packages", "scripts", "tests"]
    .flatMap((name) => {
      try {
        return walk(join(root, name))
      } catch {
        return [] // the folder does not exist yet
      }
    })
    .sort()
    .map((path) => {
      const text = readFileSync(path, "utf8")
      return { path: relative(root, path), text, lines: text.split("\n") }
    })
}
