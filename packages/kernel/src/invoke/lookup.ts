// SPDX-License-Identifier: BSD-2-Clause
//
// Finding the object of an invocation: the cap in a slot, of the right type and with the rights needed
// (seL4 reference manual, 3.1). There is no other way to a kernel object.

import {
  type Sel4Error,
  seL4_FailedLookup,
  seL4_IllegalOperation,
  seL4_InvalidCapability,
  sel4ErrorName,
} from "../api/error.ts"
import type { Cap, CNode, KernelObject } from "../object/cap.ts"

/** An invocation that the kernel refused. */
export class InvocationError extends Error {
  override readonly name = "InvocationError"
  readonly code: Sel4Error

  constructor(code: Sel4Error) {
    super(sel4ErrorName(code))
    this.code = code
  }
}

/**
 * The cap in `slot`. Throws InvocationError: FailedLookup for a slot that does not exist, InvalidCapability
 * for an empty one or another type, IllegalOperation without the rights.
 */
export function lookup<T extends KernelObject>(
  cspace: CNode,
  slot: number,
  kind: abstract new (...args: never[]) => T,
  rights = 0,
): Cap<T> {
  if (!Number.isInteger(slot) || slot < 0 || slot >= cspace.size) throw new InvocationError(seL4_FailedLookup)
  const cap = cspace.get(slot)
  if (cap === undefined || !(cap.object instanceof kind)) throw new InvocationError(seL4_InvalidCapability)
  if ((cap.rights & rights) !== rights) throw new InvocationError(seL4_IllegalOperation)
  return cap as Cap<T>
}
