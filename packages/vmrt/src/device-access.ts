// SPDX-License-Identifier: BSD-2-Clause
//
// Emulated registers by the fast path of a fault: one aligned register, a value in and a value out, no message. The
// domain's `deviceRead` and `deviceWrite` call these; what they do not take arrives at `faultHandle`.

import type { MmioSize } from "./interrupt-controller.ts"
import type { Vm } from "./vm.ts"

/** Reads emulated registers for child `child`; undefined when none are there. */
export function deviceRead(vm: Vm, child: number, ipa: number, size: MmioSize): number | undefined {
  const vcpu = vm.vcpuOf(child)
  const at = vm.exceptions.find(ipa, size)
  if (vcpu === undefined || at === undefined) return undefined
  vcpu.faulted = true
  const value = at.handler.read(vcpu.index, ipa - at.base, size) >>> 0
  vcpu.faulted = false
  return value
}

/** Writes emulated registers for child `child`; false when none are there. */
export function deviceWrite(vm: Vm, child: number, ipa: number, size: MmioSize, value: number): boolean {
  const vcpu = vm.vcpuOf(child)
  const at = vm.exceptions.find(ipa, size)
  if (vcpu === undefined || at === undefined) return false
  vcpu.faulted = true
  at.handler.write(vcpu.index, ipa - at.base, size, value)
  vcpu.faulted = false
  return true
}
