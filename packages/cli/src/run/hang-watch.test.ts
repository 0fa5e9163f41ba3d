// SPDX-License-Identifier: BSD-2-Clause
//
// A program that never comes back from an entry point ends its run, with the line that it is at.

import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"

import { decodeLastStop } from "@vmm/report"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { says } from "../testing/guests.ts"
import { example, inWorkplace, vmm } from "../testing/workplace.ts"

const test = suite("cli: programs that hang")
const VMM = resolve(import.meta.dirname, "../../../../scripts/vmm.mjs")

const PROGRAM = `const spin = (n) => {
  for (let x = n; ; ) {
    x = (x * 3) | 0
  }
}
export default () => (microkit) => ({
  init() { spin(3) },
})
`

const TOP = `let n = 0
for (let i = 0; i >= 0; ) n += i
export default () => (microkit) => ({ init() {} })
`

const CASES = [
  [PROGRAM, /vmm hangs: it does not come back from its 'init' entry point/, /program +ex\/vmm.mjs:[23]:/],
  [TOP, /vmm hangs: it does not come back from the top level of its module/, /program +ex\/vmm.mjs:2:/],
] as const

const hangs = ([program, words, line]: (typeof CASES)[number]) =>
  inWorkplace(
    example(says("x"), {
      "ex/vmm.mjs": program,
      "ex/guest.json": '{ "kernel": "flat:guest.bin", "programs": { "vmm": "vmm.mjs" } }\n',
    }),
    async () => {
      const { code, err } = await vmm("build", "ex")
      assert.is(code, 0, err)
      const ran = spawnSync(process.execPath, [VMM, "run", "ex"], { encoding: "utf8", timeout: 300_000 })
      assert.is(ran.status, 3, ran.stderr)
      assert.match(ran.stderr, words)
      assert.match(ran.stderr, line)
      const stop = decodeLastStop(readFileSync("build/ex/last-stop.json", "utf8"))
      assert.equal([stop?.code, stop?.place?.file], ["program-hangs", "ex/vmm.mjs"])
      assert.match(stop?.fixes[0]?.edits[0]?.text ?? "", "simple-vmm")
    },
  )

const EXITS = `export default () => (microkit) => ({
  init() {
    process.exit(0)
  },
})
`

test("a program that ends the process is told with its line, and the run has not gone well", () =>
  inWorkplace(
    example(says("x"), {
      "ex/vmm.mjs": EXITS,
      "ex/guest.json": '{ "kernel": "flat:guest.bin", "programs": { "vmm": "vmm.mjs" } }\n',
    }),
    async () => {
      await vmm("build", "ex")
      const ran = spawnSync(process.execPath, [VMM, "run", "ex"], { encoding: "utf8", timeout: 300_000 })
      assert.is(ran.status, 3, ran.stderr)
      assert.match(ran.stderr, /vmm ended the run from its 'init' entry point\.\n +cause +process\.exit/)
      assert.match(ran.stderr, /program +ex\/vmm\.mjs:3:/)
    },
  ))

test("a loop without end is told with its line, in an entry point and in a module that is loaded", async () => {
  for (const one of CASES) await hangs(one)
})

test.run()
