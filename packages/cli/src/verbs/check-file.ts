// SPDX-License-Identifier: BSD-2-Clause
//
// A lone `.system` file, checked without a board: for the language, on the architecture and the number of cores that
// the user names, and against its programs where they lie beside it or on the search path.

import { readdirSync, readFileSync, statSync } from "node:fs"
import { basename, delimiter, dirname, isAbsolute, join } from "node:path"

import { type Diagnostic, errorInFile, sortByPlace } from "@vmm/diagnostic"
import { type Architecture, ARCHITECTURES, parseSystem, type System } from "@vmm/system"

import { foreignText } from "../compile/foreign-text.ts"
import { lookBehind } from "../compile/look-behind.ts"
import { programImages } from "../compile/program-images.ts"
import { unknownSymbols } from "../compile/program-slips.ts"
import { isFile, noFile } from "../wrong-path.ts"

export interface CheckedFile {
  readonly findings: readonly Diagnostic[]
  /** Texts by file name, for excerpts. */
  readonly sources: ReadonlyMap<string, string>
}

/** The path of a file, looked for in several folders; in the first where there is none. */
function pathIn(folders: readonly string[], name: string): string {
  const paths = isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))
  return paths.find(isFile) ?? paths[0] ?? name
}

/** Names in the folders in which a file is looked for. */
function namesIn(folders: readonly string[], name: string): readonly string[] {
  return folders.flatMap((folder) => {
    const where = dirname(isAbsolute(name) ? name : join(folder, name))
    return statSync(where, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(where) : []
  })
}

/** Names of what lies beside a `.system` file in a board's folder. */
const OF_A_FOLDER = /(\.(dts|dtso|dtsi|dtb|dtbo)|^guest\.json)$/

/** A file of a board's folder is looked at with all of the folder. */
function notAlone(file: string): Diagnostic | undefined {
  if (!OF_A_FOLDER.test(basename(file))) return undefined
  return errorInFile(file, "this is no .system file", `check the folder: vmm check ${dirname(file)}`)
}

/** All that is found in the file, behind what cannot be read too. */
export function checkFile(file: string, options: ReadonlyMap<string, string>): CheckedFile {
  const other = notAlone(file)
  if (other !== undefined) return { findings: [other], sources: new Map() }
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    return { findings: [noFile(file, "name a .system file", /\.system$/)], sources: new Map() }
  }
  const text = bytes.toString("utf8")
  const foreign = foreignText(file, bytes)
  if (foreign !== undefined) return { findings: [foreign], sources: new Map([[file, text]]) }
  const sources = new Map([[file, text]])
  const first = findingsOf(file, text, options)
  if (first.compared) return { findings: first.diagnostics, sources }
  const all = lookBehind(
    { diagnostics: first.diagnostics, sources },
    (name) => name,
    (texts) => findingsOf(file, texts.get(file) ?? text, options),
  )
  return { findings: sortByPlace(all), sources }
}

function findingsOf(file: string, text: string, options: ReadonlyMap<string, string>) {
  const architecture: Architecture = ARCHITECTURES.find((one) => one === options.get("arch")) ?? "aarch64"
  const programs = (system: System) => {
    const files = { path: (name: string) => pathIn(folders, name) }
    return [
      ...programImages(system, new Set(), { files, guest: undefined }),
      ...unknownSymbols(system, files),
    ]
  }
  const folders = [dirname(file), ...(options.get("search-path")?.split(delimiter) ?? [])]
  const parsed = parseSystem(
    { file, text },
    {
      architecture,
      lone: true,
      cpus: Number(options.get("cpus") ?? 1),
      prefillSize: (name) => {
        const path = pathIn(folders, name)
        return isFile(path) ? statSync(path).size : undefined
      },
      prefillNames: (name) => namesIn(folders, name),
    },
  )
  if (parsed._tag === "Left") return { diagnostics: parsed.left, compared: false }
  const { warnings, system } = parsed.right
  return { diagnostics: sortByPlace([...warnings, ...programs(system)]), compared: true }
}
