// SPDX-License-Identifier: BSD-2-Clause
//
// The soft TLB: entries as the generated code reads them, address spaces by ASID, and each invalidation.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as L from "../layout.ts"
import * as T from "./testing.ts"

const test = suite("mmu/tlb")
const VA = 0x12_3456_7000n
const HOST = 0x0300_5000
/** Address spaces of EL0 beside one bank of EL1. */
const SPACES = L.BANK_COUNT - 1

function mapped(m: T.TestMachine, table: number, va: bigint, bank = T.field(m, L.BANK_I32)): boolean {
  const entry = bank + table + Number((va >> 12n) & BigInt(L.TLB_INDEX_MASK)) * L.TLB_ENTRY_SIZE
  return m.views.data.getBigUint64(entry, true) === BigInt.asUintN(64, va & ~0xfffn)
}

function fill(m: T.TestMachine, va: bigint, shift = 12, own = false): void {
  const bank = T.field(m, L.BANK_I32)
  const [lo, hi] = T.halves(va)
  m.tlb.fillRead(bank, lo, hi, HOST, shift, own)
  m.tlb.fillWrite(bank, lo, hi, HOST, shift, own)
  m.tlb.fillCode(bank, lo, hi, HOST, L.DECODE_POOL, shift, own)
}

/** Fills as a page of one ASID. */
const fillOwn = (m: T.TestMachine, va: bigint) => fill(m, va, 12, true)

const TABLES = [L.TLB_READ, L.TLB_WRITE, L.TLB_CODE]
const count = (m: T.TestMachine, va: bigint) => TABLES.filter((table) => mapped(m, table, va)).length

function useAsid(m: T.TestMachine, asid: number, cpu = m.cpu): void {
  T.setSlot(m, "TTBR0_EL1", (BigInt(asid) << 48n) | BigInt(T.TTBR0_ROOT), cpu)
}

/** As EL1 does it, whatever EL the test is at. */
function invalidate(m: T.TestMachine, name: "all" | "va" | "asid", operand: bigint, crm = 7): void {
  const op2 = { all: 0, va: 1, asid: 2 }[name]
  const el = T.field(m, L.EL_I32)
  T.setEl(m, 1)
  T.setWide(m, L.DATA, operand)
  assert.is(m.host.sysWrite(m.cpu, (1 << 14) | (8 << 7) | (crm << 3) | op2), L.R_NEXT)
  T.setEl(m, el === 0 ? 0 : 1)
}

test("all banks are empty after reset, and the bank of EL1 is in use", () => {
  const m = T.testMachine()
  for (let bank = 0; bank < L.BANK_COUNT; bank++) {
    const from = m.cpu + L.BANKS + bank * L.BANK_SIZE
    assert.ok(m.views.u8.subarray(from, from + L.BANK_SIZE).every((byte) => byte === 0xff))
  }
  assert.is(T.field(m, L.BANK_I32), m.cpu + L.BANKS + L.BANK_SIZE)
  assert.is(T.field(m, L.BANK_UNPRIV_I32), m.cpu + L.BANKS)
  assert.ok(L.BANKS + L.BANK_COUNT * L.BANK_SIZE <= L.CPU_BLOCK_SIZE)
})

