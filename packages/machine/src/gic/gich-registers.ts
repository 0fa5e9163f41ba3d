// SPDX-License-Identifier: BSD-2-Clause
//
// The register map of GICH, the virtual interface control, after GICv2 (IHI 0048B) section 5.3. Offsets
// 0..0xfff are the requesting CPU's registers; GIC-400 shows those of CPU n at 0x1000 + n * 0x200 as well,
// which is not modelled.

import { readGichLr, writeGichLr } from "./list-register.ts"
import { LR_COUNT, type VirtualCpuInterface } from "./virtual-interface.ts"

/** GICH_VTR and ICH_VTR_EL2: five priority bits, five preemption bits, four list registers. */
export const VTR = 0x90000000 + (LR_COUNT - 1)
const LR_FIRST = 0x100

export function readGich(virtual: VirtualCpuInterface, cpu: number, offset: number): number {
  if (offset >= LR_FIRST && offset < LR_FIRST + LR_COUNT * 4) {
    return readGichLr(virtual, cpu, (offset - LR_FIRST) >>> 2)
  }
  switch (offset) {
    case 0x00:
      return virtual.hcr[cpu]
    case 0x04:
      return VTR
    case 0x08:
      return virtual.vmcr(cpu)
    case 0x10:
      return virtual.misr(cpu)
    case 0x20:
      return virtual.eisr(cpu)
    case 0x30:
      return virtual.elrsr(cpu)
    case 0xf0:
      return (virtual.activePriorities(cpu, 0) | virtual.activePriorities(cpu, 1)) >>> 0
    default:
      return 0
  }
}

/** HCR bits that GICv2 has: the enables and EOICount. */
const HCR_BITS = 0xf80000ff

export function writeGich(virtual: VirtualCpuInterface, cpu: number, offset: number, value: number): void {
  if (offset >= LR_FIRST && offset < LR_FIRST + LR_COUNT * 4) {
    writeGichLr(virtual, cpu, (offset - LR_FIRST) >>> 2, value)
    return
  }
  switch (offset) {
    case 0x00:
      return virtual.setHcr(cpu, value & HCR_BITS)
    case 0x08:
      return virtual.setVmcr(cpu, value)
    case 0xf0:
      virtual.setActivePriorities(cpu, 1, 0)
      return virtual.setActivePriorities(cpu, 0, value)
    default:
  }
}
