// SPDX-License-Identifier: BSD-2-Clause
//
// Fault status codes (Arm ARM DDI 0487, D17.2.37 ESR_EL1, "ISS encoding for an exception from a Data Abort")
// and how pending exceptions are written into the CPU block for `deliver`.

import * as L from "../layout.ts"
import type { Views } from "./views.ts"

/** DFSC and IFSC: the level of the walk is added to those that have one. */
export const FSC_ADDRESS_SIZE = 0x00
export const FSC_TRANSLATION = 0x04
export const FSC_ACCESS_FLAG = 0x08
export const FSC_PERMISSION = 0x0c
export const FSC_EXTERNAL = 0x10
export const FSC_EXTERNAL_ON_WALK = 0x14
export const FSC_ALIGNMENT = 0x21
/** No fault. */
export const FSC_NONE = -1

/** Exception classes (ESR_ELx.EC). */
export const EC_UNKNOWN = 0x00
export const EC_WFX = 0x01
export const EC_FP = 0x07
export const EC_ILLEGAL_STATE = 0x0e
export const EC_SVC64 = 0x15
export const EC_HVC64 = 0x16
export const EC_SMC64 = 0x17
export const EC_SYSREG = 0x18
export const EC_INSTRUCTION_ABORT_LOWER = 0x20
export const EC_PC_ALIGNMENT = 0x22
export const EC_DATA_ABORT_LOWER = 0x24
export const EC_SP_ALIGNMENT = 0x26
export const EC_SERROR = 0x2f
export const EC_WATCHPOINT_LOWER = 0x34
export const EC_BRK64 = 0x3c

/** Syndrome bits of an abort. */
export const ISS_CM = 1 << 8
export const ISS_S1PTW = 1 << 7
export const ISS_WNR = 1 << 6
/** ESR_ELx.IL: a 32-bit instruction. */
export const ESR_IL = 1 << 25

/** ESR_ELx with IL set. */
export function syndrome(ec: number, iss: number): number {
  return (ec << 26) | ESR_IL | iss
}

/** Records a synchronous exception: EXC_SYNC for EL1, EXC_EL2 for EL2. FAR is a pair. */
export function record(views: Views, cpu: number, kind: number, esr: number, farLo = 0, farHi = 0): void {
  const { i32 } = views
  i32[(cpu + L.EXC_KIND_I32) >>> 2] = kind
  i32[(cpu + L.EXC_ESR_I32) >>> 2] = esr
  i32[(cpu + L.EXC_FAR) >>> 2] = farLo
  i32[(cpu + L.EXC_FAR + 4) >>> 2] = farHi
  i32[(cpu + L.EXC_IPA) >>> 2] = 0
  i32[(cpu + L.EXC_IPA + 4) >>> 2] = 0
}

/** Records an Undefined Instruction exception. */
export function recordUndefined(views: Views, cpu: number): void {
  record(views, cpu, L.EXC_SYNC, syndrome(EC_UNKNOWN, 0))
}
