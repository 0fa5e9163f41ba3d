// SPDX-License-Identifier: BSD-2-Clause
//
// A virtual machine monitor: one protection domain that runs one guest. It puts the images into the guest's
// RAM, gives it an interrupt controller, passes physical interrupts on, and answers its faults. Copy this
// file to write your own: more devices go behind `faultRegisterVmExceptionHandler`, more interrupts behind
// `virqRegister`, more firmware behind `smcRegisterSipHandler`. After libvmm's examples/simple/vmm.c.

import {
  EMPTY_MESSAGE,
  type EmulatedRegisters,
  type Message,
  type Microkit,
  type Program,
  type ProgramFactory,
} from "@vmm/kernel/api"
import { Vgic } from "@vmm/vgic"
import {
  type UnhandledFault,
  Vm,
  type VmConfig,
  emulatedRegisters,
  faultHandle,
  guestSetupImages,
  guestStart,
  virqControllerInit,
  virqHandlePassthrough,
  virqInjector,
  virqRegisterPassthrough,
  virqRetractor,
} from "@vmm/vmrt"

/** What happens when a guest faults and nobody can handle it; the guest is stopped afterwards. */
export type FaultReport = (fault: UnhandledFault) => void

class SimpleVmm implements Program {
  private readonly vm: Vm
  private readonly config: VmConfig

  constructor(microkit: Microkit, config: VmConfig, report: FaultReport | undefined) {
    this.config = config
    this.vm = new Vm(microkit, config)
    if (report !== undefined) this.vm.onUnhandledFault = report
  }

  /** Boot: everything the guest will find, then the guest. */
  init(): void {
    const { vm, config } = this
    guestSetupImages(vm)
    virqControllerInit(vm, this.interruptController())
    for (const irq of config.passthroughIrqs) virqRegisterPassthrough(vm, irq)
    guestStart(vm)
  }

  /** A channel was notified: a device of the guest has raised its interrupt. */
  notified(channel: number): void {
    if (virqHandlePassthrough(this.vm, channel)) return
    this.vm.log.error(`unexpected channel ${channel}: no interrupt is passed through by it`)
  }

  /** A vCPU stopped: an emulated register, a firmware call, an interrupt's end .. An answer lets it go on. */
  fault(child: number, message: Message): Message | undefined {
    return faultHandle(this.vm, child, message) ? EMPTY_MESSAGE : undefined
  }

  /** The fast way of `fault` for an emulated register. */
  registers(child: number, ipa: number): EmulatedRegisters | undefined {
    return emulatedRegisters(this.vm, child, ipa)
  }

  private interruptController(): Vgic {
    const { vm, config } = this
    return new Vgic({
      version: config.gic.version,
      vcpus: config.vcpus.length,
      affinities: vm.vcpus.map((vcpu) => vcpu.affinity),
      listRegisters: vm.microkit.listRegisters,
      inject: virqInjector(vm),
      retract: virqRetractor(vm),
      log: (message) => vm.log.info(message),
    })
  }
}

/** The program of a domain that runs the VM of `config`. */
export function simpleVmm(config: VmConfig, report?: FaultReport): ProgramFactory {
  return (microkit) => new SimpleVmm(microkit, config, report)
}