test("a page of EL0 that was put out can be entered again, until anything is dropped", () => {
  const drops: ReadonlyArray<readonly [string, (m: T.TestMachine) => void]> = [
    ["all", (m) => invalidate(m, "all", 0n)],
    ["its address", (m) => invalidate(m, "va", VA >> 12n)],
    ["another address", (m) => invalidate(m, "va", 5n)],
    ["its ASID", (m) => invalidate(m, "asid", 0n)],
    ["its page has code", (m) => m.tlb.dropWriteEntries(HOST >>> 12)],
    ["a decoded page goes", (m) => m.tlb.dropCodePage(L.DECODE_POOL)],
    ["all decoded pages go", (m) => m.tlb.dropCodeEntries()],
    ["the ASID changes", (m) => (useAsid(m, 3), m.tlb.select(m.cpu))],
  ]
  const [lo, hi] = T.halves(VA)
  const again = (m: T.TestMachine, bank: number) =>
    TABLES.map((table) => m.tlb.enterAgain(bank, table, lo, hi))
  for (const [name, drop] of drops) {
    const m = T.testMachine()
    T.turnOn(m)
    T.setEl(m, 0)
    const bank = T.field(m, L.BANK_I32)
    fill(m, VA)
    fill(m, VA + BigInt(L.TLB_ENTRIES) * 0x1000n)
    assert.is(count(m, VA), 0)
    assert.equal(again(m, bank), [HOST, HOST, HOST])
    assert.is(count(m, VA), 3)
    assert.equal(again(m, bank + L.BANK_SIZE), [-1, -1, -1])
    drop(m)
    assert.equal(again(m, bank), [-1, -1, -1], name)
  }
})

test("a page of EL1 that was put out is the walker's again", () => {
  const m = T.testMachine()
  T.turnOn(m)
  fill(m, VA)
  const [lo, hi] = T.halves(VA)
  for (const table of TABLES) assert.is(m.tlb.enterAgain(T.field(m, L.BANK_I32), table, lo, hi), -1)
})

test("an entry's addend turns the low half of an address into its host offset", () => {
  const m = T.testMachine()
  fill(m, VA)
  const entry = T.field(m, L.BANK_I32) + Number((VA >> 12n) & BigInt(L.TLB_INDEX_MASK)) * L.TLB_ENTRY_SIZE
  const addend = m.views.i32[(entry + L.TLB_ADDEND) >>> 2]
  assert.is((Number(BigInt.asIntN(32, VA + 0x123n)) + addend) >>> 0, HOST + 0x123)
  assert.is(m.views.i32[(entry + L.TLB_AUX) >>> 2], HOST)
  const code = entry + L.TLB_CODE
  assert.is(m.views.i32[(code + L.TLB_ADDEND) >>> 2], L.DECODE_POOL)
})

test("exception levels have banks of their own in one address space", () => {
  const m = T.testMachine()
  T.turnOn(m)
  fill(m, VA)
  T.setEl(m, 0)
  assert.is(T.field(m, L.BANK_I32), T.field(m, L.BANK_UNPRIV_I32))
  assert.is(count(m, VA), 0)
  T.setEl(m, 1)
  assert.is(count(m, VA), 3)
})

test("address spaces of EL0 are told apart by ASID and found again", () => {
  const m = T.testMachine()
  T.turnOn(m)
  T.setEl(m, 0)
  useAsid(m, 5)
  fill(m, VA)
  useAsid(m, 6)
  assert.is(count(m, VA), 0)
  useAsid(m, 5)
  assert.is(count(m, VA), 3)
})

test("global pages of EL1 stay when the ASID changes, those of one ASID do not", () => {
  const m = T.testMachine()
  T.turnOn(m)
  useAsid(m, 5)
  const own = VA + 0x1000n
  fill(m, VA)
  fillOwn(m, own)
  assert.is(count(m, own), 3)
  useAsid(m, 6)
  assert.equal([count(m, VA), count(m, own)], [3, 0])
  useAsid(m, 5)
  assert.equal([count(m, VA), count(m, own)], [3, 0])
})

test("a global page that took the place of another of one ASID stays", () => {
  const m = T.testMachine()
  T.turnOn(m)
  fillOwn(m, VA)
  fill(m, VA + BigInt(L.TLB_ENTRIES * 0x1000))
  useAsid(m, 6)
  assert.is(count(m, VA + BigInt(L.TLB_ENTRIES * 0x1000)), 3)
})

