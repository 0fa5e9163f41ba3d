// SPDX-License-Identifier: BSD-2-Clause
//
// Translation of a virtual address in the EL1&0 regime: stage 1 by TTBR0_EL1, TTBR1_EL1 and TCR_EL1, then
// stage 2 (Arm ARM DDI 0487, D8; pseudocode AArch64.FullTranslate). 4 KiB granule: a TCR that asks for another
// one gives a translation fault at level 0. The contiguous hint is ignored, and Armv8.0 has no hardware update
// of the access flag. Results stay in the object: nothing is allocated.

import * as L from "../layout.ts"
import {
  FSC_ACCESS_FLAG,
  FSC_ADDRESS_SIZE,
  FSC_ALIGNMENT,
  FSC_EXTERNAL_ON_WALK,
  FSC_NONE,
  FSC_PERMISSION,
  FSC_TRANSLATION,
} from "./fault.ts"
import * as R from "./registers.ts"
import { S2_DEVICE, S2_EXEC, S2_READ, S2_WRITE, type Stage2 } from "./stage2.ts"
import type { RamPages } from "./ram-pages.ts"
import type { Views } from "./views.ts"
import { WalkCache } from "./walk-cache.ts"

/** What an access wants. */
export const WANT_READ = 1
export const WANT_WRITE = 2
export const WANT_EXEC = 4
/** Checked with EL0's permissions. */
export const AS_EL0 = 8
/** Not aligned to its size (or DC ZVA): Device memory faults. */
export const UNALIGNED = 16
/** EL1 may not reach what EL0 may (PSTATE.PAN). */
export const NO_USER = 32
const WANTS = WANT_READ | WANT_WRITE | WANT_EXEC

/** Permission bits: read, write, execute for EL1, and the same three for EL0 above. */
export const EL0_SHIFT = 3
const ALL_PERMISSIONS = 63
export const USER_DATA = (WANT_READ | WANT_WRITE) << EL0_SHIFT
const READ_BOTH = WANT_READ * 9
const WRITE_BOTH = WANT_WRITE * 9
const EXEC_BOTH = WANT_EXEC * 9

/** MAIR attribute of what stage 1 gives when it is off: Device-nGnRnE, or Normal write-back with HCR_EL2.DC. */
const ATTRIBUTE_DEVICE = 0x00
const ATTRIBUTE_WRITE_BACK = 0xff

const SCTLR = L.SLOT.SCTLR_EL1
const TCR = L.SLOT.TCR_EL1
const TTBR0 = L.SLOT.TTBR0_EL1
const TTBR1 = L.SLOT.TTBR1_EL1
const MAIR = L.SLOT.MAIR_EL1
const HCR = L.SLOT.HCR_EL2

export class Walker {
  /** Physical address, once both stages are through. */
  paLo = 0
  paHi = 0
  /** Output of stage 1. */
  ipaLo = 0
  ipaHi = 0
  /** What both stages allow, to EL1 and EL0. */
  permissions = 0
  /** Device memory by either stage. */
  device = false
  /** Bits of the address that stage 1's leaf passes through: 12, 21 or 30. */
  shift = 12
  /** Stage 1's leaf is of one ASID (nG). */
  own = false
  /** MAIR attribute byte and SH of the stage 1 leaf, as PAR_EL1 shows them. */
  attribute = 0
  shareability = 0
  /** The fault: its status code (FSC_NONE: none), whether stage 2's, and on a stage 1 walk at this IPA. */
  fsc = FSC_NONE
  secondStage = false
  onWalk = false
  faultIpaLo = 0
  faultIpaHi = 0
  private readonly views: Views
  private readonly memory: RamPages
  private readonly stage2: Stage2
  private level = 0

  private readonly walks: WalkCache

  constructor(views: Views, memory: RamPages, stage2: Stage2, walks = new WalkCache()) {
    this.views = views
    this.memory = memory
    this.stage2 = stage2
    this.walks = walks
  }

