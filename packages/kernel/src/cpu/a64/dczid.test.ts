// SPDX-License-Identifier: BSD-2-Clause
//
// DCZID_EL0 in both tiers: the block's size, and whether DC ZVA is prohibited (Arm ARM DDI 0487, D17.2.40).

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as L from "../layout.ts"
import { HCR_TDZ, SCTLR_DZE } from "../mmu/registers.ts"
import { Sandbox } from "../sandbox.ts"
import { encode } from "./asm.ts"

const test = suite("a64/dczid")
const BRANCH_NEXT = 0x14000001
const CODE = 0x1000

test("it tells blocks of 64 bytes, and DZP where DC ZVA traps", () => {
  const cases = [
    { el: 0, sctlr: SCTLR_DZE, hcr: 0, value: 4n },
    { el: 0, sctlr: 0, hcr: 0, value: 20n },
    { el: 1, sctlr: 0, hcr: 0, value: 4n },
    { el: 1, sctlr: SCTLR_DZE, hcr: HCR_TDZ, value: 20n },
    { el: 0, sctlr: SCTLR_DZE, hcr: HCR_TDZ, value: 20n },
  ]
  for (const translation of ["off", "eager"] as const) {
    const { view, cpu, ...box } = withRun(new Sandbox(translation))
    for (const { el, sctlr, hcr, value } of cases) {
      view.setInt32(cpu + L.EL_I32, el, true)
      view.setInt32(cpu + L.SLOT.SCTLR_EL1, sctlr, true)
      view.setInt32(cpu + L.SLOT.HCR_EL2, hcr, true)
      box.load([BRANCH_NEXT, encode("MRS (DCZID_EL0)", { Rt: 1 }), BRANCH_NEXT, BRANCH_NEXT])
      for (let arrival = 0; arrival < 4; arrival++) {
        view.setBigUint64(cpu + L.X + 8, 0n, true)
        assert.is(box.run(), 3)
        assert.is(view.getBigUint64(cpu + L.X + 8, true), value, `${translation} EL${el}`)
      }
    }
  }
})

function withRun(box: Sandbox) {
  return {
    view: box.view,
    cpu: box.cpu,
    load: (words: readonly number[]) => box.load(CODE, words),
    run: () => box.run(CODE, 3),
  }
}

test.run()
