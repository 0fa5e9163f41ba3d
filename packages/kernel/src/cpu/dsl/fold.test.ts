// SPDX-License-Identifier: BSD-2-Clause
//
// Folded constants against the same operations on bigint, and against what the engine computes.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { instantiate } from "../wasm/engine.ts"
import { ModuleWriter } from "../wasm/module.ts"
import { OP } from "../wasm/opcodes.ts"
import { Code, TYPES } from "./code.ts"
import { fold32, fold64, foldedHigh } from "./fold.ts"

const test = suite("dsl/fold")

type Operation = (a: bigint, b: bigint, bits: number) => bigint
const bool = (value: boolean) => (value ? 1n : 0n)
const unsigned = (value: bigint, bits: number) => BigInt.asUintN(bits, value)
const count = (value: bigint, bits: number) => unsigned(value, bits) % BigInt(bits)

/** What each operation means, on signed operands. */
const MEANING: Readonly<Record<string, Operation>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  shl: (a, b, bits) => a << count(b, bits),
  shr_u: (a, b, bits) => unsigned(a, bits) >> count(b, bits),
  shr_s: (a, b, bits) => a >> count(b, bits),
  eq: (a, b) => bool(a === b),
  ne: (a, b) => bool(a !== b),
  ge_u: (a, b, bits) => bool(unsigned(a, bits) >= unsigned(b, bits)),
  lt_u: (a, b, bits) => bool(unsigned(a, bits) < unsigned(b, bits)),
}

const EDGES = [
  0n,
  1n,
  -1n,
  2n,
  31n,
  32n,
  33n,
  63n,
  64n,
  0x7fff_ffffn,
  0x8000_0000n,
  0xffff_ffffn,
  0x1_0000_0000n,
]
const VALUES = [...EDGES, 1n << 63n, (1n << 63n) - 1n, 0x1234_5678_9abc_def0n, -0x1234_5678n].map((value) =>
  BigInt.asIntN(64, value),
)
const low = (value: bigint) => Number(BigInt.asIntN(32, value))
const high = (value: bigint) => Number(BigInt.asIntN(32, value >> 32n))
const opcode = (type: string, name: string) => (OP as Readonly<Record<string, number>>)[`${type}_${name}`]

for (const [name, meaning] of Object.entries(MEANING)) {
  test(`${name} folds as on bigint`, () => {
    for (const a of VALUES) {
      for (const b of VALUES) {
        const narrow = fold32(opcode("i32", name), low(a), low(b))
        if (narrow !== undefined) {
          assert.is(narrow, low(meaning(BigInt(low(a)), BigInt(low(b)), 32)), `${low(a)} ${name} ${low(b)}`)
        }
        const wide = fold64(opcode("i64", name), low(a), high(a), low(b), high(b))
        if (wide === undefined) continue
        const expected = BigInt.asIntN(64, meaning(a, b, 64))
        assert.equal([wide, foldedHigh()], [low(expected), high(expected)], `${a} ${name} ${b}`)
      }
    }
  })
}

test("what is not folded is said to be so", () => {
  assert.is(fold32(OP.i32_div_s, 1, 0), undefined)
  assert.is(fold64(OP.i64_div_u, 1, 0, 0, 0), undefined)
})

test("a folded shift is what the engine computes", () => {
  for (const by of [0, 1, 31, 32, 33, 63, 64, 65]) {
    const code = new Code(1)
    const constant = code.shl(code.i64(-3), code.i64(by))
    assert.ok(code.isConst(constant))
    const operand = code.extendS(code.local(0, TYPES.I32))
    code.emit(code.eq(constant, code.shl(operand, code.i64(by))))
    const module = new ModuleWriter()
    module.exportFunction("same", module.function(module.type([TYPES.I32], [TYPES.I32]), [], code.out))
    const { same } = instantiate(module.finish(), {})
    assert.is((same as (value: number) => number)(-3), 1, `by ${by}`)
  }
})

test.run()
