// SPDX-License-Identifier: BSD-2-Clause
//
// A virtual machine over a scripted processor: exits become seL4's fault messages, answers let the vCPU go
// on, interrupts find their way, and a run is a function of its inputs however it is cut.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import {
  type Message,
  type Microkit,
  type Program,
  EMPTY_MESSAGE,
  TCB_PC,
  TCB_SP,
  TCB_SPSR,
  TCB_TPIDRRO_EL0,
  TCB_TPIDR_EL0,
  TCB_X,
  VCPU_REG,
  decodeFault,
  seL4_DeleteFirst,
  seL4_NoError,
  seL4_RangeError,
} from "./api/index.ts"
import type { BootDomain } from "./boot/spec.ts"
import type { Exit } from "./cpu/types.ts"
import { eventLine } from "./events/index.ts"
import { vcpuFault } from "./fault-delivery.ts"
import { takeInterrupts } from "./interrupts.ts"
import { type Step, ESR_HVC, ESR_READ, ESR_SMC, ESR_UNDEFINED, ESR_WFI } from "./testing/fake-cpu.ts"
import { type Rig, DEVICE_BASE, RAM_BASE, domain, rig, system } from "./testing/fake-platform.ts"

const test = suite("kernel: a VM and its VMM")

interface Vmm extends Rig {
  readonly microkit: Microkit
  readonly faults: Message[]
  readonly notes: number[]
}

interface Hooks {
  readonly init?: (microkit: Microkit) => void
  readonly fault?: (microkit: Microkit, message: Message) => Message | undefined
  readonly notified?: (microkit: Microkit, channel: number) => void
  readonly more?: Partial<BootDomain>
  readonly vcpus?: readonly number[]
}

/** A VMM that starts its vCPUs at 0x40000000 and does what the hooks say. */
function vmm(script: readonly Step[], hooks: Hooks = {}, options: Parameters<typeof rig>[0] = {}): Vmm {
  const made = rig(options)
  const faults: Message[] = []
  const notes: number[] = []
  let held: Microkit | undefined
  const ids = hooks.vcpus ?? [0]
  const program = (microkit: Microkit): Program => {
    held = microkit
    return {
      init: () => {
        hooks.init?.(microkit)
        for (const id of ids) microkit.vcpuRestart(id, 0x4000_0000n)
      },
      notified: (channel) => {
        notes.push(channel)
        hooks.notified?.(microkit, channel)
      },
      fault: (_child, message) => {
        faults.push(message)
        return hooks.fault === undefined ? EMPTY_MESSAGE : hooks.fault(microkit, message)
      },
    }
  }
  const maps = [
    { region: "ram", vaddr: 0x4000_0000, perms: "rwx", cached: true },
    { region: "uart", vaddr: 0x3086_0000, perms: "rw", cached: false },
  ]
  const vm = { name: "linux", priority: 0, maps, vcpus: ids.map((id) => ({ id, cpu: 0 })) }
  made.kernel.boot(system([domain("vmm", 254, program, { vm, maps: [], ...hooks.more })]))
  made.platform.cpus[0].script.push(...script)
  made.kernel.run({ instructions: 1 })
  if (held === undefined) throw new Error("the VMM was not made")
  return { ...made, microkit: held, faults, notes }
}

test("a stage 2 abort arrives as VMFault with the guest's PC, the IPA and the syndrome", () => {
  const { faults, kernel, microkit } = vmm([
    5,
    { esr: ESR_READ, ipa: 0x10000044, far: 0xffff800080000044n, instruction: 0xb9404402 },
  ])
  kernel.run({ instructions: 100 })
  assert.equal(decodeFault(faults[0]), {
    kind: "VMFault",
    ip: 0x40000000n,
    address: 0x10000044,
    prefetch: false,
    fsr: ESR_READ,
  })
  const { esr, far, hpfar, ipa, instruction } = microkit.vcpuFaultInfo(0)
  assert.is(esr, ESR_READ)
  assert.is(far, 0xffff800080000044n)
  assert.is(hpfar, 0x100000n)
  assert.is(ipa, 0x10000044)
  assert.is(instruction, 0xb9404402)
})

