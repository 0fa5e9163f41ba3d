// SPDX-License-Identifier: BSD-2-Clause
//
// What a folder's guest was meant to be: the file whose name is nearest to one that is not there, a guest.json for a
// folder without one.

import { readdirSync, statSync } from "node:fs"
import { basename, dirname, join } from "node:path"

import { type Fix, nearest, type Place, replaceAt } from "@vmm/diagnostic"

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The place of a string in a text of JSON; undefined when it stands there in another form or not at all. */
export function placeOfString(file: string, text: string, value: string): Place | undefined {
  const written = JSON.stringify(value)
  const at = text.indexOf(written)
  if (at < 0) return undefined
  const before = text.slice(0, at)
  const column = at - before.lastIndexOf("\n")
  return { file, line: before.split("\n").length, column, endColumn: column + written.length }
}

/** A file that guest.json names and that is not there. */
export interface MissingFile {
  readonly file: string
  /** Text of guest.json. */
  readonly text: string
  /** The path in guest.json, and with what may stand before it. */
  readonly path: string
  readonly prefix: string
  /** Where it was looked for. */
  readonly at: string
}

/** Where the name stands, and the fix that writes the nearest one. */
export function missingFileHint({ file, text, path, prefix, at }: MissingFile): {
  readonly place: Place | undefined
  readonly meant: string | undefined
  readonly fixes: readonly Fix[]
} {
  const place = placeOfString(file, text, prefix + path)
  const name = nearest(basename(at), namesIn(dirname(at)))
  if (name === undefined || place === undefined) return { place, meant: undefined, fixes: [] }
  const meant = join(dirname(path), name)
  const written = JSON.stringify(prefix + meant)
  const fix = { id: "write-name", title: `write ${written}`, edits: [replaceAt(place, written)], notes: [] }
  return { place, meant, fixes: [fix] }
}

/** The first bytes that tell a kernel, and names that kernels and bare programs go by. */
const KERNEL_NAMES = /^(image|linux|vmlinu[xz]).*$/i
const PROGRAM_NAMES = /\.(bin|img|raw)$/i
const RAMDISK_NAMES = /^(rootfs|initrd|initramfs|ramdisk).*(cpio|gz|img)/i

interface LikelyImages {
  readonly kernel: string
  readonly ramdisk: string | undefined
}

/** The images in a folder, as a guest file names them; Debian's kernel when there is none. */
export function likelyImages(folder: string, without?: string): LikelyImages {
  const isFile = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true
  const names = namesIn(folder).filter((name) => name !== without && isFile(name))
  const ramdisk = names.find((name) => RAMDISK_NAMES.test(name))
  const rest = names.filter((name) => name !== ramdisk)
  const image = rest.find((name) => KERNEL_NAMES.test(name))
  const program = rest.find((name) => PROGRAM_NAMES.test(name))
  const bare = program === undefined ? "debian:linux-image-arm64" : `flat:${program}`
  return { kernel: image ?? bare, ramdisk }
}

/** A guest.json of the images in a folder. */
function likelyGuest(folder: string): string {
  const { kernel, ramdisk } = likelyImages(folder)
  const guest = { kernel, ...(ramdisk === undefined ? {} : { ramdisk }) }
  return `${JSON.stringify(guest, null, 2)}\n`
}

/** The fix for a guest file that holds something else: all of it is written anew. */
export function rewriteGuest(file: string, text: string): Fix {
  const put = likelyGuest(dirname(file))
  const lines = text.split("\n")
  const end = { endLine: lines.length, endColumn: (lines.at(-1)?.length ?? 0) + 1 }
  return {
    id: "write-guest-file",
    title: `write ${put.trim().replaceAll(/\s+/g, " ")}`,
    edits: [{ kind: "replace", file, line: 1, column: 1, ...end, text: put }],
    notes: [],
  }
}

/** The fix for a guest file that is not there, or empty. */
export function writeGuest(file: string): Fix {
  const text = likelyGuest(dirname(file))
  return {
    id: "write-guest-file",
    title: `write ${file}: ${text.trim().replaceAll(/\s+/g, " ")}`,
    edits: [{ kind: "append", file, text }],
    notes: [],
  }
}
