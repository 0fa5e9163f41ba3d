// SPDX-License-Identifier: BSD-2-Clause
//
// Translations that outlive a run: taken again where memory holds the same words, left alone where it does not.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Assembler } from "../a64/asm.ts"
import * as L from "../layout.ts"
import { CORTEX_A53 } from "../models/index.ts"
import { createMemory, type ModuleCache } from "../runtime.ts"
import { Sandbox } from "../sandbox.ts"
import { KeptRegions } from "./kept-regions.ts"
import { storedModule } from "./region-module.ts"
import { StoredRegions, type StoredRegion, writeRegions } from "./region-store.ts"

const test = suite("jit/kept-regions")
const CODE = 0x1000
/** The function that the loop calls, on another page. */
const FUNCTION = 0x3f00
const ROUNDS = 20_000
const PER_ROUND = 5

class Memory implements ModuleCache {
  readonly files = new Map<string, Uint8Array>()
  read(key: string): Uint8Array | undefined {
    return this.files.get(key)
  }
  write(key: string, bytes: Uint8Array): void {
    this.files.set(key, bytes)
  }
}

/** A loop that adds `step` to X0 in a function, ROUNDS times, in `box`; X0 at the end. */
function run(box: Sandbox, step: number): number {
  const a = new Assembler(CODE)
  a.move(1, ROUNDS)
  a.label("loop").insn("BL", { imm26: (FUNCTION - a.here) / 4 })
  a.insn("ADDS/SUBS (immediate)", { sf: 1, op: 1, imm12: 1, Rn: 1, Rd: 1 })
  a.to("loop", "B.cond", { cond: 1 })
  box.load(CODE, a.finish())
  const f = new Assembler(FUNCTION)
  f.insn("ADD/SUB (immediate)", { sf: 1, imm12: step, Rn: 0, Rd: 0 }).insn("RET", { Rn: 30 })
  box.load(FUNCTION, f.finish())
  box.view.setBigUint64(box.cpu + L.X, 0n, true)
  box.run(CODE, ROUNDS * PER_ROUND)
  return Number(box.view.getBigUint64(box.cpu + L.X, true))
}

function boxWith(cache: ModuleCache): Sandbox {
  return new Sandbox("default", CORTEX_A53, cache)
}

test("a later run takes the regions of an earlier one", () => {
  const cache = new Memory()
  const first = boxWith(cache)
  assert.is(run(first, 3), ROUNDS * 3)
  first.runtime.translator.flush()
  assert.ok(first.runtime.translator.counts.regions > 0)
  first.runtime.keepRegions(true)
  const second = boxWith(cache)
  assert.is(run(second, 3), ROUNDS * 3)
  const { reused, regions } = second.runtime.translator.counts
  assert.ok(reused > 0)
  assert.is(regions, 0)
})

test("other code on one of its pages is not taken for the code it was", () => {
  const cache = new Memory()
  const first = boxWith(cache)
  run(first, 3)
  first.runtime.keepRegions(true)
  const second = boxWith(cache)
  assert.is(run(second, 4), ROUNDS * 4)
})

test("a region that was taken goes when its code is written", () => {
  const cache = new Memory()
  const first = boxWith(cache)
  run(first, 3)
  first.runtime.keepRegions(true)
  const second = boxWith(cache)
  run(second, 3)
  assert.is(run(second, 5), ROUNDS * 5)
  assert.ok(second.runtime.translator.counts.dropped > 0)
})

test("damaged files are no regions", () => {
  const cache = new Memory()
  const first = boxWith(cache)
  run(first, 3)
  first.runtime.keepRegions(true)
  const [key] = [...cache.files.keys()].filter((name) => name.startsWith("regions"))
  const bytes = cache.files.get(key) ?? new Uint8Array()
  assert.ok(StoredRegions.isWhole(bytes))
  for (const at of [0, 5, 13, 17, 26, 60]) {
    const damaged = bytes.slice()
    damaged[at] ^= 0x10
    assert.not(StoredRegions.isWhole(damaged), `byte ${at}`)
  }
  assert.not(StoredRegions.isWhole(bytes.subarray(0, 40)))
  assert.not(StoredRegions.isWhole(new Uint8Array(0)))
  cache.write(key, bytes.slice(0, bytes.length - 400))
  assert.is(run(boxWith(cache), 3), ROUNDS * 3)
})

/** A file of regions with `codes` bytes each, by the words at their entries. */
function fileOf(codes: readonly (readonly [word: number, size: number])[]): Uint8Array {
  const regions = codes.map(([word, size]) => ({
    index: 0,
    granule: word,
    pages: [{ delta: 0, words: Int32Array.of(0, word) }],
    code: { bytes: functionOf(size), hints: new Int32Array(0) },
  }))
  return writeRegions(regions, storedModule(regions.map(({ code }) => code)))
}

/** A function of so many bytes that gives its argument back. */
function functionOf(size: number): Uint8Array {
  return Uint8Array.from([0, ...Array.from({ length: size - 4 }, () => 1), 0x20, 0, 0x0b])
}

const granules = (bytes: Uint8Array): number[] => {
  const read = new StoredRegions(bytes)
  return Array.from({ length: read.count }, (_, n) => read.granule(n))
}

test("a full file loses what nobody took for longest, and has nothing twice", () => {
  let bytes = fileOf([
    [1, 100],
    [2, 100],
    [3, 100],
    [4, 100],
  ])
  const file = {
    read: () => bytes,
    write: (fresh: Uint8Array) => {
      bytes = fresh
    },
  }
  const none = (): number => 0
  const runtime = { ramRead: none, ramWrite: none, cold: none, helper: none, inPlace: none }
  const made = (word: number): StoredRegion => new StoredRegions(fileOf([[word, 100]])).region(0)
  const kept = new KeptRegions(file, createMemory(), runtime, { regions: 10, bytes: 450 })
  assert.type(kept.take(2), "function")
  kept.note(() => made(5))
  kept.note(() => made(4))
  kept.write(true)
  assert.equal(granules(bytes), [4, 5, 3, 1])
})

test("what is written is read, pages far away and hints included", () => {
  const region: StoredRegion = {
    index: 1023,
    granule: -5,
    pages: [
      { delta: 0, words: Int32Array.of(1023, -1) },
      { delta: -0x7fff_ffff_f000, words: Int32Array.of(0, 1, 2, 3) },
    ],
    code: { bytes: Uint8Array.of(0, 0x41, 0, 0x0b), hints: Int32Array.of(7) },
  }
  const other = { ...region, index: 3, code: { ...region.code, bytes: new Uint8Array(300).fill(1) } }
  const regions = [region, other]
  const module = storedModule(regions.map(({ code }) => code))
  const read = new StoredRegions(writeRegions(regions, module))
  assert.equal([read.region(0), read.region(1), read.count], [region, other, 2])
  assert.equal(read.module, module)
})

test.run()
