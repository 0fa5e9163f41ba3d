// SPDX-License-Identifier: BSD-2-Clause
//
// A comment of a device tree source that goes on to the end of the next one: what stands between the two is not read,
// and no compiler says so.

import { type Diagnostic, warningAt } from "@vmm/diagnostic"

import { placeOf, replaceRange } from "../../edit/text.ts"
import type { Agreement } from "../../input.ts"
import { fix, related } from "../rule.ts"

/** Strings and comments, in the order in which they stand. */
const TOKENS = /"(?:[^"\\]|\\[^])*"|\/\/.*|\/\*[^]*?\*\//g
/** What a source has, and prose has not: an assignment, or an end of a node. */
const SOURCE = /=\s*[<"[&]|\};|^\s*[\w,#-]+;\s*$/m

export function openComments({ sources }: Agreement): readonly Diagnostic[] {
  return [sources.board, ...sources.overlays].flatMap((source) =>
    [...source.text.matchAll(TOKENS)].flatMap(({ index, 0: whole }) => {
      const inner = whole.startsWith("/*") ? /\s\/\*/.exec(whole.slice(2))?.index : undefined
      if (inner === undefined) return []
      const first = /^[^\r\n]*/.exec(whole)?.[0].trimEnd() ?? ""
      const lost = whole.slice(first.length, inner + 2)
      if (!SOURCE.test(lost)) return []
      const end = index + first.length
      const message = "this comment is not closed on its line, and goes on to the end of the next one"
      const again = index + 2 + inner + 1
      const more = {
        code: "comment-open",
        related: [related(placeOf(source, again, again + 2), "the next comment, which ends both")],
        fixes: fix("close-comment", "close the comment at the end of its line", [
          replaceRange(source, end, end, " */"),
        ]),
      }
      const remedy = 'end it with "*/": what stands between the two is not read'
      return [warningAt(placeOf(source, index, end), message, remedy, more)]
    }),
  )
}
