// SPDX-License-Identifier: BSD-2-Clause
//
// Register dumps as libvmm prints them (tcb.c, vcpu.c).

import { TCB_FIELDS, VCPU_FIELDS } from "@vmm/kernel/api"
import { hex } from "./log.ts"
import type { Vm } from "./vm.ts"

const line = (name: string, value: bigint): string => `    ${name}: 0x${value.toString(16).padStart(16, "0")}`

/** Prints the registers that the vCPU's TCB holds. `id` is the vCPU's id. */
export function tcbPrintRegs(vm: Vm, id: number): void {
  vm.log.info(`dumping TCB (ID ${hex(id)}) registers:`)
  TCB_FIELDS.forEach((name, field) => vm.microkit.log(line(name, vm.microkit.vcpuReadTcb(id, field))))
}

/** Prints the EL1 registers that the VCPU object holds. */
export function vcpuPrintRegs(vm: Vm, id: number): void {
  vm.log.info(`dumping VCPU (ID ${hex(id)}) registers:`)
  VCPU_FIELDS.forEach((name, field) =>
    vm.microkit.log(line(name.toLowerCase(), vm.microkit.vcpuReadReg(id, field))),
  )
}