test("a guest whose upper half is of one ASID gets a bank of EL1 for each space, until reset", () => {
  const m = T.testMachine()
  T.turnOn(m)
  const kernel = 0xffff_ff80_0020_0000n
  useAsid(m, 5)
  fillOwn(m, kernel)
  fill(m, VA)
  assert.is(count(m, kernel), 3)
  useAsid(m, 6)
  assert.equal([count(m, VA), count(m, kernel)], [0, 0], "what was shared is empty")
  fillOwn(m, kernel)
  useAsid(m, 5)
  fillOwn(m, kernel + 0x1000n)
  useAsid(m, 6)
  assert.equal([count(m, kernel), count(m, kernel + 0x1000n)], [3, 0])
  useAsid(m, 5)
  assert.equal([count(m, kernel), count(m, kernel + 0x1000n)], [0, 3])
  invalidate(m, "asid", 6n << 48n)
  assert.is(count(m, kernel + 0x1000n), 3)
  invalidate(m, "asid", 5n << 48n)
  assert.is(count(m, kernel + 0x1000n), 0)
  m.storage.reset(m.cpu)
  T.setEl(m, 1)
  assert.is(T.field(m, L.BANK_I32), m.cpu + L.BANKS + L.BANK_SIZE)
  T.turnOn(m)
  fill(m, VA)
  useAsid(m, 6)
  assert.is(count(m, VA), 3)
})

test("the least recently used space is given to a new ASID, empty", () => {
  const m = T.testMachine()
  T.turnOn(m)
  T.setEl(m, 0)
  useAsid(m, 100)
  fill(m, VA)
  for (let asid = 1; asid < SPACES; asid++) useAsid(m, asid)
  useAsid(m, 100)
  assert.is(count(m, VA), 3, "still there among as many as there are")
  for (let asid = 1; asid <= SPACES; asid++) {
    useAsid(m, asid)
    fill(m, VA)
  }
  useAsid(m, 100)
  assert.is(count(m, VA), 0)
})

test("the ASID is TTBR1's with TCR.A1, and has 8 bits without TCR.AS", () => {
  const m = T.testMachine()
  T.turnOn(m)
  T.setSlot(m, "TTBR1_EL1", (0x1234n << 48n) | BigInt(T.TTBR1_ROOT))
  assert.is(m.tlb.asidOf(m.cpu), 0)
  T.setSlot(m, "TCR_EL1", T.TCR_39 | (1n << 22n))
  assert.is(m.tlb.asidOf(m.cpu), 0x1234)
  T.setSlot(m, "TCR_EL1", (T.TCR_39 | (1n << 22n)) & ~(1n << 36n))
  assert.is(m.tlb.asidOf(m.cpu), 0x34)
})

test("changes of SCTLR.M, TCR, MAIR, HCR, VTTBR and VTCR empty the banks", () => {
  const changes: readonly [L.SysregSlot, bigint][] = [
    ["SCTLR_EL1", 0n],
    ["TCR_EL1", T.TCR_39 | (1n << 37n)],
    ["MAIR_EL1", 0n],
    ["HCR_EL2", 1n],
    ["VTTBR_EL2", 1n << 48n],
    ["VTCR_EL2", 24n],
  ]
  for (const [name, value] of changes) {
    const m = T.testMachine()
    T.turnOn(m)
    fill(m, VA)
    T.setSlot(m, name, value)
    assert.is(count(m, VA), 0, name)
  }
})

test("TLBI VAE1 drops one page in every space, whatever its top byte", () => {
  const m = T.testMachine()
  T.turnOn(m)
  const other = VA + 0x1000n
  const tagged = VA | (0x5an << 56n)
  fill(m, other)
  fill(m, VA)
  invalidate(m, "va", VA >> 12n)
  assert.is(count(m, VA), 0)
  assert.is(count(m, other), 3)
  T.setEl(m, 0)
  fill(m, tagged)
  useAsid(m, 9)
  invalidate(m, "va", VA >> 12n)
  useAsid(m, 0)
  assert.is(count(m, tagged), 0)
})

