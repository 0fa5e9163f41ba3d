// SPDX-License-Identifier: BSD-2-Clause
//
// Accesses that RAM does not answer: their translations are remembered until something is invalidated, faults keep
// their syndrome, and registers that somebody emulates are answered in place.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as L from "../layout.ts"
import * as T from "./testing.ts"
import type { Registers } from "./views.ts"

const test = suite("mmu/device-tlb")

/** Stage 2 maps 2 MiB of RAM at its own address; the MMU of stage 1 is off. */
const ROOT = T.RAM + 0x8_0000
const LEVEL2 = T.RAM + 0x8_2000
const VTCR = 0x8002_3558n
const CODE = T.RAM + 0x1000
const EMULATED = 0x0800_0000
/** LDR W2, [X3] and LDP W2, W4, [X3]. */
const LDR = 0xb9400062
const LDP = 0x29401062

function setUp(word = LDR): T.TestMachine {
  const m = T.testMachine()
  const ram = BigInt(T.RAM) | T.S2_R | T.S2_W | T.S2_NORMAL | T.AF | T.VALID_BLOCK
  T.putDescriptor(m, ROOT, Math.floor(T.RAM / 2 ** 30), BigInt(LEVEL2) | T.TABLE)
  T.putDescriptor(m, LEVEL2, Math.floor(T.RAM / 2 ** 21) % 512, ram)
  m.views.u32[m.memory0.hostOffset(CODE) >>> 2] = word
  T.setSlot(m, "VTTBR_EL2", BigInt(ROOT))
  T.setSlot(m, "VTCR_EL2", VTCR)
  T.setSlot(m, "HCR_EL2", 1n)
  m.storage.flush(m.cpu)
  T.setWide(m, L.PC, BigInt(CODE))
  return m
}

function read(m: T.TestMachine, address: number, size = 4, flags = 0): number {
  T.setWide(m, L.VA, BigInt(address))
  T.setWide(m, L.DATA, 0n)
  return m.host.memRead(m.cpu, size, flags)
}

function write(m: T.TestMachine, address: number, size: number, value: bigint): number {
  T.setWide(m, L.VA, BigInt(address))
  T.setWide(m, L.DATA, value)
  return m.host.memWrite(m.cpu, size, 0)
}

/** All that is there from EMULATED on is emulated by these. */
function emulate(m: T.TestMachine, registers: Pick<Registers, "read" | "write">): void {
  const all = { base: EMULATED, size: 0x1000, ...registers }
  m.memory.emulation[0] = { registersAt: () => all }
}

const esr = (m: T.TestMachine) => T.field(m, L.EXC_ESR_I32) >>> 0
const faults = (m: T.TestMachine) => ({ esr: esr(m), ipa: T.wide(m, L.EXC_IPA), far: T.wide(m, L.EXC_FAR) })

test("a fault of stage 2 is the same the second time, for the address at hand", () => {
  const m = setUp()
  assert.is(read(m, EMULATED + 0x10), L.M_FAULT)
  const first = faults(m)
  assert.is(first.esr >>> 26, 0x24)
  assert.is(first.ipa, BigInt(EMULATED + 0x10))
  assert.is(read(m, EMULATED + 0x18), L.M_FAULT)
  assert.equal(faults(m), { ...first, ipa: BigInt(EMULATED + 0x18), far: BigInt(EMULATED + 0x18) })
  assert.is(write(m, EMULATED + 0x18, 4, 0n), L.M_FAULT)
  assert.is(esr(m) & 0x40, 0x40, "WnR")
})

test("memory that is mapped later is found after TLB maintenance", () => {
  const m = setUp()
  assert.is(read(m, T.RAM + 0x20_0000), L.M_FAULT)
  const more = BigInt(T.RAM + 0x20_0000) | T.S2_R | T.S2_NORMAL | T.AF | T.VALID_BLOCK
  T.putDescriptor(m, LEVEL2, (Math.floor(T.RAM / 2 ** 21) % 512) + 1, more)
  m.storage.flush(m.cpu)
  assert.is(read(m, T.RAM + 0x20_0000), L.M_DONE)
})

