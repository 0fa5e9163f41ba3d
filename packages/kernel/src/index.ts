// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/kernel: the microkernel: capabilities, IPC, scheduling, fault delivery, and the processor under EL2.
//
//   new Kernel(options)   over one board; boot(spec) makes all objects, run(limit) goes on until a limit or an event
//
// What a protection domain holds is `@vmm/kernel/api`.

export type * from "./boot/spec.ts"
export * from "./clock.ts"
export * from "./kernel.ts"
export * from "./platform.ts"
export * from "./recorder.ts"
export { type Costs, DEFAULT_COSTS, type EntryWatch, type KernelOptions, type RunEvent } from "./state.ts"
