// SPDX-License-Identifier: BSD-2-Clause
//
// The access syndrome of instruction words as GNU as encodes them.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { accessSyndrome } from "./syndrome.ts"

const test = suite("mmu/syndrome")

/** Word, then SAS, SSE, SRT, SF, AR. */
const VALID: readonly [string, number, readonly [number, number, number, number, number]][] = [
  ["ldr w1, [x2, #4]", 0xb9400441, [2, 0, 1, 0, 0]],
  ["str x3, [x4, #8]", 0xf9000483, [3, 0, 3, 1, 0]],
  ["ldrb w5, [x6]", 0x394000c5, [0, 0, 5, 0, 0]],
  ["strh w7, [x8, #2]", 0x79000507, [1, 0, 7, 0, 0]],
  ["ldrsb x9, [x10]", 0x39800149, [0, 1, 9, 1, 0]],
  ["ldrsb w9, [x10]", 0x39c00149, [0, 1, 9, 0, 0]],
  ["ldrsh w11, [x12]", 0x79c0018b, [1, 1, 11, 0, 0]],
  ["ldrsw x13, [x14]", 0xb98001cd, [2, 1, 13, 1, 0]],
  ["ldur x15, [x16, #-3]", 0xf85fd20f, [3, 0, 15, 1, 0]],
  ["sttr w17, [x18]", 0xb8000a51, [2, 0, 17, 0, 0]],
  ["ldr x19, [x20, x21, lsl #3]", 0xf8757a93, [3, 0, 19, 1, 0]],
  ["str wzr, [x0]", 0xb900001f, [2, 0, 31, 0, 0]],
  ["ldr x1, literal", 0x58000001, [3, 0, 1, 1, 0]],
  ["ldr w2, literal", 0x18000002, [2, 0, 2, 0, 0]],
  ["ldrsw x3, literal", 0x98000003, [2, 1, 3, 1, 0]],
  ["ldar w4, [x5]", 0x88dffca4, [2, 0, 4, 0, 1]],
  ["stlr x6, [x7]", 0xc89ffce6, [3, 0, 6, 1, 1]],
  ["ldarb w8, [x9]", 0x08dffd28, [0, 0, 8, 0, 1]],
  ["stlrh w10, [x11]", 0x489ffd6a, [1, 0, 10, 0, 1]],
]

const INVALID: readonly [string, number][] = [
  ["ldr x1, [x2], #8", 0xf8408441],
  ["str w1, [x2, #4]!", 0xb8004c41],
  ["ldp x1, x2, [x3]", 0xa9400861],
  ["ldxr x1, [x2]", 0xc85f7c41],
  ["stlxr w1, x2, [x3]", 0xc801fc62],
  ["stxp w1, x2, x3, [x4]", 0xc8210c82],
  ["ldr q1, [x2]", 0x3dc00041],
  ["ldr d1, literal", 0x5c000001],
  ["str b1, [x2]", 0x3d000041],
  ["ldr q1, [x2, x3]", 0x3ce36841],
  ["prfm pldl1keep, [x1]", 0xf9800020],
  ["prfum pldl1keep, [x1, #-1]", 0xf89ff020],
  ["prfm pldl1keep, literal", 0xd8000000],
  ["add x1, x2, x3", 0x8b030041],
  ["no instruction", 0],
]

test("loads and stores of one general register without writeback are described", () => {
  for (const [text, word, [sas, sse, srt, sf, ar]] of VALID) {
    const expected = (1 << 24) | (sas << 22) | (sse << 21) | (srt << 16) | (sf << 15) | (ar << 14)
    assert.is(accessSyndrome(word), expected, text)
  }
})

test("writeback, pairs, exclusives, vectors and prefetches have no valid syndrome", () => {
  for (const [text, word] of INVALID) assert.is(accessSyndrome(word), 0, text)
})

test.run()
