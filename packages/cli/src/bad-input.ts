// SPDX-License-Identifier: BSD-2-Clause
//
// A user's mistake: what is wrong, where and what to do, as diagnostics. It ends a verb with exit code 1.

import { type Diagnostic, errorInFile } from "@vmm/diagnostic"
import * as Data from "effect/Data"

import type { WrongInput } from "./wrong-input.ts"

/** Everything that is wrong with the input. `sources` are texts by file name, for excerpts. */
export class BadInput extends Data.TaggedError("BadInput")<{
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, string>
}> {
  override get message(): string {
    return this.diagnostics.map((diagnostic) => diagnostic.message).join("; ")
  }
}

export function badInput(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string> = new Map(),
): BadInput {
  return new BadInput({ diagnostics, sources })
}

/** One mistake that concerns a file as a whole. */
export function fileError(file: string, message: string, remedy: string): BadInput {
  return new BadInput({ diagnostics: [errorInFile(file, message, remedy)], sources: new Map() })
}

/** What code without `effect` found to be wrong. */
export function inputError({ diagnostics, sources }: WrongInput): BadInput {
  return new BadInput({ diagnostics, sources })
}
