// SPDX-License-Identifier: BSD-2-Clause
//
// Virtual interrupts: the timer's PPI, passthrough channels, interrupts of the VMM's own; register dumps.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { tcbPrintRegs, vcpuPrintRegs } from "./dump.ts"
import { FakeGic, dataAbort, makeVm, runningVm } from "./test-vm.ts"
import {
  virqControllerInit,
  virqHandlePassthrough,
  virqInject,
  virqInjector,
  virqRegister,
  virqRegisterPassthrough,
  virqSetLevel,
} from "./virq.ts"

const virq = suite("vmrt: virtual interrupts")

virq("the distributor answers where the guest expects it", () => {
  const test = runningVm()
  dataAbort(test, { ipa: 0x8000100, sas: 2, rt: 3 })
  assert.equal(test.gic.calls, ["read 0 256 4"])
  assert.is(test.microkit.vcpuReadX(0, 3), 0x11223344n)
})

virq("a GICv3 has its redistributor there too, and needs one", () => {
  const distributor = { base: 0x8000000, size: 0x10000 }
  const redistributor = { base: 0x80a0000, size: 0x20000 }
  const test = runningVm({ gic: { version: 3, distributor, redistributor } })
  dataAbort(test, { ipa: 0x80b0100, sas: 2, rt: 3, write: true })
  assert.equal(test.gic.calls, [`write 0 ${0x10100} 4 0`])
  assert.throws(() => makeVm({ gic: { version: 3, distributor } }), /GICv3 without redistributors/)
})

virq("a VM without an interrupt controller says so", () => {
  const { vm } = makeVm()
  Object.assign(vm, { controller: undefined })
  assert.throws(() => virqInject(vm, 40), /call virqControllerInit/)
})

virq("the guest's end of the timer interrupt lowers the line, then unmasks the PPI", () => {
  const test = runningVm({ vcpus: [0, 6] })
  test.gic.deactivated.get(27)?.(1, 27)
  assert.equal(test.gic.calls, ["level 27 false 1"])
  assert.equal(test.microkit.takeCalls(), ["ackVppi 6 27"])
})

virq("a level-sensitive channel holds the line until the guest's end, which acknowledges it", () => {
  const test = runningVm()
  virqRegisterPassthrough(test.vm, { channel: 1, intid: 58, trigger: "level" })
  assert.is(virqHandlePassthrough(test.vm, 1), true)
  assert.equal(test.gic.calls, ["level 58 true 0"])
  assert.equal(test.microkit.takeCalls(), [])
  test.gic.deactivated.get(58)?.(0, 58)
  test.gic.deactivated.get(58)?.(0, 58)
  assert.equal(test.microkit.takeCalls(), ["irqAck 1"], "once per notification")
  assert.is(test.gic.calls[1], "level 58 false 0")
})

virq("an edge-triggered channel pulses", () => {
  const test = runningVm()
  virqRegisterPassthrough(test.vm, { channel: 2, intid: 60, trigger: "edge" })
  virqHandlePassthrough(test.vm, 2)
  test.gic.deactivated.get(60)?.(0, 60)
  assert.equal(test.gic.calls, ["pulse 60 0"])
  assert.equal(test.microkit.takeCalls(), ["irqAck 2"])
})

virq("a channel that passes nothing through is not handled", () => {
  assert.is(virqHandlePassthrough(runningVm().vm, 9), false)
})

virq("the VMM's own interrupts pulse or hold a level, and their ack runs at the guest's end", () => {
  const test = runningVm()
  const acks: number[] = []
  virqRegister(test.vm, 70, (vcpu) => acks.push(vcpu))
  virqInject(test.vm, 70)
  virqSetLevel(test.vm, 16, true, 1)
  test.gic.deactivated.get(70)?.(0, 70)
  assert.equal(test.gic.calls, ["pulse 70 0", "level 16 true 1"])
  assert.equal(acks, [0])
  virqRegister(test.vm, 71)
  test.gic.deactivated.get(71)?.(0, 71)
})

virq("an interrupt has one owner", () => {
  const test = runningVm()
  virqRegister(test.vm, 70)
  assert.throws(() => virqRegister(test.vm, 70), /vIRQ 70 of VM guest is registered twice/)
  assert.throws(() => virqRegisterPassthrough(test.vm, { channel: 1, intid: 27, trigger: "level" }), /27/)
})

virq("an injection that the kernel refuses is reported to the controller", () => {
  const test = runningVm()
  test.microkit.active.add("0:2")
  assert.is(virqInjector(test.vm)(0, 40, 1, 0, 2), false)
  assert.is(virqInjector(test.vm)(5, 40, 1, 0, 0), false, "no such vCPU")
})

virq("handlers of the controller may not lie over each other", () => {
  const { vm } = makeVm()
  assert.throws(() => virqControllerInit(vm, new FakeGic()), /overlaps with another handler/)
})

virq("register dumps have seL4's names and sixteen digits", () => {
  const test = runningVm()
  const before = test.microkit.logged.length
  tcbPrintRegs(test.vm, 0)
  vcpuPrintRegs(test.vm, 0)
  const said = test.microkit.logged.slice(before)
  assert.is(said[0], "vmm|INFO: dumping TCB (ID 0x0) registers:")
  assert.is(said[1], "    pc: 0x0000000040001000")
  assert.ok(said.includes("    sctlr: 0x0000000030d00800"))
})

virq.run()