  /** Both stages and all checks. False: the fault fields say why. */
  translate(cpu: number, lo: number, hi: number, access: number): boolean {
    if (!this.firstStage(cpu, lo, hi, access)) return false
    return this.secondStageOf(cpu, access)
  }

  /** Stage 1 alone, with its alignment and permission checks: IPA, permissions, attributes. */
  firstStage(cpu: number, lo: number, hi: number, access: number): boolean {
    const { i32 } = this.views
    this.fsc = FSC_NONE
    this.secondStage = false
    this.onWalk = false
    const cacheable = (i32[(cpu + HCR) >>> 2] & R.HCR_DC) !== 0
    const on = (i32[(cpu + SCTLR) >>> 2] & R.SCTLR_M) !== 0 && !cacheable
    if (!(on ? this.walk(cpu, lo, hi) : this.off(cpu, lo, hi, cacheable, access))) return false
    if ((access & UNALIGNED) !== 0 && this.device) return this.fail(FSC_ALIGNMENT)
    let allowed = (access & AS_EL0) !== 0 ? this.permissions >>> EL0_SHIFT : this.permissions
    if ((access & NO_USER) !== 0 && on && (this.permissions & USER_DATA) !== 0)
      allowed &= ~(WANT_READ | WANT_WRITE)
    if ((access & WANTS & ~allowed) !== 0) return this.fail(FSC_PERMISSION | this.level)
    return true
  }

  private secondStageOf(cpu: number, access: number): boolean {
    const stage2 = this.stage2
    if (!stage2.translate(cpu, this.ipaLo, this.ipaHi)) return this.failSecond(stage2.fsc)
    const attributes = stage2.attributes
    if ((attributes & S2_DEVICE) !== 0) {
      if ((access & UNALIGNED) !== 0) return this.failSecond(FSC_ALIGNMENT)
      this.device = true
    }
    if ((access & WANTS & ~attributes) !== 0) return this.failSecond(FSC_PERMISSION | stage2.level)
    this.permissions &=
      ((attributes & S2_READ) !== 0 ? READ_BOTH : 0) |
      ((attributes & S2_WRITE) !== 0 ? WRITE_BOTH : 0) |
      ((attributes & S2_EXEC) !== 0 ? EXEC_BOTH : 0)
    this.paLo = stage2.paLo
    this.paHi = stage2.paHi
    return true
  }

  /** The state after a fault of stage 2 at this IPA, for an access whose walk is known. */
  faultAtStage2(ipaLo: number, ipaHi: number, fsc: number): void {
    this.onWalk = false
    this.ipaLo = ipaLo
    this.ipaHi = ipaHi
    this.failSecond(fsc)
  }

  private fail(fsc: number): false {
    this.fsc = fsc
    return false
  }

  private failSecond(fsc: number): false {
    this.secondStage = true
    this.faultIpaLo = this.ipaLo
    this.faultIpaHi = this.ipaHi
    return this.fail(fsc)
  }

  /** Is the top byte of addresses with this bit 55 ignored? TBI0 and TBI1 hold with the MMU off, too. */
  private ignoresTop(cpu: number, hi: number): boolean {
    const bit = (hi & (1 << 23)) !== 0 ? R.TCR_HI_TBI1 : R.TCR_HI_TBI0
    return (this.views.i32[(cpu + TCR + 4) >>> 2] & bit) !== 0
  }

  /** Stage 1 disabled: flat mapping of 40 bits. */
  private off(cpu: number, lo: number, hi: number, cacheable: boolean, access: number): boolean {
    const address = this.ignoresTop(cpu, hi) ? hi & 0xff_ffff : hi
    this.level = 0
    if (address >>> R.PA_HI_BITS !== 0) return this.fail(FSC_ADDRESS_SIZE)
    this.ipaLo = lo
    this.ipaHi = address
    this.permissions = ALL_PERMISSIONS
    this.device = !cacheable && (access & WANT_EXEC) === 0
    this.attribute = cacheable ? ATTRIBUTE_WRITE_BACK : ATTRIBUTE_DEVICE
    this.shareability = cacheable ? 0 : 2
    this.shift = 12
    this.own = false
    return true
  }

