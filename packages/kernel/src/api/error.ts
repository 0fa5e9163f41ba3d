// SPDX-License-Identifier: BSD-2-Clause
//
// What an invocation answers (libsel4, seL4_Error in errors.h), and how a protection domain's own fault
// travels inside TypeScript.

export const seL4_NoError = 0
export const seL4_InvalidArgument = 1
export const seL4_InvalidCapability = 2
export const seL4_IllegalOperation = 3
export const seL4_RangeError = 4
export const seL4_AlignmentError = 5
export const seL4_FailedLookup = 6
export const seL4_TruncatedMessage = 7
export const seL4_DeleteFirst = 8
export const seL4_RevokeFirst = 9
export const seL4_NotEnoughMemory = 10

/** One of the seL4_ error codes above, 0 .. 10. */
export type Sel4Error = number

const NAMES = [
  "seL4_NoError",
  "seL4_InvalidArgument",
  "seL4_InvalidCapability",
  "seL4_IllegalOperation",
  "seL4_RangeError",
  "seL4_AlignmentError",
  "seL4_FailedLookup",
  "seL4_TruncatedMessage",
  "seL4_DeleteFirst",
  "seL4_RevokeFirst",
  "seL4_NotEnoughMemory",
]

/** The name of an error code as seL4's headers have it. */
export function sel4ErrorName(error: Sel4Error): string {
  return NAMES[error] ?? `seL4 error ${error}`
}

/** Why a protection domain stopped: an access that its address space does not allow, or its own words. */
export type PdFaultCause =
  | {
      readonly kind: "vm"
      /** Address in the domain's address space. */
      readonly address: number
      readonly write: boolean
      /** Nothing mapped, mapped without the right, nobody answers there, or a device and not aligned. */
      readonly reason: "translation" | "permission" | "external" | "alignment"
    }
  | { readonly kind: "user" }

/**
 * Thrown into a protection domain whose entry point cannot go on. The domain does not catch it: the kernel
 * does, and tells the monitor or the parent domain.
 */
export class PdFault extends Error {
  override readonly name = "PdFault"
  readonly fault: PdFaultCause

  constructor(fault: PdFaultCause, text: string) {
    super(text)
    this.fault = fault
  }
}
