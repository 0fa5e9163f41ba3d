// SPDX-License-Identifier: BSD-2-Clause
//
// Interrupts that are at the guest's CPU interface and that it does not take, and one that never ends.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { type InterfaceFacts, type InterfaceView, interfaceTrouble, interruptStorm } from "./cpu-interface.ts"

const test = suite("report: CPU interfaces")

const PENDING = { intid: 27, pending: true, active: false, group: 0, priority: 0xa0 }
const OPEN: InterfaceFacts = { priorityMask: 0xf0, groups: 1, lists: [PENDING] }

function look(state: Partial<InterfaceFacts>, change: Partial<InterfaceView> = {}, pstate = 5) {
  const vcpus = [{ id: 0, on: true, asleep: false, pstate, interface: { ...OPEN, ...state } }]
  const view: InterfaceView = { vcpus, distributorOn: true, interrupts: [], gic: 2, ...change }
  return interfaceTrouble(view, (intid) => `interrupt ${intid}`)
}

test("what may be taken is no trouble, nor is anything while the guest masks interrupts", () => {
  assert.is(look({}), undefined)
  assert.is(look({ priorityMask: 0 }, {}, 0x85), undefined)
})

test("a priority mask that keeps all off is told by the register's name, with both numbers", () => {
  const found = look({ priorityMask: 0 })
  assert.is(found?.code, "priority-mask")
  assert.match(found?.reason ?? "", /interrupt 27 is pending .*: GICC_PMR is 0x0, the interrupt has 0xa0/)
  assert.match(look({ priorityMask: 0xa0 }, { gic: 3 })?.reason ?? "", "ICC_PMR_EL1 is 0xa0")
})

test("a group that is off, and a distributor that is", () => {
  assert.match(look({ groups: 0 })?.reason ?? "", /CPU interface on \(GICC_CTLR\)$/)
  const group1 = [{ ...PENDING, group: 1 }]
  assert.match(look({ lists: group1 }, { gic: 3 })?.reason ?? "", "ICC_IGRPEN1_EL1")
  const interrupts = [{ intid: 33, enabled: true, pending: true }]
  assert.is(look({ lists: [] }, { distributorOn: false, interrupts })?.code, "distributor-off")
  assert.is(look({ lists: [] }, { interrupts }), undefined)
})

test("an interrupt that was acknowledged and never ended keeps the others off", () => {
  const lists = [{ ...PENDING, pending: false, active: true }]
  assert.match(
    look({ lists })?.reason ?? "",
    /^it acknowledged interrupt 27 and has not ended it \(GICC_EOIR\)/,
  )
  assert.is(look({ lists }, {}, 0x85), undefined)
})

test("an interrupt again and again is a storm, at a decent rate it is none", () => {
  const at = (count: number, spanNs: number, intid = 27) =>
    interruptStorm(
      { vcpus: [], distributorOn: true, interrupts: [], repeated: { intid, count, spanNs } },
      (one) => `interrupt ${one}`,
    )
  assert.match(
    at(21, 100_000)?.reason ?? "",
    /^interrupt 27 comes again .* 21 times in 0.100 ms: the virtual timer/,
  )
  assert.match(at(21, 100_000, 33)?.reason ?? "", "holds its line")
  assert.is(at(21, 84_000_000), undefined)
  assert.is(at(3, 1000), undefined)
})

test.run()
