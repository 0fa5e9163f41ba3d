// SPDX-License-Identifier: BSD-2-Clause
//
// The contents of an initramfs as values: entries, and layers of entries laid one over the other. The result is
// sorted, every parent exists, and /dev/console and /dev/null are there, since Linux opens the former for init
// before anything can make it (Documentation/driver-api/early-userspace/buffer-format.rst).

import { left, right, type Either } from "fp-ts/lib/Either.js"

import { fileDiagnostic, type Diagnostic } from "../diagnostic.ts"

/** One file of an initramfs. `path` is relative to the root, without a leading slash; `mode` is permissions. */
export type RamdiskEntry =
  | { readonly kind: "file"; readonly path: string; readonly mode: number; readonly data: Uint8Array }
  | { readonly kind: "directory"; readonly path: string; readonly mode: number }
  | { readonly kind: "symlink"; readonly path: string; readonly target: string }
  | {
      readonly kind: "char-device" | "block-device"
      readonly path: string
      readonly mode: number
      readonly major: number
      readonly minor: number
    }

/** Entries every initramfs has (Documentation/admin-guide/devices.txt: console 5:1, null 1:3). */
export const STANDARD_ENTRIES: readonly RamdiskEntry[] = [
  { kind: "directory", path: "dev", mode: 0o755 },
  { kind: "char-device", path: "dev/console", mode: 0o600, major: 5, minor: 1 },
  { kind: "char-device", path: "dev/null", mode: 0o666, major: 1, minor: 3 },
]

/** `path` without leading `/` and `./`, inner `//` and a trailing slash; undefined when it leaves the root. */
export function entryPath(path: string): string | undefined {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".")
  return parts.length === 0 || parts.includes("..") || path.includes("\0") ? undefined : parts.join("/")
}

function parents(path: string): string[] {
  const parts = path.split("/")
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"))
}

/** By bytes of the path, so that a folder comes before what is in it and every machine sorts alike. */
export function byPath(a: RamdiskEntry, b: RamdiskEntry): number {
  return Buffer.compare(Buffer.from(a.path), Buffer.from(b.path))
}

/**
 * Layers merged in order; `name` is for messages. A later entry takes the place of an earlier one at the same path.
 * Errors: a path that leaves the root, and an entry under something that is not a folder.
 */
export function mergeEntries(
  name: string,
  layers: readonly (readonly RamdiskEntry[])[],
): Either<readonly Diagnostic[], readonly RamdiskEntry[]> {
  const merged = new Map<string, RamdiskEntry>()
  const wrong: Diagnostic[] = []
  for (const entry of layers.flat()) {
    const path = entryPath(entry.path)
    if (path === undefined) {
      wrong.push(
        fileDiagnostic(
          name,
          `the initramfs entry "${entry.path}" has no place under the root`,
          "give it a path without .. and not empty",
        ),
      )
    } else merged.set(path, { ...entry, path })
  }
  for (const path of [...merged.keys()].flatMap(parents)) {
    const parent = merged.get(path)
    if (parent === undefined) merged.set(path, { kind: "directory", path, mode: 0o755 })
    else if (parent.kind !== "directory") {
      wrong.push(
        fileDiagnostic(
          name,
          `/${path} in the initramfs is a ${parent.kind} and has entries under it`,
          `make /${path} a folder in every layer, or leave out the layer that disagrees`,
        ),
      )
    }
  }
  return wrong.length > 0 ? left(dedupe(wrong)) : right([...merged.values()].sort(byPath))
}

function dedupe(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [one.message, one])).values()]
}
