// SPDX-License-Identifier: BSD-2-Clause
//
// Stage 1 of the walker against the Arm ARM: which addresses translate, every fault code with its level, and
// the permission table (D8.4.1) for each AP, UXN and PXN.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as T from "./testing.ts"
import { RamPages } from "./ram-pages.ts"
import { Stage2 } from "./stage2.ts"
import { fromPair } from "./views.ts"
import { AS_EL0, UNALIGNED, WANT_EXEC, WANT_READ, WANT_WRITE, Walker } from "./walk.ts"

const test = suite("mmu/walk")
const VA = 0x12_3456_7000n
const KERNEL_VA = 0xffff_ff80_1234_5000n
const TARGET = BigInt(T.RAM + 0x20_0000)
const NORMAL = T.attrIndex(1) | T.AF

function setUp(): { m: T.TestMachine; walk: (va: bigint, access?: number) => number | string } {
  const m = T.testMachine()
  T.turnOn(m)
  const pages = new RamPages(m.memory0)
  const walker = new Walker(m.views, pages, new Stage2(m.views, pages, 1))
  const walk = (va: bigint, access = WANT_READ) => {
    const [lo, hi] = T.halves(va)
    if (walker.translate(m.cpu, lo, hi, access)) return fromPair(walker.paLo, walker.paHi)
    const stage = walker.secondStage ? "s2 " : ""
    return `${stage}${walker.onWalk ? "ptw " : ""}0x${walker.fsc.toString(16)}`
  }
  return { m, walk }
}

test("a page of either half translates with its offset", () => {
  const { m, walk } = setUp()
  T.mapPage(m, T.TTBR0_ROOT, VA, TARGET | NORMAL | T.VALID_PAGE)
  T.mapPage(m, T.TTBR1_ROOT, KERNEL_VA, (TARGET + 0x1000n) | NORMAL | T.VALID_PAGE)
  assert.is(walk(VA + 0x123n), Number(TARGET) + 0x123)
  assert.is(walk(KERNEL_VA + 0xfffn), Number(TARGET) + 0x1fff)
})

test("blocks of 1 GiB and 2 MiB pass their offset through", () => {
  const { m, walk } = setUp()
  T.putDescriptor(m, T.TTBR0_ROOT, 1, 0x40000000n | NORMAL | T.VALID_BLOCK)
  T.putDescriptor(m, T.TTBR0_ROOT, 2, BigInt(T.TABLES) | T.TABLE)
  T.putDescriptor(m, T.TABLES, 3, 0x40200000n | NORMAL | T.VALID_BLOCK)
  assert.is(walk(0x4012_3456n), 0x4012_3456)
  assert.is(walk(0x8000_0000n + 0x60_0000n + 0x1f_fff0n), 0x403f_fff0)
})

test("a 48-bit space starts at level 0, where blocks are not allowed", () => {
  const { m, walk } = setUp()
  T.setSlot(m, "TCR_EL1", (T.TCR_39 & ~63n) | 16n)
  T.putDescriptor(m, T.TTBR0_ROOT, 1, BigInt(T.TABLES) | T.TABLE)
  T.putDescriptor(m, T.TTBR0_ROOT, 2, NORMAL | T.VALID_BLOCK)
  T.putDescriptor(m, T.TABLES, 0, 0x40000000n | NORMAL | T.VALID_BLOCK)
  assert.is(walk((1n << 39n) + 0x5678n), 0x4000_5678)
  assert.is(walk(2n << 39n), "0x4")
})

test("a 30-bit space starts at level 2, with a table smaller than a page", () => {
  const { m, walk } = setUp()
  T.setSlot(m, "TCR_EL1", (T.TCR_39 & ~63n) | 38n)
  T.setSlot(m, "TTBR0_EL1", BigInt(T.TTBR0_ROOT + 0x100))
  T.putDescriptor(m, T.TTBR0_ROOT + 0x100, 5, 0x40200000n | NORMAL | T.VALID_BLOCK)
  assert.is(walk(0xa0_0010n), 0x4020_0010)
  assert.is(walk(1n << 26n), "0x4", "beyond the input size")
})

