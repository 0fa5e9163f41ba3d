// SPDX-License-Identifier: BSD-2-Clause
//
// A fix as a patch of the example's files, which `patch -p1` takes in its folder.

import { applyEdits, type Fix, unifiedDiff } from "@vmm/diagnostic"
import type { ExampleFiles } from "../example.ts"

function sourcesOf({ system, overlays, guest }: ExampleFiles): ReadonlyMap<string, string> {
  const files = [
    ...(system === undefined ? [] : [system]),
    ...overlays,
    ...(guest === undefined ? [] : [guest]),
  ]
  return new Map(files.map(({ file, text }) => [file, text]))
}

/** The patch; the empty string for a fix without edits, or when the files are not as they were. */
export function patchText(fix: Fix, example: ExampleFiles): string {
  const sources = sourcesOf(example)
  const applied = applyEdits(sources, fix.edits)
  if (applied.ok === undefined) return ""
  return [...applied.ok].map(([file, after]) => unifiedDiff(file, sources.get(file), after)).join("")
}
