// SPDX-License-Identifier: BSD-2-Clause
//
// Places in source files and the diagnostics that point at them. A diagnostic says what is wrong, where,
// and what to do about it; it is data, and `renderDiagnostic` is the one way to turn it into words.

/**
 * A place in a source file. Lines and columns count from 1, columns in UTF-16 units.
 * Line 0 means the file as a whole (a blob has no lines, and an edited node no file).
 */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Column after the last character, when the marked text ends on the same line. */
  readonly endColumn?: number
}

/** One mistake: place, what is wrong, and what to do. The same shape serves every file format. */
export interface Diagnostic extends Place {
  readonly message: string
  readonly remedy?: string
}

/** The place of what was made by code and stands in no file. */
export const GENERATED: Place = { file: "(generated)", line: 0, column: 0 }

export function diagnosticAt(place: Place, message: string, remedy?: string): Diagnostic {
  const { file, line, column, endColumn } = place
  return {
    file,
    line,
    column,
    ...(endColumn === undefined ? {} : { endColumn }),
    message,
    ...(remedy === undefined ? {} : { remedy }),
  }
}

/** `file:line:column`, or the file alone where there is no line. */
export function renderPlace(place: Place): string {
  return place.line === 0 ? place.file : `${place.file}:${place.line}:${place.column}`
}

/**
 * `file:line:col: error: message`, the source line with carets under the marked text, and the remedy.
 * @param sourceText the text of `d.file`, when the caller has it; without it the excerpt is left out
 */
export function renderDiagnostic(d: Diagnostic, sourceText?: string): string {
  const lines = [`${renderPlace(d)}: error: ${d.message}`]
  const source = d.line === 0 ? undefined : sourceText?.split(/\r?\n/)[d.line - 1]
  if (source !== undefined) {
    const gutter = `${d.line} | `
    const end = Math.min(d.endColumn ?? d.column + 1, source.length + 1)
    const lead = source.slice(0, d.column - 1).replace(/[^\t]/g, " ")
    lines.push(`${gutter}${source}`)
    lines.push(`${" ".repeat(gutter.length - 2)}| ${lead}${"^".repeat(Math.max(1, end - d.column))}`)
  }
  if (d.remedy !== undefined) lines.push(`  remedy: ${d.remedy}`)
  return lines.join("\n")
}

/** The candidate closest to `name` by edit distance, when it is close enough to be a slip of the hand. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue
    const distance = editDistance(name, candidate)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitute = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : substitute
      next.push(Math.min(substitute, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
