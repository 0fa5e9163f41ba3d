// SPDX-License-Identifier: BSD-2-Clause
//
// Saved state of devices that keep their registers in typed arrays: each array as a list of numbers under
// its name. Taking a state back checks the shape, so that a state of another board is an error and not
// nonsense.

import type { DeviceState } from "./device.ts"

export type RegisterArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** The arrays' contents as plain data. */
export function saveArrays(arrays: Readonly<Record<string, RegisterArray>>): DeviceState {
  const saved: Record<string, DeviceState> = {}
  for (const [name, array] of Object.entries(arrays)) saved[name] = Array.from(array)
  return saved
}

/** Fills the arrays from what `saveArrays` gave; throws RangeError when a name or a length does not fit. */
export function loadArrays(
  owner: string,
  arrays: Readonly<Record<string, RegisterArray>>,
  state: DeviceState,
): void {
  const record = stateRecord(owner, state)
  for (const [name, array] of Object.entries(arrays)) {
    const values = record[name]
    if (!Array.isArray(values) || values.length !== array.length) {
      throw new RangeError(`${owner}: the saved state has no ${array.length} values for ${name}`)
    }
    array.set(values.map(Number))
  }
}

/** The state as a record; throws RangeError when it is none. */
function stateRecord(owner: string, state: DeviceState): Readonly<Record<string, DeviceState>> {
  if (typeof state !== "object" || state === null || Array.isArray(state)) {
    throw new RangeError(`${owner}: the saved state is not a record`)
  }
  return state as Readonly<Record<string, DeviceState>>
}

/** Field `name` of a saved record; throws RangeError when it is missing. */
export function stateField(owner: string, state: DeviceState, name: string): DeviceState {
  const value = stateRecord(owner, state)[name]
  if (value === undefined) throw new RangeError(`${owner}: the saved state has no ${name}`)
  return value
}
