// SPDX-License-Identifier: BSD-2-Clause
//
// What a verb of `vmm` is to the command line: its name, its arguments, its options in words, and where its code
// is. Code is loaded when the verb is used, so that the others cost nothing.

import type * as Effect from "effect/Effect"

import type { BadInput } from "../bad-input.ts"
import type { Stdio } from "../stdio.ts"

export interface Option {
  readonly name: string
  /** What its value is called in the help; an option without one is a flag. */
  readonly value?: string
  /** The only values it takes. */
  readonly choices?: readonly string[]
  /** What is wrong with a value, in words that follow the option's name; nothing when it is taken. */
  readonly check?: (value: string) => string | undefined
  readonly help: string
}

export interface Argument {
  readonly name: string
  readonly required: boolean
}

/** The command line of one use. */
export interface Arguments {
  readonly positionals: readonly string[]
  /** Values by option name; a flag's is "". */
  readonly options: ReadonlyMap<string, string>
}

/** The verb's work; gives the exit code. It throws BadInput for a user's mistake that it has not told. */
export type Work = (args: Arguments, stdio: Stdio) => Promise<number>

/** The same as an effect. */
export type Action = (args: Arguments, stdio: Stdio) => Effect.Effect<number, BadInput>

export interface Verb {
  readonly name: string
  readonly summary: string
  readonly arguments: readonly Argument[]
  readonly options: readonly Option[]
  /** More for the help, after the options. */
  readonly notes?: string
  readonly load: () => Promise<Work>
}
