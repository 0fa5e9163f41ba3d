// SPDX-License-Identifier: BSD-2-Clause
//
// A path of the command line that is not what the verb takes: a file in a folder's place, a folder in a file's, or
// nothing at all. What is there is told, and what to type instead.

import { readdirSync, statSync } from "node:fs"
import { basename, dirname, join } from "node:path"

import { type Diagnostic, errorInFile, nearest } from "@vmm/diagnostic"

const UNREADABLE = "or it cannot be read"

/** Whether a path is a file, rather than a folder or nothing. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

/** Whether a path is a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A name beside a path that is not there, of the kind that is wanted, one slip of the hand away. */
function meant(path: string, wanted: (path: string) => boolean): string | undefined {
  const folder = dirname(path)
  const close = nearest(
    basename(path),
    namesIn(folder).filter((name) => wanted(join(folder, name))),
  )
  return close === undefined ? undefined : join(folder, close)
}

const orMeant = (path: string, wanted: (path: string) => boolean, remedy: string): string => {
  const close = meant(path, wanted)
  return close === undefined ? remedy : `did you mean ${close}? Else ${remedy}`
}

/** Why a path cannot serve as a folder; `remedy` for one that is not there. */
export function noFolder(path: string, remedy: string): Diagnostic {
  if (isFile(path))
    return errorInFile(path, "this is a file, and a folder is wanted", `write ${dirname(path)}`)
  return errorInFile(path, `there is no such folder, ${UNREADABLE}`, orMeant(path, isFolder, remedy))
}

/** Why a path cannot serve as a file; `like` are the names to look for in a folder. */
export function noFile(path: string, remedy: string, like: RegExp): Diagnostic {
  if (isFolder(path)) {
    const inside = namesIn(path).filter((name) => like.test(name))
    const [only] = inside
    const what = only !== undefined && inside.length === 1 ? `write ${join(path, only)}` : remedy
    return errorInFile(path, "this is a folder, and a file is wanted", what)
  }
  return errorInFile(path, `there is no such file, ${UNREADABLE}`, orMeant(path, isFile, remedy))
}
