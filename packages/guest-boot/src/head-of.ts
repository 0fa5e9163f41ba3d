// SPDX-License-Identifier: BSD-2-Clause
//
// The beginning of a file, by which its kind is told without reading all of it.

import { closeSync, openSync, readSync } from "node:fs"

/** The first `size` bytes of a file from `from` on, fewer where it ends before. Throws as node:fs does. */
export function headOf(path: string, size: number, from = 0): Uint8Array {
  const bytes = new Uint8Array(size)
  const file = openSync(path, "r")
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, size, from))
  } finally {
    closeSync(file)
  }
}
