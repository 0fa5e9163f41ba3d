// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm fix` on the command line: its options, and which words go to the code.

import { WAYS } from "./choose.ts"
import { regexMistake } from "../command/regex.ts"
import { LONE_OPTIONS } from "../command/check-verb.ts"
import { effectful } from "../command/effectful.ts"
import type { Verb } from "../command/verb.ts"

function countMistake(value: string): string | undefined {
  return /^[1-9]\d{0,3}$/.test(value) ? undefined : `takes a number from 1 to 9999, not '${value}'`
}

export const FIX: Verb = {
  name: "fix",
  summary:
    "apply the remedies of check, or of the last run's report, to the files of DIR, or to a lone .system file",
  arguments: [{ name: "DIR|FILE", required: true }],
  options: [
    {
      name: "choose",
      value: WAYS.join("|"),
      choices: WAYS,
      help:
        "the way out of an access that the guest was not given: disable the node in the guest's tree, leave\n" +
        "the driver out, or pass the device through (default: the first that the report gives)",
    },
    { name: "warnings", help: "mend what check warns of, too" },
    { name: "dry-run", help: "print the patch, change nothing" },
    { name: "guest", value: "FILE", help: "take the guest from FILE, not from the guest.json in DIR" },
    ...LONE_OPTIONS,
    {
      name: "learn",
      help:
        "boot again and again with the virtual clock, giving or disabling one device at a time, until the guest\n" +
        "reaches its goal; then keep the smallest set that does, with the reasons as comments",
    },
    {
      name: "until",
      value: "REGEX",
      check: regexMistake,
      help: "the goal of --learn: what the guest's console must show (default: that Linux starts /init)",
    },
    {
      name: "max",
      value: "N",
      check: countMistake,
      help: "the most boots of --learn (default: 100)",
    },
  ],
  notes: `The patch of everything that was changed is on stdout. The files change all at once, or not at all.

Exit codes: 0 nothing is left that is known to be wrong, 1 something is, 2 bad usage, 4 --learn did not get there.
`,
  load: effectful(async () => (await import("../verbs/fix.ts")).fix),
}
