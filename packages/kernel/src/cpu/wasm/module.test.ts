// SPDX-License-Identifier: BSD-2-Clause
//
// Modules that the writer makes are what wabt reads and what the engine runs.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import wabt from "wabt"
import { type I32, TYPES, Code } from "../dsl/code.ts"
import { ByteWriter } from "./bytes.ts"
import { instantiate, newMemory, newTable } from "./engine.ts"
import { blockType, ModuleWriter, SECTION_CODE, writeBody } from "./module.ts"
import { EMPTY_BLOCK, OP } from "./opcodes.ts"

const test = suite("wasm/module")
const { I32: I, I64: W } = TYPES

/** Two imports, a function that adds and one that calls an import, in table 0 and exported. */
function sample(): ModuleWriter {
  const module = new ModuleWriter()
  module.importMemory("env", "memory", 1)
  module.importTable("env", "table", 8)
  const told = module.importFunction("host", "told", module.type([I], []))
  const sum = new Code(2)
  const local = sum.newLocal(I)
  sum.newLocal(W)
  sum.newLocal(W)
  sum.setLocal(local, sum.add(sum.local<I32>(0, I), sum.local<I32>(1, I)))
  sum.callRaw(told, [sum.local<I32>(local, I)])
  sum.store(OP.i32_store, sum.i32(0), sum.local<I32>(local, I), 16)
  sum.emit(sum.local<I32>(local, I))
  const index = module.function(module.type([I, I], [I]), sum.localTypes, sum.out)
  module.exportFunction("sum", index)
  module.element(3, [index])
  return module
}

test("a module with imports, exports, elements and locals is valid", async () => {
  const { readWasm } = await wabt()
  const text = readWasm(sample().finish(), { readDebugNames: false }).toText({ foldExprs: false })
  assert.match(text, /\(import "env" "memory" \(memory \(;0;\) 1 1\)\)/)
  assert.match(text, /\(import "host" "told" \(func \(;0;\) \(type 0\)\)\)/)
  assert.match(text, /\(local i32 i64 i64\)/)
  assert.match(text, /\(export "sum" \(func 1\)\)/)
  assert.match(text, /\(elem \(;0;\) \(i32.const 3\) func 1\)/)
})

test("its functions run, through export and table, on the memory it was given", () => {
  const memory = newMemory(1)
  const table = newTable(8)
  const calls: number[] = []
  const told = (value: number) => calls.push(value)
  const { sum } = instantiate(sample().finish(), { env: { memory, table }, host: { told } })
  assert.is((sum as (a: number, b: number) => number)(40, 2), 42)
  assert.is((table.get(3) as (a: number, b: number) => number)(-1, 1), 0)
  assert.equal(calls, [42, 0])
  assert.is(new DataView(memory.buffer).getInt32(16, true), 0)
})

test("equal function types are one", () => {
  const module = new ModuleWriter()
  assert.is(module.type([I, W], [I]), 0)
  assert.is(module.type([I], [I, W]), 1)
  assert.is(module.type([I, W], [I]), 0)
  assert.is(module.nextFunction, 0)
})

test("a module can be a prefix to which the body is added", () => {
  const module = new ModuleWriter()
  module.exportFunction("seven", module.declare(module.type([], [I])))
  const code = new Code(0)
  code.emit(code.i32(7))
  const body = new ByteWriter()
  body.u32(1)
  writeBody(body, [], code.out)
  const bytes = new ByteWriter()
  bytes.raw(module.finish())
  bytes.u8(SECTION_CODE)
  bytes.u32(body.length)
  bytes.raw(body.bytes, 0, body.length)
  const { seven } = instantiate(bytes.take(), {})
  assert.is((seven as () => number)(), 7)
})

test("a block has a result or none", () => {
  assert.is(blockType(), EMPTY_BLOCK)
  assert.is(blockType(I), I)
})

test.run()
