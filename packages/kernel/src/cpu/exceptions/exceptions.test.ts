// SPDX-License-Identifier: BSD-2-Clause
//
// Exception entry, return and PSTATE against the manual: vectors, saved state, masking, stack pointers.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { GEN_HVC, GEN_SVC, GEN_UNDEFINED } from "../host.ts"
import * as L from "../layout.ts"
import * as T from "../mmu/testing.ts"

const test = suite("exceptions")
const VBAR = 0xffff_ff80_0001_0800n
const PC = 0xffff_ff80_0000_1234n & ~3n

function setUp(): T.TestMachine {
  const m = T.testMachine()
  T.setSlot(m, "VBAR_EL1", VBAR | 0x7ffn)
  T.setWide(m, L.PC, PC)
  T.setWide(m, L.SP, 0x1111n)
  T.setSlot(m, "SP_EL0", 0x2222n)
  return m
}

test("PSTATE is packed and unpacked as SPSR has it, flag by flag", () => {
  const m = setUp()
  for (let flags = 0; flags < 16; flags++) {
    const spsr = (flags << 28) | (3 << 20) | (5 << 6) | 4 | 0
    m.pstate.set(m.cpu, spsr)
    assert.is(m.pstate.get(m.cpu), spsr)
  }
  // The split fields as the generated code leaves them.
  T.setWide(m, L.NF, 0x8000_0000_0000_0001n)
  T.setWide(m, L.ZF, 1n << 40n)
  T.setWide(m, L.VF, 1n << 63n)
  T.setField(m, L.CF_I32, 1)
  assert.is(m.pstate.nzcv(m.cpu) >>> 28, 0b1011)
})

test("a synchronous exception saves state, masks everything and enters EL1h", () => {
  const m = setUp()
  m.pstate.set(m.cpu, 0x6000_0005 | 0)
  m.host.generate(m.cpu, GEN_UNDEFINED, 0)
  assert.is(m.host.deliver(m.cpu), 0)
  assert.is(T.slotValue(m, "SPSR_EL1"), 0x6000_0005n)
  assert.is(T.slotValue(m, "ELR_EL1"), PC)
  assert.is(T.slotValue(m, "ESR_EL1"), 0x0200_0000n)
  assert.is(T.wide(m, L.PC), VBAR + 0x200n)
  assert.is(m.pstate.get(m.cpu) & 0x3ff, 0x3c5)
  assert.is(T.wide(m, L.SP), 0x1111n)
})

test("the vector depends on where the exception comes from", () => {
  const cases: readonly [number, bigint][] = [
    [0, 0x400n],
    [4, 0n],
    [5, 0x200n],
  ]
  for (const [mode, offset] of cases) {
    const kinds: readonly [(m: T.TestMachine) => void, bigint][] = [
      [(m) => m.exceptions.takeIrq(m.cpu), 0x80n],
      [(m) => m.exceptions.takeFiq(m.cpu), 0x100n],
      [(m) => m.exceptions.takeSError(m.cpu), 0x180n],
    ]
    for (const [take, kind] of kinds) {
      const m = setUp()
      m.pstate.set(m.cpu, mode)
      take(m)
      assert.is(T.wide(m, L.PC), VBAR + offset + kind, `mode ${mode}`)
      assert.is(T.field(m, L.BANK_I32) - T.field(m, L.BANK_UNPRIV_I32), L.BANK_SIZE)
    }
  }
})

test("stack pointers are swapped on the way in and out", () => {
  const m = setUp()
  m.pstate.set(m.cpu, 0)
  assert.is(T.wide(m, L.SP), 0x2222n)
  m.host.generate(m.cpu, GEN_SVC, 7)
  m.host.deliver(m.cpu)
  assert.is(T.wide(m, L.SP), 0x1111n)
  assert.is(T.slotValue(m, "SP_EL0"), 0x2222n)
  assert.is(T.slotValue(m, "ELR_EL1"), PC + 4n, "SVC returns behind itself")
  assert.is(T.slotValue(m, "ESR_EL1"), 0x5600_0007n)
  assert.is(m.host.eret(m.cpu), L.R_JUMP)
  assert.is(T.wide(m, L.SP), 0x2222n)
  assert.is(T.wide(m, L.PC), PC + 4n)
  assert.is(m.pstate.get(m.cpu), 0)
  assert.is(T.field(m, L.BANK_I32), T.field(m, L.BANK_UNPRIV_I32))
})

test("aborts set FAR_EL1; other exceptions leave it", () => {
  const m = setUp()
  T.setSlot(m, "FAR_EL1", 0x77n)
  m.host.generate(m.cpu, GEN_SVC, 0)
  m.host.deliver(m.cpu)
  assert.is(T.slotValue(m, "FAR_EL1"), 0x77n)
  T.setWide(m, L.VA, 0x1_2345_6789_abcdn)
  assert.is(m.host.memRead(m.cpu, 1, 0), L.M_FAULT)
  m.host.deliver(m.cpu)
  assert.is(T.slotValue(m, "FAR_EL1"), 0x1_2345_6789_abcdn)
  assert.is(T.slotValue(m, "ESR_EL1"), 0x9600_0000n, "address size fault, level 0")
})

