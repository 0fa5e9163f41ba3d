// SPDX-License-Identifier: BSD-2-Clause
//
// What sources pull in while they are read: `/include/` and `/incbin/` of device trees, prefill files, programs.
// Every file that was looked at is remembered, since a build depends on it.

import { readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, isAbsolute, join } from "node:path"

import type { Instead, SourceText } from "./folder.ts"

export class FileReader {
  /** Paths of the files that were there. */
  readonly inputs = new Set<string>()
  /** Texts by path, for excerpts. */
  readonly texts = new Map<string, string>()
  private readonly folder: string
  private readonly instead: Instead

  /** Paths in a `.system` file count from `folder`; texts of `instead` stand for those of files. */
  constructor(folder: string, instead: Instead = new Map()) {
    this.folder = folder
    this.instead = instead
  }

  /** The text that `/include/ "path"` in the file `from` names. */
  include(path: string, from: string): SourceText | undefined {
    const file = at(dirname(from), path)
    const bytes = this.read(file)
    if (bytes === undefined) return undefined
    const text = this.instead.get(file) ?? bytes.toString("utf8")
    this.texts.set(file, text)
    return { file, text }
  }

  incbin(path: string, from: string): Uint8Array | undefined {
    return this.read(at(dirname(from), path))
  }

  /** The path of a file that a `.system` file names. */
  path(name: string): string {
    return at(this.folder, name)
  }

  /** Bytes of a file that a `.system` file names; undefined when there is none. */
  size(name: string): number | undefined {
    const stats = statSync(this.path(name), { throwIfNoEntry: false })
    if (stats?.isFile() !== true) return undefined
    this.inputs.add(this.path(name))
    return stats.size
  }

  /** Names in the folder of a file that a `.system` file names. */
  namesBeside(name: string): readonly string[] {
    const folder = dirname(this.path(name))
    return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder) : []
  }

  private read(file: string): Buffer | undefined {
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined
    this.inputs.add(file)
    return readFileSync(file)
  }
}

/** `path` as seen from `folder`. */
export function at(folder: string, path: string): string {
  return isAbsolute(path) ? path : join(folder, path)
}
