// SPDX-License-Identifier: BSD-2-Clause
//
// Stage 2 tables, bit by bit against the VMSAv8-64 descriptor formats (Arm ARM, D8.3).

import { PhysicalMemory } from "@vmm/machine"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { FrameSource } from "./frame.ts"
import { Stage2, VTCR } from "./stage2.ts"

const test = suite("kernel: stage 2 tables")

const BASE = 0x8000_0000
const ALL = { read: true, write: true, execute: true, cached: true }

function space(size = 0x10000): { readonly memory: PhysicalMemory; readonly stage2: Stage2 } {
  const memory = new PhysicalMemory(new ArrayBuffer(0x200000), 0, 0x200000, [{ base: BASE, size: 0x200000 }])
  return { memory, stage2: new Stage2(memory, new FrameSource({ base: BASE, size }), 7) }
}

/** A descriptor as 64 bits. */
const at = (memory: PhysicalMemory, pa: number): bigint =>
  (BigInt(memory.readU32(pa + 4)) << 32n) | BigInt(memory.readU32(pa))

test("a 2 MiB page is a block descriptor of level 2", () => {
  const { memory, stage2 } = space()
  stage2.map(0x4000_0000, 0x1_2340_0000, 0x40_0000, 0x20_0000, ALL)
  const first = at(memory, stage2.root + 8)
  assert.is(first & 3n, 3n)
  const table = Number(first & 0xfffffffff000n)
  assert.is(at(memory, table), 0x1_2340_0000n | 0x7fdn)
  assert.is(at(memory, table + 8), 0x1_2360_0000n | 0x7fdn)
  assert.is(at(memory, table + 16), 0n)
  assert.is(stage2.translate(0x4020_0123), 0x1_2360_0123)
})

test("a 4 KiB device page is read-write, never executed, Device-nGnRnE", () => {
  const { memory, stage2 } = space()
  stage2.map(0x3086_0000, 0x3086_0000, 0x1000, 0x1000, { ...ALL, execute: false, cached: false })
  const second = Number(at(memory, stage2.root) & 0xfffffffff000n) + (0x30860000 >>> 21) * 8
  const third = Number(at(memory, second) & 0xfffffffff000n) + 0x60 * 8
  assert.is(at(memory, third), (1n << 54n) | 0x3086_0000n | 0x7c3n)
})

test("a page without write permission has S2AP 01", () => {
  const { memory, stage2 } = space()
  stage2.map(0, 0x5000_0000, 0x20_0000, 0x20_0000, { ...ALL, write: false })
  const second = Number(at(memory, stage2.root) & 0xfffffffff000n)
  assert.is((at(memory, second) >> 6n) & 3n, 1n)
})

test("the second of the concatenated roots serves IPAs from 2^39", () => {
  const { memory, stage2 } = space()
  stage2.map(2 ** 39 + 0x1000, 0x1000, 0x1000, 0x1000, ALL)
  assert.is(at(memory, stage2.root + 0x1000) & 3n, 3n)
  assert.is(stage2.translate(2 ** 39 + 0x1234), 0x1234)
  assert.is(stage2.translate(0x1234), undefined)
})

test("what is unmapped is gone, and the processors are told", () => {
  const { stage2 } = space()
  let told = 0
  stage2.onUnmap = () => {
    told += 1
  }
  stage2.map(0x20_0000, 0, 0x3000, 0x1000, ALL)
  stage2.unmap(0x20_1000, 0x1000)
  assert.is(stage2.translate(0x20_0fff), 0xfff)
  assert.is(stage2.translate(0x20_1000), undefined)
  assert.is(stage2.translate(0x20_2000), 0x2000)
  assert.is(stage2.ipaOf(0x1000), undefined)
  assert.is(stage2.ipaOf(0x2004), 0x20_2004)
  assert.is(stage2.ipaOf(0x9000), undefined)
  stage2.unmap(0, 0x40_0000)
  assert.is(stage2.translate(0x20_0000), undefined)
  assert.is(told, 2)
})

test("what cannot be mapped is refused", () => {
  const { stage2 } = space()
  stage2.map(0x20_0000, 0, 0x20_0000, 0x20_0000, ALL)
  assert.throws(() => stage2.map(0x20_1000, 0, 0x1000, 0x1000, ALL), /a block of 2 MiB is mapped here/)
  assert.throws(() => stage2.map(0x20_0000, 0, 0x20_0000, 0x20_0000, ALL), /0x200000 is mapped already/)
  assert.throws(() => stage2.map(2 ** 40, 0, 0x1000, 0x1000, ALL), /exceeds 40 bits/)
  assert.throws(() => stage2.map(0x800, 0, 0x1000, 0x1000, ALL), /not aligned/)
  assert.is(stage2.translate(2 ** 41), undefined)
})

test("tables that no longer fit are an error of their own", () => {
  const { stage2 } = space(0x3000)
  assert.throws(() => stage2.map(0, 0, 0x1000, 0x1000, ALL), /page tables is used up/)
})

test("VTCR and VTTBR say 40 bits, level 1, 4 KiB, and the VMID", () => {
  const { stage2 } = space()
  assert.is(VTCR & 0x3fn, 24n)
  assert.is((VTCR >> 6n) & 3n, 1n)
  assert.is((VTCR >> 14n) & 3n, 0n)
  assert.is((VTCR >> 16n) & 7n, 2n)
  assert.is(stage2.vttbr, (7n << 48n) | BigInt(BASE))
})

test.run()