test("an instruction abort is a prefetch fault", () => {
  const { faults, kernel } = vmm([{ esr: 0x82000007, ipa: 0x50000000 }])
  kernel.run({ instructions: 10 })
  assert.equal(faults[0].words[2], 1n)
})

test("SMC and WFI arrive as VCPUFault, an undefined instruction as UserException", () => {
  const { faults, kernel } = vmm([{ esr: ESR_SMC }, { esr: ESR_WFI }, { esr: ESR_UNDEFINED }])
  kernel.run({ instructions: 10 })
  assert.equal(
    faults.map((one) => one.label),
    [8, 8, 3],
  )
  assert.equal(decodeFault(faults[0]), { kind: "VCPUFault", hsr: ESR_SMC })
})

test("HVC arrives as UnknownSyscall, and its answer writes the registers", () => {
  const { faults, kernel, platform } = vmm([{ esr: ESR_HVC }], {
    fault: (_microkit, message) => {
      const words = message.words.slice(0, 12)
      words[0] = 0x1_0002n
      words[8] = message.words[8] + 4n
      return { label: 0, words }
    },
  })
  platform.cpus[0].setReg(7, 7n)
  kernel.run({ instructions: 10 })
  const [cpu] = platform.cpus
  assert.is(faults[0].label, 2)
  assert.is(cpu.reg(0), 0x1_0002n)
  assert.is(cpu.pc, 0x4000_0004n)
})

test("an answer with a label leaves the vCPU of an unknown system call stopped", () => {
  const { kernel, microkit } = vmm([{ esr: ESR_HVC }], { fault: () => ({ label: 1, words: [] }) })
  assert.is(kernel.run({ instructions: 10 }).kind, "idle")
  assert.is(microkit.vcpuState(0), "stopped")
})

test("a vCPU without an answer stays blocked until it is resumed", () => {
  const { kernel, microkit, platform } = vmm([{ esr: ESR_WFI }, 50], { fault: () => undefined })
  assert.equal(kernel.run({ instructions: 100 }), { kind: "idle", untilNs: Infinity })
  assert.is(microkit.vcpuState(0), "blocked")
  const before = platform.cpus[0].icount()
  microkit.vcpuResume(0)
  kernel.run({ instructions: 20 })
  assert.is(platform.cpus[0].icount(), before + 20)
  assert.is(microkit.vcpuState(0), "running")
})

test("the virtual timer of a waiting vCPU comes as VPPIEvent, and its answer lets the vCPU go on", () => {
  const { faults, kernel, microkit, platform } = vmm([{ esr: ESR_WFI }, 50], {
    fault: (_microkit, message) => (message.label === 9 ? EMPTY_MESSAGE : undefined),
  })
  platform.events.schedule(5000, () => platform.timers[0].set(true))
  kernel.run({ instructions: 20 })
  assert.equal(
    faults.map((one) => one.label),
    [8, 9],
  )
  assert.equal(faults[1].words, [27n])
  assert.is(microkit.vcpuState(0), "running")
  assert.ok(platform.clock.nowNs() >= 5000, "idle time was skipped")
})

test("the virtual timer is masked until it is acknowledged", () => {
  const { faults, kernel, microkit, platform } = vmm([])
  platform.timers[0].set(true)
  kernel.run({ instructions: 200_000 })
  assert.is(faults.length, 1)
  microkit.vcpuAckVppi(0, 27)
  kernel.run({ instructions: 10 })
  assert.is(faults.length, 2)
  platform.timers[0].set(false)
  microkit.vcpuAckVppi(0, 27)
  kernel.run({ instructions: 10 })
  assert.is(faults.length, 2)
})

test("a timer that comes together with another interrupt is told, though that one wakes the vCPU first", () => {
  const irqs = [{ intid: 58, trigger: "level" as const, channel: 1 }]
  const { faults, kernel, microkit, notes, platform } = vmm([{ esr: ESR_WFI }, 50], {
    fault: (_microkit, message) => (message.label === 9 ? EMPTY_MESSAGE : undefined),
    notified: (held) => held.vcpuResume(0),
    more: { irqs },
  })
  platform.events.schedule(5000, () => {
    platform.timers[0].set(true)
    platform.interrupts.setLine(58, true)
  })
  kernel.run({ instructions: 20 })
  assert.equal(notes, [1])
  assert.equal(
    faults.map((one) => one.label),
    [8, 9],
  )
  assert.is(microkit.vcpuState(0), "running")
})

