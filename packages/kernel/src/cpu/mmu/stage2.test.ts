// SPDX-License-Identifier: BSD-2-Clause
//
// Stage 2 under stage 1: the manual's fault codes with the intermediate physical address, stage 2 faults on
// stage 1 walks, and HCR_EL2.DC and PTW.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as T from "./testing.ts"
import { RamPages } from "./ram-pages.ts"
import { Stage2 } from "./stage2.ts"
import { fromPair } from "./views.ts"
import { AS_EL0, EL0_SHIFT, UNALIGNED, WANT_EXEC, WANT_READ, WANT_WRITE, Walker } from "./walk.ts"

const test = suite("mmu/stage2")
/** Root of two concatenated level 1 tables (40-bit IPA), then a level 2 and a level 3 table. */
const ROOT = T.RAM + 0x8_0000
const LEVEL2 = T.RAM + 0x8_2000
const LEVEL3 = T.RAM + 0x8_3000
const VTCR = 0x8002_3558n
const ALL = T.S2_R | T.S2_W | T.S2_NORMAL | T.AF
const VM = 1n

interface Fixture {
  m: T.TestMachine
  walker: Walker
  /** PA, or "fsc ipa" with flags. */
  walk: (va: number, access?: number) => number | string
  /** Forgets cached walks, as the kernel does after it changed the tables. */
  flush: () => void
}

/** MMU off, stage 2 on: the IPA is the address. */
function setUp(hcr = VM): Fixture {
  const m = T.testMachine()
  const pages = new RamPages(m.memory0)
  const stage2 = new Stage2(m.views, pages, 1)
  const walker = new Walker(m.views, pages, stage2)
  T.setSlot(m, "VTTBR_EL2", BigInt(ROOT) | (7n << 48n))
  T.setSlot(m, "VTCR_EL2", VTCR)
  T.setSlot(m, "HCR_EL2", hcr)
  const walk = (va: number, access = WANT_READ) => {
    const [lo, hi] = T.halves(BigInt(va))
    if (walker.translate(m.cpu, lo, hi, access)) return fromPair(walker.paLo, walker.paHi)
    if (!walker.secondStage) return `s1 0x${walker.fsc.toString(16)}`
    const ipa = fromPair(walker.faultIpaLo, walker.faultIpaHi).toString(16)
    return `0x${walker.fsc.toString(16)}${walker.onWalk ? " ptw" : ""} at 0x${ipa}`
  }
  return { m, walker, walk, flush: () => stage2.flush(0) }
}

function mapTables(m: T.TestMachine, ipa: number): void {
  T.putDescriptor(m, ROOT, Math.floor(ipa / 2 ** 30), BigInt(LEVEL2) | T.TABLE)
  T.putDescriptor(m, LEVEL2, Math.floor(ipa / 2 ** 21) % 512, BigInt(LEVEL3) | T.TABLE)
}

test("without VM the IPA is the PA", () => {
  assert.is(setUp(0n).walk(0x4000_1234), 0x4000_1234)
})

test("pages, 2 MiB and 1 GiB blocks translate; the second root table holds IPAs from 512 GiB on", () => {
  const { m, walk } = setUp()
  const high = 2 ** 39 + 2 ** 30
  mapTables(m, high)
  T.putDescriptor(m, LEVEL3, 5, BigInt(T.RAM + 0x7000) | ALL | T.VALID_PAGE)
  T.putDescriptor(m, LEVEL2, 3, 0x4020_0000n | ALL | T.VALID_BLOCK)
  T.putDescriptor(m, ROOT, 2, 0x4000_0000n | ALL | T.VALID_BLOCK)
  assert.is(walk(high + 0x5abc), T.RAM + 0x7abc)
  assert.is(walk(high + 0x60_1234), 0x4020_1234)
  assert.is(walk(0x8123_4568), 0x4123_4568)
})

test("translation faults have the level and the byte-exact IPA", () => {
  const { m, walk } = setUp()
  assert.is(walk(0x9000_0123), "0x5 at 0x90000123")
  mapTables(m, 0x8000_0000)
  assert.is(walk(0x8020_0010), "0x6 at 0x80200010")
  assert.is(walk(0x8000_1001), "0x7 at 0x80001001")
})

test("an IPA beyond VTCR.T0SZ and an impossible start level fault at level 0", () => {
  const { m, walk } = setUp()
  T.setSlot(m, "VTCR_EL2", (VTCR & ~63n) | 32n)
  assert.is(walk(2 ** 32), "0x4 at 0x100000000")
  T.setSlot(m, "VTCR_EL2", VTCR | (2n << 6n))
  assert.is(walk(0x1000), "0x4 at 0x1000")
  T.setSlot(m, "VTCR_EL2", VTCR | (1n << 14n))
  assert.is(walk(0x1000), "0x4 at 0x1000")
})

test("S2AP and XN give permission faults, a clear access flag faults first", () => {
  const { m, walk, flush } = setUp()
  mapTables(m, 0x8000_0000)
  const put = (bits: bigint) => {
    T.putDescriptor(m, LEVEL3, 0, BigInt(T.RAM) | bits | T.VALID_PAGE)
    flush()
  }
  put(T.S2_R | T.S2_NORMAL | T.AF)
  assert.is(walk(0x8000_0008, WANT_WRITE), "0xf at 0x80000008")
  assert.is(walk(0x8000_0008), T.RAM + 8)
  put(T.S2_W | T.S2_NORMAL | T.AF)
  assert.is(walk(0x8000_0000), "0xf at 0x80000000")
  put(ALL | T.S2_XN)
  assert.is(walk(0x8000_0004, WANT_EXEC), "0xf at 0x80000004")
  put(T.S2_R | T.S2_NORMAL)
  assert.is(walk(0x8000_0000), "0xb at 0x80000000")
})

