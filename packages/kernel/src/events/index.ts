// SPDX-License-Identifier: BSD-2-Clause
//
// What a run can record: one typed event for each exit, interrupt and fault.

export * from "./event.ts"
export type { LastEvent, LastKind } from "./last-events.ts"
export type * from "./vm-event.ts"
