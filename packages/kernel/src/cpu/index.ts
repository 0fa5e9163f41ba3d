// SPDX-License-Identifier: BSD-2-Clause
//
// The processor: AArch64 EL1 and EL0 under EL2.

export { cpuDifferences, hexOf, type StateDifference } from "./compare.ts"
export { Engine, type EngineParts } from "./engine.ts"
export { MAX_CPUS, RAM_END, RAM_START } from "./layout.ts"
export type { ModuleCache } from "./engine-module.ts"
export { createMemory, type Translation } from "./runtime.ts"
export type { Cpu, Exit, ExitReason } from "./types.ts"
export type { WasmMemory } from "./wasm/engine.ts"
