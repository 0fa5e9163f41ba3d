// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm check`: every mistake in a folder, with its place, its reason and its remedy. Nothing is fetched or written.

import * as Effect from "effect/Effect"

import type { Action } from "../command/verb.ts"
import { checkFolder } from "../compile/build.ts"
import type { Diagnostic } from "@vmm/diagnostic"
import { countText, renderAll } from "../diagnostic.ts"
import { EXIT_BAD_INPUT, EXIT_OK } from "../exit-code.ts"

function asJson(diagnostics: readonly Diagnostic[]): string {
  const ok = !diagnostics.some(({ severity }) => severity === "error")
  return `${JSON.stringify({ ok, diagnostics }, null, 2)}\n`
}

export const check: Action = ({ positionals, options }, stdio) => {
  const [folder = ""] = positionals
  const found = Effect.gen(function* () {
    const checked = yield* checkFolder(folder, options.get("guest"))
    return { warnings: checked.analysis.warnings, sources: checked.sources }
  })
  const words = found.pipe(
    Effect.map(({ warnings, sources }) => {
      stdio.err(renderAll(warnings, sources))
      stdio.err(`${folder}: ${warnings.length === 0 ? "no mistakes" : countText(warnings)}\n`)
      return EXIT_OK
    }),
  )
  if (!options.has("json")) return words
  return found.pipe(
    Effect.map(({ warnings }) => {
      stdio.out(asJson(warnings))
      return EXIT_OK
    }),
    Effect.catchAll(({ diagnostics }) => {
      stdio.out(asJson(diagnostics))
      return Effect.succeed(EXIT_BAD_INPUT)
    }),
  )
}
