// SPDX-License-Identifier: BSD-2-Clause
//
// Slow accesses: what goes into the TLB, what is done at once, and the syndrome of every fault.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as L from "../layout.ts"
import * as T from "./testing.ts"

const test = suite("mmu/access")
const VA = 0x12_3456_7000n
const PAGE = T.RAM + 0x20_0000
const NORMAL = T.attrIndex(1) | T.AF | T.VALID_PAGE
const ABORT_SAME = 0x25
const ABORT_LOWER = 0x24

/** MMU on; VA maps two pages of RAM, VA + 0x3000 a device; VA + 0x2000 nothing. */
function setUp(): T.TestMachine {
  const m = T.testMachine()
  T.turnOn(m)
  T.mapPage(m, T.TTBR0_ROOT, VA, BigInt(PAGE) | NORMAL | T.AP_EL0)
  T.mapPage(m, T.TTBR0_ROOT, VA + 0x1000n, BigInt(PAGE + 0x1000) | NORMAL | T.AP_EL0)
  T.mapPage(m, T.TTBR0_ROOT, VA + 0x3000n, BigInt(T.DEVICE) | T.attrIndex(0) | T.AF | T.VALID_PAGE)
  T.mapPage(m, T.TTBR0_ROOT, VA + 0x4000n, BigInt(PAGE + 0x4000) | NORMAL | T.AP_RO)
  return m
}

function read(m: T.TestMachine, va: bigint, size: number, flags = 0): number {
  T.setWide(m, L.VA, va)
  T.setWide(m, L.DATA, 0n)
  return m.host.memRead(m.cpu, size, flags)
}

function write(m: T.TestMachine, va: bigint, size: number, value: bigint, flags = 0): number {
  T.setWide(m, L.VA, va)
  T.setWide(m, L.DATA, value)
  return m.host.memWrite(m.cpu, size, flags)
}

const esr = (m: T.TestMachine) => T.field(m, L.EXC_ESR_I32) >>> 0
const ec = (m: T.TestMachine) => esr(m) >>> 26
const iss = (m: T.TestMachine) => esr(m) & 0x1ff_ffff
const entryTag = (m: T.TestMachine, table: number, va: bigint, bank = L.BANK_I32) => {
  return T.wide(m, T.field(m, bank) - m.cpu + table + Number((va >> 12n) & BigInt(L.TLB_INDEX_MASK)) * 16)
}

test("a read of RAM goes into the read table, a write into both", () => {
  const m = setUp()
  assert.is(read(m, VA + 8n, 8), L.M_DONE)
  assert.is(entryTag(m, L.TLB_READ, VA), VA)
  assert.is(entryTag(m, L.TLB_WRITE, VA), 0xffff_ffff_ffff_ffffn)
  assert.is(write(m, VA + 0x1008n, 4, 0n), L.M_DONE)
  assert.is(entryTag(m, L.TLB_READ, VA + 0x1000n), VA + 0x1000n)
  assert.is(entryTag(m, L.TLB_WRITE, VA + 0x1000n), VA + 0x1000n)
})

test("unprivileged accesses use EL0's permissions and bank", () => {
  const m = setUp()
  assert.is(read(m, VA, 4, L.ACC_UNPRIV), L.M_DONE)
  assert.is(entryTag(m, L.TLB_READ, VA, L.BANK_UNPRIV_I32), VA)
  assert.is(read(m, VA + 0x4000n, 4, L.ACC_UNPRIV), L.M_FAULT)
  assert.is(iss(m), 0x0f)
  assert.is(read(m, VA + 0x4000n, 4), L.M_DONE)
})

test("faults of a read and a write, from EL1 and EL0", () => {
  const m = setUp()
  assert.is(read(m, VA + 0x2004n, 4), L.M_FAULT)
  assert.is(ec(m), ABORT_SAME)
  assert.is(iss(m), 0x07)
  assert.is(T.wide(m, L.EXC_FAR), VA + 0x2004n)
  assert.is(T.field(m, L.EXC_KIND_I32), L.EXC_SYNC)
  assert.is(write(m, VA + 0x4010n, 1, 0n), L.M_FAULT)
  assert.is(iss(m), 0x4f)
  T.setEl(m, 0)
  assert.is(write(m, VA + 0x3000n, 4, 0n), L.M_FAULT)
  assert.is(ec(m), ABORT_LOWER)
  assert.is(esr(m) & (1 << 25), 1 << 25, "IL")
})

