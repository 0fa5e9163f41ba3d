// SPDX-License-Identifier: BSD-2-Clause
//
// Where the guest file names what a guest is made of.

import { join } from "node:path"

import type { Place } from "@vmm/diagnostic"

import type { StopContext } from "./stop-context.ts"

/** The first of the keys that the guest file has. */
export function keyPlace(
  { example, folder }: Pick<StopContext, "example" | "folder">,
  keys: readonly string[],
): Place | undefined {
  const { guest } = example
  const lines = guest?.text.split("\n") ?? []
  for (const key of keys.map((one) => JSON.stringify(one))) {
    const line = lines.findIndex((text) => text.includes(key))
    const column = (lines[line]?.indexOf(key) ?? 0) + 1
    if (guest === undefined || line < 0) continue
    return { file: join(folder, guest.file), line: line + 1, column, endColumn: column + key.length }
  }
  return undefined
}
