// SPDX-License-Identifier: BSD-2-Clause
//
// What the layers of a ramdisk hold, for a check: names, permissions and links, and the first bytes of a program when
// it is asked for. Nothing is fetched or kept. Folders are walked, archives read; what would take long is left out
// (archives that are large, or compressed by other methods than gzip), and then nothing is known of the whole.

import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs"
import { join } from "node:path"

import { readCpio } from "./cpio.ts"
import { settle } from "./either.ts"
import { isGzip } from "./file-kind.ts"
import { headOf } from "./head-of.ts"
import { type Contents, HEAD, type Held } from "./init-program.ts"
import { gunzip } from "./kernel-file.ts"
import { entryPath } from "./ramdisk-entry.ts"

/** Larger archives are not read: gzip unpacks some 100 MB in a second. */
const MAX_PACKED = 8 * 2 ** 20
const MAX_PLAIN = 64 * 2 ** 20
/** Folders with more entries are not walked. */
const MAX_ENTRIES = 20_000

/** Adds what is in a folder; false when there is too much. */
function addFolder(held: Map<string, Held>, folder: string, inside: string): boolean {
  for (const name of readdirSync(join(folder, inside))) {
    const path = inside === "" ? name : `${inside}/${name}`
    const here = join(folder, path)
    const stats = lstatSync(here)
    if (stats.isSymbolicLink()) held.set(path, { kind: "symlink", target: readlinkSync(here) })
    else if (stats.isFile())
      held.set(path, { kind: "file", mode: stats.mode, head: () => headOf(here, HEAD) })
    else if (stats.isDirectory()) {
      held.set(path, { kind: "directory" })
      if (!addFolder(held, folder, path)) return false
    }
    if (held.size > MAX_ENTRIES) return false
  }
  return true
}

/** Adds what is in an archive; false when that cannot be told. */
function addArchive(held: Map<string, Held>, path: string): boolean {
  const { size } = statSync(path)
  if (size > MAX_PLAIN) return false
  const bytes = readFileSync(path)
  if (isGzip(bytes) && size > MAX_PACKED) return false
  const nothing = () => undefined
  const plain = isGzip(bytes) ? settle(gunzip(path, bytes), nothing, (all) => all) : bytes
  const entries = plain === undefined ? undefined : settle(readCpio(path, plain), nothing, (all) => all)
  for (const entry of entries ?? []) {
    const name = entryPath(entry.path)
    if (name === undefined) continue
    if (entry.kind === "symlink") held.set(name, { kind: "symlink", target: entry.target })
    else if (entry.kind === "directory") held.set(name, { kind: "directory" })
    else if (entry.kind !== "file") held.set(name, { kind: "device" })
    else {
      const { mode, data } = entry
      held.set(name, { kind: "file", mode, head: () => data.subarray(0, HEAD) })
    }
  }
  return entries !== undefined
}

/** One layer: a file or folder of this machine, or a program out of a package at its place in the initramfs. */
export type Layer =
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "program"; readonly place: string; readonly path: string | undefined }

function addLayer(held: Map<string, Held>, layer: Layer): boolean {
  if (layer.kind === "path") {
    return statSync(layer.path).isDirectory() ? addFolder(held, layer.path, "") : addArchive(held, layer.path)
  }
  const { path, place } = layer
  held.set(place, {
    kind: "file",
    mode: 0o755,
    head: () => (path === undefined ? undefined : headOf(path, HEAD)),
  })
  return true
}

/** The layers laid one over the other; undefined when one of them cannot be told. Throws as node:fs does. */
export function ramdiskContents(layers: readonly Layer[]): Contents | undefined {
  const held = new Map<string, Held>()
  for (const layer of layers) if (!addLayer(held, layer)) return undefined
  for (const path of held.keys()) {
    const parts = path.split("/")
    for (let depth = 1; depth < parts.length; depth++) {
      const parent = parts.slice(0, depth).join("/")
      if (!held.has(parent)) held.set(parent, { kind: "directory" })
    }
  }
  return held
}