test("an access across pages is done when both are there", () => {
  const m = setUp()
  m.memory0.writeU32(PAGE + 0xffc, 0x4433_2211)
  m.memory0.writeU32(PAGE + 0x1000, 0x8877_6655)
  assert.is(read(m, VA + 0xffdn, 4), L.M_DONE)
  assert.is(T.wide(m, L.DATA), 0x5544_3322n)
  assert.is(write(m, VA + 0xffen, 4, 0xddcc_bbaan), L.M_DONE)
  assert.is(m.memory0.readU32(PAGE + 0xffc) >>> 0, 0xbbaa_2211)
  assert.is(m.memory0.readU32(PAGE + 0x1000) >>> 0, 0x8877_ddcc)
})

test("an access across 4 GiB carries into the upper half of the address", () => {
  const m = setUp()
  T.mapPage(m, T.TTBR0_ROOT, 0xffff_f000n, BigInt(PAGE) | NORMAL)
  T.mapPage(m, T.TTBR0_ROOT, 0x1_0000_0000n, BigInt(PAGE + 0x1000) | NORMAL)
  assert.is(write(m, 0xffff_fffcn, 8, 0x2222_2222_1111_1111n), L.M_DONE)
  assert.is(m.memory0.readU32(PAGE + 0xffc), 0x1111_1111)
  assert.is(m.memory0.readU32(PAGE + 0x1000), 0x2222_2222)
})

test("what only RAM may answer is refused for devices and stores to code", () => {
  const m = setUp()
  assert.is(read(m, VA + 8n, 4, L.ACC_RAM_ONLY), L.M_DONE)
  assert.is(read(m, VA + 0x3000n, 4, L.ACC_RAM_ONLY), L.M_FAULT)
  m.views.u32[(L.PAGE_META >>> 2) + (m.memory0.hostOffset(PAGE) >>> 12)] = L.DECODE_POOL
  assert.is(write(m, VA, 4, 1n, L.ACC_RAM_ONLY), L.M_FAULT)
  assert.equal([m.bus.reads, m.memory0.readU32(PAGE)], [[], 0])
})

test("what only RAM may answer over the end of a page goes by way of BOUNCE, and into the TLB", () => {
  const m = setUp()
  const bounce = () => T.wide(m, L.BOUNCE)
  m.memory0.writeU32(PAGE + 0xffc, 0x4433_2211)
  m.memory0.writeU32(PAGE + 0x1000, 0x8877_6655)
  T.setWide(m, L.BOUNCE, 0n)
  assert.is(read(m, VA + 0xffdn, 4, L.ACC_RAM_ONLY), L.M_DONE)
  assert.equal([bounce(), T.field(m, L.SCRATCH)], [0x5544_3322n, m.cpu + L.BOUNCE])
  assert.equal([entryTag(m, L.TLB_READ, VA), entryTag(m, L.TLB_READ, VA + 0x1000n)], [VA, VA + 0x1000n])
  T.setWide(m, L.BOUNCE, 0x7766_5544_3322_1100n)
  T.setWide(m, L.BOUNCE + 8, 0xffee_ddcc_bbaa_9988n)
  assert.is(write(m, VA + 0xffen, 16, 0n, L.ACC_RAM_ONLY), L.M_DONE)
  assert.is(m.memory0.readU32(PAGE + 0xffc) >>> 0, 0x1100_2211)
  assert.is(m.memory0.readU32(PAGE + 0x1000) >>> 0, 0x5544_3322)
  assert.is(m.memory0.readU32(PAGE + 0x100c) >>> 0, 0xffee)
})

