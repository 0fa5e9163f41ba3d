// SPDX-License-Identifier: BSD-2-Clause
//
// What a wrong guest file is answered with: what is wrong, where, and what to do about it. Every check of this
// package gives these and none of them throws. The shape is @vmm/diagnostic's, and here the remedy is never missing.

import {
  type Diagnostic as AnyDiagnostic,
  errorAt,
  errorInFile,
  type More,
  type Place,
} from "@vmm/diagnostic"

export type { Place } from "@vmm/diagnostic"

/** One mistake of a user: place (line 0 means the file as a whole), what is wrong, and what to do. */
export interface Diagnostic extends AnyDiagnostic {
  readonly remedy: string
}

/** A diagnostic at `place`. */
export function diagnosticAt(place: Place, message: string, remedy: string, more?: More): Diagnostic {
  return { ...errorAt(place, message, remedy, more), remedy }
}

/** A diagnostic about a file as a whole. */
export function fileDiagnostic(file: string, message: string, remedy: string): Diagnostic {
  return { ...errorInFile(file, message), remedy }
}

/** A size for people: `33.0 MiB`, `83 bytes`. */
export function sizeText(bytes: number): string {
  if (bytes >= 1 << 20) return `${(bytes / (1 << 20)).toFixed(1)} MiB`
  if (bytes >= 1 << 10) return `${(bytes / (1 << 10)).toFixed(1)} KiB`
  return `${bytes} bytes`
}

/** An address for people: `0x40000000`. */
export const hex = (value: number): string => `0x${value.toString(16)}`
