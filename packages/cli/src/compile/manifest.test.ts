// SPDX-License-Identifier: BSD-2-Clause
//
// What a build notes of its sources: files by their contents, links to what is here by where they lead.

import { mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { makeManifest, staleness } from "./manifest.ts"

const test = suite("cli: manifest")

async function inFolder(body: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "vmm-manifest-"))
  try {
    await body(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const manifestOf = (folder: string, ...names: string[]) =>
  makeManifest({ name: "x", folder, guest: undefined, inputs: names.map((name) => join(folder, name)) })

test("a link of a root file system leads to what only the guest has", () =>
  inFolder(async (folder) => {
    const link = join(folder, "libm.so")
    symlinkSync("/lib/nowhere/libm.so.6", link)
    symlinkSync("/dev/null", join(folder, "masked"))
    const manifest = await manifestOf(folder, "libm.so", "masked")
    assert.is(await staleness(manifest), undefined)
    unlinkSync(link)
    symlinkSync("/lib/nowhere/libm.so.7", link)
    assert.match((await staleness(manifest)) ?? "", "libm.so has changed")
    unlinkSync(link)
    assert.match((await staleness(manifest)) ?? "", "libm.so is gone")
  }))

test("a link to a file stands for the file", () =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, "Image-1"), "one")
    symlinkSync("Image-1", join(folder, "Image"))
    const manifest = await manifestOf(folder, "Image")
    assert.is(await staleness(manifest), undefined)
    writeFileSync(join(folder, "Image-1"), "two")
    assert.match((await staleness(manifest)) ?? "", "Image has changed")
  }))

test.run()