test("TLBI VAE1 of any address in a block drops all pages of the block", () => {
  const m = T.testMachine()
  T.turnOn(m)
  const kernel = 0xffff_ff80_0020_0000n
  const pages = [kernel + 0x1000n, kernel + 0x1f_f000n]
  pages.forEach((page) => fill(m, page, 21))
  fill(m, kernel + 0x20_3000n, 21)
  fill(m, 0x4012_5000n, 30)
  invalidate(m, "va", ((kernel + 0x8_0000n) >> 12n) & 0xfff_ffff_ffffn)
  assert.equal(
    pages.map((page) => count(m, page)),
    [0, 0],
  )
  assert.is(count(m, kernel + 0x20_3000n), 3)
  invalidate(m, "va", 0x7fff_f000n >> 12n)
  assert.is(count(m, 0x4012_5000n), 0)
})

test("TLBI ASIDE1 drops the space of that ASID alone", () => {
  const m = T.testMachine()
  T.turnOn(m)
  T.setEl(m, 0)
  useAsid(m, 5)
  fillOwn(m, VA)
  useAsid(m, 6)
  fillOwn(m, VA)
  invalidate(m, "asid", 5n << 48n)
  assert.is(count(m, VA), 3)
  useAsid(m, 5)
  assert.is(count(m, VA), 0)
})

test("TLBI ASIDE1 leaves EL1 its global pages, of that ASID nothing", () => {
  const m = T.testMachine()
  T.turnOn(m)
  useAsid(m, 5)
  fill(m, VA)
  fillOwn(m, VA + 0x1000n)
  invalidate(m, "asid", 6n << 48n)
  assert.equal([count(m, VA), count(m, VA + 0x1000n)], [3, 3])
  invalidate(m, "asid", 5n << 48n)
  assert.equal([count(m, VA), count(m, VA + 0x1000n)], [3, 0])
})

test("the inner shareable forms reach the CPUs of the same VMID", () => {
  const m = T.testMachine(3)
  const [, second, third] = [0, 1, 2].map((n) => L.CPU_BLOCKS + n * L.CPU_BLOCK_SIZE)
  T.setSlot(m, "VTTBR_EL2", 2n << 48n, third)
  const bankOf = (cpu: number) => T.field(m, L.BANK_I32, cpu)
  const fillAll = () => {
    for (const cpu of [m.cpu, second, third]) {
      const [lo, hi] = T.halves(VA)
      m.tlb.fillRead(bankOf(cpu), lo, hi, HOST, 12)
    }
  }
  const mapping = () => [m.cpu, second, third].map((cpu) => mapped(m, L.TLB_READ, VA, bankOf(cpu)))
  fillAll()
  invalidate(m, "va", VA >> 12n)
  assert.equal(mapping(), [false, true, true], "the local form")
  fillAll()
  invalidate(m, "all", 0n, 3)
  assert.equal(mapping(), [false, false, true])
  fillAll()
  T.setSlot(m, "HCR_EL2", 1n << 9n)
  fillAll()
  invalidate(m, "va", VA >> 12n)
  assert.equal(mapping(), [false, false, true], "HCR.FB")
})

test("a page that becomes code loses its write entries in every bank", () => {
  const m = T.testMachine()
  T.turnOn(m)
  fill(m, VA)
  useAsid(m, 3)
  fill(m, VA + 0x5000n)
  m.tlb.dropWriteEntries(HOST >>> 12)
  assert.equal(
    TABLES.map((table) => mapped(m, table, VA + 0x5000n)),
    [true, false, true],
  )
  useAsid(m, 0)
  assert.equal(
    TABLES.map((table) => mapped(m, table, VA)),
    [true, false, true],
  )
  m.tlb.dropWriteEntries((HOST >>> 12) + 1)
})

test("giving back all decoded pages empties the code tables alone", () => {
  const m = T.testMachine()
  fill(m, VA)
  m.tlb.dropCodeEntries()
  assert.equal(
    TABLES.map((table) => mapped(m, table, VA)),
    [true, true, false],
  )
})

test.run()
