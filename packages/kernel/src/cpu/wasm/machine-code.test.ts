// SPDX-License-Identifier: BSD-2-Clause
//
// Machine code of V8's that outlives its module: given for what was compiled well, taken with the module's bytes, and
// refused when it is another version's.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { build, engineVersion, instanceOf, raiseTieringBudget } from "./engine.ts"
import { machineCodeOf, moduleOf } from "./machine-code.ts"

const test = suite("wasm/machine-code")
/** (module (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add)) */
const ADD = new Uint8Array(
  Buffer.from("0061736d0100000001070160027f7f017f030201000707010361646400000a09010700200020016a0b", "hex"),
)
type Add = (a: number, b: number) => number
const TURNS = 3_000_000

const where = engineVersion() === 1103 ? test : test.skip
if (where === test.skip) process.stdout.write("skipped: machine code is kept with V8 11.3 alone\n")

const turn = () => new Promise((resolve) => setTimeout(resolve, 20))

test("a module that never ran has none", () => {
  assert.equal(machineCodeOf(build(ADD, {})), new Uint8Array(0))
})

where("what V8 compiled well is given, and taken in its place", async () => {
  const built = build(ADD, {})
  const add = built.exports["add"] as Add
  let code: Uint8Array = new Uint8Array(0)
  for (let tries = 0; code.length === 0 && tries < 500; tries++) {
    for (let n = 0; n < TURNS / 10; n++) add(n, 1)
    await turn()
    code = machineCodeOf(built)
  }
  assert.ok(code.length > 0)
  raiseTieringBudget()
  const module = moduleOf(ADD, code)
  if (module === undefined) throw new Error("the code was refused")
  const again = instanceOf(module, {})
  assert.is((again.exports["add"] as Add)(2, 3), 5)
  assert.ok(machineCodeOf(again).length > 0)
  const other = code.slice()
  other[0] ^= 1
  assert.is(moduleOf(ADD, other), undefined)
  assert.is(moduleOf(ADD, new Uint8Array(0)), undefined)
})

test.run()
