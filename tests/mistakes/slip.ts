// SPDX-License-Identifier: BSD-2-Clause
//
// A mistake of one change that `vmm check` names before anything runs.

import type { Base, Change, Mark, Mistake, Part } from "./mistake.ts"

/** One change, which the check must name with the code, at the line of what was put there unless told. */
export function slip(
  name: string,
  code: string,
  words: RegExp,
  [part, find, put]: readonly [part: Part, find: string, put: string],
  at: readonly Mark[] = [[part, put.trim()]],
  base: Base = "bare",
): Mistake {
  const changes: readonly Change[] = [[part, find, put]]
  return { name, base, changes, by: "check", code, words, at }
}
