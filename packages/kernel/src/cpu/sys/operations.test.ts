// SPDX-License-Identifier: BSD-2-Clause
//
// System instructions: AT and PAR_EL1, DC ZVA, cache maintenance with its faults, and translation for tools.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as L from "../layout.ts"
import * as T from "../mmu/testing.ts"
import { CORTEX_A53 } from "../models/index.ts"
import { systemRegisters } from "./sysreg-table.ts"

const test = suite("sys/operations")
const REGISTERS = systemRegisters(CORTEX_A53)
const VA = 0x12_3456_7000n
const PAGE = T.RAM + 0x20_0000

function setUp(): T.TestMachine {
  const m = T.testMachine()
  T.turnOn(m)
  T.mapPage(m, T.TTBR0_ROOT, VA, BigInt(PAGE) | (3n << 8n) | T.attrIndex(1) | T.AF | T.AP_EL0 | T.VALID_PAGE)
  T.mapPage(m, T.TTBR0_ROOT, VA + 0x1000n, BigInt(T.DEVICE) | T.attrIndex(2) | T.AF | T.VALID_PAGE)
  T.mapPage(m, T.TTBR0_ROOT, VA + 0x2000n, BigInt(PAGE) | T.attrIndex(1) | T.AF | T.AP_RO | T.VALID_PAGE)
  return m
}

function sys(m: T.TestMachine, name: string, operand: bigint): number {
  const key = REGISTERS.find((row) => row.name === name)?.key ?? -1
  T.setWide(m, L.DATA, operand)
  return m.host.sysWrite(m.cpu, key)
}

const esr = (m: T.TestMachine) => T.field(m, L.EXC_ESR_I32) >>> 0
const par = (m: T.TestMachine) => T.slotValue(m, "PAR_EL1")

test("AT puts address, attributes and shareability into PAR_EL1", () => {
  const m = setUp()
  assert.is(sys(m, "AT S1E1R", VA + 0x123n), L.R_NEXT)
  assert.is(par(m), (0xffn << 56n) | BigInt(PAGE) | 0xb80n)
  sys(m, "AT S1E1W", VA + 0x1000n)
  assert.is(par(m), (0x04n << 56n) | BigInt(T.DEVICE) | 0xb00n)
})

test("AT reports faults in PAR_EL1 and takes no exception", () => {
  const m = setUp()
  assert.is(sys(m, "AT S1E1W", VA + 0x2000n), L.R_NEXT)
  assert.is(par(m), 0x801n | (0xfn << 1n))
  sys(m, "AT S1E0R", VA + 0x2000n)
  assert.is(par(m), 0x801n | (0xfn << 1n))
  sys(m, "AT S1E0W", VA)
  assert.is(par(m) & 1n, 0n)
  sys(m, "AT S1E1R", VA + 0x4000n)
  assert.is(par(m), 0x801n | (0x7n << 1n))
})

test("a stage 2 fault on the walk of AT is an exception to EL2", () => {
  const m = setUp()
  T.setSlot(m, "VTCR_EL2", 0x8002_3558n)
  T.setSlot(m, "VTTBR_EL2", BigInt(T.RAM + 0x8_0000))
  T.setSlot(m, "HCR_EL2", 1n)
  assert.is(sys(m, "AT S1E1R", VA), L.R_FAULT)
  assert.is(T.field(m, L.EXC_KIND_I32), L.EXC_EL2)
  assert.is(esr(m), 0x9200_0185, "CM, S1PTW, translation fault at level 1")
})

test("DC ZVA zeroes the 64 bytes around its address", () => {
  const m = setUp()
  m.memory0.fill(PAGE, 0x200, 0xaa)
  assert.is(sys(m, "DC ZVA", VA + 0x7fn), L.R_NEXT)
  const bytes = m.memory0.read(PAGE, 0x100)
  assert.ok(bytes.every((byte, at) => byte === (at >= 0x40 && at < 0x80 ? 0 : 0xaa)))
})

test("DC ZVA where no RAM is is an external abort", () => {
  const m = setUp()
  T.mapPage(m, T.TTBR0_ROOT, VA + 0x5000n, BigInt(T.DEVICE) | T.attrIndex(1) | T.AF | T.VALID_PAGE)
  assert.is(sys(m, "DC ZVA", VA + 0x5000n), L.R_FAULT)
  assert.is(esr(m), 0x9600_0050)
})

test("DC ZVA tells of code that it overwrites, and faults like a store", () => {
  const m = setUp()
  const host = m.memory0.hostOffset(PAGE)
  m.views.u32[(L.PAGE_META >>> 2) + (host >>> 12)] = L.DECODE_POOL
  m.views.u8[L.CODE_GRANULES + (host >>> 9)] = 2
  sys(m, "DC ZVA", VA + 0x40n)
  assert.equal(m.codeWrites, [[host + 0x40, 64]])
  assert.is(sys(m, "DC ZVA", VA + 0x2000n), L.R_FAULT)
  assert.is(esr(m) & 0x7f, 0x4f)
  assert.is(sys(m, "DC ZVA", VA + 0x1000n), L.R_FAULT)
  assert.is(esr(m) & 0x7f, 0x61, "Device memory: alignment fault")
})

