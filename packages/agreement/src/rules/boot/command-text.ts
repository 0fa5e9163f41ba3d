// SPDX-License-Identifier: BSD-2-Clause
//
// The command line as text: characters that are none of ASCII (they come with lines copied out of a document), more of
// them than Linux keeps (COMMAND_LINE_SIZE of arch/arm64/include/uapi/asm/setup.h), and a word that takes the guest's
// tree away from it (Documentation/admin-guide/kernel-parameters.txt, acpi=).

import { propString } from "@vmm/devicetree"
import { errorAt, warningAt } from "@vmm/diagnostic"
import { commandLine } from "@vmm/guest-boot"

import { chosenOf, commandLineOf } from "../../command-line.ts"
import { isLinux } from "../../input.ts"
import { fix, type Rule } from "../rule.ts"

/** What is meant by characters that editors and web pages put in the place of others. */
const PLAIN: ReadonlyArray<readonly [RegExp, string]> = [
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu, " "],
  [/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, ""],
  [/[\u2010-\u2015\u2212]/gu, "-"],
  [/[\u2018\u2019\u201b]/gu, "'"],
  [/[\u201c-\u201f]/gu, '"'],
  [/[\uff1d]/gu, "="],
  [/[\uff0c]/gu, ","],
]

const BEYOND_ASCII = /[^\t\n\r -~]/u
const code = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
const shown = (char: string): string =>
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(char) ? `'${char}' (${code(char)})` : code(char)

const characters: Rule = (input) => {
  const { guest } = input
  const text = guest?.cmdline ?? propString(chosenOf(input) ?? input.guestTree.root, "bootargs") ?? ""
  const [found] = BEYOND_ASCII.exec(text) ?? []
  if (found === undefined) return []
  const line = commandLineOf(input)
  const plain = PLAIN.reduce((so, [pattern, by]) => so.replace(pattern, by), text)
  const by = PLAIN.find(([pattern]) => found.replace(pattern, "") === "")?.[1]
  const meant =
    by === undefined ? "" : by === " " ? "; a blank is meant" : by === "" ? "" : `; ${by} is meant`
  const near = /[^\s"]*$/.exec(text.slice(0, text.indexOf(found)).replaceAll("\u00a0", " "))?.[0] ?? ""
  const where = near === "" ? "" : ` after ${near}`
  const message =
    `the command line has ${shown(found)}${where}, which is no character of ASCII: to Linux it is part of a ` +
    `word${meant}`
  const remedy = BEYOND_ASCII.test(plain) ? "write it anew, in ASCII" : `write ${plain}`
  const fixes = BEYOND_ASCII.test(plain) ? [] : fix("command-text", remedy, line.replace(text, plain))
  return [errorAt(line.placeOf(found), message, remedy, { code: "command-line-character", fixes })]
}

/** Bytes that arm64's Linux keeps, with the zero at their end. */
const KEPT = 2048

const length: Rule = (input) => {
  const { guest } = input
  const line = commandLineOf(input)
  const chosen = chosenOf(input)
  const own = chosen === undefined ? "" : (propString(chosen, "bootargs") ?? "")
  const text = guest === undefined ? own : commandLine(input.guestTree, guest)
  const size = new TextEncoder().encode(text).length
  if (size < KEPT) return []
  const lost = line.words.at(-1) ?? ""
  const message = `the command line has ${size} characters, and Linux keeps the first ${KEPT - 1}: ${lost} is lost`
  const remedy = `make it shorter than ${KEPT}`
  return [warningAt(line.placeOf(line.words[0] ?? ""), message, remedy, { code: "command-line-long" })]
}

const acpi: Rule = (input) => {
  const line = commandLineOf(input)
  const word = line.words.find((one) => one === "acpi=force")
  if (word === undefined || line.words.includes("acpi=off")) return []
  const message = `${word} has Linux look for devices in ACPI's tables, of which this guest has none, not in its tree`
  const fixes = fix("drop-word", `take ${word} out of the command line`, line.replace(word, ""))
  const more = { code: "acpi-without-tables", fixes }
  return [
    errorAt(line.placeOf(word), message, `take ${word} away: it stops before its console is there`, more),
  ]
}

const linux =
  (rule: Rule): Rule =>
  (input, view) =>
    isLinux(input) ? rule(input, view) : []

export const commandText: readonly Rule[] = [characters, length, acpi].map(linux)
