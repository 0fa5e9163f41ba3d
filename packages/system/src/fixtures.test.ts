// SPDX-License-Identifier: BSD-2-Clause
//
// One fixture a rule, named after the rule it breaks: `test/fixtures/NAME.system`, and beside it in
// `NAME.expected` the exact findings with their places. `VMM_BLESS=1` writes the expected files anew.

import * as E from "fp-ts/lib/Either.js"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import type { Diagnostic } from "@vmm/diagnostic"
import { parseSystem } from "./parse.ts"

const FIXTURES = resolve(import.meta.dirname, "../test/fixtures")
const PREFILL: Readonly<Record<string, number>> = { "small.bin": 90, "empty.bin": 0, "large.bin": 0x3000 }

const fixtures = suite("rules")

function render({ line, column, endColumn, severity, message, remedy }: Diagnostic): string {
  const head = `${line}:${column}-${endColumn} ${severity}: ${message}`
  return remedy === undefined ? head : `${head}\n  remedy: ${remedy}`
}

function findingsOf(file: string): string {
  const text = readFileSync(join(FIXTURES, file), "utf8")
  const parsed = parseSystem({ file, text }, { prefillSize: (path) => PREFILL[path], cpus: 2 })
  const findings = E.isLeft(parsed) ? parsed.left : parsed.right.warnings
  return [...findings.map(render), E.isLeft(parsed) ? "refused" : "accepted"].join("\n") + "\n"
}

for (const file of readdirSync(FIXTURES).filter((name) => name.endsWith(".system"))) {
  fixtures(file.replace(".system", "").replaceAll("_", " "), () => {
    const expected = join(FIXTURES, file.replace(".system", ".expected"))
    const found = findingsOf(file)
    if (process.env["VMM_BLESS"] === "1") writeFileSync(expected, found)
    assert.ok(existsSync(expected), `${file} has no .expected file`)
    assert.fixture(found, readFileSync(expected, "utf8"))
  })
}

fixtures.run()
