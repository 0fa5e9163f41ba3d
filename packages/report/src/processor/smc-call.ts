// SPDX-License-Identifier: BSD-2-Clause
//
// A function id of the SMC Calling Convention (Arm DEN 0028, section 2.5) in words: owner, convention, name.

import { COMMON_CALLS, QUALCOMM_SERVICES, VENDOR_CALLS } from "../tables/smc-call-table.ts"

/** Bit 30: arguments are 64-bit. */
const SMC64 = 0x40000000
const OWNERS = [
  "Arm architecture",
  "CPU",
  "SiP (silicon provider)",
  "OEM",
  "standard secure",
  "standard hypervisor",
  "vendor hypervisor",
]
const TRUSTED_APPLICATION = 48
const TRUSTED_OS = 50

/** A function id of the SMC Calling Convention, taken apart and named. */
export interface SmcCall {
  /** Bits 29:24. */
  readonly owner: number
  /** `SiP (silicon provider) service`. */
  readonly ownerName: string
  /** Bits 15:0. */
  readonly function: number
  /** Bit 31: a call that runs to its end. */
  readonly fast: boolean
  readonly wide: boolean
  /** Its own name, and the vendor whose it is; undefined when it is not known. */
  readonly name: string | undefined
  readonly vendor: string | undefined
  /** The board's firmware would know it: calls of the CPU, the SoC, the board, the trusted OS. */
  readonly firmwares: boolean
}

export function ownerName(owner: number): string {
  if (owner >= TRUSTED_OS) return "trusted OS"
  if (owner >= TRUSTED_APPLICATION) return "trusted application"
  return `${OWNERS[owner] ?? "reserved"} service`
}

function nameOf(id: number, root: readonly string[]): Pick<SmcCall, "name" | "vendor"> {
  const plain = (id & ~SMC64) >>> 0
  const common = COMMON_CALLS[plain] ?? COMMON_CALLS[id]
  if (common !== undefined) return { name: common, vendor: undefined }
  if (((id >>> 24) & 0x3f) !== 2) return { name: undefined, vendor: undefined }
  if (root.some((name) => name.startsWith("qcom,"))) {
    const service = QUALCOMM_SERVICES[(id >>> 8) & 0xff]
    return {
      name: `SCM ${service ?? `service ${(id >>> 8) & 0xff}`}, command ${id & 0xff}`,
      vendor: "Qualcomm",
    }
  }
  const found = VENDOR_CALLS.find(([pattern]) => root.some((name) => pattern.test(name)))
  return {
    name: found?.[2][plain | 0x80000000] ?? found?.[2][(plain | 0x80000000) >>> 0],
    vendor: found?.[1],
  }
}

/** @param root the `compatible` of the board's root node, which tells the vendor */
export function smcCall(functionId: number, root: readonly string[]): SmcCall {
  const id = functionId >>> 0
  const owner = (id >>> 24) & 0x3f
  return {
    owner,
    ownerName: ownerName(owner),
    function: id & 0xffff,
    fast: id >>> 31 === 1,
    wide: (id & SMC64) !== 0,
    ...nameOf(id, root),
    firmwares: (owner >= 1 && owner <= 3) || owner >= TRUSTED_APPLICATION,
  }
}
