// SPDX-License-Identifier: BSD-2-Clause
//
// The state of a vGIC as plain data (JSON), and back.

import type { Interrupts } from "./interrupts.ts"

/** The register files that are saved word by word, in the order in which they are written. */
const FILES = [
  "enable",
  "latch",
  "level",
  "active",
  "listed",
  "group",
  "edge",
  "priority",
  "targets",
  "routeAffinity",
  "routeMode",
  "sgiSources",
  "asleep",
  "online",
] as const

/** All of a vgic's state, in plain data. */
export interface VgicState {
  readonly groupEnable: number
  readonly files: Readonly<Record<string, readonly number[]>>
  /** INTID held by each list register, -1 when free. */
  readonly lists: readonly number[]
}

export function saveInterrupts(interrupts: Interrupts): Omit<VgicState, "lists"> {
  return {
    groupEnable: interrupts.groupEnable,
    files: Object.fromEntries(FILES.map((file) => [file, Array.from(interrupts[file])])),
  }
}

/** Throws RangeError when the state is of a vGIC of another shape. */
export function restoreInterrupts(interrupts: Interrupts, state: Omit<VgicState, "lists">): void {
  for (const file of FILES) {
    const values = state.files[file]
    if (values?.length !== interrupts[file].length) {
      throw new RangeError(
        `vGIC state: ${file} has ${values?.length} entries, not ${interrupts[file].length}`,
      )
    }
    interrupts[file].set(values)
  }
  interrupts.groupEnable = state.groupEnable
}