test("an exception to EL2 leaves the run loop with PC, also HVC's", () => {
  const m = setUp()
  m.host.generate(m.cpu, GEN_HVC, 0x1234)
  assert.is(m.host.deliver(m.cpu), 1)
  assert.is(T.wide(m, L.PC), PC)
  assert.is(T.slotValue(m, "ESR_EL2"), 0x5a00_1234n)
  assert.is(m.pstate.get(m.cpu) & 15, 5)
})

test("a stage 2 abort shows FAR_EL2 and HPFAR_EL2, and PC stays", () => {
  const m = setUp()
  T.setSlot(m, "VTCR_EL2", 0x8002_3558n)
  T.setSlot(m, "VTTBR_EL2", BigInt(T.RAM))
  T.setSlot(m, "HCR_EL2", 1n)
  T.setWide(m, L.VA, 0x12_3456_7898n)
  assert.is(m.host.memRead(m.cpu, 4, 0), L.M_FAULT)
  assert.is(m.host.deliver(m.cpu), 1)
  assert.is(T.wide(m, L.PC), PC)
  assert.is(T.slotValue(m, "FAR_EL2"), 0x12_3456_7898n)
  assert.is(T.slotValue(m, "HPFAR_EL2"), 0x1234567n << 4n)
  assert.is(T.wide(m, L.EXC_IPA), 0x12_3456_7898n)
})

test("interrupts are taken when PSTATE lets them, FIQ before IRQ, SError once", () => {
  const m = setUp()
  m.pstate.set(m.cpu, 0x1c5)
  T.setField(m, L.VIRQ_I32, 7)
  assert.is(m.exceptions.takeInterrupt(m.cpu), false)
  m.pstate.set(m.cpu, 0x005)
  assert.ok(m.exceptions.takeInterrupt(m.cpu))
  assert.is(T.wide(m, L.PC) & 0x1ffn, 0x180n)
  assert.is(T.slotValue(m, "ESR_EL1") >> 26n, 0x2fn)
  m.pstate.set(m.cpu, 0x005)
  assert.ok(m.exceptions.takeInterrupt(m.cpu))
  assert.is(T.wide(m, L.PC) & 0x1ffn, 0x100n)
  m.pstate.set(m.cpu, 0x045)
  assert.ok(m.exceptions.takeInterrupt(m.cpu))
  assert.is(T.wide(m, L.PC) & 0x1ffn, 0x80n)
  T.setField(m, L.VIRQ_I32, 0)
  m.pstate.set(m.cpu, 5)
  assert.is(m.exceptions.takeInterrupt(m.cpu), false)
})

test("ERET that unmasks a waiting interrupt stops the run loop", () => {
  const m = setUp()
  T.setField(m, L.STOP_I32, 0)
  T.setField(m, L.VIRQ_I32, 1)
  T.setSlot(m, "SPSR_EL1", 0x85n)
  m.host.eret(m.cpu)
  assert.is(T.field(m, L.STOP_I32), 0)
  T.setSlot(m, "SPSR_EL1", 0x5n)
  m.host.eret(m.cpu)
  assert.is(T.field(m, L.STOP_I32), 1)
})

test("ERET opens the exclusive monitor and is undefined at EL0", () => {
  const m = setUp()
  T.setField(m, L.EXCL_ADDR_I32, 0)
  T.setSlot(m, "SPSR_EL1", 0n)
  m.host.eret(m.cpu)
  assert.is(T.field(m, L.EXCL_ADDR_I32), -1)
  assert.is(m.host.eret(m.cpu), L.R_FAULT)
  assert.is(T.field(m, L.EXC_ESR_I32), 0x0200_0000)
})

test("an illegal return keeps EL and SP, sets IL, and faults at its target", () => {
  for (const mode of [1, 6, 8, 9, 12, 13, 16, 0x1f]) {
    const m = setUp()
    T.setSlot(m, "SPSR_EL1", 0x8000_0000n | BigInt(mode))
    T.setSlot(m, "ELR_EL1", 0x4000n)
    assert.is(m.host.eret(m.cpu), L.R_FAULT)
    assert.is(m.host.deliver(m.cpu), 0)
    assert.is(T.slotValue(m, "ESR_EL1"), 0x3a00_0000n, `mode ${mode}`)
    assert.is(T.slotValue(m, "ELR_EL1"), 0x4000n)
    assert.is(T.slotValue(m, "SPSR_EL1"), 0x8010_0005n)
    assert.is(m.pstate.get(m.cpu) & (1 << 20), 0)
  }
})

test("ERET drops the tag of a target in a range with top byte ignore", () => {
  const m = setUp()
  T.setSlot(m, "SPSR_EL1", 0n)
  T.setSlot(m, "ELR_EL1", 0xab00_0000_0000_4000n)
  m.host.eret(m.cpu)
  assert.is(T.wide(m, L.PC), 0xab00_0000_0000_4000n)
  T.setEl(m, 1)
  T.setSlot(m, "TCR_EL1", 3n << 37n)
  m.host.eret(m.cpu)
  assert.is(T.wide(m, L.PC), 0x4000n)
  T.setEl(m, 1)
  T.setSlot(m, "ELR_EL1", 0x00ff_ff80_0000_4000n)
  m.host.eret(m.cpu)
  assert.is(T.wide(m, L.PC), 0xffff_ff80_0000_4000n)
})

test.run()