test("a timer event that nobody received before the vCPU was stopped comes again when it runs", () => {
  const irqs = [{ intid: 58, trigger: "level" as const, channel: 1 }]
  const { faults, kernel, platform } = vmm([{ esr: ESR_WFI }, 50], {
    fault: (_microkit, message) => (message.label === 9 ? EMPTY_MESSAGE : undefined),
    notified: (held) => {
      held.vcpuStop(0)
      held.vcpuRestart(0, 0x4000_0000n)
    },
    more: { irqs },
  })
  platform.events.schedule(5000, () => {
    platform.timers[0].set(true)
    platform.interrupts.setLine(58, true)
  })
  kernel.run({ instructions: 20 })
  assert.is(faults.filter((one) => one.label === 9).length, 1)
})

test("the timer of a stopped vCPU reaches nobody", () => {
  const { faults, kernel, microkit, platform } = vmm([])
  microkit.vcpuStop(0)
  platform.timers[0].set(true)
  kernel.run({ instructions: 10 })
  assert.is(faults.length, 0)
  assert.is(microkit.vcpuState(0), "stopped")
})

test("a passthrough interrupt is masked, signalled, and unmasked by its acknowledgement", () => {
  const irqs = [{ intid: 58, trigger: "level" as const, channel: 1 }]
  const { kernel, microkit, notes, platform } = vmm([], { more: { irqs } })
  platform.interrupts.setLine(58, true)
  kernel.run({ instructions: 10 })
  assert.equal(notes, [1])
  assert.not(platform.interrupts.enabled.has(58))
  kernel.run({ instructions: 10 })
  assert.equal(notes, [1])
  microkit.irqAck(1)
  kernel.run({ instructions: 10 })
  assert.equal(notes, [1, 1])
  assert.is(platform.interrupts.triggers.get(58), "level")
  assert.is(platform.interrupts.targets.get(58), 0)
})

test("an interrupt raised inside a run stops the guest before its next instruction", () => {
  const irqs = [{ intid: 58, trigger: "level" as const, channel: 1 }]
  const made: { platform?: Vmm["platform"] } = {}
  const run = vmm([3, () => made.platform?.interrupts.setLine(58, true), 1000], { more: { irqs } })
  made.platform = run.platform
  run.kernel.run({ instructions: 500 })
  const event = run.trace.find((one) => one.type === "irq-delivered")
  assert.is(event?.icount, 4)
})

test("an interrupt that nobody has is masked and recorded", () => {
  const { kernel, platform, trace } = vmm([])
  platform.interrupts.setEnabled(0, 99, true)
  platform.interrupts.setLine(99, true)
  kernel.run({ instructions: 10 })
  assert.not(platform.interrupts.enabled.has(99))
  assert.ok(trace.some((one) => one.type === "irq-delivered" && one.intid === 99 && one.to === ""))
})

test("InjectIRQ fills a list register, asks for maintenance, and raises the virtual line", () => {
  const { kernel, microkit, platform } = vmm([])
  assert.is(microkit.vcpuInjectIrq(0, 58, 0, 1, 2), seL4_NoError)
  assert.equal(platform.lists.lists[2], { state: 1, intid: 58, priority: 0, group: 1, eoi: true })
  assert.ok(platform.cpus[0].virq)
  kernel.run({ instructions: 1 })
})

test("InjectIRQ refuses an active list register and values out of range", () => {
  const { microkit, platform } = vmm([])
  platform.lists.lists[0] = { state: 2, intid: 27, priority: 0, group: 1, eoi: true }
  assert.is(microkit.vcpuInjectIrq(0, 58, 0, 1, 0), seL4_DeleteFirst)
  assert.is(microkit.vcpuInjectIrq(0, 1024, 0, 1, 1), seL4_RangeError)
  assert.is(microkit.vcpuInjectIrq(0, 58, 32, 1, 1), seL4_RangeError)
  assert.is(microkit.vcpuInjectIrq(0, 58, 0, 2, 1), seL4_RangeError)
  assert.is(microkit.vcpuInjectIrq(0, 58, 0, 1, 4), seL4_RangeError)
})

