// SPDX-License-Identifier: BSD-2-Clause
//
// The engine's cache: what is written is found again, and nothing that goes wrong with it matters.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { engineCache } from "./engine-cache.ts"

const test = suite("cli: engine cache")
const bytes = new Uint8Array([1, 2, 3])

function withFolder(check: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "vmm-engine-"))
  check(folder)
  rmSync(folder, { recursive: true })
}

test("what is written is found again under its key", () =>
  withFolder((folder) => {
    const cache = engineCache(folder)
    assert.is(cache.read("default"), undefined)
    cache.write("default", [bytes])
    assert.equal([...(engineCache(folder).read("default") ?? [])], [...bytes])
    assert.is(cache.read("eager"), undefined)
  }))

test("only the newest files are kept", () =>
  withFolder((folder) => {
    const cache = engineCache(folder)
    for (let n = 0; n < 40; n++) cache.write(`key${n}`, [bytes])
    assert.is(readdirSync(join(folder, "engine")).length, 32)
    assert.equal([...(cache.read("key39") ?? [])], [...bytes])
  }))

test("a damaged file is none", () =>
  withFolder((folder) => {
    const cache = engineCache(folder)
    cache.write("default", [bytes])
    const [name] = readdirSync(join(folder, "engine"))
    const file = join(folder, "engine", name ?? "")
    const good = readFileSync(file)
    for (const at of [0, good.length - 1]) {
      const damaged = Buffer.from(good)
      damaged[at] = (damaged[at] ?? 0) ^ 1
      writeFileSync(file, damaged)
      assert.is(cache.read("default"), undefined)
    }
    writeFileSync(file, good.subarray(0, 7))
    assert.is(cache.read("default"), undefined)
  }))

test("a folder that cannot be made is lived with", () =>
  withFolder((folder) => {
    const file = join(folder, "file")
    writeFileSync(file, "")
    const cache = engineCache(file)
    cache.write("default", [bytes])
    assert.is(cache.read("default"), undefined)
  }))

test.run()
