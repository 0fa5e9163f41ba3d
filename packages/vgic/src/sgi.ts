// SPDX-License-Identifier: BSD-2-Clause
//
// Software-generated interrupts: GICD_SGIR with CPENDSGIR/SPENDSGIR of GICv2 (IHI 0048B sections 4.3.15 to
// 4.3.17) and ICC_SGI1R_EL1 of GICv3 (IHI 0069H section 12.2.24). seL4 cannot put a source CPU into a list
// register, so a GICv2 guest sees source 0 in GICC_IAR; each source is still delivered once.

import type { Interrupts } from "./interrupts.ts"

/** GICD_SGIR: TargetListFilter[25:24], CPUTargetList[23:16], SGIINTID[3:0]. */
export function writeSgir(interrupts: Interrupts, source: number, value: number): void {
  const filter = (value >>> 24) & 3
  if (filter === 3) return
  const everyoneElse = 0xff & ~(1 << source)
  const list = filter === 0 ? (value >>> 16) & 0xff : filter === 1 ? everyoneElse : 1 << source
  for (let target = 0; target < interrupts.vcpus; target++) {
    if ((list >>> target) & 1) interrupts.sendSgi(source, target, value & 15)
  }
}

/** CPENDSGIR and SPENDSGIR word `n` (SGIs 4n..4n+3): a byte of sources per SGI. */
export function readSgiPending(interrupts: Interrupts, vcpu: number, n: number): number {
  let value = 0
  for (let byte = 0; byte < 4; byte++) value |= interrupts.sgiSources[vcpu * 16 + n * 4 + byte] << (byte * 8)
  return value
}

export function writeSgiPending(
  interrupts: Interrupts,
  vcpu: number,
  n: number,
  bits: number,
  set: boolean,
): void {
  const vcpus = (1 << interrupts.vcpus) - 1
  for (let byte = 0; byte < 4; byte++) {
    const sgi = n * 4 + byte
    const at = vcpu * 16 + sgi
    const sources = (bits >>> (byte * 8)) & vcpus & 0xff
    if (set) interrupts.sgiSources[at] |= sources
    else interrupts.sgiSources[at] &= ~sources
    if (interrupts.sgiSources[at] !== 0) interrupts.latch[vcpu] |= 1 << sgi
    else interrupts.latch[vcpu] &= ~(1 << sgi)
  }
}

/**
 * ICC_SGI1R_EL1: TargetList[15:0], Aff1[23:16], INTID[27:24], Aff2[39:32], IRM[40], RS[47:44], Aff3[55:48];
 * `lo` and `hi` are the halves of the 64-bit value.
 */
export function writeSgi1r(interrupts: Interrupts, source: number, lo: number, hi: number): void {
  const intid = (lo >>> 24) & 15
  const everyoneElse = ((hi >>> 8) & 1) === 1
  const cluster = (((hi >>> 16) & 0xff) << 16) | ((hi & 0xff) << 8) | ((lo >>> 16) & 0xff)
  const rangeFirst = ((hi >>> 12) & 15) * 16
  for (let target = 0; target < interrupts.vcpus; target++) {
    const affinity = interrupts.affinities[target]
    const listed = (affinity & 0xff) - rangeFirst
    const named = affinity >>> 8 === cluster && listed >= 0 && listed < 16 && ((lo >>> listed) & 1) === 1
    if (everyoneElse ? target !== source : named) interrupts.sendSgi(source, target, intid)
  }
}
