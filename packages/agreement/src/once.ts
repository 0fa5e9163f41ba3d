// SPDX-License-Identifier: BSD-2-Clause
//
// What several rules ask of the same machine is worked out once.

import type { GuestView } from "./guest-view.ts"
import type { Agreement } from "./input.ts"

/** The function, remembering its answer for each machine. */
export function once<A>(
  ask: (input: Agreement, view: GuestView) => A,
): (input: Agreement, view: GuestView) => A {
  const known = new WeakMap<GuestView, { readonly answer: A }>()
  return (input, view) => {
    const found = known.get(view) ?? { answer: ask(input, view) }
    known.set(view, found)
    return found.answer
  }
}
