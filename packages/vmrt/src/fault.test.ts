// SPDX-License-Identifier: BSD-2-Clause
//
// Which fault goes where, and what becomes of a guest that nobody can help.

import { TCB_PC, encodeFault, message } from "@vmm/kernel/api"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { faultHandle } from "./fault.ts"
import { ESR_HVC, ESR_WFE, ESR_WFI, type TestVm, dataAbort, esrSysreg, runningVm } from "./test-vm.ts"
import type { UnhandledFault } from "./unhandled-fault.ts"
import { virqInjector } from "./virq.ts"

const vcpuFault = (test: TestVm, hsr: number, child = 0) => test.fault({ kind: "VCPUFault", hsr }, child)
const pc = (test: TestVm) => test.microkit.vcpuReadTcb(0, TCB_PC)

/** Runs `act` and gives the fault that nobody handled. */
function unhandled(test: TestVm, act: () => boolean): UnhandledFault {
  let seen: UnhandledFault | undefined
  test.vm.onUnhandledFault = (fault) => (seen = fault)
  assert.is(act(), false)
  if (seen === undefined) throw new Error("no fault was reported")
  return seen
}

const fault = suite("vmrt: faults")

fault("WFI sleeps until an interrupt reaches a list register", () => {
  const test = runningVm()
  const before = pc(test)
  assert.is(vcpuFault(test, ESR_WFI), false)
  assert.is(pc(test), before + 4n)
  assert.is(virqInjector(test.vm)(0, 27, 20, 0, 0), true)
  assert.equal(test.microkit.takeCalls(), ["inject 0 27 prio 20 group 0 lr 0", "resume 0"])
  virqInjector(test.vm)(0, 28, 20, 0, 1)
  assert.equal(test.microkit.takeCalls(), ["inject 0 28 prio 20 group 0 lr 1"], "it is awake")
})

fault("WFI goes on at once while a list register holds an interrupt", () => {
  const test = runningVm()
  test.gic.inUse = 1
  assert.is(vcpuFault(test, ESR_WFI), true)
})

fault("WFE goes on at once", () => {
  assert.is(vcpuFault(runningVm(), ESR_WFE), true)
})

fault("a timer event wakes a sleeper by its answer when it reaches a list register", () => {
  const test = runningVm()
  vcpuFault(test, ESR_WFI)
  const inject = virqInjector(test.vm)
  test.gic.setLevel = (intid, _high, vcpu = 0) => void inject(vcpu, intid, 0, 0, 0)
  assert.is(test.fault({ kind: "VPPIEvent", irq: 27 }), true)
  assert.equal(test.microkit.takeCalls(), ["inject 0 27 prio 0 group 0 lr 0"], "no resume besides the answer")
})

fault("a timer event that the guest has disabled leaves it asleep", () => {
  const test = runningVm()
  vcpuFault(test, ESR_WFI)
  assert.is(test.fault({ kind: "VPPIEvent", irq: 27 }), false)
  assert.equal(test.gic.calls, ["level 27 true 0"])
})

fault("maintenance goes to the interrupt controller", () => {
  const test = runningVm({ vcpus: [0, 4] })
  test.vm.vcpus.forEach((vcpu) => (vcpu.on = true))
  assert.is(test.fault({ kind: "VGICMaintenance", index: 2 }, 4), true)
  assert.is(test.fault({ kind: "VGICMaintenance", index: -1 }), true)
  assert.equal(test.gic.calls, ["maintenance 1 2", "maintenance 0 -1"])
})

fault("a write of ICC_SGI1R_EL1 sends an SGI", () => {
  const test = runningVm()
  test.microkit.vcpuWriteX(0, 7, 0x0000010005000001n)
  assert.is(vcpuFault(test, esrSysreg([3, 0, 12, 11, 5], 7, false)), true)
  assert.equal(test.gic.calls, [`sgi1r 0 ${0x05000001} ${0x100}`])
})

fault("ICC_SRE_EL1 reads as the system register interface, and cannot be turned off", () => {
  const test = runningVm()
  vcpuFault(test, esrSysreg([3, 0, 12, 12, 5], 7, true))
  assert.is(test.microkit.vcpuReadX(0, 7), 7n)
  assert.is(vcpuFault(test, esrSysreg([3, 0, 12, 12, 5], 7, false)), true)
})

fault("registers of units the guest lacks read as zero and are named once", () => {
  const test = runningVm()
  const before = test.microkit.logged.length
  for (const op of [
    [3, 3, 14, 2, 1], // CNTP_CTL_EL0
    [3, 3, 14, 2, 1],
    [3, 3, 9, 12, 0], // PMCR_EL0
    [2, 0, 1, 0, 4], // OSLAR_EL1
  ] as const) {
    test.microkit.vcpuWriteX(0, 7, 99n)
    assert.is(vcpuFault(test, esrSysreg(op, 7, true)), true)
    assert.is(test.microkit.vcpuReadX(0, 7), 0n)
    vcpuFault(test, esrSysreg(op, 7, false))
  }
  const said = test.microkit.logged.slice(before)
  assert.match(said[0] ?? "", /the guest has no physical timer: CNTP_CTL_EL0 reads as zero/)
  assert.match(said.join(), /performance monitor.*debug unit/)
})

