// SPDX-License-Identifier: BSD-2-Clause
//
// What Microkit's monitor prints when a protection domain without a parent faults (Microkit,
// monitor/src/main.c). Registers are left out: a TypeScript domain has none.

import { decodeFault } from "./api/fault.ts"
import type { Message } from "./api/message.ts"

/** ESR of a data abort from EL0, IL set (Arm ARM, D24.2.40). */
const ESR_DATA_ABORT = 0x92000000
const ISS_WRITE = 1 << 6
const ISS_EXTERNAL = 1 << 9

/** Fault status codes that a TypeScript domain's accesses can have. */
export const DFSC_TRANSLATION_L3 = 0x07
export const DFSC_PERMISSION_L3 = 0x0f
export const DFSC_EXTERNAL = 0x10
export const DFSC_ALIGNMENT = 0x21

const DFSC_TEXT: Readonly<Record<number, string>> = {
  [DFSC_TRANSLATION_L3]: "translation fault, level 3",
  [DFSC_PERMISSION_L3]: "permission fault, level 3",
  [DFSC_EXTERNAL]:
    "synchronous external abort, not on translation table walk or hardware update of translation table",
  [DFSC_ALIGNMENT]: "alignment fault",
}

/** The syndrome of a domain's data access that failed. */
export function domainSyndrome(dfsc: number, write: boolean): number {
  return (ESR_DATA_ABORT | (write ? ISS_WRITE : 0) | dfsc) >>> 0
}

const hex32 = (value: number): string => `0x${(value >>> 0).toString(16).padStart(8, "0")}`
const hex64 = (value: bigint): string => `0x${value.toString(16).padStart(16, "0")}`

/** First of the monitor's caps to the domains' TCBs. */
const BASE_PD_TCB_CAP = 10

/** The lines for one fault. `index` is the domain's number, `text` says in words what it was. */
export function monitorLines(name: string, index: number, message: Message, text: string): readonly string[] {
  const badge = hex64(BigInt(index + 1))
  const tcb = hex64(BigInt(BASE_PD_TCB_CAP + index))
  const head = [
    `MON|ERROR: received message ${hex32(message.label)}  badge: ${badge}  tcb cap: ${tcb}`,
    `MON|ERROR: faulting PD: ${name}`,
  ]
  const fault = decodeFault(message)
  if (fault?.kind !== "VMFault") return [...head, "MON|ERROR: UserException", `MON|ERROR: ${text}`]
  const iss = fault.fsr & 0x1ffffff
  const dfsc = iss & 0x3f
  const external = (iss & ISS_EXTERNAL) === 0 ? "" : " -- external abort"
  const write = (iss & ISS_WRITE) === 0 ? "" : " -- write not read"
  const address = `fault_addr=${hex64(BigInt(fault.address))}`
  return [
    ...head,
    `MON|ERROR: VMFault: ${address}  fsr=${hex64(BigInt(fault.fsr))}  (data fault)`,
    `MON|ERROR:   ec: ${hex32(fault.fsr >>> 26)}  Data Abort from a lower Exception level   il: 1   iss: ${hex32(iss)}`,
    `MON|ERROR:   dfsc = ${DFSC_TEXT[dfsc] ?? "unknown"} (${hex32(dfsc)})${external}${write}`,
    `MON|ERROR: ${text}`,
  ]
}
