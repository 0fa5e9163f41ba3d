// SPDX-License-Identifier: BSD-2-Clause
//
// Where packages and their files lie in the cache, which pin was used last, and files taken out of a package.

import * as Effect from "effect/Effect"
import { join } from "node:path"

import { readIfThere, sha256, writeWhole } from "../cache.ts"
import { guestError, type GuestError } from "../config/guest-error.ts"
import { parseLock, type Pin } from "../config/guest-lock.ts"
import { settle } from "../either.ts"
import { debFiles } from "./deb.ts"
import { debName, type Selection } from "./package-files.ts"

/** Debian's name of the guest's architecture. */
export const ARCHITECTURE = "arm64"

/** One file of a package, as it lies in the cache. */
export interface FetchedFile {
  /** Path in the package. */
  readonly inPackage: string
  /** Path on this machine. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** The folder of everything out of Debian. */
export const folderOf = (root: string): string => join(root, "debian", ARCHITECTURE)

/** The folder of packages as they were fetched. */
export const debsOf = (root: string): string => join(folderOf(root), "debs")

/** Where a package's .deb lies. */
export const debPath = (root: string, pin: Pick<Pin, "package" | "version">): string =>
  join(debsOf(root), debName(pin.package, pin.version, ARCHITECTURE))

/** The file that keeps the pin which was used last for `name`. */
export const currentPath = (root: string, name: string): string =>
  join(folderOf(root), "current", `${name}.json`)

const filePath = (root: string, pin: Pin, inPackage: string): string =>
  join(folderOf(root), "files", pin.sha256.slice(0, 16), inPackage)

/** The pin the cache used last for `name`. */
export function cachedPin(root: string, name: string): Effect.Effect<Pin | undefined> {
  return readIfThere(currentPath(root, name)).pipe(
    Effect.map((text) =>
      text === undefined
        ? undefined
        : settle(
            parseLock(currentPath(root, name), text.toString("utf8")),
            () => undefined,
            (lock) => lock.get(name),
          ),
    ),
  )
}

/** The pin's files out of the cache; undefined when one is missing or is not what the pin says. */
export function unpacked(
  root: string,
  pin: Pin,
  selection: Selection,
): Effect.Effect<FetchedFile[] | undefined> {
  return Effect.gen(function* () {
    const files: FetchedFile[] = []
    for (const [inPackage, hash] of Object.entries(pin.files)) {
      if (!selection.wanted.test(inPackage)) continue
      const path = filePath(root, pin, inPackage)
      const bytes = yield* readIfThere(path)
      if (bytes === undefined || sha256(bytes) !== hash) return undefined
      files.push({ inPackage, path, bytes })
    }
    return files.some(({ inPackage }) => selection.main.test(inPackage)) ? files : undefined
  })
}

/** Takes the wanted files out of the .deb into the cache; the answer is the pin with their hashes. */
export function unpack(
  root: string,
  pin: Pin,
  deb: string,
  selection: Selection,
): Effect.Effect<Pin, GuestError> {
  return Effect.gen(function* () {
    const entries = (yield* debFiles(deb, selection.wanted)).filter(({ kind }) => kind === "file")
    if (!entries.some(({ path }) => selection.main.test(path))) {
      const remedy = "name another file of the package as debian:PACKAGE/PATH"
      return yield* guestError(deb, "what is named in the package is no regular file", remedy)
    }
    for (const { path, data, mode } of entries) yield* writeWhole(filePath(root, pin, path), data, mode)
    const hashes = entries.map(({ path, data }) => [path, sha256(data)] as const)
    return { ...pin, files: { ...pin.files, ...Object.fromEntries(hashes) } }
  })
}
