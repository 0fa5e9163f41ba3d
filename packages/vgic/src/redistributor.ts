// SPDX-License-Identifier: BSD-2-Clause
//
// GICv3 redistributors: per vCPU a frame RD_base and a frame SGI_base of 64 KiB each, one vCPU after the
// other (IHI 0069H sections 12.10 and 12.11). There are no LPIs: GICR_TYPER.PLPIS is 0 and what belongs to
// them (PROPBASER, PENDBASER, SETLPIR ..) is RES0. A vCPU may reach the redistributor of another.

import type { Interrupts } from "./interrupts.ts"
import * as R from "./register-table.ts"
import { readWord, writeWord } from "./word-registers.ts"

/** GICR_TYPER.Last: the last redistributor of the region. */
const TYPER_LAST = 1 << 4
/** GICR_WAKER: ProcessorSleep and, following it at once, ChildrenAsleep. */
const WAKER_PROCESSOR_SLEEP = 1 << 1
const WAKER_CHILDREN_ASLEEP = 1 << 2

/** Bytes of one vCPU: RD_base and SGI_base. */
export const REDISTRIBUTOR_STRIDE = 2 * R.GICR_FRAME_SIZE

function readRdFrame(interrupts: Interrupts, owner: number, offset: number): number {
  switch (offset) {
    case R.GICR_IIDR:
      return R.GICV3_IIDR
    case R.GICR_TYPER:
      return (owner << 8) | (owner === interrupts.vcpus - 1 ? TYPER_LAST : 0)
    case R.GICR_TYPER + 4:
      return interrupts.affinities[owner]
    case R.GICR_WAKER:
      return interrupts.asleep[owner] !== 0 ? WAKER_PROCESSOR_SLEEP | WAKER_CHILDREN_ASLEEP : 0
  }
  const id = offset - (R.GICR_FRAME_SIZE - R.ID_REGISTERS)
  return id >= 0 ? R.GICV3_REDISTRIBUTOR_IDS[id >> 2] : 0
}

/** Whether SGI_base has a register for private interrupts at `offset`: word 0 of each file of bits and so on. */
function isSgiFrameRegister(offset: number): boolean {
  if (offset >= R.GICD_ICFGR) return offset < R.GICD_ICFGR + 8
  if (offset >= R.GICD_IPRIORITYR) return offset < R.GICD_IPRIORITYR + 32
  return offset >= R.GICD_IGROUPR && (offset & 0x7f) === 0
}

/** Reads the aligned word at `offset` of the whole region; beyond the last vCPU it reads as zero. */
export function readRedistributor(interrupts: Interrupts, offset: number): number {
  const owner = Math.floor(offset / REDISTRIBUTOR_STRIDE)
  if (owner >= interrupts.vcpus) return 0
  const within = offset & (R.GICR_FRAME_SIZE - 1)
  if ((offset & R.GICR_FRAME_SIZE) === 0) return readRdFrame(interrupts, owner, within)
  return isSgiFrameRegister(within) ? readWord(interrupts, owner, within) : 0
}

/** Writes the bytes that `mask` covers of the aligned word at `offset` of the whole region. */
export function writeRedistributor(
  interrupts: Interrupts,
  offset: number,
  value: number,
  mask: number,
): void {
  const owner = Math.floor(offset / REDISTRIBUTOR_STRIDE)
  if (owner >= interrupts.vcpus) return
  const within = offset & (R.GICR_FRAME_SIZE - 1)
  if ((offset & R.GICR_FRAME_SIZE) !== 0) {
    if (isSgiFrameRegister(within)) writeWord(interrupts, owner, within, value, mask)
  } else if (within === R.GICR_WAKER && (mask & WAKER_PROCESSOR_SLEEP) !== 0) {
    interrupts.asleep[owner] = (value & WAKER_PROCESSOR_SLEEP) !== 0 ? 1 : 0
  }
}
