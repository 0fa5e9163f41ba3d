// SPDX-License-Identifier: BSD-2-Clause
//
// First instructions of small programs, as the assemblers of their processors give them.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { foreignCode } from "./foreign-code.ts"

const test = suite("code of other processors")

const bytesOf = (words: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(words).buffer)

test("each of them is told", () => {
  // mov r1, #0x9000000; mov r0, #65; str r0, [r1]; b .
  assert.is(foreignCode(bytesOf([0xe3a01409, 0xe3a00041, 0xe5810000, 0xeafffffe])), "32-bit Arm")
  // auipc sp, 0; addi sp, sp, 16; csrw mtvec, t0; jal ra, 8
  assert.is(foreignCode(bytesOf([0x117, 0x10113, 0x30529073, 0x8000ef])), "RISC-V")
  // endbr64; push %rbp; mov %rsp, %rbp
  assert.is(foreignCode(Uint8Array.of(0xf3, 0x0f, 0x1e, 0xfa, 0x55, 0x48, 0x89, 0xe5)), "x86-64")
  assert.is(foreignCode(Uint8Array.of(0x55, 0x48, 0x89, 0xe5, 0xc3, 0, 0, 0)), "x86-64")
  const sector = new Uint8Array(512)
  sector.set([0xeb, 0x3c, 0x90])
  sector.set([0x55, 0xaa], 510)
  assert.is(foreignCode(sector), "x86, a boot sector")
})

// movz x1, #0x900, lsl #16; movz w0, #65; str w0, [x1]; b .
const A64 = [0xd2a12001, 0x52800820, 0xb9000020, 0x14000000]

test("A64 is told with its bytes the other way round alone", () => {
  assert.is(foreignCode(bytesOf(A64)), undefined)
  assert.is(foreignCode(bytesOf(A64).map((_, n, all) => all[n ^ 3] ?? 0)), "arm64, big-endian")
})

test("too few instructions, data and nothing say nothing", () => {
  assert.is(foreignCode(bytesOf([0xe3a01409, 0xeafffffe])), undefined)
  assert.is(foreignCode(new Uint8Array(64)), undefined)
  assert.is(foreignCode(new Uint8Array(0)), undefined)
  assert.is(foreignCode(Uint8Array.from({ length: 64 }, (_, n) => n)), undefined)
})

test.run()
