// SPDX-License-Identifier: BSD-2-Clause
//
// The shell of a guest behind a console, as the benchmark uses it: booted, quiet, and given lines whose parts are
// timed by the arrival of markers that they print.

import { type ConsoleCommand, ConsoleDriver, type ConsoleError } from "./console.ts"

/** The first words of /init in examples/initramfs. */
const INIT = /Welcome to /
/** The shell's prompt, after /init. */
const PROMPT = /\/ # /
/** Console log level that keeps kernel messages out of markers and answers (dmesg(1), --console-level). */
const QUIET = "dmesg -n 1"

/** The word of a line of shell that is printed as the marker; the quotes keep the echo of the typed line from
 *  being taken for it. */
export const marker = (name: string, word: string): string => `vmm-''${name}-${word}`
const printed = (name: string, word: string): RegExp => new RegExp(`vmm-${name}-${word}\\r?\\n`)

/** What came before a marker since the one before it, and when the marker came. */
export interface Arrival {
  readonly text: string
  readonly atMs: number
}

export class GuestShell {
  private readonly guest: ConsoleDriver
  private readonly timeoutMs: number

  /** Starts the machine. Everything waits `timeoutMs` at most and then rejects with ConsoleError. */
  constructor(command: ConsoleCommand, timeoutMs: number) {
    this.guest = new ConsoleDriver(command)
    this.timeoutMs = timeoutMs
  }

  /** Waits for the first line of /init; seconds since the process was started. */
  async booted(): Promise<number> {
    const found = await this.guest.waitFor(INIT, this.timeoutMs, "the first line of /init")
    return (found.atMs - this.guest.startedMs) / 1000
  }

  /** Types a line once the shell waits for one. */
  async type(line: string): Promise<void> {
    await this.guest.waitFor(PROMPT, this.timeoutMs, "the shell's prompt")
    this.guest.line(line)
  }

  /** Keeps the kernel's messages off the console. */
  async quiet(): Promise<void> {
    await this.type(QUIET)
  }

  /** Waits for a marker of `name`; `what` is it in words. */
  async arrival(name: string, word: string, what: string): Promise<Arrival> {
    const found = await this.guest.waitFor(printed(name, word), this.timeoutMs, what)
    return { text: found.before.replaceAll("\r", "").trim(), atMs: found.atMs }
  }

  /** Has one line of shell run to its end; gives what it printed. */
  async run(name: string, line: string): Promise<string> {
    await this.type(`echo ${marker(name, "begin")}; ${line}; echo ${marker(name, "done")}`)
    await this.arrival(name, "begin", `the start of ${name}`)
    return (await this.arrival(name, "done", `the end of ${name}`)).text
  }

  /** What is to be told when the guest said something that it should not. */
  wrong(text: string): ConsoleError {
    return this.guest.error("wrong", text)
  }

  peakRssMib(): number | undefined {
    return this.guest.peakRssMib()
  }

  /** Has the guest power itself off and waits for the machine's end. */
  async powerOff(): Promise<void> {
    await this.type("poweroff -f")
    await this.guest.exit(this.timeoutMs)
  }

  /** Ends the machine. */
  async stop(): Promise<void> {
    await this.guest.stop()
  }
}

/** Starts a machine for `use`, which begins before its boot, and ends it after. */
export async function withShell<A>(
  command: ConsoleCommand,
  timeoutMs: number,
  use: (shell: GuestShell) => Promise<A>,
): Promise<A> {
  const shell = new GuestShell(command, timeoutMs)
  try {
    return await use(shell)
  } finally {
    await shell.stop()
  }
}
