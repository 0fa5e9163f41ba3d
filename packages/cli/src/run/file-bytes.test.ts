// SPDX-License-Identifier: BSD-2-Clause
//
// Parts of a build that are kept in memory, and those that are read anew.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { fileBytes } from "./file-bytes.ts"

const test = suite("cli: file-bytes")

const inFolder = (body: (folder: string) => void) => {
  const folder = mkdtempSync(join(tmpdir(), "file-bytes-"))
  try {
    body(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test("a small file is kept, a large one is read piece by piece each time that it is wanted", () =>
  inFolder((folder) => {
    const path = join(folder, "part")
    writeFileSync(path, "abcdef")
    const small = fileBytes(path)
    const large = fileBytes(path, 4)
    assert.is(small.whole(), small.whole())
    assert.is.not(large.whole(), large.whole())
    const texts = (all: Iterable<Uint8Array>) => Array.from(all, (piece) => Buffer.from(piece).toString())
    for (const file of [small, large]) {
      assert.is(file.length, 6)
      assert.equal(texts([file.whole()]), ["abcdef"])
    }
    assert.equal(texts(small.pieces()), ["abcdef"])
    assert.equal(texts(large.pieces()), ["abcd", "ef"])
    assert.equal(texts(large.pieces()), ["abcd", "ef"])
  }))

test("a file stays what it was when another takes its place", () =>
  inFolder((folder) => {
    const path = join(folder, "part")
    writeFileSync(path, "first")
    const large = fileBytes(path, 1)
    rmSync(path)
    writeFileSync(path, "second")
    assert.is(Buffer.from(large.whole()).toString(), "first")
  }))

test("a file that is not there is an error at once", () =>
  inFolder((folder) => {
    assert.throws(() => fileBytes(join(folder, "none")), /ENOENT/)
  }))

test.run()
