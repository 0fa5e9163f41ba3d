// SPDX-License-Identifier: BSD-2-Clause
//
// A user's mistake: what is wrong, where and what to do, as diagnostics. It ends a verb with exit code 1.

import * as Data from "effect/Data"

import { asDiagnostic, type Diagnostic, fileDiagnostic, type Finding } from "./diagnostic.ts"

/** Everything that is wrong with the input. `sources` are texts by file name, for excerpts. */
export class BadInput extends Data.TaggedError("BadInput")<{
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, string>
}> {
  override get message(): string {
    return this.diagnostics.map((diagnostic) => diagnostic.message).join("; ")
  }
}

export function badInput(findings: readonly Finding[], sources: ReadonlyMap<string, string>): BadInput {
  return new BadInput({ diagnostics: findings.map(asDiagnostic), sources })
}

/** One mistake that concerns a file as a whole. */
export function fileError(file: string, message: string, remedy: string): BadInput {
  return new BadInput({ diagnostics: [fileDiagnostic(file, message, remedy)], sources: new Map() })
}
