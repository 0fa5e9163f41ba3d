// SPDX-License-Identifier: BSD-2-Clause
//
// Signals that ask this process to end: the run ends in good order, with the code that shells expect.

import { constants } from "node:os"

import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

import type { Outcome } from "./outcome.ts"

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const

/** Ends the run at a signal for as long as the scope is open. */
export function endOnSignals(end: (outcome: Outcome) => void): Effect.Effect<void, never, Scope.Scope> {
  const listener = (name: NodeJS.Signals) => end({ kind: "signal", name, number: constants.signals[name] })
  const acquire = Effect.sync(() => SIGNALS.forEach((name) => process.on(name, listener)))
  return Effect.acquireRelease(acquire, () =>
    Effect.sync(() => SIGNALS.forEach((name) => process.off(name, listener))),
  )
}
