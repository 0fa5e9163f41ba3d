// SPDX-License-Identifier: BSD-2-Clause
//
// The distributor of a GICv2 (IHI 0048B section 4.3) with the identification of a GIC-400 (DDI 0471B): the
// sets of gicd-registers.ts, target lists, software-generated interrupts.

import type { AccessSize } from "../device.ts"
import { isSet, readSet, writeSet } from "./gicd-registers.ts"
import { type InterruptState, PRIVATE_INTIDS } from "./interrupt-state.ts"

/** GICD_IIDR of a GIC-400: product 0x02, revision 0, implementer Arm. */
const IIDR_GIC400 = 0x0200043b
const ITARGETSR = 0x800
const ICFGR = 0xc00
const PPISR = 0xd00
const SPISR = 0xd04
const SPISR_END = 0xd80
const SGIR = 0xf00
const CPENDSGIR = 0xf10
const SPENDSGIR = 0xf20
const SPENDSGIR_END = 0xf30
/** GICD_PIDR4..7, PIDR0..3 and CIDR0..3 at 0xfd0, a byte per word (DDI 0471B 3.3). */
const ID_BASE = 0xfd0
const IDS = [0x04, 0, 0, 0, 0x90, 0xb4, 0x2b, 0, 0x0d, 0xf0, 0x05, 0xb1]

export function readGicdV2(state: InterruptState, cpu: number, offset: number, size: AccessSize): number {
  const word = readWord(state, cpu, offset & ~3)
  return size === 4 ? word : (word >>> ((offset & 3) * 8)) & (size === 1 ? 0xff : 0xffff)
}

function readWord(state: InterruptState, cpu: number, offset: number): number {
  if (isSet(offset)) return readSet(state, cpu, offset)
  if (offset >= ITARGETSR && offset < ICFGR) return readTargets(state, cpu, offset - ITARGETSR)
  if (offset >= SPISR && offset < SPISR_END) {
    const register = ((offset - SPISR) >>> 2) + 1
    return register * 32 < state.intids ? state.level[state.wordOf(cpu, register)] : 0
  }
  if (offset >= CPENDSGIR && offset < SPENDSGIR_END) return readSgiSources(state, cpu, offset & 0xf)
  if (offset >= ID_BASE && offset < 0x1000) return IDS[(offset - ID_BASE) >>> 2]
  switch (offset) {
    case 0x000:
      return state.control[0]
    case 0x004:
      return (state.intids / 32 - 1) | ((state.cpus - 1) << 5)
    case 0x008:
      return IIDR_GIC400
    case PPISR:
      return state.level[cpu] >>> 16
    default:
      return 0
  }
}

/** Four target bytes: for SGIs and PPIs the reading CPU, for SPIs the CPUs in their list. */
function readTargets(state: InterruptState, cpu: number, intid: number): number {
  if (intid >= state.intids) return 0
  if (intid < PRIVATE_INTIDS) return (0x01010101 << cpu) >>> 0
  let value = 0
  for (let byte = 0; byte < 4; byte += 1) {
    for (let target = 0; target < state.cpus; target += 1) {
      if (state.isRouted(target, intid + byte)) value |= 1 << (byte * 8 + target)
    }
  }
  return value >>> 0
}

function readSgiSources(state: InterruptState, cpu: number, firstSgi: number): number {
  const at = cpu * 16 + firstSgi
  const bytes = state.sgiSources
  return (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0
}

export function writeGicdV2(
  state: InterruptState,
  cpu: number,
  offset: number,
  size: AccessSize,
  value: number,
): void {
  if (isSet(offset)) {
    writeSet(state, cpu, offset, size, value)
  } else if (offset >= ITARGETSR && offset < ICFGR) {
    for (let byte = 0; byte < size; byte += 1) {
      writeTarget(state, offset - ITARGETSR + byte, (value >>> (byte * 8)) & 0xff)
    }
    state.onChange(-1)
  } else if (offset >= CPENDSGIR && offset < SPENDSGIR_END) {
    for (let byte = 0; byte < size; byte += 1) {
      writeSgiSource(state, cpu, offset + byte, (value >>> (byte * 8)) & 0xff)
    }
  } else if (offset === SGIR) {
    writeSgir(state, cpu, value)
  } else if (offset === 0) {
    state.control[0] = value & 3
    state.onChange(-1)
  }
}

/** An SPI without a target goes to nobody; with one CPU the registers are read-only and name it. */
function writeTarget(state: InterruptState, intid: number, targets: number): void {
  if (intid < PRIVATE_INTIDS || intid >= state.intids || state.cpus === 1) return
  for (let cpu = 0; cpu < state.cpus; cpu += 1) {
    state.setRouted(cpu, intid, ((targets >>> cpu) & 1) === 1)
  }
}

function writeSgiSource(state: InterruptState, cpu: number, offset: number, sources: number): void {
  const sgi = offset & 0xf
  if (offset < SPENDSGIR) {
    state.clearSgi(cpu, sgi, sources)
    return
  }
  for (let source = 0; source < state.cpus; source += 1) {
    if (((sources >>> source) & 1) === 1) state.sendSgi(cpu, sgi, source)
  }
}

/** GICD_SGIR: TargetListFilter 25:24 (list, all but self, self), CPUTargetList 23:16, SGIINTID 3:0. */
function writeSgir(state: InterruptState, cpu: number, value: number): void {
  const filter = (value >>> 24) & 3
  for (let target = 0; target < state.cpus; target += 1) {
    const listed = ((value >>> (16 + target)) & 1) === 1
    const chosen = filter === 0 ? listed : filter === 1 ? target !== cpu : filter === 2 && target === cpu
    if (chosen) state.sendSgi(target, value & 0xf, cpu)
  }
}
