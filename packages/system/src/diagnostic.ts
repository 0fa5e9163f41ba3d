// SPDX-License-Identifier: BSD-2-Clause
//
// Places in a source file and the diagnostics that point at them. A diagnostic says what is wrong, where,
// and what to do about it. Errors stop a build, warnings do not.

/** A stretch of one source line. Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Column after the last marked character; equal to `column` for an empty stretch. */
  readonly endColumn: number
}

export type Severity = "error" | "warning"

/** One finding: place, what is wrong (without an "Error:" prefix), and what to do. */
export interface Diagnostic extends Place {
  readonly severity: Severity
  readonly message: string
  readonly remedy?: string
}

function diagnostic(severity: Severity, place: Place, message: string, remedy?: string): Diagnostic {
  const { file, line, column, endColumn } = place
  return {
    file,
    line,
    column,
    endColumn,
    severity,
    message,
    ...(remedy === undefined ? {} : { remedy }),
  }
}

export function errorAt(place: Place, message: string, remedy?: string): Diagnostic {
  return diagnostic("error", place, message, remedy)
}

export function warningAt(place: Place, message: string, remedy?: string): Diagnostic {
  return diagnostic("warning", place, message, remedy)
}

/** By file, line and column; findings at one place keep their order. */
export function sortByPlace(findings: ReadonlyArray<Diagnostic>): ReadonlyArray<Diagnostic> {
  return [...findings].sort(
    (a, b) => Number(a.file > b.file) - Number(a.file < b.file) || a.line - b.line || a.column - b.column,
  )
}

export function isError(finding: Diagnostic): boolean {
  return finding.severity === "error"
}

/** `file:line:column` */
export function renderPlace(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`
}

/**
 * `file:line:col: severity: message`, the source line with carets under the marked text, and the remedy.
 * @param sourceText the text of the file; without it the excerpt is left out
 */
export function renderDiagnostic(finding: Diagnostic, sourceText?: string): string {
  const lines = [`${renderPlace(finding)}: ${finding.severity}: ${finding.message}`]
  const source = sourceText?.split(/\r\n|\r|\n/)[finding.line - 1]
  if (source !== undefined) {
    const gutter = `${finding.line} | `
    const lead = source.slice(0, finding.column - 1).replace(/[^\t]/g, " ")
    lines.push(`${gutter}${source}`)
    lines.push(
      `${" ".repeat(gutter.length - 2)}| ${lead}${"^".repeat(Math.max(1, finding.endColumn - finding.column))}`,
    )
  }
  if (finding.remedy !== undefined) lines.push(`  remedy: ${finding.remedy}`)
  return lines.join("\n")
}
