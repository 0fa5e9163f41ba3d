// SPDX-License-Identifier: BSD-2-Clause
//
// What the layers of a ramdisk hold, for a check: names, permissions and links, and the first bytes of a program when
// it is asked for. Nothing is fetched or kept. Folders are walked, archives too; what would take long is left out
// (the rest of large archives, and what is compressed by other methods than gzip), and then there may be more.

import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs"
import { join } from "node:path"

import { type Bytes, inMemory, type Walk, walkArchive } from "./archive-walk.ts"
import { headOf } from "../head-of.ts"
import { type Contents, HEAD, type Held } from "./init-program.ts"

/** Folders and archives with more entries are not walked. */
const MAX_ENTRIES = 20_000
/** gzip unpacks some 100 MB in a second. */
const LIMITS = { entries: MAX_ENTRIES, packed: 8 * 2 ** 20, plain: 64 * 2 ** 20 }
/** Of larger files, only what is looked at is read. */
const MAX_READ = 4 * 2 ** 20

/** Adds what is in a folder; false when there is too much. */
function addFolder(held: Map<string, Held>, folder: string, inside: string): boolean {
  for (const name of readdirSync(join(folder, inside))) {
    const path = inside === "" ? name : `${inside}/${name}`
    const here = join(folder, path)
    const stats = lstatSync(here)
    if (stats.isSymbolicLink()) held.set(path, { kind: "symlink", target: readlinkSync(here) })
    else if (stats.isFile())
      held.set(path, {
        kind: "file",
        mode: stats.mode,
        head: (most = HEAD) => headOf(here, most),
        source: here,
      })
    else if (stats.isDirectory()) {
      held.set(path, { kind: "directory" })
      if (!addFolder(held, folder, path)) return false
    }
    if (held.size > MAX_ENTRIES) return false
  }
  return true
}

/** What is read of a file at a time. */
const WINDOW = 0x1_0000

/** A file that is read where it is looked at. */
function fileBytes(path: string): Bytes {
  const { size } = statSync(path)
  if (size <= MAX_READ) return inMemory(readFileSync(path))
  let start = 0
  let window: Uint8Array = new Uint8Array(0)
  return {
    length: size,
    at: (from, length) => {
      if (from < start || from + length > start + window.length) {
        start = from
        window = headOf(path, Math.max(length, WINDOW), from)
      }
      return window.slice(from - start, from - start + length)
    },
  }
}

/** What an archive holds, with bounded work. Throws as node:fs does. */
export function archiveAt(path: string): Walk {
  return walkArchive(fileBytes(path), LIMITS)
}

/** What is known of a ramdisk. */
export interface Seen {
  readonly held: Contents
  /** False when there may be more: a large archive, or one whose packing is not read. */
  readonly whole: boolean
}

/** One layer: a file or folder of this machine, or a program out of a package at its place in the initramfs. */
export type Layer =
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "program"; readonly place: string; readonly path: string | undefined }

/** Adds a layer; false when not all of it is seen. */
function addLayer(held: Map<string, Held>, layer: Layer, walk: (path: string) => Walk): boolean {
  if (layer.kind === "path") {
    if (statSync(layer.path).isDirectory()) return addFolder(held, layer.path, "")
    const { held: own, broken, unseen } = walk(layer.path)
    for (const [path, one] of own) held.set(path, one)
    return broken === undefined && unseen === undefined
  }
  const { path, place } = layer
  held.set(place, {
    kind: "file",
    mode: 0o755,
    head: (most = HEAD) => (path === undefined ? undefined : headOf(path, most)),
  })
  return true
}

/** The layers laid one over the other. Throws as node:fs does. */
export function ramdiskContents(layers: readonly Layer[], walk = archiveAt): Seen {
  const held = new Map<string, Held>()
  const all = layers.map((layer) => addLayer(held, layer, walk))
  for (const path of held.keys()) {
    const parts = path.split("/")
    for (let depth = 1; depth < parts.length; depth++) {
      const parent = parts.slice(0, depth).join("/")
      if (!held.has(parent)) held.set(parent, { kind: "directory" })
    }
  }
  return { held, whole: !all.includes(false) }
}
