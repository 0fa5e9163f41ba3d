// SPDX-License-Identifier: BSD-2-Clause
//
// initcall_blacklist= of the driver of the guest's own console: nothing is printed, or nothing more once the early
// console is gone. After Linux's Documentation/admin-guide/kernel-parameters.txt and init/main.c
// (initcall_blacklisted).

import { errorAt } from "@vmm/diagnostic"

import { commandLineOf } from "../command-line.ts"
import { nodeText } from "../devices.ts"
import { isLinux } from "../input.ts"
import { consoleNodes, uartKind } from "./console.ts"
import { fix, related, type Rule } from "./rule.ts"

const KEY = "initcall_blacklist="

export const blacklistRule: Rule = (input, view) => {
  if (!isLinux(input)) return []
  const line = commandLineOf(input)
  return [...consoleNodes(input, view)].flatMap((node) => {
    const initcalls = uartKind(node)?.initcalls ?? []
    return line.words.flatMap((word) => {
      const names = word.startsWith(KEY) ? word.slice(KEY.length).split(",") : []
      const name = names.find((one) => initcalls.includes(one))
      if (name === undefined) return []
      const left = names.filter((one) => one !== name)
      const by = left.length === 0 ? "" : `${KEY}${left.join(",")}`
      const title = by === "" ? `take ${word} out of the command line` : `write ${by}`
      const message =
        `${word} keeps the driver of ${nodeText(node)} from starting, the console of '${view.vm.name}': ` +
        `the guest goes silent`
      const more = {
        code: "console-blacklisted",
        related: [related(node.place, "the console")],
        fixes: fix("blacklist", title, line.replace(word, by)),
      }
      return [errorAt(line.placeOf(word), message, title, more)]
    })
  })
}
