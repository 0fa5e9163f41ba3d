// SPDX-License-Identifier: BSD-2-Clause
//
// Files read into memory that is not counted as garbage to be.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { readBytes } from "./read-bytes.ts"

const test = suite("cli: reading bytes")

test("the bytes of a file, and of an empty one", () => {
  const folder = mkdtempSync(join(tmpdir(), "vmm-read-bytes-"))
  try {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => n)
    writeFileSync(join(folder, "some"), bytes)
    writeFileSync(join(folder, "none"), "")
    assert.equal([...readBytes(join(folder, "some"))], [...bytes])
    assert.is(readBytes(join(folder, "none")).length, 0)
    assert.throws(() => readBytes(join(folder, "missing")), /ENOENT/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.run()
