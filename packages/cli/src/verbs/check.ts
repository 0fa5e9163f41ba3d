// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm check`: every mistake in a folder or in a lone .system file, with its place, its reason and its remedy. Nothing
// is fetched or written. What reads folders is loaded for folders alone.

import { type Diagnostic, isError } from "@vmm/diagnostic"
import * as Effect from "effect/Effect"

import { type BadInput, badInput, fileError } from "../bad-input.ts"
import type { Action } from "../command/verb.ts"
import { countText, renderAll } from "../diagnostic.ts"
import { EXIT_BAD_INPUT, EXIT_OK } from "../exit-code.ts"
import { checkFile, isFile } from "./check-file.ts"

/** An option for callers inside: leave findings that gather many as they are. */
export const GATHERED = "gathered"

interface Found {
  /** No errors among them. */
  readonly warnings: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, string>
}

/** A finding that gathers many is told as those, one by one, unless `gathered`. */
function asJson(all: readonly Diagnostic[], gathered: boolean): string {
  const ok = !all.some(isError)
  const diagnostics = gathered ? all : all.flatMap((finding) => finding.parts ?? [finding])
  return `${JSON.stringify({ ok, diagnostics }, null, 2)}\n`
}

function inFolder(folder: string, guest: string | undefined): Effect.Effect<Found, BadInput> {
  return Effect.gen(function* () {
    const { checkFolder } = yield* Effect.promise(() => import("../compile/build.ts"))
    const checked = yield* checkFolder(folder, guest)
    const { findings } = checked.analysis
    if (findings.some(isError)) return yield* badInput(findings, checked.sources)
    return { warnings: findings, sources: checked.sources }
  })
}

/** What a lone file has an option for, the board's device tree tells of a folder. */
function folderMistake(folder: string, options: ReadonlyMap<string, string>): BadInput | undefined {
  const { [0]: lone } = ["arch", "cpus", "search-path"].filter((name) => options.has(name))
  if (lone === undefined || (lone === "arch" && options.get("arch") === "aarch64")) return undefined
  return fileError(folder, `--${lone} is for a lone .system file`, "name the file, or leave the option out")
}

function find(path: string, options: ReadonlyMap<string, string>): Effect.Effect<Found, BadInput> {
  if (!isFile(path)) {
    const mistake = folderMistake(path, options)
    return mistake === undefined ? inFolder(path, options.get("guest")) : Effect.fail(mistake)
  }
  const { findings, sources } = checkFile(path, options)
  return findings.some(isError)
    ? Effect.fail(badInput(findings, sources))
    : Effect.succeed({ warnings: findings, sources })
}

export const check: Action = ({ positionals, options }, stdio) => {
  const [path = ""] = positionals
  const found = Effect.suspend(() => find(path, options))
  if (options.has("json")) {
    const gathered = options.has(GATHERED)
    return found.pipe(
      Effect.map(({ warnings }) => {
        stdio.out(asJson(warnings, gathered))
        return EXIT_OK
      }),
      Effect.catchAll(({ diagnostics }) => {
        stdio.out(asJson(diagnostics, gathered))
        return Effect.succeed(EXIT_BAD_INPUT)
      }),
    )
  }
  return found.pipe(
    Effect.map(({ warnings, sources }) => {
      stdio.err(renderAll(warnings, sources))
      stdio.err(`${path}: ${warnings.length === 0 ? "no mistakes" : countText(warnings)}\n`)
      return EXIT_OK
    }),
  )
}
