// SPDX-License-Identifier: BSD-2-Clause
//
// One machine, once: booted to its shell, given every row in turn between two markers, and ended. Times are the
// host's, from the arrival of one marker to that of the other.

import { type ConsoleCommand, ConsoleDriver } from "./console.ts"
import type { Row, Sizes } from "./rows.ts"

/** What one machine gave in one round. */
export interface Sample {
  /** Seconds by row. */
  readonly seconds: ReadonlyMap<string, number>
  /** What each row printed. */
  readonly answers: ReadonlyMap<string, string>
  /** Peak resident set, MiB; undefined where the system does not tell. */
  readonly rssMib: number | undefined
}

export interface Work {
  readonly rows: readonly Row[]
  readonly sizes: Sizes
  readonly timeoutMs: number
}

/** The first words of /init in examples/initramfs. */
const INIT = /Welcome to /
/** The shell's prompt, after /init. */
const PROMPT = /\/ # /
/** Console log level that keeps kernel messages out of markers and answers (dmesg(1), --console-level). */
const QUIET = "dmesg -n 1"

/** The quotes keep the echo of the typed line from being taken for the marker. */
const echo = (name: string, word: string): string => `echo vmm-''${name}-${word}`
const marker = (name: string, word: string): RegExp => new RegExp(`vmm-${name}-${word}\\r?\\n`)

async function timeRow(guest: ConsoleDriver, name: string, work: string, timeoutMs: number) {
  guest.line(`${echo(name, "begin")}; ${work}; ${echo(name, "end")}`)
  const begin = await guest.waitFor(marker(name, "begin"), timeoutMs, `the start of row ${name}`)
  const end = await guest.waitFor(marker(name, "end"), timeoutMs, `the end of row ${name}`)
  return { seconds: (end.atMs - begin.atMs) / 1000, answer: end.before.replaceAll("\r", "").trim() }
}

async function drive(guest: ConsoleDriver, { rows, sizes, timeoutMs }: Work): Promise<Sample> {
  const seconds = new Map<string, number>()
  const answers = new Map<string, string>()
  const booted = await guest.waitFor(INIT, timeoutMs, "the first line of /init")
  seconds.set("boot", (booted.atMs - guest.startedMs) / 1000)
  if (rows.some(({ work }) => work !== undefined)) {
    await guest.waitFor(PROMPT, timeoutMs, "the shell's prompt")
    guest.line(QUIET)
  }
  for (const { name, work } of rows) {
    if (work === undefined) continue
    const timed = await timeRow(guest, name, work(sizes), timeoutMs)
    seconds.set(name, timed.seconds)
    answers.set(name, timed.answer)
  }
  return { seconds, answers, rssMib: guest.peakRssMib() }
}

/** Runs the machine. Rejects with ConsoleError when it does not start, ends early or misses a marker. */
export async function measure(command: ConsoleCommand, work: Work): Promise<Sample> {
  const guest = new ConsoleDriver(command)
  try {
    return await drive(guest, work)
  } finally {
    await guest.stop()
  }
}
