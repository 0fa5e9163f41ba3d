// SPDX-License-Identifier: BSD-2-Clause
//
// Findings of all packages in one order, in words for people.

import { type Diagnostic, renderDiagnostic, sortByPlace } from "@vmm/diagnostic"

const keyOf = ({ file, line, column, message }: Diagnostic): string => `${file}:${line}:${column}:${message}`

/** Each finding once, by file in the order of `files`, then by place. */
export function inOrder(findings: readonly Diagnostic[], files: readonly string[]): readonly Diagnostic[] {
  const once = [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()]
  const rank = ({ file }: Diagnostic) => (files.includes(file) ? files.indexOf(file) : files.length)
  return [...sortByPlace(once)].sort((a, b) => rank(a) - rank(b))
}

/** Every finding with its line of source; `sources` are texts by file name. */
export function renderAll(findings: readonly Diagnostic[], sources: ReadonlyMap<string, string>): string {
  return findings.map((finding) => `${renderDiagnostic(finding, sources)}\n`).join("")
}

/** `2 errors, 1 warning`. */
export function countText(findings: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"]) => {
    const many = findings.filter((finding) => finding.severity === severity).length
    return many === 0 ? [] : [`${many} ${severity}${many === 1 ? "" : "s"}`]
  }
  return [...count("error"), ...count("warning")].join(", ")
}