test("a device's page is remembered, and every TLB maintenance forgets it", () => {
  const VA = 0x12_3456_7000n
  const device = (at: number) => BigInt(at) | T.attrIndex(0) | T.AF | T.VALID_PAGE
  const flushes: ((m: T.TestMachine) => void)[] = [
    (m) => m.tlb.flushAll(m.cpu),
    (m) => m.tlb.flushAsid(m.cpu, m.tlb.asidOf(m.cpu)),
    (m) => m.tlb.flushVa(m.cpu, Number(VA & 0xffff_ffffn) | 0, Number(VA >> 32n)),
    (m) => m.tlb.flushVa(m.cpu, Number(VA & 0xffff_ffffn) | 0, Number(VA >> 32n), true),
  ]
  for (const flush of flushes) {
    const m = T.testMachine()
    T.turnOn(m)
    T.mapPage(m, T.TTBR0_ROOT, VA, device(T.DEVICE))
    const readAt = () => {
      T.setWide(m, L.VA, VA + 4n)
      return m.host.memRead(m.cpu, 4, 0)
    }
    assert.is(readAt(), L.M_DONE)
    T.mapPage(m, T.TTBR0_ROOT, VA, device(T.DEVICE + 0x1000))
    assert.is(readAt(), L.M_DONE, "the old page: nothing was invalidated")
    assert.is(T.wide(m, L.DATA), BigInt(T.DEVICE + 4))
    flush(m)
    assert.is(readAt(), L.M_FAULT, "nobody answers at the new one")
  }
})

test("an emulated register is answered in place, at each size", () => {
  const m = setUp()
  const asked: (string | number)[][] = []
  emulate(m, {
    read: (offset, size) => {
      asked.push(["read", offset, size])
      return 0xfedc_ba98
    },
    write: (offset, size, value) => {
      asked.push(["write", offset, size, value])
      return true
    },
  })
  assert.is(read(m, EMULATED + 4), L.M_DONE)
  assert.is(T.wide(m, L.DATA), 0xfedc_ba98n)
  assert.is(write(m, EMULATED + 6, 2, 0x1234n), L.M_DONE)
  assert.is(write(m, EMULATED + 7, 1, 0xffn), L.M_DONE)
  assert.equal(asked, [
    ["read", 4, 4],
    ["write", 6, 2, 0x1234],
    ["write", 7, 1, 0xff],
  ])
})

test("who emulates a register and sets PC has dealt with the instruction", () => {
  const m = setUp()
  const move = () => (m.views.i32[(m.cpu + L.MOVED_I32) >>> 2] = 1)
  emulate(m, { read: () => move(), write: () => true })
  move()
  assert.is(write(m, EMULATED, 4, 0n), L.M_DONE, "set before is not set now")
  for (const way of ["the first time", "where its register is known"]) {
    assert.is(read(m, EMULATED), L.M_FAULT, way)
    assert.is(T.field(m, L.EXC_KIND_I32), L.EXC_MOVED)
    assert.is(m.host.deliver(m.cpu), 0, "the CPU goes on")
  }
})

test("what no syndrome describes, and what nobody answers, is an exit", () => {
  const m = setUp(LDP)
  let asked = 0
  const registers = {
    read: () => {
      asked += 1
      return undefined
    },
    write: () => true,
  }
  emulate(m, registers)
  assert.is(read(m, EMULATED), L.M_FAULT)
  assert.is(asked, 0, "a pair has no syndrome")
  assert.is(esr(m) & (1 << 24), 0)
  const other = setUp()
  emulate(other, registers)
  assert.is(read(other, EMULATED, 8), L.M_FAULT)
  assert.is(asked, 0, "64 bits go by message")
  assert.is(read(other, EMULATED, 4), L.M_FAULT)
  assert.is(asked, 1)
  assert.is(faults(other).ipa, BigInt(EMULATED))
  assert.is(read(other, EMULATED + 8, 4), L.M_FAULT)
  assert.is(asked, 2, "once for each access, where the register is known, too")
  assert.is(faults(other).ipa, BigInt(EMULATED + 8))
  assert.is.not(esr(other) & (1 << 24), 0)
})

test("translated code asks for RAM alone, and emulates nothing", () => {
  const m = setUp()
  let asked = 0
  emulate(m, { read: () => ++asked, write: () => ++asked > 0 })
  assert.is(read(m, EMULATED, 4, L.ACC_RAM_ONLY), L.M_FAULT)
  assert.is(read(m, EMULATED, 4, L.ACC_RAM_ONLY), L.M_FAULT)
  assert.is(asked, 0)
})

test("what translated code asks for is not remembered: both tiers leave the same translations", () => {
  const m = setUp()
  assert.is(read(m, EMULATED, 8, L.ACC_RAM_ONLY), L.M_FAULT)
  const ram = BigInt(T.RAM) | T.S2_R | T.S2_W | T.S2_NORMAL | T.AF | T.VALID_BLOCK
  T.putDescriptor(m, LEVEL2, Math.floor(EMULATED / 2 ** 21) % 512, ram)
  T.putDescriptor(m, ROOT, Math.floor(EMULATED / 2 ** 30), BigInt(LEVEL2) | T.TABLE)
  // Nothing was invalidated: only what the interpreter itself has seen may be older than the tables.
  assert.is(read(m, EMULATED, 8), L.M_DONE)
})

test.run()
