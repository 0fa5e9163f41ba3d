// SPDX-License-Identifier: BSD-2-Clause
//
// Diagnostics of all packages in one form, in words for people and as data for programs.

import { renderDiagnostic, sortByPlace } from "@vmm/system"

/** A finding; line 0 means the file as a whole. Errors stop a build, warnings do not. */
export interface Diagnostic {
  readonly severity: "error" | "warning"
  readonly file: string
  /** Lines and columns count from 1. */
  readonly line: number
  readonly column: number
  /** Column after the last marked character. */
  readonly endColumn?: number
  readonly message: string
  readonly remedy?: string
}

/** A finding without a severity, as the packages below give it. */
export type Finding = Omit<Diagnostic, "severity"> & { readonly severity?: "error" | "warning" }

export function asDiagnostic(finding: Finding): Diagnostic {
  return { severity: "error", ...finding }
}

/** An error about a file as a whole. */
export function fileDiagnostic(file: string, message: string, remedy: string): Diagnostic {
  return { severity: "error", file, line: 0, column: 0, message, remedy }
}

const keyOf = ({ file, line, column, message }: Diagnostic): string => `${file}:${line}:${column}:${message}`

/** Each finding once, by file in the order of `files`, then by place. */
export function inOrder(findings: readonly Diagnostic[], files: readonly string[]): readonly Diagnostic[] {
  const once = [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()]
  const rank = ({ file }: Diagnostic) => (files.includes(file) ? files.indexOf(file) : files.length)
  const placed = sortByPlace(once.map((finding) => ({ endColumn: finding.column, ...finding })))
  return [...placed].sort((a, b) => rank(a) - rank(b))
}

function render(finding: Diagnostic, sources: ReadonlyMap<string, string>): string {
  if (finding.line === 0) {
    const remedy = finding.remedy === undefined ? "" : `\n  remedy: ${finding.remedy}`
    return `${finding.file}: ${finding.severity}: ${finding.message}${remedy}`
  }
  const endColumn = finding.endColumn ?? finding.column + 1
  return renderDiagnostic({ ...finding, endColumn }, sources.get(finding.file))
}

/** Every finding with its line of source; `sources` are texts by file name. */
export function renderAll(findings: readonly Diagnostic[], sources: ReadonlyMap<string, string>): string {
  return findings.map((finding) => `${render(finding, sources)}\n`).join("")
}

/** `2 errors, 1 warning`. */
export function countText(findings: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"]) => {
    const many = findings.filter((finding) => finding.severity === severity).length
    return many === 0 ? [] : [`${many} ${severity}${many === 1 ? "" : "s"}`]
  }
  return [...count("error"), ...count("warning")].join(", ")
}
