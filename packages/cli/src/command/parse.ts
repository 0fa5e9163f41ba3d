// SPDX-License-Identifier: BSD-2-Clause
//
// The command line, read: which verb, which options; or what is wrong with it, in one line.

import { parseArgs } from "node:util"

import { nearest } from "@vmm/diagnostic"
import { type Either, left, right } from "fp-ts/lib/Either.js"

import type { Arguments, Option, Verb } from "./verb.ts"

export type Command =
  | { readonly kind: "version" }
  | { readonly kind: "help"; readonly verb: Verb | undefined }
  | { readonly kind: "verb"; readonly verb: Verb; readonly args: Arguments }

const didYouMean = (word: string | undefined): string => (word === undefined ? "" : `; did you mean ${word}?`)

function readOptions(verb: Verb, argv: readonly string[]) {
  const options = Object.fromEntries(
    verb.options.map(({ name, value }) => [
      name,
      { type: value === undefined ? "boolean" : "string" } as const,
    ]),
  )
  return parseArgs({
    args: [...argv],
    options: { ...options, help: { type: "boolean", short: "h" } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
}

type OptionToken = { readonly name: string; readonly rawName: string; readonly value?: string | undefined }

function optionMistake(verb: Verb, token: OptionToken): string | undefined {
  const option = verb.options.find(({ name }) => name === token.name)
  if (option === undefined) {
    const known = nearest(
      token.name,
      verb.options.map(({ name }) => name),
    )
    return `vmm ${verb.name} has no option ${token.rawName}${didYouMean(known && `--${known}`)}`
  }
  return valueMistake(option, token.value)
}

function valueMistake(option: Option, value: string | undefined): string | undefined {
  if (option.value === undefined) return value === undefined ? undefined : `--${option.name} takes no value`
  if (value === undefined || value === "")
    return `--${option.name} takes a value: --${option.name} ${option.value}`
  if (option.choices !== undefined && !option.choices.includes(value)) {
    return `--${option.name} takes ${option.choices.join(", ")}, not '${value}'`
  }
  const mistake = option.check?.(value)
  return mistake === undefined ? undefined : `--${option.name} ${mistake}`
}

function positionalMistake(verb: Verb, given: readonly string[]): string | undefined {
  const missing = verb.arguments.find(({ required }, index) => required && given[index] === undefined)
  if (missing !== undefined) return `vmm ${verb.name} needs ${missing.name}`
  const extra = given[verb.arguments.length]
  return extra === undefined ? undefined : `vmm ${verb.name} does not take '${extra}'`
}

function parseVerb(verb: Verb, argv: readonly string[]): Either<string, Command> {
  const { tokens, positionals } = readOptions(verb, argv)
  const given = tokens.filter((token) => token.kind === "option")
  if (given.some(({ name }) => name === "help")) return right({ kind: "help", verb })
  const mistake =
    given.map((token) => optionMistake(verb, token)).find((text) => text !== undefined) ??
    positionalMistake(verb, positionals)
  if (mistake !== undefined) return left(`${mistake} (see vmm ${verb.name} --help)`)
  const options = new Map(given.map(({ name, value }) => [name, value ?? ""]))
  return right({ kind: "verb", verb, args: { positionals, options } })
}

/** Reads what follows `vmm`; Left is one line about what is wrong. */
export function parseCommand(verbs: readonly Verb[], argv: readonly string[]): Either<string, Command> {
  const [first, ...rest] = argv
  if (first === undefined || first === "--help" || first === "-h")
    return right({ kind: "help", verb: undefined })
  if (first === "--version") return right({ kind: "version" })
  const name = first === "help" ? rest[0] : first
  if (name === undefined) return right({ kind: "help", verb: undefined })
  const verb = verbs.find((one) => one.name === name)
  if (verb !== undefined) return first === "help" ? right({ kind: "help", verb }) : parseVerb(verb, rest)
  if (name.startsWith("-")) return left(`vmm has no option ${name} (see vmm --help)`)
  const known = nearest(
    name,
    verbs.map((one) => one.name),
  )
  return left(`vmm has no verb '${name}'${didYouMean(known && `'${known}'`)} (see vmm --help)`)
}
