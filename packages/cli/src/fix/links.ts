// SPDX-License-Identifier: BSD-2-Clause
//
// A folder again, made of links to all that lies around it; and a folder with what is in it, each of the kind that it
// was, where that goes into a ramdisk.

import { copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from "node:fs"
import { basename, dirname, join } from "node:path"

/** A symbolic link at `path`, where the file system takes one. */
export function link(target: string, path: string): void {
  try {
    symlinkSync(target, path)
  } catch (cause) {
    // A name that cannot be linked stays away; only what the sources name is missed, and the check tells.
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause
  }
}

/** Names in a folder; none where it may not be read. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Makes the way to `folder` again below `root`, with links to what lies beside it and its parents. */
export function surroundings(folder: string, root: string): string {
  const parent = dirname(folder)
  const top = parent === dirname(parent)
  const place = top ? root : join(surroundings(parent, root), basename(parent))
  mkdirSync(place, { recursive: true })
  linkAll(parent, place, (name) => name !== basename(folder) && join(parent, name) !== root)
  return place
}

function linkAll(from: string, to: string, wanted: (name: string) => boolean = () => true): void {
  for (const name of namesIn(from).filter(wanted)) link(join(from, name), join(to, name))
}

/** A folder again, so that what goes into a ramdisk is of the kind that it was: links stay links, folders folders. */
export function mirror(from: string, to: string): void {
  for (const name of namesIn(from)) {
    const [source, path] = [join(from, name), join(to, name)]
    const stats = lstatSync(source)
    if (stats.isDirectory()) {
      mkdirSync(path)
      mirror(source, path)
    } else if (stats.isSymbolicLink()) link(readlinkSync(source), path)
    else if (stats.isFile()) sameFile(source, path)
  }
}

/** The file itself where the file system lets it have two names, else a copy. */
function sameFile(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
