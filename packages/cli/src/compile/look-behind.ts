// SPDX-License-Identifier: BSD-2-Clause
//
// What a mistake hides: a source that cannot be read keeps everything from being compared with it. So each such mistake
// is mended as its first fix would, in memory, and what is then found besides is told with it, at the lines as they
// stand, without fixes. What concerns a line that a fix has changed is left out: it may only follow from the guess.

import { type Diagnostic, type Edit, isError, type Place, plainEdits } from "@vmm/diagnostic"

type Texts = ReadonlyMap<string, string>

/** Lines of a mended text as lines of the text before; undefined for one that a fix has changed. */
type Lines = readonly (number | undefined)[]

/** A mistake may hide one that hides one. */
const ROUNDS = 4

const LINE_END = /\r\n|\r|\n/

const isReplace = (edit: Edit): edit is Extract<Edit, { kind: "replace" }> => edit.kind === "replace"

/** What an element or a node holds is not taken away: its absence would be found out. */
function takesAway(text: string, edit: Edit): boolean {
  if (!isReplace(edit) || edit.text !== "") return false
  const lines = text.split(LINE_END).slice(edit.line - 1, edit.endLine)
  const last = lines.length - 1
  const gone = lines.map((line, at) =>
    line.slice(at === 0 ? edit.column - 1 : 0, at === last ? edit.endColumn - 1 : undefined),
  )
  return /[<{]/.test(gone.join("\n"))
}

/** The edits that mend what can be mended at once. */
function mends(
  findings: readonly Diagnostic[],
  texts: Texts,
  named: (file: string) => string,
): readonly Edit[] {
  let taken: readonly Edit[] = []
  for (const { fixes = [] } of findings.filter(isError)) {
    const edits = (fixes[0]?.edits ?? []).map((edit) => ({ ...edit, file: named(edit.file) }))
    const known = edits.every((edit) => isReplace(edit) && texts.has(edit.file))
    if (!known || edits.some((edit) => takesAway(texts.get(edit.file) ?? "", edit))) continue
    const together = plainEdits(texts, [...taken, ...edits])
    if (apart(together)) taken = [...taken, ...edits]
  }
  return plainEdits(texts, taken)
}

/** No two change the same text; plain edits are in order where they can be made together. */
const apart = (edits: readonly Edit[]): boolean =>
  edits.filter(isReplace).every((edit, index, all) => {
    const before = all[index - 1]
    if (before === undefined || before.file !== edit.file) return true
    return before.endLine < edit.line || (before.endLine === edit.line && before.endColumn <= edit.column)
  })

/** One text after its edits, and where its lines came from. */
function mended(text: string, edits: readonly Edit[]): { readonly text: string; readonly lines: Lines } {
  const starts = [0, ...[...text.matchAll(new RegExp(LINE_END, "g"))].map((end) => end.index + end[0].length)]
  const offset = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1
  const lines: (number | undefined)[] = []
  let [made, from, next] = ["", 0, 1]
  for (const edit of edits.filter(isReplace)) {
    for (; next < edit.line; next += 1) lines.push(next)
    // One edit may end in the line in which the next begins.
    const added = edit.text.split(LINE_END).length
    for (let line = next <= edit.line ? 0 : 1; line < added; line += 1) lines.push(undefined)
    next = Math.max(next, edit.endLine + 1)
    made += text.slice(from, offset(edit.line, edit.column)) + edit.text
    from = offset(edit.endLine, edit.endColumn)
  }
  for (; next <= starts.length; next += 1) lines.push(next)
  return { text: made + text.slice(from), lines }
}

/** A finding at the lines of before; undefined when it concerns what a fix has changed. */
function before(finding: Diagnostic, lines: ReadonlyMap<string, Lines>): Diagnostic | undefined {
  const lineOf = (file: string, line: number) => {
    const known = lines.get(file)
    return known === undefined ? line : known[line - 1]
  }
  const move = <P extends Place>(place: P): P | undefined => {
    const line = lineOf(place.file, place.line)
    return line === undefined ? undefined : { ...place, line }
  }
  const here = move(finding)
  const related = finding.related?.map(move)
  if (here === undefined || related?.includes(undefined) === true) return undefined
  const { fixes: _fixes, parts, ...rest } = here
  const inside = parts?.flatMap((part) => before(part, lines) ?? [])
  return {
    ...rest,
    ...(related === undefined ? {} : { related: related.flatMap((one) => one ?? []) }),
    ...(inside === undefined ? {} : { parts: inside }),
  }
}

/** Regions in lines that a fix changes: how large they are, and where, may be a guess. */
function regionsIn(text: string, edits: readonly Edit[]): readonly string[] {
  const lines = text.split(LINE_END)
  return edits.filter(isReplace).flatMap(({ line, endLine }) =>
    lines.slice(line - 1, endLine).flatMap((one) => {
      const found = /<(?:memory_region|map)\b[^>]*?\b(?:name|mr)\s*=\s*["']([^"']+)/.exec(one)
      return found?.[1] ?? []
    }),
  )
}

const keyOf = ({ file, line, code, message }: Diagnostic): string => `${file}:${line}:${code}:${message}`

/**
 * All that `check` finds behind the findings of texts that could not be read.
 * @param named the name by which `texts` has the file of an edit
 * @param check what is found in other texts, and whether everything could be compared
 */
export function lookBehind(
  first: { readonly diagnostics: readonly Diagnostic[]; readonly sources: Texts },
  named: (file: string) => string,
  check: (texts: Texts) => { readonly diagnostics: readonly Diagnostic[]; readonly compared: boolean },
): readonly Diagnostic[] {
  const seen = new Set(first.diagnostics.map(keyOf))
  const all = [...first.diagnostics]
  const lines = new Map<string, Lines>()
  const guessed = new Set<string>()
  let [texts, findings] = [first.sources, first.diagnostics]
  for (let round = 0; round < ROUNDS; round += 1) {
    const edits = mends(findings, texts, named)
    if (edits.length === 0) break
    const next = new Map(texts)
    for (const file of new Set(edits.map((edit) => edit.file))) {
      const own = edits.filter((edit) => edit.file === file)
      const made = mended(texts.get(file) ?? "", own)
      for (const region of regionsIn(texts.get(file) ?? "", own)) guessed.add(`'${region}'`)
      const known = lines.get(file)
      next.set(file, made.text)
      lines.set(
        file,
        made.lines.map((line) => (known === undefined || line === undefined ? line : known[line - 1])),
      )
    }
    const found = check(next)
    for (const finding of found.diagnostics) {
      const moved = before(finding, lines)
      if (moved === undefined || seen.has(keyOf(moved))) continue
      if ([...guessed].some((region) => moved.message.includes(region))) continue
      seen.add(keyOf(moved))
      all.push(moved)
    }
    if (found.compared) break
    texts = next
    findings = found.diagnostics
  }
  return all
}