test("a pending interrupt is taken back out of its list register, an active or absent one is not", () => {
  const { microkit, platform } = vmm([])
  microkit.vcpuInjectIrq(0, 58, 0, 1, 2)
  assert.is(microkit.vcpuRetractIrq(0, 2), true)
  assert.is(platform.lists.lists[2].state, 0)
  assert.not(platform.cpus[0].virq)
  assert.is(microkit.vcpuRetractIrq(0, 2), false)
  platform.lists.lists[0] = { state: 2, intid: 27, priority: 0, group: 1, eoi: true }
  assert.is(microkit.vcpuRetractIrq(0, 0), false)
})

test("what a domain offers to be seen is kept under its name", () => {
  const { kernel, microkit } = vmm([])
  const view = { vm: "x", vcpus: [], distributorOn: true, interrupts: [], driven: [], owed: [] }
  microkit.onInspect(() => view)
  assert.equal(kernel.state.views.get(microkit.name)?.(), view)
})

test("the end of an interrupt comes as VGICMaintenance with the list register's number", () => {
  const { faults, kernel, microkit, platform } = vmm([])
  microkit.vcpuInjectIrq(0, 58, 0, 1, 2)
  platform.lists.end(2)
  kernel.run({ instructions: 10 })
  assert.equal(faults, [{ label: 7, words: [2n] }])
  kernel.run({ instructions: 10 })
  assert.is(faults.length, 1)
})

test("maintenance that comes while a fault is in flight is told after it", () => {
  const { faults, kernel, microkit, platform } = vmm([])
  microkit.vcpuInjectIrq(0, 58, 0, 1, 2)
  vcpuFault(kernel.state, kernel.state.vcpus[0], { kind: "VCPUFault", hsr: ESR_SMC })
  platform.lists.end(2)
  takeInterrupts(kernel.state)
  assert.not(platform.interrupts.enabled.has(25))
  kernel.run({ instructions: 10 })
  assert.equal(
    faults.map((one) => one.label),
    [8, 7],
  )
  assert.ok(platform.interrupts.enabled.has(25))
})

test("two interrupts at once, timer and maintenance, are both told", () => {
  const { faults, kernel, microkit, platform } = vmm([])
  microkit.vcpuInjectIrq(0, 58, 0, 1, 0)
  platform.interrupts.setEnabled(0, 25, false)
  platform.lists.end(0)
  platform.timers[0].set(true)
  platform.interrupts.setEnabled(0, 25, true)
  kernel.run({ instructions: 10 })
  assert.equal(faults.map((one) => one.label).sort(), [7, 9])
})

test("registers are read and written through the TCB and the VCPU", () => {
  const { microkit, platform } = vmm([])
  const [cpu] = platform.cpus
  cpu.pstate = 0x3c5
  microkit.vcpuWriteTcb(0, TCB_X[30], 30n)
  microkit.vcpuWriteTcb(0, TCB_SP, 0x1000n)
  microkit.vcpuWriteReg(0, VCPU_REG.SP_EL1, 0x2000n)
  assert.is(cpu.reg(30), 30n)
  assert.is(cpu.sp, 0x2000n)
  assert.is(cpu.sysreg("SP_EL0"), 0x1000n)
  microkit.vcpuWriteTcb(0, TCB_SPSR, 0x3c4n)
  assert.is(cpu.sp, 0x1000n)
  assert.is(microkit.vcpuReadReg(0, VCPU_REG.SP_EL1), 0x2000n)
  microkit.vcpuWriteTcb(0, TCB_TPIDR_EL0, 6n)
  microkit.vcpuWriteTcb(0, TCB_TPIDRRO_EL0, 7n)
  assert.is(microkit.vcpuReadTcb(0, TCB_TPIDR_EL0), 6n)
  assert.is(microkit.vcpuReadTcb(0, TCB_TPIDRRO_EL0), 7n)
  assert.is(microkit.vcpuReadTcb(0, TCB_SPSR), 0x3c4n)
  assert.is(microkit.vcpuReadTcb(0, TCB_SP), 0x1000n)
  microkit.vcpuWriteX(0, 31, 5n)
  assert.is(microkit.vcpuReadX(0, 31), 0n)
  microkit.vcpuWriteReg(0, VCPU_REG.CIDR, 9n)
  assert.is(cpu.sysreg("CONTEXTIDR_EL1"), 9n)
  assert.is(microkit.vcpuReadTcb(0, TCB_PC), 0x4000_0000n)
})

