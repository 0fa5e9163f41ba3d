// SPDX-License-Identifier: BSD-2-Clause
//
// ESR_EL2 taken apart (Arm ARM D19.2.37; libvmm hsr.h): exception class, and the syndromes of data aborts,
// WFx, trapped system registers and calls.

export const EC_WFX = 0x01
export const EC_HVC64 = 0x16
export const EC_SMC64 = 0x17
export const EC_SYSREG = 0x18
export const EC_DATA_ABORT = 0x24

/** Exception class, bits 31:26. */
export const exceptionClass = (esr: number): number => esr >>> 26

/** The immediate of SVC, HVC and SMC. */
export const immediate16 = (esr: number): number => esr & 0xffff

/** ISS of a data abort: bits of the syndrome alone. */
export const abortHasSyndrome = (esr: number): boolean => ((esr >>> 24) & 1) === 1
export const abortIsWrite = (esr: number): boolean => ((esr >>> 6) & 1) === 1
/** The fault came from a stage 2 lookup for a stage 1 walk. */
export const abortIsWalk = (esr: number): boolean => ((esr >>> 7) & 1) === 1
/** Cache maintenance or address translation instruction. */
export const abortIsMaintenance = (esr: number): boolean => ((esr >>> 8) & 1) === 1
export const abortSize = (esr: number): number => 1 << ((esr >>> 22) & 3)
export const abortSignExtends = (esr: number): boolean => ((esr >>> 21) & 1) === 1
export const abortRegister = (esr: number): number => (esr >>> 16) & 31
export const abortIs64Bit = (esr: number): boolean => ((esr >>> 15) & 1) === 1

/** WFx: TI. WFI and WFIT are even, WFE and WFET odd. */
export const wfxIsWfe = (esr: number): boolean => (esr & 1) === 1

/** A trapped MSR or MRS. */
export interface SysregTrap {
  /** op0, op1, CRn, CRm, op2 as the ISS has them, without Rt and the direction: the register's key. */
  readonly key: number
  readonly name: string
  readonly rt: number
  readonly read: boolean
}

/** Bits of an EC 0x18 syndrome that name the register. */
const SYSREG_MASK = 0x3ffc1e

/** The key of S<op0>_<op1>_C<crn>_C<crm>_<op2>. */
export function sysregKey(op0: number, op1: number, crn: number, crm: number, op2: number): number {
  return (op0 << 20) | (op2 << 17) | (op1 << 14) | (crn << 10) | (crm << 1)
}

export function sysregTrap(esr: number): SysregTrap {
  const field = (shift: number, bits: number) => (esr >>> shift) & ((1 << bits) - 1)
  return {
    key: esr & SYSREG_MASK,
    name: `S${field(20, 2)}_${field(14, 3)}_C${field(10, 4)}_C${field(1, 4)}_${field(17, 3)}`,
    rt: field(5, 5),
    read: field(0, 1) === 1,
  }
}
