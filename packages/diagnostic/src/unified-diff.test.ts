// SPDX-License-Identifier: BSD-2-Clause
//
// Patches: `patch -p1` and `git apply` make the new text of the old one, for texts of many shapes.

import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { unifiedDiff } from "./index.ts"

const patches = suite("patches")

const TOOLS: ReadonlyArray<readonly [name: string, args: readonly string[]]> = [
  ["patch", ["-p1", "--force", "--silent"]],
  ["git", ["apply", "-p1", "-"]],
]
const present = TOOLS.filter(([name]) => spawnSync(name, ["--version"]).status === 0)
if (present.length < TOOLS.length)
  process.stdout.write("a tool of patch, git is missing; its cases are skipped\n")

/** A generator of the same numbers every time (Lehmer's, modulus 2^31 - 1). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

function checkWith(
  [tool, args]: (typeof TOOLS)[number],
  file: string,
  before: string | undefined,
  after: string,
): void {
  const folder = mkdtempSync(join(tmpdir(), "vmm-diff-"))
  try {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    if (before !== undefined) writeFileSync(path, before)
    const env = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(folder) }
    const input = unifiedDiff(file, before, after)
    const run = spawnSync(tool, args, { cwd: folder, input, encoding: "utf8", env })
    assert.is(run.status, 0, `${tool}: ${run.stdout}${run.stderr}\n${input}`)
    // Both tools take a file that becomes empty as deleted.
    assert.is(existsSync(path) ? readFileSync(path, "utf8") : "", after, `${tool}\n${input}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function check(file: string, before: string | undefined, after: string): void {
  for (const tool of present) checkWith(tool, file, before, after)
}

patches("a patch reads as people know it", () => {
  const before = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n"
  const after = before.replace("four", "4")
  const text =
    "--- a/x.dts\n+++ b/x.dts\n@@ -1,7 +1,7 @@\n one\n two\n three\n-four\n+4\n five\n six\n seven\n"
  assert.is(unifiedDiff("x.dts", before, after), text)
  assert.is(unifiedDiff("x.dts", before, before), "")
  assert.is(unifiedDiff("n", undefined, "x\n"), "--- /dev/null\n+++ b/n\n@@ -0,0 +1 @@\n+x\n")
})

patches("files are made, emptied, grown and joined; newlines at the end may be missing", () => {
  const cases: ReadonlyArray<readonly [string | undefined, string]> = [
    [undefined, "a\nb\n"],
    [undefined, "a"],
    ["a\n", "a\nb\n"],
    ["a", "a\nb"],
    ["a\n", "a"],
    ["a", "a\n"],
    ["a\nb\nc\n", "c\n"],
    ["a\r\nb\r\n", "a\r\nB\r\n"],
    ["\n\n\n", "\n\n"],
    ["- a\n+ b\n", "+ b\n- a\n"],
  ]
  for (const [before, after] of cases) check("a file.txt", before, after)
  check("board/deep/overlay.dts", "x {\n};\n", "x {\n\ty;\n};\n")
  check("board/new.dts", undefined, "x {\n};\n")
})

patches("random changes apply, far apart and close together", () => {
  const next = numbers(7)
  for (let round = 0; round < 12; round++) {
    const lines = Array.from({ length: next(60) + 1 }, () => `line ${next(8)}`)
    const changed = lines.flatMap((text) => {
      const dice = next(10)
      if (dice === 0) return []
      return dice === 1 ? [text, `new ${next(3)}`] : [dice === 2 ? `line ${next(8)}` : text]
    })
    check("f", `${lines.join("\n")}\n`, `${changed.join("\n")}${next(2) === 0 ? "\n" : "!"}`)
  }
})

patches("a file of many differences is replaced as a whole and still right", () => {
  const before = Array.from({ length: 1500 }, (_, index) => `a ${index}\n`).join("")
  const after = Array.from({ length: 1500 }, (_, index) => `b ${index}\n`).join("")
  check("f", before, `same\n${after}`)
})

patches.run()
