// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/agreement: what must agree before anything runs: the `.system` file, the device trees and the images.
//
//   disagreements(input)   findings, each with its place, the other party, a remedy and fixes
//   boardWithoutRam(hardware, sources)   what a board without RAM lacks
//   busRangesFix(sources, bus, devices)   the ranges of a bus made to reach devices
//   rootCells(hardware, sources)   what is wrong with the cells of the root, if anything
//   surroundingsOf(hardware, guestTree)   numbers of the trees that a `.system` file repeats
//   guestMemory(tree, maps)   of the memory that a machine maps, its guest's RAM
//   withoutConsequences(findings)   without those that only follow from another one

export { disagreements } from "./agree.ts"
export { busRangesFix } from "./edit/bus-ranges-edit.ts"
export { boardWithoutRam } from "./rules/memory/board-ram.ts"
export { rootCells } from "./rules/tree/root-cells.ts"
export { withoutConsequences } from "./consequences.ts"
export type { TextFile } from "./edit/text.ts"
export { guestMemory } from "./guest-memory.ts"
export type { Agreement, Images, KernelFacts, Sources } from "./input.ts"
export { type MemoryMap, memoryMap } from "./map/model.ts"
export { mapSvg } from "./map/svg.ts"
export { mapText } from "./map/terminal.ts"
export { surroundingsOf } from "./surroundings.ts"
