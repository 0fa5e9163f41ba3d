// SPDX-License-Identifier: BSD-2-Clause
//
// Makes the table of FP answers anew by qemu-aarch64 (Debian: qemu-user) and compares both tiers with it, input by
// input. Usage: node --conditions @vmm/source --import tsx scripts/fp-answers.ts [--write]. Exit code 0 when all
// agree, 1 on a difference.

import { writeFileSync } from "node:fs"
import {
  ANSWER_SIZE,
  type Case,
  cases,
  INPUT_SIZE,
  lineOf,
} from "../packages/kernel/src/cpu/softfp/answers/cases.ts"
import { Ours } from "../packages/kernel/src/cpu/softfp/answers/ours.ts"
import { answersOfQemu } from "../packages/kernel/src/cpu/softfp/answers/qemu.ts"

const TABLE = new URL("../packages/kernel/src/cpu/softfp/answers/answers-table.ts", import.meta.url)
const HEAD = `// SPDX-License-Identifier: BSD-2-Clause
//
// Hashes of the answers of qemu-aarch64 7.2 (cortex-a53) to cases.ts, one for each mode. Made by
// scripts/fp-answers.ts --write; not edited by hand.

export const ANSWERS: Readonly<Record<string, string>> = {
`

const hex = (bytes: Uint8Array) => Buffer.from(bytes).reverse().toString("hex")

const answer = (who: string, x: Uint8Array) =>
  `  ${who}: V0 ${hex(x.subarray(0, 16))} X0 ${hex(x.subarray(16, 24))} ` +
  `FPSR ${hex(x.subarray(24, 28))} NZCV ${hex(x.subarray(28, 32))}`

/** The first input that has another answer, in words. */
function difference(
  one: Case,
  tier: string,
  ours: readonly Uint8Array[],
  theirs: readonly Uint8Array[],
): string | undefined {
  for (const [mode, { fpcr, fpsr }] of one.modes.entries()) {
    const [left, right] = [ours[mode] ?? new Uint8Array(0), theirs[mode] ?? new Uint8Array(0)]
    for (let at = 0; at < left.length; at += ANSWER_SIZE) {
      const [a, b] = [left.subarray(at, at + ANSWER_SIZE), right.subarray(at, at + ANSWER_SIZE)]
      if (Buffer.compare(a, b) === 0) continue
      const input = one.inputs.subarray((at / ANSWER_SIZE) * INPUT_SIZE)
      const operands = [0, 1, 2, 3].map((n) => `  V${n} ${hex(input.subarray(n * 16, n * 16 + 16))}`)
      const modes = `FPCR ${fpcr.toString(16)}, FPSR ${fpsr.toString(16)}`
      const where = `${one.name} (${one.word.toString(16)}), ${tier}, ${modes}`
      return [where, ...operands, answer("ours", a), answer("qemu", b)].join("\n")
    }
  }
  return undefined
}

const tiers = [
  { name: "interpreter", ours: new Ours("off") },
  { name: "regions", ours: new Ours("eager") },
]
const lines: string[] = []
let failed = 0
const all = cases()
for (const one of all) {
  const theirs = answersOfQemu(one)
  lines.push(`  ${JSON.stringify(one.name)}:\n    "${lineOf(theirs)}",\n`)
  for (const { name, ours } of tiers) {
    const found = difference(one, name, ours.answers(one), theirs)
    if (found === undefined) continue
    failed += 1
    console.log(found)
  }
}
if (process.argv.includes("--write")) writeFileSync(TABLE, `${HEAD}${lines.join("")}}\n`)
const count = all.reduce((sum, { inputs, modes }) => sum + (inputs.length / INPUT_SIZE) * modes.length, 0)
console.log(
  `${all.length} encodings, ${count.toLocaleString("en-US")} answers, ${failed} encodings and tiers differ`,
)
process.exitCode = failed === 0 ? 0 : 1
