// SPDX-License-Identifier: BSD-2-Clause
//
// From pure answers to effects: the one file that knows both.

import * as Effect from "effect/Effect"
import type { Either } from "fp-ts/lib/Either.js"

/** The answer as an effect; `fail` makes the error. */
export function fromEither<E, A, F>(either: Either<E, A>, fail: (left: E) => F): Effect.Effect<A, F> {
  return either._tag === "Left" ? Effect.fail(fail(either.left)) : Effect.succeed(either.right)
}
