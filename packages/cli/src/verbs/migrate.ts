// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm migrate`: a .system file of the older language in that of today; a patch on stdout, or with --write the file.

import { readFileSync, writeFileSync } from "node:fs"

import { type Diagnostic, errorInFile, unifiedDiff } from "@vmm/diagnostic"
import { migrateSystem } from "@vmm/system"
import * as Effect from "effect/Effect"

import { badInput, type BadInput } from "../bad-input.ts"
import type { Action } from "../command/verb.ts"
import { foreignText } from "../compile/foreign-text.ts"
import { EXIT_OK } from "../exit-code.ts"
import { noFile } from "../wrong-path.ts"

const wrong = (finding: Diagnostic, text?: string): Effect.Effect<never, BadInput> =>
  Effect.fail(badInput([finding], new Map(text === undefined ? [] : [[finding.file, text]])))

export const migrate: Action = ({ positionals, options }, stdio) =>
  Effect.suspend(() => {
    const [file = ""] = positionals
    let bytes: Buffer
    try {
      bytes = readFileSync(file)
    } catch {
      return wrong(noFile(file, "name a .system file", /\.system$/))
    }
    const text = bytes.toString("utf8")
    const foreign = foreignText(file, bytes)
    if (foreign !== undefined) return wrong(foreign, text)
    const migrated = migrateSystem({ file, text })
    if (migrated._tag === "Left") return wrong(migrated.left, text)
    const { text: after, changes } = migrated.right
    if (changes.length === 0) {
      stdio.err(`${file}: nothing of the older language is in it\n`)
      return Effect.succeed(EXIT_OK)
    }
    for (const { line, title } of changes) stdio.err(`${file}:${line}: ${title}\n`)
    if (!options.has("write")) {
      stdio.out(unifiedDiff(file.replace(/^\/+/, ""), text, after))
      return Effect.succeed(EXIT_OK)
    }
    try {
      writeFileSync(file, after)
    } catch {
      return wrong(errorInFile(file, "the file cannot be written", "check that you may write to it"))
    }
    stdio.err(`${file} is rewritten\n`)
    return Effect.succeed(EXIT_OK)
  })
