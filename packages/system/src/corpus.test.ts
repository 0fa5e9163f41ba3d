// SPDX-License-Identifier: BSD-2-Clause
//
// The reference tool's own fixtures: an error that begins with its words, or success where it succeeds. Skipped where
// the corpus is absent.

import * as E from "fp-ts/lib/Either.js"
import { existsSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import type { Architecture } from "./options.ts"
import { parseSystem } from "./parse.ts"

const CORPUS = resolve(import.meta.dirname, "../../../../shared/corpus")
const SDF = join(CORPUS, "sdf")

const corpus = suite("reference fixtures")

const PREFILL: Readonly<Record<string, number>> = { "small.bin": 90, "empty.bin": 0, "page.bin": 0x1000 }

const ARCHITECTURES: Readonly<Record<string, Architecture>> = {
  DEFAULT_AARCH64: "aarch64",
  DEFAULT_X86_64: "x86_64",
  DEFAULT_RISCV64: "riscv64",
}

/** The reference's message without its prefix and without the place behind it. */
function coreMessage(expected: string): string {
  return expected
    .replaceAll("\\n", "\n")
    .replace(/^Error: /, "")
    .replace(/[:@ ]*[\w.]+\.system:\d+:\d+$/, "")
    .replace(/[ :@]+$/, "")
}

function messages(file: string, architecture: Architecture | undefined): ReadonlyArray<string> {
  const text = readFileSync(join(SDF, file), "utf8")
  const options = { prefillSize: (path: string) => PREFILL[path] }
  const parsed = parseSystem(
    { file, text },
    architecture === undefined ? options : { ...options, architecture },
  )
  return E.isRight(parsed)
    ? []
    : parsed.left.filter(({ severity }) => severity === "error").map(({ message }) => message)
}

const rows = existsSync(join(SDF, "expected.tsv"))
  ? readFileSync(join(SDF, "expected.tsv"), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((row) => row.split("\t"))
  : []

for (const [, file = "", config = "", expected = ""] of rows) {
  corpus(`${file} on ${config}: ${expected.slice(0, 60)}`, () => {
    const found = messages(file, ARCHITECTURES[config])
    if (expected === "OK") assert.equal(found, [])
    else {
      const core = coreMessage(expected)
      assert.ok(
        found.some((message) => message.startsWith(core)),
        `${found.join("\n")}\n  lacks: ${core}`,
      )
    }
  })
}

for (const board of ["qemu_virt_aarch64/simple", "maaxboard/simple", "maaxboard-seed/program"]) {
  const path = join(CORPUS, "boards", `${board}.system`)
  if (!existsSync(path)) continue
  corpus(`${board}.system parses without findings`, () => {
    const parsed = parseSystem({ file: path, text: readFileSync(path, "utf8") })
    if (E.isLeft(parsed)) throw new Error(parsed.left.map(({ message }) => message).join("\n"))
    assert.equal(parsed.right.warnings, [])
    assert.is(parsed.right.system.virtualMachines.length, 1)
  })
}

if (rows.length === 0) {
  process.stdout.write("skipped: ../shared/corpus is not on this machine\n")
  corpus.skip("others' fixtures", () => {})
}

corpus.run()