fault("SGIs of another group go nowhere, and a register nobody knows kills the guest", () => {
  const test = runningVm()
  assert.is(vcpuFault(test, esrSysreg([3, 0, 12, 11, 7], 7, false)), true)
  assert.equal(test.gic.calls, [])
  const dead = unhandled(test, () => vcpuFault(test, esrSysreg([3, 1, 15, 2, 0], 7, false)))
  assert.is(dead.reason, "MSR of S3_1_C15_C2_0 traps, and nobody emulates that register")
})

fault("a guest's HVC is a firmware call, and goes on behind the instruction", () => {
  const test = runningVm()
  const call = (esr: number) => {
    test.microkit.setFaultInfo(0, { esr })
    test.microkit.vcpuWriteX(0, 0, 0x84000000n)
    return test.fault({
      kind: "UnknownSyscall",
      x: [0x84000000n, 0n, 0n, 0n, 0n, 0n, 0n, 0n],
      faultIp: 0x40001230n,
      sp: 0n,
      lr: 0n,
      spsr: 0,
      syscall: 0n,
    })
  }
  assert.is(call(ESR_HVC), true)
  assert.is(pc(test), 0x40001234n)
  assert.is(test.microkit.vcpuReadX(0, 0), 0x10001n)
  call(ESR_HVC + 5)
  assert.is(test.microkit.vcpuReadX(0, 0), 0xffffffffffffffffn, "HVC #5 is no call")
})

fault("an access to nothing is reported with all that is known, and stops the guest", () => {
  const test = runningVm({ vcpus: [0, 1] })
  test.microkit.vcpuWriteX(0, 9, 0x1234n)
  const dead = unhandled(test, () =>
    dataAbort(test, { ipa: 0x30860000, far: 0xffff800080001000n, sas: 2, rt: 3, write: true }),
  )
  assert.is(dead.vm, "guest")
  assert.is(dead.pd, "vmm")
  assert.is(dead.fault, "VMFault")
  assert.is(dead.ipa, 0x30860000)
  assert.is(dead.far, 0xffff800080001000n)
  assert.equal(dead.access, { kind: "write", size: 4 })
  assert.is(dead.registers["x9"], 0x1234n)
  assert.is(dead.registers["SCTLR"], 0x30d00800n)
  assert.is(dead.ipIpa, Number(dead.ip))
  assert.match(dead.reason, /nothing is mapped or emulated at 0x30860000/)
  assert.equal(test.microkit.takeCalls(), ["stop 0", "stop 1"])
  const event = test.microkit.events.at(-1)
  assert.is(event?.kind, "vm-fault")
  assert.match(
    event?.kind === "vm-fault" ? event.text : "",
    /guest vCPU 0: VMFault at PC 0x40001000: nothing/,
  )
})

fault("a jump to nowhere, a walk of missing tables, an undefined instruction: each says what it was", () => {
  const jump = runningVm()
  const fetch = { kind: "VMFault", ip: 0x10n, address: 0x10, prefetch: true, fsr: 0x82000006 } as const
  const dead = unhandled(jump, () => jump.fault(fetch))
  assert.match(dead.reason, /jumped to 0x10, where it has no memory/)
  assert.equal(dead.access, { kind: "execute", size: 4 })
  const walk = runningVm()
  assert.match(
    unhandled(walk, () => dataAbort(walk, { ipa: 0x1000, walk: true })).reason,
    /translation tables/,
  )
  const bad = runningVm()
  const exception = {
    kind: "UserException",
    faultIp: 0x40n,
    sp: 0n,
    spsr: 0,
    number: 0x2000000,
    code: 0,
  } as const
  assert.match(unhandled(bad, () => bad.fault(exception)).reason, /undefined instruction at 0x40/)
})

fault("instructions that cannot be emulated, and unknown classes and labels, are named", () => {
  const odd = runningVm()
  const dead = unhandled(odd, () => dataAbort(odd, { ipa: 0x8000000, instruction: 0xd50b7424 })) // dc zva, x4
  assert.match(dead.reason, /0xd50b7424 is no load or store that emulated registers take/)
  const brk = runningVm()
  assert.match(unhandled(brk, () => vcpuFault(brk, 0xf2000001)).reason, /unknown vCPU exception, EC 0x3c/)
  const label = runningVm()
  assert.match(unhandled(label, () => faultHandle(label.vm, 0, message(99))).reason, /unknown fault label 99/)
})

fault("a fault of a child that is no vCPU is logged and not answered", () => {
  const test = runningVm()
  assert.is(faultHandle(test.vm, 9, encodeFault({ kind: "VCPUFault", hsr: ESR_WFI })), false)
  assert.match(test.microkit.logged.at(-1) ?? "", /VCPUFault of child 9, which is no vCPU of guest/)
})

fault.run()
