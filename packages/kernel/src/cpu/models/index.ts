// SPDX-License-Identifier: BSD-2-Clause
//
// The CPU models by name and by what a device tree calls them.

import { CORTEX_A53 } from "./cortex-a53.ts"
import { CORTEX_A72 } from "./cortex-a72.ts"
import { MAX } from "./max.ts"
import type { CpuModel } from "./model.ts"

export { CORTEX_A53, CORTEX_A72, MAX }
export type { CpuModel }

export const CPU_MODELS: readonly CpuModel[] = [CORTEX_A53, CORTEX_A72, MAX]

/** The names a user may give. */
export const CPU_NAMES: readonly string[] = CPU_MODELS.map(({ name }) => name)

/** The model of this name, or undefined. */
export function cpuModel(name: string): CpuModel | undefined {
  return CPU_MODELS.find((model) => model.name === name)
}

/** The model that a CPU's `compatible` list names; a Cortex-A53 where none does. */
export function modelOf(compatible: readonly string[]): CpuModel {
  const named = compatible.map((text) => CPU_MODELS.find((model) => model.compatible === text))
  return named.find((model) => model !== undefined) ?? CORTEX_A53
}
