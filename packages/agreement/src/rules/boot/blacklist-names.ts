// SPDX-License-Identifier: BSD-2-Clause
//
// Functions of initcall_blacklist= with a letter wrong: Linux says nothing of one that it does not have
// (init/main.c: initcall_blacklisted), and what was to be turned off runs. Known are those that guests of boards do
// without, and those of serial ports.

import { nearest, warningAt } from "@vmm/diagnostic"

import { commandLineOf } from "../../command-line.ts"
import { isLinux } from "../../input.ts"
import { CALLERS } from "../../tables/firmware-table.ts"
import { UARTS } from "../../tables/uart-table.ts"
import { fix, type Rule } from "../rule.ts"

const KEY = "initcall_blacklist="
const INITCALLS: readonly string[] = [
  ...new Set([
    ...CALLERS.flatMap(({ initcall }) => initcall ?? []),
    ...UARTS.flatMap(({ initcalls }) => initcalls ?? []),
  ]),
]

/** One letter more, less or wrong: functions of other drivers are near too. */
function isSlip(name: string, known: string): boolean {
  const [short, long] = [Math.min(name.length, known.length), Math.max(name.length, known.length)]
  let start = 0
  while (start < short && name[start] === known[start]) start++
  let end = 0
  while (end < short - start && name.at(-1 - end) === known.at(-1 - end)) end++
  return long - start - end <= 1
}

function meantInitcall(name: string): string | undefined {
  const meant = INITCALLS.includes(name) ? undefined : nearest(name, INITCALLS)
  return meant !== undefined && isSlip(name, meant) ? meant : undefined
}

export const blacklistNames: Rule = (input) => {
  if (!isLinux(input)) return []
  const line = commandLineOf(input)
  return line.words.flatMap((word) => {
    const names = word.startsWith(KEY) ? word.slice(KEY.length).split(",") : []
    return names.flatMap((name) => {
      const meant = meantInitcall(name)
      if (meant === undefined) return []
      const by = `${KEY}${names.map((one) => (one === name ? meant : one)).join(",")}`
      const message = `${word} turns nothing off by ${name}: the function is ${meant}`
      const fixes = fix("blacklist", `write ${by}`, line.replace(word, by))
      return [warningAt(line.placeOf(word), message, `write ${by}`, { code: "blacklist-unknown", fixes })]
    })
  })
}
