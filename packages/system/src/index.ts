// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/system: the .system language: parse with positions, check everything, compile to what the kernel boots.
//
//   parseSystem({ file, text }, options)   -> Either of all findings, or the system as plain data with its warnings
//   placeRegions(system, ram, reserved)    -> Either of errors, or a physical address for every region
//   notRunYet(system)                      what of it the kernel does not run
//   describeSystem(system, placements)     the system in words
//   migrateSystem({ file, text })          a file of Microkit 1.x in the language of today
//   systemSchema()                         the language as an XML Schema

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