  private walk(cpu: number, lo: number, hi: number): boolean {
    const { i32 } = this.views
    const upper = (hi & (1 << 23)) !== 0
    const base = (cpu + (upper ? TTBR1 : TTBR0)) >>> 2
    const known = this.walks.find(cpu, lo, hi, i32[base], i32[base + 1])
    if (known >= 0) return this.lastLevel(cpu, lo, known)
    const tcr = i32[(cpu + TCR) >>> 2]
    const size = (upper ? tcr >>> 16 : tcr) & 63
    const inputBits = 64 - Math.min(Math.max(size, 16), 39)
    const granuleIs4K = upper ? tcr >>> 30 === 2 : ((tcr >>> 14) & 3) === 0
    const disabled = (tcr & (upper ? R.TCR_EPD1 : R.TCR_EPD0)) !== 0
    // The bits above the input size are all copies of bit 55, the top byte left out where it is ignored.
    const extended = this.ignoresTop(cpu, hi) ? (hi << 8) >> 8 : hi
    const outside = upper ? ~extended : extended
    const tooLarge =
      inputBits >= 32 ? outside >>> (inputBits - 32) : outside | ((upper ? ~lo : lo) >>> inputBits)
    if (disabled || !granuleIs4K || tooLarge !== 0) return this.failAt(FSC_TRANSLATION, 0)
    const ips = i32[(cpu + TCR + 4) >>> 2] & 7
    const outputHiBits = ips >= 2 ? R.PA_HI_BITS : ips * 4
    const firstLevel = 4 - Math.ceil((inputBits - 12) / 9)
    const firstBits = inputBits - (12 + (3 - firstLevel) * 9)
    // A table smaller than a page is aligned to its size; bit 0 is CnP.
    this.tableLo = i32[base] & -(1 << (firstBits + 3))
    this.tableHi = i32[base + 1] & 0xffff
    if (this.tableHi >>> outputHiBits !== 0) return this.failAt(FSC_ADDRESS_SIZE, 0)
    return this.descend(cpu, lo, hi, firstLevel, (1 << firstBits) - 1, outputHiBits)
  }

  /** The end of a walk whose table of level 3 is known. */
  private lastLevel(cpu: number, lo: number, known: number): boolean {
    const { i32 } = this.views
    const { tables, attributes } = this.walks
    const at = tables[known] + ((lo >>> 12) & 511) * 2
    const low = i32[at]
    const high = i32[at + 1]
    if ((low & 3) !== 3) return this.failAt(FSC_TRANSLATION, 3)
    const ips = i32[(cpu + TCR + 4) >>> 2] & 7
    const outputHiBits = ips >= 2 ? R.PA_HI_BITS : ips * 4
    if ((high & 0xffff) >>> outputHiBits !== 0) return this.failAt(FSC_ADDRESS_SIZE, 3)
    this.level = 3
    this.ipaLo = (low & -4096) | (lo & 4095)
    this.ipaHi = high & 0xffff
    this.shift = 12
    return this.leaf(cpu, low, high, attributes[known])
  }

  private tableLo = 0
  private tableHi = 0

