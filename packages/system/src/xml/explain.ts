// SPDX-License-Identifier: BSD-2-Clause
//
// What explains a broken file: what is known where the parser stopped, and the answer.

import type { Place } from "@vmm/diagnostic"

/** An element whose closing tag has not come yet. */
export interface OpenTag {
  readonly name: string
  readonly place: Place
  /** Offset of the name, and after the start tag's '>'. */
  readonly from: number
  readonly tagTo: number
}

/** Edits by offsets in the text. */
export interface XmlFix {
  readonly title: string
  readonly edits: ReadonlyArray<{ readonly from: number; readonly to: number; readonly text: string }>
}

/** Where the parser stopped; offsets count UTF-16 units. */
export interface Where {
  readonly text: string
  /** Offset after the character at which the parser stopped. */
  readonly at: number
  /** Offset where the last well-formed piece ended. */
  readonly last: number
  /** Elements open at that point, outermost first. */
  readonly open: ReadonlyArray<OpenTag>
}

/** The mistake, from offset `from` to `to`. */
export interface XmlProblem {
  readonly message: string
  readonly remedy: string
  readonly from: number
  readonly to: number
  readonly fix?: XmlFix
  /** When the mistake is at a place already known. */
  readonly place?: Place
}

/** Words for what the parser `said`; undefined when this is not the reason. */
export type Explain = (where: Where, said: string) => XmlProblem | undefined
