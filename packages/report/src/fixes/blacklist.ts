// SPDX-License-Identifier: BSD-2-Clause
//
// initcall_blacklist= on the command line of a guest that does not come up: which of its names are parts of the kernel
// and no drivers, and all words without some names, which leaves the others as they are (init/main.c: each word adds to
// one list).

import type { Edit } from "@vmm/diagnostic"
import type { DriverTable } from "../fault/drivers.ts"
import type { ExampleFiles } from "../example.ts"
import { changeWord } from "../patch/command-line-patch.ts"

export const BLACKLIST = "initcall_blacklist="

const wordsOf = (line: string | undefined): readonly string[] =>
  (line ?? "").split(/\s+/).filter((word) => word.startsWith(BLACKLIST))

export const blacklisted = (word: string): readonly string[] =>
  word.startsWith(BLACKLIST) ? word.slice(BLACKLIST.length).split(",") : []

/** Names that are of no driver, in all words: whatever stops may be for want of them. */
export const coreNames = (line: string | undefined, drivers: DriverTable): readonly string[] =>
  wordsOf(line)
    .flatMap(blacklisted)
    .filter((name) => name !== "" && !drivers.hasEntry(name))

export interface Shortened {
  readonly title: string
  readonly edits: readonly Edit[]
}

/** All words without `names`. */
export function withoutNames(
  example: ExampleFiles,
  line: string | undefined,
  names: readonly string[],
): Shortened {
  const changes = wordsOf(line).flatMap((word) => {
    const left = blacklisted(word).filter((name) => !names.includes(name))
    if (left.length === blacklisted(word).length) return []
    const by = left.length === 0 ? "" : `${BLACKLIST}${left.join(",")}`
    const title = by === "" ? `take ${word} out of the command line` : `write ${by}`
    return [{ title, edits: changeWord(example, word, by, line) }]
  })
  return {
    title: changes.map(({ title }) => title).join(", "),
    edits: changes.flatMap(({ edits }) => edits),
  }
}
