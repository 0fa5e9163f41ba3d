// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm check` on the command line, and options that others have too.

import type { Option, Verb } from "./verb.ts"

export const JSON_OPTION: Option = { name: "json", help: "print the result as JSON on stdout" }
export const GUEST: Option = {
  name: "guest",
  value: "FILE",
  help: "take the guest from FILE, not from the guest.json in DIR",
}

function countMistake(value: string): string | undefined {
  return /^[1-9][0-9]?$/.test(value) ? undefined : `takes a number from 1 to 99, not '${value}'`
}

/** What a lone file says of the board that it is for, and of what lies around it. */
export const LONE_OPTIONS: readonly Option[] = [
  {
    name: "arch",
    value: "aarch64|x86_64|riscv64",
    choices: ["aarch64", "x86_64", "riscv64"],
    help: "what a lone FILE is for (default: aarch64)",
  },
  { name: "cpus", value: "N", check: countMistake, help: "cores of the board of a lone FILE (default: 1)" },
  {
    name: "search-path",
    value: "DIR",
    help: "where prefill files of a lone FILE are, if not beside it; several with ':' between them",
  },
]

export const CHECK: Verb = {
  name: "check",
  summary: "find every mistake in DIR, or in a lone .system file",
  arguments: [{ name: "DIR|FILE", required: true }],
  options: [GUEST, ...LONE_OPTIONS, JSON_OPTION],
  load: async () => {
    const { check } = await import("../verbs/check.ts")
    return async (args, stdio) => check(args, stdio)
  },
}
