// SPDX-License-Identifier: BSD-2-Clause
//
// The whole build: read the folder, check everything, fetch the guest, compile, and write build/NAME/. The manifest
// is written last, so that a build that was cut short is none.

import { mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"

import * as Effect from "effect/Effect"
import { type GuestFiles, loadGuestFiles } from "@vmm/guest-boot"
import { notRunYet } from "@vmm/system"

import { type BadInput, badInput, fileError, inputError } from "../bad-input.ts"
import { fromEither } from "../bridge.ts"
import type { Diagnostic } from "@vmm/diagnostic"
import type { Analysis } from "./analyse.ts"
import { type Checked, checkFolder } from "./check-folder.ts"
import { type Compiled, compile, planGuests } from "./compile.ts"
import { makeManifest } from "./manifest.ts"
import { reportText } from "./report-text.ts"

/** Where builds are, as seen from the working directory. */
export const BUILD_ROOT = "build"
export const SYSTEM_FILE = "system.json"
export const MANIFEST_FILE = "manifest.json"
/** Names the last build. */
export const LAST_FILE = join(BUILD_ROOT, "last")

export interface BuildRequest {
  readonly folder: string
  /** A guest.json elsewhere. */
  readonly guest?: string | undefined
  /** One line for people while it works. */
  readonly log: (line: string) => void
}

export interface Built {
  readonly name: string
  /** The build's folder. */
  readonly path: string
  readonly analysis: Analysis
  readonly compiled: Compiled
  /** As of Analysis. */
  readonly findings: readonly Diagnostic[]
  readonly notes: readonly string[]
  readonly sources: ReadonlyMap<string, string>
}

function loadGuest(
  checked: Checked,
  log: BuildRequest["log"],
): Effect.Effect<GuestFiles | undefined, BadInput> {
  const { guest } = checked.analysis
  if (guest === undefined || checked.analysis.vms.length === 0) return Effect.void.pipe(Effect.as(undefined))
  return loadGuestFiles(guest, { log }).pipe(
    Effect.mapError(({ diagnostics }) => badInput(diagnostics, checked.sources)),
  )
}

function readPrefills({
  analysis,
  files,
}: Checked): Effect.Effect<ReadonlyMap<string, Uint8Array>, BadInput> {
  const wanted = analysis.system.memoryRegions.flatMap(({ name, prefill }) =>
    prefill === undefined ? [] : [{ name, path: files.path(prefill.path) }],
  )
  return Effect.forEach(wanted, ({ name, path }) =>
    Effect.tryPromise({
      try: async () => [name, new Uint8Array(await readFile(path))] as const,
      catch: () => fileError(path, "the file cannot be read", "check that it may be read"),
    }),
  ).pipe(Effect.map((entries) => new Map(entries)))
}

function writeFiles(
  path: string,
  files: ReadonlyMap<string, Uint8Array | string>,
): Effect.Effect<void, BadInput> {
  return Effect.tryPromise({
    try: async () => {
      await rm(path, { recursive: true, force: true })
      await mkdir(path, { recursive: true })
      for (const [name, bytes] of files) await writeFile(join(path, name), bytes)
    },
    catch: (cause) =>
      fileError(
        path,
        `the build cannot be written: ${systemText(cause)}`,
        "run in a folder that you may write to",
      ),
  })
}

const systemText = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

function inputsOf({ folder, files }: Checked, guest: GuestFiles | undefined): readonly string[] {
  const own = [folder.system, folder.base, ...folder.overlays].map(({ file }) => file)
  const guestFile = folder.guest === undefined ? [] : [folder.guest.source.file]
  return [...own, ...guestFile, ...files.inputs, ...(guest?.inputs ?? [])]
}

/** Builds `request.folder` into build/NAME/. Fails with every mistake found. */
export function build(request: BuildRequest): Effect.Effect<Built, BadInput> {
  return Effect.gen(function* () {
    const checked = yield* fromEither(checkFolder(request.folder, request.guest), inputError)
    const { folder, analysis, sources } = checked
    const notRun = notRunYet(analysis.system)
    if (notRun.length > 0) return yield* badInput(notRun, sources)
    const guest = yield* loadGuest(checked, request.log)
    const config = analysis.guest
    const vms =
      guest === undefined || config === undefined
        ? []
        : yield* fromEither(planGuests(analysis, config, guest), (wrong) => badInput(wrong, sources))
    const compiled = compile(folder.name, analysis, vms, yield* readPrefills(checked))
    const manifest = yield* Effect.promise(() =>
      makeManifest({
        name: folder.name,
        folder: request.folder,
        guest: request.guest,
        inputs: inputsOf(checked, guest),
      }),
    )
    const path = join(BUILD_ROOT, folder.name)
    const written = new Map<string, Uint8Array | string>([
      ...compiled.files,
      ["report.txt", reportText(folder, analysis, compiled, guest)],
      [SYSTEM_FILE, json(compiled.system)],
      [MANIFEST_FILE, json(manifest)],
    ])
    yield* writeFiles(path, written)
    yield* Effect.promise(() => writeFile(LAST_FILE, `${folder.name}\n`))
    const notes = [...analysis.notes, ...vms.flatMap(({ boot }) => boot.placement.notes)]
    return { name: folder.name, path, analysis, compiled, findings: analysis.findings, notes, sources }
  })
}
