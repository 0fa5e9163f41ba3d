// SPDX-License-Identifier: BSD-2-Clause
//
// The check of options that take a regular expression.

/** What is wrong with the value; undefined when it is one. Lines begin and end anywhere in the text. */
export function regexMistake(value: string): string | undefined {
  try {
    new RegExp(value, "m")
    return undefined
  } catch (cause) {
    return `takes a regular expression: ${cause instanceof Error ? cause.message : String(cause)}`
  }
}
