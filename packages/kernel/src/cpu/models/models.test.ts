// SPDX-License-Identifier: BSD-2-Clause
//
// CPU models: found by name and by device tree, and what their ID registers tell.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { A64, rowsOf } from "../a64/tables/index.ts"
import { type Feature, FEATURES } from "./features.ts"
import { CORTEX_A53, CORTEX_A72, CPU_MODELS, cpuModel, MAX, modelOf } from "./index.ts"
import { idRegister } from "./model.ts"

const test = suite("cpu/models")

test("a model is found by its name", () => {
  assert.is(cpuModel("cortex-a72"), CORTEX_A72)
  assert.is(cpuModel("cortex-a1"), undefined)
})

test("a model is found by a compatible list, and is a Cortex-A53 where none is known", () => {
  assert.is(modelOf(["vendor,core", "arm,cortex-a72"]), CORTEX_A72)
  assert.is(modelOf(["vendor,core"]), CORTEX_A53)
  assert.is(modelOf([]), CORTEX_A53)
})

test("every feature that a model has shows in its ID register", () => {
  for (const model of CPU_MODELS) {
    for (const feature of model.features) {
      const [register, shift, value] = FEATURES[feature]
      const [lo, hi] = idRegister(model, register)
      const field = ((shift < 32 ? lo >>> shift : hi >>> (shift - 32)) & 15) >>> 0
      assert.ok(field >= value, `${model.name}: ${feature}`)
    }
  }
})

test("a Cortex-A53 tells of CRC32 and cryptography in ID_AA64ISAR0_EL1", () => {
  assert.equal(idRegister(CORTEX_A53, "ID_AA64ISAR0_EL1"), [0x0001_1120, 0])
})

test("every feature that rows need is one that some model has", () => {
  const needed = new Set(A64.flatMap(({ needs }) => needs ?? []))
  const had = new Set<Feature>(CPU_MODELS.flatMap(({ features }) => [...features]))
  assert.equal(
    [...needed].filter((feature) => !had.has(feature)),
    [],
  )
})

test("max has every row, a Cortex-A53 those of its features", () => {
  assert.is(rowsOf(MAX).length, A64.length)
  assert.ok(rowsOf(CORTEX_A53).every(({ needs }) => needs === undefined || CORTEX_A53.features.has(needs)))
})

test.run()
