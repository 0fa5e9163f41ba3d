// SPDX-License-Identifier: BSD-2-Clause
//
// A finding in words, in the form of C compilers, so that editors and terminals find the place:
// `file:line:col: error: what`, the source line with carets under the marked text, the remedy, then the other places
// that have to do with it as notes in the same form.

import type { Diagnostic, Place } from "./diagnostic.ts"

/** The text of the finding's own file, or texts by file name. */
export type Sources = string | ReadonlyMap<string, string>

/** Longer source lines are shown in part, around the marked text. */
const LONGEST_LINE = 200

/** `file:line:column`, or the file alone where there is no line. */
export function renderPlace(place: Place): string {
  return place.line === 0 ? place.file : `${place.file}:${place.line}:${place.column}`
}

/** Control characters would play with the terminal; one character stays one. */
const printable = (text: string): string => text.replaceAll(/(?!\t)\p{Cc}/gu, "\uFFFD")

function excerpt(place: Place, text: string | undefined): string[] {
  const whole = place.line === 0 ? undefined : text?.split(/\r\n|\r|\n/)[place.line - 1]
  if (whole === undefined) return []
  const column = Math.min(place.column, whole.length + 1)
  const from = whole.length <= LONGEST_LINE ? 0 : Math.max(0, column - 1 - LONGEST_LINE / 4)
  const source = printable(whole.slice(from, from + LONGEST_LINE))
  const gutter = `${place.line} | `
  const lead = source.slice(0, column - 1 - from).replaceAll(/[^\t]/g, " ")
  const end = Math.min(place.endColumn, from + source.length + 1)
  const carets = "^".repeat(Math.max(1, end - column))
  return [`${gutter}${source}`, `${" ".repeat(gutter.length - 2)}| ${lead}${carets}`]
}

/** The block for one finding, without a newline at its end. Without sources the excerpts are left out. */
export function renderDiagnostic(finding: Diagnostic, sources?: Sources): string {
  const textOf = (file: string): string | undefined => {
    if (typeof sources === "string") return file === finding.file ? sources : undefined
    return sources?.get(file)
  }
  const lines = [
    `${renderPlace(finding)}: ${finding.severity}: ${finding.message}`,
    ...excerpt(finding, textOf(finding.file)),
  ]
  if (finding.remedy !== undefined) lines.push(`  remedy: ${finding.remedy}`)
  for (const other of finding.related ?? []) {
    lines.push(`${renderPlace(other)}: note: ${other.message}`, ...excerpt(other, textOf(other.file)))
  }
  return lines.join("\n")
}
