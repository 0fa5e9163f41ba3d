// SPDX-License-Identifier: BSD-2-Clause
//
// Guests that write into the tables that map the very page they write to, without invalidating anything: what is seen
// of it is one thing in both tiers (Arm ARM DDI 0487, D8.14, leaves it open).

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { GUEST, HostileMachine } from "./machine.ts"

const test = suite("cpu/fuzz: own tables")

const LEVEL2 = GUEST + 0x1000
const LEVEL3 = GUEST + 0x2000
const CODE = GUEST + 0x3000
const LIST = GUEST + 0x4000
const HARMLESS = GUEST + 0x5000
/** Page 2 of the address space is its own level-3 table, page 3 is any memory. */
const OWN = 0x2000n
const OTHER = 0x3000n
const TABLE = 3n
/** A page of Device-nGnRnE memory (MAIR_EL1's attribute 1), which no TLB keeps, and a block of ordinary memory. */
const DEVICE_PAGE = 0x707n
const BLOCK = 0x701n
const TURNS = 6
const MACHINES = (["off", "eager", "recorded"] as const).map((translation) => new HostileMachine(translation))

/** LDR X1, [X4], #8; `store`; SUBS X5, X5, #1; B.NE to the first; B to itself. */
const loopWith = (store: number) => [0xf8408481, store, 0xf10004a5, 0x54ffffa1, 0x14000000]

/** Runs the store in turn at addresses of which the last is the descriptor of its own page. */
function run(machine: HostileMachine, store: number): HostileMachine {
  machine.reset()
  const put = (pa: number, value: bigint) =>
    machine.view.setBigUint64(machine.memory.hostOffset(pa), value, true)
  put(GUEST, BigInt(LEVEL2) | TABLE)
  put(GUEST + 8, BigInt(GUEST) | BLOCK)
  put(LEVEL2, BigInt(LEVEL3) | TABLE)
  put(LEVEL3 + 16, BigInt(LEVEL3) | DEVICE_PAGE)
  put(LEVEL3 + 24, BigInt(HARMLESS) | DEVICE_PAGE)
  const host = machine.memory.hostOffset(CODE)
  loopWith(store).forEach((word, n) => machine.view.setUint32(host + n * 4, word, true))
  for (let n = 0; n < TURNS; n++) put(LIST + n * 8, n === TURNS - 1 ? OWN + 16n : OTHER)
  const { cpu } = machine
  cpu.setSysreg("HCR_EL2", 1n << 31n)
  cpu.setSysreg("MAIR_EL1", 0xffn)
  cpu.setSysreg("TCR_EL1", 25n | (1n << 23n))
  cpu.setSysreg("TTBR0_EL1", BigInt(GUEST))
  cpu.setSysreg("SCTLR_EL1", 0x30d0_0801n)
  cpu.setSysreg("CPACR_EL1", 3n << 20n)
  cpu.setReg(2, 0n)
  cpu.setReg(3, 0x1234n)
  cpu.setReg(4, BigInt(LIST))
  cpu.setReg(5, BigInt(TURNS))
  cpu.pstate = 0x3c5
  cpu.pc = BigInt(CODE)
  machine.run(TURNS * 4 + 1)
  return machine
}

test("a pair of registers is stored by one translation", () => {
  for (const machine of MACHINES) {
    const { cpu, memory } = run(machine, 0xa9000c22)
    assert.is(cpu.sysreg("ESR_EL1"), 0n, "no fault between its halves")
    assert.is(cpu.pc, BigInt(CODE + 16))
    assert.is(memory.readU32(LEVEL3 + 16), 0)
    assert.is(memory.readU32(LEVEL3 + 24), 0x1234)
  }
  assert.ok(MACHINES[1].engine.runtime.translator.counts.regions > 0)
})

/** STP Q0, Q1, [X1]; ST1 {V0.16B-V3.16B}, [X1]; ST2 {V0.2D, V1.2D}, [X1]; STP W2, W3, [X1]; ST1 {V0.D}[1], [X1]. */
const OTHERS = [0xad000420, 0x4c002020, 0x4c008c20, 0x29000c22, 0x4d008420]

test("whatever else stores more than once, both tiers fault at the same place", () => {
  for (const store of OTHERS) {
    const seen = MACHINES.map((machine) => {
      const { cpu, memory } = run(machine, store)
      const table = [2, 3, 4, 5, 6, 7].map((n) => memory.readU32(LEVEL3 + n * 8))
      return { esr: cpu.sysreg("ESR_EL1"), far: cpu.sysreg("FAR_EL1"), pc: cpu.pc, table }
    })
    assert.is.not(seen[0].table[0], 0x4000_2707, "the last turn was reached")
    assert.equal(seen[1], seen[0], store.toString(16))
    assert.equal(seen[2], seen[0], store.toString(16))
  }
})

test.run()
