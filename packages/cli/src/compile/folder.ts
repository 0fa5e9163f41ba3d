// SPDX-License-Identifier: BSD-2-Clause
//
// An example's folder: one `.system` file, one board tree (the `.dts` that begins with `/dts-v1/`), overlays
// for the guest (every other `.dts` and `.dtso`, in the order of their names) and a guest.json, which may name
// more overlays.

import { readdir, readFile, stat } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"

import * as Effect from "effect/Effect"
import { isOverlaySource } from "@vmm/devicetree"
import { type GuestConfig, parseGuestConfig } from "@vmm/guest-boot"

import { BadInput, fileError } from "../bad-input.ts"
import { chooseBoard } from "./board-tree.ts"
import type { Diagnostic } from "@vmm/diagnostic"

export interface SourceText {
  /** Path as a user would write it. */
  readonly file: string
  readonly text: string
}

export interface Folder {
  /** The folder's base name: what the build is called. */
  readonly name: string
  readonly path: string
  readonly system: SourceText
  readonly base: SourceText
  readonly overlays: readonly SourceText[]
  /** guest.json, when there is one; its mistakes are among `wrong`. */
  readonly guest: { readonly source: SourceText; readonly config: GuestConfig | undefined } | undefined
  readonly wrong: readonly Diagnostic[]
}

const SOURCES = /\.(system|dtso?)$/

/** Names of the files in a folder that make up a system, sorted. */
export async function sourceNames(path: string): Promise<readonly string[]> {
  return (await readdir(path)).filter((name) => SOURCES.test(name)).sort()
}

function listFiles(path: string): Effect.Effect<readonly string[], BadInput> {
  return Effect.tryPromise({
    try: async () => {
      if (!(await stat(path)).isDirectory()) throw new Error("it is a file")
      return (await readdir(path)).sort()
    },
    catch: () =>
      fileError(
        path,
        "there is no such folder, or it cannot be read",
        "name a folder with a .system file and device trees",
      ),
  })
}

function readText(file: string, remedy: string): Effect.Effect<SourceText, BadInput> {
  return Effect.tryPromise({
    try: async () => ({ file, text: await readFile(file, "utf8") }),
    catch: () => fileError(file, "there is no such file, or it cannot be read", remedy),
  })
}

/** The one of its kind, or the diagnostic that there is none or more than one. */
function only(
  path: string,
  found: readonly SourceText[],
  what: string,
  remedy: string,
): Effect.Effect<SourceText, BadInput> {
  const [first, second] = found
  if (first === undefined) return Effect.fail(fileError(path, `the folder has no ${what}`, remedy))
  if (second === undefined) return Effect.succeed(first)
  const names = found.map(({ file }) => basename(file)).join(", ")
  return Effect.fail(fileError(path, `the folder has more than one ${what}: ${names}`, "keep one"))
}

function onlyBoard(path: string, trees: readonly SourceText[]): Effect.Effect<SourceText, BadInput> {
  const chosen = chooseBoard(path, trees)
  if ("board" in chosen) return Effect.succeed(chosen.board)
  const sources = new Map(trees.map(({ file, text }) => [file, text]))
  return Effect.fail(new BadInput({ diagnostics: chosen.wrong, sources }))
}

function readGuest(file: string) {
  return Effect.gen(function* () {
    const source = yield* readText(file, 'write one: { "kernel": "debian:linux-image-arm64" }')
    const parsed = parseGuestConfig(file, source.text)
    if (parsed._tag === "Left") {
      return { guest: { source, config: undefined }, wrong: parsed.left, more: [] }
    }
    const config = parsed.right
    const more = yield* Effect.forEach(config.dtbOverlay, (path) =>
      readText(join(dirname(file), path), `correct "dtb-overlay" in ${file}, or put the file there`),
    )
    return { guest: { source, config }, wrong: [], more }
  })
}

/** Both of two readings, with the mistakes of both when both fail. */
function both<A, B>(
  a: Effect.Effect<A, BadInput>,
  b: Effect.Effect<B, BadInput>,
): Effect.Effect<[A, B], BadInput> {
  return Effect.all([a, b], { mode: "either" }).pipe(
    Effect.flatMap(([first, second]) => {
      if (first._tag === "Right" && second._tag === "Right")
        return Effect.succeed<[A, B]>([first.right, second.right])
      const failed = [first, second].flatMap((one) => (one._tag === "Left" ? [one.left] : []))
      const diagnostics = failed.flatMap((one) => one.diagnostics)
      const sources = new Map(failed.flatMap((one) => [...one.sources]))
      return Effect.fail(new BadInput({ diagnostics, sources }))
    }),
  )
}

/** Reads an example's folder; `guest` names a guest.json elsewhere. */
export function readFolder(path: string, guest?: string): Effect.Effect<Folder, BadInput> {
  return Effect.gen(function* () {
    const names = yield* listFiles(path)
    const texts = (suffix: RegExp) =>
      Effect.forEach(
        names.filter((name) => suffix.test(name)),
        (name) => readText(join(path, name), "check that the file may be read"),
      )
    const systems = yield* texts(/\.system$/)
    const trees = yield* texts(/\.dtso?$/)
    const [system, base] = yield* both(
      only(path, systems, "`.system` file", "write one; system-files/ has templates"),
      onlyBoard(path, trees),
    )
    const file = guest ?? (names.includes("guest.json") ? join(path, "guest.json") : undefined)
    const read = file === undefined ? { guest: undefined, wrong: [], more: [] } : yield* readGuest(file)
    return {
      name: basename(resolve(path)),
      path,
      system,
      base,
      overlays: [...trees.filter(({ text }) => isOverlaySource(text)), ...read.more],
      guest: read.guest,
      wrong: read.wrong,
    }
  })
}
