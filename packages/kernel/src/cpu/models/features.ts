// SPDX-License-Identifier: BSD-2-Clause
//
// The optional features of the architecture that this CPU can have, by the manual's names without FEAT_ (Arm ARM
// DDI 0487, A2.2 and on), and how the ID registers tell of each (D17.2: field, value). Rows of the
// instruction and register tables say which feature they need. What is not here is never advertised.

export type IdRegister =
  | "ID_AA64PFR0_EL1"
  | "ID_AA64PFR1_EL1"
  | "ID_AA64DFR0_EL1"
  | "ID_AA64ISAR0_EL1"
  | "ID_AA64ISAR1_EL1"
  | "ID_AA64MMFR0_EL1"
  | "ID_AA64MMFR1_EL1"
  | "ID_AA64MMFR2_EL1"

/** Where a feature shows: the register, the lowest bit of its field of four, and the value there. */
type Shown = readonly [register: IdRegister, shift: number, value: number]

const ISAR0 = "ID_AA64ISAR0_EL1"
const ISAR1 = "ID_AA64ISAR1_EL1"

export const FEATURES = {
  AES: [ISAR0, 4, 1],
  PMULL: [ISAR0, 4, 2],
  SHA1: [ISAR0, 8, 1],
  SHA256: [ISAR0, 12, 1],
  SHA512: [ISAR0, 12, 2],
  CRC32: [ISAR0, 16, 1],
  LSE: [ISAR0, 20, 2],
  RDM: [ISAR0, 28, 1],
  SHA3: [ISAR0, 32, 1],
  DotProd: [ISAR0, 44, 1],
  FHM: [ISAR0, 48, 1],
  FlagM: [ISAR0, 52, 1],
  FlagM2: [ISAR0, 52, 2],
  DPB: [ISAR1, 0, 1],
  JSCVT: [ISAR1, 12, 1],
  FCMA: [ISAR1, 16, 1],
  LRCPC: [ISAR1, 20, 1],
  LRCPC2: [ISAR1, 20, 2],
  FRINTTS: [ISAR1, 32, 1],
  SB: [ISAR1, 36, 1],
  CSV2: ["ID_AA64PFR0_EL1", 56, 1],
  CSV3: ["ID_AA64PFR0_EL1", 60, 1],
  FP16: ["ID_AA64PFR0_EL1", 16, 1],
  SSBS: ["ID_AA64PFR1_EL1", 4, 2],
  PAN: ["ID_AA64MMFR1_EL1", 20, 1],
  PAN2: ["ID_AA64MMFR1_EL1", 20, 2],
  UAO: ["ID_AA64MMFR2_EL1", 4, 1],
} as const satisfies Readonly<Record<string, Shown>>

export type Feature = keyof typeof FEATURES
