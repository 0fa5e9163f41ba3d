// SPDX-License-Identifier: BSD-2-Clause
//
// What the generated code calls: the JavaScript half of the CPU. 64-bit values never cross this border as
// arguments (an i64 would become a bigint); they lie in the CPU block at VA, DATA and EXC_*. `cpu` is the
// base of the CPU's block. Return values are the R_ and M_ constants of layout.ts.

export interface Host {
  /** Reads `size` (1, 2, 4, 8, 16) bytes at VA. M_RETRY: the read TLB maps it now. M_DONE: value at DATA. */
  memRead(cpu: number, size: number, flags: number): number
  /** Writes `size` bytes of DATA at VA. M_RETRY: the write TLB maps it now (nothing was written). M_DONE: written. */
  memWrite(cpu: number, size: number, flags: number): number
  /**
   * Reads the `size` (1, 2, 4) bytes at `low` of a page with an emulated register, by entry `way` of WAYS. STATUS is
   * M_FAULT when nobody answers: the access is then tried anew by `memRead`.
   */
  deviceRead(cpu: number, way: number, low: number, size: number): number
  /** The same for a store of the low bytes of `value`. */
  deviceWrite(cpu: number, way: number, low: number, size: number, value: number): void
  /** Makes the code TLB of the current bank map the page of PC. R_NEXT or R_FAULT. */
  fetch(cpu: number): number
  /** Takes the exception in EXC_*, PC being the instruction's: 0 go on at PC, 1 leave the run loop. */
  deliver(cpu: number): number
  /** MRS: system register `key` into DATA. R_NEXT, R_STOP or R_FAULT. */
  sysRead(cpu: number, key: number): number
  /** MSR (register) and SYS: DATA into `key`. R_NEXT, R_STOP or R_FAULT. */
  sysWrite(cpu: number, key: number): number
  /** MSR (immediate): `op` = op1 << 3 | op2, CRm in `imm`. */
  msrImm(cpu: number, op: number, imm: number): number
  /** ERET: sets PC and PSTATE. R_JUMP or R_FAULT. */
  eret(cpu: number): number
  /** SVC, HVC, SMC, BRK, HLT, UDF: `kind` is one of the GEN_ constants. */
  generate(cpu: number, kind: number, imm: number): number
  /** WFI (0), WFE (1), YIELD and the other hints do not come here. R_NEXT, R_STOP or R_FAULT. */
  wait(cpu: number, kind: number): number
}

/** Kinds of `generate`. UNDEFINED: no such instruction; ILLEGAL: PC alignment, illegal state. */
export const GEN_SVC = 1
export const GEN_HVC = 2
export const GEN_SMC = 3
export const GEN_BRK = 4
export const GEN_HLT = 5
export const GEN_UNDEFINED = 6
/** Advanced SIMD or FP access with CPACR_EL1.FPEN closed. */
export const GEN_FP_TRAP = 7
export const GEN_PC_ALIGN = 8
export const GEN_SP_ALIGN = 9

/** System register key: op0 (2 bits) << 14 | op1 << 11 | CRn << 7 | CRm << 3 | op2, bits 20..5 of MRS. */
export function sysregKey(op0: number, op1: number, crn: number, crm: number, op2: number): number {
  return (op0 << 14) | (op1 << 11) | (crn << 7) | (crm << 3) | op2
}
