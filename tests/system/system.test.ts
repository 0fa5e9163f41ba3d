// SPDX-License-Identifier: BSD-2-Clause
//
// Bare-metal guests print the same lines in our machine and under qemu-system-aarch64: exceptions, translation,
// TLB maintenance, code that changes, interrupts and timers.

import { readFileSync } from "node:fs"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import {
  assemble,
  codeFile,
  expectedLines,
  GUESTS,
  hasAssembler,
  hasQemu,
  underOurs,
  underQemu,
} from "./tools.ts"

const test = suite("system")
const skipped = (what: string) => {
  process.stdout.write(`skipped: ${what} is not installed\n`)
  return test.skip
}
const withAssembler = hasAssembler() ? test : skipped("gcc-aarch64-linux-gnu")
const withQemu = hasQemu() ? test : skipped("qemu-system-aarch64")

for (const name of GUESTS) {
  for (const translation of ["off", "eager"] as const) {
    test(`${name} prints qemu's lines, translation ${translation}`, () => {
      assert.is(underOurs(name, translation), expectedLines(name))
    })
  }
  withQemu(`${name} prints the checked-in lines under qemu`, () => {
    assert.is(underQemu(name), expectedLines(name))
  })
  withAssembler(`${name}'s machine code is that of its source`, () => {
    assert.ok(assemble(name).equals(readFileSync(codeFile(name))))
  })
}

test.run()
