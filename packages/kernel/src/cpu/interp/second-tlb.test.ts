// SPDX-License-Identifier: BSD-2-Clause
//
// The second level of the soft TLB: an access that the first does not map is done where an entry of it says, and by
// the host where none holds. Entries are put there by hand, and say something else than the host would.

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
const TIERS = ["off", "recorded"] as const

interface Entry {
  readonly page?: number
  readonly slot?: number
  readonly table?: number
  readonly epoch?: number
}

/** A machine with an entry for PAGE that leads to OTHER, and bytes that tell the two apart. */
function machine(translation: (typeof TIERS)[number], entry: Entry = {}): Sandbox {
  const box = new Sandbox(translation)
  const { page = PAGE, slot = PAGE >>> 12, table = L.TLB_READ, epoch = EPOCH } = entry
  const at = L.SECOND + slot * L.SECOND_SIZE
  box.view.setInt32(L.EPOCH, EPOCH, true)
  box.view.setInt32(at + L.SECOND_TAG, page, true)
  box.view.setInt32(at + L.SECOND_ADDEND_I32, L.RAM_START + OTHER - PAGE, true)
  box.view.setInt32(at + L.SECOND_TABLE_I32, box.cpu + L.BANKS + table, true)
  box.view.setInt32(at + L.SECOND_EPOCH_I32, epoch, true)
  box.bytes.fill(0x11, PAGE - 16, PAGE + 4096)
  box.bytes.fill(0x82, OTHER, OTHER + 4096)
  return box
}

/** Runs `build` some times, the first level empty each time; X0 holds the address. */
function run(box: Sandbox, address: number, build: (a: Assembler) => void): bigint {
  const a = new Assembler(CODE)
  build(a)
  a.insn("BRK")
  box.load(CODE, a.finish())
  const bank = box.cpu + L.BANKS
  for (let turn = 0; turn < 5; turn++) {
    for (const table of [L.TLB_READ, L.TLB_WRITE]) {
      for (const page of [PAGE - 4096, PAGE]) box.view.setBigInt64(bank + table + (page >>> 8), -1n, true)
    }
    box.view.setBigUint64(box.cpu + L.X, BigInt(address), true)
    box.run(CODE, 100)
  }
  return box.view.getBigUint64(box.cpu + L.X + 8, true)
}

const load = (size: number) => (a: Assembler) =>
  a.insn("LDR/STR (unsigned offset)", { size, opc: 1, Rn: 0, Rt: 1 })
const store = (size: number) => (a: Assembler) =>
  a.insn("LDR/STR (unsigned offset)", { size, opc: 0, Rn: 0, Rt: 2 })

for (const tier of TIERS) {
  test(`${tier}: loads and stores of all sizes go where the entry says`, () => {
    for (const size of [0, 1, 2, 3]) {
      const read = run(machine(tier), PAGE + 16, load(size))
      assert.is(read, BigInt.asUintN(8 << size, 0x8282_8282_8282_8282n))
      const box = machine(tier, { table: L.TLB_WRITE })
      box.view.setBigUint64(box.cpu + L.X + 16, 0x7766_5544_3322_1100n, true)
      run(box, PAGE + 16, store(size))
      const expected = [0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x82].map((byte, n) =>
        n < 1 << size ? byte : 0x82,
      )
      assert.equal([...box.bytes.subarray(OTHER + 16, OTHER + 25)], expected)
      assert.is(box.bytes[PAGE + 16], 0x11)
    }
  })

  test(`${tier}: another epoch, table or page, and the end of a page, are the host's`, () => {
    const host = 0x1111_1111_1111_1111n
    for (const entry of [{ epoch: EPOCH - 1 }, { table: L.TLB_WRITE }, { page: PAGE + 0x100_0000 }]) {
      assert.is(run(machine(tier, entry), PAGE + 16, load(3)), host, JSON.stringify(entry))
    }
    assert.is(run(machine(tier, { slot: (PAGE - 4096) >>> 12 }), PAGE - 4, load(3)), host, "over the end")
    assert.is(run(machine(tier, { slot: (PAGE - 4096) >>> 12 }), PAGE - 8, load(3)), host, "before it")
  })

  test(`${tier}: each 16th time the host is asked, for the page to come back to the first level`, () => {
    for (const [before, value] of [
      [5, 0x1111_1111_1111_1111n],
      [6, 0x8282_8282_8282_8282n],
    ] as const) {
      const box = machine(tier)
      const uses = L.SECOND + (PAGE >>> 12) * L.SECOND_SIZE + L.SECOND_USES_I32
      box.view.setInt32(uses, L.SECOND_TURN - before, true)
      assert.is(run(box, PAGE + 16, load(3)), value)
    }
  })
}

test.run()