test("over a page's end RAM alone answers nothing if either page is not RAM, is code, or may not be accessed", () => {
  const refused = (change: (m: T.TestMachine) => void, va: bigint) => {
    const m = setUp()
    change(m)
    assert.is(write(m, va, 16, 1n, L.ACC_RAM_ONLY), L.M_FAULT)
    assert.equal(
      [m.bus.writes, m.memory0.readU32(PAGE + 0xffc), m.memory0.readU32(PAGE + 0x1000)],
      [[], 0, 0],
    )
  }
  const code = (page: number) => (m: T.TestMachine) => {
    m.views.u32[(L.PAGE_META >>> 2) + (m.memory0.hostOffset(page) >>> 12)] = L.DECODE_POOL
  }
  refused(code(PAGE), VA + 0xffcn)
  refused(code(PAGE + 0x1000), VA + 0xffcn)
  refused(() => undefined, VA + 0x1ffcn)
  refused(() => undefined, VA + 0x3ffcn)
  refused((m) => T.setEl(m, 0), VA + 0x3ffcn)
  assert.is(write(setUp(), VA + 0xffcn, 8, 1n, L.ACC_RAM_ONLY), L.M_FAULT, "short stores are refused always")
})

test("an access over the end of a page goes where the TLB has its pages, as every other does", () => {
  const m = setUp()
  for (const va of [VA, VA + 0x1000n]) assert.is(write(m, va, 8, 0n), L.M_DONE)
  T.mapPage(m, T.TTBR0_ROOT, VA + 0x1000n, BigInt(PAGE + 0x2000) | NORMAL | T.AP_EL0)
  assert.is(write(m, VA + 0xffcn, 8, 0x2222_2222_1111_1111n), L.M_DONE)
  assert.equal([m.memory0.readU32(PAGE + 0x1000), m.memory0.readU32(PAGE + 0x2000)], [0x2222_2222, 0])
})

test("a page of EL0 that another put out of the TLB comes back without a walk, until anything is dropped", () => {
  const m = setUp()
  T.setEl(m, 0)
  const far = VA + BigInt(L.TLB_ENTRIES) * 0x1000n
  m.memory0.writeU32(PAGE, 1)
  m.memory0.writeU32(PAGE + 0x5000, 5)
  const value = (va: bigint) => {
    assert.is(read(m, va, 4), L.M_DONE)
    return T.wide(m, L.DATA)
  }
  assert.is(value(VA), 1n)
  // The tables are shared: this is where a walk finds VA, too.
  T.mapPage(m, T.TTBR0_ROOT, far, BigInt(PAGE + 0x5000) | NORMAL | T.AP_EL0)
  assert.is(value(far), 5n)
  assert.is(entryTag(m, L.TLB_READ, VA), far)
  assert.equal([value(VA), entryTag(m, L.TLB_READ, VA)], [1n, VA])
  m.tlb.dropCodePage(L.DECODE_POOL)
  assert.equal([value(far), value(VA)], [5n, 5n])
})

test("a store across pages writes nothing when the second page faults; FAR is the second page", () => {
  const m = setUp()
  m.memory0.writeU32(PAGE + 0x1ffc, 0x1234_5678)
  assert.is(write(m, VA + 0x1ffdn, 8, 0n), L.M_FAULT)
  assert.is(T.wide(m, L.EXC_FAR), VA + 0x2000n)
  assert.is(iss(m), 0x47)
  assert.is(m.memory0.readU32(PAGE + 0x1ffc), 0x1234_5678)
})

test("alignment is asked for by the access, by SCTLR.A and by Device memory", () => {
  const m = setUp()
  assert.is(read(m, VA + 1n, 4), L.M_DONE)
  assert.is(read(m, VA + 1n, 4, L.ACC_ALIGNED), L.M_FAULT)
  assert.is(iss(m), 0x21)
  assert.is(read(m, VA + 0x18n, 8, L.ACC_ALIGNED), L.M_DONE)
  assert.is(read(m, VA + 0x18n, 8, L.ACC_ALIGNED | L.ACC_PAIR), L.M_FAULT)
  assert.equal([iss(m), T.wide(m, L.EXC_FAR)], [0x21, VA + 0x18n])
  assert.is(write(m, VA + 0x3002n, 4, 0n), L.M_FAULT)
  assert.is(iss(m), 0x61)
  T.setSlot(m, "SCTLR_EL1", 3n)
  assert.is(write(m, VA + 2n, 4, 0n), L.M_FAULT)
  assert.is(iss(m), 0x61)
  assert.is(write(m, VA + 4n, 4, 77n), L.M_DONE, "checked each time, so never in the TLB")
  assert.is(m.memory0.readU32(PAGE + 4), 77)
})

