// SPDX-License-Identifier: BSD-2-Clause
//
// Priority arithmetic that the physical and the virtual CPU interface share: binary points, group priority
// and the active priorities registers, for five implemented priority bits that all take part in preemption
// (GICv2 3.3, GICv3 4.8).

import { IDLE_PRIORITY } from "./interrupt-state.ts"

/** Smallest binary point of group 0 with five preemption bits; group 1's is one more. */
export const MIN_BPR0 = 2
export const MIN_BPR1 = 3

/** Bits of a CPU interface's control register, the same in GICC_CTLR, GICV_CTLR, GICH_VMCR and ICH_VMCR. */
export const ENABLE_GROUP0 = 1 << 0
export const ENABLE_GROUP1 = 1 << 1
export const ACK_CTL = 1 << 2
export const FIQ_EN = 1 << 3
export const CBPR = 1 << 4
export const EOI_MODE = 1 << 9
export const CONTROL_BITS = ENABLE_GROUP0 | ENABLE_GROUP1 | ACK_CTL | FIQ_EN | CBPR | EOI_MODE

/** Mask of the group priority: group 0 has bits [7:BPR+1], group 1 (its own binary point) bits [7:BPR]. */
export function preemptionMask(group: number, control: number, bpr0: number, bpr1: number): number {
  const shift = group === 0 || (control & CBPR) !== 0 ? bpr0 + 1 : bpr1
  return (0xff << shift) & 0xff
}

/** Bit of the active priorities registers for a group priority. */
export function activeBit(groupPriority: number): number {
  return 1 << (groupPriority >>> 3)
}

/** The running priority that active priorities stand for; IDLE_PRIORITY when nothing is active. */
export function runningPriority(active: number): number {
  return active === 0 ? IDLE_PRIORITY : (31 - Math.clz32(active & -active)) << 3
}
