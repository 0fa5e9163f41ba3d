// SPDX-License-Identifier: BSD-2-Clause
//
// Every encoding of FP arithmetic and conversion against the answers of qemu-aarch64 in every rounding mode, with
// flushing, default NaNs and the alternative halves; all halves where an instruction takes them.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import type { Translation } from "../../runtime.ts"
import { ANSWERS } from "./answers-table.ts"
import { ANSWER_SIZE, type Case, cases, hash, lineOf } from "./cases.ts"
import { Ours } from "./ours.ts"
import { answersOfQemu } from "./qemu.ts"
import { qemuVersion } from "../../oracle/qemu.ts"

const test = suite("software FP: answers")
const all = cases()

/** What differs, by name, with the numbers of the modes. */
function differing(ours: Ours, from: readonly Case[]): string[] {
  return from.flatMap((one) => {
    const got = lineOf(ours.answers(one)).split(" ")
    const expected = (ANSWERS[one.name] ?? "").split(" ")
    const modes = got.flatMap((value, mode) => (value === expected[mode] ? [] : [mode]))
    return modes.length === 0 ? [] : [`${one.name}: modes ${modes.join()}`]
  })
}

test("the table has a line for every case and no other", () => {
  assert.equal(Object.keys(ANSWERS).toSorted(), all.map(({ name }) => name).toSorted())
  for (const { name, modes } of all) assert.is(ANSWERS[name].split(" ").length, modes.length, name)
})

const TIERS: ReadonlyArray<readonly [Translation, string]> = [
  ["off", "the interpreter"],
  ["eager", "translated code"],
]
for (const [translation, what] of TIERS) {
  test(`${what} gives the answers of the table: values and flags`, () => {
    const ours = new Ours(translation)
    assert.equal(differing(ours, all), [])
    assert.is(ours.regions >= all.length, translation === "eager")
  })
}

test("one bit of one answer changes the hash", () => {
  const answers = new Uint8Array(40 * ANSWER_SIZE)
  const before = hash(answers)
  for (const at of [0, 15, 24, 31, answers.length - 1]) {
    answers[at] ^= 0x80
    assert.is.not(hash(answers), before)
    answers[at] ^= 0x80
  }
})

test("qemu still gives the table's answers, for some encodings", () => {
  const version = qemuVersion()
  if (version === undefined) {
    process.stderr.write("skipped: qemu-aarch64 is not installed (Debian: qemu-user)\n")
    return
  }
  for (const one of all.filter((_, n) => n % 60 === 7)) {
    assert.is(lineOf(answersOfQemu(one)), ANSWERS[one.name], `${one.name} by ${version}`)
  }
})

test.run()
