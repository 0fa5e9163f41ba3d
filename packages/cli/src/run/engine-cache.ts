// SPDX-License-Identifier: BSD-2-Clause
//
// The engine's generated module and the regions that it translated, with V8's machine code of both, kept between runs:
// making the module anew takes half a second. Files are named by a hash of the engine's own code, so one made by other
// code is never found. A cache that cannot be read or written costs time and nothing else.

import { createHash } from "node:crypto"
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

import type { ModuleCache } from "@vmm/kernel/cpu"

import { versionOf } from "./engine-version.ts"
import { readBytes } from "./read-bytes.ts"

/** Files that stay when a new one is written: a few versions and ways of translating, up to three files each. */
const KEPT = 32
const DIGEST_SIZE = 20

/** The version, where the build has made it. */
declare const __vmmEngine: string | undefined

function engineVersion(): string {
  if (typeof __vmmEngine === "string") return __vmmEngine
  return versionOf(dirname(fileURLToPath(import.meta.resolve("@vmm/kernel/cpu"))))
}

function prune(folder: string): void {
  const ages = readdirSync(folder).map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
  for (const { name } of ages.sort((a, b) => b.at - a.at).slice(KEPT)) rmSync(join(folder, name))
}

/** Does it, or gives undefined: the cache is a convenience. */
function attempt<A>(work: () => A): A | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

const digestOf = (bytes: Uint8Array) => createHash("sha1").update(bytes).digest()

/** Writes pieces and the digest of all behind them. */
function writeSealed(path: string, pieces: Iterable<Uint8Array>): void {
  const hash = createHash("sha1")
  const file = openSync(path, "w")
  try {
    for (const piece of pieces) {
      hash.update(piece)
      writeSync(file, piece)
    }
    writeSync(file, hash.digest())
  } finally {
    closeSync(file)
  }
}

/** What was sealed; undefined when it is not what it was. */
function opened(file: Uint8Array): Uint8Array | undefined {
  const bytes = file.subarray(0, Math.max(0, file.length - DIGEST_SIZE))
  return digestOf(bytes).equals(file.subarray(bytes.length)) ? bytes : undefined
}

/** The cache under `root`, the cache folder of the tool. */
export function engineCache(root: string): ModuleCache {
  const folder = join(root, "engine")
  const version = attempt(engineVersion)
  if (version === undefined) return { read: () => undefined, write: () => undefined }
  const fileOf = (key: string) => join(folder, `${version}-${key}.bin`)
  return {
    read: (key) => attempt(() => opened(readBytes(fileOf(key)))),
    write: (key, pieces) => {
      attempt(() => {
        mkdirSync(folder, { recursive: true })
        const fresh = `${fileOf(key)}.${process.pid}`
        writeSealed(fresh, pieces)
        renameSync(fresh, fileOf(key))
        prune(folder)
      })
    },
  }
}
