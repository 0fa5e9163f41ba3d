// SPDX-License-Identifier: BSD-2-Clause
//
// How `pnpm test:fuzz` is asked, and how it is asked wrongly.

import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"

const SEED = 20260101
const FUZZ = join(import.meta.dirname, "fuzz.ts")

function fuzz(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const result = spawnSync(process.execPath, [...process.execArgv, FUZZ, ...args], { encoding: "utf8" })
  return { code: result.status, out: result.stdout, err: result.stderr }
}

const test = suite("hostile guests")

test("a guest is named by seed and index", () => {
  const { code, out } = fuzz(
    "--minutes",
    "1",
    "--from",
    "7",
    "--guests",
    "1",
    "--seed",
    "5",
    "--cpu",
    "cortex-a72",
  )
  assert.is(code, 0, out)
  assert.match(out, /^seed 5, cortex-a72\n1 hostile guests of seed 5/)
})

test("a minute of them leaves the engine as it was, and both tiers agree", () => {
  const { code, out, err } = fuzz("--minutes", "1", "--guests", "400", "--seed", `${SEED}`)
  assert.is(code, 0, `${out}\n${err}`)
  assert.match(out, /hostile guests of seed 20260101: [\d,]+ instructions/)
})

test("wrong options are told with the right ones", () => {
  const model = fuzz("--cpu", "z80")
  assert.is(model.code, 2)
  assert.match(model.err, "--cpu takes cortex-a53")
  const seed = fuzz("--seed", "x")
  assert.is(seed.code, 2)
  assert.match(seed.err, '--seed takes a number below 4294967296, not "x"')
})

test.run()
