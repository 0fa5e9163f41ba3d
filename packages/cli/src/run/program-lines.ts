// SPDX-License-Identifier: BSD-2-Clause
//
// Lines of a user's program: it is bundled and loaded from memory, and its stack traces name the bundle. The bundle's
// source map leads back (Source Map revision 3, as Node's SourceMap reads it).

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