test("translation faults carry the level of the missing entry", () => {
  const { m, walk } = setUp()
  assert.is(walk(VA), "0x5")
  T.mapPage(m, T.TTBR0_ROOT, VA, 0n)
  assert.is(walk(VA), "0x7")
  T.mapPage(m, T.TTBR0_ROOT, VA, TARGET | NORMAL | T.VALID_BLOCK)
  assert.is(walk(VA), "0x7", "a level 3 entry of type block is reserved")
  assert.is(walk(VA + 0x20_0000n), "0x6")
  assert.is(walk(1n << 39n), "0x4", "beyond the input size")
  assert.is(walk(0xffff_fe00_0000_0000n), "0x4")
})

test("EPD and an unimplemented granule fault at level 0", () => {
  const { m, walk } = setUp()
  T.mapPage(m, T.TTBR0_ROOT, VA, TARGET | NORMAL | T.VALID_PAGE)
  for (const tcr of [T.TCR_39 | (1n << 7n), T.TCR_39 | (1n << 14n), T.TCR_39 | (2n << 14n)]) {
    T.setSlot(m, "TCR_EL1", tcr)
    assert.is(walk(VA), "0x4")
  }
  T.mapPage(m, T.TTBR1_ROOT, KERNEL_VA, TARGET | NORMAL | T.VALID_PAGE)
  T.setSlot(m, "TCR_EL1", T.TCR_39 | (1n << 23n))
  assert.is(walk(KERNEL_VA), "0x4")
})

test("addresses beyond the output size fault with the level they stand in", () => {
  const { m, walk } = setUp()
  T.mapPage(m, T.TTBR0_ROOT, VA, (1n << 40n) | NORMAL | T.VALID_PAGE)
  assert.is(walk(VA), "0x3")
  T.setSlot(m, "TTBR0_EL1", 1n << 44n)
  assert.is(walk(VA), "0x0")
  T.setSlot(m, "TTBR0_EL1", BigInt(T.TTBR0_ROOT))
  T.setSlot(m, "TCR_EL1", T.TCR_39 & ~(7n << 32n))
  T.putDescriptor(m, T.TTBR0_ROOT, 0, (1n << 32n) | T.TABLE)
  assert.is(walk(0n), "0x1", "IPS of 32 bits")
})

test("a clear access flag faults, before permissions are looked at", () => {
  const { m, walk } = setUp()
  T.mapPage(m, T.TTBR0_ROOT, VA, TARGET | T.attrIndex(1) | T.AP_RO | T.VALID_PAGE)
  assert.is(walk(VA, WANT_WRITE), "0xb")
})

test("a table outside RAM is an external abort on the walk", () => {
  const { m, walk } = setUp()
  T.putDescriptor(m, T.TTBR0_ROOT, 0, 0x8000_0000n | T.TABLE)
  assert.is(walk(0n), "0x16")
})

/** Expected rights by AP[2:1], as "EL1 EL0"; x only where neither XN bit nor an EL0-writable page forbids. */
const AP_TABLE: readonly [bigint, string][] = [
  [0n, "rwx --x"],
  [T.AP_EL0, "rw- rwx"],
  [T.AP_RO, "r-x --x"],
  [T.AP_RO | T.AP_EL0, "r-x r-x"],
]

function rights(walk: (va: bigint, access?: number) => number | string): string {
  const one = (access: number, letter: string) => (typeof walk(VA, access) === "number" ? letter : "-")
  const at = (el: number) => one(WANT_READ | el, "r") + one(WANT_WRITE | el, "w") + one(WANT_EXEC | el, "x")
  return `${at(0)} ${at(AS_EL0)}`
}

test("permissions follow AP, and a page that EL0 can write is never EL1's to execute", () => {
  for (const [ap, expected] of AP_TABLE) {
    const { m, walk } = setUp()
    T.mapPage(m, T.TTBR0_ROOT, VA, TARGET | NORMAL | ap | T.VALID_PAGE)
    assert.is(rights(walk), expected)
    assert.is(walk(VA, WANT_READ), Number(TARGET))
  }
})

