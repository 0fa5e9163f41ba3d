// SPDX-License-Identifier: BSD-2-Clause
//
// Virtual interrupts (libvmm virq.c): the interrupt controller behind its registers, interrupts that the VMM
// raises, interrupts that it passes through from a channel, and the virtual timer's PPI.

import { seL4_NoError, type VmView } from "@vmm/kernel/api"
import type { PassthroughIrq } from "./config.ts"
import type { InterruptController } from "./interrupt-controller.ts"
import { refuse } from "./refuse.ts"
import type { Vm } from "./vm.ts"

/** EL1 virtual timer (Arm BSA): the PPI that seL4 hands on as VPPIEvent. */
export const VTIMER_INTID = 27

/** InjectIRQ for the vCPU counted `vcpu`, in the form that @vmm/vgic wants; wakes a vCPU that sleeps in WFI. */
export function virqInjector(vm: Vm) {
  return (vcpu: number, intid: number, priority: number, group: number, index: number): boolean => {
    const target = vm.vcpus[vcpu]
    if (target === undefined) return false
    if (vm.microkit.vcpuInjectIrq(target.id, intid, priority, group, index) !== seL4_NoError) return false
    target.wake()
    return true
  }
}

/** Takes a pending interrupt back out of a list register, in the form that @vmm/vgic wants. */
export function virqRetractor(vm: Vm) {
  return (vcpu: number, index: number): boolean => {
    const target = vm.vcpus[vcpu]
    return target !== undefined && vm.microkit.vcpuRetractIrq(target.id, index)
  }
}

/** Puts the controller's registers where the guest expects them and wires up the virtual timer. */
export function virqControllerInit(vm: Vm, gic: InterruptController): void {
  const { version, distributor, redistributor } = vm.config.gic
  vm.gic = gic
  vm.microkit.onInspect(() => viewOf(vm))
  vm.exceptions.register(distributor.base, distributor.size, gic.distributor)
  if (version === 3) {
    if (redistributor === undefined || gic.redistributor === undefined) {
      refuse(`VM ${vm.config.name} has a GICv3 without redistributors: its gic node needs a second reg entry`)
    }
    vm.exceptions.register(redistributor.base, redistributor.size, gic.redistributor)
  }
  virqRegister(vm, VTIMER_INTID, (vcpu) => {
    gic.setLevel(VTIMER_INTID, false, vcpu)
    const target = vm.vcpus[vcpu]
    if (target !== undefined) vm.microkit.vcpuAckVppi(target.id, VTIMER_INTID)
  })
}

/** The guest as it stands, for whoever explains it. */
function viewOf(vm: Vm): VmView {
  const gic = vm.gic.view?.()
  return {
    vm: vm.config.name,
    vcpus: vm.vcpus.map(({ id, on, asleep }) => ({ id, on, asleep })),
    distributorOn: gic?.on,
    interrupts: gic?.interrupts,
    driven: [...vm.virqs].sort((a, b) => a - b),
    owed: [...vm.passthroughs.values()].flatMap(({ intid, ackOwed }) => (ackOwed ? [intid] : [])),
    physicalTimer: vm.physicalTimer,
    refusedCalls: [...vm.refusedCalls],
  }
}

/** Claims an interrupt; `ack` runs whenever the guest deactivates it. Faults the domain if somebody has it. */
export function virqRegister(vm: Vm, intid: number, ack: (vcpu: number) => void = () => undefined): void {
  if (vm.virqs.has(intid)) refuse(`vIRQ ${intid} of VM ${vm.config.name} is registered twice`)
  vm.virqs.add(intid)
  vm.gic.onDeactivate(intid, ack)
}

/** One pulse of an interrupt; `vcpu` matters for PPIs. */
export function virqInject(vm: Vm, intid: number, vcpu = 0): void {
  vm.gic.pulse(intid, vcpu)
}

/** Level of the line of an interrupt; `vcpu` matters for PPIs. */
export function virqSetLevel(vm: Vm, intid: number, level: boolean, vcpu = 0): void {
  vm.gic.setLevel(intid, level, vcpu)
}

/** Gives the guest a physical interrupt: its channel is acknowledged once the guest has deactivated it. */
export function virqRegisterPassthrough(vm: Vm, irq: PassthroughIrq): void {
  const passthrough = { ...irq, ackOwed: false }
  virqRegister(vm, irq.intid, () => {
    if (irq.trigger === "level") vm.gic.setLevel(irq.intid, false)
    if (!passthrough.ackOwed) return
    passthrough.ackOwed = false
    vm.microkit.irqAck(irq.channel)
  })
  vm.passthroughs.set(irq.channel, passthrough)
}

/** A channel was notified: injects its interrupt. False when the channel passes no interrupt through. */
export function virqHandlePassthrough(vm: Vm, channel: number): boolean {
  const passthrough = vm.passthroughs.get(channel)
  if (passthrough === undefined) return false
  passthrough.ackOwed = true
  if (passthrough.trigger === "level") vm.gic.setLevel(passthrough.intid, true)
  else vm.gic.pulse(passthrough.intid)
  return true
}

/** VPPIEvent: the line of a private interrupt is high; it stays so until the guest deactivates it. */
export function virqHandleVppi(vm: Vm, vcpu: number, intid: number): void {
  vm.gic.setLevel(intid, true, vcpu)
}

/** For a restart: passthrough lines low, and the channels whose interrupt the guest never ended acknowledged. */
export function virqReset(vm: Vm): void {
  for (const passthrough of vm.passthroughs.values()) {
    vm.gic.setLevel(passthrough.intid, false)
    if (!passthrough.ackOwed) continue
    passthrough.ackOwed = false
    vm.microkit.irqAck(passthrough.channel)
  }
}
