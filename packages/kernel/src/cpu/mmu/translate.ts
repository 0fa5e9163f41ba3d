// SPDX-License-Identifier: BSD-2-Clause
//
// Translation without side effects, for people and tools who ask where an address is, and the AT instructions,
// whose answer is PAR_EL1 (Arm ARM DDI 0487, D17.2.107 and C5.4).

import * as L from "../layout.ts"
import { ISS_CM } from "./fault.ts"
import type { MemoryAccess } from "./access.ts"
import { fromPair, type Views } from "./views.ts"
import { AS_EL0, WANT_READ, WANT_WRITE, type Walker } from "./walk.ts"

const PAR_RES1 = 1 << 11
const PAR_NS = 1 << 9
const PAR_S = 1 << 9
const PAR_PTW = 1 << 8

export class Translator {
  private readonly views: Views
  private readonly walker: Walker
  private readonly probe: Walker
  private readonly memory: MemoryAccess

  constructor(views: Views, walker: Walker, probe: Walker, memory: MemoryAccess) {
    this.views = views
    this.walker = walker
    this.probe = probe
    this.memory = memory
  }

  /** Physical address of a VA whatever the permissions; -1 when a stage does not map it. */
  lookup(cpu: number, lo: number, hi: number, el: 0 | 1): number {
    if (!this.probe.translate(cpu, lo, hi, el === 0 ? AS_EL0 : 0)) return -1
    return fromPair(this.probe.paLo, this.probe.paHi)
  }

  /**
   * AT S1E1R, S1E1W, S1E0R, S1E0W, and with PAN S1E1RP, S1E1WP: stage 1 of a VA into PAR_EL1; `as` is AS_EL0,
   * NO_USER or 0. A stage 2 fault on the walk is an exception
   * to EL2. R_NEXT or R_FAULT.
   */
  addressTranslate(cpu: number, lo: number, hi: number, as: number, isWrite: boolean): number {
    const { i32 } = this.views
    const walker = this.walker
    const want = isWrite ? WANT_WRITE : WANT_READ
    const par = (cpu + L.SLOT.PAR_EL1) >>> 2
    if (walker.firstStage(cpu, lo, hi, want | as)) {
      const shareability = (walker.attribute & 0xf0) === 0 ? 2 : walker.shareability
      i32[par] = (walker.ipaLo & -4096) | PAR_RES1 | PAR_NS | (shareability << 7)
      i32[par + 1] = walker.ipaHi | (walker.attribute << 24)
      return L.R_NEXT
    }
    if (walker.secondStage) {
      this.memory.recordWalkerFault(cpu, lo, hi, want, ISS_CM)
      return L.R_FAULT
    }
    i32[par] = 1 | (walker.fsc << 1) | PAR_RES1 | (walker.onWalk ? PAR_PTW | PAR_S : 0)
    i32[par + 1] = 0
    return L.R_NEXT
  }
}
