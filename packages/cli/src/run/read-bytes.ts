// SPDX-License-Identifier: BSD-2-Clause
//
// Large files in memory that V8 does not count: it collects garbage for every 64 MB of ordinary buffers, though none of
// it is any, and the start of a run would consist of little else.

import { closeSync, fstatSync, openSync, readSync } from "node:fs"

/** The bytes of a file. Throws as node:fs does. */
export function readBytes(path: string): Uint8Array {
  const file = openSync(path, "r")
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size))
    let filled = 0
    while (filled < bytes.length) {
      const count = readSync(file, bytes, filled, bytes.length - filled, filled)
      if (count === 0) break
      filled += count
    }
    return bytes.subarray(0, filled)
  } finally {
    closeSync(file)
  }
}
