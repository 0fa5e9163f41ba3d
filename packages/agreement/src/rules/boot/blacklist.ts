// SPDX-License-Identifier: BSD-2-Clause
//
// initcall_blacklist= of what the guest cannot do without: the driver of its own console, so that nothing is printed,
// or nothing more once the early console is gone; and parts of the kernel that everything builds on. After Linux's
// Documentation/admin-guide/kernel-parameters.txt and init/main.c (initcall_blacklisted).

import { type Diagnostic, errorAt, type Fix } from "@vmm/diagnostic"

import { type CommandLine, commandLineOf } from "../../command-line.ts"
import { nodeText } from "../../devices.ts"
import { type Agreement, isLinux } from "../../input.ts"
import { NEEDED_INITCALLS } from "../../tables/initcall-table.ts"
import { consoleNodes, uartKind } from "../console/uarts.ts"
import { fix, related, type Rule } from "../rule.ts"

const KEY = "initcall_blacklist="

const namesOf = (word: string): readonly string[] =>
  word.startsWith(KEY) ? word.slice(KEY.length).split(",") : []

const neededOf = ({ guest }: Agreement) =>
  NEEDED_INITCALLS.filter(({ ramdisk }) => ramdisk !== true || (guest?.ramdisk.length ?? 0) > 0)

/** The word without any of `needed`; whatever else it names stays. */
function without(
  line: CommandLine,
  word: string,
  needed: readonly string[],
): { readonly title: string; readonly fixes: readonly Fix[] } {
  const left = namesOf(word).filter((one) => !needed.includes(one))
  const by = left.length === 0 ? "" : `${KEY}${left.join(",")}`
  const title = by === "" ? `take ${word} out of the command line` : `write ${by}`
  return { title, fixes: fix("blacklist", title, line.replace(word, by)) }
}

export const blacklistRule: Rule = (input, view) => {
  if (!isLinux(input)) return []
  const line = commandLineOf(input)
  const consoles = [...consoleNodes(input, view)].map((node) => ({
    node,
    initcalls: uartKind(node)?.initcalls ?? [],
  }))
  const parts = neededOf(input)
  const needed = [...parts.map(({ name }) => name), ...consoles.flatMap(({ initcalls }) => initcalls)]
  return line.words.flatMap((word): readonly Diagnostic[] => {
    const names = namesOf(word)
    const { title, fixes } = without(line, word, needed)
    const muted = consoles.flatMap(({ node, initcalls }) => {
      if (!names.some((one) => initcalls.includes(one))) return []
      const message =
        `${word} keeps the driver of ${nodeText(node)} from starting, the console of '${view.vm.name}': ` +
        `the guest goes silent`
      const more = { code: "console-blacklisted", related: [related(node.place, "the console")], fixes }
      return [errorAt(line.placeOf(word), message, title, more)]
    })
    const lost = parts.filter(({ name }) => names.includes(name))
    if (lost.length === 0) return muted
    const what = lost.map(({ name, does }) => `${name} from starting, which ${does}`).join(", and ")
    const message = `${word} keeps ${what}: '${view.vm.name}' does not come up without`
    return [...muted, errorAt(line.placeOf(word), message, title, { code: "initcall-needed", fixes })]
  })
}
