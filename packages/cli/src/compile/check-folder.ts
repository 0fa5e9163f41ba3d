// SPDX-License-Identifier: BSD-2-Clause
//
// A folder read and checked, as `vmm check` and the build do it. Nothing is fetched. Nothing of `effect` is in here, so
// that a check need not load it.

import { statSync } from "node:fs"
import { dirname } from "node:path"

import { type Diagnostic, errorInFile, type Fix, type Place, replaceAt } from "@vmm/diagnostic"
import type { GuestConfig } from "@vmm/guest-boot"
import { type Either, left, right } from "fp-ts/lib/Either.js"

import { type WrongInput, wrongInput } from "../wrong-input.ts"
import { type Analysis, type Survey, survey } from "./analyse.ts"
import { at, FileReader } from "./files.ts"
import { type Folder, type Instead, readFolder } from "./folder.ts"
import { likelyImages, missingFileHint } from "./guest-hints.ts"

/** What was found out about a folder, texts for excerpts included. */
export interface Checked {
  readonly folder: Folder
  readonly analysis: Analysis
  readonly files: FileReader
  readonly sources: ReadonlyMap<string, string>
}

const textsOf = (folder: Folder, files: FileReader): ReadonlyMap<string, string> =>
  new Map([
    ...[folder.system, folder.base, ...folder.overlays].map(({ file, text }) => [file, text] as const),
    ...(folder.guest === undefined ? [] : [[folder.guest.source.file, folder.guest.source.text] as const]),
    ...files.texts,
  ])

/** Every mistake that keeps a folder from being built. */
export interface Unbuildable extends WrongInput {
  /** False when a source has mistakes that keep it from being compared with the others. */
  readonly compared?: boolean
}

/**
 * Reads and checks a folder. Left has every mistake in it where one of them keeps it from being built.
 * @param instead texts that stand for those of files
 */
export function checkFolder(
  path: string,
  guest?: string,
  instead: Instead = new Map(),
): Either<Unbuildable, Checked> {
  const read = readFolder(path, guest, instead)
  if (read._tag === "Left") return read
  const folder = read.right
  const files = new FileReader(path, instead)
  const { answer, agreement } = survey(folder, files)
  const compared =
    agreement !== undefined && (folder.guest === undefined || folder.guest.config !== undefined)
  const unbuildable = (found: readonly Diagnostic[]) => left({ diagnostics: found, sources, compared })
  const sources = textsOf(folder, files)
  const missing = missingGuestFiles(folder.guest?.config, sources)
  if (missing.length > 0) {
    const found = answer._tag === "Left" ? answer.left : answer.right.findings
    return unbuildable([...found, ...missing])
  }
  if (answer._tag === "Left") return unbuildable(answer.left)
  return right({ folder, analysis: answer.right, files, sources })
}

/** Reads a folder as far as that goes, for what is shown of it even when something is wrong. */
export function surveyFolder(path: string, guest?: string): Either<WrongInput, Survey> {
  const read = readFolder(path, guest)
  if (read._tag === "Left") return read
  const folder = read.right
  const files = new FileReader(path)
  const found = survey(folder, files)
  return found.agreement === undefined && found.answer._tag === "Left"
    ? wrongInput(found.answer.left, textsOf(folder, files))
    : right(found)
}

/** A kernel that is not there can be one that is, or Debian's. */
function otherKernel(key: string, file: string, prefix: string, place: Place): readonly Fix[] {
  const { kernel } = likelyImages(dirname(file))
  if (key !== "kernel" || (prefix !== "" && !kernel.startsWith(prefix))) return []
  const text = JSON.stringify(kernel)
  return [{ id: "other-kernel", title: `write ${text}`, edits: [replaceAt(place, text)], notes: [] }]
}

/** Paths of guest.json that are no files; nothing is fetched. */
function missingGuestFiles(
  guest: GuestConfig | undefined,
  sources: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  if (guest === undefined) return []
  const { source, flat } = guest.kernel
  const named = [
    { key: "kernel", source, prefix: flat ? "flat:" : "" },
    ...guest.ramdisk.map((layer) => ({ key: "ramdisk", source: layer, prefix: "" })),
  ]
  const local = named.flatMap(({ key, source: from, prefix }) =>
    from.kind === "file"
      ? [{ key, path: from.path, prefix, at: at(dirname(guest.file), from.path), file: guest.file }]
      : [],
  )
  const missing = local.filter((one) => statSync(one.at, { throwIfNoEntry: false }) === undefined)
  return missing.map(({ key, ...one }) => {
    const hint = missingFileHint({ ...one, text: sources.get(guest.file) ?? "" })
    const fixes = [
      ...hint.fixes,
      ...(hint.place === undefined ? [] : otherKernel(key, guest.file, one.prefix, hint.place)),
    ]
    const [first] = fixes
    const remedy =
      hint.meant !== undefined
        ? `did you mean ${hint.meant}? Else put the file there`
        : first !== undefined
          ? `${first.title}, or put the file there`
          : `correct "${key}", or put the file there`
    return {
      ...errorInFile(guest.file, `there is no file ${one.at}`, remedy, { code: "guest-file-missing", fixes }),
      ...(hint.place ?? guest.places.get(key)),
    }
  })
}
