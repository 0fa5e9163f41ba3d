// SPDX-License-Identifier: BSD-2-Clause
//
// A change of a text file as a unified diff, which `patch -p1` and `git apply` take. The lines that stay are found by
// E. W. Myers' algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986). A line keeps its carriage return,
// so files with CR LF come out right.

const CONTEXT = 3
/** With more differences than this the changed part is replaced as a whole: right, if not the shortest. */
const MOST_EDITS = 1000

interface Line {
  readonly mark: " " | "-" | "+"
  readonly text: string
}

/** Lines with their newlines; the last may have none. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** For each number of edits, the furthest x on every diagonal; undefined when there are too many edits. */
function furthest(a: readonly string[], b: readonly string[]): Array<Map<number, number>> | undefined {
  const trace: Array<Map<number, number>> = []
  let ends = new Map([[1, 0]])
  for (let edits = 0; edits <= Math.min(a.length + b.length, MOST_EDITS); edits++) {
    const next = new Map(ends)
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && (ends.get(k - 1) ?? -1) < (ends.get(k + 1) ?? -1))
      let x = down ? (ends.get(k + 1) ?? 0) : (ends.get(k - 1) ?? 0) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      next.set(k, x)
      if (x >= a.length && x - k >= b.length) return [...trace, next]
    }
    trace.push(next)
    ends = next
  }
  return undefined
}

/** The edit script of the middle of two files, walked back from the end of the trace. */
function script(a: readonly string[], b: readonly string[]): Line[] {
  const trace = furthest(a, b)
  if (trace === undefined) {
    return [...a.map((text): Line => ({ mark: "-", text })), ...b.map((text): Line => ({ mark: "+", text }))]
  }
  const reversed: Line[] = []
  let x = a.length
  let y = b.length
  const stay = (until: number) => {
    while (x > until) {
      x--
      y--
      reversed.push({ mark: " ", text: a[x] ?? "" })
    }
  }
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const ends = trace[edits - 1] ?? new Map<number, number>()
    const k = x - y
    const down = k === -edits || (k !== edits && (ends.get(k - 1) ?? -1) < (ends.get(k + 1) ?? -1))
    const from = down ? (ends.get(k + 1) ?? 0) : (ends.get(k - 1) ?? 0)
    stay(down ? from : from + 1)
    if (down) reversed.push({ mark: "+", text: b[--y] ?? "" })
    else reversed.push({ mark: "-", text: a[--x] ?? "" })
  }
  stay(0)
  return reversed.reverse()
}

/** Every line of both files in order. */
function compare(a: readonly string[], b: readonly string[]): Line[] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const same = (text: string): Line => ({ mark: " ", text })
  return [
    ...a.slice(0, head).map(same),
    ...script(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(same),
  ]
}

/** Stretches of the lines that hold changes and their context, as half-open ranges. */
function hunks(lines: readonly Line[]): Array<[from: number, to: number]> {
  const ranges: Array<[number, number]> = []
  for (const [index, { mark }] of lines.entries()) {
    if (mark === " ") continue
    const last = ranges.at(-1)
    const to = Math.min(lines.length, index + 1 + CONTEXT)
    if (last !== undefined && index - CONTEXT <= last[1]) last[1] = to
    else ranges.push([Math.max(0, index - CONTEXT), to])
  }
  return ranges
}

/** `line,count`; a stretch without lines is named by the line before it. */
function rangeText(before: number, count: number): string {
  return count === 1 ? `${before + 1}` : `${count === 0 ? before : before + 1},${count}`
}

function hunkText(lines: readonly Line[], [from, to]: readonly [number, number]): string {
  const count = (part: readonly Line[], mark: "-" | "+") =>
    part.filter((line) => line.mark === " " || line.mark === mark).length
  const before = lines.slice(0, from)
  const part = lines.slice(from, to)
  const old = rangeText(count(before, "-"), count(part, "-"))
  const young = rangeText(count(before, "+"), count(part, "+"))
  const body = part.map(({ mark, text }) =>
    text.endsWith("\n") ? mark + text : `${mark}${text}\n\\ No newline at end of file\n`,
  )
  return `@@ -${old} +${young} @@\n${body.join("")}`
}

/**
 * The patch from `before` to `after`.
 * @param file name below the folder where the patch is applied with -p1
 * @param before undefined when the file does not exist yet
 * @returns the empty string when nothing changes
 */
export function unifiedDiff(file: string, before: string | undefined, after: string): string {
  if ((before ?? "") === after) return ""
  // A tab ends a name that has spaces in it, as GNU diff writes it.
  const name = (side: string): string => `${side}/${file}${/\s/.test(file) ? "\t" : ""}`
  const head = `--- ${before === undefined ? "/dev/null" : name("a")}\n+++ ${name("b")}\n`
  const lines = compare(linesOf(before ?? ""), linesOf(after))
  return (
    head +
    hunks(lines)
      .map((range) => hunkText(lines, range))
      .join("")
  )
}
