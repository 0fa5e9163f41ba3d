// SPDX-License-Identifier: BSD-2-Clause
//
// Translations that outlive a run: taken again where memory holds the same words, left alone where it does not.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Assembler } from "../a64/asm.ts"
import * as L from "../layout.ts"
import { CORTEX_A53 } from "../models/index.ts"
import type { ModuleCache } from "../engine-module.ts"
import { Sandbox } from "../sandbox.ts"
import { build } from "../wasm/engine.ts"
import { KeptRegions } from "./kept-regions.ts"
import { storedModules, storedPart, type StoredSource } from "./region-store.ts"

const test = suite("jit/kept-regions")
const CODE = 0x1000
/** The function that the loop calls, on another page. */
const FUNCTION = 0x3f00
const ROUNDS = 80_000
const PER_ROUND = 5

class Memory implements ModuleCache {
  readonly files = new Map<string, Uint8Array>()
  read(key: string): Uint8Array | undefined {
    return this.files.get(key)
  }
  write(key: string, pieces: Iterable<Uint8Array>): void {
    this.files.set(key, Buffer.concat([...pieces]))
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
  assert.is(storedModules(bytes).length > 0, true)
  for (const at of [0, 5, 13, 17, 29, 60]) {
    const damaged = bytes.slice()
    damaged[at] ^= 0x10
    assert.equal(storedModules(damaged), [], `byte ${at}`)
  }
  assert.equal(storedModules(bytes.subarray(0, 40)), [])
  assert.equal(storedModules(new Uint8Array(0)), [])
  cache.write(key, [bytes.slice(0, bytes.length - 400)])
  assert.is(run(boxWith(cache), 3), ROUNDS * 3)
})

/** (module (func (export "r0"))) with a custom section of `size` bytes before it. */
function moduleOf(size: number): Uint8Array {
  const custom = [0, size + 2, 1, 0x78, ...Array.from({ length: size }, () => 0)]
  const rest = [1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 7, 6, 1, 2, 0x72, 0x30, 0, 0, 10, 4, 1, 2, 0, 0x0b]
  return Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...custom, ...rest)
}

const sourceOf = (word: number): StoredSource => ({
  index: 0,
  granule: word,
  isGrown: false,
  pages: [{ delta: 0, words: Int32Array.of(0, word) }],
})

test("a full file loses what nobody took for longest, and has nothing twice", () => {
  const none = new Uint8Array(0)
  const module = moduleOf(60)
  let bytes: Uint8Array = Buffer.concat(
    [1, 2, 3, 4].map((word) => storedPart([sourceOf(word)], module, none)),
  )
  const file = {
    read: () => bytes,
    write: (pieces: Iterable<Uint8Array>) => {
      bytes = Buffer.concat([...pieces])
    },
  }
  const kept = new KeptRegions(file, {}, { regions: 10, bytes: module.length * 4 + 50 })
  assert.type(kept.take(2), "function")
  kept.note({ built: build(module, {}), bytes: module, sources: [sourceOf(5)] })
  kept.note({ built: build(module, {}), bytes: module, sources: [sourceOf(4)] })
  kept.write(true)
  assert.equal(
    storedModules(bytes).map((part) => part.granule(0)),
    [4, 5, 3, 1],
  )
})

test("what is written is read, pages far away and machine code included", () => {
  const source: StoredSource = {
    index: 1023,
    granule: -5,
    isGrown: true,
    pages: [
      { delta: 0, words: Int32Array.of(1023, -1) },
      { delta: -0x7fff_ffff_f000, words: Int32Array.of(0, 1, 2, 3) },
    ],
  }
  const other = { ...source, index: 3 }
  const [module, code, none] = [new Uint8Array(301).fill(1), new Uint8Array(7).fill(2), new Uint8Array(0)]
  const first = storedPart([source, other], module, code)
  const [again] = storedModules(first)
  const parts = storedModules(Buffer.concat([first, storedPart([other], code, none), again.withCode(module)]))
  assert.equal(
    parts.map((part) => Array.from({ length: part.count }, (_, n) => [part.index(n), part.pages(n)])),
    [2, 1, 2].map((count) => [source, other].slice(-count).map(({ index, pages }) => [index, pages])),
  )
  assert.equal(
    parts.map((part) => [part.granule(0), part.module, part.code]),
    [
      [-5, module, code],
      [-5, code, none],
      [-5, module, module],
    ],
  )
})

test.run()
