// SPDX-License-Identifier: BSD-2-Clause
//
// Exceptions that instructions ask for, FP traps, and the traps and wake-ups of WFI and WFE.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as G from "../host.ts"
import * as L from "../layout.ts"
import * as T from "../mmu/testing.ts"
import { WAIT_SEV, WAIT_SEVL, WAIT_WFE, WAIT_WFI } from "./generate.ts"

const test = suite("exceptions/generate")
const TWI = 1n << 13n
const TWE = 1n << 14n

const esr = (m: T.TestMachine) => T.field(m, L.EXC_ESR_I32) >>> 0
const kind = (m: T.TestMachine) => T.field(m, L.EXC_KIND_I32)

function raised(m: T.TestMachine, what: number, imm = 0): [number, number] {
  assert.is(m.host.generate(m.cpu, what, imm), L.R_FAULT)
  return [kind(m), esr(m)]
}

test("classes and immediates at EL1", () => {
  const m = T.testMachine()
  T.setWide(m, L.PC, 0x4002n)
  assert.equal(raised(m, G.GEN_SVC, 0xffff), [L.EXC_SYNC, 0x5600_ffff])
  assert.equal(raised(m, G.GEN_HVC, 1), [L.EXC_EL2, 0x5a00_0001])
  assert.equal(raised(m, G.GEN_SMC, 2), [L.EXC_EL2, 0x5e00_0002])
  assert.equal(raised(m, G.GEN_BRK, 0x800), [L.EXC_SYNC, 0xf200_0800])
  assert.equal(raised(m, G.GEN_HLT, 3), [L.EXC_SYNC, 0x0200_0000])
  assert.equal(raised(m, G.GEN_UNDEFINED), [L.EXC_SYNC, 0x0200_0000])
  assert.equal(raised(m, G.GEN_SP_ALIGN), [L.EXC_SYNC, 0x9a00_0000])
  assert.equal(raised(m, G.GEN_PC_ALIGN), [L.EXC_SYNC, 0x8a00_0000])
  assert.is(T.wide(m, L.EXC_FAR), 0x4002n)
  assert.throws(() => m.host.generate(m.cpu, 99, 0), "no exception of kind 99")
})

test("HVC and SMC are undefined at EL0, HVC also with HCR.HCD; MDCR.TDE takes BRK to EL2", () => {
  const m = T.testMachine()
  T.setSlot(m, "HCR_EL2", 1n << 29n)
  assert.equal(raised(m, G.GEN_HVC), [L.EXC_SYNC, 0x0200_0000])
  T.setSlot(m, "MDCR_EL2", 1n << 8n)
  assert.equal(raised(m, G.GEN_BRK), [L.EXC_EL2, 0xf200_0000])
  T.setSlot(m, "HCR_EL2", 0n)
  T.setEl(m, 0)
  assert.equal(raised(m, G.GEN_HVC), [L.EXC_SYNC, 0x0200_0000])
  assert.equal(raised(m, G.GEN_SMC), [L.EXC_SYNC, 0x0200_0000])
})

test("FP is trapped by CPACR.FPEN to EL1 and by CPTR_EL2.TFP to EL2", () => {
  const m = T.testMachine()
  const open = (fpen: number, el: 0 | 1) => {
    T.setSlot(m, "CPACR_EL1", BigInt(fpen) << 20n)
    T.setEl(m, el)
    return m.host.generate(m.cpu, G.GEN_FP_TRAP, 0) === L.R_NEXT
  }
  assert.equal(
    [0, 1, 2, 3].map((fpen) => [open(fpen, 0), open(fpen, 1)]),
    [
      [false, false],
      [false, true],
      [false, false],
      [true, true],
    ],
  )
  T.setSlot(m, "CPACR_EL1", 0n)
  assert.equal(raised(m, G.GEN_FP_TRAP), [L.EXC_SYNC, 0x1fe0_0000])
  T.setSlot(m, "CPACR_EL1", 3n << 20n)
  T.setSlot(m, "CPTR_EL2", 1n << 10n)
  assert.equal(raised(m, G.GEN_FP_TRAP), [L.EXC_EL2, 0x1fe0_0000])
})

test("WFI is trapped by HCR.TWI unless an interrupt waits, even a masked one", () => {
  const m = T.testMachine()
  T.setSlot(m, "HCR_EL2", TWI)
  assert.is(m.host.wait(m.cpu, WAIT_WFI), L.R_FAULT)
  assert.equal([kind(m), esr(m)], [L.EXC_EL2, 0x07e0_0000])
  T.setField(m, L.DAIF_I32, 0x3c0)
  T.setField(m, L.VIRQ_I32, 1)
  assert.is(m.host.wait(m.cpu, WAIT_WFI), L.R_NEXT)
})

test("an untrapped WFI stops the CPU and says that it waits", () => {
  const m = T.testMachine()
  T.setField(m, L.STOP_I32, 0)
  assert.is(m.host.wait(m.cpu, WAIT_WFI), L.R_STOP)
  assert.is(T.field(m, L.STOP_I32), 1)
  assert.is(T.field(m, L.WFI_I32), 1)
})

test("EL0's WFI and WFE are EL1's to trap before they are EL2's", () => {
  const m = T.testMachine()
  T.setSlot(m, "HCR_EL2", TWI | TWE)
  T.setEl(m, 0)
  m.host.wait(m.cpu, WAIT_WFI)
  assert.equal([kind(m), esr(m)], [L.EXC_SYNC, 0x07e0_0000])
  T.setSlot(m, "SCTLR_EL1", (1n << 16n) | (1n << 18n))
  m.host.wait(m.cpu, WAIT_WFE)
  assert.equal([kind(m), esr(m)], [L.EXC_EL2, 0x07e0_0001])
})

test("WFE passes once after an event: SEVL here, SEV everywhere, an exception return", () => {
  const m = T.testMachine(2)
  const other = m.cpu + L.CPU_BLOCK_SIZE
  T.setSlot(m, "HCR_EL2", TWE)
  T.setSlot(m, "HCR_EL2", TWE, other)
  const waits = (cpu: number) => m.host.wait(cpu, WAIT_WFE) === L.R_FAULT
  assert.is(m.host.wait(m.cpu, WAIT_SEVL), L.R_NEXT)
  assert.equal([waits(m.cpu), waits(m.cpu), waits(other)], [false, true, true])
  assert.is(m.host.wait(m.cpu, WAIT_SEV), L.R_NEXT)
  assert.equal([waits(m.cpu), waits(other), waits(other)], [false, false, true])
  T.setSlot(m, "SPSR_EL1", 5n)
  m.host.eret(m.cpu)
  assert.equal([waits(m.cpu), waits(m.cpu)], [false, true])
  T.setSlot(m, "HCR_EL2", 0n)
  assert.is(m.host.wait(m.cpu, WAIT_WFE), L.R_STOP, "untrapped it only gives others their turn")
  assert.is(T.field(m, L.WFI_I32), 0)
})

test.run()
