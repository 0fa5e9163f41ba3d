// SPDX-License-Identifier: BSD-2-Clause
//
// How a guest's first process ended, from the code that Linux's panic tells ("Attempted to kill init!
// exitcode=0x..", kernel/exit.c): as wait(2) has it, the signal in bits 6:0, the status in bits 15:8.

import type { Fix } from "@vmm/diagnostic"
import type { ExampleFiles } from "../example.ts"
import { addField } from "../patch/guest-json-patch.ts"

const CODE = /exitcode=0x([0-9a-f]{1,8})/i

/** Signals of arm64 that a process dies of by itself (signal(7)), and what they mean here. */
const SIGNALS: Readonly<Record<number, readonly [name: string, why: string]>> = {
  4: ["SIGILL", "it uses an instruction that this processor has not"],
  5: ["SIGTRAP", "it ran into a breakpoint"],
  6: ["SIGABRT", "it gave up by itself"],
  7: ["SIGBUS", "it used memory that has nothing behind it, or misaligned"],
  8: ["SIGFPE", "its arithmetic went wrong"],
  9: ["SIGKILL", "it was killed, as for want of memory"],
  11: ["SIGSEGV", "it used a wrong address"],
  13: ["SIGPIPE", "nobody reads what it writes"],
  15: ["SIGTERM", "it was asked to end"],
  31: ["SIGSYS", "it made a system call that it may not"],
}

/** What a shell says by its exit status. */
const STATUSES: Readonly<Record<number, string>> = {
  0: "it came to its end",
  126: "what it calls may not be executed",
  127: "what it calls is not there",
}

/** How the guest's first program ended. */
export interface InitEnd {
  readonly signal: number
  readonly status: number
  /** One clause: how it ended. */
  readonly text: string
}

/** How the first process ended; undefined when the panic does not tell. */
export function initEnd(reason: string): InitEnd | undefined {
  const code = CODE.exec(reason)?.[1]
  if (code === undefined) return undefined
  const value = Number.parseInt(code, 16)
  const signal = value & 0x7f
  const status = (value >>> 8) & 0xff
  const [name, why] = SIGNALS[signal] ?? [`signal ${signal}`, undefined]
  if (signal !== 0)
    return { signal, status, text: `it died of ${name}${why === undefined ? "" : `, ${why}`}` }
  const said = STATUSES[status]
  return { signal, status, text: `it ended with status ${status}${said === undefined ? "" : `, ${said}`}` }
}

/** Statuses with which a shell ends that could not start a command. */
const NOT_STARTED = [126, 127]

/** What a shell said of a command that it could not start. */
export interface Complaint {
  /** What could not be started, and why. */
  readonly text: string
  /** The script's path in the guest, and its line. */
  readonly script: string | undefined
  readonly line: number
}

/** `/init: exec: line 3: /bin/x: not found`, and `/init: 3: /bin/x: not found` of other shells. */
const SAID = /^(\/\S+): (?:exec: )?(?:line )?(\d+): (?:exec: )?(.*)$/

/** The command that the first process ended for, as its shell said. */
export function lastComplaint(
  { status, signal }: InitEnd,
  complaints: readonly string[],
): Complaint | undefined {
  const said = complaints.at(-1)
  if (said === undefined || signal !== 0 || !NOT_STARTED.includes(status)) return undefined
  const [, script, line = "0", text = said] = SAID.exec(said) ?? []
  return { text, script, line: Number(line) }
}

const SIGILL = 4

/** A program built for a newer processor. */
export const initFixes = ({ signal }: InitEnd, example: ExampleFiles): readonly Fix[] =>
  signal === SIGILL ? processorFixes(example) : []

/** The model that has all that the engine knows. */
export function processorFixes({ guest }: ExampleFiles): readonly Fix[] {
  const has = guest !== undefined && /"cpu"\s*:/.test(guest.text)
  const edits = guest === undefined || has ? [] : addField(guest, "cpu", '"max"')
  const notes = [
    "Else build the program for the board's processor, such as -mcpu=cortex-a53, without atomics of Armv8.1.",
  ]
  return [{ id: "cpu", title: 'run the guest on a processor that has more: "cpu": "max"', edits, notes }]
}
