// SPDX-License-Identifier: BSD-2-Clause
//
// The distributor and the redistributors of a GICv3 (IHI 0069 sections 12.9 to 12.11) with the
// identification of a GIC-500 (DDI 0516E): affinity routing always on, one security state (DS = 1), no LPIs,
// no message-based SPIs. Redistributors are awake, as firmware leaves them.

import type { AccessSize } from "../device.ts"
import { isSet, readSet, writeSet } from "./gicd-registers.ts"
import { type InterruptState, PRIVATE_INTIDS } from "./interrupt-state.ts"

const IIDR_GIC500 = 0x0000043b
const CTLR_ARE = 1 << 4
const CTLR_DS = 1 << 6
/** GICD_TYPER: ten bits of INTID, no 1-of-N distribution. */
const TYPER_ID_BITS = 9 << 19
const TYPER_NO1N = 1 << 25
const IROUTER = 0x6000
/** PIDR4..7, PIDR0..3, CIDR0..3 at 0xffd0; PIDR2 says architecture revision 3. */
const ID_BASE = 0xffd0
const GICD_IDS = [0x44, 0, 0, 0, 0x92, 0xb4, 0x3b, 0, 0x0d, 0xf0, 0x05, 0xb1]
const GICR_IDS = [0x44, 0, 0, 0, 0x93, 0xb4, 0x3b, 0, 0x0d, 0xf0, 0x05, 0xb1]
export const FRAME_SIZE = 0x20000
const SGI_FRAME = 0x10000
const WAKER = 0x14

function lane(word: number, offset: number, size: AccessSize): number {
  return size === 4 ? word : (word >>> ((offset & 3) * 8)) & (size === 1 ? 0xff : 0xffff)
}

/** Registers of SGIs and PPIs: in the redistributor, so that the distributor's are RAZ/WI. */
function isPrivate(offset: number): boolean {
  if (offset >= 0xc00) return offset < 0xc08
  return offset >= 0x400 ? offset < 0x420 : (offset & 0x7c) === 0
}

/** Distributor and redistributors over one interrupt state. `affinities`: Aff3.Aff2.Aff1.Aff0 of each CPU. */
export class DistributorV3 {
  /** GICD_IROUTER: two words for each SPI, the low one first. */
  readonly routes: Uint32Array
  readonly waker: Uint32Array
  private readonly interrupts: InterruptState
  private readonly affinities: readonly number[]

  constructor(interrupts: InterruptState, affinities: readonly number[]) {
    this.interrupts = interrupts
    this.affinities = affinities
    this.routes = new Uint32Array(interrupts.intids * 2)
    this.waker = new Uint32Array(interrupts.cpus)
    this.reset()
  }

  reset(): void {
    this.routes.fill(0)
    this.waker.fill(0)
    for (let intid = PRIVATE_INTIDS; intid < this.interrupts.intids; intid += 1) this.route(intid)
  }

  /** Applies an SPI's route; one that names no CPU leads nowhere. */
  private route(intid: number): void {
    const low = this.routes[intid * 2] & 0xffffff
    const high = this.routes[intid * 2 + 1] & 0xff
    this.affinities.forEach((affinity, cpu) => {
      const same = (affinity & 0xffffff) === low && Math.floor(affinity / 2 ** 32) === high
      this.interrupts.setRouted(cpu, intid, same)
    })
  }

  setTarget(intid: number, cpu: number): void {
    if (intid < PRIVATE_INTIDS) return
    this.routes[intid * 2] = this.affinities[cpu] & 0xffffff
    this.routes[intid * 2 + 1] = Math.floor(this.affinities[cpu] / 2 ** 32)
    this.route(intid)
    this.interrupts.onChange(-1)
  }

  readDistributor(offset: number, size: AccessSize): number {
    return lane(this.distributorWord(offset & ~3), offset, size)
  }

  private distributorWord(offset: number): number {
    const state = this.interrupts
    if (isSet(offset)) return isPrivate(offset) ? 0 : readSet(state, 0, offset)
    if (offset >= IROUTER && offset < IROUTER + state.intids * 8) return this.routes[(offset - IROUTER) >>> 2]
    if (offset >= ID_BASE) return GICD_IDS[(offset - ID_BASE) >>> 2] ?? 0
    switch (offset) {
      case 0x00:
        return state.control[0] | CTLR_ARE | CTLR_DS
      case 0x04:
        return (state.intids / 32 - 1) | TYPER_ID_BITS | TYPER_NO1N
      case 0x08:
        return IIDR_GIC500
      default:
        return 0
    }
  }

  writeDistributor(offset: number, size: AccessSize, value: number): void {
    const state = this.interrupts
    const routable = IROUTER + PRIVATE_INTIDS * 8
    if (isSet(offset)) {
      if (!isPrivate(offset)) writeSet(state, 0, offset, size, value)
    } else if (offset >= routable && offset < IROUTER + state.intids * 8) {
      const word = (offset - IROUTER) >>> 2
      this.routes[word] = value & ((word & 1) === 0 ? 0xffffff : 0xff)
      this.route(word >>> 1)
      state.onChange(-1)
    } else if (offset === 0) {
      state.control[0] = value & 3
      state.onChange(-1)
    }
  }

  /** A redistributor's two frames: RD_base and SGI_base. */
  readRedistributor(cpu: number, offset: number, size: AccessSize): number {
    return lane(this.redistributorWord(cpu, offset & ~3), offset, size)
  }

  private redistributorWord(cpu: number, offset: number): number {
    if (offset >= SGI_FRAME) {
      const at = offset - SGI_FRAME
      return isSet(at) && isPrivate(at) ? readSet(this.interrupts, cpu, at) : 0
    }
    if (offset >= ID_BASE) return GICR_IDS[(offset - ID_BASE) >>> 2] ?? 0
    const affinity = this.affinities[cpu]
    switch (offset) {
      case 0x04:
        return IIDR_GIC500
      /** GICR_TYPER: Last in bit 4, the processor's number from bit 8, its affinity in the upper word. */
      case 0x08:
        return (cpu === this.interrupts.cpus - 1 ? 1 << 4 : 0) | (cpu << 8)
      case 0x0c:
        return ((Math.floor(affinity / 2 ** 32) << 24) | (affinity & 0xffffff)) >>> 0
      case WAKER:
        return this.waker[cpu]
      default:
        return 0
    }
  }

  writeRedistributor(cpu: number, offset: number, size: AccessSize, value: number): void {
    const at = offset - SGI_FRAME
    if (at >= 0) {
      if (isSet(at) && isPrivate(at)) writeSet(this.interrupts, cpu, at, size, value)
    } else if (offset === WAKER) {
      /** ChildrenAsleep (bit 2) follows ProcessorSleep (bit 1). */
      this.waker[cpu] = (value & 2) === 0 ? 0 : 6
    }
  }
}
