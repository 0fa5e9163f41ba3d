// SPDX-License-Identifier: BSD-2-Clause
//
// How the control side of this package takes what the pure side answers, without naming its library.

import { isLeft, type Either } from "fp-ts/lib/Either.js"

/** What the pure side answers. */
export type Pure<E, A> = Either<E, A>

/** `wrong` of a Left or `good` of a Right. */
export function settle<E, A, B, C>(
  either: Either<E, A>,
  wrong: (left: E) => B,
  good: (right: A) => C,
): B | C {
  return isLeft(either) ? wrong(either.left) : good(either.right)
}