test("with the MMU off RAM is Device memory: aligned accesses are done, others fault", () => {
  const m = T.testMachine()
  assert.is(write(m, BigInt(PAGE), 8, 0x1122_3344_5566_7788n), L.M_DONE)
  assert.is(read(m, BigInt(PAGE + 4), 4), L.M_DONE)
  assert.is(T.wide(m, L.DATA), 0x1122_3344n)
  assert.is(read(m, BigInt(PAGE + 3), 4), L.M_FAULT)
  assert.is(iss(m), 0x21)
})

test("devices are read and written at the size of the access, wide ones low word first", () => {
  const m = setUp()
  assert.is(read(m, VA + 0x3010n, 4), L.M_DONE)
  assert.is(T.wide(m, L.DATA), BigInt(T.DEVICE + 0x10))
  read(m, VA + 0x3012n, 2)
  assert.is(T.wide(m, L.DATA), 0x12n)
  read(m, VA + 0x3013n, 1)
  assert.is(T.wide(m, L.DATA), 0x13n)
  assert.is(write(m, VA + 0x3020n, 8, 0x1111_1111_2222_2222n), L.M_DONE)
  assert.is(write(m, VA + 0x3022n, 2, 0xabcdn), L.M_DONE)
  assert.is(write(m, VA + 0x3021n, 1, 0xefn), L.M_DONE)
  assert.equal(m.bus.writes, [
    [T.DEVICE + 0x20, 4, 0x2222_2222],
    [T.DEVICE + 0x24, 4, 0x1111_1111],
    [T.DEVICE + 0x22, 2, 0xabcd],
    [T.DEVICE + 0x21, 1, 0xef],
  ])
  m.bus.reads.length = 0
  read(m, VA + 0x3030n, 16)
  assert.is(m.bus.reads.length, 4)
  assert.is(T.wide(m, L.DATA + 8), (BigInt(T.DEVICE + 0x3c) << 32n) | BigInt(T.DEVICE + 0x38))
})

test("an unaligned access to a device that is mapped as Normal memory goes byte by byte", () => {
  const m = setUp()
  T.mapPage(m, T.TTBR0_ROOT, VA + 0x5000n, BigInt(T.DEVICE) | NORMAL)
  read(m, VA + 0x5001n, 4)
  assert.equal(
    m.bus.reads.map(([pa, size]) => [pa - T.DEVICE, size]),
    [
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
    ],
  )
  assert.is(T.wide(m, L.DATA), 0x0403_0201n)
})

test("an access that sets STOP says so", () => {
  const m = setUp()
  m.bus.hook = () => T.setField(m, L.STOP_I32, 1)
  assert.is(read(m, VA + 0x3000n, 4), L.M_DONE_STOP)
})

test("where nobody answers there is a synchronous external abort", () => {
  const m = setUp()
  T.mapPage(m, T.TTBR0_ROOT, VA + 0x5000n, 0x2000_0000n | T.attrIndex(0) | T.AF | T.VALID_PAGE)
  assert.is(read(m, VA + 0x5000n, 4), L.M_FAULT)
  assert.is(iss(m), 0x10)
  assert.is(write(m, VA + 0x5000n, 8, 0n), L.M_FAULT)
  assert.is(iss(m), 0x50)
  assert.is(T.field(m, L.EXC_KIND_I32), L.EXC_SYNC)
})

test("stores to a page with decoded code are done here, and told when they touch a decoded granule", () => {
  const m = setUp()
  const host = m.memory0.hostOffset(PAGE)
  T.setWide(m, L.PC, VA + 0x4000n)
  m.views.u32[(L.PAGE_META >>> 2) + (host >>> 12)] = L.DECODE_POOL
  assert.is(write(m, VA + 0x40n, 4, 5n), L.M_DONE)
  assert.is(m.memory0.readU32(PAGE + 0x40), 5)
  assert.equal(m.codeWrites, [], "no granule is decoded yet")
  m.views.u8[L.CODE_GRANULES + (host >>> 9)] = 4
  write(m, VA + 0x7cn, 4, 6n)
  assert.equal(m.codeWrites, [])
  write(m, VA + 0x80n, 4, 7n)
  write(m, VA + 0x7cn, 8, 8n)
  assert.equal(m.codeWrites, [
    [host + 0x80, 4],
    [host + 0x7c, 8],
  ])
  assert.is(read(m, VA + 0x80n, 4), L.M_DONE, "reads are not held up")
})