test("the guest's stage 2 tables map what the system maps, and nothing else", () => {
  const { kernel } = vmm([])
  const [vcpu] = kernel.state.vcpus
  assert.is(vcpu.stage2.translate(0x4012_3456), RAM_BASE + 0x123456)
  assert.is(vcpu.stage2.translate(0x3086_0044), DEVICE_BASE + 0x44)
  assert.is(vcpu.stage2.translate(0x3086_1000), undefined)
  assert.is(vcpu.cpu.sysreg("VTTBR_EL2"), (1n << 48n) | BigInt(vcpu.stage2.root))
  assert.is(vcpu.cpu.sysreg("HCR_EL2"), 0x80086039n)
  const flushes = (vcpu.cpu as unknown as { flushes: number }).flushes
  vcpu.stage2.unmap(0x3086_0000, 0x1000)
  assert.is(vcpu.stage2.translate(0x3086_0044), undefined)
  assert.is((vcpu.cpu as unknown as { flushes: number }).flushes, flushes + 1)
})

test("a guest VA translates to an IPA", () => {
  const { microkit, platform } = vmm([])
  platform.cpus[0].pages.set(0xffff800080000000n, RAM_BASE + 0x5000)
  assert.is(microkit.vcpuTranslate(0, 0xffff800080000000n), 0x4000_5000)
  assert.is(microkit.vcpuTranslate(0, 0n), undefined)
})

test("a reset vCPU is stopped and empty", () => {
  const { microkit, platform } = vmm([])
  microkit.vcpuInjectIrq(0, 58, 0, 1, 0)
  microkit.vcpuWriteX(0, 3, 3n)
  microkit.vcpuReset(0)
  assert.is(microkit.vcpuState(0), "stopped")
  assert.is(microkit.vcpuReadX(0, 3), 0n)
  assert.is(platform.lists.lists[0].state, 0)
  assert.is(platform.cpus[0].sysreg("HCR_EL2"), 0x80086039n)
})

test("two vCPUs of one core take turns, each with its own list registers", () => {
  const { kernel, microkit, platform } = vmm([], { vcpus: [0, 1] }, { sliceInstructions: 100 })
  kernel.run({ instructions: 149 })
  assert.is(platform.cpus[0].icount(), 100)
  assert.is(platform.cpus[1].icount(), 50)
  microkit.vcpuInjectIrq(0, 30, 0, 1, 0)
  microkit.vcpuInjectIrq(1, 31, 0, 1, 0)
  assert.is(platform.lists.lists[0].intid, 31)
  assert.not(platform.cpus[0].virq)
  kernel.run({ instructions: 51 })
  assert.is(platform.lists.lists[0].intid, 30)
  assert.ok(platform.cpus[0].virq)
  assert.not(platform.cpus[1].virq)
})

test("a vCPU's exclusive monitor does not outlast an exit, another vCPU or a domain, but the ends of slices", () => {
  const irqs = [{ intid: 58, trigger: "level", channel: 1 }] as const
  const { kernel, platform } = vmm([], { vcpus: [0], more: { irqs } }, { sliceInstructions: 10 })
  const [cpu] = platform.cpus
  const first = cpu.clears
  kernel.run({ instructions: 100 })
  assert.is(cpu.clears, first, "slices")
  cpu.script.unshift({ esr: ESR_SMC })
  kernel.run({ instructions: 100 })
  assert.is(cpu.clears, first + 1, "an exit")
  platform.interrupts.setLine(58, true)
  kernel.run({ instructions: 100 })
  assert.is(cpu.clears, first + 2, "a domain")
})

