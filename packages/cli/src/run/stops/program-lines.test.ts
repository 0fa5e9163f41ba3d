// SPDX-License-Identifier: BSD-2-Clause
//
// An error of a user's program leads to the line of its source, through bundle and source map.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { importProgram } from "../program-imports.ts"
import { programPlace } from "./program-lines.ts"

const test = suite("cli: lines of programs")

const PROGRAM = `// A program that imports a helper.
import { help } from "./helper.ts"

export default (): number => help(7)
`
const HELPER = `export interface Unused {
  readonly a: number
}

export function help(n: number): number {
  throw new Error(\`no \${n}\`)
}
`

test("the innermost line of the program's own files, in whichever of them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "vmm-lines-"))
  try {
    writeFileSync(join(folder, "main.ts"), PROGRAM)
    writeFileSync(join(folder, "helper.ts"), HELPER)
    const program = (await importProgram(join(folder, "main.ts"))) as () => number
    let stack = ""
    try {
      program()
    } catch (cause) {
      stack = cause instanceof Error ? (cause.stack ?? "") : ""
    }
    const place = programPlace(stack)
    assert.is(resolve(place?.file ?? ""), join(folder, "helper.ts"))
    assert.is(place?.line, 6)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test("a trace without a program's line has no place", () => {
  assert.is(programPlace(new Error("x").stack ?? ""), undefined)
})

test.run()
