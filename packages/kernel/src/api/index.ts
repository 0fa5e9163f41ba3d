// SPDX-License-Identifier: BSD-2-Clause
//
// The kernel's user interface: what a protection domain holds and calls.

export * from "./error.ts"
export * from "./fault.ts"
export type * from "./inspect.ts"
export type * from "./memory.ts"
export * from "./message.ts"
export type * from "./microkit.ts"
export type * from "./program.ts"
export * from "./registers.ts"
export type * from "../events/vm-event.ts"
