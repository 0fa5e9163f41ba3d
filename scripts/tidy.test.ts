// SPDX-License-Identifier: BSD-2-Clause
//
// The checks themselves: each finds what it is there for.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { importFindings } from "./imports.ts"
import { tidyFindings } from "./tidy.ts"

const SPDX = "// SPDX-License-Identifier: BSD-2-Clause\n//\n// A file.\n\n"

function withFile(path: string, text: string, check: (root: string) => readonly string[]): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), "vmm-tidy-"))
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  const findings = check(root)
  rmSync(root, { recursive: true })
  return findings
}

const checks = suite("scripts: checks")

checks("a clean file has no findings", () => {
  assert.equal(withFile("packages/kernel/src/a.ts", `${SPDX}export const a = 1\n`, tidyFindings), [])
})

checks("a file without the SPDX line is found", () => {
  assert.match(
    withFile("packages/kernel/src/a.ts", "export const a = 1\n", tidyFindings)[0] ?? "",
    /a\.ts:1:/,
  )
})

checks("a function over 70 lines is found with its length", () => {
  const body = Array.from({ length: 80 }, (_, i) => `  console.log(${i})`).join("\n")
  const found = withFile("packages/kernel/src/a.ts", `${SPDX}function f() {\n${body}\n}\n`, tidyFindings)
  assert.match(found[0] ?? "", /a\.ts:5: a function of 82 lines/)
})

checks("an import that runs uphill is found", () => {
  const text = `${SPDX}import { x } from "@vmm/kernel"\nexport const y = x\n`
  assert.match(
    withFile("packages/machine/src/a.ts", text, importFindings)[0] ?? "",
    /machine may not import @vmm\/kernel/,
  )
})

checks("effect in hot code is found", () => {
  const text = `${SPDX}import * as Effect from "effect/Effect"\nexport const y = Effect.succeed(1)\n`
  assert.match(withFile("packages/vgic/src/a.ts", text, importFindings)[0] ?? "", /hot code/)
})

checks.run()
