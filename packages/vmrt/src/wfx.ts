// SPDX-License-Identifier: BSD-2-Clause
//
// WFI that sleeps. The VMM cannot see whether an interrupt in a list register is still pending, so a vCPU
// with an occupied one goes on at once; the processor does not trap WFI while an interrupt is pending.

import type { Vcpu } from "./vcpu.ts"
import type { Vm } from "./vm.ts"

/** Puts a vCPU to sleep until an interrupt reaches one of its list registers. */
export function waitForInterrupt(vm: Vm, vcpu: Vcpu): void {
  vcpu.asleep = vm.gic.listed(vcpu.index) === 0
}
