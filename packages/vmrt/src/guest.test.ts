// SPDX-License-Identifier: BSD-2-Clause
//
// Images, start, stop, restart, guest RAM.

import { TCB_SPSR, VCPU_REG } from "@vmm/kernel/api"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { guestOff, guestRestart, guestSetupImages, guestStart, guestStop } from "./guest.ts"
import { DTB, ENTRY, RAM, makeVm, runningVm } from "./test-vm.ts"
import { virqHandlePassthrough, virqRegisterPassthrough } from "./virq.ts"

const guest = suite("vmrt: a guest's life")

guest("images land in guest RAM, through the VMM's own mapping", () => {
  const { vm, microkit } = makeVm(
    { ramRegions: [{ gpa: RAM, size: 0x8000 }] },
    { memory: { base: 0x1000000, size: 0x8000 }, setvars: { guest_ram_vaddr: 0x1000000 } },
  )
  guestSetupImages(vm)
  assert.is(microkit.memory.read32(0x1001000), 0x04030201)
  assert.equal(vm.ram.read(ENTRY, 4), Uint8Array.of(1, 2, 3, 4))
  assert.is(vm.ram.vaddrToGpa(0x1001000), ENTRY)
  assert.is(vm.ram.vaddrToGpa(0x1008000), undefined)
})

guest("an image in pieces lands one piece behind the other, and is refused where one leaves RAM", () => {
  const pieces = () => [Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)]
  const { vm } = makeVm({ images: [{ gpa: RAM + 0x100, bytes: { length: 5, pieces } }] })
  vm.ram.write(RAM, new Uint8Array(0x1000))
  assert.throws(() => guestSetupImages(vm), /no device tree blob/)
  assert.equal(vm.ram.read(RAM + 0xff, 7), Uint8Array.of(0, 1, 2, 3, 4, 5, 0))
  const { vm: tight } = makeVm({ images: [{ gpa: RAM + 0x1_0000 - 4, bytes: { length: 5, pieces } }] })
  assert.throws(() => guestSetupImages(tight), /image 0x[0-9a-f]+\.\.0x[0-9a-f]+ is not in guest RAM/)
})

guest("guest RAM ends where its regions end", () => {
  const { vm } = makeVm()
  assert.is(vm.ram.gpaToVaddr(RAM + 0xfffc, 4), RAM + 0xfffc)
  assert.is(vm.ram.gpaToVaddr(RAM + 0xfffd, 4), undefined)
  assert.is(vm.ram.read(RAM - 1, 1), undefined)
  assert.is(vm.ram.write(RAM + 0xffff, new Uint8Array(2)), false)
})

guest("the boot vCPU starts in EL1h with everything masked, the MMU off, and the tree in x0", () => {
  const { microkit, vm } = runningVm()
  assert.is(microkit.vcpuReadTcb(0, 0), BigInt(ENTRY))
  assert.is(microkit.vcpuReadTcb(0, TCB_SPSR), 0x3c5n)
  assert.is(microkit.vcpuReadX(0, 0), BigInt(DTB))
  assert.is(microkit.vcpuReadX(0, 1), 0n)
  assert.is(microkit.vcpuReadReg(0, VCPU_REG.SCTLR), 0x30d00800n)
  assert.is(microkit.vcpuState(0), "running")
  assert.is(vm.vcpus[0]?.on, true)
})

guest("Aff3 of a vCPU stands apart from the others", () => {
  const { microkit } = runningVm({ vcpus: [0, 1], affinities: [0, 0x5000203] })
  assert.is(microkit.vcpuReadReg(1, VCPU_REG.VMPIDR_EL2), 0x580000203n)
})

guest("secondary vCPUs are off, and know their affinity", () => {
  const { microkit, vm } = runningVm({ vcpus: [3, 7], affinities: [0x100, 0x101] })
  assert.is(microkit.vcpuState(7), "stopped")
  assert.is(vm.vcpus[1]?.on, false)
  assert.is(microkit.vcpuReadReg(3, VCPU_REG.VMPIDR_EL2), 0x80000100n)
  assert.is(microkit.vcpuReadReg(7, VCPU_REG.VMPIDR_EL2), 0x80000101n)
})

guest("what cannot be placed or started is refused with place and remedy", () => {
  const image = { name: "initramfs", gpa: RAM + 0xfff0, bytes: new Uint8Array(0x20) }
  const setup =
    (changes: Parameters<typeof makeVm>[0], options = {}) =>
    () =>
      guestSetupImages(makeVm(changes, options).vm)
  assert.throws(
    setup({ images: [image] }),
    /initramfs 0x4000fff0\.\.0x40010010 is not in guest RAM \(0x40000000/,
  )
  assert.throws(setup({ dtb: RAM + 4 }), /not on an 8-byte boundary/)
  assert.throws(setup({ dtb: RAM }), /no device tree blob at 0x40000000/)
  assert.throws(
    setup({ ramRegions: [{ gpa: RAM, size: 0x1000 }] }),
    /guest RAM 0x40000000\.\.0x40001000 has no address in vmm: map it there with setvar_vaddr="guest_ram_vaddr"/,
  )
  assert.throws(setup({ ramRegions: [{ gpa: RAM, size: 0x1000, vaddr: 0x1000 }] }), /not mapped writable/)
  assert.throws(() => guestStart(makeVm({ entry: 0x1000 }).vm), /entry 0x1000 is not in guest RAM/)
  assert.throws(() => guestStart(makeVm({ vcpus: [] }).vm), /has no vCPU/)
})

guest("a guest without a device tree gets 0 in x0", () => {
  const { dtb: _, ...rest } = makeVm().vm.config
  const test = makeVm()
  Object.assign(test.vm, { config: rest })
  guestSetupImages(test.vm)
  guestStart(test.vm)
  assert.is(test.microkit.vcpuReadX(0, 0), 0n)
})

guest("restart places the images again and starts the first vCPU from scratch", () => {
  const { vm, microkit, gic } = runningVm({ vcpus: [0, 1] })
  let restarted = 0
  vm.onRestart = () => (restarted += 1)
  virqRegisterPassthrough(vm, { channel: 5, intid: 58, trigger: "level" })
  virqHandlePassthrough(vm, 5)
  microkit.memory.write32(ENTRY, 0)
  microkit.vcpuWriteX(0, 5, 99n)
  guestRestart(vm)
  assert.is(microkit.memory.read32(ENTRY), 0x04030201)
  assert.is(microkit.vcpuReadX(0, 5), 0n)
  assert.is(microkit.vcpuState(0), "running")
  assert.is(microkit.vcpuState(1), "stopped")
  assert.is(restarted, 1)
  assert.ok(gic.calls.includes("reset"))
  assert.ok(gic.calls.includes("level 58 false 0"))
  assert.ok(microkit.calls.includes("irqAck 5"), "a channel that the old guest never answered")
  assert.equal(microkit.events, [{ kind: "vm-reset", handled: true }])
})

guest("stop stops every vCPU, power-off says so", () => {
  const { vm, microkit } = runningVm({ vcpus: [0, 1] })
  guestStop(vm)
  assert.equal(microkit.takeCalls(), ["stop 0", "stop 1"])
  guestOff(vm)
  assert.equal(microkit.events, [{ kind: "vm-off" }])
})

guest.run()
