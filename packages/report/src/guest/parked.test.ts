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

test("a condition on what nothing in the loop changes is one of them", () => {
  const holds = (words: readonly number[], x0: bigint, pstate = 0) =>
    isParked({
      pc: BASE,
      masked: true,
      wordAt: (va) => words[Number(va - BASE) / 4],
      register: (n) => (n === 0 ? x0 : 0n),
      pstate,
    })
  const [CBZ, CBNZ_W, TBNZ_40, EQ, NE, HI] = [
    0xb4000000, 0x35000000, 0xb7400000, 0x54000000, 0x54000001, 0x54000008,
  ]
  const [Z, C] = [1 << 30, 1 << 29]
  assert.ok(holds([CBZ], 0n))
  assert.not(holds([CBZ], 1n), "it goes on behind")
  assert.ok(holds([CBNZ_W], 1n))
  assert.not(holds([CBNZ_W], 1n << 32n), "the lower half is 0")
  assert.ok(holds([TBNZ_40], 1n << 40n))
  assert.not(holds([TBNZ_40], 1n << 39n))
  assert.ok(holds([EQ], 0n, Z))
  assert.not(holds([EQ], 0n))
  assert.ok(holds([NE], 0n))
  assert.ok(holds([HI], 0n, C))
  assert.not(holds([HI], 0n, C | Z))
  assert.ok(holds([NE, B_SELF], 0n, Z), "not taken, and on to the next")
  // MOVZ X0, #0; CBZ X0, back to it
  assert.ok(holds([0xd2800000, 0xb4ffffe0], 5n), "a constant is one however the loop was come by")
  // ADD X0, X0, #1; CBNZ X0, back to it
  assert.not(holds([0x91000400, 0xb5ffffe0], 5n), "it may come to 0")
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
