// SPDX-License-Identifier: BSD-2-Clause
//
// A lone `.system` file, checked without a board: for the language alone, on the architecture and the number of cores
// that the user names.

import { readFileSync, statSync } from "node:fs"
import { delimiter, dirname, isAbsolute, join } from "node:path"

import { type Diagnostic, errorInFile } from "@vmm/diagnostic"
import { type Architecture, ARCHITECTURES, parseSystem } from "@vmm/system"

import { foreignText } from "../compile/foreign-text.ts"

export interface CheckedFile {
  readonly findings: readonly Diagnostic[]
  /** Texts by file name, for excerpts. */
  readonly sources: ReadonlyMap<string, string>
}

/** Bytes of a file, looked for in several folders. */
function sizeIn(folders: readonly string[], name: string): number | undefined {
  const paths = isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))
  const found = paths.map((path) => statSync(path, { throwIfNoEntry: false }))
  return found.find((stats) => stats?.isFile())?.size
}

/** Whether a path is a file, rather than a folder or nothing. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

export function checkFile(file: string, options: ReadonlyMap<string, string>): CheckedFile {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    const remedy = "check that you may read it"
    return { findings: [errorInFile(file, "the file cannot be read", remedy)], sources: new Map() }
  }
  const text = bytes.toString("utf8")
  const foreign = foreignText(file, bytes)
  if (foreign !== undefined) return { findings: [foreign], sources: new Map([[file, text]]) }
  const architecture: Architecture = ARCHITECTURES.find((one) => one === options.get("arch")) ?? "aarch64"
  const folders = [dirname(file), ...(options.get("search-path")?.split(delimiter) ?? [])]
  const parsed = parseSystem(
    { file, text },
    {
      architecture,
      lone: true,
      cpus: Number(options.get("cpus") ?? 1),
      prefillSize: (name) => sizeIn(folders, name),
    },
  )
  const findings = parsed._tag === "Left" ? parsed.left : parsed.right.warnings
  return { findings, sources: new Map([[file, text]]) }
}
