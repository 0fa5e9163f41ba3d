// SPDX-License-Identifier: BSD-2-Clause
//
// A word of the guest's command line changed or taken away where it is written: in a string of the guest file, or in
// bootargs of an overlay; a word of the board's own tree goes by a bootargs in the overlay.

import type { Edit, Place } from "@vmm/diagnostic"
import type { ExampleFiles } from "../example.ts"
import { type ExampleFile, placeOf, replaceText } from "./text-place.ts"

interface Stretch {
  readonly file: ExampleFile
  readonly from: number
  readonly to: number
}

const STRING = /"(?:[^"\\]|\\.)*"/g
const BLANK = /\s/

/** The word in a string of a file whose begin `wanted` accepts by what stands before it. */
function inStrings(
  file: ExampleFile,
  word: string,
  wanted: (before: string) => boolean,
): Stretch | undefined {
  for (const { 0: string, index } of file.text.matchAll(STRING)) {
    if (!wanted(file.text.slice(0, index))) continue
    for (let at = string.indexOf(word); at >= 0; at = string.indexOf(word, at + 1)) {
      const ends = [string[at - 1], string[at + word.length]]
      if (!ends.every((one) => one === '"' || (one !== undefined && BLANK.test(one)))) continue
      return { file, from: index + at, to: index + at + word.length }
    }
  }
  return undefined
}

const isBootargs = (before: string): boolean => /bootargs\s*=\s*$/.test(before)

function written({ guest, overlays }: ExampleFiles, word: string): Stretch | undefined {
  const own = guest === undefined ? undefined : inStrings(guest, word, () => true)
  if (own !== undefined) return own
  for (const overlay of [...overlays].reverse()) {
    const found = inStrings(overlay, word, isBootargs)
    if (found !== undefined) return found
  }
  return undefined
}

/** Where a word of the command line stands, in the example's own files. */
export function wordPlace(example: ExampleFiles, word: string): Place | undefined {
  const found = written(example, word)
  return found === undefined ? undefined : placeOf(found.file, found.from, found.to)
}

/** The string of an array that is the word alone goes with its comma. */
function wholeElement({ file: { text }, from, to }: Stretch): readonly [number, number] | undefined {
  if (text[from - 1] !== '"' || text[to] !== '"') return undefined
  const before = /,\s*$/.exec(text.slice(0, from - 1))
  const after = /^\s*,\s*/.exec(text.slice(to + 1))
  const first = /\[\s*$/.test(text.slice(0, from - 1))
  if (first && after !== null) return [from - 1, to + 1 + after[0].length]
  if (first && /^\s*\]/.test(text.slice(to + 1))) return [from - 1, to + 1]
  const inArray = before !== null && /^\s*[,\]]/.test(text.slice(to + 1))
  return inArray ? [from - 1 - before[0].length, to + 1] : undefined
}

/**
 * Writes `by` for a word; the empty string takes it away. `line` is the whole command line, for a word that the board's
 * own tree has. No edits when nothing of that is known.
 */
export function changeWord(
  example: ExampleFiles,
  word: string,
  by: string,
  line: string | undefined,
): readonly Edit[] {
  const found = written(example, word)
  if (found !== undefined) {
    const { file, from, to } = found
    const whole = by === "" ? wholeElement(found) : undefined
    if (whole !== undefined) return [replaceText(file, whole[0], whole[1], "")]
    const { text } = file
    const space = by === "" && BLANK.test(text[from - 1] ?? "") ? 1 : 0
    const behind = by === "" && space === 0 && BLANK.test(text[to] ?? "") ? 1 : 0
    return [replaceText(file, from - space, to + behind, by)]
  }
  const last = example.overlays.at(-1)
  if (line === undefined || last === undefined || /"cmdline(-add)?"/.test(example.guest?.text ?? ""))
    return []
  const words = line.split(/\s+/).map((one) => (one === word ? by : one))
  const value = JSON.stringify(words.filter((one) => one !== "").join(" "))
  const text = `\n/ {\n\tchosen {\n\t\tbootargs = ${value};\n\t};\n};\n`
  return [{ kind: "append", file: last.file, text }]
}

/** Takes a word away; `line` as for `changeWord`. */
export const withoutWord = (example: ExampleFiles, word: string, line: string | undefined): readonly Edit[] =>
  changeWord(example, word, "", line)
