// SPDX-License-Identifier: BSD-2-Clause
//
// The cache of fetched guest files: one writer at a time, and files that are there whole or not at all.

import { createHash, randomUUID } from "node:crypto"
import { chmod, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"

import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

import { guestError, onFile, type GuestError } from "./config/guest-error.ts"

const REMEDY = "set VMM_CACHE to a folder you may write to"

/** Lower-case hexadecimal SHA-256. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex")
}

const codeOf = (cause: unknown): unknown =>
  cause instanceof Error && "code" in cause ? cause.code : undefined

/** Every parent is tried once: Node's own recursive mkdir does not come back where none can be made (/proc). */
async function makeParents(folder: string): Promise<void> {
  const make = (): Promise<void> =>
    mkdir(folder).catch((cause: unknown) => {
      if (codeOf(cause) !== "EEXIST") throw cause
    })
  try {
    await make()
  } catch (cause) {
    if (codeOf(cause) !== "ENOENT" || dirname(folder) === folder) throw cause
    await makeParents(dirname(folder))
    await make()
  }
}

/** Makes `folder` and its parents. */
export function makeFolder(folder: string): Effect.Effect<void, GuestError> {
  return onFile(folder, REMEDY, () => makeParents(resolve(folder)))
}

/** Writes a file under another name first, so that nobody sees half of it. */
export function writeWhole(
  path: string,
  bytes: Uint8Array | string,
  mode = 0o644,
): Effect.Effect<void, GuestError> {
  return onFile(path, REMEDY, async () => {
    await makeParents(dirname(resolve(path)))
    const draft = `${path}.${randomUUID()}`
    await writeFile(draft, bytes)
    await chmod(draft, mode)
    await rename(draft, path)
  })
}

/** The file's bytes, or undefined when it is not there or not readable. */
export function readIfThere(path: string): Effect.Effect<Buffer | undefined> {
  return Effect.promise(() => readFile(path).catch(() => undefined))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return codeOf(cause) === "EPERM"
  }
}

/** One try: true when the lock is ours. A lock whose process is gone is removed for the next try. */
async function tryLock(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx")
    await file.writeFile(String(process.pid))
    await file.close()
    return true
  } catch (cause) {
    if (codeOf(cause) !== "EEXIST") throw cause
    const pid = Number(await readFile(path, "utf8").catch(() => ""))
    if (pid > 0 && !isAlive(pid)) await rm(path, { force: true })
    return false
  }
}

/** Holds the cache for one writer until the scope closes; waits for another run, ten minutes at most. */
export function holdCache(root: string): Effect.Effect<void, GuestError, Scope.Scope> {
  const path = join(root, "lock")
  const acquire = Effect.gen(function* () {
    yield* makeFolder(root)
    for (let tries = 0; tries < 3000; tries += 1) {
      if (yield* onFile(path, REMEDY, () => tryLock(path))) return
      yield* Effect.sleep(Duration.millis(200))
    }
    return yield* guestError(path, "another run holds the cache", `wait for it, or delete ${path}`)
  })
  return Effect.acquireRelease(Effect.interruptible(acquire), () =>
    Effect.promise(() => rm(path, { force: true })),
  )
}
