// SPDX-License-Identifier: BSD-2-Clause
//
// The bits of a list register: GICH_LRn of GICv2 (IHI 0048B 5.3.8) and ICH_LRn_EL2 of GICv3 (IHI 0069
// 12.4.9), to and from the fields that the virtual interface keeps.

import { PRIORITY_MASK } from "./interrupt-state.ts"
import { LR_COUNT, type VirtualCpuInterface } from "./virtual-interface.ts"

/** GICH_LR: VirtualID 9:0, PhysicalID 19:10, Priority 27:23, State 29:28, Grp1 30, HW 31. */
export function readGichLr(virtual: VirtualCpuInterface, cpu: number, n: number): number {
  const lr = cpu * LR_COUNT + n
  return (
    ((virtual.lrVirq[lr] & 0x3ff) |
      ((virtual.lrPid[lr] & 0x3ff) << 10) |
      ((virtual.lrPriority[lr] >>> 3) << 23) |
      (virtual.lrState[lr] << 28) |
      (virtual.lrGroup[lr] << 30) |
      (virtual.lrHw[lr] << 31)) >>>
    0
  )
}

export function writeGichLr(virtual: VirtualCpuInterface, cpu: number, n: number, value: number): void {
  const lr = cpu * LR_COUNT + n
  virtual.lrVirq[lr] = value & 0x3ff
  virtual.lrPid[lr] = (value >>> 10) & 0x3ff
  virtual.lrPriority[lr] = ((value >>> 23) & 0x1f) << 3
  virtual.lrState[lr] = (value >>> 28) & 3
  virtual.lrGroup[lr] = (value >>> 30) & 1
  virtual.lrHw[lr] = value >>> 31
  virtual.update(cpu)
}

/** ICH_LR bits 31:0: the virtual INTID. */
export function readIchLrLow(virtual: VirtualCpuInterface, cpu: number, n: number): number {
  return virtual.lrVirq[cpu * LR_COUNT + n]
}

/** ICH_LR bits 63:32: pINTID 12:0, Priority 23:16, Group 28, HW 29, State 31:30. */
export function readIchLrHigh(virtual: VirtualCpuInterface, cpu: number, n: number): number {
  const lr = cpu * LR_COUNT + n
  return (
    (virtual.lrPid[lr] |
      (virtual.lrPriority[lr] << 16) |
      (virtual.lrGroup[lr] << 28) |
      (virtual.lrHw[lr] << 29) |
      (virtual.lrState[lr] << 30)) >>>
    0
  )
}

export function writeIchLr(
  virtual: VirtualCpuInterface,
  cpu: number,
  n: number,
  low: number,
  high: number,
): void {
  const lr = cpu * LR_COUNT + n
  virtual.lrVirq[lr] = low & 0xffff
  virtual.lrPid[lr] = high & 0x3ff
  virtual.lrPriority[lr] = (high >>> 16) & PRIORITY_MASK
  virtual.lrGroup[lr] = (high >>> 28) & 1
  virtual.lrHw[lr] = (high >>> 29) & 1
  virtual.lrState[lr] = high >>> 30
  virtual.update(cpu)
}
