// SPDX-License-Identifier: BSD-2-Clause
//
// The one failure of the control side of this package: mistakes of a user or of the world around the program, as
// diagnostics.

import * as Data from "effect/Data"
import * as Effect from "effect/Effect"

import type { More } from "@vmm/diagnostic"

import { diagnosticAt, fileDiagnostic, type Diagnostic, type Place } from "../diagnostic.ts"
import { settle, type Pure } from "../either.ts"

/** What went wrong, at least one diagnostic. */
export class GuestError extends Data.TaggedError("GuestError")<{
  readonly diagnostics: readonly Diagnostic[]
}> {
  override get message(): string {
    return this.diagnostics.map((one) => `${one.file}: ${one.message}`).join("\n")
  }
}

/** A failure about a file as a whole. */
export function guestError(file: string, message: string, remedy: string): GuestError {
  return new GuestError({ diagnostics: [fileDiagnostic(file, message, remedy)] })
}

/** A failure at a place; about the file as a whole where none is known. */
export function guestErrorAt(
  file: string,
  place: Place | undefined,
  message: string,
  remedy: string,
  more?: More,
): GuestError {
  if (place === undefined) return guestError(file, message, remedy)
  return new GuestError({ diagnostics: [diagnosticAt(place, message, remedy, more)] })
}

/** A pure answer as an effect. */
export function fromPure<A>(
  either: Pure<Diagnostic | readonly Diagnostic[], A>,
): Effect.Effect<A, GuestError> {
  return settle(
    either,
    (wrong) => Effect.fail(new GuestError({ diagnostics: [wrong].flat() as readonly Diagnostic[] })),
    (good) => Effect.succeed(good),
  )
}

/** An operation on `file`; a failure of the operating system is told in its own words. */
export function onFile<A>(
  file: string,
  remedy: string,
  operation: () => Promise<A>,
): Effect.Effect<A, GuestError> {
  return Effect.tryPromise({
    try: operation,
    catch: (cause) => guestError(file, systemText(cause), remedy),
  })
}

/** A system error for people: `no such file or directory`. */
export function systemText(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause)
  return /^[A-Z0-9]+: ([^,]+)/.exec(text)?.[1] ?? text
}
