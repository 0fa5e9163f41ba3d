// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/system: the .system language: parse with positions, check everything, compile to what the kernel boots.

export { describeSystem } from "./describe.ts"
export { type Migrated, migrateSystem } from "./language/legacy.ts"
export { notRunYet } from "./not-run.ts"
export { ARCHITECTURES, type KnownDevice, type ParseOptions, type Surroundings } from "./options.ts"
export { type Parsed, parseSystem } from "./parse.ts"
export { type Placement, placeRegions } from "./compile/placement.ts"
export { type Range, renderRange, renderSize } from "./ranges.ts"
export { systemSchema } from "./language/schema.ts"
export type * from "./system.ts"
export type { Source } from "./xml/xml.ts"