test("UXN and PXN, in the page and in the tables above", () => {
  const rightsOf = (leaf: bigint, table: bigint) => {
    const { m, walk } = setUp()
    T.mapPage(m, T.TTBR0_ROOT, VA, TARGET | NORMAL | leaf | T.VALID_PAGE, table)
    return rights(walk)
  }
  assert.is(rightsOf(T.UXN, 0n), "rwx ---")
  assert.is(rightsOf(T.PXN, 0n), "rw- --x")
  assert.is(rightsOf(0n, T.UXN_TABLE), "rwx ---")
  assert.is(rightsOf(0n, T.PXN_TABLE), "rw- --x")
  assert.is(rightsOf(T.AP_EL0, T.APTABLE_NO_EL0), "rwx --x")
  assert.is(rightsOf(T.AP_EL0, T.APTABLE_RO), "r-x r-x")
})

test("SCTLR.WXN makes writable pages execute-never", () => {
  const { m, walk } = setUp()
  T.setSlot(m, "SCTLR_EL1", 1n | (1n << 19n))
  T.mapPage(m, T.TTBR0_ROOT, VA, TARGET | NORMAL | T.VALID_PAGE)
  assert.is(rights(walk), "rw- --x")
  T.mapPage(m, T.TTBR0_ROOT, VA, TARGET | NORMAL | T.AP_EL0 | T.VALID_PAGE)
  assert.is(rights(walk), "rw- rw-")
})

test("permission faults have the leaf's level", () => {
  const { m, walk } = setUp()
  T.putDescriptor(m, T.TTBR0_ROOT, 0, 0x40000000n | NORMAL | T.AP_RO | T.VALID_BLOCK)
  T.mapPage(m, T.TTBR0_ROOT, 1n << 30n, TARGET | NORMAL | T.AP_RO | T.VALID_PAGE)
  assert.is(walk(0n, WANT_WRITE), "0xd")
  assert.is(walk(1n << 30n, WANT_WRITE), "0xf")
})

test("an unaligned access to Device memory is an alignment fault, before its permissions", () => {
  const { m, walk } = setUp()
  T.mapPage(m, T.TTBR0_ROOT, VA, TARGET | T.AF | T.attrIndex(2) | T.AP_RO | T.VALID_PAGE)
  assert.is(walk(VA + 1n, WANT_WRITE | UNALIGNED), "0x21")
  assert.is(walk(VA, WANT_WRITE), "0xf")
})

test("top byte ignore strips bits 63..56 of its half alone", () => {
  const { m, walk } = setUp()
  T.mapPage(m, T.TTBR0_ROOT, VA, TARGET | NORMAL | T.VALID_PAGE)
  T.mapPage(m, T.TTBR1_ROOT, KERNEL_VA, TARGET | NORMAL | T.VALID_PAGE)
  const tagged = VA | (0xa5n << 56n)
  assert.is(walk(tagged), "0x4")
  T.setSlot(m, "TCR_EL1", T.TCR_39 | (1n << 37n))
  assert.is(walk(tagged), Number(TARGET))
  assert.is(walk(KERNEL_VA & ~(0xffn << 56n)), "0x4")
  T.setSlot(m, "TCR_EL1", T.TCR_39 | (1n << 38n))
  assert.is(walk(KERNEL_VA & ~(0xffn << 56n)), Number(TARGET))
})

test("with the MMU off 40 bits pass through; beyond is an address size fault; data is Device memory", () => {
  const { m, walk } = setUp()
  T.setSlot(m, "SCTLR_EL1", 0n)
  assert.is(walk(0xff_1234_5678n), 0xff_1234_5678)
  assert.is(walk(1n << 40n), "0x0")
  assert.is(walk(0x4000_0001n, WANT_READ | UNALIGNED), "0x21")
  assert.is(walk(0x4000_0000n, WANT_EXEC), 0x4000_0000)
})

test.run()
