// SPDX-License-Identifier: BSD-2-Clause
//
// Lines of a user's program: it is bundled and loaded from memory, and its stack traces name the bundle. The bundle's
// source map leads back (Source Map revision 3, as Node's SourceMap reads it).

import { readFileSync } from "node:fs"
import { SourceMap, type SourceMapPayload } from "node:module"
import { relative, resolve } from "node:path"

import type { Place } from "@vmm/diagnostic"

interface Known {
  readonly map: SourceMap
  /** What its sources are named from. */
  readonly folder: string
}

const MAPS = new Map<string, Known>()

/** Remembers the map of the module that was loaded from `url`; its sources are named from `folder`. */
export function knowLines(url: string, map: string, folder: string): void {
  MAPS.set(url, { map: new SourceMap(JSON.parse(map) as SourceMapPayload), folder })
}

const FRAME = /(data:text\/javascript;base64,[\w+/=]+):(\d+):(\d+)/

/** The innermost line of a stack trace that stands in a program's own files, named from where `vmm` runs. */
export function programPlace(stack: string): Place | undefined {
  for (const frame of stack.split("\n")) {
    const [, url = "", line = "", column = ""] = FRAME.exec(frame) ?? []
    const known = MAPS.get(url)
    const found = known?.map.findEntry(Number(line) - 1, Number(column) - 1)
    if (known === undefined || found === undefined || !("originalSource" in found)) continue
    const { originalSource, originalLine, originalColumn } = found
    if (originalSource === undefined || originalSource.startsWith("vmm:")) continue
    const file = relative(process.cwd(), resolve(known.folder, originalSource))
    const from = originalColumn + 1
    return { file, line: originalLine + 1, column: from, endColumn: from + 1 }
  }
  return undefined
}

/** The text of a program, as far as it is there. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return ""
  }
}

/** Where a program makes an entry point that gives a promise: `async init()`, `init: async ..`. */
export function asyncPlace(path: string, entry: string): Place | undefined {
  const text = textOf(path)
  const found = new RegExp(`\\basync\\s+(?:function\\s+)?${entry}\\b|\\b${entry}\\s*[:=]\\s*async\\b`).exec(
    text,
  )
  if (found === null) return undefined
  const before = text.slice(0, found.index).split("\n")
  const column = (before.at(-1)?.length ?? 0) + 1
  const file = relative(process.cwd(), resolve(path))
  return { file, line: before.length, column, endColumn: column + found[0].length }
}

function lastMatch(path: string, pattern: RegExp, length: number): Place | undefined {
  const text = textOf(path)
  const found = [...text.matchAll(pattern)].at(-1)
  if (found === undefined) return undefined
  const before = text.slice(0, found.index).split("\n")
  const column = (before.at(-1)?.length ?? 0) + 1
  const file = relative(process.cwd(), resolve(path))
  return { file, line: before.length, column, endColumn: column + length }
}

/** Where a program defines an entry point: a method, or a member that is a function; calls of others are none. */
export function entryPlace(path: string, entry: string): Place | undefined {
  const pattern = new RegExp(`(?<![.\\w$])${entry}\\s*(?:[:=]|\\([^()]*\\)(?:\\s*:[^{]*)?\\s*\\{)`, "g")
  return lastMatch(path, pattern, entry.length)
}

/** Where a program calls a function of its Microkit, the last of such places. */
export function callPlace(path: string, name: string): Place | undefined {
  return lastMatch(path, new RegExp(`(?<=\\.)${name}\\s*\\(`, "g"), name.length)
}

/** The text of a line of a program. */
export const lineText = ({ file, line }: Place): string => textOf(file).split("\n")[line - 1] ?? ""
