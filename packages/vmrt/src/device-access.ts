// SPDX-License-Identifier: BSD-2-Clause
//
// Emulated registers by the fast path of a fault: one aligned register, a value in and a value out, no message. The
// domain's `registers` calls `emulatedRegisters`; what it does not know arrives at `faultHandle`.

import type { EmulatedRegisters } from "@vmm/kernel/api"
import type { MmioHandler, MmioSize } from "./interrupt-controller.ts"
import type { Vcpu } from "./vcpu.ts"
import type { Vm } from "./vm.ts"
import type { VmException } from "./vm-exceptions.ts"

class VcpuRegisters implements EmulatedRegisters {
  readonly base: number
  readonly size: number
  private readonly handler: MmioHandler
  private readonly vcpu: Vcpu

  constructor({ base, size, handler }: VmException, vcpu: Vcpu) {
    this.base = base
    this.size = size
    this.handler = handler
    this.vcpu = vcpu
  }

  read(offset: number, size: MmioSize): number {
    const { vcpu } = this
    vcpu.faulted = true
    const value = this.handler.read(vcpu.index, offset, size)
    vcpu.faulted = false
    return value
  }

  write(offset: number, size: MmioSize, value: number): void {
    const { vcpu } = this
    vcpu.faulted = true
    this.handler.write(vcpu.index, offset, size, value)
    vcpu.faulted = false
  }
}

/** The emulated registers around `ipa` as child `child` reaches them; undefined when none are there. */
export function emulatedRegisters(vm: Vm, child: number, ipa: number): EmulatedRegisters | undefined {
  const vcpu = vm.vcpuOf(child)
  const at = vm.exceptions.find(ipa)
  return vcpu === undefined || at === undefined ? undefined : new VcpuRegisters(at, vcpu)
}
