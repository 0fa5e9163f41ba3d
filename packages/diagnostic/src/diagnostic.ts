// SPDX-License-Identifier: BSD-2-Clause
//
// The shape of a finding, whatever file it is about: what is wrong, where, what to do about it, which other places
// have to do with it, and edits that mend it. It is data; `renderDiagnostic` is the one way to turn it into words.

/** A stretch of one source line. Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  readonly file: string
  /** 0: the file as a whole (a blob has no lines). */
  readonly line: number
  readonly column: number
  /** Column after the last marked character; equal to `column` for an empty stretch. */
  readonly endColumn: number
}

/** Errors stop a build, warnings do not. */
export type Severity = "error" | "warning"

/** A change of one text file that applies as it stands; file names are relative to the folder of the example. */
export type Edit =
  | {
      readonly kind: "replace"
      readonly file: string
      /** A half-open range of the file as it is; an empty one is an insertion. */
      readonly line: number
      readonly column: number
      readonly endLine: number
      readonly endColumn: number
      readonly text: string
    }
  | {
      /** At the end of the file; makes the file when there is none. */
      readonly kind: "append"
      readonly file: string
      readonly text: string
    }

/** A way out, ready to apply. */
export interface Fix {
  /** Stable kebab-case name of the kind of fix. */
  readonly id: string
  /** What it does, as an order: `write irq="58"`. */
  readonly title: string
  readonly edits: readonly Edit[]
  /** What a person should know before applying it. */
  readonly notes: readonly string[]
  /** Files that get the permission to be executed, named as in `edits`. */
  readonly executable?: readonly string[]
}

/** Another place that has to do with a finding, and how: `'uart' is mapped here`. */
export interface Related extends Place {
  readonly message: string
}

/** A finding in a file: what is wrong at a place, what to do about it, and edits that do it. */
export interface Diagnostic extends Place {
  readonly severity: Severity
  /** Stable kebab-case name of the mistake: `irq-off-by-32`. */
  readonly code?: string
  /** What is wrong, without an "Error:" in front. */
  readonly message: string
  /** What to do about it. */
  readonly remedy?: string
  readonly related?: readonly Related[]
  readonly fixes?: readonly Fix[]
  /** What a finding that gathers many says of each: for those who read findings one by one. */
  readonly parts?: readonly Diagnostic[]
}

/** What a finding may have beside its message and remedy. */
export type More = Pick<Diagnostic, "code" | "related" | "fixes" | "parts">

function at(severity: Severity, place: Place, message: string, remedy?: string, more: More = {}): Diagnostic {
  const { file, line, column, endColumn } = place
  const told = remedy === undefined ? {} : { remedy }
  return { file, line, column, endColumn, severity, message, ...told, ...more }
}

/** An error at a place. */
export function errorAt(place: Place, message: string, remedy?: string, more?: More): Diagnostic {
  return at("error", place, message, remedy, more)
}

/** A warning at a place: nothing is refused for it. */
export function warningAt(place: Place, message: string, remedy?: string, more?: More): Diagnostic {
  return at("warning", place, message, remedy, more)
}

/** An error about a file as a whole. */
export function errorInFile(file: string, message: string, remedy?: string, more?: More): Diagnostic {
  return at("error", { file, line: 0, column: 0, endColumn: 0 }, message, remedy, more)
}

/** By file, line and column; findings at one place keep their order. */
export function sortByPlace(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...findings].sort(
    (a, b) => Number(a.file > b.file) - Number(a.file < b.file) || a.line - b.line || a.column - b.column,
  )
}

/** Whether the finding is an error, and no warning. */
export function isError(finding: Diagnostic): boolean {
  return finding.severity === "error"
}
