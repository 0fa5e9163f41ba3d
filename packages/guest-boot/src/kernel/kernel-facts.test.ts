// SPDX-License-Identifier: BSD-2-Clause
//
// Facts of a kernel out of the cache: right when it is absent, stale, damaged or cannot be written.

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { kernelFacts } from "./kernel-facts.ts"
import type { KernelImage } from "./kernel-file.ts"

const test = suite("kernel facts")

const NAMES = ["acme,uart", "acme,rtc", "gpio", "spi"]
const textOf = (...names: string[]) => ["", ...names, ""].join("\0")

class Place {
  readonly folder = mkdtempSync(join(tmpdir(), "vmm-facts-"))
  readonly root = join(this.folder, "cache")
  readonly kernel = join(this.folder, "Image")
  /** How often the kernel was read. */
  reads = 0

  constructor(text: string) {
    this.write(text)
  }

  write(text: string): void {
    writeFileSync(this.kernel, text)
  }

  /** What is found some time after the last change, `later` milliseconds. */
  has(names: readonly string[] = NAMES, later = 3000): readonly string[] {
    const readImage = (bytes: Uint8Array): KernelImage => {
      this.reads += 1
      return { kind: "flat", bytes, textOffset: 0, imageSize: bytes.length }
    }
    const asking = { root: this.root, readImage, now: Date.now() + later }
    const facts = kernelFacts(this.kernel, "flat", asking)
    assert.is(facts?.imageSize, statSync(this.kernel).size)
    return [...(facts?.drivers(names) ?? [])].sort()
  }

  get kept(): readonly string[] {
    return readdirSync(join(this.root, "kernels")).map((name) => join(this.root, "kernels", name))
  }
}

function inPlace(text: string, body: (place: Place) => void): void {
  const place = new Place(text)
  try {
    body(place)
  } finally {
    rmSync(place.folder, { recursive: true })
  }
}

test("the kernel is read once, and once more for strings of another form", () =>
  inPlace(textOf("acme,uart", "gpio"), (place) => {
    assert.equal(place.has(["acme,uart", "acme,rtc"]), ["acme,uart"])
    assert.equal(place.has(["acme,rtc", "acme,uart"]), ["acme,uart"])
    assert.is(place.reads, 1)
    assert.equal(place.has(), ["acme,uart", "gpio"])
    assert.equal(place.has(), ["acme,uart", "gpio"])
    assert.is(place.reads, 2)
    assert.is(place.kept.length, 1)
  }))

test("another kernel at the same path is read anew, its size and its time of writing the same", () =>
  inPlace(textOf("acme,uart", "gpio"), (place) => {
    assert.equal(place.has(), ["acme,uart", "gpio"])
    const { atime, mtime } = statSync(place.kernel)
    place.write(textOf("acme,kart", "spi0"))
    utimesSync(place.kernel, atime, mtime)
    assert.equal(place.has(), [])
    place.write(textOf("acme,rtc", "spi"))
    const other = join(place.folder, "other")
    writeFileSync(other, textOf("acme,uart", "gpio"))
    renameSync(other, place.kernel)
    assert.equal(place.has(), ["acme,uart", "gpio"])
  }))

test("nothing is kept of a file that has just been written", () =>
  inPlace(textOf("acme,uart"), (place) => {
    assert.equal(place.has(NAMES, 1000), ["acme,uart"])
    assert.not.ok(readdirSync(place.folder).includes("cache"))
  }))

test("a damaged file of the cache is not believed, and written anew", () =>
  inPlace(textOf("acme,uart", "gpio"), (place) => {
    place.has()
    const [file = ""] = place.kept
    const good = readFileSync(file)
    const flipped = Buffer.from(good)
    flipped[flipped.indexOf("acme,uart") + 5] = "k".charCodeAt(0)
    for (const bad of [
      "",
      "{}",
      "null",
      good.subarray(0, good.length >> 1),
      flipped,
      Buffer.alloc(good.length),
    ]) {
      writeFileSync(file, bad)
      const { reads } = place
      assert.equal(place.has(), ["acme,uart", "gpio"])
      assert.is(place.reads, reads + 1)
      assert.equal(readFileSync(file), good)
    }
  }))

test("a cache that cannot be written or read costs nothing but time", () =>
  inPlace(textOf("acme,uart", "gpio"), (place) => {
    writeFileSync(place.root, "a file where the folder would be")
    assert.equal(place.has(), ["acme,uart", "gpio"])
    rmSync(place.root)
    place.has()
    const [file = ""] = place.kept
    rmSync(file)
    mkdirSync(join(file, "in the way"), { recursive: true })
    assert.equal(place.has(), ["acme,uart", "gpio"])
  }))

test("the cache does not grow for ever", () =>
  inPlace(textOf("acme,uart"), (place) => {
    const folder = join(place.root, "kernels")
    mkdirSync(folder, { recursive: true })
    for (let i = 0; i < 100; i++) {
      const file = join(folder, `${i}.json`)
      writeFileSync(file, "")
      utimesSync(file, 1000 + i, 1000 + i)
    }
    place.has()
    const names = readdirSync(folder)
    assert.is(names.length, 32)
    assert.ok(names.includes("99.json"))
    assert.ok(names.some((name) => name.length > 16))
  }))

test.run()
