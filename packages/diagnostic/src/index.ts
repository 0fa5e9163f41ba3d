// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/diagnostic: places in files, findings about them, ways out that apply as they stand, and patches.

export { errorAt, errorInFile, isError, sortByPlace, warningAt } from "./diagnostic.ts"
export type { Diagnostic, Edit, Fix, More, Place, Related, Severity } from "./diagnostic.ts"
export { type Applied, applyEdits, insertAt, replaceAt } from "./edit.ts"
export { nearest } from "./nearest.ts"
export { renderDiagnostic, renderPlace, type Sources } from "./render.ts"
export { unifiedDiff } from "./unified-diff.ts"
