// SPDX-License-Identifier: BSD-2-Clause
//
// The version of the engine's code, by which its files in the cache are named: a hash of the sources. A build has it
// made (tsup.config.ts), so that a start need not read them.

import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

function codeFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return codeFiles(path)
      return /(?<!\.test)\.ts$/.test(entry.name) ? [path] : []
    })
    .sort()
}

/** The version of the engine whose sources are below `folder`: 16 hexadecimal digits. */
export function versionOf(folder: string): string {
  const hash = createHash("sha1")
  for (const file of codeFiles(folder)) hash.update(readFileSync(file))
  return hash.digest("hex").slice(0, 16)
}
