// SPDX-License-Identifier: BSD-2-Clause
//
// A CPU model: what tells one processor from another, as data. The features decide which instructions and
// registers there are; the ID registers follow from them (Arm ARM DDI 0487, D17.2).

import { type Feature, FEATURES, type IdRegister } from "./features.ts"

export interface CpuModel {
  /** What a user calls it. */
  readonly name: string
  /** `compatible` of its node in a device tree. */
  readonly compatible: string
  /** MIDR_EL1. */
  readonly midr: number
  readonly features: ReadonlySet<Feature>
  /** CTR_EL0, CLIDR_EL1, and CCSIDR_EL1 by CSSELR_EL1: caches are told of, not modelled. */
  readonly ctr: number
  readonly clidr: number
  readonly ccsidr: readonly number[]
}

/** What all models have: fields that are no feature of features.ts. */
const BASE: Partial<Record<IdRegister, number>> = {
  // EL0 .. EL3 in AArch64 alone, FP and Advanced SIMD.
  ID_AA64PFR0_EL1: 0x1111,
  // Debug v8.0; PMUVer 0; BRPs, WRPs one less than there are.
  ID_AA64DFR0_EL1: 0x0010_1006,
  // PARange 40 bits, ASIDBits 16; TGran4 yes, TGran64 no (0xf), TGran16 no (0); little-endian alone.
  ID_AA64MMFR0_EL1: 0x0f00_0022,
}

/** Value of an ID register of a model, as a pair. */
export function idRegister(model: CpuModel, register: IdRegister): readonly [lo: number, hi: number] {
  let [lo, hi] = [BASE[register] ?? 0, 0]
  const shown = new Map<number, number>()
  for (const feature of model.features) {
    const [where, shift, value] = FEATURES[feature]
    if (where === register) shown.set(shift, Math.max(shown.get(shift) ?? 0, value))
  }
  for (const [shift, value] of shown) {
    if (shift < 32) lo |= value << shift
    else hi |= value << (shift - 32)
  }
  // AdvSIMD tells of half precision as FP does.
  if (register === "ID_AA64PFR0_EL1" && model.features.has("FP16")) lo |= 1 << 20
  return [lo, hi]
}

/** Whether a model has what a row needs. */
export function has(model: CpuModel, needs: Feature | undefined): boolean {
  return needs === undefined || model.features.has(needs)
}
