// SPDX-License-Identifier: BSD-2-Clause
//
// PSTATE.PAN, UAO and SSBS of models that have them: what EL1 may reach, what exceptions leave, who may set them,
// and that a model without them has none.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as L from "../layout.ts"
import { CORTEX_A53, type CpuModel, MAX } from "../models/index.ts"
import { systemRegisters } from "../sys/sysreg-table.ts"
import * as T from "./testing.ts"

const test = suite("mmu/pan")
const USER = 0x12_3456_7000n
const KERNEL = USER + 0x1000n
const PAGE = T.RAM + 0x20_0000
const NORMAL = T.attrIndex(1) | T.AF | T.VALID_PAGE
const PERMISSION = 0x0f
const ATTRIBUTES = { PAN: 1 << 22, UAO: 1 << 23, SSBS: 1 << 12 } as const
/** op1 << 3 | op2 of MSR (immediate). */
const IMMEDIATE = { PAN: 4, UAO: 3, SSBS: 0o31 } as const
const SPAN = 1 << 23

function setUp(model: CpuModel = MAX): T.TestMachine {
  const m = T.testMachine(1, undefined, model)
  T.turnOn(m)
  T.mapPage(m, T.TTBR0_ROOT, USER, BigInt(PAGE) | NORMAL | T.AP_EL0)
  T.mapPage(m, T.TTBR0_ROOT, KERNEL, BigInt(PAGE + 0x1000) | NORMAL)
  return m
}

function read(m: T.TestMachine, va: bigint, flags = 0): number {
  T.setWide(m, L.VA, va)
  return m.host.memRead(m.cpu, 4, flags)
}

const set = (m: T.TestMachine, name: keyof typeof IMMEDIATE, value: number) =>
  m.host.msrImm(m.cpu, IMMEDIATE[name], value)

function sys(m: T.TestMachine, name: string, value?: bigint): bigint | "undefined" {
  const key = systemRegisters(MAX).find((row) => row.name === name)?.key ?? -1
  T.setWide(m, L.DATA, value ?? 0n)
  const status = value === undefined ? m.host.sysRead(m.cpu, key) : m.host.sysWrite(m.cpu, key)
  return status === L.R_FAULT ? "undefined" : T.wide(m, L.DATA)
}

/** Whether the read table of the present bank maps an address. */
const isMapped = (m: T.TestMachine, va: bigint) =>
  T.wide(
    m,
    T.field(m, L.BANK_I32) - m.cpu + L.TLB_READ + Number((va >> 12n) & BigInt(L.TLB_INDEX_MASK)) * 16,
  ) === va

const iss = (m: T.TestMachine) => T.field(m, L.EXC_ESR_I32) & 0x3f

test("with PAN set EL1 reaches no data that EL0 may", () => {
  const m = setUp()
  assert.is(set(m, "PAN", 1), L.R_NEXT)
  assert.is(read(m, USER), L.M_FAULT)
  assert.is(iss(m), PERMISSION)
  assert.is(read(m, KERNEL), L.M_DONE)
  assert.is(read(m, USER, L.ACC_UNPRIV), L.M_DONE)
})

test("what was reached with PAN clear is not in the TLB once it is set", () => {
  const m = setUp()
  assert.is(read(m, USER), L.M_DONE)
  assert.ok(isMapped(m, USER))
  set(m, "PAN", 1)
  assert.not(isMapped(m, USER))
  set(m, "PAN", 0)
  assert.is(read(m, USER), L.M_DONE)
})

test("setting PAN costs the TLB nothing when EL1 used its own pages alone", () => {
  const m = setUp()
  read(m, KERNEL)
  set(m, "PAN", 1)
  assert.ok(isMapped(m, KERNEL))
})

test("with UAO set unprivileged accesses are EL1's", () => {
  const m = setUp()
  assert.is(read(m, KERNEL, L.ACC_UNPRIV), L.M_FAULT)
  set(m, "UAO", 1)
  assert.is(T.field(m, L.BANK_UNPRIV_I32), T.field(m, L.BANK_I32))
  assert.is(read(m, KERNEL, L.ACC_UNPRIV), L.M_DONE)
})

test("an exception sets PAN unless SCTLR_EL1.SPAN is set, clears UAO, and saves both", () => {
  const m = setUp()
  const sctlr = BigInt(T.field(m, L.SLOT.SCTLR_EL1) >>> 0)
  sys(m, "SCTLR_EL1", sctlr | BigInt(SPAN))
  set(m, "UAO", 1)
  m.exceptions.takeIrq(m.cpu)
  assert.is(m.pstate.get(m.cpu) & (ATTRIBUTES.PAN | ATTRIBUTES.UAO), 0)
  assert.is(T.field(m, L.SLOT.SPSR_EL1) & ATTRIBUTES.UAO, ATTRIBUTES.UAO)
  sys(m, "SCTLR_EL1", sctlr & ~BigInt(SPAN))
  assert.is(T.field(m, L.SLOT.SCTLR_EL1) & SPAN, 0)
  m.exceptions.takeIrq(m.cpu)
  assert.is(m.pstate.get(m.cpu) & ATTRIBUTES.PAN, ATTRIBUTES.PAN)
  m.exceptions.eret(m.cpu)
  assert.is(m.pstate.get(m.cpu) & ATTRIBUTES.PAN, 0)
})

test("SSBS is EL0's to set, and what SCTLR_EL1.DSSBS says after an exception", () => {
  const m = setUp()
  T.setField(m, L.EL_I32, 0)
  assert.is(set(m, "SSBS", 1), L.R_NEXT)
  assert.is(set(m, "PAN", 1), L.R_FAULT)
  assert.is(sys(m, "SSBS"), BigInt(ATTRIBUTES.SSBS))
  m.exceptions.takeIrq(m.cpu)
  assert.is(sys(m, "SSBS"), 0n)
  sys(m, "SCTLR_EL1", (1n << 44n) | BigInt(T.field(m, L.SLOT.SCTLR_EL1) >>> 0))
  m.exceptions.takeIrq(m.cpu)
  assert.is(sys(m, "SSBS"), BigInt(ATTRIBUTES.SSBS))
})

test("they are registers, too", () => {
  const m = setUp()
  for (const name of ["PAN", "UAO", "SSBS"] as const) {
    assert.is(sys(m, name), 0n)
    sys(m, name, BigInt(ATTRIBUTES[name]))
    assert.is(sys(m, name), BigInt(ATTRIBUTES[name]))
  }
})

test("AT S1E1RP asks as PAN does", () => {
  const m = setUp()
  sys(m, "AT S1E1RP", USER)
  assert.is((sys(m, "PAR_EL1") as bigint) & 1n, 0n)
  set(m, "PAN", 1)
  sys(m, "AT S1E1WP", USER)
  assert.is((sys(m, "PAR_EL1") as bigint) & 1n, 1n)
  sys(m, "AT S1E1R", USER)
  assert.is((sys(m, "PAR_EL1") as bigint) & 1n, 0n)
})

test("a Cortex-A53 has none of them", () => {
  const m = setUp(CORTEX_A53)
  for (const name of ["PAN", "UAO", "SSBS"] as const) {
    assert.is(set(m, name, 1), L.R_FAULT)
    assert.is(sys(m, name), "undefined")
  }
  m.exceptions.takeIrq(m.cpu)
  assert.is(m.pstate.get(m.cpu) & ATTRIBUTES.PAN, 0)
  sys(m, "SCTLR_EL1", 0n)
  assert.is(T.field(m, L.SLOT.SCTLR_EL1) & SPAN, SPAN)
})

test.run()
