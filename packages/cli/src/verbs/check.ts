// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm check`: every mistake in a folder or in a lone .system file, with its place, its reason and its remedy. Nothing
// is fetched, and nothing written but what the cache keeps of a kernel. It is used all day, so it is written without
// `effect` and has a script of its own (light.ts) that starts fast.

import { isAbsolute, join } from "node:path"

import { type Diagnostic, type Edit, isError, plainEdits } from "@vmm/diagnostic"

import type { Arguments } from "../command/verb.ts"
import { checkFolder, type Unbuildable } from "../compile/check-folder.ts"
import { lookBehind } from "../compile/look-behind.ts"
import { countText, inOrder, renderAll } from "../diagnostic.ts"
import { EXIT_BAD_INPUT, EXIT_OK } from "../exit-code.ts"
import type { Stdio } from "../stdio.ts"
import { tellWrongInput, type WrongInput, wrongFile } from "../wrong-input.ts"
import { isFile, isFolder, noFile } from "../wrong-path.ts"
import { checkFile } from "./check-file.ts"

/** An option for callers inside: leave findings that gather many as they are. */
export const GATHERED = "gathered"

/** The name of an edit's file from where the command was called, as findings have it. */
function nameFromHere(path: string, sources: ReadonlyMap<string, string>): (file: string) => string {
  if (!isFolder(path)) return (file) => file
  return (file) => {
    const below = join(path, file)
    const inside = isAbsolute(file) || sources.has(file) || below === file || file.startsWith(join(path, "/"))
    return inside ? file : below
  }
}

/** Edits name files as findings do, and change what `vmm fix` changes. */
function fromHere(finding: Diagnostic, path: string, sources: ReadonlyMap<string, string>): Diagnostic {
  const { fixes } = finding
  if (fixes === undefined) return finding
  const named = nameFromHere(path, sources)
  const edits = (all: readonly Edit[]) =>
    plainEdits(
      sources,
      all.map((edit) => ({ ...edit, file: named(edit.file) })),
    )
  return { ...finding, fixes: fixes.map((fix) => ({ ...fix, edits: edits(fix.edits) })) }
}

/** A finding that gathers many is told as those, one by one, unless `gathered`, where edits stay as they are too. */
function asJson({ diagnostics: all, notes = [], sources }: Found, path: string, gathered: boolean): string {
  const ok = !all.some(isError)
  const diagnostics = gathered
    ? all
    : all.flatMap((finding) => finding.parts ?? [finding]).map((one) => fromHere(one, path, sources))
  const more = notes.length === 0 ? {} : { notes }
  return `${JSON.stringify({ ok, diagnostics, ...more }, null, 2)}\n`
}

interface Found extends WrongInput {
  /** What was not looked at, a sentence each. */
  readonly notes?: readonly string[]
}

function inFolder(folder: string, guest: string | undefined, behind: boolean): Found {
  const checked = checkFolder(folder, guest)
  if (checked._tag === "Left") return behind ? withHidden(checked.left, folder, guest) : checked.left
  const { analysis, sources } = checked.right
  const notes = analysis.unseen.map(
    ({ path, why }) => `the ramdisk ${path} ${why}: what is missing in it, /init or other, cannot be told`,
  )
  return { diagnostics: analysis.findings, sources, notes }
}

/** With what the findings of sources that could not be read hide. */
function withHidden(found: Unbuildable, folder: string, guest: string | undefined): Found {
  const { sources, compared = true } = found
  if (compared) return found
  const all = lookBehind(found, nameFromHere(folder, sources), (texts) => {
    const again = checkFolder(folder, guest, texts)
    if (again._tag === "Right") return { diagnostics: again.right.analysis.findings, compared: true }
    return { diagnostics: again.left.diagnostics, compared: again.left.compared ?? true }
  })
  const files = [...new Set(found.diagnostics.map(({ file }) => file)), ...sources.keys()]
  return { diagnostics: inOrder(all, files), sources }
}

/** What a lone file has an option for, the board's device tree tells of a folder. */
function folderMistake(folder: string, options: ReadonlyMap<string, string>): WrongInput | undefined {
  const { [0]: lone } = ["arch", "cpus", "search-path"].filter((name) => options.has(name))
  if (lone === undefined || (lone === "arch" && options.get("arch") === "aarch64")) return undefined
  const mistake = `--${lone} is for a lone .system file`
  return wrongFile(folder, mistake, "name the file, or leave the option out").left
}

/** All findings, warnings among them. */
function find(path: string, options: ReadonlyMap<string, string>): Found {
  if (/\.[a-z]+$/i.test(path) && !isFile(path) && !isFolder(path)) {
    return { diagnostics: [noFile(path, "name a .system file", /\.system$/)], sources: new Map() }
  }
  if (!isFile(path))
    return folderMistake(path, options) ?? inFolder(path, options.get("guest"), !options.has(GATHERED))
  const { findings: diagnostics, sources } = checkFile(path, options)
  return { diagnostics, sources }
}

/** Checks, tells what was found, and gives the exit code. */
export function check({ positionals, options }: Arguments, stdio: Stdio): number {
  const [path = ""] = positionals
  const found = find(path, options)
  const { diagnostics, sources, notes = [] } = found
  const code = diagnostics.some(isError) ? EXIT_BAD_INPUT : EXIT_OK
  if (options.has("json")) stdio.out(asJson(found, path, options.has(GATHERED)))
  else if (code === EXIT_BAD_INPUT) tellWrongInput(found, stdio)
  else {
    const summary = diagnostics.length === 0 ? "no mistakes" : countText(diagnostics)
    const told = notes.map((note) => `note: ${note}\n`).join("")
    stdio.err(`${renderAll(diagnostics, sources)}${told}${path}: ${summary}\n`)
  }
  return code
}
