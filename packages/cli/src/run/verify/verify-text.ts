// SPDX-License-Identifier: BSD-2-Clause
//
// The first difference between interpreter and translated code, told in words.

import type { Parted } from "./verify.ts"

const MOST_LINES = 24

/** The difference in words, one line each. */
export function partedText({ from, to, differences, at }: Parted): readonly string[] {
  const [known, shown] = [to - from === 1, differences.slice(0, MOST_LINES)]
  const where = known ? `at instruction ${to}` : `between instructions ${from} and ${to}`
  const word = at?.word === undefined ? "no word" : at.word.toString(16).padStart(8, "0")
  const left = differences.length - shown.length
  return [
    `verify: the interpreter and translated code part ${where}`,
    ...(at === undefined ? [] : [`  vCPU ${at.cpu}, PC 0x${at.pc.toString(16)}: ${word} (${at.name})`]),
    ...(at?.interrupted === true
      ? ["  an interrupt was due there: the instruction may be its handler's first"]
      : []),
    ...shown.map(({ name, ours, theirs }) => `  ${name}: ${ours} interpreted, ${theirs} translated`),
    ...(left > 0 ? [`  and ${left} more`] : []),
  ]
}
