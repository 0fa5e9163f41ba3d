// SPDX-License-Identifier: BSD-2-Clause
//
// A child process of the test runner: runs the files it is told to, one after another, and reports the counts of
// each. Its output goes to a file that the runner reads; writes to a file are synchronous in Node, so all
// that a test printed is there when its outcome is reported.

import type { Order } from "./outcome.ts"
import { runFile } from "./run-file.ts"

/** The runner holds the clock; a day here. */
const NEVER_MS = 86_400_000

process.on("disconnect", () => process.exit(1))
process.on("message", ({ root, file }: Order) => {
  if (file === undefined) process.exit(0)
  runFile(root, file, NEVER_MS).then(
    (outcome) => process.send?.(outcome),
    (error: unknown) => {
      console.log(error)
      process.exit(1)
    },
  )
})