test("output addresses beyond 40 bits fault", () => {
  const { m, walk } = setUp()
  T.putDescriptor(m, ROOT, 2, (1n << 40n) | ALL | T.VALID_BLOCK)
  assert.is(walk(0x8000_0000), "0x1 at 0x80000000")
  T.setSlot(m, "VTTBR_EL2", 1n << 40n)
  assert.is(walk(0x8000_0000), "0x0 at 0x80000000")
})

test("a stage 2 table outside RAM is an external abort on the walk", () => {
  const { m, walk } = setUp()
  T.putDescriptor(m, ROOT, 2, 0x1_0000_0000n | T.TABLE)
  assert.is(walk(0x8000_0000), "0x16 at 0x80000000")
})

test("a stage 1 table that stage 2 does not map is a stage 2 fault with S1PTW at the table's IPA", () => {
  const { m, walk, flush } = setUp()
  T.turnOn(m)
  assert.is(walk(0x4020_0000), `0x5 ptw at 0x${(T.TTBR0_ROOT + 8).toString(16)}`)
  // Mapped, but not readable: a permission fault.
  T.putDescriptor(m, ROOT, 1, 0x4000_0000n | T.S2_W | T.S2_NORMAL | T.AF | T.VALID_BLOCK)
  assert.is(walk(0x4020_0000), `0xd ptw at 0x${(T.TTBR0_ROOT + 8).toString(16)}`)
  T.putDescriptor(m, ROOT, 1, 0x4000_0000n | ALL | T.VALID_BLOCK)
  flush()
  assert.is(walk(0x4020_0000), "s1 0x5")
})

test("HCR.PTW forbids stage 1 tables in stage 2 Device memory", () => {
  const { m, walk } = setUp(VM | 4n)
  T.turnOn(m)
  T.putDescriptor(m, ROOT, 1, 0x4000_0000n | T.S2_R | T.S2_W | T.AF | T.VALID_BLOCK)
  assert.is(walk(0x4020_0000), `0xd ptw at 0x${(T.TTBR0_ROOT + 8).toString(16)}`)
})

test("both stages have to allow an access", () => {
  const { m, walker, walk } = setUp()
  T.turnOn(m)
  T.putDescriptor(m, ROOT, 1, 0x4000_0000n | T.S2_R | T.S2_NORMAL | T.AF | T.VALID_BLOCK)
  const leaf = BigInt(T.RAM) | T.AF | T.attrIndex(1) | T.AP_EL0 | T.VALID_PAGE
  T.mapPage(m, T.TTBR0_ROOT, 0x4020_0000n, leaf)
  assert.is(walk(0x4020_0000, WANT_READ | AS_EL0), T.RAM)
  assert.is(walker.permissions, WANT_READ | ((WANT_READ | WANT_EXEC) << EL0_SHIFT))
  assert.is(walk(0x4020_0010, WANT_WRITE), `0xd at 0x${(T.RAM + 0x10).toString(16)}`)
})

test("stage 1 faults come before those of stage 2", () => {
  const { m, walk } = setUp()
  T.turnOn(m)
  T.putDescriptor(m, ROOT, 1, 0x4000_0000n | ALL | T.VALID_BLOCK)
  T.mapPage(m, T.TTBR0_ROOT, 0n, 0x9000_0000n | T.AF | T.attrIndex(1) | T.AP_RO | T.VALID_PAGE)
  assert.is(walk(0, WANT_WRITE), "s1 0xf")
  assert.is(walk(0x10), "0x5 at 0x90000010")
})

test("stage 2 Device memory makes an unaligned access an alignment fault of stage 2", () => {
  const { m, walk } = setUp(VM | (1n << 12n))
  T.putDescriptor(m, ROOT, 1, 0x4000_0000n | T.S2_R | T.S2_W | T.AF | T.VALID_BLOCK)
  assert.is(walk(0x4000_0001, WANT_READ | UNALIGNED), "0x21 at 0x40000001")
})

test("HCR.DC turns stage 1 off with Normal memory, whatever SCTLR.M says", () => {
  const { m, walker, walk } = setUp(1n << 12n)
  T.turnOn(m)
  T.putDescriptor(m, ROOT, 1, 0x4000_0000n | ALL | T.VALID_BLOCK)
  assert.is(walk(0x4000_0001, WANT_READ | UNALIGNED), 0x4000_0001)
  assert.is(walker.device, false)
})

test("walks are kept until they are flushed", () => {
  const { m, walk, flush } = setUp()
  T.putDescriptor(m, ROOT, 1, 0x4000_0000n | ALL | T.VALID_BLOCK)
  assert.is(walk(T.RAM), T.RAM)
  T.putDescriptor(m, ROOT, 1, 0n)
  assert.is(walk(T.RAM), T.RAM)
  flush()
  assert.is(walk(T.RAM), `0x5 at 0x${T.RAM.toString(16)}`)
})

test.run()
