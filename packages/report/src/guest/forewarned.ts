// SPDX-License-Identifier: BSD-2-Clause
//
// What the check had said of a guest that then stood still: the finding that explains the silence goes into the first
// sentence, with its place, and its remedy goes before those that only make the guest tell more.

import type { Diagnostic, Fix, Place } from "@vmm/diagnostic"

/** What the check had warned of before a guest stopped. */
export interface Forewarned {
  /** The finding that explains the stop; undefined when none does for sure. */
  readonly cause: Diagnostic | undefined
  /** One line for each finding. */
  readonly lines: readonly string[]
  /** Of the cause first, then those of the rest. */
  readonly fixes: readonly Fix[]
}

/** Findings that explain a stop, by its code. */
const EXPLAINS: Readonly<Record<string, RegExp>> = {
  "silent-console":
    /^(console|stdout|earlycon|primecell|clock|fewer-than-names|reg-not-unit|dependency|region-without-place)/,
  "never-ran": /^(budget|priority|machine-|cpu)/,
  "no-mmu": /^(kernel|image|ram|memory|dtb|initrd)/,
}

const MOST = 6

/** What of the findings matters to a stop of that code. */
export function forewarned(
  code: string,
  findings: readonly Diagnostic[],
  show: (place: Place) => string,
): Forewarned {
  const pattern = EXPLAINS[code]
  const own = findings.filter((one) => pattern?.test(one.code ?? "") === true)
  // A single warning of a guest that hangs is not chance.
  const cause = own[0] ?? (pattern === undefined && findings.length === 1 ? findings[0] : undefined)
  const order = [...new Set([...(cause === undefined ? [] : [cause]), ...own, ...findings])]
  return {
    cause,
    lines: order.slice(0, MOST).map((one) => `${show(one)}: ${one.message}`),
    fixes: order.flatMap(({ fixes = [] }) => fixes.filter(({ edits }) => edits.length > 0).slice(0, 1)),
  }
}
