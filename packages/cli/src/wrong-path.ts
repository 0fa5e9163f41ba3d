// SPDX-License-Identifier: BSD-2-Clause
//
// A path of the command line that is not what the verb takes: a file in a folder's place, a folder in a file's, or
// nothing at all. What is there is told, and what to type instead.

import { readdirSync, type Stats, statSync } from "node:fs"
import { basename, dirname, join } from "node:path"

import { type Diagnostic, errorInFile, nearest } from "@vmm/diagnostic"

const UNREADABLE = "or it cannot be read"
const PERMISSION = "check that you may read it"

/** What is at a path; undefined for nothing, and for what is in a folder that may not be entered. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** Whether a path is a file, rather than a folder or nothing. */
export const isFile = (path: string): boolean => statsOf(path)?.isFile() === true

/** Whether a path is a folder. */
export const isFolder = (path: string): boolean => statsOf(path)?.isDirectory() === true

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
  if (isFolder(path)) return errorInFile(path, "the folder, or a file in it, cannot be read", PERMISSION)
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
  if (isFile(path)) return errorInFile(path, "the file cannot be read", PERMISSION)
  return errorInFile(path, `there is no such file, ${UNREADABLE}`, orMeant(path, isFile, remedy))
}
