// SPDX-License-Identifier: BSD-2-Clause
//
// The executable for `vmm check` alone, which start.ts takes where that is asked for: a fifth of the code of all verbs.

import { CHECK } from "./command/check-verb.ts"
import { runCommand } from "./run-command.ts"
import { processStdio } from "./stdio.ts"

void runCommand(process.argv.slice(2), processStdio(), [CHECK]).then((code) => {
  process.exitCode = code
})
