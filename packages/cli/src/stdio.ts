// SPDX-License-Identifier: BSD-2-Clause
//
// The standard streams of this process as verbs use them. When stdout takes nothing any more, because its reader went
// away or its disk is full, the verb that listens ends, or this process.

import type { Readable } from "node:stream"
import type { ReadStream } from "node:tty"

import { EXIT_PIPE } from "./exit-code.ts"

/** The streams of the command, so that a test can stand in for a terminal. */
export interface Stdio {
  /** Text to stdout. */
  out(text: string): void
  /** Text to stderr. */
  err(text: string): void
  /** Bytes to stdout; the promise comes back when there is room for more. */
  write(bytes: Uint8Array): Promise<void> | undefined
  readonly stdin: Readable | ReadStream
  /** Called once when stdout takes nothing any more. */
  onClosed(listener: () => void): void
}

/** The streams of this process. */
export function processStdio(): Stdio {
  const { stdout, stderr } = process
  let closed = false
  let listener = () => process.exit(EXIT_PIPE)
  stdout.on("error", (cause: NodeJS.ErrnoException) => {
    if (closed) return
    closed = true
    if (cause.code !== "EPIPE") stderr.write(`stdout cannot be written: ${cause.message}\n`)
    listener()
  })
  // What cannot be told to anybody is lost; the exit code still tells the end.
  stderr.on("error", () => undefined)
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    write: (bytes) => {
      if (closed || bytes.length === 0 || stdout.write(bytes)) return undefined
      return new Promise((resolve) => {
        const done = () => {
          stdout.off("drain", done).off("error", done)
          resolve()
        }
        stdout.on("drain", done).on("error", done)
      })
    },
    get stdin() {
      return process.stdin
    },
    onClosed: (action) => {
      listener = action as () => never
      if (closed) action()
    },
  }
}
