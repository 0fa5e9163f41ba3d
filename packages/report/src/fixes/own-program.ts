// SPDX-License-Identifier: BSD-2-Clause
//
// What is left where a VMM's program, the user's own, is wrong and no patch can say how it is meant: the guest comes up
// with the program of the toolkit until that is mended.

import type { Fix } from "@vmm/diagnostic"
import type { ExampleFiles } from "../example.ts"
import { setMember } from "../patch/guest-json-patch.ts"

const PLAIN = "simple-vmm"

/** The fixes, and simple-vmm in the place of the program of `pd` where none of them changes a file. */
export function orPlainVmm(fixes: readonly Fix[], { guest }: ExampleFiles, pd: string): readonly Fix[] {
  if (guest === undefined || fixes.some(({ edits }) => edits.length > 0)) return fixes
  const edits = setMember(guest, "programs", pd, PLAIN)
  const title = `run ${pd}'s guest by ${PLAIN} until the program is mended`
  return edits.length === 0 ? fixes : [...fixes, { id: PLAIN, title, edits, notes: [] }]
}
