// SPDX-License-Identifier: BSD-2-Clause
//
// The guest's command line with the place of each of its words: "cmdline" and "cmdline-add" of the guest file, else
// bootargs in /chosen of the guest's tree (Devicetree Specification v0.4, section 3.6).

import { type DtNode, findByPath, propString } from "@vmm/devicetree"
import type { Edit, Place } from "@vmm/diagnostic"
import { commandLine } from "@vmm/guest-boot"

import { addField, appendWord, replaceWord, wordPlace } from "./edit/json-edit.ts"
import { appendToOverlay, setTreeProperty } from "./edit/tree-edit.ts"
import type { Agreement } from "./input.ts"

export interface CommandLine {
  readonly words: readonly string[]
  /** Where a word stands. */
  readonly placeOf: (word: string) => Place
  /** Replaces one word; the empty string takes it away. */
  readonly replace: (word: string, by: string) => readonly Edit[]
  readonly add: (word: string) => readonly Edit[]
}

export function chosenOf(input: Agreement): DtNode | undefined {
  return findByPath(input.guestTree, "/chosen")
}

/** Words in the order Linux reads them; what follows `--` is for init. */
function wordsOf(line: string): readonly string[] {
  const words: readonly string[] = line.match(/(?:[^\s"]|"[^"]*")+/g) ?? []
  const end = words.indexOf("--")
  return end < 0 ? words : words.slice(0, end)
}

export function commandLineOf(input: Agreement): CommandLine {
  const { guest, sources } = input
  const chosen = chosenOf(input)
  const own = chosen === undefined ? undefined : propString(chosen, "bootargs")
  const line = guest === undefined ? (own ?? "") : commandLine(input.guestTree, guest)
  const key = guest?.places.get("cmdline")
  const more = guest?.places.get("cmdline-add")
  const inTree = key === undefined
  const bootargs = chosen?.properties.get("bootargs")?.place
  const fallback = bootargs ?? chosen?.place ?? guest?.places.get("kernel") ?? input.guestTree.root.place
  const setTree = (text: string): readonly Edit[] => {
    const value = JSON.stringify(text)
    if (chosen !== undefined) return setTreeProperty(sources, chosen, "bootargs", value)
    return [appendToOverlay(sources, `\n/ {\n\tchosen {\n\t\tbootargs = ${value};\n\t};\n};\n`)]
  }
  return {
    words: wordsOf(line),
    placeOf: (word) => {
      if (sources.guest !== undefined && key !== undefined && (guest?.cmdline ?? "").includes(word)) {
        return wordPlace(sources.guest, key, word)
      }
      if (more !== undefined && guest?.cmdlineAdd.some((part) => part.includes(word)) === true) return more
      return inTree ? fallback : key
    },
    replace: (word, by) => {
      if (sources.guest !== undefined && key !== undefined) return replaceWord(sources.guest, key, word, by)
      const kept = (own ?? "").split(/\s+/).map((one) => (one === word ? by : one))
      return (own ?? "").includes(word) ? setTree(kept.filter((one) => one !== "").join(" ")) : []
    },
    add: (word) => {
      if (sources.guest !== undefined && key !== undefined) return appendWord(sources.guest, key, word)
      if (own !== undefined) return setTree(`${own} ${word}`.trim())
      return sources.guest === undefined
        ? setTree(word)
        : addField(sources.guest, "cmdline", JSON.stringify(word))
    },
  }
}