test("fetch maps the page of PC, and faults as an instruction abort", () => {
  const m = setUp()
  const host = m.memory0.hostOffset(PAGE + 0x4000)
  T.setWide(m, L.PC, VA + 0x4008n)
  assert.is(m.host.fetch(m.cpu), L.R_NEXT)
  assert.is(entryTag(m, L.TLB_CODE, VA + 0x4000n), VA + 0x4000n)
  assert.is(m.tlb.codeHost(m.cpu, ...T.halves(VA + 0x4008n)), host)
  T.setWide(m, L.PC, VA)
  assert.is(m.host.fetch(m.cpu), L.R_FAULT, "EL0 may write it")
  assert.is(esr(m), 0x8600_000f)
  T.setEl(m, 0)
  T.setWide(m, L.PC, VA + 0x2004n)
  assert.is(m.host.fetch(m.cpu), L.R_FAULT)
  assert.is(esr(m), 0x8200_0007)
  assert.is(T.wide(m, L.EXC_FAR), VA + 0x2004n)
  T.setWide(m, L.PC, VA + 2n)
  assert.is(m.host.fetch(m.cpu), L.R_FAULT)
  assert.is(esr(m), 0x8a00_0000)
})

test("fetching from a device is an external abort", () => {
  const m = T.testMachine()
  T.setWide(m, L.PC, BigInt(T.DEVICE))
  assert.is(m.host.fetch(m.cpu), L.R_FAULT)
  assert.is(esr(m), 0x8600_0010)
})

/** Stage 2 that maps RAM's first GiB, so that DEVICE is missing from it. */
function withStage2(m: T.TestMachine): void {
  const root = T.RAM + 0x8_0000
  T.putDescriptor(m, root, 1, 0x4000_0000n | T.S2_R | T.S2_W | T.S2_NORMAL | T.AF | T.VALID_BLOCK)
  T.setSlot(m, "VTCR_EL2", 0x8002_3558n)
  T.setSlot(m, "VTTBR_EL2", BigInt(root))
  T.setSlot(m, "HCR_EL2", 1n)
}

test("a stage 2 fault goes to EL2 with the IPA and a description of the instruction", () => {
  const m = setUp()
  withStage2(m)
  m.memory0.writeU32(PAGE + 0x4100, 0xb900_0023) // str w3, [x1]
  T.setWide(m, L.PC, VA + 0x4100n)
  assert.is(m.host.fetch(m.cpu), L.R_NEXT)
  assert.is(write(m, VA + 0x3abcn, 4, 0n), L.M_FAULT)
  assert.is(T.field(m, L.EXC_KIND_I32), L.EXC_EL2)
  // EC 0x24, IL, ISV, SAS word, SRT 3, WnR, translation fault at level 1.
  assert.is(esr(m), 0x9383_0045)
  assert.is(T.wide(m, L.EXC_IPA), BigInt(T.DEVICE + 0xabc))
  assert.is(T.wide(m, L.EXC_FAR), VA + 0x3abcn)
  m.tlb.flushAll(m.cpu)
  write(m, VA + 0x3abcn, 4, 0n)
  assert.is(esr(m), 0x9383_0045, "the word is found without the code TLB, too")
})

test("a stage 2 fault on a stage 1 walk has S1PTW, the table's IPA and no description", () => {
  const m = setUp()
  withStage2(m)
  T.setSlot(m, "TTBR0_EL1", 0x1000_0000n)
  assert.is(read(m, VA, 4), L.M_FAULT)
  assert.is(esr(m), 0x9200_0085)
  assert.is(T.wide(m, L.EXC_IPA), 0x1000_0000n + (VA >> 30n) * 8n)
})

test("an instruction abort of stage 2 comes from a lower EL, too", () => {
  const m = setUp()
  withStage2(m)
  T.setSlot(m, "SCTLR_EL1", 0n)
  T.setWide(m, L.PC, 0x1000_0040n)
  assert.is(m.host.fetch(m.cpu), L.R_FAULT)
  assert.is(esr(m), 0x8200_0005)
  assert.is(T.wide(m, L.EXC_IPA), 0x1000_0040n)
  assert.is(m.memory.instruction(m.cpu), 0, "and its word cannot be read")
})

test.run()
