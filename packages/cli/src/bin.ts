// SPDX-License-Identifier: BSD-2-Clause
//
// The executable: arguments, standard streams and the exit code of this process.

import { main } from "./main.ts"
import { processStdio } from "./stdio.ts"

void main(process.argv.slice(2), processStdio()).then((code) => {
  process.exitCode = code
})
