// SPDX-License-Identifier: BSD-2-Clause
//
// The reference tool's own fixtures: for the elements we take, an error with its words or success where it
// succeeds; for the rest, the error that says "not taken yet". Skipped where the corpus is absent.

import * as E from "fp-ts/lib/Either.js"
import { existsSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { parseSystem } from "./parse.ts"

const CORPUS = resolve(import.meta.dirname, "../../../../shared/corpus")
const SDF = join(CORPUS, "sdf")

const corpus = suite("reference fixtures")

/** Rules of x86 that do not hold on AArch64, where these files are right. */
const X86_ONLY = new Set(["pd_setvar_no_paddr.system"])
const PREFILL: Readonly<Record<string, number>> = { "small.bin": 90, "empty.bin": 0 }

/** The reference's message without prefix, place suffix and what follows the first line. */
function coreMessage(expected: string): string {
  const line = expected.split("\\n")[0] ?? ""
  return line
    .replace(/^Error: /, "")
    .replace(/(: on element '\w+')?:? ?@?:? ?([\w.]+\.system:\d+:\d+)?$/, "")
    .replace(/[ :@]+$/, "")
}

function messages(file: string): ReadonlyArray<string> {
  const text = readFileSync(join(SDF, file), "utf8")
  const parsed = parseSystem({ file, text }, { prefillSize: (path) => PREFILL[path] })
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
    const found = messages(file)
    const later = found.filter((message) => message.includes("not taken yet"))
    const words = found.join("\n")
    if (later.length > 0) {
      assert.ok(
        /<(io_address_space|domains|cspace)|prefill_bootinfo|pin=|pcidev=/.test(
          readFileSync(join(SDF, file), "utf8"),
        ),
      )
      if (!config.includes("AARCH64") || /domain|cap|slot/.test(file)) return
    }
    if (expected === "OK" || X86_ONLY.has(file)) assert.is(words, "")
    else assert.ok(words.includes(coreMessage(expected)), `${words}\n  lacks: ${coreMessage(expected)}`)
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
