// SPDX-License-Identifier: BSD-2-Clause
//
// Physical interrupts (seL4, kernel/faulthandler and arch/arm/object/interrupt.c, vcpu.c): a domain's
// interrupt is masked, its notification signalled, and unmasked by its acknowledgement; the maintenance
// interrupt and the virtual timer become faults of the vCPU. A vCPU that waits for an answer keeps its timer
// armed, which seL4 does not do: the VMM then gets a second message, VPPIEvent, and its answer lets the vCPU
// go on.

import type { Vcpu } from "./object/vcpu.ts"
import { INTID_NONE, PPI_MAINTENANCE, PPI_VIRTUAL_TIMER } from "./platform.ts"
import { vcpuFault } from "./fault-delivery.ts"
import { type Core, type KernelState, wakeReceiver } from "./state.ts"

/** Whether the timer's interrupt of this vCPU can be told to its VMM now. */
function timerDeliverable(vcpu: Vcpu): boolean {
  const state = vcpu.tcb?.state
  return vcpu.timer && !vcpu.vppiMasked && (state === "ready" || state === "parked")
}

/** Drives each core's PPI 27 from the virtual timers of its vCPUs. */
function driveTimers(state: KernelState): void {
  for (const core of state.cores) {
    let level = false
    for (const vcpu of state.vcpus) {
      if (vcpu.tcb?.core === core.index && timerDeliverable(vcpu)) level = true
    }
    if (level !== core.timer) {
      core.timer = level
      core.timerLine.set(level)
    }
  }
}

function virtualTimer(state: KernelState, core: Core): string {
  const vcpu = state.vcpus.find((one) => one.tcb?.core === core.index && timerDeliverable(one))
  if (vcpu === undefined) return ""
  vcpu.vppiMasked = true
  vcpuFault(state, vcpu, { kind: "VPPIEvent", irq: PPI_VIRTUAL_TIMER })
  return vcpu.name
}

/** seL4's VGICMaintenance: names the first list register that the guest ended, or none. */
function maintenance(state: KernelState, core: Core): string {
  const vcpu = core.loaded
  if (vcpu === undefined) return ""
  if (vcpu.tcb?.state === "faulted") {
    core.maintenanceDeferred = true
    state.platform.interrupts.setEnabled(core.index, PPI_MAINTENANCE, false)
    return ""
  }
  const status = core.virtualInterface.endOfInterruptStatus()
  let index = -1
  for (let n = core.virtualInterface.listRegisters - 1; n >= 0; n -= 1)
    if ((status & (1 << n)) !== 0) index = n
  if (index >= 0)
    core.virtualInterface.writeList(index, { ...core.virtualInterface.readList(index), eoi: false })
  if (vcpu.tcb?.state === "inactive") return ""
  vcpuFault(state, vcpu, { kind: "VGICMaintenance", index })
  return vcpu.name
}

/** Masks what nobody handles, as seL4 does with an interrupt that has no handler. */
function deviceInterrupt(state: KernelState, core: Core, intid: number): { to: string; channel: number } {
  state.platform.interrupts.setEnabled(core.index, intid, false)
  const irq = state.irqs.get(intid)
  if (irq === undefined) return { to: "", channel: -1 }
  irq.taken += 1
  irq.unacknowledged = true
  irq.notification.signal(irq.badge)
  if (irq.notification.bound !== undefined) wakeReceiver(state, irq.notification.bound)
  return { to: irq.owner, channel: irq.channel }
}

function take(state: KernelState, core: Core, intid: number): void {
  state.platform.clock.charge(state.costs.kernelEntryNs)
  let [to, channel] = ["", -1]
  if (intid === PPI_VIRTUAL_TIMER) to = virtualTimer(state, core)
  else if (intid === PPI_MAINTENANCE) to = maintenance(state, core)
  else ({ to, channel } = deviceInterrupt(state, core, intid))
  driveTimers(state)
  state.recorder.note("irq", to, intid, channel)
  if (state.recorder.on) state.recorder.emit({ type: "irq-delivered", intid, to, channel })
}

/** Lets maintenance through again once the vCPU can be told. */
function undefer(state: KernelState): void {
  for (const core of state.cores) {
    if (core.maintenanceDeferred && core.loaded?.tcb?.state !== "faulted") {
      core.maintenanceDeferred = false
      state.platform.interrupts.setEnabled(core.index, PPI_MAINTENANCE, true)
    }
  }
}

/** Takes every pending interrupt of every core. */
export function takeInterrupts(state: KernelState): void {
  driveTimers(state)
  undefer(state)
  for (const core of state.cores) {
    while (core.irq) {
      const intid = state.platform.interrupts.acknowledge(core.index)
      if (intid >= INTID_NONE) break
      take(state, core, intid)
      state.platform.interrupts.endOfInterrupt(core.index, intid)
    }
  }
}

/** Loads the virtual interface of this vCPU onto its core. */
export function loadVcpu(state: KernelState, core: Core, vcpu: Vcpu): void {
  const before = core.loaded
  if (before === vcpu) return
  if (before !== undefined) {
    before.vgic = core.virtualInterface.save()
    before.cpu.setVirq(false)
    before.cpu.setVfiq(false)
  }
  core.loaded = vcpu
  core.virtualInterface.load(vcpu.vgic)
  vcpu.cpu.setVirq(core.virq)
  vcpu.cpu.setVfiq(core.vfiq)
  undefer(state)
}
