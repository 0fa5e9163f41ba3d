// SPDX-License-Identifier: BSD-2-Clause
//
// The registers that distributor and redistributor share: a bit, two bits or a byte per interrupt, from
// IGROUPR to ICFGR (IHI 0048B section 4.3, IHI 0069H section 12.9). `n` counts 32-bit words within one
// register file. Writes carry the mask of the bytes written, so a narrow store changes only its own bytes.

import type { Interrupts } from "./interrupts.ts"
import * as R from "./register-table.ts"

/** The 16 two-bit fields of ICFGR word `n`: bit 1 of each is the trigger. */
function readConfig(interrupts: Interrupts, vcpu: number, n: number): number {
  const half = interrupts.edge[interrupts.bank(vcpu, n >> 1)] >>> ((n & 1) * 16)
  let value = 0
  for (let bit = 0; bit < 16; bit++) value |= ((half >>> bit) & 1) << (bit * 2 + 1)
  return value
}

function writeConfig(interrupts: Interrupts, vcpu: number, n: number, value: number, mask: number): void {
  if (n === 0) return // SGIs are edge-triggered, read-only
  const bank = interrupts.bank(vcpu, n >> 1)
  for (let bit = 0; bit < 16; bit++) {
    const field = bit * 2 + 1
    if (((mask >>> field) & 1) === 0) continue
    const at = 1 << ((n & 1) * 16 + bit)
    if ((value >>> field) & 1) interrupts.edge[bank] |= at
    else interrupts.edge[bank] &= ~at
  }
}

function readPriorities(interrupts: Interrupts, vcpu: number, n: number): number {
  let value = 0
  for (let byte = 0; byte < 4; byte++) {
    const intid = n * 4 + byte
    if (intid < interrupts.intids) value |= interrupts.getPriority(vcpu, intid) << (byte * 8)
  }
  return value
}

function writePriorities(interrupts: Interrupts, vcpu: number, n: number, value: number, mask: number): void {
  for (let byte = 0; byte < 4; byte++) {
    const intid = n * 4 + byte
    if (intid >= interrupts.intids || ((mask >>> (byte * 8)) & 0xff) === 0) continue
    interrupts.setPriority(vcpu, intid, (value >>> (byte * 8)) & 0xff)
  }
}

/** Reads the word at `offset` (0x080 .. 0xcff, ITARGETSR excepted) as `vcpu` sees it. */
export function readWord(interrupts: Interrupts, vcpu: number, offset: number): number {
  if (offset >= R.GICD_ICFGR) {
    const n = (offset - R.GICD_ICFGR) >> 2
    return n >> 1 < interrupts.words ? readConfig(interrupts, vcpu, n) : 0
  }
  if (offset >= R.GICD_IPRIORITYR) return readPriorities(interrupts, vcpu, (offset - R.GICD_IPRIORITYR) >> 2)
  const n = (offset & 0x7f) >> 2
  if (n >= interrupts.words) return 0
  const bank = interrupts.bank(vcpu, n)
  switch (offset & ~0x7f) {
    case R.GICD_IGROUPR:
      return interrupts.group[bank] & interrupts.implemented(n)
    case R.GICD_ISENABLER:
    case R.GICD_ICENABLER:
      return interrupts.enable[bank]
    case R.GICD_ISPENDR:
    case R.GICD_ICPENDR:
      return interrupts.pending(bank)
    default: // ISACTIVER, ICACTIVER: what a list register holds is taken for active
      return interrupts.active[bank] | interrupts.listed[bank]
  }
}

/** Writes the bytes of `mask` to the word at `offset` (0x080 .. 0xcff, ITARGETSR excepted). */
export function writeWord(
  interrupts: Interrupts,
  vcpu: number,
  offset: number,
  value: number,
  mask: number,
): void {
  if (offset >= R.GICD_ICFGR) {
    const n = (offset - R.GICD_ICFGR) >> 2
    if (n >> 1 < interrupts.words) writeConfig(interrupts, vcpu, n, value, mask)
    return
  }
  if (offset >= R.GICD_IPRIORITYR) {
    writePriorities(interrupts, vcpu, (offset - R.GICD_IPRIORITYR) >> 2, value, mask)
    return
  }
  const n = (offset & 0x7f) >> 2
  if (n >= interrupts.words) return
  const bank = interrupts.bank(vcpu, n)
  const bits = value & mask & interrupts.implemented(n)
  // GICv2: SGIs are always enabled, and their pending state is written by SPENDSGIR and CPENDSGIR alone.
  const notSgi = n === 0 && interrupts.version === 2 ? bits & ~0xffff : bits
  switch (offset & ~0x7f) {
    case R.GICD_IGROUPR:
      interrupts.group[bank] = (interrupts.group[bank] & ~mask) | bits
      return
    case R.GICD_ISENABLER:
      interrupts.enable[bank] |= notSgi
      return
    case R.GICD_ICENABLER:
      interrupts.enable[bank] &= ~notSgi
      return
    case R.GICD_ISPENDR:
      interrupts.latch[bank] |= notSgi
      return
    case R.GICD_ICPENDR:
      interrupts.latch[bank] &= ~notSgi
      return
    case R.GICD_ISACTIVER:
      interrupts.active[bank] |= bits
      return
    case R.GICD_ICACTIVER:
      interrupts.active[bank] &= ~bits
  }
}
