// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm build`: from a folder to build/NAME/.

import * as Effect from "effect/Effect"

import type { Action } from "../command/verb.ts"
import { type Built, build } from "../compile/build.ts"
import { isError } from "@vmm/diagnostic"

import { countText, renderAll } from "../diagnostic.ts"
import { EXIT_BAD_INPUT, EXIT_OK } from "../exit-code.ts"

function asJson({ name, path, compiled, findings, notes }: Built): string {
  const vms = compiled.vms.map(({ plan, boot }) => ({
    name: plan.name,
    entry: boot.placement.entry,
    images: boot.segments.map(({ name: image, base, bytes }) => ({ name: image, base, size: bytes.length })),
  }))
  return `${JSON.stringify({ ok: true, name, path, vms, notes, diagnostics: findings }, null, 2)}\n`
}

export const buildVerb: Action = ({ positionals, options }, stdio) => {
  const [folder = ""] = positionals
  const mend = `; vmm fix ${folder} mends what it can`
  const built = build({
    folder,
    guest: options.get("guest"),
    log: (line) => stdio.err(`${line}\n`),
  })
  if (options.has("json")) {
    return built.pipe(
      Effect.map((result) => {
        stdio.out(asJson(result))
        return EXIT_OK
      }),
      Effect.catchAll(({ diagnostics }) => {
        stdio.out(`${JSON.stringify({ ok: false, diagnostics }, null, 2)}\n`)
        return Effect.succeed(EXIT_BAD_INPUT)
      }),
    )
  }
  return built.pipe(
    Effect.map(({ path, findings, notes, sources }) => {
      stdio.err(renderAll(findings, sources))
      for (const note of notes) stdio.err(`note: ${note}\n`)
      stdio.err(`built ${path}; report: ${path}/report.txt\n`)
      const wrong = findings.filter(isError)
      if (wrong.length > 0) stdio.err(`${countText(wrong)}: the guest will meet what does not agree${mend}\n`)
      return EXIT_OK
    }),
  )
}
