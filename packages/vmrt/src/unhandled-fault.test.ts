// SPDX-License-Identifier: BSD-2-Clause
//
// What a VMM tells of calls that nobody answers, of registers that it emulates in part, and of its guest's state.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { dataAbort, ENTRY, makeVm, runningVm, smc, type TestVm } from "./test-vm.ts"
import type { UnhandledFault } from "./unhandled-fault.ts"

const test = suite("vmrt: what is told")

function told(vm: TestVm): UnhandledFault[] {
  const found: UnhandledFault[] = []
  vm.vm.onUnhandledFault = (fault) => found.push(fault)
  return found
}

test("a call that nobody answers is told once, with the place of its instruction, and the guest goes on", () => {
  const vm = runningVm()
  const faults = told(vm)
  assert.is(smc(vm, 0xc2000006, [7]), -1)
  assert.is(smc(vm, 0xc2000006, [8]), -1)
  assert.is(smc(vm, 0xc2000007), -1)
  assert.equal(
    faults.map(({ call }) => [call?.conduit, call?.functionId, call?.args[1]]),
    [
      ["smc", 0xc2000006, 7n],
      ["smc", 0xc2000007, 8n],
    ],
  )
  assert.is(faults[0]?.ip, BigInt(ENTRY))
  assert.is(vm.microkit.vcpuState(0), "running")
})

test("a question that guests ask to find out is not told, nor a call that is answered", () => {
  const vm = runningVm({}, { firmware: () => [0n] })
  const faults = told(vm)
  smc(vm, 0x84000050)
  smc(vm, 0x84000000)
  smc(vm, 0xc2000006)
  assert.equal(faults, [])
})

test("an access that the emulation does not know says that somebody emulates the registers", () => {
  const vm = runningVm()
  const faults = told(vm)
  // stgp x0, x1, [x2]: a pair with its tag (FEAT_MTE).
  dataAbort(vm, { ipa: 0x8000000, instruction: 0x69000440 })
  assert.is(faults[0]?.emulated, true)
  assert.ok((faults[0]?.reason ?? "") !== "")
  const other = runningVm()
  const plain = told(other)
  dataAbort(other, { ipa: 0x9000000, sas: 2 })
  assert.is(plain[0]?.emulated, undefined)
})

test("a VMM shows vCPUs and what drives interrupts, whatever its controller tells", () => {
  const vm = makeVm({ vcpus: [3] })
  assert.equal(vm.microkit.look?.(), {
    vm: "guest",
    vcpus: [{ id: 3, on: false, asleep: false }],
    distributorOn: undefined,
    interrupts: undefined,
    driven: [27],
    owed: [],
    physicalTimer: false,
    refusedCalls: [],
  })
})

test.run()
