// SPDX-License-Identifier: BSD-2-Clause
//
// A folder of this machine as entries of an initramfs: files with their permissions, folders and symbolic links;
// owners and times are left behind, and links are not followed.

import { lstat, readdir, readFile, readlink, stat } from "node:fs/promises"
import { join } from "node:path"

import * as Effect from "effect/Effect"

import { guestError, onFile, type GuestError } from "../config/guest-error.ts"
import type { RamdiskEntry } from "./ramdisk-entry.ts"

const REMEDY = "check that everything in the folder may be read"

/** Group and other get what the owner has, so that a strict umask gives the same archive. */
function portableMode(mode: number): number {
  return (mode & 0o111) === 0 ? 0o644 : 0o755
}

function entryOf(folder: string, path: string): Effect.Effect<readonly RamdiskEntry[], GuestError> {
  return Effect.gen(function* () {
    const here = join(folder, path)
    // The folder itself may be named through a link.
    const stats = yield* onFile(here, REMEDY, () => (path === "" ? stat(here) : lstat(here)))
    if (stats.isSymbolicLink()) {
      const target = yield* onFile(here, REMEDY, () => readlink(here))
      return [{ kind: "symlink", path, target }]
    }
    if (stats.isFile()) {
      const data = yield* onFile(here, REMEDY, () => readFile(here))
      return [{ kind: "file", path, mode: portableMode(stats.mode), data }]
    }
    if (stats.isDirectory()) {
      const own: RamdiskEntry[] = path === "" ? [] : [{ kind: "directory", path, mode: 0o755 }]
      const names = yield* onFile(here, REMEDY, () => readdir(here))
      const inside = yield* Effect.forEach(names, (name) =>
        entryOf(folder, path === "" ? name : `${path}/${name}`),
      )
      return [...own, ...inside.flat()]
    }
    return yield* guestError(
      here,
      "this is no file, folder or symbolic link",
      "take it out of the folder; /dev is filled by the kernel's devtmpfs",
    )
  })
}

/** Everything in `folder`, in any order. */
export function folderEntries(folder: string): Effect.Effect<readonly RamdiskEntry[], GuestError> {
  return entryOf(folder, "")
}
