// SPDX-License-Identifier: BSD-2-Clause
//
// The registers that distributors and redistributors have in common: sets of one bit, two bits or one byte
// per interrupt, after GICv2 (IHI 0048B) section 4.3 and GICv3 (IHI 0069) sections 12.9 and 12.11. Offsets
// are the distributor's; a redistributor's SGI frame has the same at register 0 of each set.

import type { AccessSize } from "../device.ts"
import { type InterruptState, PRIORITY_MASK } from "./interrupt-state.ts"

const IGROUPR = 0x080
const ISENABLER = 0x100
const ICENABLER = 0x180
const ISPENDR = 0x200
const ICPENDR = 0x280
const ISACTIVER = 0x300
const ICACTIVER = 0x380
const IPRIORITYR = 0x400
const ITARGETSR = 0x800
const ICFGR = 0xc00
const ICFGR_END = 0xd00

/** Is the offset in one of the sets that `readSet` and `writeSet` serve? */
export function isSet(offset: number): boolean {
  return (offset >= IGROUPR && offset < ITARGETSR) || (offset >= ICFGR && offset < ICFGR_END)
}

/** One 32-bit register of a set, as `cpu` sees it; 0 beyond the INTIDs that exist. */
export function readSet(state: InterruptState, cpu: number, offset: number): number {
  if (offset >= ICFGR) return readConfiguration(state, cpu, (offset - ICFGR) >>> 2)
  if (offset >= IPRIORITYR) {
    const intid = offset - IPRIORITYR
    if (intid >= state.intids) return 0
    const slot = state.slotOf(cpu, intid)
    const bytes = state.priority
    return (bytes[slot] | (bytes[slot + 1] << 8) | (bytes[slot + 2] << 16) | (bytes[slot + 3] << 24)) >>> 0
  }
  const register = (offset & 0x7f) >>> 2
  if (register * 32 >= state.intids) return 0
  const word = state.wordOf(cpu, register)
  switch (offset & ~0x7f) {
    case IGROUPR:
      return state.group[word]
    case ISENABLER:
    case ICENABLER:
      return state.enabled[word]
    case ISPENDR:
    case ICPENDR:
      return state.pendingWord(word)
    default:
      return state.active[word]
  }
}

/** Writes `size` bytes of a set; priorities take bytes and halfwords, the others only whole words. */
export function writeSet(
  state: InterruptState,
  cpu: number,
  offset: number,
  size: AccessSize,
  value: number,
): void {
  if (offset >= ICFGR) writeConfiguration(state, cpu, (offset - ICFGR) >>> 2, value)
  else if (offset >= IPRIORITYR) writePriorities(state, cpu, offset - IPRIORITYR, size, value)
  else writeBits(state, cpu, offset, value)
  state.onChange((offset & 0x7c) === 0 && offset < IPRIORITYR ? cpu : -1)
}

function writePriorities(
  state: InterruptState,
  cpu: number,
  intid: number,
  size: AccessSize,
  value: number,
): void {
  if (intid >= state.intids) return
  const slot = state.slotOf(cpu, intid)
  for (let byte = 0; byte < size; byte += 1) {
    state.priority[slot + byte] = (value >>> (byte * 8)) & PRIORITY_MASK
  }
}

function writeBits(state: InterruptState, cpu: number, offset: number, value: number): void {
  const register = (offset & 0x7f) >>> 2
  if (register * 32 >= state.intids) return
  const word = state.wordOf(cpu, register)
  const latchable = register === 0 ? value & ~state.sgiReadOnly : value
  switch (offset & ~0x7f) {
    case IGROUPR:
      state.group[word] = value
      break
    case ISENABLER:
      state.enabled[word] |= value
      break
    case ICENABLER:
      state.enabled[word] &= ~value
      break
    case ISPENDR:
      state.latched[word] |= latchable
      break
    case ICPENDR:
      state.latched[word] &= ~latchable
      break
    case ISACTIVER:
      state.active[word] |= value
      break
    case ICACTIVER:
      state.active[word] &= ~value
      break
    default:
  }
}

/** GICD_ICFGR: two bits per interrupt, the upper of which is 1 for edge-triggered. */
function readConfiguration(state: InterruptState, cpu: number, register: number): number {
  if (register * 16 >= state.intids) return 0
  const bits = state.edge[state.wordOf(cpu, register >>> 1)] >>> ((register & 1) * 16)
  let value = 0
  for (let n = 0; n < 16; n += 1) value |= ((bits >>> n) & 1) << (n * 2 + 1)
  return value >>> 0
}

/** SGIs are edge-triggered for good: GICD_ICFGR0 ignores writes. */
function writeConfiguration(state: InterruptState, cpu: number, register: number, value: number): void {
  if (register === 0 || register * 16 >= state.intids) return
  const word = state.wordOf(cpu, register >>> 1)
  const shift = (register & 1) * 16
  let bits = 0
  for (let n = 0; n < 16; n += 1) bits |= ((value >>> (n * 2 + 1)) & 1) << n
  state.edge[word] = (state.edge[word] & ~(0xffff << shift)) | (bits << shift)
}
