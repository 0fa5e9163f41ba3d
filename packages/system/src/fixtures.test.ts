// SPDX-License-Identifier: BSD-2-Clause
//
// One fixture a rule, named after the rule it breaks: `test/fixtures/NAME.system` (NAME@x86_64 for another
// architecture than AArch64), and beside it in `NAME.expected` the exact findings with their places, notes and fixes.
// Every fix must mend what it is for. `VMM_BLESS=1` writes the expected files anew.

import * as E from "fp-ts/lib/Either.js"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { applyEdits, type Diagnostic, type Place } from "@vmm/diagnostic"
import { type Architecture, ARCHITECTURES } from "./options.ts"
import { parseSystem } from "./parse.ts"

const FIXTURES = resolve(import.meta.dirname, "../test/fixtures")
const PREFILL: Readonly<Record<string, number>> = { "small.bin": 90, "empty.bin": 0, "large.bin": 0x3000 }

const fixtures = suite("rules")

const place = ({ line, column, endColumn }: Place): string => `${line}:${column}-${endColumn}`

function render(finding: Diagnostic): string {
  const { severity, code, message, remedy, related = [], fixes = [] } = finding
  return [
    `${place(finding)} ${severity}: ${message}${code === undefined ? "" : ` [${code}]`}`,
    ...(remedy === undefined ? [] : [`  remedy: ${remedy}`]),
    ...related.map((other) => `  ${place(other)} note: ${other.message}`),
    ...fixes.map(({ id, title, notes }) => [`  fix ${id}: ${title}`, ...notes].join("; ")),
  ].join("\n")
}

const architectureOf = (file: string): Architecture =>
  ARCHITECTURES.find((one) => file.includes(`@${one}`)) ?? "aarch64"

function findingsIn(file: string, text: string): { found: readonly Diagnostic[]; refused: boolean } {
  const options = {
    prefillSize: (path: string) => PREFILL[path],
    cpus: 2,
    lone: true,
    architecture: architectureOf(file),
  }
  const parsed = parseSystem({ file, text }, options)
  return E.isLeft(parsed)
    ? { found: parsed.left, refused: true }
    : { found: parsed.right.warnings, refused: false }
}

const count = (findings: readonly Diagnostic[], { code, message }: Diagnostic): number =>
  findings.filter((other) => other.code === code && other.message === message).length

for (const file of readdirSync(FIXTURES).filter((name) => name.endsWith(".system"))) {
  const name = file.replace(".system", "").replaceAll("_", " ")
  const text = readFileSync(join(FIXTURES, file), "utf8")
  fixtures(name, () => {
    const expected = join(FIXTURES, file.replace(".system", ".expected"))
    const { found, refused } = findingsIn(file, text)
    const told = [...found.map(render), refused ? "refused" : "accepted"].join("\n") + "\n"
    if (process.env["VMM_BLESS"] === "1") writeFileSync(expected, told)
    assert.ok(existsSync(expected), `${file} has no .expected file`)
    assert.fixture(told, readFileSync(expected, "utf8"))
  })
  fixtures(`every fix of ${name} mends what it is for`, () => {
    const { found } = findingsIn(file, text)
    for (const finding of found) {
      for (const fix of finding.fixes ?? []) {
        const applied = applyEdits(new Map([[file, text]]), fix.edits)
        const after = findingsIn(file, applied.ok?.get(file) ?? "")
        assert.is(applied.problem, undefined)
        assert.ok(
          count(after.found, finding) < count(found, finding),
          `${fix.title} leaves ${finding.message}`,
        )
        assert.not.ok(
          after.found.some(({ message }) => message.startsWith("Could not parse")),
          fix.title,
        )
      }
    }
  })
}

fixtures.run()
