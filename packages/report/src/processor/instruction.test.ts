// SPDX-License-Identifier: BSD-2-Clause
//
// Assembly text against objdump's, over words at random.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { instructionText } from "./instruction.ts"
import { loadStoreText } from "./load-store-text.ts"
import { disassembled, HAVE_BINUTILS } from "./oracle.ts"

const test = suite("report: instructions")
if (!HAVE_BINUTILS) {
  process.stdout.write("skipped: binutils for arm64 (Debian: binutils-aarch64-linux-gnu) are not installed\n")
}
const withBinutils = HAVE_BINUTILS ? test : test.skip

const SAMPLES: ReadonlyArray<readonly [word: number, text: string]> = [
  [0xb9000841, "str w1, [x2, #8]"],
  [0xb8404c41, "ldr w1, [x2, #4]!"],
  [0xf85f8fe0, "ldr x0, [sp, #-8]!"],
  [0x38401441, "ldrb w1, [x2], #1"],
  [0x79c00841, "ldrsh w1, [x2, #4]"],
  [0xa9bf7bfd, "stp x29, x30, [sp, #-16]!"],
  [0x3dc00041, "ldr q1, [x2]"],
  [0xb8626841, "ldr w1, [x2, x2]"],
  [0x88dffc41, "ldar w1, [x2]"],
  [0xc85ffc41, "ldaxr x1, [x2]"],
  [0xc87f0c41, "ldxp x1, x3, [x2]"],
  [0x58000041, "ldr x1, .+8"],
  [0xb8210062, "ldadd w1, w2, [x3]"],
  [0xf8e18062, "swpal x1, x2, [x3]"],
  [0xb821005f, "stadd w1, [x2]"],
  [0x88a17c62, "cas w1, w2, [x3]"],
  [0xc8e1fc62, "casal x1, x2, [x3]"],
  [0xf8bfc041, "ldapr x1, [x2]"],
  [0xd4000003, "smc #0x0"],
  [0xd4210000, "brk #0x800"],
  [0xd503207f, "wfi"],
  [0xd51ee4a0, "msr S3_6_C14_C4_5, x0"],
  [0xd5381000, "mrs x0, sctlr_el1"],
  [0xd50b7e20, "dc civac, x0"],
  [0xd508831f, "tlbi vmalle1is"],
  [0x8b020020, ".inst 0x8b020020"],
]

for (const [word, text] of SAMPLES) {
  test(`0x${word.toString(16)} is ${text}`, () =>
    assert.is(instructionText(word).toLowerCase(), text.toLowerCase()))
}

test("the base of a load or store comes with what is added to it, nothing for post-index", () => {
  assert.equal(loadStoreText(0xa9bf7bfd)?.base, { register: 31, offset: -16 })
  assert.equal(loadStoreText(0x38401441)?.base, { register: 2, offset: 0 })
  assert.is(loadStoreText(0xb8626841)?.base, undefined)
})

/** A small generator of its own, so that a failure can be repeated (xorshift, Marsaglia). */
function* randomWords(seed: number, count: number): Generator<number> {
  let state = seed
  for (let i = 0; i < count; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    yield state >>> 0
  }
}

/** objdump prints literals as addresses, and aliases that this reader does not have. */
function comparable(mine: string, theirs: string): boolean {
  return !mine.includes(", .") && !/^(undefined|\.inst)/.test(theirs)
}

withBinutils("loads and stores at random read as objdump reads them", () => {
  // op0 of a load or store: bit 27 set, bit 25 clear.
  const words = [...randomWords(20260101, 20_000)].map((word) => ((word | 0x0800_0000) & ~0x0200_0000) >>> 0)
  const theirs = disassembled(words)
  assert.is(theirs.length, words.length)
  let compared = 0
  words.forEach((word, index) => {
    const mine = loadStoreText(word)?.text
    const other = theirs[index] ?? ""
    if (mine === undefined || !comparable(mine, other)) return
    compared += 1
    assert.is(mine, other, `0x${word.toString(16)}: ${mine}, and objdump: ${other}`)
  })
  assert.ok(compared > 5000, `${compared} words were compared`)
})

test.run()
