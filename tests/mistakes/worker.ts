// SPDX-License-Identifier: BSD-2-Clause
//
// A process that tries mistakes one after another: names come in by message, verdicts go back.

import { rmSync } from "node:fs"
import { join } from "node:path"

import { attempt, type Verdict } from "./attempt.ts"
import { CORPUS } from "./corpus.ts"

const ROOT = process.argv[2] ?? "."

async function verdictOf(name: string): Promise<Verdict> {
  const mistake = CORPUS.find((one) => one.name === name)
  if (mistake === undefined) throw new Error(`no mistake is called ${name}`)
  const root = join(ROOT, name)
  const started = performance.now()
  try {
    return await attempt(root, mistake)
  } catch (cause) {
    const trouble = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    const seconds = (performance.now() - started) / 1000
    const nothing = {
      named: undefined,
      code: undefined,
      place: undefined,
      patch: "",
      boots: false,
      steps: [],
    }
    return { name, ...nothing, trouble, seconds }
  } finally {
    if (process.env["VMM_MISTAKES_KEEP"] === undefined) rmSync(root, { recursive: true, force: true })
  }
}

process.on("disconnect", () => process.exit())
process.on("message", (name: string) => {
  void verdictOf(name).then((verdict) => process.send?.(verdict))
})
