// SPDX-License-Identifier: BSD-2-Clause
//
// One process of the oracle: takes pieces of work from its parent and answers each with a tally.

import { cpuModel, Oracle } from "../../packages/kernel/src/cpu/oracle/index.ts"
import type { Item } from "./options.ts"

/** First message: what oracle. All others: its work. */
export interface Setup {
  readonly seed: number
  readonly rows: string | undefined
  readonly cpu: string
  readonly translating: number
}

let oracle: Oracle | undefined

process.on("message", (message: Setup | Item) => {
  if ("seed" in message) {
    const { seed, rows, cpu, translating } = message
    const model = cpuModel(cpu)
    if (model === undefined) throw new Error(`there is no CPU model ${cpu}`)
    oracle = new Oracle({
      seed,
      model,
      translating,
      ...(rows === undefined ? {} : { rows: new RegExp(rows) }),
    })
    return
  }
  if (oracle === undefined) throw new Error("work came before what oracle it is for")
  const { kind, from, count } = message
  process.send?.(kind === "words" ? oracle.words(from, count) : oracle.run(from, count))
})
process.on("disconnect", () => process.exit(0))
