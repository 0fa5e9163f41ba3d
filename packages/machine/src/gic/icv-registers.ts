// SPDX-License-Identifier: BSD-2-Clause
//
// The virtual CPU interface as system registers: what a guest reaches as ICC_*_EL1 while HCR_EL2.IMO and FMO
// are set, that is ICV_*_EL1 (IHI 0069 section 12.3). Writes of SGI registers go to the hypervisor, and so
// does what ICH_HCR_EL2 traps.

import * as K from "./sysreg-keys.ts"
import { CBPR, ENABLE_GROUP0, ENABLE_GROUP1, EOI_MODE } from "./priority.ts"
import { HCR_TALL0, HCR_TALL1, HCR_TC, HCR_TDIR, type VirtualCpuInterface } from "./virtual-interface.ts"

/** No such register here: the instruction is UNDEFINED. */
export const SYSREG_UNDEFINED = -1
/** The access traps to EL2. */
export const SYSREG_TRAPPED = -2
/** The access to a system register was carried out. */
export const SYSREG_DONE = 0

/** ICV_CTLR_EL1.PRIbits: five bits of priority; 16 bits of INTID. */
const CTLR_PRI_BITS = 4 << 8
/** System registers only: SRE, DFB, DIB. */
const SRE = 7

/** ICH_HCR_EL2 bits that trap a register. */
function trapBits(key: number): number {
  switch (key) {
    case K.ICC_DIR_EL1:
      return HCR_TC | HCR_TDIR
    case K.ICC_PMR_EL1:
    case K.ICC_RPR_EL1:
    case K.ICC_CTLR_EL1:
      return HCR_TC
    case K.ICC_IAR0_EL1:
    case K.ICC_EOIR0_EL1:
    case K.ICC_HPPIR0_EL1:
    case K.ICC_BPR0_EL1:
    case K.ICC_AP0R0_EL1:
    case K.ICC_IGRPEN0_EL1:
      return HCR_TALL0
    case K.ICC_SRE_EL1:
      return 0
    default:
      return HCR_TALL1
  }
}

/** The value (unsigned 32 bits; the upper half is 0), or SYSREG_UNDEFINED or SYSREG_TRAPPED. */
export function readIcv(virtual: VirtualCpuInterface, cpu: number, key: number): number {
  const hcr = virtual.hcr[cpu]
  if (hcr >>> 10 !== 0 && (hcr & trapBits(key)) !== 0) return SYSREG_TRAPPED
  switch (key) {
    case K.ICC_IAR1_EL1:
      return virtual.acknowledgeGroup(cpu, 1)
    case K.ICC_IAR0_EL1:
      return virtual.acknowledgeGroup(cpu, 0)
    case K.ICC_PMR_EL1:
      return virtual.priorityMask(cpu)
    case K.ICC_RPR_EL1:
      return virtual.runningPriority(cpu)
    case K.ICC_HPPIR1_EL1:
      return virtual.highestPendingGroup(cpu, 1)
    case K.ICC_HPPIR0_EL1:
      return virtual.highestPendingGroup(cpu, 0)
    case K.ICC_BPR0_EL1:
      return virtual.binaryPoint(cpu, 0)
    case K.ICC_BPR1_EL1:
      return (virtual.control(cpu) & CBPR) === 0
        ? virtual.binaryPoint(cpu, 1)
        : Math.min(virtual.binaryPoint(cpu, 0) + 1, 7)
    case K.ICC_AP0R0_EL1:
      return virtual.activePriorities(cpu, 0)
    case K.ICC_AP1R0_EL1:
      return virtual.activePriorities(cpu, 1)
    case K.ICC_CTLR_EL1:
      return CTLR_PRI_BITS | ((virtual.control(cpu) & CBPR) >>> 4) | ((virtual.control(cpu) & EOI_MODE) >>> 8)
    case K.ICC_SRE_EL1:
      return SRE
    case K.ICC_IGRPEN0_EL1:
      return virtual.control(cpu) & ENABLE_GROUP0
    case K.ICC_IGRPEN1_EL1:
      return (virtual.control(cpu) & ENABLE_GROUP1) >>> 1
    default:
      return SYSREG_UNDEFINED
  }
}

function replaceControl(virtual: VirtualCpuInterface, cpu: number, mask: number, bits: number): void {
  virtual.setControl(cpu, (virtual.control(cpu) & ~mask) | bits)
}

/** SYSREG_DONE, SYSREG_UNDEFINED or SYSREG_TRAPPED. `value`: bits 31:0. */
export function writeIcv(virtual: VirtualCpuInterface, cpu: number, key: number, value: number): number {
  if (key === K.ICC_SGI1R_EL1 || key === K.ICC_ASGI1R_EL1 || key === K.ICC_SGI0R_EL1) return SYSREG_TRAPPED
  const hcr = virtual.hcr[cpu]
  if (hcr >>> 10 !== 0 && (hcr & trapBits(key)) !== 0) return SYSREG_TRAPPED
  switch (key) {
    case K.ICC_EOIR1_EL1:
      virtual.endOfInterruptGroup(cpu, value & 0xffffff, 1)
      break
    case K.ICC_EOIR0_EL1:
      virtual.endOfInterruptGroup(cpu, value & 0xffffff, 0)
      break
    case K.ICC_PMR_EL1:
      virtual.setPriorityMask(cpu, value)
      break
    case K.ICC_DIR_EL1:
      virtual.deactivate(cpu, value)
      break
    case K.ICC_BPR0_EL1:
      virtual.setBinaryPoint(cpu, 0, value)
      break
    case K.ICC_BPR1_EL1:
      if ((virtual.control(cpu) & CBPR) === 0) virtual.setBinaryPoint(cpu, 1, value)
      break
    case K.ICC_AP0R0_EL1:
      virtual.setActivePriorities(cpu, 0, value)
      break
    case K.ICC_AP1R0_EL1:
      virtual.setActivePriorities(cpu, 1, value)
      break
    case K.ICC_CTLR_EL1:
      replaceControl(virtual, cpu, CBPR | EOI_MODE, ((value & 1) << 4) | ((value & 2) << 8))
      break
    case K.ICC_SRE_EL1:
      break
    case K.ICC_IGRPEN0_EL1:
      replaceControl(virtual, cpu, ENABLE_GROUP0, value & 1)
      break
    case K.ICC_IGRPEN1_EL1:
      replaceControl(virtual, cpu, ENABLE_GROUP1, (value & 1) << 1)
      break
    default:
      return SYSREG_UNDEFINED
  }
  return SYSREG_DONE
}
