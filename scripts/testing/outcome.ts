// SPDX-License-Identifier: BSD-2-Clause
//
// What running one test file came to, and the messages between the runner and its child processes.

/** The counts of one test file. A file that did not load, registered nothing or never came back has `failed` 1. */
export interface Outcome {
  /** Path from the root, with forward slashes. */
  readonly file: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Wall time, ms. */
  readonly ms: number
}

/** Runner to child: run this file, or (no file) end. */
export interface Order {
  readonly root: string
  readonly file?: string
}

/** The outcome of a file that could not be run to its end. */
export function broken(file: string, ms: number): Outcome {
  return { file, passed: 0, failed: 1, skipped: 0, ms }
}

/** The line that follows the output of a file: counts of what is not nought, and its time. */
export function outcomeLine({ passed, failed, skipped, ms }: Outcome): string {
  const counts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ]
  return `  ${counts.join(", ")} (${Math.round(ms)} ms)`
}
