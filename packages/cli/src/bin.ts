// SPDX-License-Identifier: BSD-2-Clause
//
// The executable: arguments, standard streams and the exit code of this process.

import { EXIT_PIPE } from "./exit-code.ts"
import { main } from "./main.ts"

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (cause: NodeJS.ErrnoException) => {
    if (cause.code === "EPIPE") process.exit(EXIT_PIPE)
    throw cause
  })
}

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
