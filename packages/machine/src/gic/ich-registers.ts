// SPDX-License-Identifier: BSD-2-Clause
//
// The virtual interface control as system registers of EL2: ICH_*_EL2 (IHI 0069 section 12.4).

import { VTR } from "./gich-registers.ts"
import { SYSREG_DONE, SYSREG_UNDEFINED } from "./icv-registers.ts"
import { readIchLrHigh, readIchLrLow, writeIchLr } from "./list-register.ts"
import * as K from "./sysreg-keys.ts"
import { LR_COUNT, type VirtualCpuInterface } from "./virtual-interface.ts"

/** ICH_HCR_EL2: En .. VGrp1DIE, TC, TALL0, TALL1, TDIR, EOIcount. */
const HCR_BITS = 0xf8005cff
/** SRE, DFB, DIB, Enable. */
const SRE_EL2 = 0xf

function lrNumber(key: number): number {
  const n = key - K.ICH_LR0_EL2
  return n >= 0 && n < LR_COUNT ? n : -1
}

/** Bits 31:0, or SYSREG_UNDEFINED. */
export function readIch(virtual: VirtualCpuInterface, cpu: number, key: number): number {
  const lr = lrNumber(key)
  if (lr >= 0) return readIchLrLow(virtual, cpu, lr)
  switch (key) {
    case K.ICH_HCR_EL2:
      return virtual.hcr[cpu]
    case K.ICH_VTR_EL2:
      return VTR
    case K.ICH_MISR_EL2:
      return virtual.misr(cpu)
    case K.ICH_EISR_EL2:
      return virtual.eisr(cpu)
    case K.ICH_ELRSR_EL2:
      return virtual.elrsr(cpu)
    case K.ICH_VMCR_EL2:
      return virtual.vmcr(cpu)
    case K.ICH_AP0R0_EL2:
      return virtual.activePriorities(cpu, 0)
    case K.ICH_AP1R0_EL2:
      return virtual.activePriorities(cpu, 1)
    case K.ICC_SRE_EL2:
      return SRE_EL2
    default:
      return SYSREG_UNDEFINED
  }
}

/** Bits 63:32 of a register that `readIch` knows; only list registers have any. */
export function readIchHigh(virtual: VirtualCpuInterface, cpu: number, key: number): number {
  const lr = lrNumber(key)
  return lr < 0 ? 0 : readIchLrHigh(virtual, cpu, lr)
}

/** SYSREG_DONE or SYSREG_UNDEFINED. */
export function writeIch(
  virtual: VirtualCpuInterface,
  cpu: number,
  key: number,
  low: number,
  high: number,
): number {
  const lr = lrNumber(key)
  if (lr >= 0) {
    writeIchLr(virtual, cpu, lr, low, high)
    return SYSREG_DONE
  }
  switch (key) {
    case K.ICH_HCR_EL2:
      virtual.setHcr(cpu, low & HCR_BITS)
      break
    case K.ICH_VMCR_EL2:
      virtual.setVmcr(cpu, low)
      break
    case K.ICH_AP0R0_EL2:
      virtual.setActivePriorities(cpu, 0, low)
      break
    case K.ICH_AP1R0_EL2:
      virtual.setActivePriorities(cpu, 1, low)
      break
    case K.ICC_SRE_EL2:
      break
    default:
      return SYSREG_UNDEFINED
  }
  return SYSREG_DONE
}
