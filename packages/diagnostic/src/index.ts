// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/diagnostic: places in files, findings about them, ways out that apply as they stand, and patches.
//
//   errorAt(place, message, remedy, more), warningAt(...)   findings; lines and columns count from 1
//   replaceAt(place, text), insertAt(...), applyEdits(...)   edits of named files: all are made, or none
//   plainEdits(sources, edits)                               the same edits, for somebody who makes them to the letter
//   nearest(name, candidates)                                the name that was most likely meant
//   renderDiagnostic(finding, sources), unifiedDiff(...)     for people

export { errorAt, errorInFile, isError, sortByPlace, warningAt } from "./diagnostic.ts"
export type { Diagnostic, Edit, Fix, More, Place, Related, Severity } from "./diagnostic.ts"
export { type Applied, applyEdits, insertAt, plainEdits, replaceAt } from "./edit.ts"
export { nearest } from "./nearest.ts"
export { renderDiagnostic, renderPlace, type Sources } from "./render.ts"
export { unifiedDiff } from "./unified-diff.ts"
