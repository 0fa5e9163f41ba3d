// SPDX-License-Identifier: BSD-2-Clause
//
// A user's mistake as plain data, for code that works without `effect`: `vmm check` starts faster for it.
// `bad-input.ts` makes an error of it.

import { type Diagnostic, errorInFile } from "@vmm/diagnostic"
import type { Left } from "fp-ts/lib/Either.js"

import { countText, renderAll } from "./diagnostic.ts"
import type { Stdio } from "./stdio.ts"

/** Everything that is wrong with the input. `sources` are texts by file name, for excerpts. */
export interface WrongInput {
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, string>
}

export function wrongInput(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string> = new Map(),
): Left<WrongInput> {
  return { _tag: "Left", left: { diagnostics, sources } }
}

/** One mistake that concerns a file as a whole. */
export function wrongFile(file: string, message: string, remedy: string): Left<WrongInput> {
  return wrongInput([errorInFile(file, message, remedy)])
}

/** Prints all that is wrong, and how much that is. */
export function tellWrongInput({ diagnostics, sources }: WrongInput, stdio: Stdio): void {
  stdio.err(renderAll(diagnostics, sources))
  if (diagnostics.length > 1) stdio.err(`${countText(diagnostics)}\n`)
}
