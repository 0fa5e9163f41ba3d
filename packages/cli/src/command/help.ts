// SPDX-License-Identifier: BSD-2-Clause
//
// The help: of `vmm`, and of each verb.

import type { Option, Verb } from "./verb.ts"

const usageOf = (verb: Verb): string => {
  const args = verb.arguments.map(({ name, required }) => (required ? ` ${name}` : ` [${name}]`)).join("")
  return `vmm ${verb.name}${args}${verb.options.length > 0 ? " [OPTION]..." : ""}`
}

interface Row {
  readonly left: string
  readonly right: string
}

/** Two columns; further lines of the right one are indented. */
function columns(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ left }) => left.length))
  const indent = `\n${" ".repeat(width + 4)}`
  return rows
    .map(({ left, right }) => `  ${left.padEnd(width)}  ${right.replaceAll("\n", indent)}\n`)
    .join("")
}

const optionRow = ({ name, value, help }: Option): Row => ({
  left: `--${name}${value === undefined ? "" : ` ${value}`}`,
  right: help,
})

export function verbHelp(verb: Verb): string {
  const help: Row = { left: "--help", right: "print this" }
  return [
    `${usageOf(verb)}\n\n${verb.summary[0]?.toUpperCase() ?? ""}${verb.summary.slice(1)}.\n\n`,
    columns([...verb.options.map(optionRow), help]),
    verb.notes === undefined ? "" : `\n${verb.notes}`,
  ].join("")
}

export function generalHelp(verbs: readonly Verb[]): string {
  const uses = verbs.map((verb) => {
    const args = verb.arguments.map(({ name, required }) => (required ? ` ${name}` : ` [${name}]`)).join("")
    return { left: `${verb.name}${args}`, right: verb.summary }
  })
  return [
    "vmm: virtual machines on a microkernel, with no board on the desk\n\n",
    columns(uses),
    "\nEach verb has --help. vmm --version prints the version.\n",
  ].join("")
}
