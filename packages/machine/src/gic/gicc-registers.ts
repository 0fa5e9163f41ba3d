// SPDX-License-Identifier: BSD-2-Clause
//
// The register map of a memory-mapped CPU interface: GICC and, with the same layout, GICV, after GICv2
// (IHI 0048B) sections 4.4 and 5.5. GICC_DIR is at 0x1000, in the region's second 4 KiB.

/** What the registers reach: the physical CPU interface or the virtual one. `alias`: group 1's alias register. */
export interface CpuInterfaceRegisters {
  control(cpu: number): number
  setControl(cpu: number, value: number): void
  priorityMask(cpu: number): number
  setPriorityMask(cpu: number, value: number): void
  binaryPoint(cpu: number, group: number): number
  setBinaryPoint(cpu: number, group: number, value: number): void
  acknowledge(cpu: number, alias: boolean): number
  endOfInterrupt(cpu: number, value: number, alias: boolean): void
  deactivate(cpu: number, value: number): void
  runningPriority(cpu: number): number
  highestPending(cpu: number, alias: boolean): number
  activePriorities(cpu: number, group: number): number
  setActivePriorities(cpu: number, group: number, value: number): void
}

/** GICC_IIDR of a GIC-400 (DDI 0471B table 3-6): ProductID 0x020, architecture 2, implementer Arm. */
const IIDR_GIC400 = 0x0202143b

export function readGicc(registers: CpuInterfaceRegisters, cpu: number, offset: number): number {
  switch (offset) {
    case 0x0c:
      return registers.acknowledge(cpu, false)
    case 0x00:
      return registers.control(cpu)
    case 0x04:
      return registers.priorityMask(cpu)
    case 0x08:
      return registers.binaryPoint(cpu, 0)
    case 0x14:
      return registers.runningPriority(cpu)
    case 0x18:
      return registers.highestPending(cpu, false)
    case 0x1c:
      return registers.binaryPoint(cpu, 1)
    case 0x20:
      return registers.acknowledge(cpu, true)
    case 0x28:
      return registers.highestPending(cpu, true)
    case 0xd0:
      return registers.activePriorities(cpu, 0)
    case 0xe0:
      return registers.activePriorities(cpu, 1)
    case 0xfc:
      return IIDR_GIC400
    default:
      return 0
  }
}

export function writeGicc(
  registers: CpuInterfaceRegisters,
  cpu: number,
  offset: number,
  value: number,
): void {
  switch (offset) {
    case 0x10:
      return registers.endOfInterrupt(cpu, value, false)
    case 0x00:
      return registers.setControl(cpu, value)
    case 0x04:
      return registers.setPriorityMask(cpu, value)
    case 0x08:
      return registers.setBinaryPoint(cpu, 0, value)
    case 0x1c:
      return registers.setBinaryPoint(cpu, 1, value)
    case 0x24:
      return registers.endOfInterrupt(cpu, value, true)
    case 0xd0:
      return registers.setActivePriorities(cpu, 0, value)
    case 0xe0:
      return registers.setActivePriorities(cpu, 1, value)
    case 0x1000:
      return registers.deactivate(cpu, value)
    default:
  }
}
