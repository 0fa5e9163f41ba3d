// SPDX-License-Identifier: BSD-2-Clause
//
// What smc.ts and psci.ts share of the SMC Calling Convention (Arm DEN 0028).

export const SMCCC_VERSION = 0x80000000
export const NOT_SUPPORTED = -1n

/** x0 and the following registers afterwards, or a call that does not come back to its caller. */
export type CallOutcome =
  | {
      readonly kind: "returns"
      readonly results: readonly bigint[]
      /** Nobody knew the call. */
      readonly unanswered?: true
    }
  | { readonly kind: "gone"; readonly go: () => void }

export function returns(...results: readonly bigint[]) {
  return { kind: "returns", results } as const
}