test("cache maintenance by address needs a translation, and its faults have CM and WnR", () => {
  const m = setUp()
  for (const name of ["DC CVAC", "DC CVAU", "DC CIVAC", "IC IVAU", "DC IVAC"]) {
    assert.is(sys(m, name, VA), L.R_NEXT, name)
    assert.is(sys(m, name, VA + 0x4000n), L.R_FAULT, name)
    assert.is(esr(m), 0x9600_0147, name)
  }
  assert.is(sys(m, "DC IVAC", VA + 0x2000n), L.R_FAULT, "needs permission to write")
  assert.is(sys(m, "DC CVAC", VA + 0x2000n), L.R_NEXT)
  T.setSlot(m, "SCTLR_EL1", 1n | (1n << 26n))
  T.setEl(m, 0)
  assert.is(sys(m, "DC CVAC", VA), L.R_NEXT)
  assert.is(sys(m, "DC CVAC", VA + 0x2000n), L.R_FAULT, "EL0 needs permission to read")
  assert.is(esr(m), 0x9200_014f)
})

/** Whether a table of the TLB, that of reads or of writes, has the page of an address. */
function knows(m: ReturnType<typeof setUp>, table: number, va: bigint): boolean {
  const entry = T.field(m, L.BANK_I32) + table + (Number((va >> 8n) & 0xffffn) & (L.TLB_INDEX_MASK << 4))
  return m.views.data.getBigInt64(entry + L.TLB_TAG, true) === BigInt.asIntN(64, va & ~0xfffn)
}

test("DC ZVA leaves its page in the TLB as a store does, for writes and for reads", () => {
  const m = setUp()
  T.setEl(m, 1)
  assert.is(sys(m, "DC ZVA", VA), L.R_NEXT)
  assert.ok(knows(m, L.TLB_WRITE, VA))
  assert.ok(knows(m, L.TLB_READ, VA), "which regions fill with it, too")
})

test("maintenance leaves a page that may be read in the TLB, and no other", () => {
  const m = setUp()
  const isKnown = (va: bigint) => knows(m, L.TLB_READ, va)
  T.setEl(m, 1)
  assert.not(isKnown(VA + 0x2000n))
  assert.is(sys(m, "DC CVAU", VA + 0x2000n), L.R_NEXT)
  assert.ok(isKnown(VA + 0x2000n))
  assert.is(sys(m, "DC CVAU", VA), L.R_NEXT)
  assert.ok(isKnown(VA), "what EL0 may reach, as a load would leave it")
  assert.is(sys(m, "DC CVAU", VA + 0x1000n), L.R_NEXT)
  assert.not(isKnown(VA + 0x1000n), "Device memory")
  assert.is(sys(m, "DC CVAU", VA + 0x4000n), L.R_FAULT)
  assert.not(isKnown(VA + 0x4000n), "not mapped")
})

test("maintenance by set and way, and of all, does nothing", () => {
  const m = setUp()
  for (const name of ["DC ISW", "DC CSW", "DC CISW", "IC IALLU", "IC IALLUIS"]) {
    assert.is(sys(m, name, 0n), L.R_NEXT, name)
  }
})

test("looking an address up has no side effects and ignores permissions", () => {
  const m = setUp()
  const before = m.views.u8.slice(m.cpu, m.cpu + L.CPU_BLOCK_SIZE)
  assert.is(m.translator.lookup(m.cpu, ...T.halves(VA + 0x2010n), 0), PAGE + 0x10)
  assert.is(m.translator.lookup(m.cpu, ...T.halves(VA + 0x1000n), 1), T.DEVICE)
  assert.is(m.translator.lookup(m.cpu, ...T.halves(VA + 0x4000n), 1), -1)
  assert.equal(m.views.u8.slice(m.cpu, m.cpu + L.CPU_BLOCK_SIZE), before)
})

test("tables that were walked are known until an invalidation that is not for the last level", () => {
  const m = setUp()
  const find = () => m.translator.lookup(m.cpu, ...T.halves(VA), 1)
  assert.is(find(), PAGE)
  T.putDescriptor(m, T.TTBR0_ROOT, Number(VA >> 30n), 0n)
  assert.is(find(), PAGE)
  assert.is(sys(m, "TLBI VALE1", VA >> 12n), L.R_NEXT)
  assert.is(find(), PAGE)
  assert.is(sys(m, "TLBI VAE1", VA >> 12n), L.R_NEXT)
  assert.is(find(), -1)
})

test.run()
