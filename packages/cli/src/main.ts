// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm` as a function.

import type { Verb } from "./command/verb.ts"
import { VERBS } from "./command/verbs.ts"
import { runCommand } from "./run-command.ts"
import type { Stdio } from "./stdio.ts"

/** Runs `vmm` with these arguments and gives its exit code. */
export function main(argv: readonly string[], stdio: Stdio, verbs: readonly Verb[] = VERBS): Promise<number> {
  return runCommand(argv, stdio, verbs)
}
