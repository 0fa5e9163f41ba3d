// SPDX-License-Identifier: BSD-2-Clause
//
// Boards of other projects, as they ship them: what they agree in is no error here. Skipped where they are not.

import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { type Files, inWorkplace, vmm } from "../testing/workplace.ts"

const BOARDS = join(import.meta.dirname, "../../../../../shared/corpus/boards")
const test = suite("boards of others")
const names = existsSync(BOARDS) ? readdirSync(BOARDS) : []

if (names.length === 0) {
  test("skipped: there is no corpus of boards beside the repository", () => undefined)
}

for (const name of names) {
  test(`${name} has no errors, and its warnings carry codes`, () => {
    const folder = join(BOARDS, name)
    const texts = readdirSync(folder).map((file) => [`ex/${file}`, readFileSync(join(folder, file))] as const)
    const guest = '{ "kernel": "debian:linux-image-arm64" }'
    const files: Files = { ...Object.fromEntries(texts), "ex/guest.json": guest }
    return inWorkplace(files, async () => {
      const { code, out } = await vmm("check", "ex", "--json")
      const { diagnostics } = JSON.parse(out)
      const errors = diagnostics.filter(({ severity }: { severity: string }) => severity === "error")
      assert.equal(errors, [])
      assert.is(code, 0)
      const telling = diagnostics.filter(
        (one: { message: string }) => !/no driver for it built in/.test(one.message),
      )
      assert.ok(telling.length <= 10, `${telling.length} findings`)
      assert.ok(diagnostics.every((one: { code?: string }) => one.code !== undefined))
    })
  })
}

test.run()
