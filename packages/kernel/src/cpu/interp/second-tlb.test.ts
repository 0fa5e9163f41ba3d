// SPDX-License-Identifier: BSD-2-Clause
//
// The second level of the soft TLB, as regions come to it: an access whose page the first level lost is done where the
// second says, and the page is in the first again. Entries are put there by hand, and say something else than the host.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Assembler } from "../a64/asm.ts"
import * as L from "../layout.ts"
import { Sandbox } from "../sandbox.ts"

const test = suite("interp/second-tlb")
const CODE = 0x1000
/** The page that is accessed, as the host has it, and as the second level says. */
const PAGE = 0x3000
const OTHER = 0x5000
const EPOCH = 7
const FOREVER = 1n << 40n

interface Entry {
  readonly page?: bigint
  readonly table?: number
  readonly epoch?: number
}

/** Puts an entry for PAGE that leads to OTHER where its own hash says. */
function put(box: Sandbox, { page = BigInt(PAGE), table = L.TLB_READ, epoch = EPOCH }: Entry): void {
  const { view, cpu } = box
  const bank = cpu + L.BANKS + table
  const [lo, hi] = [Number(BigInt.asUintN(32, page)), Number(page >> 32n)]
  const hash = (lo >>> 12) ^ (lo >>> 23) ^ hi ^ ((bank >>> 16) * L.SECOND_FACTOR)
  const at = L.SECOND + (hash & (L.SECOND_COUNT - 1)) * L.SECOND_SIZE
  view.setBigUint64(at + L.TLB_TAG, page, true)
  view.setInt32(at + L.TLB_ADDEND, L.RAM_START + OTHER - PAGE, true)
  view.setInt32(at + L.SECOND_TABLE_I32, bank, true)
  view.setInt32(at + L.SECOND_EPOCH_I32, epoch, true)
}

/** A machine with a region that accesses memory at X0, and a way to run it there with an empty first level. */
function machine(insn: (a: Assembler) => void) {
  const box = new Sandbox("recorded")
  const a = new Assembler(CODE)
  insn(a)
  box.load(CODE, a.insn("BRK").finish())
  box.bytes.fill(0x11, PAGE - 16, PAGE + 4096)
  box.bytes.fill(0x82, OTHER, OTHER + 4096)
  const tags = [L.TLB_READ, L.TLB_WRITE].map((table) => box.cpu + L.BANKS + table + (PAGE >>> 8))
  const run = (address: number | bigint) => {
    for (const at of tags) box.view.setBigUint64(at, ~0n, true)
    box.view.setBigUint64(box.cpu + L.X, BigInt(address), true)
    box.run(CODE, 100)
    return box.view.getBigUint64(box.cpu + L.X + 8, true)
  }
  for (let n = 0; n < 3; n++) run(PAGE)
  box.runtime.translator.flush()
  assert.ok(box.runtime.translator.counts.regions > 0)
  box.view.setInt32(L.EPOCH, EPOCH, true)
  return { box, run, tags }
}

const load = (size: number) => (a: Assembler) =>
  a.insn("LDR/STR (unsigned offset)", { size, opc: 1, Rn: 0, Rt: 1 })
const store = (size: number) => (a: Assembler) =>
  a.insn("LDR/STR (unsigned offset)", { size, opc: 0, Rn: 0, Rt: 2 })

test("loads and stores of all sizes go where the entry says, and the first level has it", () => {
  for (const size of [0, 1, 2, 3]) {
    const reading = machine(load(size))
    put(reading.box, {})
    assert.is(reading.run(PAGE + 16), BigInt.asUintN(8 << size, 0x8282_8282_8282_8282n))
    assert.is(reading.box.view.getBigUint64(reading.tags[0], true), BigInt(PAGE))
    const { box, run, tags } = machine(store(size))
    put(box, { table: L.TLB_WRITE })
    box.view.setBigUint64(box.cpu + L.X + 16, 0x7766_5544_3322_1100n, true)
    run(PAGE + 16)
    const stored = Array.from({ length: 9 }, (_, n) => (n < 1 << size ? n * 0x11 : 0x82))
    assert.equal([...box.bytes.subarray(OTHER + 16, OTHER + 25)], stored)
    assert.is(box.view.getBigUint64(tags[1], true), BigInt(PAGE))
  }
})

test("another epoch, table or page, and the end of a page, are the host's", () => {
  const entries: readonly Entry[] = [
    { epoch: EPOCH - 1 },
    { table: L.TLB_WRITE },
    { page: BigInt(PAGE) + FOREVER },
    { page: BigInt(PAGE) - 4096n },
  ]
  for (const entry of entries) {
    for (const address of [PAGE + 16, PAGE - 4]) {
      const { box, run } = machine(load(3))
      put(box, entry)
      assert.is(run(address), 0x1111_1111_1111_1111n, JSON.stringify([Object.entries(entry).join(), address]))
    }
  }
})

test.run()
