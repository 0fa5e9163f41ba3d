// SPDX-License-Identifier: BSD-2-Clause
//
// The runtime module comes out of a cache when there is one, and a damaged one is made anew.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import type { Host } from "./host.ts"
import * as L from "./layout.ts"
import { CORTEX_A53, MAX } from "./models/index.ts"
import type { ModuleCache } from "./engine-module.ts"
import { createMemory, createRuntime } from "./runtime.ts"

const test = suite("cpu/runtime")

const HOST: Host = {
  memRead: () => L.M_FAULT,
  memWrite: () => L.M_FAULT,
  deviceRead: () => 0,
  deviceWrite: () => undefined,
  fetch: () => L.R_FAULT,
  deliver: () => 1,
  sysRead: () => L.R_FAULT,
  sysWrite: () => L.R_FAULT,
  msrImm: () => L.R_FAULT,
  eret: () => L.R_FAULT,
  generate: () => L.R_FAULT,
  wait: () => L.R_FAULT,
}

class MapCache implements ModuleCache {
  readonly kept = new Map<string, Uint8Array>()
  writes = 0
  read(key: string): Uint8Array | undefined {
    return this.kept.get(key)
  }
  write(key: string, pieces: Iterable<Uint8Array>): void {
    this.writes += 1
    this.kept.set(key, Buffer.concat([...pieces]))
  }
}

/** Makes a runtime and runs a CPU whose first fetch faults, which takes an instruction from the budget. */
function runs(cache?: ModuleCache, model = CORTEX_A53): boolean {
  const memory = createMemory()
  const { run } = createRuntime(memory, "off", () => HOST, cache, model)
  const view = new DataView(memory.buffer)
  view.setUint32(L.CPU_BLOCKS + L.PC, 0x1000, true)
  if (run(L.CPU_BLOCKS) !== L.EXIT_BUDGET) return false
  view.setInt32(L.CPU_BLOCKS + L.BUDGET_I32, 1, true)
  return run(L.CPU_BLOCKS) === L.EXIT_EL2 && view.getInt32(L.CPU_BLOCKS + L.BUDGET_I32, true) === 0
}

test("it is made once and read afterwards, and a damaged one is made anew", () => {
  const cache = new MapCache()
  assert.ok(runs(cache))
  assert.ok(runs(cache))
  assert.is(cache.writes, 1)
  cache.kept.set("off-cortex-a53", (cache.kept.get("off-cortex-a53") ?? new Uint8Array()).slice(0, 5000))
  assert.ok(runs(cache))
  assert.is(cache.writes, 2)
})

test("each CPU model has one of its own", () => {
  const cache = new MapCache()
  assert.ok(runs(cache, CORTEX_A53))
  assert.ok(runs(cache, MAX))
  assert.is(cache.writes, 2)
})

test("it works without a cache", () => {
  assert.ok(runs())
})

test.run()
