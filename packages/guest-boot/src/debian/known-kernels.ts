// SPDX-License-Identifier: BSD-2-Clause
//
// The kernels that apt's lists in the cache have, as they were when something was fetched last: no network is asked.
// apt needs a second to say it, so the answer is kept beside the lists for as long as they stay as they are.

import { readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const PREFIX = "linux-image-"
/** ms */
const PATIENCE = 10_000

function readKept(path: string, since: number): readonly string[] | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats === undefined || stats.mtimeMs < since ? undefined : readFileSync(path, "utf8").split("\n")
}

/** apt-cache(8), pkgnames. */
function ask(conf: string): readonly string[] | undefined {
  const { spawnSync } = process.getBuiltinModule("node:child_process")
  const args = ["-c", conf, "-q", "pkgnames", PREFIX]
  const { status, stdout } = spawnSync("apt-cache", args, { encoding: "utf8", timeout: PATIENCE })
  const names = status === 0 ? stdout.split("\n").filter((name) => name.startsWith(PREFIX)) : []
  return names.length === 0 ? undefined : names
}

/** Names of kernel packages; undefined where no list is there, or no apt. `root` is the cache. */
export function knownKernels(root: string): readonly string[] | undefined {
  const folder = join(root, "apt", "arm64")
  const lists = statSync(join(folder, "lists"), { throwIfNoEntry: false })
  if (lists === undefined) return undefined
  const path = join(folder, "kernels.txt")
  try {
    const kept = readKept(path, lists.mtimeMs)
    if (kept !== undefined) return kept
    const names = ask(join(folder, "apt.conf"))
    if (names !== undefined) writeFileSync(path, names.join("\n"))
    return names
  } catch {
    // A cache that cannot be read or written is as good as none.
    return undefined
  }
}
