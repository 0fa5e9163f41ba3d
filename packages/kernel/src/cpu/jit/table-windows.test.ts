// SPDX-License-Identifier: BSD-2-Clause
//
// Tables over the end of a page, looked up in loops: a region finds what the interpreter finds, and asks nobody.

import { createHash } from "node:crypto"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Assembler } from "../a64/asm.ts"
import * as L from "../layout.ts"
import { Random } from "../oracle/random.ts"
import { Sandbox } from "../sandbox.ts"

const test = suite("jit/table-windows")
const CODE = 0x1000
/** Indices, one word for each turn. */
const INDICES = 0x6000
/** A page of the guest where the soft TLB's own entries are put. */
const TLB_PAGE = 0x9000
/** Between two pages that do not lie one behind the other, and two pages below and above. */
const END_OF_PAGE = 0xc0_1000
const AROUND = 3 * 4096

interface Lookup {
  readonly load: boolean
  readonly size: 0 | 1 | 2 | 3
  /** The index is multiplied by the size. */
  readonly scaled: boolean
}

/** Looks up X0's table by the words at X9, X4 times; X3 adds up what is found, X11 is stored. Writes to X5 first. */
function code({ load, size, scaled }: Lookup): Uint32Array {
  const a = new Assembler(CODE)
  a.label("loop").insn("LDR/STR (post-index)", { size: 2, opc: 2, imm9: 4, Rn: 9, Rt: 2 })
  a.insn("LDR/STR (unsigned offset)", { size: 3, opc: 0, Rn: 5, Rt: 6 })
  const fields = { size, opc: load ? 1 : 0, option: 3, S: scaled ? 1 : 0, Rm: 2, Rn: 0 }
  a.insn("LDR/STR (register)", { ...fields, Rt: load ? 10 : 11 })
  a.insn("ADD/SUB (extended register)", { sf: 1, option: 3, Rm: 10, Rn: 3, Rd: 3 })
  a.insn("ADD/SUB (immediate)", { sf: 1, imm12: 77, Rn: 11, Rd: 11 })
  a.insn("ADD/SUB (immediate)", { sf: 1, op: 1, imm12: 1, Rn: 4, Rd: 4 })
  a.to("loop", "CBZ/CBNZ", { sf: 1, op: 1, Rt: 4 })
  return a.insn("BRK").finish()
}

class Machine {
  readonly box: Sandbox

  constructor(tier: "off" | "recorded", lookup: Lookup) {
    this.box = new Sandbox(tier)
    this.box.load(CODE, code(lookup))
  }

  /** Looks up the table at `table`; every turn writes ones to `clobber`. */
  run(table: number, indices: readonly number[], clobber: number): string {
    const { box } = this
    box.write(INDICES, new Uint8Array(Int32Array.from(indices).buffer))
    const bytes = Uint8Array.from({ length: 2 * AROUND }, (_, n) => (n * 7 + (n >> 8)) & 255)
    box.write(END_OF_PAGE - AROUND, bytes)
    const registers: Record<number, number> = {
      0: table,
      3: 0,
      4: indices.length,
      5: clobber,
      9: INDICES,
      10: 0,
      11: 1,
    }
    for (const [n, value] of Object.entries(registers)) {
      box.view.setBigUint64(box.cpu + L.X + Number(n) * 8, BigInt(value), true)
    }
    box.view.setBigInt64(box.cpu + L.X + 6 * 8, -1n, true)
    box.run(CODE, 10_000)
    const sums = [3, 11].map((n) => box.view.getBigUint64(box.cpu + L.X + n * 8, true))
    const memory = createHash("sha1").update(box.read(END_OF_PAGE - AROUND, 2 * AROUND))
    return [...sums, memory.digest("hex")].join(" ")
  }
}

const LOOKUPS: readonly Lookup[] = [true, false].flatMap((load) =>
  ([0, 1, 2, 3] as const).map((size) => ({ load, size, scaled: size !== 1 })),
)

for (const lookup of LOOKUPS) {
  const { load, size, scaled } = lookup
  const name = `${load ? "loads" : "stores"} of ${1 << size} bytes`
  const table = END_OF_PAGE - 512
  const unit = scaled ? 1 << size : 1
  /** Indices of aligned entries before and behind the end of the page by turns. */
  const near = (random: Random) =>
    Array.from({ length: 60 }, (_, n) => ((n & 1) * 512 + random.below(512 >> size) * (1 << size)) / unit)

  test(`${name} from both pages of a table do not ask for either`, () => {
    const machine = new Machine("recorded", lookup)
    const { box } = machine
    const random = new Random(5)
    for (let n = 0; n < 3; n++) machine.run(table, near(random), 0x8000)
    box.runtime.translator.flush()
    assert.ok(box.runtime.translator.counts.regions > 0)
    // The loop itself puts the entry of the second page out of the TLB: whoever asked would enter it again.
    const tlb = box.cpu + L.BANKS + (load ? L.TLB_READ : L.TLB_WRITE)
    const entry = (END_OF_PAGE >>> 12) * L.TLB_ENTRY_SIZE
    const writes = box.cpu + L.BANKS + L.TLB_WRITE + (TLB_PAGE >>> 12) * L.TLB_ENTRY_SIZE
    box.view.setBigUint64(writes + L.TLB_TAG, BigInt(TLB_PAGE), true)
    box.view.setInt32(writes + L.TLB_ADDEND, tlb + (entry & -4096) - TLB_PAGE, true)
    const indices = near(random)
    const found = machine.run(table, indices, TLB_PAGE + (entry & 4095))
    assert.is(box.view.getBigInt64(tlb + entry + L.TLB_TAG, true), -1n)
    assert.is(found, new Machine("off", lookup).run(table, indices, 0x8000))
  })

  test(`${name} anywhere around a table are as in the interpreter`, () => {
    const [cold, hot] = [new Machine("off", lookup), new Machine("recorded", lookup)]
    const random = new Random(size)
    for (let n = 0; n < 3; n++) hot.run(table, near(random), 0x8000)
    hot.box.runtime.translator.flush()
    for (let turn = 0; turn < 12; turn++) {
      const at = random.pick([table, table + 1, table + 4096, table - 4096, END_OF_PAGE - 4096])
      const far = () =>
        random.pick([random.between(-5000, 8000), random.between(500, 515), random.below(512)])
      const indices = Array.from({ length: 80 }, () => Math.floor(far() / unit))
      assert.is(hot.run(at, indices, 0x8000), cold.run(at, indices, 0x8000), `turn ${turn}`)
    }
    assert.ok(hot.box.runtime.translator.counts.regions > 0)
  })
}

test.run()
