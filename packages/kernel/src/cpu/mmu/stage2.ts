// SPDX-License-Identifier: BSD-2-Clause
//
// Stage 2 of the EL1&0 regime: IPA to PA by VTTBR_EL2 and VTCR_EL2 (Arm ARM DDI 0487, D8.2 and D8.4; pseudocode
// AArch64.TranslationTableWalk with secondstage). 4 KiB granule, 40-bit output. The contiguous hint is ignored;
// hardware update of the access flag does not exist in Armv8.0. Walks are kept in a small table until `flush`.

import * as L from "../layout.ts"
import {
  FSC_ACCESS_FLAG,
  FSC_ADDRESS_SIZE,
  FSC_EXTERNAL_ON_WALK,
  FSC_NONE,
  FSC_TRANSLATION,
} from "./fault.ts"
import { HCR_DC, HCR_VM, PA_BITS, PA_HI_BITS } from "./registers.ts"
import type { RamPages } from "./ram-pages.ts"
import type { Views } from "./views.ts"

/** Attributes of a stage 2 translation. */
export const S2_READ = 1
export const S2_WRITE = 2
export const S2_EXEC = 4
export const S2_DEVICE = 8
const S2_NORMAL = S2_READ | S2_WRITE | S2_EXEC

const KEPT = 1024
const KEPT_MASK = KEPT - 1
const LEVEL_SHIFT = 8

const HCR = L.SLOT.HCR_EL2
const VTCR = L.SLOT.VTCR_EL2
const VTTBR = L.SLOT.VTTBR_EL2

export class Stage2 {
  /** Result of `translate`: PA as a pair, S2_ attributes, level of the leaf, or the fault code. */
  paLo = 0
  paHi = 0
  attributes = 0
  level = 0
  fsc = FSC_NONE
  private readonly views: Views
  private readonly memory: RamPages
  /** IPA page number (28 bits) + 1, PA page number, attributes | level << 8; by CPU, then by page. */
  private readonly tags: Int32Array
  private readonly pages: Int32Array
  private readonly kept: Int32Array

  constructor(views: Views, memory: RamPages, cpuCount: number) {
    this.views = views
    this.memory = memory
    this.tags = new Int32Array(cpuCount * KEPT)
    this.pages = new Int32Array(cpuCount * KEPT)
    this.kept = new Int32Array(cpuCount * KEPT)
  }

  /** Forgets the walks of one CPU. */
  flush(index: number): void {
    this.tags.fill(0, index * KEPT, (index + 1) * KEPT)
  }

  /** Translates an IPA below 2^40. False: `fsc` says why. Permissions are the caller's to check. */
  translate(cpu: number, ipaLo: number, ipaHi: number): boolean {
    const { i32 } = this.views
    this.fsc = FSC_NONE
    if ((i32[(cpu + HCR) >>> 2] & (HCR_VM | HCR_DC)) === 0) {
      this.paLo = ipaLo
      this.paHi = ipaHi
      this.attributes = S2_NORMAL
      this.level = 0
      return true
    }
    const page = (ipaHi << 20) | (ipaLo >>> 12)
    const at = i32[(cpu + L.INDEX_I32) >>> 2] * KEPT + (page & KEPT_MASK)
    if (this.tags[at] !== page + 1) {
      if (!this.walk(cpu, ipaLo, ipaHi)) return false
      this.tags[at] = page + 1
      this.pages[at] = (this.paHi << 20) | (this.paLo >>> 12)
      this.kept[at] = this.attributes | (this.level << LEVEL_SHIFT)
    }
    const target = this.pages[at]
    this.paLo = (target << 12) | (ipaLo & 0xfff)
    this.paHi = target >>> 20
    this.attributes = this.kept[at] & 0xff
    this.level = this.kept[at] >>> LEVEL_SHIFT
    return true
  }

  private fault(fsc: number, level: number): false {
    this.fsc = fsc | level
    this.level = level
    return false
  }

  private walk(cpu: number, ipaLo: number, ipaHi: number): boolean {
    const { i32, u32 } = this.views
    const vtcr = i32[(cpu + VTCR) >>> 2]
    const inputSize = Math.min(64 - (vtcr & 63), PA_BITS)
    const startLevel = 2 - ((vtcr >>> 6) & 3)
    const bottom = 12 + (3 - startLevel) * 9
    const bits = inputSize - bottom
    const granuleIs4K = ((vtcr >>> 14) & 3) === 0
    if (startLevel < 1 || bits < 1 || bits > 13 || !granuleIs4K) return this.fault(FSC_TRANSLATION, 0)
    const inRange =
      inputSize >= 32 ? ipaHi >>> (inputSize - 32) === 0 : ipaHi === 0 && ipaLo >>> inputSize === 0
    if (!inRange) return this.fault(FSC_TRANSLATION, 0)
    const outputHiBits = (vtcr & 0x7_0000) >= 0x2_0000 ? PA_HI_BITS : (vtcr & 0x7_0000) === 0 ? 0 : 4
    let tableLo = u32[(cpu + VTTBR) >>> 2] & -(1 << (bits + 3))
    let tableHi = u32[(cpu + VTTBR + 4) >>> 2] & 0xffff
    if (tableHi >>> outputHiBits !== 0) return this.fault(FSC_ADDRESS_SIZE, 0)
    let indexMask = (1 << bits) - 1
    for (let level = startLevel; ; level++) {
      const shift = 12 + (3 - level) * 9
      const index = ((ipaHi << (32 - shift)) | (ipaLo >>> shift)) & indexMask
      const host = this.memory.find(tableLo | (index << 3), tableHi)
      if (host < 0) return this.fault(FSC_EXTERNAL_ON_WALK, level)
      const lo = i32[host >>> 2]
      const hi = i32[(host >>> 2) + 1]
      if ((lo & 1) === 0 || ((lo & 2) === 0 && (level === 0 || level === 3))) {
        return this.fault(FSC_TRANSLATION, level)
      }
      tableHi = hi & 0xffff
      if (tableHi >>> outputHiBits !== 0) return this.fault(FSC_ADDRESS_SIZE, level)
      if (level === 3 || (lo & 2) === 0) return this.leaf(lo, hi, level, ipaLo, shift)
      tableLo = lo & -4096
      indexMask = 511
    }
  }

  private leaf(lo: number, hi: number, level: number, ipaLo: number, shift: number): boolean {
    if ((lo & (1 << 10)) === 0) return this.fault(FSC_ACCESS_FLAG, level)
    const within = (1 << shift) - 1
    this.paLo = (lo & ~within) | (ipaLo & within)
    this.paHi = hi & 0xffff
    this.level = level
    let attributes = (lo >>> 6) & (S2_READ | S2_WRITE)
    if ((hi & (1 << 22)) === 0) attributes |= S2_EXEC
    if ((lo & (3 << 4)) === 0) attributes |= S2_DEVICE
    this.attributes = attributes
    return true
  }
}
