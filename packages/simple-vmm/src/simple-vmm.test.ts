// SPDX-License-Identifier: BSD-2-Clause
//
// The whole VMM over the fake Microkit: boot, interrupts end to end, faults.

import { EMPTY_MESSAGE, type Fault, TCB_PC, encodeFault } from "@vmm/kernel/api"
import { FakeMicrokit, type UnhandledFault, type VmConfig } from "@vmm/vmrt"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { simpleVmm } from "./simple-vmm.ts"

const RAM = 0x40000000
const GICD = 0x8000000
const ESR_WFI = 0x06000000

function config(version: 2 | 3): VmConfig {
  return {
    name: "linux",
    vcpus: [0],
    gic: {
      version,
      distributor: { base: GICD, size: 0x10000 },
      ...(version === 3 ? { redistributor: { base: 0x80a0000, size: 0xf60000 } } : {}),
    },
    ramRegions: [{ gpa: RAM, size: 0x10000, vaddr: RAM }],
    images: [{ gpa: RAM, bytes: Uint8Array.of(0x1f, 0x20, 0x03, 0xd5) }],
    entry: RAM,
    passthroughIrqs: [{ channel: 1, intid: 58, trigger: "level" }],
  }
}

interface Board {
  readonly microkit: FakeMicrokit
  readonly reports: UnhandledFault[]
  /** True when the VMM answered. */
  readonly fault: (fault: Fault) => boolean
  readonly notified: (channel: number) => void
  /** The guest stores a word, sas 2, from x3. */
  readonly store: (address: number, value: number) => boolean
}

function boot(version: 2 | 3): Board {
  const microkit = new FakeMicrokit()
  const reports: UnhandledFault[] = []
  const program = simpleVmm(config(version), (fault) => reports.push(fault))(microkit)
  program.init()
  const fault = (what: Fault) => program.fault?.(0, encodeFault(what)) === EMPTY_MESSAGE
  const store = (address: number, value: number) => {
    microkit.vcpuWriteX(0, 3, BigInt(value >>> 0))
    microkit.setFaultInfo(0, { esr: 0x93830046, ipa: address, far: BigInt(address) })
    return fault({ kind: "VMFault", ip: BigInt(RAM), address, prefetch: false, fsr: 0x93830046 })
  }
  return { microkit, reports, fault, store, notified: (channel) => program.notified?.(channel) }
}

const vmm = suite("simple-vmm")

vmm("init places the images and starts the guest", () => {
  const { microkit } = boot(2)
  assert.is(microkit.memory.read32(RAM), 0xd503201f)
  assert.is(microkit.vcpuReadTcb(0, TCB_PC), BigInt(RAM))
  assert.is(microkit.vcpuState(0), "running")
})

vmm("a device's interrupt reaches the guest once enabled, and its end acknowledges the channel", () => {
  const board = boot(2)
  board.notified(1)
  board.microkit.takeCalls()
  assert.ok(board.store(GICD, 1))
  assert.ok(board.store(GICD + 0x104, 1 << (58 - 32)))
  assert.equal(board.microkit.takeCalls(), ["inject 0 58 prio 0 group 0 lr 0"])
  assert.ok(board.fault({ kind: "VGICMaintenance", index: 0 }))
  assert.equal(board.microkit.takeCalls(), ["irqAck 1"])
})

vmm("the timer wakes a guest in WFI, and is unmasked at the end of its interrupt", () => {
  const board = boot(2)
  board.store(GICD, 1)
  board.store(GICD + 0x100, 1 << 27)
  board.microkit.takeCalls()
  assert.is(board.fault({ kind: "VCPUFault", hsr: ESR_WFI }), false)
  assert.is(board.fault({ kind: "VPPIEvent", irq: 27 }), true)
  assert.is(board.fault({ kind: "VGICMaintenance", index: 0 }), true)
  assert.equal(board.microkit.takeCalls(), ["inject 0 27 prio 0 group 0 lr 0", "ackVppi 0 27"])
})

vmm("on GICv3 an SGI to oneself arrives, group 1", () => {
  const board = boot(3)
  board.store(GICD, 0x12)
  board.store(0x80b0100, 1 << 5)
  board.microkit.takeCalls()
  board.microkit.vcpuWriteX(0, 4, 0x05000001n)
  assert.ok(board.fault({ kind: "VCPUFault", hsr: 0x623a3096 }))
  assert.equal(board.microkit.takeCalls(), ["inject 0 5 prio 0 group 1 lr 0"])
})

vmm("an SPI that the guest enables without a channel never fires and harms nothing", () => {
  const board = boot(2)
  board.store(GICD, 1)
  board.microkit.takeCalls()
  assert.ok(board.store(GICD + 0x108, 0xffffffff))
  assert.equal(board.microkit.takeCalls(), [])
})

vmm("a fault that nobody handles is reported and not answered", () => {
  const board = boot(2)
  assert.is(board.store(0x30860000, 0), false)
  assert.is(board.reports[0]?.ipa, 0x30860000)
  assert.is(board.microkit.events.at(-1)?.kind, "vm-fault")
})

vmm("without a report the VMM stops the guest all the same", () => {
  const microkit = new FakeMicrokit()
  const program = simpleVmm(config(2))(microkit)
  program.init()
  const jump = { kind: "VMFault", ip: 0n, address: 0, prefetch: true, fsr: 0x82000006 } as const
  assert.is(program.fault?.(0, encodeFault(jump)), undefined)
  assert.is(microkit.vcpuState(0), "stopped")
})

vmm("a channel that means nothing is logged", () => {
  const board = boot(2)
  board.notified(7)
  assert.match(board.microkit.logged.at(-1) ?? "", /unexpected channel 7/)
})

vmm("reset begins the guest again with its interrupts disabled", () => {
  const board = boot(2)
  board.store(GICD, 1)
  board.store(GICD + 0x104, 1 << (58 - 32))
  board.microkit.vcpuWriteX(0, 0, 0x84000009n)
  board.fault({ kind: "VCPUFault", hsr: 0x5e000000 })
  board.microkit.takeCalls()
  board.notified(1)
  assert.equal(board.microkit.takeCalls(), [], "disabled")
  assert.is(board.microkit.vcpuReadTcb(0, TCB_PC), BigInt(RAM))
})

vmm.run()