  private descend(
    cpu: number,
    lo: number,
    hi: number,
    firstLevel: number,
    firstMask: number,
    outputHiBits: number,
  ): boolean {
    let indexMask = firstMask
    let tableAttributes = 0
    for (let level = firstLevel; ; level++) {
      const shift = 12 + (3 - level) * 9
      const index = (shift > 32 ? hi >>> (shift - 32) : (hi << (32 - shift)) | (lo >>> shift)) & indexMask
      const at = this.descriptor(cpu, this.tableLo | (index << 3), this.tableHi, level)
      if (at < 0) return false
      const low = this.views.i32[at]
      const high = this.views.i32[at + 1]
      const isBlock = (low & 2) === 0
      if ((low & 1) === 0 || (isBlock && (level === 0 || level === 3))) {
        return this.failAt(FSC_TRANSLATION, level)
      }
      if ((high & 0xffff) >>> outputHiBits !== 0) return this.failAt(FSC_ADDRESS_SIZE, level)
      if (level === 3) {
        const upper = (hi & (1 << 23)) !== 0
        const base = (cpu + (upper ? TTBR1 : TTBR0)) >>> 2
        const { i32 } = this.views
        const global = upper && (low & R.LEAF_NG) === 0
        this.walks.keep(cpu, lo, hi, i32[base], i32[base + 1], at - index * 2, tableAttributes, global)
      }
      if (level === 3 || isBlock) {
        this.level = level
        this.ipaLo = (low & -(1 << shift)) | (lo & ((1 << shift) - 1))
        this.ipaHi = high & 0xffff
        this.shift = shift
        return this.leaf(cpu, low, high, tableAttributes)
      }
      tableAttributes |= high
      this.tableLo = low & -4096
      this.tableHi = high & 0xffff
      indexMask = 511
    }
  }

  private failAt(fsc: number, level: number): false {
    this.level = level
    return this.fail(fsc | level)
  }

  /** Word index in linear memory of the descriptor at this IPA, or -1 after a fault. */
  private descriptor(cpu: number, lo: number, hi: number, level: number): number {
    const stage2 = this.stage2
    const found = stage2.translate(cpu, lo, hi)
    let fsc = found ? FSC_NONE : stage2.fsc
    if (found && (stage2.attributes & S2_READ) === 0) fsc = FSC_PERMISSION | stage2.level
    const protectedWalk = (this.views.i32[(cpu + HCR) >>> 2] & R.HCR_PTW) !== 0
    if (found && protectedWalk && (stage2.attributes & S2_DEVICE) !== 0) fsc = FSC_PERMISSION | stage2.level
    if (fsc !== FSC_NONE) {
      this.ipaLo = lo
      this.ipaHi = hi
      this.onWalk = true
      this.failSecond(fsc)
      return -1
    }
    const host = this.memory.find(stage2.paLo, stage2.paHi)
    if (host >= 0) return host >>> 2
    this.failAt(FSC_EXTERNAL_ON_WALK, level)
    return -1
  }

  /** Access flag, permissions with those of the tables above (bits 63..59: NS, AP, UXN, PXN), attributes. */
  private leaf(cpu: number, low: number, high: number, tables: number): boolean {
    if ((low & (1 << 10)) === 0) return this.fail(FSC_ACCESS_FLAG | this.level)
    const { i32 } = this.views
    const wxn = (i32[(cpu + SCTLR) >>> 2] & R.SCTLR_WXN) !== 0
    const user = (low & (1 << 6)) !== 0 && (tables & (1 << 29)) === 0
    const writable = (low & (1 << 7)) === 0 && (tables & (1 << 30)) === 0
    const userWrites = user && writable
    const userNever = ((high & (1 << 22)) | (tables & (1 << 28))) !== 0 || (userWrites && wxn)
    const kernelNever = ((high & (1 << 21)) | (tables & (1 << 27))) !== 0 || (writable && wxn) || userWrites
    this.permissions =
      WANT_READ |
      (writable ? WANT_WRITE : 0) |
      (kernelNever ? 0 : WANT_EXEC) |
      (((user ? WANT_READ : 0) | (userWrites ? WANT_WRITE : 0) | (userNever ? 0 : WANT_EXEC)) << EL0_SHIFT)
    this.shareability = (low >>> 8) & 3
    this.own = (low & R.LEAF_NG) !== 0
    this.attribute = this.views.u8[cpu + MAIR + ((low >>> 2) & 7)]
    this.device = (this.attribute & 0xf0) === 0
    return true
  }
}