test("a guest that powers off ends the run, and the runner learns who it was", () => {
  const { kernel, trace } = vmm([{ esr: ESR_SMC }], {
    fault: (microkit) => {
      microkit.vmEvent({ kind: "psci", vcpu: 0, function: "SYSTEM_OFF", args: [], result: undefined })
      microkit.vmEvent({ kind: "vm-off" })
      return undefined
    },
  })
  const result = kernel.run({ instructions: 100 })
  assert.equal(result, { kind: "vm-event", pd: "vmm", event: { kind: "vm-off" } })
  assert.ok(trace.some((one) => one.type === "psci"))
  assert.ok(trace.some((one) => one.type === "vm-off"))
})

test("everything that a VMM tells becomes one line of the record", () => {
  const { kernel, microkit, trace } = vmm([])
  const from = trace.length
  microkit.vmEvent({ kind: "vm-note", what: "linux-banner", data: { line: 1 } })
  microkit.vmEvent({ kind: "psci", vcpu: 0, function: "CPU_ON", args: [1n, 0xffff800000000000n], result: 0 })
  microkit.vmEvent({ kind: "vm-reset", handled: true })
  microkit.vmEvent({ kind: "vm-fault", vcpu: 0, label: 6, words: [1n, 2n], text: "nobody there" })
  const stamp = `"icount":1,"timeNs":1001`
  assert.equal(trace.slice(from).map(eventLine), [
    `{${stamp},"type":"vm-note","pd":"vmm","what":"linux-banner","data":{"line":1}}`,
    `{${stamp},"type":"psci","pd":"vmm","vcpu":0,"function":"CPU_ON",` +
      `"args":["0x1","0xffff800000000000"],"result":0}`,
    `{${stamp},"type":"vm-reset","pd":"vmm","handled":true}`,
    `{${stamp},"type":"vm-fault","pd":"vmm","vcpu":0,"fault":"VMFault","words":["0x1","0x2"],` +
      `"text":"nobody there"}`,
  ])
  const told = [kernel.run(), kernel.run()]
  assert.equal(
    told.map((one) => (one.kind === "vm-event" ? one.event.kind : one.kind)),
    ["vm-reset", "vm-fault"],
  )
})

test("the last events name a PSCI call as its specification does", () => {
  const { kernel, microkit } = vmm([])
  for (const name of ["PSCI_VERSION", "CPU_OFF"])
    microkit.vmEvent({ kind: "psci", vcpu: 0, function: name, args: [], result: 0 })
  const told = kernel.state.recorder.last.list().filter(({ kind }) => kind === "told")
  assert.equal(
    told.map(({ name }) => name),
    ["vmm: PSCI_VERSION of vCPU 0: 0", "vmm: PSCI CPU_OFF of vCPU 0: 0"],
  )
})

test("the board's events are stamped and part of the record", () => {
  const { platform, kernel, trace } = vmm([])
  kernel.state.recorder.device.event("/soc/timer", "stub-first-touch", { offset: 4 })
  assert.is(
    eventLine(trace[trace.length - 1]),
    `{"icount":1,"timeNs":${platform.clock.nowNs()},"type":"device","device":"/soc/timer",` +
      `"what":"stub-first-touch","data":{"offset":4}}`,
  )
})

/** The record of one run, cut into pieces of so many instructions. */
function record(piece: number): string {
  const wfi: Partial<Exit> = { esr: ESR_WFI }
  const script = [250, wfi, 1000, { esr: ESR_READ, ipa: 0x10000000 }, 700, wfi, 130]
  const run = vmm(script, {
    fault: (microkit, message) => {
      if (message.label === 9) microkit.vcpuAckVppi(0, 27)
      return message.label === 8 ? undefined : EMPTY_MESSAGE
    },
  })
  const tick = (): void => {
    run.platform.timers[0].set(true)
    run.platform.timers[0].set(false)
    run.microkit.vcpuResume(0)
    run.platform.events.schedule(run.platform.clock.nowNs() + 977, tick)
  }
  run.platform.events.schedule(977, tick)
  while (run.platform.clock.instructions() < 3000) {
    run.kernel.run({ instructions: Math.min(piece, 3000 - run.platform.clock.instructions()) })
  }
  return run.trace.map((one) => JSON.stringify(one)).join("\n")
}

test("the record of a run does not depend on how the run is cut", () => {
  const whole = record(10_000)
  assert.ok(whole.split("\n").length > 10)
  assert.is(record(7), whole)
  assert.is(record(100), whole)
})

test.run()
