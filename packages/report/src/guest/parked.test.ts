// SPDX-License-Identifier: BSD-2-Clause
//
// Loops that nothing ends, and their neighbours that something may.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { isParked } from "./parked.ts"

const test = suite("vCPUs that have halted themselves")
const [WFI, WFE, NOP, DSB, B_SELF, B_BACK] = [
  0xd503207f, 0xd503205f, 0xd503201f, 0xd5033f9f, 0x14000000, 0x17ffffff,
]
const BASE = 0xffff_8000_0800_0000n

const parked = (words: readonly number[], at = 0, masked = true): boolean =>
  isParked({ pc: BASE + BigInt(4 * at), masked, wordAt: (va) => words[Number(va - BASE) / 4] })

test("a branch to itself, and a wait that is begun again, with interrupts masked", () => {
  assert.ok(parked([B_SELF]))
  assert.ok(parked([WFI, B_BACK]))
  assert.ok(parked([WFI, B_BACK], 1), "behind the wait")
  assert.ok(parked([NOP, DSB, B_SELF]), "on its way there")
  assert.ok(parked([WFE, WFI, 0x17fffffe]), "cpu_park_loop")
})

test("what an interrupt, a register or memory may end is none", () => {
  assert.not(parked([B_SELF], 0, false))
  const [LDR, CBZ, MRS, RET] = [0xb9400020, 0x34ffffe0, 0xd53be040, 0xd65f03c0]
  assert.not(parked([WFE, LDR, CBZ]))
  assert.not(parked([MRS, B_BACK]))
  assert.not(parked([WFI, RET]))
  assert.not(parked([NOP, NOP]), "nothing is known of what follows")
})

test.run()
