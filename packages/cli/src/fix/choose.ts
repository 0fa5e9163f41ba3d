// SPDX-License-Identifier: BSD-2-Clause
//
// Which of the ways out of a finding or a stop is meant: the first, or the first of the kind that was asked for.

import type { Fix } from "@vmm/diagnostic"

/** The three ways out of an access that the guest was not given. */
export const WAYS = ["disable", "driver", "passthrough"] as const
export type Way = (typeof WAYS)[number]

/** The first words of the ids of fixes, by way. */
const KINDS: Readonly<Record<Way, RegExp>> = {
  disable: /^disable/,
  driver: /^(driver|initcall|config|kconfig)/,
  passthrough: /^(pass|map|give)/,
}

/** The way that a fix is; undefined for one that is none of the three. */
export function wayOf({ id }: Fix): Way | undefined {
  return WAYS.find((way) => KINDS[way].test(id))
}

/** False for a way out that is told only. */
export const changesFiles = ({ edits, executable = [] }: Fix): boolean =>
  edits.length > 0 || executable.length > 0

/** The fix to apply; undefined when there is none (of that kind) that changes a file. */
export function chosenFix(fixes: readonly Fix[] | undefined, way: Way | undefined): Fix | undefined {
  const ready = (fixes ?? []).filter(changesFiles)
  if (way === undefined) return ready[0]
  // A finding whose fixes are none of the three ways has nothing to choose from.
  return ready.find((fix) => wayOf(fix) === way) ?? (ready.some(wayOf) ? undefined : ready[0])
}
