// SPDX-License-Identifier: BSD-2-Clause
//
// Streams that keep what a verb says, for a verb that uses another.

import { Readable } from "node:stream"

import type { Stdio } from "../stdio.ts"

export interface Captured {
  readonly stdio: Stdio
  /** What was said so far. */
  readonly said: { out: string; err: string }
}

/** Streams that remember what was said; stdin is `input`, then its end. */
export function captured(input = ""): Captured {
  const said = { out: "", err: "" }
  const stdio: Stdio = {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
    write: (bytes) => {
      said.out += Buffer.from(bytes).toString("latin1")
      return undefined
    },
    stdin: Readable.from(input === "" ? [] : [Buffer.from(input)]),
    onClosed: () => undefined,
  }
  return { stdio, said }
}
