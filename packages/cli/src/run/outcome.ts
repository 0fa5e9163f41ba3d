// SPDX-License-Identifier: BSD-2-Clause
//
// How a run ends, its exit code, and the line that says so.

import { EXIT_GUEST_DIED, EXIT_OK, EXIT_PIPE, EXIT_TIMEOUT } from "../exit-code.ts"

export type Outcome =
  /** Every guest powered itself off. */
  | { readonly kind: "off" }
  /** A guest faulted and nobody could handle it, or its VMM did. */
  | { readonly kind: "died" }
  /** A guest's kernel panicked and goes no further. */
  | { readonly kind: "panic" }
  | { readonly kind: "timeout"; readonly seconds: number; readonly ofGuest?: true }
  /** The console matched. */
  | { readonly kind: "matched" }
  /** Nothing is left that could ever happen. */
  | { readonly kind: "stuck"; /** Every guest has halted itself. */ readonly parked?: true }
  /** The guest wakes for its timer alone, and nothing comes of it. */
  | { readonly kind: "idle"; readonly seconds: number }
  /** The guest restarts again and again, after a panic or of its own will. */
  | { readonly kind: "restarts"; readonly times: number; readonly panic: boolean }
  /** The person left. */
  | { readonly kind: "left" }
  | { readonly kind: "signal"; readonly name: string; readonly number: number }
  /** Nobody reads the console any more. */
  | { readonly kind: "pipe" }

/** `expecting`: the run had to reach a match of the console. */
export function exitCode(outcome: Outcome, expecting: boolean): number {
  switch (outcome.kind) {
    case "off":
      return expecting ? EXIT_TIMEOUT : EXIT_OK
    case "matched":
    case "left":
      return EXIT_OK
    case "died":
    case "panic":
      return EXIT_GUEST_DIED
    case "restarts":
      return outcome.panic ? EXIT_GUEST_DIED : EXIT_TIMEOUT
    case "timeout":
    case "stuck":
    case "idle":
      return EXIT_TIMEOUT
    case "signal":
      return 128 + outcome.number
    case "pipe":
      return EXIT_PIPE
  }
}

const secondsText = ({ seconds, ofGuest }: Outcome & { kind: "timeout" }): string =>
  `${seconds} s${ofGuest === true ? " of its time" : ""}`

/** A line for people, or nothing when the outcome is what was asked for. */
export function outcomeText(outcome: Outcome, expecting: boolean): string | undefined {
  switch (outcome.kind) {
    case "off":
      return expecting ? "the guest powered off, and its console never matched" : undefined
    case "timeout":
      return `time-out: the guest has not ended after ${secondsText(outcome)}`
    case "stuck":
      if (outcome.parked === true)
        return "the guest has halted itself: with interrupts masked it goes round in nothing, and nothing can wake it"
      return "the guest waits for something that cannot come any more: no interrupt is due and there is no more input"
    case "idle":
      return (
        `the guest has been idle for ${outcome.seconds} s of its time: only its timer wakes it, it says nothing, ` +
        "and there is no more input"
      )
    case "restarts":
      return `the guest restarts again and again, ${outcome.times} times by now, and there is no more input`
    case "signal":
      return `stopped by ${outcome.name}`
    case "left":
      return "\nleft the guest"
    default:
      return undefined
  }
}
